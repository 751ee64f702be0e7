"""Two figures in one answer, a figure that belongs to the question, a change in other words."""

# ruff: noqa: E501 - tables of examples

from __future__ import annotations

import pytest

from intake.interview import Command, CommandKind, LooksLikeQuestion, Story
from tests.intake.interview.world import interview, say, until

TOLD = [
    ("en", "income_month_good", "6000 in good months, 2000 in the others", {"income_month_good": "6000", "income_month_poor": "2000"}),
    ("en", "income_month_good", "6000, other months 2000", {"income_month_good": "6000", "income_month_poor": "2000"}),
    ("en", "income_month_good", "good months 6000 bad months 2000", {"income_month_good": "6000", "income_month_poor": "2000"}),
    ("zh", "income_month_good", "好的时候四千，不好的时候一千", {"income_month_good": "4000", "income_month_poor": "1000"}),
    ("zh", "income_month_good", "四千，平时一千", {"income_month_good": "4000", "income_month_poor": "1000"}),
    ("sw", "income_month_good", "miezi mizuri 6000, miezi mibaya 2000", {"income_month_good": "6000", "income_month_poor": "2000"}),
    ("en", "amount", "8000 for 10 months", {"amount": "8000", "term_months": "10"}),
    ("en", "experience_years", "ten years, my father taught me", {"experience_years": "10"}),
]  # fmt: skip


@pytest.mark.parametrize(("language", "at", "text", "told"), TOLD)
def test_each_figure_goes_to_its_own_question(
    language: str, at: str, text: str, told: dict[str, str]
) -> None:
    talk = until(interview(language), at)
    assert isinstance(say(talk, text), Story)
    assert {path.rsplit("/", 1)[1]: value for path, value in talk.proposals.values.items()} == told


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "no make the amount 7000"), ("en", "put the amount at 7000"), ("sw", "hapana kiasi kiwe 7000")],
)
def test_a_sum_is_changed_by_its_name(language: str, text: str) -> None:
    heard = say(until(interview(language), "own_funds"), text)
    assert heard == Command(CommandKind.CHANGE, "/data/amount", "7000")


@pytest.mark.parametrize("text", ["mbuzi wakifa itakuwaje", "nikishindwa kulipa nifanyeje"])
def test_a_question_in_swahili_ends_with_its_asking_word(text: str) -> None:
    assert isinstance(say(until(interview("sw"), "animals_have"), text), LooksLikeQuestion)
