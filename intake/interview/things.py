"""Something that must be there, a pledge, as it is told: nothing is none."""

# ruff: noqa: E501 - patterns are read whole

from __future__ import annotations

import re

from intake.interview.types import Code, Refused
from intake.reading.cleaning import clean, fold

NOTHING = re.compile(
    r"(?:(?:i|we) )?(?:(?:have|has|got|with|am|as) )*(?:no|not any|without|nothing(?: to| for| as)?|any) (?:collateral|pledge|security|property|assets?|things?|give|put)(?: (?:to give|to pledge|at all|now|yet))?"
    r"|(?:我|我们|家里|现在|目前|也|还|真的|实在)*(?:没有?|无)(?:什么|啥|任何|东西|财产|值钱的?)*(?:可以?|能|拿来|用来)*(?:做|当|作)?(?:抵押|担保)?(?:的|物|品|东西|财产)*(?:了|啊|呢)?"
    r"|(?:mimi )?(?:sina|hatuna|hakuna|hamna)(?: (?:kitu|mali|dhamana|chochote|cha|ya|kuweka|rehani|kama))+"
)


def thing(text: str, path: str, *, none: bool, agrees: bool) -> str | Refused:
    """What is named, to the letter; `none` and `agrees` say that the whole text is "nothing", or a yes."""
    if none or NOTHING.fullmatch(fold(clean(text)).strip(" .!?。，！？")):
        return Refused(path, Code.NO_THING, {"words": text.strip()})
    return Refused(path, Code.WRONG_KIND, {"wanted": "text", "given": "text"}) if agrees else text
