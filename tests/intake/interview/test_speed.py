"""What a message costs does not grow with the words that a form knows."""

from __future__ import annotations

import re

import pytest

from intake.interview import Interview, Utterance
from tests.intake.interview.world import LOCALE, form

STORY = "I want 8000 to buy 12 goats, I have 3000 myself, and I pay after the harvest"


def hears(text: str) -> None:
    talk = Interview.start(form(), language="en", locale=LOCALE)
    talk.proposals.hear(text)
    talk.hear(Utterance(text=text))


def test_no_pattern_is_made_anew_for_a_message(monkeypatch: pytest.MonkeyPatch) -> None:
    """`re` keeps 512 patterns; a form whose choices have more names than that would have them made every time."""
    re.purge()  # what other tests have left in it is nothing to this one
    hears(STORY)
    made: list[str] = []
    make = re._compiler.compile  # type: ignore[attr-defined]
    monkeypatch.setattr(re._compiler, "compile", lambda one, flags=0: (made.append(one), make(one, flags))[1])  # type: ignore[attr-defined]
    hears(STORY)
    assert made == []
