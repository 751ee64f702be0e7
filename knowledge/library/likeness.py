"""Near-duplicate files: a small sketch of each text, compared by the share of word runs in common."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence

SKETCH = 200  # hashes kept; the estimate of Jaccard similarity is then good to about ±0.035
RUN = 4  # words in a run
NEAR = 0.5

_UNIT = re.compile(r"[\u3400-\u9fff]|[^\W_]+")


def sketch(texts: Iterable[str]) -> list[int]:
    """The `SKETCH` smallest 48-bit hashes of all runs of words (A. Broder's bottom-k min-hash, 1997)."""
    units = _UNIT.findall(" ".join(texts).casefold())
    runs = {" ".join(units[place : place + RUN]) for place in range(max(1, len(units) - RUN + 1))}
    return sorted(_hash(run) for run in runs if run)[:SKETCH]


def likeness(one: Sequence[int], other: Sequence[int]) -> float:
    """Estimated Jaccard similarity of two sketched texts, from 0 to 1."""
    if not one or not other:
        return 0.0
    smallest = sorted(set(one) | set(other))[:SKETCH]
    both = set(one) & set(other)
    return sum(value in both for value in smallest) / len(smallest)


def _hash(run: str) -> int:
    return int.from_bytes(hashlib.blake2b(run.encode("utf-8", "replace"), digest_size=6).digest())
