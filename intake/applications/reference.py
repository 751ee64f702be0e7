"""Reference numbers: short, spoken over a bad line, typed on a cheap phone, and guarded by a check digit."""

from __future__ import annotations

import re
import unicodedata

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.exc import IntegrityError

from intake.tables import sequences

# H. M. Damm, "Total anti-symmetrische Quasigruppen" (2004): finds every single wrong digit and every swap of
# two neighbours.
_DAMM = (
    (0, 3, 1, 7, 5, 9, 8, 6, 4, 2),
    (7, 0, 9, 2, 1, 5, 4, 8, 6, 3),
    (4, 2, 0, 6, 8, 7, 1, 3, 5, 9),
    (1, 7, 5, 0, 9, 8, 3, 4, 2, 6),
    (6, 1, 2, 3, 0, 4, 5, 9, 7, 8),
    (3, 6, 7, 4, 2, 0, 9, 5, 8, 1),
    (5, 8, 6, 9, 7, 2, 0, 1, 3, 4),
    (8, 9, 4, 5, 3, 6, 2, 0, 1, 7),
    (9, 4, 3, 8, 6, 1, 7, 2, 0, 5),
    (2, 5, 8, 1, 4, 3, 6, 7, 9, 0),
)
_FIGURES = re.compile(r"(\d{4})(\d{5,})(\d)")


def check_digit(digits: str) -> int:
    """The Damm check digit of a string of decimal digits."""
    interim = 0
    for digit in digits:
        interim = _DAMM[interim][int(digit)]
    return interim


def make_reference(prefix: str, year: int, number: int) -> str:
    """Such as TR-2026-00042-8: lender, year, running number, check digit."""
    digits = f"{year:04d}{number:05d}"
    return f"{prefix}-{year:04d}-{number:05d}-{check_digit(digits)}"


def read_reference(text: str, prefix: str) -> str | None:
    """The reference a person typed, spacing and case forgiven; None when the check digit does not fit."""
    folded = unicodedata.normalize("NFKC", text).upper()
    typed = "".join(char for char in folded if char.isalnum())
    for figures in (typed.removeprefix(prefix), typed):  # the prefix may be figures, and may be left away
        found = _FIGURES.fullmatch(figures)
        if found and check_digit(found[1] + found[2]) == int(found[3]):
            return make_reference(prefix, int(found[1]), int(found[2]))
    return None


def without_references(text: str, prefix: str) -> str:
    """The text without what is written like a reference, whatever its check digit: its figures are no amounts."""
    figures = r"\d{4}[-\s]*\d{5,}[-\s]*\d(?!\d)"
    written = rf"(?<![A-Z\d]){re.escape(prefix)}[-\s]*{figures}|(?<!\d)\d{{4}}-\d{{5,}}-\d(?!\d)"
    return re.sub(written, " ", unicodedata.normalize("NFKC", text), flags=re.IGNORECASE)


def next_number(connection: Connection, name: str) -> int:
    """The next number of the sequence `name`, from 1; unique under concurrent writers."""
    step = (
        update(sequences)
        .where(sequences.c.name == name)
        .values(value=sequences.c.value + 1)
        .returning(sequences.c.value)
    )
    for _ in range(2):
        number: int | None = connection.execute(step).scalar()
        if number is not None:
            return number
        _begin_sequence(connection, name)
    raise AssertionError(f"the sequence {name} cannot be begun")


def _begin_sequence(connection: Connection, name: str) -> None:
    try:
        with connection.begin_nested():
            connection.execute(insert(sequences).values(name=name, value=0))
    except IntegrityError:  # another worker began it in the same moment: its row serves as well
        connection.execute(select(sequences.c.value).where(sequences.c.name == name))
