"""Golden questions against the library with and without a draft."""

from knowledge.rehearsal.figures import ChangedFigure
from knowledge.rehearsal.rehearsal import Compared, Effect, Rehearsal, Report, Told, beside

__all__ = ["ChangedFigure", "Compared", "Effect", "Rehearsal", "Report", "Told", "beside"]
