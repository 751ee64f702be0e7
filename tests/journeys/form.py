"""The sample form as a farmer reads it: which question a message asks, and what its choices are called."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from bot.settings import Settings

LANGUAGE_COLUMN = {"en": "label::English (en)", "zh": "label::中文 (zh)", "sw": "label::Kiswahili (sw)"}
Row = dict[str, str]


@dataclass(frozen=True)
class Question:
    """One row of the survey sheet."""

    name: str
    type: str
    label: str  # the longest piece of the label that holds no other answer


@cache
def questions(language: str) -> tuple[Question, ...]:
    """Every question that has a label."""
    found = []
    for row in _sheet("survey"):
        label = max(re.split(r"\$\{\w+\}", row.get(LANGUAGE_COLUMN[language], "")), key=len).strip()
        if label:
            found.append(Question(row["name"], row["type"], label))
    return tuple(found)


def asked(text: str, language: str) -> Question | None:
    """The question a message asks: that whose words stand last in it."""
    places = [(text.rfind(one.label), len(one.label), one) for one in questions(language)]
    found = [place for place in places if place[0] >= 0]
    return max(found, key=lambda place: place[:2])[2] if found else None


def choice(name: str, question: Question, language: str) -> str:
    """What a choice is called."""
    listed = question.type.split()[1]
    rows = [row for row in _sheet("choices") if row["list_name"] == listed and row["name"] == name]
    return rows[0][LANGUAGE_COLUMN[language]]


@cache
def _sheet(name: str) -> tuple[Row, ...]:
    lines = Settings(_env_file=None).form.read_text(encoding="utf-8").splitlines()  # type: ignore[call-arg]
    begin = next(number for number, line in enumerate(lines) if line.startswith(f"| {name} |"))
    head = _cells(lines[begin + 1])
    rows = []
    for line in lines[begin + 2 :]:
        if not line.startswith("| |"):
            break
        rows.append(dict(zip(head, _cells(line), strict=False)))
    return tuple(rows)


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")][1:]
