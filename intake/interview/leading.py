"""The words of the form that lead to a question, and how near one stands to a number."""

from __future__ import annotations

from collections.abc import Sequence

from intake.interview.clauses import Figure
from intake.interview.columns import packed
from intake.interview.questions import Questions
from intake.reading.cleaning import clean, fold
from intake.reading.patterns import word

LEADS = ("called", "story_words", "sure_words")  # the form's columns that name what a figure is for
FAR = 45  # letters between a word that points to a question and the number it points at
FAR_HAN = 14


def spoken(path: str, questions: Questions, language: str) -> tuple[str, ...]:
    cell = questions.cells(path).get("story_words", "")
    return tuple(fold(clean(cue)) for cue in packed(cell, language))


def lead(
    clause: str, figure: Figure, path: str, questions: Questions, columns: Sequence[str] = LEADS
) -> float | None:
    """How near a word of the form's stands that leads from the figure to the question at `path`; None: none does."""
    cells, tongues = questions.cells(path), (questions.language, "en")
    words = [word for column in columns for word in packed(cells.get(column, ""), *tongues)]
    return distance(clause, figure, [fold(clean(word)) for word in words], questions.language)


def distance(
    clause: str, figure: Figure, cues: Sequence[str], language: str, others: Sequence[Figure] = ()
) -> float | None:
    """Letters between the figure and the nearest cue; a cue behind it counts a little farther, a longer one nearer,
    and one that leads to another figure ("200 chickens i have 4k") not at all."""
    far = FAR_HAN if language == "zh" else FAR
    best: float | None = None
    for cue in cues:
        for start in places(cue, clause):
            end = start + len(cue)
            gap = figure.start - end if end <= figure.start else start - figure.end + 2
            if start >= figure.start and start < figure.end:
                gap = 0
            elif start >= figure.end and any(0 <= one.start - end < gap for one in others):
                continue
            if 0 <= gap <= far and (best is None or gap - len(cue) / 4 < best):
                best = gap - len(cue) / 4
    return best


def places(cue: str, clause: str) -> list[int]:
    return [match.start() for match in word(cue).finditer(clause)] if cue in clause else []
