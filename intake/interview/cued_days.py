"""The day that words of paying lead to: "pay back after harvest", 年底还; not one that is of a fee or of the term."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from intake.interview.clause_days import Day
from intake.interview.leading import places
from intake.interview.starting import NEEDED, without_others

Span = tuple[int, int]
STILL = re.compile(r"还(?=[要得有没是会能在不我想差需缺])")  # no paying back: "also", "still"
# Between words of paying and how long it takes.
TO_A_TIME = re.compile(
    r"(?:\s+(?:it|you|back|all|everything|the|this|loan|money|in|within|over|for|during|up to|"
    r"about|kwa|ndani|ya|muda|wa|yote|zote|mkopo|"
    r"\d[\d,.]*k?))*\s*|(?:款|钱|清|完)?(?:期限?|时间)?(?:是|为|:)?"
)
BEHIND_A_TIME = re.compile(r"(?:之?内|以内|里|分期|一次性?|全部|就|再|能|可以|付)*")
WEAK = re.compile(
    r"after|baada ya|despues|después|apres|après|[以之]?后"
)  # tells when, and not that it is paid


def cued(clause: str, here: Sequence[Day], cues: Collection[str], spans: Sequence[Span]) -> Day | None:
    """The day of the clause that the first of the cues stands beside, if one does."""
    said = STILL.sub("·", without_others(clause))
    found = sorted({(start, start + len(cue)) for cue in cues for start in places(cue, said)})
    for cue in found:
        if not any(_is_of_the_time(said, cue, span) for span in spans) and (
            day := _beside(said, cue, here, spans)
        ):
            return day
    return None


def _is_of_the_time(clause: str, cue: Span, span: Span) -> bool:
    """Whether the paying takes this span: "repay over 18 months", 一年还清."""
    if cue[1] <= span[0]:
        return TO_A_TIME.fullmatch(clause[cue[1] : span[0]]) is not None
    han = clause[cue[0]] >= "\u3400"
    return han and span[1] <= cue[0] and BEHIND_A_TIME.fullmatch(clause[span[1] : cue[0]]) is not None


def _beside(clause: str, cue: Span, here: Sequence[Day], spans: Sequence[Span]) -> Day | None:
    """The day that holds the cue, else the next behind it, or before it in Chinese first."""
    days = [day for day in here if not NEEDED.search(clause[: day.start])]
    inside = [day for day in days if day.start <= cue[0] < day.end]
    behind = [day for day in days if cue[1] <= day.start and not _parted(cue[1], day.start, spans)]
    before = [day for day in reversed(days) if day.end <= cue[0] and not _parted(day.end, cue[0], spans)]
    weak = WEAK.fullmatch(clause[slice(*cue)]) is not None
    if weak:
        behind = [day for day in behind if not clause[cue[1] : day.start].strip()]
        before = []
    either = [*before, *behind] if clause[cue[0]] >= "\u3400" else [*behind, *before]
    return next(iter([*inside, *either]), None)


def _parted(start: int, end: int, spans: Sequence[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for span in spans)
