"""Dates as people say them: `3/4`, `next March`, `after harvest`, `明年三月`, `pili Machi`."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from intake.reading.calendar_words import (
    AFTER,
    AGO,
    DAY_WORDS,
    FIRSTS,
    LITTLE,
    NEXT,
    PERIODS,
    THIS,
    months,
    weekdays,
)
from intake.reading.chinese_dates import read_chinese_date
from intake.reading.cleaning import clean, fold
from intake.reading.days import (
    add_months,
    as_candidate,
    coming,
    day_of,
    full_year,
    has,
    month_alone,
    one,
    without_little,
)
from intake.reading.lunar import read_festival, read_lunar
from intake.reading.parts_of_months import read_part_of_month
from intake.reading.quantities import read_duration
from intake.reading.scanning import scan
from intake.reading.seasons import read_season
from intake.reading.types import Candidate, LenderLocale, Reading, Reason, ambiguous, refused, sure
from intake.reading.words import number_words

ORDINAL_MARK = re.compile(r"(?<=\d)(?:st|nd|rd|th|er|ere|e|eme|º|°|ª|o|a)(?![^\W\d_])")
NUMERIC = re.compile(r"(\d{1,4})\s*[-/.]\s*(\d{1,2})(?:\s*[-/.,]\s*(\d{1,4}))?")
DMY_LANGUAGES = frozenset({"es", "fr", "hi", "sw"})
MDY_COUNTRIES = frozenset({"US", "PH"})
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
    steps: list[_Part] = [_numeric, _day_word, _part_of_month, read_season, _period, _relative, _weekday]
    if language == "zh":  # a lender's season may be called after a festival: its own calendar goes first
        steps = [
            _lunar,
            _numeric,
            _day_word,
            read_season,
            _festival,
            _period,
            _relative,
            _weekday,
            read_chinese_date,
        ]
    else:
        steps.append(_named)
    for step in steps:
        reading = step(text, chosen if step is _numeric else language, locale)
        if reading is not None:
            return reading
    return None


def _part_of_month(text: str, language: str, locale: LenderLocale) -> Reading | None:
    def month(words: str) -> Reading | None:
        return _period(words, language, locale) or _named(words, language, locale)

    return read_part_of_month(text, language, locale, month)


def _numeric(text: str, language: str, locale: LenderLocale) -> Reading | None:
    match = NUMERIC.fullmatch(without_little(text))
    if not match:
        return None
    first, second, third = match[1], int(match[2]), match[3]
    if len(first) == 4 or len(first) == 3:
        return one(day_of(int(first), second, int(third))) if third and len(third) < 3 else None
    pairs = _orders(int(first), second, language, locale)
    found = [day_of(full_year(third), m, d) if third else coming(m, d, locale.today) for m, d in pairs]
    days = list(dict.fromkeys(day for day in found if day))
    if not days:
        return refused(Reason.NO_SUCH_DATE)
    return one(days[0]) if len(days) == 1 else ambiguous(Reason.DAY_MONTH, *map(as_candidate, days))


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


def _day_word(text: str, language: str, locale: LenderLocale) -> Reading | None:
    days = DAY_WORDS[language].get(without_little(text), DAY_WORDS[language].get(text))
    if language == "hi" and text in ("कल", "kal"):  # yesterday or tomorrow; we ask for days to come
        days = 1
    return one(locale.today + timedelta(days=days)) if days is not None else None


def _period(text: str, language: str, locale: LenderLocale) -> Reading | None:
    """`next month`, `下个月5号` (with a day), `mwaka ujao`."""
    if language == "zh":
        return None
    words = without_little(text).split()
    period = next((PERIODS[language][word] for word in words if word in PERIODS[language]), None)
    joined = " ".join(words)
    ahead = has(joined, NEXT[language])
    if period is None or not (ahead or has(joined, THIS[language])) or len(words) > 4:
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
        return one(today + timedelta(days=7 * step), "week")
    if period == "year":
        return one(date(today.year + step, 1, 1), "year") if step else refused(Reason.NOT_UNDERSTOOD)
    month = today.month - 1 + step
    first = date(today.year + month // 12, month % 12 + 1, 1)
    return one(day_of(first.year, first.month, numbers[0])) if numbers else one(first, "month")


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
            options = [as_candidate(day) for day in days]
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


def _weekday(text: str, language: str, locale: LenderLocale) -> Reading | None:
    body = without_little(text)
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
        return one(locale.today + timedelta(days=ahead))
    if rest in THIS[language]:
        return one(locale.today + timedelta(days=(names[name] - locale.today.weekday())))
    monday = locale.today - timedelta(days=locale.today.weekday()) + timedelta(days=7)
    if rest in NEXT[language]:
        near, far = locale.today + timedelta(days=ahead), monday + timedelta(days=names[name])
        return (
            one(far)
            if near == far or language == "zh"
            else ambiguous(Reason.SEVERAL, as_candidate(near), as_candidate(far))
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
    ahead = has(rest, NEXT[language])
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
        and not has(word, NEXT[language] | THIS[language])
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
        years, days = [full_year(f"{days[1]:02}")], days[:1]
    if years:
        return one(day_of(years[0], month, days[0])) if days else one(day_of(years[0], month, 1), "month")
    if days:
        return one(coming(month, days[0], locale.today))
    return month_alone(month, ahead, locale.today)


def _lunar(text: str, language: str, locale: LenderLocale) -> Reading | None:
    return read_lunar(text, locale.today)


def _festival(text: str, language: str, locale: LenderLocale) -> Reading | None:
    return read_festival(text, locale.today)
