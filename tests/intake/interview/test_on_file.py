""" "Is that still right?" of an answer on file: the same, and going on, keep it; no name, and no leaving out."""

# ruff: noqa: E501 - tables of examples

from __future__ import annotations

import pytest

from intake.interview import Accepted
from tests.intake.interview.world import interview, say, until

ON_FILE = {"village": "goat-hill", "has_debts": "no", "full_name": "Amina Juma"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "continue"), ("en", "next"), ("en", "same"), ("en", "still the same"), ("en", "still right"), ("en", "unchanged"),
        ("zh", "继续"), ("zh", "还是一样"), ("zh", "照旧"), ("zh", "老样子"), ("zh", "没变化"),
        ("sw", "endelea"), ("sw", "vile vile"), ("sw", "bado hivyo"), ("sw", "haijabadilika"), ("es", "siguiente"), ("fr", "suivant"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["village", "has_debts", "full_name"])
def test_it_stays(name: str, language: str, text: str) -> None:
    talk = until(interview(language, known={name: ON_FILE[name]}), name)
    assert talk.command(text) is None
    heard = say(talk, text)
    assert isinstance(heard, Accepted) and talk.values()[name] == ON_FILE[name]


def test_elsewhere_next_leaves_out() -> None:
    command = until(interview(), "first_payment").command("next")
    assert command is not None and command.kind == "skip"
