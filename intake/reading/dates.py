"""Dates and times as people say them: `3/4`, `next March`, `after harvest`, `明年三月`, `pili Machi`."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, time, timedelta

from intake.reading import chinese
from intake.reading.calendar_words import (
    AFTER,
    AGO,
    DAY_WORDS,
    FIRSTS,
    LITTLE,
    NEXT,
    PERIODS,
    SEASON_AFTER,
    SEASON_BEFORE,
    THIS,
    months,
    weekdays,
)
from intake.reading.cleaning import clean, fold
from intake.reading.lunar import read_festival, read_lunar
from intake.reading.quantities import read_duration
from intake.reading.scanning import scan
from intake.reading.types import Candidate, LenderLocale, Reading, Reason, Season, ambiguous, refused, sure
from intake.reading.words import number_words

ORDINAL_MARK = re.compile(r"(?<=\d)(?:st|nd|rd|th|er|ere|e|eme|º|°|ª|o|a)(?![^\W\d_])")
NUMERIC = re.compile(r"(\d{1,4})\s*[-/.]\s*(\d{1,2})(?:\s*[-/.,]\s*(\d{1,4}))?")
DMY_LANGUAGES = frozenset({"es", "fr", "hi", "sw"})
MDY_COUNTRIES = frozenset({"US", "PH"})
NEAREST_YEARS = (1900, 2200)
_Part = Callable[[str, str, LenderLocale], Reading | None]


def read_date(text: str, language: str, locale: LenderLocale) -> Reading:
    """Read a date. Without a year the coming one is meant; a month alone is its first day (`unit` "month")."""
    body = clean(text).strip(" .!?")
    last = refused(Reason.NOT_UNDERSTOOD)
    for tongue in dict.fromkeys((language, *_helpers(body, locale))):
        reading = _read_in(body, tongue, locale, language)
        if reading and reading.candidates:
            return reading
        last = reading or last
    return last


def _helpers(body: str, locale: LenderLocale) -> tuple[str, ...]:
    return ("zh",) if re.search(r"[\u3400-\u9fff]", body) else ("en", *locale.languages)


def _read_in(body: str, language: str, locale: LenderLocale, chosen: str) -> Reading | None:
    text = body if language == "hi" else fold(body)
    steps: list[_Part] = [_numeric, _day_word, _season, _period, _relative, _weekday]
    if language == "zh":  # a lender's season may be called after a festival: its own calendar goes first
        steps = [_lunar, _numeric, _day_word, _season, _festival, _period, _relative, _weekday, _chinese]
    else:
        steps.append(_named)
    for step in steps:
        reading = step(text, chosen if step is _numeric else language, locale)
        if reading is not None:
            return reading
    return None


def _one(day: date | None, unit: str = "day", **facts: str) -> Reading:
    if day is None:
        return refused(Reason.NO_SUCH_DATE)
    return sure(_candidate(day, unit, **facts))


def _candidate(day: date, unit: str = "day", **facts: str) -> Candidate:
    shown = day.isoformat() if unit == "day" else day.isoformat()[:7]
    return Candidate(day.isoformat(), shown, unit, facts=facts)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _year(written: str) -> int:
    """26 → 2026, 89 → 1989: two figures are within sixty years back and forty ahead of 2026."""
    number = int(written)
    return number if len(written) > 2 else number + (2000 if number < 66 else 1900)


def _coming(month: int, day: int, today: date) -> date | None:
    """The next such day from today on; 29 February waits for its year."""
    for year in range(today.year, today.year + 9):
        found = _day(year, month, day)
        if found and found >= today:
            return found
    return None


def _numeric(text: str, language: str, locale: LenderLocale) -> Reading | None:
    match = NUMERIC.fullmatch(_without_little(text))
    if not match:
        return None
    first, second, third = match[1], int(match[2]), match[3]
    if len(first) == 4 or len(first) == 3:
        return _one(_day(int(first), second, int(third))) if third and len(third) < 3 else None
    pairs = _orders(int(first), second, language, locale)
    found = [_day(_year(third), m, d) if third else _coming(m, d, locale.today) for m, d in pairs]
    days = list(dict.fromkeys(day for day in found if day))
    if not days:
        return refused(Reason.NO_SUCH_DATE)
    return _one(days[0]) if len(days) == 1 else ambiguous(Reason.DAY_MONTH, *map(_candidate, days))


def _orders(first: int, second: int, language: str, locale: LenderLocale) -> list[tuple[int, int]]:
    """(month, day) in the orders these people may have written."""
    mdy, dmy = (first, second), (second, first)
    order = locale.date_order
    if order is None:
        order = "mdy" if language == "zh" or locale.country in MDY_COUNTRIES else None
        order = order or ("dmy" if language in DMY_LANGUAGES else None)
    if order:
        likely, other = (mdy, dmy) if order == "mdy" else (dmy, mdy)
        return [likely] if likely[0] <= 12 else [other]
    return [pair for pair in (dmy, mdy) if pair[0] <= 12] or [dmy]


def _without_little(text: str) -> str:
    words = text.split()
    while words and words[0].strip(",") in LITTLE:
        words = words[1:]
    return " ".join(words)


def _day_word(text: str, language: str, locale: LenderLocale) -> Reading | None:
    days = DAY_WORDS[language].get(_without_little(text), DAY_WORDS[language].get(text))
    if language == "hi" and text in ("कल", "kal"):  # yesterday or tomorrow; we ask for days to come
        days = 1
    return _one(locale.today + timedelta(days=days)) if days is not None else None


def _season(text: str, language: str, locale: LenderLocale) -> Reading | None:
    """`after harvest`: the day after the season's end, by the lender's calendar."""
    found = _season_named(text, language, locale)
    if found is None:
        return None
    season, name = found
    rest = text.replace(name, " ", 1) if language != "zh" else text.replace(name, "", 1)
    next_year = bool(re.search(r"\bnext year|mwaka ujao|明年|अगले साल|proximo|prochain", rest))
    starts, ends = _season_days(season, locale.today, 1 if next_year and locale.today.year else 0)
    if _has(rest, SEASON_AFTER[language]):
        return _one(ends + timedelta(days=1), season=season.id, side="after")
    if _has(rest, SEASON_BEFORE[language]):
        return _one(starts - timedelta(days=1), season=season.id, side="before")
    return _one(ends, season=season.id, side="in")


def _has(rest: str, words: frozenset[str]) -> bool:
    han = any("\u3400" <= word[0] <= "\u9fff" for word in words)
    return any(word in rest if han else re.search(rf"(?<!\w){re.escape(word)}(?!\w)", rest) for word in words)


def _season_named(text: str, language: str, locale: LenderLocale) -> tuple[Season, str] | None:
    """The season whose longest name stands in the text."""
    best: tuple[Season, str] | None = None
    for season in locale.seasons:
        for name in season.names.get(language, ()):
            folded = fold(clean(name))
            stands = (
                folded in text if language == "zh" else re.search(rf"(?<!\w){re.escape(folded)}(?!\w)", text)
            )
            if stands and (best is None or len(folded) > len(best[1])):
                best = (season, folded)
    return best


def _season_days(season: Season, today: date, later: int) -> tuple[date, date]:
    for year in range(today.year - 1, today.year + 3):
        starts, ends = (
            date.fromisoformat(f"{year}-{season.starts}"),
            date.fromisoformat(f"{year}-{season.ends}"),
        )
        if ends < starts:
            ends = ends.replace(year=year + 1)
        if ends >= today and (not later or starts.year > today.year):
            return starts, ends
    raise AssertionError("three years hold every season")


def _period(text: str, language: str, locale: LenderLocale) -> Reading | None:
    """`next month`, `下个月5号` (with a day), `mwaka ujao`."""
    if language == "zh":
        return None
    words = _without_little(text).split()
    period = next((PERIODS[language][word] for word in words if word in PERIODS[language]), None)
    joined = " ".join(words)
    ahead = _has(joined, NEXT[language])
    if period is None or not (ahead or _has(joined, THIS[language])) or len(words) > 4:
        return None
    others = [
        w
        for w in words
        if w not in PERIODS[language] and w not in LITTLE and w not in NEXT[language] | THIS[language]
    ]
    numbers = [int(word) for word in others if word.isdigit()]
    if [word for word in others if not word.isdigit() and word not in ("que", "viene")] or len(numbers) > 1:
        return None
    return _in_period(period, 1 if ahead else 0, numbers, locale.today)


def _in_period(period: str, step: int, numbers: list[int], today: date) -> Reading:
    if period == "week":
        return _one(today + timedelta(days=7 * step), "week")
    if period == "year":
        return _one(date(today.year + step, 1, 1), "year") if step else refused(Reason.NOT_UNDERSTOOD)
    month = today.month - 1 + step
    first = date(today.year + month // 12, month % 12 + 1, 1)
    return _one(_day(first.year, first.month, numbers[0])) if numbers else _one(first, "month")


def _relative(text: str, language: str, locale: LenderLocale) -> Reading | None:
    """`in 3 weeks`, `三个月后`, `baada ya miezi mitatu`, `two years ago`."""
    for pattern, sign in ((AGO[language], -1), (AFTER[language], 1)):
        match = re.fullmatch(pattern, text)
        if not match:
            continue
        span = match["span"] or match.groupdict().get("span2") or ""
        read = read_duration(span, language, locale)
        if read.candidates and read.candidates[0].unit:
            days = [_moved(locale.today, candidate, sign) for candidate in read.candidates]
            options = [_candidate(day) for day in days]
            return sure(options[0]) if read.sure else ambiguous(read.reason or Reason.SEVERAL, *options)
    return None


def _moved(today: date, candidate: Candidate, sign: int) -> date:
    if "whole_months" in candidate.facts:  # "2 years 1 month 21 days"
        count, odd = (int(candidate.facts[name]) for name in ("whole_months", "odd_days"))
        return add_months(today, sign * count) + timedelta(days=sign * min(odd, 36500))
    months_ahead = candidate.facts.get("months")
    if candidate.unit in ("months", "years") and months_ahead == int(str(months_ahead).split(".")[0]):
        return add_months(today, sign * int(str(months_ahead).split(".")[0]))
    days = int(float(str(candidate.facts["days"])))
    return today + timedelta(days=sign * min(days, 36500))


def add_months(day: date, count: int) -> date:
    """The same day so many months on, or the last of that month."""
    month = day.month - 1 + max(-1200, min(count, 1200))
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _weekday(text: str, language: str, locale: LenderLocale) -> Reading | None:
    body = _without_little(text)
    names = weekdays(language)
    name = next(
        (
            n
            for n in sorted(names, key=len, reverse=True)
            if n in (body.split() if language != "zh" else [body[-len(n) :]])
        ),
        None,
    )
    if name is None:
        return None
    rest = body.replace(name, " ", 1).strip(" ,")
    ahead = (names[name] - locale.today.weekday()) % 7 or 7
    if not rest:
        return _one(locale.today + timedelta(days=ahead))
    if rest in THIS[language]:
        return _one(locale.today + timedelta(days=(names[name] - locale.today.weekday())))
    monday = locale.today - timedelta(days=locale.today.weekday()) + timedelta(days=7)
    if rest in NEXT[language]:
        near, far = locale.today + timedelta(days=ahead), monday + timedelta(days=names[name])
        return (
            _one(far)
            if near == far or language == "zh"
            else ambiguous(Reason.SEVERAL, _candidate(near), _candidate(far))
        )
    return None


def _named(text: str, language: str, locale: LenderLocale) -> Reading | None:
    """A month by name, with a day, a year, both or neither around it."""
    names = months(language)
    body = ORDINAL_MARK.sub(
        "", re.sub(r"[.,']", " ", re.sub(r"(?<=\d)[.,/-]|(?<=[^\W\d_])[-/](?=\d)", " ", text))
    )
    found = [name for name in names if re.search(rf"(?<![^\W\d_]){re.escape(name)}(?![^\W\d_])", body)]
    if not found:
        return None
    name = max(found, key=len)
    rest = re.sub(rf"(?<![^\W\d_]){re.escape(name)}(?![^\W\d_])", " | ", body, count=1)
    ahead = _has(rest, NEXT[language])
    numbers, strange = _numbers_around(rest, language)
    if strange:
        return refused(Reason.OTHER_WORDS)
    return _dated(names[name], numbers, ahead, locale)


def _numbers_around(rest: str, language: str) -> tuple[list[int], bool]:
    words = rest.replace("|", " , ").split()
    plain_words = [
        word
        for word in words
        if word not in LITTLE
        and not _has(word, NEXT[language] | THIS[language])
        and word not in weekdays(language)
    ]
    days = [FIRSTS[word] for word in plain_words if word in FIRSTS]
    left = [word for word in plain_words if word not in FIRSTS]
    result = scan(" ".join(left), language)
    ordinals = number_words(language).ordinals
    for stranger in list(result.strangers):
        number = int(stranger.text[1:]) if stranger.text.startswith("#") else ordinals.get(stranger.text)
        if number and number <= 31:
            days.append(number)
            result.strangers.remove(stranger)
    days += [int(lexeme.text[1:]) for lexeme in result.lexemes if lexeme.kind == "ordinal"]
    values = [
        int(span.values[0])
        for span in result.spans
        if len(span.values) == 1 and span.values[0].denominator == 1
    ]
    return days + values, bool(result.strangers) or len(values) != len(result.spans)


def _dated(month: int, numbers: list[int], ahead: bool, locale: LenderLocale) -> Reading:
    years = [number for number in numbers if number >= 1000]
    days = [number for number in numbers if number < 1000]
    if len(years) > 1 or len(days) > 2 or any(day > 99 for day in days):
        return refused(Reason.NOT_UNDERSTOOD)
    if len(days) == 2 and not years:
        years, days = [_year(f"{days[1]:02}")], days[:1]
    if years:
        return _one(_day(years[0], month, days[0])) if days else _one(_day(years[0], month, 1), "month")
    if days:
        return _one(_coming(month, days[0], locale.today))
    return _month_alone(month, ahead, locale.today)


def _month_alone(month: int, ahead: bool, today: date) -> Reading:
    """`March` is the coming one; `next March` said in January may be either, so it is asked."""
    this_year, next_year = date(today.year, month, 1), date(today.year + 1, month, 1)
    if month < today.month or (month == today.month and ahead):
        return _one(next_year, "month")
    if month == today.month or ahead:
        options = (_candidate(this_year, "month"), _candidate(next_year, "month"))
        return ambiguous(Reason.WHICH_YEAR, *options)
    return _one(this_year, "month")


CHINESE_DATE = re.compile(
    r"(?:(?P<year>[\d零〇一二三四五六七八九]{4}|\d{2})年|(?P<rel>今年|明年|后年|去年|年(?=[底末]$)))?\s*"
    r"(?:(?P<month>\d{1,2}|十[一二]?|[一二三四五六七八九])月份?|(?P<next>下下|下|这|本)个?月)?\s*"
    r"(?:(?P<day>\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])(?:日|号|號)?|(?P<edge>底|末|初|上旬|中旬|中|下旬))?"
)


def _lunar(text: str, language: str, locale: LenderLocale) -> Reading | None:
    return read_lunar(text, locale.today)


def _festival(text: str, language: str, locale: LenderLocale) -> Reading | None:
    return read_festival(text, locale.today)


def _chinese(text: str, language: str, locale: LenderLocale) -> Reading | None:
    body = re.sub(
        r"\s|[,.。]|(?:大概|大约|差不多|左右|之前|以前|前|开始|可以|能|就|我|还|的|在|到)",
        "",
        chinese.simple(text),
    )
    match = CHINESE_DATE.fullmatch(body)
    if not match or not body:
        return None
    day = _small(match["day"]) if match["day"] else None
    if match["edge"]:
        day = {"底": 28, "末": 28, "下旬": 25, "中旬": 15, "中": 15}.get(match["edge"], 5)
    return _chinese_dated(match, day, body, locale.today)


def _chinese_dated(match: re.Match[str], day: int | None, body: str, today: date) -> Reading | None:
    year = _chinese_year(match, today)
    if match["next"]:
        ahead = {"下": 1, "下下": 2}.get(match["next"], 0)
        month = add_months(today.replace(day=1, year=year or today.year), ahead)
        return _one(_day(month.year, month.month, day)) if day else _one(month, "month")
    if match["month"]:
        month_number = _small(match["month"])
        if month_number > 12:
            return refused(Reason.NO_SUCH_DATE)
        if year:
            return _one(_day(year, month_number, day)) if day else _one(_day(year, month_number, 1), "month")
        return _one(_coming(month_number, day, today)) if day else _month_alone(month_number, False, today)
    if year:
        return _one(_day(year, 12, 31), "year") if match["edge"] else _one(_day(year, 1, 1), "year")
    return _day_alone(day, today) if day and re.search(r"[日号號]$", body) else None


def _day_alone(day: int, today: date) -> Reading:
    """`12号`: this month's if still to come, else the next month that has it."""
    for ahead in range(13):
        month = add_months(today.replace(day=1), ahead)
        found = _day(month.year, month.month, day)
        if found and found >= today:
            return _one(found)
    return refused(Reason.NO_SUCH_DATE)


def _chinese_year(match: re.Match[str], today: date) -> int | None:
    if match["rel"]:
        return today.year + {"今年": 0, "明年": 1, "后年": 2, "去年": -1, "年": 0}[match["rel"]]
    if not match["year"]:
        return None
    digits = "".join(str(chinese.DIGITS.get(c, c)) for c in match["year"])
    return _year(digits)


def _small(written: str) -> int:
    values = chinese.chinese(written).values
    return int(values[0]) if values else 0


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
    hour = _small(match["hour"])
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
