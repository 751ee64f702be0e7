"""The numbers of a story that count what is bought, though nothing beside them says what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from intake.interview.clauses import Figure
from intake.interview.leading import distance, spoken
from intake.interview.questions import Questions
from intake.interview.story_found import Ask
from intake.reading import Kind
from intake.reading.patterns import word


def bought(
    told: list[tuple[str, list[Figure]]], asks: Sequence[Ask], questions: Questions, language: str
) -> list[tuple[str, list[Figure]]]:
    """ "I have 50 chickens, want to buy 100, need 3000": the bare number right behind a word that counts is a count,
    where things are counted and a word leads from another number to the sum."""
    loan = next((ask for ask in asks if ask.reads is Kind.AMOUNT), None)
    counts, sums = (
        [cue for ask in asks if ask.reads is reads for cue in spoken(ask.path, questions, language)]
        for reads in (Kind.INTEGER, Kind.AMOUNT)
    )
    if loan is None or not any(mark.counts for _, marks in told for mark in marks):
        return told

    def is_count(part: str, mark: Figure) -> bool:
        before = part[: mark.start].rstrip()
        behind, of_a_sum = (
            any(word(cue).search(before, len(before) - len(cue)) for cue in cues) for cues in (counts, sums)
        )
        return mark.kind is Kind.AMOUNT and mark.words.isdigit() and behind and not of_a_sum

    cues = spoken(loan.path, questions, language)
    others = [
        (part, mark)
        for part, marks in told
        for mark in marks
        if mark.kind is Kind.AMOUNT and not is_count(part, mark)
    ]
    if all(distance(part, mark, cues, language) is None for part, mark in others):
        return told
    return [
        (part, [replace(mark, kind=Kind.INTEGER) if is_count(part, mark) else mark for mark in marks])
        for part, marks in told
    ]
