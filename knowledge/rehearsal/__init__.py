"""Golden questions against the library with and without a draft."""

from knowledge.rehearsal.golden import GoldenError, GoldenQuestion, read_golden
from knowledge.rehearsal.rehearsal import Compared, Effect, Rehearsal, Report, Told

__all__ = [
    "Compared",
    "Effect",
    "GoldenError",
    "GoldenQuestion",
    "Rehearsal",
    "Report",
    "Told",
    "read_golden",
]
