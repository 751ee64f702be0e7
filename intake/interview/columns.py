"""The extra columns of a form that tell the interview how people speak: documented in `docs/interview.md`."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache

from intake.reading import Kind

KINDS = {
    "amount": Kind.AMOUNT,
    "number": Kind.NUMBER,
    "integer": Kind.INTEGER,
    "duration": Kind.DURATION,
    "area": Kind.AREA,
    "phone": Kind.PHONE,
    "date": Kind.DATE,
    "time": Kind.TIME,
    "yes_no": Kind.YES_NO,
}


class AskAgain(StrEnum):
    """What is done with an answer on file when the farmer comes back."""

    ALWAYS = "always"  # asked anew
    STILL = "still"  # "is this still right?"
    NEVER = "never"  # taken over


@lru_cache(maxsize=4096)  # read at every message, of every question
def packed(cell: str, *languages: str) -> tuple[str, ...]:
    """`en: goat, goats; zh: 羊` → the words of these languages; words without a language count for all."""
    found: list[str] = []
    for part in cell.split(";"):
        head, colon, tail = part.partition(":")
        language, words = (head.strip(), tail) if colon and len(head.strip()) <= 3 else ("", part)
        if not language or language in languages or not languages:
            found += [word.strip() for word in words.split(",") if word.strip()]
    return tuple(dict.fromkeys(found))


def read_as(cells: Mapping[str, str]) -> tuple[Kind | None, str | None]:
    """`duration:months` → the kind, and the unit that a bare number has and the answer is stored in."""
    kind, _, unit = (cells.get("read_as") or "").strip().lower().partition(":")
    return KINDS.get(kind), unit or None


def ask_again(cells: Mapping[str, str]) -> AskAgain:
    """How an answer on file is treated; asked anew unless the form says otherwise."""
    value = (cells.get("ask_again") or "").strip().lower()
    return AskAgain(value) if value in set(AskAgain) else AskAgain.ALWAYS


def names_a_person(cells: Mapping[str, str]) -> bool:
    """Whether the answer is somebody's name."""
    return (cells.get("read_as") or "").strip().lower() == "words:name"
