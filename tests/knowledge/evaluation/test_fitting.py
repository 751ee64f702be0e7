"""The confidence is fitted to questions, and says what other thresholds would give."""

from __future__ import annotations

import random

import pytest

from knowledge.evaluation.fitting import Example, TooFewExamples, fit


def _examples(number: int) -> list[Example]:
    chance = random.Random(7)
    found = []
    for place in range(number):
        able = place % 2 == 0
        found.append(Example({"dense_top:e5": chance.gauss(0.8 if able else 0.5, 0.1)}, able, able))
    return found


def test_a_fit_separates_and_trades_answers_for_refusals() -> None:
    calibration, summary = fit(_examples(120), name="lender", cost_of_wrong=2.0)
    assert (
        calibration.confidence({"dense_top:e5": 0.85}) > 0.5 > calibration.confidence({"dense_top:e5": 0.4})
    )
    assert summary["auroc"] > 0.9
    rows = summary["trade_off"]
    refused = [row["refused_of_unanswerable"] for row in rows]
    said = [row["right_of_answerable"] for row in rows]
    assert refused == sorted(refused) and said == sorted(said, reverse=True)


def test_too_few_questions_are_refused() -> None:
    with pytest.raises(TooFewExamples):
        fit(_examples(20), name="lender", cost_of_wrong=2.0)
