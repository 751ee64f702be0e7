"""Fits the confidence: a small logistic regression, cross-validated, with a threshold for a stated cost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from knowledge.answering import Calibration
from knowledge.errors import KnowledgeError
from knowledge.evaluation.metrics import auroc

Floats = npt.NDArray[np.float64]
FOLDS = 5
RIDGE = 1.0  # penalty on standardized weights: signals are correlated and sets are small
FEWEST = 20
TRADED = (
    0.1,
    0.25,
    0.4,
    0.5,
    0.6,
    0.75,
    0.9,
    0.97,
)  # shares of the unanswerable refused, shown for the choice
AGAINST = frozenset({"unknown_terms", "rarest_missing", "lexical_missing", "dense_missing"})
# What says which models spoke, and what is only read beside another signal: the best of all passages beside the first.
EITHER_WAY = (
    "dense_known",
    "second_known",
    "terms_few",
    "across",
    "reader_known",
    "reader_here_best",
    "reader_span_best",
)


class TooFewExamples(KnowledgeError):
    """A calibration needs answerable and unanswerable questions, some twenty of each."""


@dataclass(frozen=True, slots=True)
class Example:
    """A question's signals; `right` when the best passage is the right one, `answerable` when there is one."""

    signals: dict[str, float]
    right: bool
    answerable: bool
    group: str = ""


def fit(
    examples: Sequence[Example], *, name: str, cost_of_wrong: float, fitted_on: str = "", ridge: float = RIDGE
) -> tuple[Calibration, dict[str, Any]]:
    """The calibration, and a summary of what cross-validation promises of it."""
    names = sorted({signal for example in examples for signal in example.signals})
    values = np.array([[example.signals.get(signal, 0.0) for signal in names] for example in examples])
    labels = np.array([example.answerable for example in examples], dtype=float)
    if min(labels.sum(), len(labels) - labels.sum()) < FEWEST:
        raise TooFewExamples(f"give at least {FEWEST} answerable and {FEWEST} unanswerable questions")
    weight = _balanced([example.group for example in examples], labels)
    names, values = _sensible(names, values, labels, weight, ridge)
    held_out = _cross_validated(values, labels, weight, ridge)
    bias, weights = _fit(values, labels, weight, ridge)
    right = np.array([example.right for example in examples])
    threshold, cost = best_threshold(held_out, right, labels > 0, cost_of_wrong)
    summary = {
        "questions": len(examples),
        "auroc": auroc(list(held_out[labels > 0]), list(held_out[labels == 0])),
        "threshold": threshold,
        "cost_per_question": cost,
        "answered_of_answerable": float((held_out[labels > 0] >= threshold).mean()),
        "refused_of_unanswerable": float((held_out[labels == 0] < threshold).mean()),
        "trade_off": trade_off(held_out, right, labels > 0),
    }
    kept = {signal: round(float(value), 5) for signal, value in zip(names, weights, strict=True)}
    return Calibration(name, round(bias, 5), kept, round(threshold, 4), fitted_on, cost_of_wrong), summary


def _sensible(
    names: list[str], values: Floats, labels: Floats, weight: Floats, ridge: float
) -> tuple[list[str], Floats]:
    """Leave out signals whose weight has the wrong sign: what is missing must never make us surer."""
    while True:
        _bias, weights = _fit(values, labels, weight, ridge)
        wrong = [place for place, name in enumerate(names) if weights[place] * _direction(name) < 0]
        if not wrong:
            return names, values
        worst = max(wrong, key=lambda place: abs(weights[place]) * values[:, place].std())
        names = names[:worst] + names[worst + 1 :]
        values = np.delete(values, worst, axis=1)


def _direction(name: str) -> int:
    if name in AGAINST:
        return -1
    return 0 if name.startswith(EITHER_WAY) else 1


def best_threshold(
    confidence: Floats, right: npt.NDArray[np.bool_], answerable: npt.NDArray[np.bool_], cost_of_wrong: float
) -> tuple[float, float]:
    """The threshold of least mean cost: a wrong answer costs `cost_of_wrong`, an unneeded refusal 1."""
    best = (0.5, float("inf"))
    for threshold in np.unique(np.concatenate([confidence, [0.0, 1.0]])):
        said = confidence >= threshold
        cost = (cost_of_wrong * (said & ~right).sum() + (~said & answerable).sum()) / len(confidence)
        if cost < best[1]:
            best = (float(threshold), float(cost))
    return best


def trade_off(
    confidence: Floats, right: npt.NDArray[np.bool_], answerable: npt.NDArray[np.bool_]
) -> list[dict[str, float]]:
    """What other thresholds would give, cross-validated: right passages said, the unanswerable refused."""
    rows = []
    for share in TRADED:
        threshold = float(np.quantile(confidence[~answerable], share))
        said = confidence >= threshold
        rows.append(
            {
                "threshold": round(threshold, 4),
                "right_of_answerable": float((said & right)[answerable].mean()),
                "refused_of_unanswerable": float((~said)[~answerable].mean()),
            }
        )
    return rows


def _balanced(groups: Sequence[str], labels: Floats) -> Floats:
    """Every group, and in it every label, weighs the same, however many questions it has."""
    weight = np.ones(len(labels))
    keys = list(zip(groups, labels > 0, strict=True))
    for key in set(keys):
        rows = np.array([one == key for one in keys])
        weight[rows] = 1.0 / rows.sum()
    return np.asarray(weight * (len(labels) / weight.sum()))


def _cross_validated(values: Floats, labels: Floats, weight: Floats, ridge: float) -> Floats:
    fold = np.random.default_rng(7).permutation(len(labels)) % FOLDS
    scores = np.zeros(len(labels))
    for number in range(FOLDS):
        train = fold != number
        bias, weights = _fit(values[train], labels[train], weight[train], ridge)
        scores[~train] = _sigmoid(bias + values[~train] @ weights)
    return scores


def _fit(values: Floats, labels: Floats, weight: Floats, ridge: float) -> tuple[float, Floats]:
    """Newton's method on the penalized log-likelihood; weights come back in the signals' own units."""
    mean, spread = values.mean(0), values.std(0)
    spread[spread < 1e-9] = 1.0
    scaled = np.hstack([np.ones((len(values), 1)), (values - mean) / spread])
    penalty = np.diag([1e-6, *([ridge] * values.shape[1])])
    beta = np.zeros(scaled.shape[1])
    for _step in range(50):
        chance = _sigmoid(scaled @ beta)
        slope = scaled.T @ (weight * (chance - labels)) + penalty @ beta
        curve = (scaled * (weight * chance * (1 - chance))[:, None]).T @ scaled + penalty
        change = np.linalg.solve(curve, slope)
        beta -= change
        if np.abs(change).max() < 1e-8:
            break
    weights = beta[1:] / spread
    return float(beta[0] - (mean * weights).sum()), weights


def _sigmoid(score: Floats) -> Floats:
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(score, -40, 40))))
