"""Measures of rankings and of a confidence, with their textbook definitions."""

from __future__ import annotations

import math
import statistics
from collections.abc import Collection, Sequence


def recall(ranked: Sequence[str], relevant: Collection[str], k: int) -> float:
    """Share of the relevant among the first `k`."""
    return len(set(ranked[:k]) & set(relevant)) / len(set(relevant))


def reciprocal_rank(ranked: Sequence[str], relevant: Collection[str], k: int = 10) -> float:
    """1 / place of the first relevant within `k`, else 0."""
    return next((1.0 / place for place, key in enumerate(ranked[:k], 1) if key in relevant), 0.0)


def ndcg(ranked: Sequence[str], relevant: Collection[str], k: int = 10) -> float:
    """Normalized discounted cumulative gain with binary relevance (Järvelin and Kekäläinen, 2002)."""
    gain = sum(1.0 / math.log2(place + 1) for place, key in enumerate(ranked[:k], 1) if key in relevant)
    ideal = sum(1.0 / math.log2(place + 1) for place in range(1, min(k, len(set(relevant))) + 1))
    return gain / ideal


def auroc(positives: Sequence[float], negatives: Sequence[float]) -> float | None:
    """Chance that an answerable question scores above an unanswerable one, ties half; None without both."""
    if not positives or not negatives:
        return None
    ranked = sorted([(score, True) for score in positives] + [(score, False) for score in negatives])
    rank_sum, start = 0.0, 0
    while start < len(ranked):
        end = start
        while end < len(ranked) and ranked[end][0] == ranked[start][0]:
            end += 1
        average = (start + 1 + end) / 2
        rank_sum += average * sum(positive for _score, positive in ranked[start:end])
        start = end
    count = len(positives)
    return (rank_sum - count * (count + 1) / 2) / (count * len(negatives))


def percentile(values: Sequence[float], share: float) -> float:
    """The value that `share` of the values do not exceed (nearest rank); 0 for none."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, math.ceil(share * len(ordered)) - 1))] if ordered else 0.0


def mean(values: Sequence[float]) -> float | None:
    """The mean, None of nothing."""
    return statistics.fmean(values) if values else None
