"""Words that are a command and an answer too are weighed against the question that waits."""

# ruff: noqa: E501 - tables of examples

from __future__ import annotations

import pytest

from intake.interview import Accepted, Ambiguous, Command
from tests.intake.interview.world import interview, say, until


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "not now", "no"), ("en", "not any more", "no"), ("en", "all paid", "no"), ("en", "paid everything back", "no"),
        ("en", "i owe", "yes"), ("en", "not all paid", "yes"), ("en", "i have not paid it all", "yes"), ("en", "i do not have debts", "no"),
        ("zh", "欠", "yes"), ("zh", "不欠", "no"), ("zh", "现在没有", "no"), ("zh", "还清了", "no"), ("zh", "没还清", "yes"), ("zh", "还欠一点", "yes"),
        ("sw", "nadaiwa", "yes"), ("sw", "sidaiwa", "no"), ("sw", "kwa sasa hapana", "no"), ("sw", "nimelipa yote", "no"),
        ("sw", "sijalipa yote", "yes"), ("hi", "अभी नहीं", "no"),
    ],
)  # fmt: skip
def test_whether_he_owes(language: str, text: str, value: str) -> None:
    heard = say(until(interview(language), "has_debts"), text)
    assert isinstance(heard, Accepted) and heard.echo.value == value


@pytest.mark.parametrize(
    ("question", "text", "value"),
    [
        ("own_funds", "not now", "0"),
        ("staff_related", "not now", "no"),
        ("first_payment", "tomorrow", "2026-03-03"),
    ],
)
def test_a_command_that_may_be_the_answer_is_asked(question: str, text: str, value: str) -> None:
    heard = say(until(interview(), question), text)
    assert isinstance(heard, Ambiguous) and [str(one.value) for one in heard.candidates] == [value]


@pytest.mark.parametrize(
    ("language", "question", "text", "kind"),
    [
        ("en", "has_debts", "later", "skip"), ("en", "has_debts", "stop", "stop"), ("en", "full_name", "not now", "skip"),
        ("en", "amount", "tomorrow", "stop"), ("en", "first_payment", "later", "skip"), ("zh", "has_debts", "以后再说", "skip"),
        ("sw", "has_debts", "baadaye", "skip"), ("en", "animals", "go back", "back"),
    ],
)  # fmt: skip
def test_a_command_that_answers_nothing_here_is_one(
    language: str, question: str, text: str, kind: str
) -> None:
    heard = say(until(interview(language), question), text)
    assert isinstance(heard, Command) and heard.kind == kind
