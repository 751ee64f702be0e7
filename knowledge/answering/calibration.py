"""One confidence from all signals: a logistic model kept as plain JSON, with a threshold for a stated cost.

Three come with the product: what a reader found weighs so much that without one other weights and another threshold
hold, and others again where no encoder knows the language and words alone were searched.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

DEFAULT_THRESHOLD = 0.5


@dataclass(frozen=True, slots=True)
class Calibration:
    """P(the documents answer this) = 1 / (1 + exp(-(bias + Σ weight x signal))). `name` goes into every trace."""

    name: str
    bias: float
    weights: Mapping[str, float]
    threshold: float = DEFAULT_THRESHOLD
    fitted_on: str = ""
    cost_of_wrong: float = 1.0
    extra: Mapping[str, float] = field(default_factory=dict)

    def confidence(self, signals: Mapping[str, float]) -> float:
        """From 0 to 1."""
        score = self.bias + sum(weight * signals.get(name, 0.0) for name, weight in self.weights.items())
        return 1.0 / (1.0 + math.exp(-max(-40.0, min(40.0, score))))

    def save(self, path: Path) -> None:
        """Write as JSON that a person can read and a diff can show."""
        path.write_text(json.dumps(asdict(self), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> Calibration:
        """Read what `save` wrote."""
        return cls(**json.loads(path.read_text(encoding="utf-8")))


class Calibrations(NamedTuple):
    """For questions whose passages a reader has read, for those that none has, for those found by words alone."""

    read: Calibration
    unread: Calibration
    words: Calibration

    def of(self, signals: Mapping[str, float]) -> Calibration:
        """The one for a question with these signals."""
        found: Calibration = getattr(self, kind_of(signals))
        return found


def kind_of(signals: Mapping[str, float]) -> str:
    """Which of `Calibrations` holds for these signals."""
    if "reader_known" in signals:
        return "read"
    return "words" if "dense_missing" in signals else "unread"


@cache
def default_calibrations() -> Calibrations:
    """Those that come with the product; `village-credit evaluate calibrate` makes a lender's own."""
    return Calibrations(*(_packaged(f"calibration-{kind}.json") for kind in Calibrations._fields))


def _packaged(name: str) -> Calibration:
    return Calibration(**json.loads(files("knowledge.answering").joinpath(name).read_text(encoding="utf-8")))
