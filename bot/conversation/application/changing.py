"""A change that is proposed, left undone or agreed to without a yes or a no: "don't change", 算了, "keep it"; 就这样."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re

from intake.reading.cleaning import clean, fold

_LEAVES = re.compile(
    r"(?:(?:no|nope|ok|sorry|please|pls)[, ]+)*(?:(?:don'?t|do ?not) (?:change|touch|write|do)(?: (?:it|this|that|anything|them|my \w+))*|(?:keep|leave) (?:it|that|this|everything|them|all|the (?:old|first) one)(?: (?:as (?:it|they) (?:is|was|are|were)|the same|like (?:that|before)))?|never ?mind|forget (?:it|that|about it)|no change|nothing changes|cancel(?: (?:it|that))?)(?: please| pls)?"
    r"|(?:(?:hapana|la|samahani|tafadhali)[, ]+)*(?:(?:usi|msi|tusi)(?:badili(?:she)?|badilishe|guse|fanye)(?: (?:hiyo|hilo|kitu|chochote))?|(?:acha|iache|yaache|liache|achana nayo)(?: (?:tu|kama ilivyo|kama yalivyo|ilivyo|hivyo))*|sibadilishi|isibadilike|baki(?:sha)? (?:hivyo|kama ilivyo))"
    r"|(?:那|还是|先|我|还)*(?:算了|(?:别|不|不用|不要|不想要?|不必)(?:再)?(?:改|换|变|动)|不变|保持原样|照旧|留着|还是原来的?|按原来的?)(?:它|了|吧|啦|这个)*"
)
_AGREES = re.compile(
    r"(?:(?:yes|ok|okay)[, ]+)*(?:that|this|it)(?:'?s| is)? (?:ok|okay|fine|good|right|correct|it|all right|alright)(?: (?:so|now|thanks|with me|for me|like that))*|so be it|just so|exactly so"
    r"|(?:sawa[, ]+)?(?:ni )?hivyo(?: hivyo| tu)?(?: (?:sawa|ni sawa|ndivyo))?|ndivyo(?: hivyo)?|iko sawa|ipo sawa|ni sawa(?: hivyo)?"
    r"|(?:好[,，]?|行[,，]?)?(?:那)?就(?:这|那)(?:样|么办|么定|么着)(?:改|定|办|写)?(?:吧|了)?|就(?:是)?这个(?:吧)?"
)


def decided(text: str) -> bool | None:
    """Whether the change is to be made as it is proposed; None where the words decide nothing."""
    said = fold(clean(text)).replace("’", "'").strip(" .!,。！，~")
    if _LEAVES.fullmatch(said):
        return False
    return True if _AGREES.fullmatch(said) else None
