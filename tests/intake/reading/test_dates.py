"""Dates in words: ranges are asked, weekdays counted and checked, feasts and days of the month known."""

# ruff: noqa: E501 - tables of examples

from __future__ import annotations

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.reading import Kind, LenderLocale, Reading, Reason, Season, Status, read

SATURDAY = date(2026, 11, 28)
MARKET = Season("market", {"en": ("new year market", "new year"), "sw": ("mwaka mpya",)}, "01-15", "02-15")


def _read(text: str, language: str, *seasons: Season) -> Reading:
    return read(text, Kind.DATE, language=language, locale=LenderLocale(today=SATURDAY, seasons=seasons))


def _days(reading: Reading) -> list[str]:
    return [str(candidate.value) for candidate in reading.candidates]


TWO_DAYS = [
    ("en", ("5-7 June", "June 5th-7th", "from 5 to 7 June", "5th to the 7th of June", "fifth to seventh june", "5/7 june"), ["2027-06-05", "2027-06-07"]),
    ("en", ("5 or 6 June", "5, 6 June", "5 6 June", "June 5 or 6"), ["2027-06-05", "2027-06-06"]),
    ("en", ("10-15 March", "10th to 15th March", "10/15 March", "March 10-15"), ["2027-03-10", "2027-03-15"]),
    ("en", ("twenty first to twenty-third of may",), ["2027-05-21", "2027-05-23"]),
    ("en", ("5 March or 7 April",), ["2027-03-05", "2027-04-07"]),
    ("en", ("March or April", "from March to April"), ["2027-03-01", "2027-04-01"]),
    ("en", ("5 to 7 June 2028", "5 June to 7 June 2028"), ["2028-06-05", "2028-06-07"]),
    ("en", ("March 3, 28",), ["2028-03-03", "2027-03-03", "2027-03-28"]),
    ("en", ("2 or 3 weeks from now",), ["2026-12-12", "2026-12-19"]),
    ("en", ("friday or saturday",), ["2026-12-04", "2026-12-05"]),
    ("es", ("5 o 6 de marzo", "cinco o seis de marzo", "5-6 de marzo"), ["2027-03-05", "2027-03-06"]),
    ("es", ("del 5 al 7 de marzo", "entre el 5 y el 7 de marzo"), ["2027-03-05", "2027-03-07"]),
    ("fr", ("5 ou 6 mars", "cinq ou six mars"), ["2027-03-05", "2027-03-06"]),
    ("fr", ("du 5 au 7 mars", "5-7 mars"), ["2027-03-05", "2027-03-07"]),
    ("hi", ("5 या 6 मार्च",), ["2027-03-05", "2027-03-06"]),
    ("hi", ("5 से 7 मार्च", "5-7 मार्च", "5 से 7 मार्च तक"), ["2027-03-05", "2027-03-07"]),
    ("sw", ("tarehe 5 au 6 Machi", "tarehe tano au sita Machi"), ["2027-03-05", "2027-03-06"]),
    ("sw", ("tarehe 5 hadi 7 Machi", "5-7 Machi"), ["2027-03-05", "2027-03-07"]),
    ("zh", ("3月5-7号", "3月5号到7号", "三月五号到七号", "3月5号到3月7号"), ["2027-03-05", "2027-03-07"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "texts", "days"), TWO_DAYS)
def test_two_days_in_one_answer_are_both_offered(
    language: str, texts: tuple[str, ...], days: list[str]
) -> None:
    for text in texts:
        reading = _read(text, language)
        assert (reading.status, _days(reading)) == (Status.AMBIGUOUS, days), text


@given(
    st.integers(1, 12),
    st.integers(1, 28),
    st.integers(1, 28),
    st.sampled_from(["{}-{} {}", "{} to {} {}", "{} or {} {}"]),
)
def test_a_range_of_days_is_never_a_day_and_a_year(month: int, first: int, last: int, pattern: str) -> None:
    reading = _read(pattern.format(first, last, calendar.month_name[month]), "en")
    assert reading.status is Status.AMBIGUOUS
    assert {date.fromisoformat(day).day for day in _days(reading)} == {first, last}


UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")


@given(st.integers(1, 12), st.sampled_from([20, 30]), st.integers(1, 9), st.sampled_from(" -"), st.booleans())
def test_spelled_days_of_a_month_are_read_with_and_without_a_hyphen(
    month: int, tens: int, unit: int, join: str, behind: bool
) -> None:
    spelled = f"{'twenty' if tens == 20 else 'thirty'}{join}{UNITS[unit - 1]}"
    name = calendar.month_name[month]
    reading = _read(f"{name} {spelled} 2028" if behind else f"the {spelled} of {name} 2028", "en")
    last = calendar.monthrange(2028, month)[1]
    assert _days(reading) == ([date(2028, month, tens + unit).isoformat()] if tens + unit <= last else [])


NTH = [
    ("en", "first Monday of December", "2026-12-07"), ("en", "second Tuesday of January", "2027-01-12"), ("en", "third Friday of March", "2027-03-19"),
    ("en", "fourth sunday in may", "2027-05-23"), ("en", "last Friday in December", "2026-12-25"), ("en", "the second Monday of next month", "2026-12-14"),
    ("en", "last Friday of November", "2027-11-26"), ("en", "1st monday march 2028", "2028-03-06"),
    ("fr", "le premier lundi de décembre", "2026-12-07"), ("fr", "le premier jeudi de janvier", "2027-01-07"), ("fr", "le second lundi de mai", "2027-05-10"),
    ("fr", "le dernier vendredi du mois prochain", "2026-12-25"),
    ("es", "1er lunes de mayo", "2027-05-03"), ("es", "el primer lunes de diciembre", "2026-12-07"), ("es", "el último viernes del mes que viene", "2026-12-25"),
    ("sw", "Jumatatu ya kwanza ya Desemba", "2026-12-07"), ("sw", "Jumanne ya pili ya Januari", "2027-01-12"), ("sw", "ijumaa ya mwisho ya mwezi wa tatu", "2027-03-26"),
    ("hi", "दिसंबर का पहला सोमवार", "2026-12-07"), ("hi", "मार्च के दूसरे मंगलवार को", "2027-03-09"),
    ("zh", "12月的第一个周一", "2026-12-07"), ("zh", "下个月第二个星期五", "2026-12-11"), ("zh", "十二月最后一个周五", "2026-12-25"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "day"), NTH)
def test_a_weekday_counted_in_its_month_is_read(language: str, text: str, day: str) -> None:
    reading = _read(text, language)
    assert reading.sure and _days(reading) == [day]


@given(st.integers(2027, 2040), st.integers(1, 12), st.integers(1, 5), st.integers(0, 6))
def test_the_nth_weekday_is_that_of_the_calendar(year: int, month: int, nth: int, weekday: int) -> None:
    days = [
        day
        for day in calendar.Calendar().itermonthdates(year, month)
        if day.month == month and day.weekday() == weekday
    ]
    text = f"{UNITS[nth - 1]} {calendar.day_name[weekday]} of {calendar.month_name[month]} {year}"
    assert _days(_read(text, "en")) == ([days[nth - 1].isoformat()] if nth <= len(days) else [])


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [("en", "Tuesday 1 March 2027", ["2027-03-01", "2027-03-02"]), ("en", "Sat 29 Nov", ["2026-11-29", "2026-11-28"]),
     ("fr", "mardi 1er mars 2027", ["2027-03-01", "2027-03-02"]), ("es", "martes 1 de marzo de 2027", ["2027-03-01", "2027-03-02"]),
     ("hi", "मंगलवार 1 मार्च 2027", ["2027-03-01", "2027-03-02"]), ("zh", "3月1号星期二", ["2027-03-01", "2027-03-02"]),
     ("sw", "Jumanne tarehe 1 Machi 2027", ["2027-03-01", "2027-03-02"])],
)  # fmt: skip
def test_a_weekday_that_is_not_the_date_s_is_asked(language: str, text: str, days: list[str]) -> None:
    reading = _read(text, language)
    assert (reading.status, _days(reading)) == (Status.AMBIGUOUS, days)


@given(st.dates(date(2027, 1, 1), date(2040, 12, 31)), st.integers(0, 6))
def test_a_date_with_a_weekday_is_taken_exactly_when_they_agree(day: date, weekday: int) -> None:
    text = f"{calendar.day_name[weekday]} {day.day} {calendar.month_name[day.month]} {day.year}"
    reading = _read(text, "en")
    assert reading.sure == (day.weekday() == weekday)
    assert _days(reading)[0] == day.isoformat()


def test_a_weekday_tells_the_day_from_the_month() -> None:
    assert _days(_read("friday 03/04/2026", "en")) == ["2026-04-03"]


@pytest.mark.parametrize(
    ("language", "text", "days", "unit"),
    [("en", "Jan '27", ["2027-01-01"], "month"), ("en", "Mar '28", ["2028-03-01"], "month"), ("en", "5 Jan ’27", ["2027-01-05"], "day"),
     ("es", "5 de enero del 27", ["2027-01-05"], "day"), ("en", "5 June 27", ["2027-06-05"], "day"), ("en", "5/jun/27", ["2027-06-05"], "day"),
     ("en", "March 3, 67", ["1967-03-03"], "day"), ("en", "20270315", ["2027-03-15"], "day"), ("zh", "八七年五月十二", ["1987-05-12"], "day")],
)  # fmt: skip
def test_a_short_year_is_a_year(language: str, text: str, days: list[str], unit: str) -> None:
    reading = _read(text, language)
    assert reading.best is not None and (_days(reading), reading.best.unit) == (days, unit)


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [("es", "enero del 27", ["2027-01-01", "2027-01-27"]), ("en", "march 3 at 5", ["2027-03-03"]), ("en", "mar-3-28", ["2028-03-03", "2027-03-03"]),
     ("en", "1-1-1", []), ("en", "1 jan 0000", []),
     ("hi", "कल", ["2026-11-29", "2026-11-27"]), ("hi", "kal", ["2026-11-29", "2026-11-27"]), ("hi", "परसों", ["2026-11-30", "2026-11-26"]),
     ("hi", "कल सुबह", ["2026-11-29", "2026-11-27"]),
     ("fr", "dans quinze jours", ["2026-12-12", "2026-12-13"]), ("es", "en ocho días", ["2026-12-05", "2026-12-06"]),
     ("en", "last friday", ["2026-11-27", "2026-11-20"]), ("es", "el viernes pasado", ["2026-11-27", "2026-11-20"]),
     ("fr", "vendredi dernier", ["2026-11-27", "2026-11-20"]), ("sw", "Ijumaa iliyopita", ["2026-11-27", "2026-11-20"]),
     ("hi", "पिछले बुधवार", ["2026-11-25", "2026-11-18"]), ("en", "this friday", ["2026-12-04", "2026-11-27"]),
     ("en", "two weeks after christmas", ["2026-12-26"]), ("en", "5 March at 10am", ["2027-03-05"]), ("es", "5 de marzo a las 10", ["2027-03-05"]),
     ("en", "before 5 march", ["2027-03-05"]), ("fr", "avant vendredi", ["2026-12-04"]), ("en", "friday after next", []),
     ("fr", "janvier 28", ["2028-01-01", "2027-01-28"]), ("fr", "dans une quinzaine", ["2026-12-12", "2026-12-13"])],
)  # fmt: skip
def test_what_may_be_two_days_is_not_taken(language: str, text: str, days: list[str]) -> None:
    reading = _read(text, language)
    assert not reading.sure and _days(reading) == days


PLAIN = [
    ("en", "the 5th", "2026-12-05"), ("en", "on the 5th", "2026-12-05"), ("en", "the second", "2026-12-02"), ("hi", "10 तारीख", "2026-12-10"),
    ("hi", "दस तारीख को", "2026-12-10"), ("sw", "tarehe 10", "2026-12-10"), ("sw", "tarehe kumi", "2026-12-10"), ("es", "el día 10", "2026-12-10"),
    ("es", "el 10", "2026-12-10"), ("fr", "le 10", "2026-12-10"), ("en", "5th of next month", "2026-12-05"), ("hi", "अगले महीने की 5 तारीख", "2026-12-05"),
    ("sw", "Jumatatu ijayo", "2026-11-30"), ("sw", "Jumatano ijayo", "2026-12-02"), ("zh", "上周五", "2026-11-20"), ("zh", "上个星期五", "2026-11-20"),
    ("zh", "礼拜天", "2026-11-29"), ("hi", "इतवार", "2026-11-29"), ("zh", "下下周五", "2026-12-11"), ("en", "friday next week", "2026-12-04"),
    ("en", "last week sunday", "2026-11-22"), ("es", "el lunes de la semana que viene", "2026-11-30"), ("en", "monday morning", "2026-11-30"), ("en", "5 december next year", "2027-12-05"), ("sw", "tarehe 5 Desemba mwaka ujao", "2027-12-05"),
    ("hi", "5 जून अगले साल", "2027-06-05"), ("es", "5 de diciembre del próximo año", "2027-12-05"), ("fr", "5 décembre l'an prochain", "2027-12-05"),
    ("es", "viernes 4", "2026-12-04"), ("fr", "vendredi 4", "2026-12-04"), ("es", "para el viernes", "2026-12-04"), ("es", "último día de marzo", "2027-03-31"),
    ("fr", "le dernier jour de mars", "2027-03-31"), ("zh", "下周", "2026-12-05"), ("zh", "明晚", "2026-11-29"),
    ("fr", "le mois prochain", "2026-12-01"), ("es", "el mes que viene", "2026-12-01"), ("sw", "mwaka ujao", "2027-01-01"), ("fr", "l'an prochain", "2027-01-01"),
    ("en", "last month", "2026-10-01"), ("zh", "上个月5号", "2026-10-05"), ("zh", "今儿", "2026-11-28"), ("zh", "明儿", "2026-11-29"), ("zh", "明天早上", "2026-11-29"),
    ("en", "day before yesterday", "2026-11-26"), ("es", "antier", "2026-11-26"), ("fr", "demain matin", "2026-11-29"), ("es", "mañana por la mañana", "2026-11-29"),
    ("sw", "kesho asubuhi", "2026-11-29"), ("fr", "2 fév 2027", "2027-02-02"), ("es", "1ro de mayo", "2027-05-01"),
    ("en", "Christmas", "2026-12-25"), ("en", "after christmas 2027", "2027-12-26"), ("es", "Navidad", "2026-12-25"), ("fr", "avant Noël", "2026-12-24"),
    ("sw", "kabla ya Krismasi", "2026-12-24"), ("hi", "क्रिसमस", "2026-12-25"), ("zh", "圣诞节", "2026-12-25"), ("es", "Año Nuevo", "2027-01-01"),
    ("fr", "Nouvel An", "2027-01-01"), ("en", "new year's eve", "2026-12-31"), ("hi", "नया साल", "2027-01-01"), ("en", "end of the year", "2026-12-31"),
    ("en", "a month from now", "2026-12-28"), ("en", "a year from now", "2027-11-28"), ("en", "a day from now", "2026-11-29"),
    ("es", "un mes desde hoy", "2026-12-28"), ("fr", "un mois à partir d'aujourd'hui", "2026-12-28"), ("sw", "mwezi mmoja kutoka sasa", "2026-12-28"),
    ("en", "15 september last year", "2025-09-15"), ("en", "15 september this year", "2026-09-15"), ("sw", "15 Machi mwaka huu", "2026-03-15"),
    ("hi", "15 मार्च पिछले साल", "2025-03-15"), ("es", "15 de marzo del año pasado", "2025-03-15"), ("fr", "15 mars de cette année", "2026-03-15"),
    ("en", "end december", "2026-12-31"), ("en", "on tomorrow", "2026-11-29"),
    ("es", "fin de año", "2026-12-31"), ("sw", "mwisho wa mwaka", "2026-12-31"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "day"), PLAIN)
def test_a_day_said_plainly_is_read(language: str, text: str, day: str) -> None:
    reading = _read(text, language)
    assert reading.sure and _days(reading) == [day]


@pytest.mark.parametrize(("language", "text"), [("en", "new year"), ("sw", "mwaka mpya")])
def test_a_feast_that_is_also_a_season_of_the_lender_s_is_asked(language: str, text: str) -> None:
    reading = _read(text, language, MARKET)
    assert (reading.reason, _days(reading)) == (Reason.SEVERAL, ["2027-01-01", "2027-02-15"])
    assert _days(_read("after the new year market", "en", MARKET)) == ["2027-02-16"]


@given(st.integers(1, 400), st.integers(1, 28))
def test_a_day_of_the_month_is_the_coming_one(ahead: int, day: int) -> None:
    today = SATURDAY + timedelta(days=ahead)
    for language, text in (
        ("en", f"the {day}"),
        ("sw", f"tarehe {day}"),
        ("fr", f"le {day}"),
        ("hi", f"{day} तारीख"),
        ("zh", f"{day}号"),
    ):
        best = read(text, Kind.DATE, language=language, locale=LenderLocale(today=today)).best
        assert best is not None
        found = date.fromisoformat(str(best.value))
        assert found.day == day and timedelta(0) <= found - today <= timedelta(days=31)


WINTER = Season("winter", {"en": ("winter",)}, "12-01", "02-29")


@pytest.mark.parametrize(
    ("today", "text", "day"),
    [(date(2027, 2, 28), "winter", "2027-02-28"), (date(2027, 3, 1), "winter", "2028-02-29"), (date(2027, 3, 1), "before winter", "2027-11-30"),
     (SATURDAY, "after winter", "2027-03-01"), (SATURDAY, "after winter 2027", "2028-03-01"), (date(2027, 1, 5), "winter", "2027-02-28")],
)  # fmt: skip
def test_a_season_is_the_running_or_the_next_one_and_may_end_in_february(
    today: date, text: str, day: str
) -> None:
    reading = read(text, Kind.DATE, language="en", locale=LenderLocale(today=today, seasons=(WINTER,)))
    assert _days(reading) == [day]


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("en", ("29 Feb", "Feb 29th", "29/2", "2/29", "the 29th of february")),
        ("zh", ("2月29日", "2月29号", "二月二十九号", "2-29")),
        ("sw", ("29 februari", "tarehe 29 februari", "29/2")),
        ("es", ("29 de febrero",)),
        ("fr", ("le 29 février",)),
        ("hi", ("29 फरवरी",)),
    ],
)
def test_a_day_that_the_coming_year_lacks_is_asked_about(language: str, texts: tuple[str, ...]) -> None:
    """29 February of a year that has none: the days around the gap, and the far one, none for sure."""
    for text in texts:
        reading = _read(text, language)
        assert reading.status is Status.AMBIGUOUS, text
        assert _days(reading) == ["2027-02-28", "2027-03-01", "2028-02-29"], text


def test_a_leap_day_is_sure_with_its_year_and_when_it_is_the_next() -> None:
    assert _days(_read("29 Feb 2028", "en")) == ["2028-02-29"] and _read("29 Feb 2028", "en").sure
    soon = read("29 Feb", Kind.DATE, language="en", locale=LenderLocale(today=date(2027, 11, 1)))
    assert soon.sure and _days(soon) == ["2028-02-29"]


def test_a_leap_day_gone_by_is_asked_about_too() -> None:
    reading = _read("last 29 feb", "en")
    assert reading.status is Status.AMBIGUOUS
    assert _days(reading) == ["2026-02-28", "2026-03-01", "2024-02-29"]
