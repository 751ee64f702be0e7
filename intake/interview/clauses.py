"""A story cut into clauses, and the numbers with their units and days that stand in each."""

# ruff: noqa: E501 - patterns are read whole

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from intake.interview.runs import BETWEEN, either, names_a_day, runs
from intake.reading import Candidate, Kind, LenderLocale, Reading, Reason, read
from intake.reading.chinese import chinese
from intake.reading.cleaning import clean, fold
from intake.reading.currency import mark
from intake.reading.kin import is_kin
from intake.reading.patterns import compiled
from intake.reading.types import ambiguous
from intake.reading.units import pattern

CUTS = re.compile(
    r"[;!?\n，。；！？、]|[,.](?!\d)|\s(?:but|then|so|lakini|pero|mais|लेकिन)\s|\sila\s(?=(?:ni|na|tu|si)\w)|\sand (?=i\b|can\b|will\b|my\b)"
)
HAN = re.compile(r"[\u3400-\u9fff]")
COUNTS = re.compile(r"[\d一二两三四五六七八九十百千万半]")
MEASURES = "个只头条块元万千百亩斤年月天口匹棵群窝箱袋台辆株公多来几张间件名位岁次期"
HEADS_HAN = "头只匹口条棵群窝个箱"
MEASURE = rf"[{HEADS_HAN}]?\s*"
DESCRIBING = (
    "more|new|good|young|small|big|female|male|milk|dairy|adult|local|other|mas|nuevas|nuevos|otras|otros|autres|"
    "nouvelles|jeunes|bonnes|और|नई|अच्छी"
)
DESCRIBED = "wengine|wapya|wazuri|wadogo|wakubwa|wa maziwa|tena"  # "mbuzi wengine 5"
DOING = "(?![养种买卖做开修建办贩收进])"  # "借8000养羊" counts no goats
THINGS = r"\s*(?:多|来|几)?[个位名件辆台间口棵袋箱张次岁人亩斤号只头条匹群窝]"
HEADS = re.compile(r"[只头匹](?!人)")  # "再买10只": animals, whichever were named
PLURALS = (
    r"\s+(?:children|people|men|women|sheep|[a-z]{3,}(?<!ss)(?<!us)s)\b"
    r"(?<!months)(?<!savings)(?<!debts)(?<!loans)(?<!always)(?<!plus)"
)
# Right before a sum that is the loan, whatever is named behind it: "loan 5000 goats".
BORROWED = re.compile(
    r"(?:\b(?:loans?|credit|borrow|kopa|kukopa|mkopo|prestamo|pret)(?: (?:of|wa|ya|ni|de))?|借|贷款?|借款)[\s:]*$"
)
ANOTHER_SUM = re.compile(r"[\s:：]*\d{3}")  # "loan 1500 chicks 6000" counts chicks
MOST_COUNTED = 1000  # animals, in Swahili, which names them before the number
# "Mkopo wa kuku 200": read as English too, and even so a Swahili count.
SWAHILI_LEAD = re.compile(r"\b(?:wa|ya|na|kununua|ninunue|nataka|ninataka|naomba|nahitaji)\s+$")
LEAST_SUM = 100  # a smaller bare number is rarely money
SPREAD = re.compile(r"分(?=\s*(?:[\d一二两三四五六七八九十几半]|期|批|次))")  # "6000分10个月还" is no land
SWAHILI_NUMBER = re.compile(
    r"\s+(?:\d|(?:moja|m?mi?wili|mi?tatu|mi?nne|mi?tano|sita|saba|mi?nane|tisa|kumi)\b)"
)
FEN = re.compile(r"亩地?[\d一二三四五六七八九]分地?(?![之\d期])")  # "3亩5分"
PHONE = re.compile(r"\+?\d{9,15}")  # no farmer asks for a thousand million
_SUM = r"(?:(?:elfu|laki|mia)\s+\w+|\d[\d,.]*(?:\s*(?:k|thousand|hundred|lakh|mil|mille|elfu|months?|years?)\b)?)"
DENIED = re.compile(
    r"\b(?:not|instead of|rather than|siyo|sio|pas|en vez de|au lieu de)\s+(?:the\s+)?"
    rf"(?:{_SUM}|[a-z']+(?=\s*(?:[,;.]|but\b|$)))"
    rf"|\bsi\s+{_SUM}"
    r"|(?:而)?不是(?:借|贷|要)?(?:[\d一二两三四五六七八九十百千万]+[元块]?|[^而是,，。;；、\s]{1,3}(?=[,，。;；、\s]|而?是|$))(?:而?是)?"
    r"|不要[^,，。;；、\s\d]{1,3}(?=[,，;；、 ]+(?:我|还是|改)?要)"
    r"|\d[\d,]*\s*(?:रुपये|रुपए|हज़ार|हजार|का|की)?\s*नहीं",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a clause: where it stands, what it measures, how it was read."""

    start: int
    end: int
    kind: Kind  # AMOUNT for a bare number
    reading: Reading
    words: str
    counts: str | None = None  # the word that is counted: "goats"


def clauses(text: str) -> list[str]:
    """The clauses of a text, cleaned and folded (Hindi keeps its marks)."""
    lines = re.sub(r"[。；！？]", ";", text)
    body = fold(clean(re.sub(r"\s*\n\s*", "; ", lines).replace("，", ", ")))
    parts = [part.strip() for part in CUTS.split(body) if part and part.strip()]
    return [piece for part in parts for piece in spaced(part)]


def spaced(part: str) -> list[str]:
    """Chinese without marks, cut at the spaces: "差8000 自己手里有5千 18个月" tells three things.

    Not within "买 12 只羊", "自己 有 3000", "15 000" or "王 伟": both sides must tell a number, and the right one
    begins with a word of its own.
    """
    if not HAN.search(part):
        return [part]
    part = re.sub(r"(?<=\d)\s+(?=\d{3}(?!\d))", "", part.strip())
    pieces, start = [], 0
    for gap in re.finditer(r"\s+", part):
        left, right = part[start : gap.start()], part[gap.end() :]
        word = right.split()[0]
        own = len(word) > 1 and word[0] not in MEASURES and HAN.search(word)
        if own and COUNTS.search(left) and COUNTS.search(right):
            pieces.append(left)
            start = gap.end()
    return [*pieces, part[start:]]


def without_denied(text: str) -> str:
    """ "9000 not 8000" without what it denies; the whole text where nothing else is left."""
    left = DENIED.sub(" ", text)
    return left if re.search(r"\w{2}", left) else text


def figures(clause: str, language: str, locale: LenderLocale, counted: Sequence[str]) -> list[Figure]:
    """Every number in the clause with what follows (or, in Swahili, precedes) it: a time, an area, a counted word."""
    found: list[Figure] = []
    for start, end in runs(clause, language, locale):
        if language == "zh" and (several := either(clause, start, end)):
            found += _either(clause, end, several, locale)
        else:
            found.append(_figure(clause, start, end, language, locale, counted))
    return found


def _figure(
    clause: str, start: int, end: int, language: str, locale: LenderLocale, counted: Sequence[str]
) -> Figure:
    for what, kind in (("time", Kind.DURATION), ("area", Kind.AREA)):
        span = with_unit(clause, start, end, what, language)
        reading = read(clause[slice(*span)], kind, language=language, locale=locale) if span else None
        if span and reading and reading.candidates:
            return Figure(*span, kind, reading, clause[slice(*span)])
    if PHONE.fullmatch(clause[start:end]):
        return Figure(
            start,
            end,
            Kind.PHONE,
            read(clause[start:end], Kind.PHONE, language=language, locale=locale),
            clause[start:end],
        )
    span, word = _with_counted(clause, start, end, counted, language)
    words = (
        re.sub(r"\s(?:and|na|y|et)\s", " - ", clause[start:end])
        if BETWEEN.search(clause[:start])
        else clause[start:end]
    )
    reading = read(words, Kind.AMOUNT, language=language, locale=locale)
    if not word and language == "zh" and (measured := HEADS.match(clause, end)):
        return Figure(
            start, measured.end(), Kind.INTEGER, reading, clause[start : measured.end()], measured[0]
        )
    if not word and _counts_other_things(clause, start, end, reading, language):
        return Figure(*span, Kind.NUMBER, reading, clause[slice(*span)])
    return Figure(*span, Kind.INTEGER if word else Kind.AMOUNT, reading, clause[slice(*span)], word)


def _either(
    clause: str, end: int, several: Sequence[tuple[int, int, int]], locale: LenderLocale
) -> list[Figure]:
    """The sum and the time of "一万二十个月", which are asked: ten thousand and 20, or twelve and ten."""
    start, first = several[0][0], min(first for _, _, first in several)
    longest = max(last for _, last, _ in several)
    sums = [
        one
        for last in sorted({last for _, last, _ in several})
        for one in read(clause[start:last], Kind.AMOUNT, language="zh", locale=locale).candidates
    ]
    told = ambiguous(Reason.SEVERAL, *sums)
    found = [Figure(start, longest, Kind.AMOUNT, told, clause[start:longest])]
    spans = [with_unit(clause, begin, end, "time", "zh") for begin in sorted({one[2] for one in several})]
    times = [
        one
        for span in spans
        if span
        for one in read(clause[slice(*span)], Kind.DURATION, language="zh", locale=locale).candidates
    ]
    if times and spans[0]:
        words = clause[slice(*spans[0])]
        found.append(Figure(first, spans[0][1], Kind.DURATION, ambiguous(Reason.SEVERAL, *times), words))
    return found


def _counts_other_things(clause: str, start: int, end: int, reading: Reading, language: str) -> bool:
    """`3 children`, `500 trees`, `一个孩子`: no sum of money; nor is a small number that nothing calls money."""
    first = max(0, start - 12)
    whole = re.compile(r"[a-z]+").match(clause, first) if clause[first - 1 : first].isalpha() else None
    around = clause[whole.end() if whole else first : end + 12]  # the end of "years" is no rupees
    if "¤" in mark(around, language)[0]:
        return False
    things = {"zh": THINGS, "en": PLURALS}.get(language)
    if things and re.compile(things).match(clause, end):
        return True
    return bool(reading.candidates) and abs(float(str(reading.candidates[0].value))) < LEAST_SUM


def with_unit(clause: str, start: int, end: int, what: str, language: str) -> tuple[int, int] | None:
    """From the number to the end of its unit; in Swahili the unit may stand before it."""
    units = pattern(what, language)
    after = re.compile(rf"\s*-?\s*{'个?' if language == 'zh' else ''}").match(clause, end)
    match = units.match(clause, after.end() if after else end)
    if match and what == "time" and names_a_day(clause, start, end, match.start()):
        return None
    if match and what == "time" and match[0] in ("y", "m") and _tells_at_least(LEAST_SUM, clause[start:end]):
        match = None  # "2000 y quiero 8000"
    if match and language == "sw" and SWAHILI_NUMBER.match(clause, match.end()):
        match = None  # "mbuzi 10 miezi 10": the unit is of the number behind it
    if match and (fen := FEN.match(clause, match.start())):
        return start, fen.end()
    if match and SPREAD.match(clause, match.start()):
        return None
    if match:
        half = re.compile(r"\s*(?:半|and a half|na nusu|y medio|y media|et demie?)").match(
            clause, match.end()
        )
        return start, half.end() if half else match.end()
    if language == "sw":
        before = [m for m in units.finditer(clause, 0, start) if not clause[m.end() : start].strip()]
        return (before[-1].start(), end) if before else None
    return None


def _with_counted(
    clause: str, start: int, end: int, counted: Sequence[str], language: str
) -> tuple[tuple[int, int], str | None]:
    """`12 goats`, `12只羊`, `mbuzi 12`, `12 more good goats`."""
    names = _alternatives(tuple(counted))
    if names is None:
        return (start, end), None
    after = compiled(
        rf"\s*{MEASURE}(?:(?:{DESCRIBING})\s+){{0,2}}{DOING}(?P<name>{names})(?![^\W\d_]*\d)"
    ).match(clause, end)
    borrowed = BORROWED.search(clause[:start]) and _tells_at_least(MOST_COUNTED, clause[start:end])
    if borrowed and not (after and ANOTHER_SUM.match(clause, after.end())):
        return (start, end), None
    if after and _whole(clause, after.end("name"), after["name"]):
        return (start, after.end()), after["name"]
    before = compiled(rf"(?P<name>{names})(?:\s+(?:{DESCRIBED}))?\s*$").search(clause[:start])
    spoken = "sw" if before and SWAHILI_LEAD.search(clause[: before.start()]) else language
    if before and not _is_large(clause[start:end], spoken):
        return (before.start(), end), before["name"]
    return (start, end), None


def _is_large(words: str, language: str) -> bool:
    """More than one has of what is named before the number: "buy seeds 3000" tells a sum. Swahili counts so."""
    most = MOST_COUNTED if language == "sw" else LEAST_SUM
    if language == "zh":
        return any(value >= most for value in chinese(words).values)
    return words.isdigit() and int(words) >= most


def _tells_at_least(least: int, words: str) -> bool:
    digits = words.replace(",", "").strip()
    return digits.isdigit() and int(digits) >= least


def _whole(clause: str, end: int, name: str) -> bool:
    """The name ends at a word's end (Chinese has no word ends)."""
    return name[-1] >= "\u3400" or not clause[end : end + 1].isalpha()


@cache
def _alternatives(names: tuple[str, ...]) -> str | None:
    things = {
        fold(clean(name)) for name in names if name.strip() and not is_kin(name)
    }  # "my uncle 2000" is a sum
    folded = sorted(things, key=len, reverse=True)
    return "|".join(map(re.escape, folded)) or None


def first(reading: Reading) -> Candidate:
    return reading.candidates[0]
