"""Whose money a sum is: of two the one that is wanted is the loan; debts, help and claims are none of his plan."""

from __future__ import annotations

import pytest

from tests.intake.interview.money_grammar import Told, faults, stories
from tests.intake.interview.world import interview

EVERY = list(stories())
SAMPLE, STEP = 120, 89  # a prime, so that each context, request and joiner is met
TALKS = {language: interview(language) for language in ("en", "zh", "sw")}


def _fails(told: Told) -> str:
    talk = TALKS[told.language]
    talk.proposals.forget()
    heard = talk.proposals.hear(told.text)
    values = {one.item.name: one.item.value for one in heard.items}
    wrong = faults(told, values, heard.unplaced, tuple(doubt.path for doubt in heard.unclear))
    return f"{told.text}: {', '.join(wrong)}" if wrong else ""


def test_a_sum_beside_the_loan_is_put_in_no_wrong_place() -> None:
    assert not [fault for told in EVERY[::STEP][:SAMPLE] if (fault := _fails(told))]


@pytest.mark.slow
@pytest.mark.parametrize("start", range(8))
def test_so_it_is_in_every_story_of_the_grammar(start: int) -> None:
    failed = [fault for told in EVERY[start::8] if (fault := _fails(told))]
    assert len(failed) <= len(EVERY) / 8 / 100, failed[:20]
