"""A time of day said with a day: "june 5 2pm", "六月五号下午两点", "tarehe 5 saa nane"; the day is what counts."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re

_HAN = r"[\d一二两三四五六七八九十]{1,3}"
_HOURS = {
    "en": r"(?:(?:at|around|about|by|@) ?)?\d{1,2}(?:[:.]\d{2})? ?(?:am|pm|a\.m\.?|p\.m\.?|o'?clock|hrs?)\b|(?:(?:at|around|by) )?\d{1,2}:\d{2}|at (?:noon|midnight)",
    "zh": rf"(?:早上|上午|中午|下午|晚上|傍晚)?{_HAN}[点點](?:钟|半|整|{_HAN}分?|[一二三]刻)?",
    "sw": r"saa \w+(?: na (?:nusu|robo))?(?: (?:za |ya )?(?:asubuhi|mchana|jioni|usiku|alasiri|alfajiri))?",
    "hi": r"(?:सुबह |दोपहर |शाम |रात )?\S+ बजे|(?:subah |shaam )?\S+ baje",
    "es": r"a las? \w+(?::\d{2})?(?: y (?:media|cuarto))?(?: (?:de|por) la (?:manana|tarde|noche))?",
    "fr": r"(?:a |vers )?\d{1,2} ?h(?:eures?)?(?: ?\d{2})?(?: du (?:matin|soir))?",
}


def without_hour(text: str, language: str) -> str:
    """The folded text less the time of day at its end or its beginning."""
    for tongue in dict.fromkeys((language, "en")):
        hour = _HOURS.get(tongue)
        if hour is None:
            continue
        gap = r"[\s,]*" if tongue == "zh" else r"[\s,]+"
        bare = re.sub(rf"{gap}(?:{hour})$|^(?:{hour}){gap}(?:on )?", "", text)
        if bare and bare != text:
            return bare.strip(" ,")
    return text
