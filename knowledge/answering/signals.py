"""The signals the confidence is made of: dense, lexical, their agreement, and the evidence in the passage."""

from __future__ import annotations

import statistics
from collections.abc import Sequence

from knowledge.answering.evidence import Evidence, Weights
from knowledge.answering.expects import Expected
from knowledge.retrieval import Retrieved

Signals = dict[str, float]


def signals(retrieved: Retrieved, evidence: Sequence[Evidence], weights: Weights, kind: Expected) -> Signals:
    """Named numbers, most between 0 and 1; the same question in the same library gives the same ones."""
    found = _dense(retrieved) | _lexical(retrieved, weights) | _agreement(retrieved)
    found |= {"across": 1.0} if _across(retrieved) else {}
    return found | _evidence(retrieved, evidence, weights, kind)


def _across(retrieved: Retrieved) -> bool:
    """Whether the passages are in another language than the question."""
    return retrieved.query.language != retrieved.passage_language


def _dense(retrieved: Retrieved) -> Signals:
    scores = [score for _key, score in retrieved.dense]
    if not scores:
        return {"dense_missing": 1.0}
    rest = scores[5:25] or scores
    name = retrieved.encoder if retrieved.encoder in ("minilm", "e5", "use") else "other"
    found = {
        f"dense_known:{name}": 1.0,
        f"dense_top:{name}{':across' if _across(retrieved) else ''}": scores[0],
        f"dense_gap:{name}": scores[0] - statistics.fmean(rest),
    }
    second = [score for _key, score in retrieved.second]
    if second:
        found |= {"second_top": second[0], "second_gap": second[0] - statistics.fmean(second[5:25] or second)}
        found["second_known"] = 1.0
        found["second_agrees"] = _nearness(
            retrieved.dense[0][0], [key for key, _score in retrieved.second[:10]]
        )
    return found


def _lexical(retrieved: Retrieved, weights: Weights) -> Signals:
    scores = [score for _key, score in retrieved.lexical]
    if not scores:
        return {"lexical_missing": 1.0, "unknown_terms": weights.unknown}
    rest = scores[5:25] or scores
    return {
        "lexical_top": min(scores[0] / weights.total, 2.0),
        "lexical_gap": (scores[0] - statistics.fmean(rest)) / max(scores[0], 1e-9),
        "unknown_terms": weights.unknown,
    }


def _agreement(retrieved: Retrieved) -> Signals:
    dense = [key for key, _score in retrieved.dense[:10]]
    lexical = [key for key, _score in retrieved.lexical[:10]]
    if not dense or not lexical:
        return {}
    first = (_nearness(dense[0], lexical) + _nearness(lexical[0], dense)) / 2
    return {"agree_first": first, "agree_five": len(set(dense[:5]) & set(lexical[:5])) / 5}


def _nearness(key: str, ranking: Sequence[str]) -> float:
    return 1.0 / (1 + ranking.index(key)) if key in ranking else 0.0


def _evidence(
    retrieved: Retrieved, evidence: Sequence[Evidence], weights: Weights, kind: Expected
) -> Signals:
    if not evidence or _across(retrieved):
        return {"terms_few": 1.0 / max(len(weights.idf), 1)}
    best = evidence[0]
    found = {
        "unit_coverage": best.coverage,
        "passage_coverage": max(one.passage_coverage for one in evidence),
        "rarest_missing": min(one.rarest_missing for one in evidence),
        "heading": best.heading,
        "terms_few": 1.0 / max(len(weights.idf), 1),
    }
    if kind is not Expected.ANYTHING and best.type_met is not None:
        found["type_met"] = 1.0 if best.type_met else -1.0
    return found
