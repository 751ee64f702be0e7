"""Dates as Chinese writes them: `明年三月`, `下个月5号`, `年底`, `12号`."""

from __future__ import annotations

import re
from datetime import date

from intake.reading import chinese
from intake.reading.days import (
    add_months,
    coming,
    day_alone,
    day_of,
    day_or_last,
    full_year,
    month_alone,
    one,
    one_of,
    part_of_this_month,
)
from intake.reading.types import LenderLocale, Reading, Reason, refused

CHINESE_DATE = re.compile(
    r"(?:(?P<year>[\d零〇一二三四五六七八九]{4}|\d{2}|[零〇一二三四五六七八九]{2})年|(?P<rel>今年|明年|后年|去年|年(?=[底末]$)))?\s*"
    r"(?:(?P<month>\d{1,2}|十[一二]?|[一二三四五六七八九])月份?|(?P<next>下下|下|这|本|上上|上)个?月|(?P<this>)月(?=[底末初中]))?\s*"
    r"(?:(?P<day>\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])(?:日|号|號)?|(?P<edge>底|末|初|上旬|中旬|中|下旬))?"
)


def read_chinese_date(text: str, language: str, locale: LenderLocale) -> Reading | None:
    """Year, month and day as far as they are named; None when the text is no such date."""
    body = re.sub(
        r"\s|[,.。]|(?:大概|大约|差不多|左右|之前|以前|前|开始|可以|可能|应该|能|就|我|还|的|在|到|吧|呢|啊|嘛)",
        "",
        chinese.simple(text),
    )
    match = CHINESE_DATE.fullmatch(body)
    if not match or not body:
        return None
    day = small(match["day"]) if match["day"] else None
    if match["edge"]:
        day = {"底": 31, "末": 31, "下旬": 25, "中旬": 15, "中": 15}.get(match["edge"], 5)
    return _chinese_dated(match, day, body, locale.today)


def _chinese_dated(match: re.Match[str], day: int | None, body: str, today: date) -> Reading | None:
    if day == 0:
        return refused(Reason.NO_SUCH_DATE)
    year = _chinese_year(match, today)
    at = day_or_last if match["edge"] else day_of
    if match["this"] is not None and day:  # "月初" said after it means the coming one
        return one(part_of_this_month(day, today))
    if match["next"] is not None:
        ahead = {"下": 1, "下下": 2, "上": -1, "上上": -2}.get(match["next"], 0)
        first = day_of(year or today.year, today.month, 1)
        if first is None:
            return refused(Reason.NO_SUCH_DATE)
        month = add_months(first, ahead)
        return one(at(month.year, month.month, day)) if day else one(month, "month")
    if match["month"]:
        month_number = small(match["month"])
        if not 1 <= month_number <= 12:
            return refused(Reason.NO_SUCH_DATE)
        if year:
            return one(at(year, month_number, day)) if day else one(day_of(year, month_number, 1), "month")
        if not day:
            return month_alone(month_number, 0, today)
        if not match["edge"]:
            return one_of(coming(month_number, day, today))
        ends = (day_or_last(today.year + ahead, month_number, day) for ahead in (0, 1))
        return one(next((found for found in ends if found and found >= today), None))
    if year:
        return one(day_of(year, 12, 31), "year") if match["edge"] else one(day_of(year, 1, 1), "year")
    return day_alone(day, today) if day and re.search(r"[日号號]$", body) else None


def _chinese_year(match: re.Match[str], today: date) -> int | None:
    if match["rel"]:
        return today.year + {"今年": 0, "明年": 1, "后年": 2, "去年": -1, "年": 0}[match["rel"]]
    if not match["year"]:
        return None
    digits = "".join(str(chinese.DIGITS.get(c, c)) for c in match["year"])
    return full_year(digits)


def small(written: str) -> int:
    """A small number in Chinese or in figures; 0 when it is none."""
    values = chinese.chinese(written).values
    return int(values[0]) if values else 0
