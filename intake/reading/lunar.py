"""Days of the farmers' calendar of China: 腊月二十, 正月十五, 三月三, 中秋节, 清明前, 春节后."""

from __future__ import annotations

import re
from datetime import date, timedelta

from intake.reading import chinese
from intake.reading.types import Candidate, Reading, Reason, ambiguous, refused, sure

LAST = 30  # said of a month that has 29 days, it is its last
MONTHS = {"正": 1, "冬": 11, "腊": 12, "臘": 12}
YEARS = {"今年": 0, "明年": 1, "后年": 2, "後年": 2}
NEW_YEAR, EIGHTH, LANTERNS, LANTERNS_OVER = (1, 1), (1, 8), (1, 15), (1, 16)
FESTIVALS: dict[str, tuple[int, int]] = {
    "春节": NEW_YEAR, "春節": NEW_YEAR, "过年": NEW_YEAR, "過年": NEW_YEAR, "年": NEW_YEAR,
    "元宵": LANTERNS, "龙抬头": (2, 2), "端午": (5, 5), "端阳": (5, 5), "七夕": (7, 7), "七月半": (7, 15),
    "中元": (7, 15), "中秋": (8, 15), "重阳": (9, 9), "腊八": (12, 8),
    **dict.fromkeys(("除夕", "年三十", "大年三十", "大年夜", "年夜"), (12, LAST)),
}  # fmt: skip
SMALL_YEAR = ((12, 23), (12, 24))  # 小年: a day later in the south
NAMED_BY_DAY = {(2, 2), (3, 3), (5, 5), (7, 7), (9, 9), (8, 15)}  # the feast is meant more often
FIXED = {"元旦": (1, 1), "五一": (5, 1), "劳动节": (5, 1), "国庆": (10, 1), "國慶": (10, 1)}
TERMS = frozenset(
    re.findall(
        "..",
        "小寒大寒立春雨水惊蛰春分清明谷雨立夏小满芒种夏至小暑大暑立秋处暑白露秋分寒露霜降立冬小雪大雪冬至",
    )
)
# Of these a day is meant only by its side, or its feast: "雨水多" is much rain, and "三千五一年还" no first of May.
_BY_ITS_SIDE = frozenset({"雨水", "大雪", "小雪", "大寒", "小寒", "大暑", "小暑", "五一", "年"})
_FEAST = re.compile(
    rf"(?:{'|'.join(_BY_ITS_SIDE)})(?=[节節前后後以之过])|"
    + "|".join(sorted({*FESTIVALS, *FIXED, *TERMS} - _BY_ITS_SIDE, key=len, reverse=True))
)
_FILLING = re.compile(
    r"\s|[,.!！。]|大概|大约|差不多|左右|开始|可以|的时候|那天|当天|还款|我|能|就|还|的|在|到|吧|里|那"
)
_BEFORE = re.compile(r"(?:以前|之前|前)$")
_AFTER = re.compile(r"^(?:等?过[了完]|等)|(?:以后|之后|过后|过完|过了|完|后)$")
_DATE = re.compile(
    r"(?:(?P<year>\d{4}|[零〇一二三四五六七八九]{4})年|(?P<rel>今年|明年|后年|後年))?(?P<said>农历|農曆|阴历|旧历|古历|夏历)?"
    r"(?:(?P<year2>\d{4}|[零〇一二三四五六七八九]{4})年|(?P<rel2>今年|明年|后年|後年))?"
    r"(?:大年|(?P<leap>闰)?(?P<month>正|腊|臘|冬|\d{1,2}|十[一二]?|[一二三四五六七八九])月份?)?"
    r"(?P<first>初)?(?P<day>\d{1,2}|[廿卅][一二三四五六七八九]?|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])?"
    r"(?P<end>底|末|头)?(?P<solar>日|号|號)?"
)
_CERTAIN = re.compile(r"农历|農曆|阴历|旧历|古历|夏历|大年初|[正腊臘冬闰]|初[一二三四五六七八九十]|[廿卅]")


def read_lunar(text: str, today: date) -> Reading | None:
    """A day said by month and day of the lunar calendar, or one that may be of either calendar.

    A lunar day is always asked back in the other calendar: that is the one of the contract. None for what is neither.
    """
    side, body = _side(_FILLING.sub("", text))
    match = _DATE.fullmatch(body)
    if not match or not (match["month"] or match["first"]):
        return None
    if not _CERTAIN.search(body):
        return _either(match, side, today)
    days = _coming(match, today)
    return _asked(days, side) if days else refused(Reason.NO_SUCH_DATE)


def names_feast(text: str) -> bool:
    """Whether a feast or a solar term stands in the text."""
    return _FEAST.search(text) is not None


def read_festival(text: str, today: date) -> Reading | None:
    """A festival, a solar term, the year's end, or a side of one: 中秋节, 春节后, 清明前, 年底."""
    side, body = _side(_FILLING.sub("", text))
    rel = next((word for word in YEARS if body.startswith(word)), "")
    name = re.sub(r"(?<=..)(?:[节節]|晚上)$", "", body.removeprefix(rel))
    if name == "小年":
        return _asked([day for month, d in SMALL_YEAR for day in _next(month, d, rel, today)], side)
    if FESTIVALS.get(name) == NEW_YEAR and side == 1:
        # The first days are feast: work begins on the eighth, or after the lanterns.
        over = [day for month, d in (EIGHTH, LANTERNS_OVER) for day in _next(month, d, rel, today)]
        return _asked(sorted(over), 0)
    if re.fullmatch(r"年?[底末尾]" if rel else r"年[底末尾]", name):
        end = date(today.year + YEARS.get(rel, 0), 12, 31)
        return _asked([end, *_next(12, LAST, rel, today)[:1]], side)
    if name in FESTIVALS:
        month, day = FESTIVALS[name]
        return _asked(_next(month, day, rel, today), side)
    if name in FIXED or name in TERMS:
        return _solar(name, rel, side, today)
    return None


def _side(body: str) -> tuple[int, str]:
    """-1 before, 1 after, 0 on the day; and the text without that word."""
    if _BEFORE.search(body):
        return -1, _BEFORE.sub("", body)
    if _AFTER.search(body):
        return 1, _AFTER.sub("", body)
    return 0, body


def _asked(days: list[date], side: int) -> Reading | None:
    moved = list(dict.fromkeys(day + timedelta(days=side) for day in days))
    return ambiguous(Reason.LUNAR, *map(_candidate, moved)) if moved else None


def _candidate(day: date) -> Candidate:
    return Candidate(day.isoformat(), day.isoformat(), "day")


def _either(match: re.Match[str], side: int, today: date) -> Reading | None:
    """三月十五 may be said of either calendar, 3月15日 and 三月十五号 only of the common one."""
    spoken = match["day"] and match["month"] not in (None, "一") and not re.search(r"\d", match[0])
    if not spoken or match["solar"] or match["end"] or match["year"] or match["year2"]:
        return None
    month, day = _number(match["month"]), _number(match["day"])
    rel = match["rel"] or match["rel2"] or ""
    common = _common(month, day, rel, today)
    lunar = _coming(match, today)
    if not lunar:
        return None
    ours = [common] if common else []
    return _asked([*lunar, *ours] if (month, day) in NAMED_BY_DAY else [*ours, *lunar], side)


def _common(month: int, day: int, rel: str, today: date) -> date | None:
    years = [today.year + YEARS[rel]] if rel else range(today.year, today.year + 9)
    for year in years:
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if rel or found >= today:
            return found
    return None


def _coming(match: re.Match[str], today: date) -> list[date]:
    """The lunar day that is meant: of its year, else the next one."""
    month = 1 if match["month"] is None and "大年" in match[0] else _number(match["month"] or "")
    day = _number(match["day"] or "") or (LAST if match["end"] in ("底", "末") else 1)
    if day > LAST or month > 12:
        return []
    year = match["year"] or match["year2"]
    rel = match["rel"] or match["rel2"] or ""
    if year:
        number = int("".join(str(chinese.DIGITS.get(c, c)) for c in year))
        found = _day(number, month, day, leap=bool(match["leap"]))
        return [found] if found else []
    if not month:
        return _next_of_any_month(day, today)
    return _next(month, day, rel, today, leap=bool(match["leap"]))


def _next(month: int, day: int, rel: str, today: date, *, leap: bool = False) -> list[date]:
    """The next such day. "Next year" said between the two new years may mean two days: both."""
    now = _lunar_year(today)
    if rel:
        years = sorted({today.year + YEARS[rel], now + YEARS[rel]})
        return [found for year in years if (found := _day(year, month, day, leap=leap)) and found >= today]
    ahead = 40 if leap else 3  # a leap month of one number comes about every twenty years
    coming = (_day(year, month, day, leap=leap) for year in range(now, now + ahead))
    return [found for found in coming if found and found >= today][:1]


def _next_of_any_month(day: int, today: date) -> list[date]:
    """初五: of this lunar month, or the next."""
    from borax.calendars.lunardate import LunarDate

    for ahead in range(60):
        lunar = LunarDate.from_solar_date(*(today + timedelta(days=ahead)).timetuple()[:3])
        if lunar.day == day:
            return [today + timedelta(days=ahead)]
    return []


def _lunar_year(today: date) -> int:
    from borax.calendars.lunardate import LunarDate

    return int(LunarDate.from_solar_date(today.year, today.month, today.day).year)


def _day(year: int, month: int, day: int, *, leap: bool = False) -> date | None:
    """The day in the common calendar; the thirtieth of a short month is its last."""
    from borax.calendars.lunardate import LCalendars, LunarDate

    if not 1900 <= year <= 2099 or (leap and LCalendars.leap_month(year) != month):
        return None
    last = LCalendars.ndays(year, month, int(leap))
    found: date = LunarDate(year, month, min(day, last), int(leap)).to_solar_date()
    return found


def _solar(name: str, rel: str, side: int, today: date) -> Reading:
    day = _in_year(name, today.year + YEARS.get(rel, 0))
    if not rel and day < today:
        day = _in_year(name, today.year + 1)
    return sure(_candidate(day + timedelta(days=side)))


def _in_year(name: str, year: int) -> date:
    if name in FIXED:
        return date(year, *FIXED[name])
    from borax.calendars.lunardate import TermUtils

    found: date = TermUtils.day_start_from_term(year, name)
    return found


def _number(written: str) -> int:
    if written in MONTHS:
        return MONTHS[written]
    values = chinese.chinese(written).values if written else ()
    return int(values[0]) if values else 0
