"""What one language made of a text, before it is judged."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from intake.reading.types import Reason

PERCENT = re.compile(
    r"%|\bper ?cent\b|\bpercent\b|\bpor ciento\b|\bpour cent\b|\basilimia\b|प्रतिशत|फीसदी|百分之|个百分点"
)


@dataclass(frozen=True, slots=True)
class Found:
    """What one language made of a text."""

    values: tuple[Fraction, ...] = ()
    doubts: frozenset[Reason] = frozenset()
    unit: str | None = None
    words: int = 0  # how many lexemes the number took: one lone word proves little in another language
    percent: bool = False

    @property
    def sure(self) -> bool:
        return len(self.values) == 1 and not self.doubts
