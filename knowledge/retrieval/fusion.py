"""Two rankings into one: by how far each score stands out of its own list, never by rank alone."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence

from knowledge.types import Hit

Scored = Sequence[tuple[str, float]]
DENSE_WEIGHT = 1.2
# Of cosine: how much nearer a passage in another language must be than all that follow in the question's own;
# docs/answers.md
OWN_LEAD = 0.08


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


def raised(ranking: Scored, agreement: Mapping[str, float], weight: float) -> list[tuple[str, float]]:
    """The ranking again, best first, each item raised by `weight` of its agreement, if it has any."""
    found = [(key, score + weight * agreement.get(key, 0.0)) for key, score in ranking]
    return sorted(found, key=lambda item: -item[1])


def _standardized(ranking: Scored) -> tuple[dict[str, float], float]:
    if not ranking:
        return {}, 0.0
    scores = [score for _key, score in ranking]
    mean = statistics.fmean(scores)
    spread = statistics.pstdev(scores) or 1.0
    return {key: (score - mean) / spread for key, score in ranking}, (min(scores) - mean) / spread


def joined(rankings: Sequence[tuple[Sequence[Hit], bool]]) -> tuple[Hit, ...]:
    """Rankings of different languages as one, each in its own order; True marks that of the question's language.

    Only cosines can be compared across languages: a passage comes before those of another ranking that are all
    farther than it, or than what follows it.
    """
    keyed = [
        (-near, place, hit)
        for hits, own in rankings
        for place, (hit, near) in enumerate(
            zip(hits, _nearest_from(hits, OWN_LEAD if own else 0.0), strict=True)
        )
    ]
    return tuple(hit for _near, _place, hit in sorted(keyed, key=lambda one: one[:2]))


def _nearest_from(hits: Sequence[Hit], lead: float) -> list[float]:
    """For each place the greatest cosine from there on."""
    found: list[float] = []
    best = -1.0
    for hit in reversed(hits):
        best = best if hit.dense is None else max(best, hit.dense + lead)
        found.append(best)
    return found[::-1]
