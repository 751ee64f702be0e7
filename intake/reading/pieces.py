"""Numbers with units: `2 years and a half`, `3 mu`, `miezi 3`, `一个半月`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from intake.reading.cleaning import clean, fold
from intake.reading.numbers import find
from intake.reading.types import LenderLocale, Reason
from intake.reading.units import SPAN_DAYS, WHOLE, native, pattern, square_metres, table
from intake.reading.words import number_words

HALF_AFTER = {
    "en": r"and (?:a|one) half|& a half|and half", "zh": r"半", "hi": r"और आधा|aur aadha", "sw": r"na nusu",
    "es": r"y medi[oa]", "fr": r"et demie?",
}  # fmt: skip
GREATEST = 10**12  # of any unit
ONE = frozenset({"a", "an", "the", "in", "for", "about", ""})
AROUND = re.compile(
    r"^(?:for|in|within|over|kwa muda wa|muda wa|ndani ya|kwa|por|en|durante|pendant|sur)\s+|"
    r"^(?:大概|大约|差不多|借|期限|分)|"
    r"\s+(?:only|more|please|time|tu|hivi|के लिए|में|ke liye|mein|de terre|de tierra|of land|loan|term|period)$|"
    r"\s+(?:लगभग|ज़मीन|जमीन)$|"
    r"(?:左右|以内|之内|内|吧|的地|地|的)$"
)

BOUND = re.compile(r"\s+से (?:ज्यादा|अधिक|कम)$|^[大小](?=半)|^-\s*(?=\d)")  # more than, most of, below nothing
SLASHED = re.compile(r"(\d+)\s*/\s*(\d+)$")
SHORT, HALF = frozenset({"day", "week", "month"}), 2  # nobody says three quarters of a month
MOST_BELOW = 4  # of a share of a span or a field: "6/12 months" are two spans
APART = re.compile(r"\s*[-~到至或(/]")  # after a unit: another span, not a part of this one
WORD = re.compile(r"[^\W\d_]+")
TENTH_OF_MU = re.compile(r"(亩|公顷)([一二三四五六七八九\d])$")  # "三亩七"


@dataclass(frozen=True, slots=True)
class Piece:
    """A number and its unit."""

    value: Fraction
    unit: str


@dataclass(frozen=True, slots=True)
class Parsed:
    """What stands in a text: pieces with their units, or a bare number; and why it may not be sure."""

    pieces: tuple[Piece, ...] = ()
    bare: Fraction | None = None  # a number without a unit
    doubt: Reason | None = None
    others: tuple[Fraction, ...] = ()  # further readings of the only number
    spans: tuple[tuple[Piece, ...], ...] = ()  # what the pieces may make, if not one span of them all


def parse(text: str, what: str, language: str, locale: LenderLocale) -> Parsed:
    """The pieces in `text` (`what`: "time" or "area"): in the farmer's language first, then in those he may mix in."""
    body = clean(text)
    first = _parse_in(body, what, language, locale)
    if any(
        abs(value) > GREATEST
        for value in (first.bare or Fraction(0), *first.others, *(p.value for p in first.pieces))
    ):
        return Parsed(doubt=Reason.NOT_UNDERSTOOD)
    if first.pieces and not first.doubt:
        return first
    for other in dict.fromkeys(
        (("zh",) if re.search(r"[\u3400-\u9fff]", body) else ()) + ("en", *locale.languages)
    ):
        if other != language:
            found = _parse_in(body, what, other, locale)
            if found.pieces and not found.doubt and all(piece.value <= GREATEST for piece in found.pieces):
                return found
    return first


def _parse_in(body: str, what: str, language: str, locale: LenderLocale) -> Parsed:
    body = AROUND.sub("", AROUND.sub("", (fold(body) if language != "hi" else body).strip(" .!?")))
    bound = BOUND.search(body)
    body = TENTH_OF_MU.sub(r"点\2\1", BOUND.sub("", body))
    units = list(pattern(what, language).finditer(body))
    names = table(what, language)
    if not units:
        return _only_number(body, language, locale)
    said = [re.sub(r"\s+", " ", match[0]) for match in units]
    spaces = [body[: units[0].start()]]
    for place, match in enumerate(units):
        end = units[place + 1].start() if place + 1 < len(units) else len(body)
        spaces.append(body[match.end() : end])
    own = native(what, language) if number_words(language).scale_first else frozenset()
    codes = [names[word] for word in said]
    parsed = _assemble(list(spaces), codes, [word in own for word in said], language, locale)
    if bound and parsed.pieces:
        parsed = replace(parsed, doubt=parsed.doubt or Reason.VAGUE)
    if len(parsed.pieces) < 2:
        return parsed
    each = tuple((piece,) for piece in parsed.pieces)
    if _ranged(spaces[1:-1], language):
        return replace(parsed, spans=each, doubt=Reason.RANGE)
    if not _descending(spaces[1:-1], codes, language, locale):
        return replace(parsed, spans=(parsed.pieces, *each), doubt=parsed.doubt or Reason.SEVERAL)
    return parsed


def _ranged(between: Sequence[str], language: str) -> bool:
    words = number_words(language)
    return any(APART.match(text) or words.ranges.intersection(WORD.findall(text)) for text in between)


def _descending(between: Sequence[str], codes: Sequence[str], language: str, locale: LenderLocale) -> bool:
    """Whether the pieces are parts of one span: ever smaller units, or joined by a word ("两天又一个月")."""
    joins = number_words(language).joins
    if any(re.search(r"[又零和加]", text) or joins.intersection(text.split()) for text in between):
        return True
    sizes = [SPAN_DAYS.get(code) or square_metres(code, locale) or 0 for code in codes]
    return all(sizes[i] > sizes[i + 1] for i in range(len(sizes) - 1))


def _only_number(body: str, language: str, locale: LenderLocale) -> Parsed:
    found = find(body, language, locale, money=False)
    if not found.values or found.doubts & {Reason.OTHER_WORDS, Reason.NOT_UNDERSTOOD}:
        return Parsed(doubt=Reason.NOT_UNDERSTOOD)
    doubt = next(iter(sorted(found.doubts)), None)
    return Parsed(bare=found.values[0], others=found.values[1:], doubt=doubt)


def _assemble(
    spaces: list[str], codes: list[str], behind: list[bool], language: str, locale: LenderLocale
) -> Parsed:
    """Before each unit stands its number, or `behind` it (a Swahili word, "miezi 3"); `and a half` follows it."""
    pieces: list[Piece] = []
    doubts: list[Reason] = []
    others: list[Fraction] = []
    used: set[int] = set()
    for place, unit in enumerate(codes):
        after = behind[place] and place + 1 not in used and bool(spaces[place + 1].strip())
        where = place + 1 if after else place
        text = spaces[where] if where not in used else ""
        used.add(where)
        half = re.match(rf"\s*(?:{HALF_AFTER[language]})", spaces[place + 1]) if not behind[place] else None
        if half:
            spaces[place + 1] = spaces[place + 1][half.end() :]
        count = _count(text, language, locale, MOST_BELOW if unit not in SHORT else HALF)
        if after and re.fullmatch(rf"\s*(?:{HALF_AFTER[language]})\s*", text):
            count = (Fraction(3, 2),), None  # "mwaka na nusu"
        if count is None and (half or after) and not _without_joins(text, language):
            count = (Fraction(1),), None  # "año y medio", "mwaka na miezi sita"
        if count is None:
            return Parsed(doubt=Reason.NOT_UNDERSTOOD)
        values, doubt = count
        doubts += [doubt] if doubt else []
        others += values[1:]
        pieces.append(Piece(values[0] + (Fraction(1, 2) if half else 0), unit))
    left = [space for place, space in enumerate(spaces) if place not in used]
    if any(_strange(space, language) for space in left):
        doubts.append(Reason.OTHER_WORDS)
    return Parsed(tuple(pieces), doubt=doubts[0] if doubts else None, others=tuple(others))


def _count(
    text: str, language: str, locale: LenderLocale, most_below: int = MOST_BELOW
) -> tuple[tuple[Fraction, ...], Reason | None] | None:
    """The number before a unit: `a`, `half a`, `2`, `两个`, `一个半`; nothing at all is one only with "full"."""
    body = _without_joins(text, language)
    body = re.sub(r"^[又零和]|个$|個$", "", body).strip() if language == "zh" else body
    if language == "zh" and re.search(r"[个個]半$", body):
        inner = _count(body[:-2], language, locale)
        return ((inner[0][0] + Fraction(1, 2),), inner[1]) if inner else None
    words = body.split()
    if words and all(word in WHOLE[language].split() or word in ONE for word in words):
        return (Fraction(1),), None
    if re.fullmatch(r"half(?: an?)?|an? half|nusu|medi[oa]|demie?|un demi|आधा|आधे|半", body):
        return (Fraction(1, 2),), None
    if re.fullmatch(r"(?:a |one )?quarter(?: of)?(?: an?)?|robo|un cuarto de|un quart d", body):
        return (Fraction(1, 4),), None
    two = SLASHED.fullmatch(body)
    if two and int(two[2]) > most_below:
        return (Fraction(two[1]), Fraction(two[2])), Reason.SEVERAL
    found = find(body, language, locale, money=False) if body else None
    if not found or not found.values:
        return None
    return found.values, next(iter(sorted(found.doubts)), None)


def _without_joins(text: str, language: str) -> str:
    body = text.strip(" -,")
    for join in number_words(language).joins:
        body = re.sub(rf"^{re.escape(join)}(?:\s+|$)|\s+{re.escape(join)}$", "", body)
    return body


def _strange(rest: str, language: str) -> bool:
    words = number_words(language)
    left = [word for word in WORD.findall(rest) if word not in words.fillers | words.about | words.joins]
    return bool(left) or bool(re.search(r"\d", rest))
