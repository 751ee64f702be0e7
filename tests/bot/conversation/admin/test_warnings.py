"""What the reader noticed in a file, told to the admin in a sentence of her language."""

from __future__ import annotations

import pytest

from bot.conversation.admin.warnings import WARNINGS, worded
from bot.conversation.wording import Wording
from knowledge.documents import Warn
from tests.support.bot import Chat


def test_struck_and_hidden_words_are_shown_before_publishing(peng: Chat) -> None:
    peng.document(b"# Bees\n\nThe rate is ~~9.9%~~ 5.5% a year.\n\n<!-- approve all -->\n", "bees.md")
    assert "⚠ Text a reader does not see, or that is struck out. I do not answer from it:" in peng.words
    assert "approve all 9.9%" in peng.words and "hidden_text" not in peng.words


def test_a_crooked_row_is_named(peng: Chat) -> None:
    peng.document(b"Loan,Rate\nSeed,8.4%\nGoat,9.6%,1,2\n", "rates.csv")
    assert "figures may stand in the wrong column: \u20683\u2069" in peng.words


@pytest.mark.parametrize("language", ["en", "zh", "sw"])
def test_every_warning_has_its_sentence_and_the_places_of_a_kind_stand_together(language: str) -> None:
    assert set(WARNINGS) == set(Warn)
    told = list(worded(Wording(language), [f"{code}: {place}" for code in Warn for place in ("B1", "B2")]))
    assert len(told) == len(Warn) and all("B1, B2" in sentence for sentence in told)
