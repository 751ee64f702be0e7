"""What the judges of the encoder and of the reader are told: which policies, which model, how many of the questions."""

from __future__ import annotations

import argparse
import hashlib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Judged:
    """A folder of policies, a model's file with its digest, and that only every so manieth question is asked."""

    policies: Path
    model: Path
    sha256: str
    every: int


def judged(description: str | None, kind: str, packaged: Path) -> Judged:
    """Read the arguments: POLICIES [MODEL] [--every N]; without a model the one in the package."""
    arguments = argparse.ArgumentParser(description=description)
    arguments.add_argument("policies", type=Path)
    arguments.add_argument(kind, type=Path, nargs="?", default=packaged)
    arguments.add_argument("--every", type=int, default=1, help="take every so manieth question")
    given = arguments.parse_args()
    model: Path = getattr(given, kind)
    return Judged(given.policies, model, hashlib.sha256(model.read_bytes()).hexdigest(), given.every)
