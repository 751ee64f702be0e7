"""Digits with separators: what `1,00,000`, `1.500` and `1 234,5` may mean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

WESTERN = re.compile(r"\d{1,3}(?:[,.' ]\d{3})+")
INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}")
MARKS = frozenset(",.' ")
# In a money column 1.500 is as likely fifteen hundred; these languages write it so.
COMMA_LANGUAGES = frozenset({"es", "fr"})


@dataclass(frozen=True, slots=True)
class Numeral:
    """The readings of one run of digits, likeliest first; empty if the separators make no sense."""

    values: tuple[Decimal, ...]


def numeral(text: str, *, decimal_separator: str | None, language: str, money: bool) -> Numeral:
    """Read `text` (digits, and `,` `.` `'` or spaces between them).

    `decimal_separator` is the lender's; without it the language's custom decides. Where the custom and the
    typed form leave two readings, both come back.
    """
    body = text.strip().rstrip(".,")
    if body.isdigit():
        return Numeral((Decimal(body),))
    if body[:1] in ".," and body[1:].isdigit():
        return Numeral((Decimal("0." + body[1:]),))
    marks = [mark for mark in body if not mark.isdigit()]
    if not set(marks) <= MARKS:
        return Numeral(())  # a digit of a script that Python's own tables do not know
    if len(set(marks)) > 1:
        return _two_marks(body, marks, money)
    if len(marks) > 1 or marks[0] in " '":
        return _grouped(body)
    return _one_mark(body, marks[0], decimal_separator, language, money)


def _two_marks(body: str, marks: list[str], money: bool) -> Numeral:
    """The last mark is the decimal one if it stands once and the rest groups digits.

    Three digits after it may be one more group: Colombia writes 1'500.000, and no money has thousandths.
    """
    point = marks[-1]
    if point not in ".," or marks.count(point) != 1:
        return Numeral(())
    whole, _, decimals = body.rpartition(point)
    groups = _grouped(whole) if len(whole) > 3 else Numeral(())
    found = tuple(Decimal(f"{value}.{decimals}") for value in groups.values if decimals)
    if found and len(decimals) == 3 and (money or marks[0] == "'"):
        return Numeral((Decimal(re.sub(r"\D", "", body)), *found))
    return Numeral(found)


def _grouped(body: str) -> Numeral:
    same = len({mark for mark in body if not mark.isdigit()}) == 1
    if same and (WESTERN.fullmatch(body) or INDIAN.fullmatch(body)) and not body.startswith("0"):
        return Numeral((Decimal(re.sub(r"\D", "", body)),))
    return Numeral(())


def _one_mark(body: str, mark: str, lender: str | None, language: str, money: bool) -> Numeral:
    whole, decimals = body.split(mark)
    as_decimal = Decimal(f"{whole or 0}.{decimals}")
    custom = lender or ("," if language in COMMA_LANGUAGES else ".")
    if not WESTERN.fullmatch(body) or whole.startswith("0"):
        return _cannot_group(body, mark, custom, as_decimal, len(decimals))
    grouped = Decimal(whole + decimals)
    if mark != custom and (lender is not None or language not in COMMA_LANGUAGES):
        return _against_language(mark, language, grouped, as_decimal)
    if mark == custom and not money and lender is None and language not in COMMA_LANGUAGES:
        return Numeral((as_decimal,))  # a bare 10.233 in English or Chinese is a decimal
    return Numeral((grouped, as_decimal))


def _against_language(mark: str, language: str, grouped: Decimal, as_decimal: Decimal) -> Numeral:
    """The lender says 1,500 is fifteen hundred; a language whose own custom is the other way is asked."""
    custom = "," if language in COMMA_LANGUAGES else "."
    return Numeral((grouped, as_decimal)) if mark == custom else Numeral((grouped,))


def _cannot_group(body: str, mark: str, custom: str, as_decimal: Decimal, places: int) -> Numeral:
    if mark == custom or body.startswith("0"):
        return Numeral((as_decimal,))
    if mark == "," and places > 2:
        return Numeral(())  # 1,2345: a slip, not a number
    if mark == ".":
        return Numeral((as_decimal,))  # a point before one or two digits is a decimal everywhere
    return Numeral((as_decimal, Decimal(re.sub(r"\D", "", body))))
