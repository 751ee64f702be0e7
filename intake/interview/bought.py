"""The numbers of a story that count what is bought, though nothing beside them says what."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from intake.interview.clauses import Figure
from intake.interview.leading import distance, spoken
from intake.interview.questions import Questions
from intake.interview.story_found import Ask
from intake.reading import Kind
from intake.reading.patterns import word

Told = list[tuple[str, list[Figure]]]


def bought(
    told: Told, asks: Sequence[Ask], named: Collection[str], questions: Questions, language: str
) -> Told:
    """ "I keep chickens, want to buy 150, need 3000": the bare number right behind a word that counts is a count, where
    a word leads from another number to the sum. Where nothing that is counted is `named`, it is no sum either."""
    loan = next((ask for ask in asks if ask.reads is Kind.AMOUNT), None)
    counts, sums = (
        [cue for ask in asks if ask.reads is reads for cue in spoken(ask.path, questions, language)]
        for reads in (Kind.INTEGER, Kind.AMOUNT)
    )
    if loan is None:
        return told
    things = any(mark.counts for _, marks in told for mark in marks)
    if not things:  # "i have 3000" may tell money
        counts = [cue for cue in counts if cue in _of_buying(asks, questions, language)]

    def is_count(part: str, mark: Figure) -> bool:
        before = part[: mark.start].rstrip()
        behind, of_a_sum = (
            any(word(cue).search(before, len(before) - len(cue)) for cue in cues) for cues in (counts, sums)
        )
        last = not part[mark.end :].strip()  # "buy 2 machines" counts them
        bare = mark.kind is Kind.AMOUNT or (mark.kind is Kind.NUMBER and last)
        return bare and mark.words.isdigit() and behind and not of_a_sum

    cues = spoken(loan.path, questions, language)
    others = [
        (part, mark)
        for part, marks in told
        for mark in marks
        if mark.kind is Kind.AMOUNT and not is_count(part, mark)
    ]
    if all(distance(part, mark, cues, language) is None for part, mark in others):
        return told
    kind = Kind.INTEGER if things or _are_counted(asks, named, questions) else Kind.NUMBER
    return [
        (part, [replace(mark, kind=kind) if is_count(part, mark) else mark for mark in marks])
        for part, marks in told
    ]


def may_count(ask: Ask, clause: str, mark: Figure) -> bool:
    """Whether the question may ask for the count: what is bought already (买了5只羊) is none that will be."""
    return "买" not in ask.cues or not clause[: mark.start].rstrip().endswith("买了")


def _of_buying(asks: Sequence[Ask], questions: Questions, language: str) -> list[str]:
    """The words that tell what is bought: those of the question what the money is for."""
    plans = [ask for ask in asks if (questions.cells(ask.path).get("read_as") or "").strip() == "words:from"]
    return [cue for ask in plans for cue in spoken(ask.path, questions, language)]


def _are_counted(asks: Sequence[Ask], named: Collection[str], questions: Questions) -> bool:
    """Whether the form counts anything of what he does, or he has named what only some do ("chickens")."""
    return any(
        questions.session.relevant(ask.path)
        if ask.reads is Kind.INTEGER
        else bool(ask.options) and ask.path in named and not questions.session.relevant(ask.path)
        for ask in asks
    )
