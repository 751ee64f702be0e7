"""What is proposed, agreed to or left undone without a yes or a no: "don't change", 算了, "keep it"; 就这样."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re

from intake.reading.cleaning import clean, fold

# All stays as it stands: a change is not made, and a first story is right as it was understood.
_STAYS = re.compile(
    r"(?:(?:no|nope|ok|sorry|please|pls)[, ]+)*(?:(?:don'?t|do ?not) (?:change|touch)(?: (?:it|this|that|anything|them|my \w+))*|keep (?:it|that|this|everything|them|all)(?: (?:as (?:it|they) (?:is|was|are|were)|the same|like (?:that|before)))?|leave (?:it|that|this|everything|them|all) (?:as (?:it|they) (?:is|was|are|were)|the same|like (?:that|before))|no changes?|nothing changes)(?: please| pls)?"
    r"|(?:(?:hapana|la|samahani|tafadhali)[, ]+)*(?:(?:usi|msi|tusi)(?:badili(?:she)?|badilishe|guse)(?: (?:hiyo|hilo|kitu|chochote))?|(?:acha|iache|yaache|liache)(?: tu)? (?:kama ilivyo|kama yalivyo|ilivyo|hivyo)|sibadilishi|isibadilike|baki(?:sha)? (?:hivyo|kama ilivyo))"
    r"|(?:那|还是|先|我|还)*(?:(?:别|不|不用|不要|不想要?|不必)(?:再)?(?:改|换|变|动)|不变|保持原样|留着)(?:它|了|吧|啦|这个)*"
)
# A change is not made; of a first story it may be that nothing of it counts, or that there is no other to go back to.
_UNDOES = re.compile(
    r"(?:(?:no|nope|ok|sorry|please|pls)[, ]+)*(?:(?:don'?t|do ?not) (?:write|do)(?: (?:it|this|that|anything|them|my \w+))*|leave (?:it|that|this|everything|them|all)|(?:keep|leave) the (?:old|first) one(?: (?:as (?:it|they) (?:is|was|are|were)|the same|like (?:that|before)))?|never ?mind|forget (?:it|that|about it)|cancel(?: (?:it|that))?)(?: please| pls)?"
    r"|(?:(?:hapana|la|samahani|tafadhali)[, ]+)*(?:(?:usi|msi|tusi)fanye(?: (?:hiyo|hilo|kitu|chochote))?|(?:acha|iache|yaache|liache|achana nayo)(?: tu)?)"
    r"|(?:那|还是|先|我|还)*(?:算了|照旧|还是原来的?|按原来的?)(?:它|了|吧|啦|这个)*"
)
_AGREES = re.compile(
    r"(?:(?:yes|ok|okay)[, ]+)*(?:that|this|it)(?:'?s| is)? (?:ok|okay|fine|good|right|correct|it|all right|alright)(?: (?:so|now|thanks|with me|for me|like that))*|so be it|just so|exactly so"
    r"|(?:sawa[, ]+)?(?:ni )?hivyo(?: hivyo| tu)?(?: (?:sawa|ni sawa|ndivyo))?|ndivyo(?: hivyo)?|iko sawa|ipo sawa|ni sawa(?: hivyo)?"
    r"|(?:好[,，]?|行[,，]?)?(?:那)?就(?:这|那)(?:样|么办|么定|么着)(?:改|定|办|写)?(?:吧|了)?|就(?:是)?这个(?:吧)?"
)


def decided(text: str, *, changes: bool) -> bool | None:
    """Whether what is proposed is agreed to; None where the words decide nothing.

    `changes`: it takes the place of answers. Else it is a first story, which who wants no change agrees to.
    """
    said = fold(clean(text)).replace("’", "'").strip(" .!,。！，~")
    if _AGREES.fullmatch(said):
        return True
    if _STAYS.fullmatch(said):
        return not changes
    return False if changes and _UNDOES.fullmatch(said) else None
