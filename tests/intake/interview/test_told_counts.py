"""Children, wives and years of age that stand beside a no are neither animals nor years of work."""

from __future__ import annotations

import pytest

from intake.interview import Accepted
from tests.intake.interview.test_amending import proposed
from tests.intake.interview.world import interview, say, until


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sw", "hapana, nina watoto 5"),
        ("sw", "hapana, nina wake 2"),
        ("sw", "hapana, nina miaka 45"),
        ("en", "no, i have children 5"),
        ("en", "no, i am 45 years old"),
        ("zh", "没有，我有孩子5个"),
        ("zh", "没有，我今年45岁"),
    ],
)
def test_people_and_age_change_nothing(language: str, text: str) -> None:
    talk = until(interview(language), "has_debts")
    heard = say(talk, text)
    assert language == "zh" or (isinstance(heard, Accepted) and heard.echo.value == "no")
    assert not proposed(talk)


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("sw", "hapana, nina mbuzi kama 40", {"animals_have": "40"}),
        ("sw", "hapana, nina 40", {"animals_have": "40"}),
        ("sw", "hapana, nina uzoefu wa miaka 12", {"experience_years": "12"}),
        ("en", "no, i have about 40", {"animals_have": "40"}),
        ("en", "no, i have been doing this 12 years", {"experience_years": "12"}),
        ("zh", "没有，我现在有大概40只", {"has_debts": "no", "animals_have": "40"}),
        ("zh", "没有，我干了12年", {"has_debts": "no", "experience_years": "12"}),
    ],
)
def test_his_animals_and_his_years_of_work_do(language: str, text: str, told: dict[str, str]) -> None:
    talk = until(interview(language), "has_debts")
    say(talk, text)
    assert proposed(talk) == told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sw", "hapana, ndugu yangu alinikopesha 2000"),
        ("sw", "hapana, jirani amenikopesha 2000"),
        ("en", "no, my brother lent me 2000"),
        ("es", "no, mi hermano me prestó 2000"),
        ("fr", "non, mon frère m'a prêté 2000"),
    ],
)
def test_what_was_lent_to_him_may_be_a_debt(language: str, text: str) -> None:
    talk = until(interview(language), "has_debts")
    say(talk, text)
    assert proposed(talk) == {"has_debts": "yes", "debts_total": "2000"}
