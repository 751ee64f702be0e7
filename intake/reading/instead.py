"""One thing said in the place of another: "X not Y", "not Y but X", 不是Y是X, "X si Y". What the two are is read elsewhere."""

# ruff: noqa: E501 - patterns are read whole

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_IT_IS = r"(?:(?:it|he|she|this|name|that)(?: is|'s)|its|call(?:ed)? me|called)\s+"
_IS = rf"(?:{_IT_IS})?"
_NO = r"(?:(?:no|sorry|wait|oh|wrong)[ ,.]+)*"
OF_ALL = "sw without si"


def _swahili(no: str) -> tuple[str, ...]:
    return (
        rf"(?:{no})\s+(?P<wrong>[^,;]+?)[,;.]?\s+(?:bali|lakini|ila|ni)\s+(?:ni\s+)?(?P<meant>.+)",
        rf"(?:{no})\s+(?P<wrong>[^,;]+?)\s*[,;]\s*(?P<meant>.+)",
        rf"(?:ni\s+)?(?P<meant>.+?)[,;.]?\s+(?:na\s+|wala\s+)?(?P<word>{no}|badala ya)\s+(?P<wrong>.+)",
    )


_TURNS: Mapping[str, tuple[str, ...]] = {
    "en": (
        rf"{_NO}{_IS}not\s+(?P<wrong>[^,;]+?)[,;.]?\s+but\s+{_IS}(?P<meant>.+)",
        rf"{_NO}{_IS}not\s+(?P<wrong>[^,;]+?)\s*[,;]\s*{_IS}(?P<meant>.+)",
        rf"{_NO}{_IS}not\s+(?P<wrong>[^,;]+?)\s+{_IT_IS}(?P<meant>.+)",
        rf"{_NO}{_IS}(?P<meant>.+?)[,;.]?\s+(?:and\s+|but\s+)?(?:is\s+)?(?P<word>not|no|instead of|rather than)\s+(?P<wrong>.+)",
    ),
    "sw": _swahili("si|sio|siyo"),
    OF_ALL: _swahili("sio|siyo"),  # typed to a bot that speaks English; "si" may be a name there
    "zh": (
        r"(?:不|错了)?[,，]?不[是叫](?P<wrong>[^,，;；是叫]+?)[,，、;；]?\s*(?:而|应该)?[是叫](?P<meant>.+)",
        r"(?:不|错了)?[,，]?不[是叫](?P<wrong>[^,，;；]+)[,，;；]\s*(?P<meant>.+)",
        r"(?:应该)?是?(?P<meant>.+?)[,，、;；]?\s*(?:而|并)?不[是叫](?P<wrong>.+)",
    ),
    "es": (
        r"no\s+(?P<wrong>[^,;]+?),?\s+sino\s+(?P<meant>.+)",
        r"(?P<meant>.+?)(?:\s*[,;]\s*no|\s+en vez de)\s+(?P<wrong>.+)",
    ),
    "fr": (
        r"pas\s+(?P<wrong>[^,;]+?),?\s+mais\s+(?P<meant>.+)",
        r"(?P<meant>.+?)[,;]?\s+(?:et\s+)?(?:pas|au lieu de)\s+(?P<wrong>.+)",
    ),
    "hi": (
        r"(?P<wrong>[^,;]+?)\s+नहीं\s*[,;]?\s+(?P<meant>.+)",
        r"(?P<meant>[^,;]+?)\s*[,;]\s*(?P<wrong>.+?)\s+नहीं",
    ),
}
_BRACKETS = re.compile(r"\s*[(（]([^()（）]+)[)）]\s*$")
_ONLY_DENIES = re.compile(r"(?:(?P<word>not|si|sio|siyo|no es|pas)\s+|不是)(?P<wrong>\S.*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Instead:
    """`meant` in the place of `wrong`; not `plain` where the word between them may belong to what is said ("si")."""

    meant: str
    wrong: str
    plain: bool = True


def instead(text: str, language: str) -> Instead | None:
    """What is meant and what is not, if the whole text says so in the language or in English; in its own letters."""
    body = _BRACKETS.sub(r", \1", text.strip().rstrip(".!。！"))
    for tongue in dict.fromkeys((language, "en", "zh", OF_ALL)):
        for turn in _TURNS.get(tongue, ()):
            match = re.fullmatch(turn, body, re.IGNORECASE | re.DOTALL)
            if match:
                plain = (match.groupdict().get("word") or "").lower() not in ("si", "no")
                return Instead(match["meant"].strip(" ,;"), match["wrong"].strip(" ,;"), plain)
    return None


def only_denied(text: str, language: str) -> str:
    """The Amina of "not Amina", where nothing is said in its place; empty for anything else."""
    match = _ONLY_DENIES.fullmatch(text.strip())
    if match is None or ((match["word"] or "").lower() == "si" and language != "sw"):
        return ""
    return match["wrong"] if instead(text, language) is None else ""
