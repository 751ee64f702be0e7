"""Two rankings into one: by how far each score stands out of its own list, never by rank alone."""

from __future__ import annotations

import statistics
from collections.abc import Sequence

Scored = Sequence[tuple[str, float]]
DENSE_WEIGHT = 1.2


def fuse(
    dense: Scored, lexical: Scored, *, second: Scored = (), dense_weight: float = DENSE_WEIGHT
) -> list[tuple[str, float]]:
    """(id, score) best first; a score is the sum of z-scores, so a list that does not discriminate says little.

    Reciprocal ranks were measured and lose: they let an encoder that is unsure outvote words that match. An
    item missing from a list takes that list's lowest score. `second` is another encoder's opinion.
    """
    by_meaning, meaning_floor = _standardized(dense)
    by_words, words_floor = _standardized(lexical)
    by_second, second_floor = _standardized(second)
    fused = {
        key: dense_weight * by_meaning.get(key, meaning_floor)
        + dense_weight * by_second.get(key, second_floor)
        + by_words.get(key, words_floor)
        for key in dict.fromkeys((*by_words, *by_meaning, *by_second))
    }
    return sorted(fused.items(), key=lambda item: -item[1])


def _standardized(ranking: Scored) -> tuple[dict[str, float], float]:
    if not ranking:
        return {}, 0.0
    scores = [score for _key, score in ranking]
    mean = statistics.fmean(scores)
    spread = statistics.pstdev(scores) or 1.0
    return {key: (score - mean) / spread for key, score in ranking}, (min(scores) - mean) / spread
