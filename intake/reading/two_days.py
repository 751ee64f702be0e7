"""Two days in one answer: `5-7 June`, `5 o 6 de marzo`, `3月5号到7号`. Both are asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from intake.reading.calendar_words import FIRSTS
from intake.reading.days import as_candidate, day_of, full_year
from intake.reading.types import Candidate, Reading, Reason, ambiguous
from intake.reading.words import number_words

WORDS: Mapping[str, str] = {
    "en": r"to|or|and|till|til|until|through|thru", "hi": r"से लेकर|से|या|और|se|ya|aur", "sw": r"au|ama|hadi|mpaka|na",
    "es": r"al?|o|u|y|hasta(?: el)?", "fr": r"au?|ou|et|jusqu'au", "zh": r"到|至|或者?|还是|和|跟",
}  # fmt: skip
AND = frozenset({"and", "na", "y", "et"})  # they also stand inside one number: "treinta y uno"
MARK = r"(?:st|nd|rd|th|er|e|eme|ro|do|º|°|ª)?"
FIGURE = rf"\d{{1,2}}{MARK}(?![\w:])"
HAN = r"(?:\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_Read = Callable[[str], Reading | None]


def read_two_days(text: str, language: str, read: _Read) -> Reading | None:
    """The first and the last day; `read` reads the text with one of the two left in it."""
    match = _pair(text, language)
    if match is None:
        return None
    head, tail = match["head"], match["tail"]
    first, last = (read(f"{head}{match[name]}{tail}") for name in ("first", "last"))
    if not first or not last or not first.candidates or not last.candidates:
        return None
    if any(one.unit != "day" for one in (*first.candidates, *last.candidates)):
        return None
    return _both(*_in_year(match, first.candidates[0]), *first.candidates, *last.candidates)


def read_two_dates(text: str, language: str, read: _Read) -> Reading | None:
    """Two whole dates: `5 March or 7 April`, `from March to May`."""
    words = (
        rf"\s*(?:{WORDS[language]})\s*" if language == "zh" else rf"\s+(?:{WORDS[language]}|-)\s+|\s*[~;]\s*"
    )
    parts = re.split(words, re.sub(r"^(?:from|between|either|entre|desde|de|du|kati ya)\s+", "", text))
    if len(parts) != 2 or not all(parts):
        return None
    year = re.search(r"(?<!\d)\d{4}(?!\d)年?", parts[1])
    if year and not re.search(r"\d{4}", parts[0]):
        parts[0] = f"{year[0]}{parts[0]}" if language == "zh" else f"{parts[0]} {year[0]}"
    first, last = (read(part) for part in parts)
    if not first or not last or not first.candidates or not last.candidates:
        return None
    if {one.unit for one in first.candidates} != {one.unit for one in last.candidates}:
        return None
    return _both(*first.candidates, *last.candidates)


def _pair(text: str, language: str) -> re.Match[str] | None:
    """Two days side by side, in figures or, with a word between them, spelled."""
    words = WORDS[language]
    if language == "zh":
        joins = rf"\s*(?:{words}|[-~,/])\s*"
        return re.fullmatch(
            rf"(?P<head>.*?)(?<![\d.\-/])(?P<first>{HAN})[日号號]?(?P<join>{joins})(?P<last>{HAN})(?P<tail>[日号號].*)",
            text,
        )
    word = rf"\s+(?:{words})\s+(?:(?:the|el|le|du|del|al|tarehe|तारीख)\s+)?"
    match = _joined(rf"\s*[-/,&~+]\s*|{word}|\s+", text)
    if match:
        return None if re.match(r"[\-/.]\d", match["tail"]) or _day_month_year(match) else match
    match = _joined(word, _in_figures(text, language))
    return match if match and match["join"].split()[0] not in AND else None


def _joined(joins: str, text: str) -> re.Match[str] | None:
    return re.fullmatch(
        rf"(?P<head>.*?)(?<![\w.\-/:'])(?P<first>{FIGURE})(?P<join>{joins})(?P<last>{FIGURE})(?P<tail>.*)",
        text,
    )


def _day_month_year(match: re.Match[str]) -> bool:
    """`Mar-3-27`: dashes all along make one date."""
    return bool(re.search(r"[^\W\d_][-/]$", match["head"])) and match["join"].strip() in ("-", "/")


def _in_figures(text: str, language: str) -> str:
    """With the words for the days 1 to 31 as figures, word by word."""
    numbers = number_words(language)
    table = {**numbers.units, **numbers.ordinals, **FIRSTS}
    words = (str(table[word]) if 1 <= table.get(word, 0) <= 31 else word for word in text.split())
    return " ".join(words)


def _in_year(match: re.Match[str], first: Candidate) -> list[Candidate]:
    """`March 3, 27` may also be the third of March 2027."""
    if match["join"].strip(" ,") or not re.fullmatch(r"\d\d", match["last"]) or not match["head"].strip():
        return []
    month, day = map(int, str(first.value).split("-")[1:])
    found = day_of(full_year(match["last"]), month, day)
    return [as_candidate(found)] if found else []


def _both(*found: Candidate) -> Reading:
    """Each day once, as a range or a choice."""
    return ambiguous(Reason.RANGE, *{str(candidate.value): candidate for candidate in found}.values())
