"""Times of day: `9:30`, `3 pm`, `9点半`."""

from __future__ import annotations

import re
from datetime import time

from intake.reading.chinese_dates import small
from intake.reading.cleaning import clean, fold
from intake.reading.types import Candidate, LenderLocale, Reading, Reason, ambiguous, refused, sure


def read_time(text: str, language: str, locale: LenderLocale) -> Reading:
    """Read a time of day: `9:30`, `3 pm`, `9点半`; without am or pm an hour up to 12 is asked."""
    body = fold(clean(text)).strip(" .!")
    match = re.fullmatch(
        r"(?P<half>上午|早上|下午|晚上|中午)?\s*(?P<hour>\d{1,2}|[一二两三四五六七八九十]+)\s*(?::|h|点|\.|时)?\s*(?P<minute>\d{2}|半)?分?\s*"
        r"(?P<half2>am|pm|a\.m|p\.m|asubuhi|mchana|jioni|usiku|de la manana|de la tarde|du matin|du soir|बजे)?\.?",
        body,
    )
    if not match:
        return refused(Reason.NOT_UNDERSTOOD)
    hour = small(match["hour"])
    minute = 30 if match["minute"] == "半" else int(match["minute"] or 0)
    side = match["half"] or match["half2"] or ""
    if hour > 24 or minute > 59 or (body.isdigit() and len(body) > 2):
        return refused(Reason.INVALID)
    return _timed(hour % 24, minute, side, clear=bool(match["minute"]) and ":" in body)


def _timed(hour: int, minute: int, side: str, *, clear: bool) -> Reading:
    late = side in ("下午", "晚上", "pm", "p.m", "de la tarde", "du soir")
    early = side in ("上午", "早上", "am", "a.m", "de la manana", "du matin")
    if late or early:
        found = time(hour % 12 + 12 if late and hour < 13 else hour % 12 if hour == 12 else hour, minute)
        return sure(Candidate(found.isoformat("minutes"), found.isoformat("minutes")))
    options = (
        [time(hour, minute)]
        if clear or hour > 12 or hour == 0
        else [time(hour, minute), time((hour + 12) % 24, minute)]
    )
    candidates = [Candidate(each.isoformat("minutes"), each.isoformat("minutes")) for each in options]
    return sure(candidates[0]) if len(candidates) == 1 else ambiguous(Reason.SEVERAL, *candidates)
