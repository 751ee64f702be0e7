"""Another plan half-way: what goes with the old one does not linger, and is back when he returns to it."""

from __future__ import annotations

import pytest

from intake.interview import Interview, Prompt, Story, Utterance
from tests.intake.interview.world import PLAIN, asked, interview, say, until

CROP = {"trade": "crop", "purpose": "maize seed", "crop": "maize", "land_area": "5"}


def farming() -> Interview:
    return until(interview(), "amount", **CROP)


def trade(talk: Interview, value: str) -> None:
    talk.correct("trade")
    talk.hear(Utterance(choice=value))


def test_what_goes_with_the_trade_is_asked_if_it_still_holds() -> None:
    talk = farming()
    trade(talk, "livestock")
    held = []
    for _ in range(6):
        prompt = talk.prompt()
        if not isinstance(prompt, Prompt) or prompt.name == "amount":
            break
        if prompt.known is not None:
            held.append((prompt.name, prompt.known.value))
            talk.hear(Utterance(text="12 goats") if prompt.name == "purpose" else Utterance(keep=True))
        else:
            talk.hear(Utterance(value=PLAIN[prompt.name]))
    assert held == [("purpose", "maize seed"), ("experience_years", "10")]
    values = talk.values()
    assert values["purpose"] == "12 goats" and "crop" not in values and "land_area" not in values


def test_what_was_kept_aside_comes_back() -> None:
    talk = farming()
    trade(talk, "livestock")
    trade(talk, "crop")
    assert talk.values()["crop"] == "maize" and talk.values()["land_area"] == "5"


PLANS = [
    ("en", "no, I want to buy 12 goats instead", "goats"),
    ("en", "actually I want to buy 3 cows", "cattle"),
    ("zh", "不，我还是买12只羊", "goats"),
    ("sw", "hapana, nataka kununua mbuzi 12 badala yake", "goats"),
]


@pytest.mark.parametrize("question", ["experience_years", "amount", "full_name"])
@pytest.mark.parametrize(("language", "words", "animals"), PLANS)
def test_another_plan_in_words_is_proposed_whole(
    question: str, language: str, words: str, animals: str
) -> None:
    talk = until(interview(language), question, **CROP)
    assert isinstance(say(talk, words), Story)
    talk.accept_story()
    values = talk.values()
    assert (values["trade"], values["animals"]) == ("livestock", animals) and "crop" not in values
    assert "maize" not in values["purpose"]


def test_the_same_plan_in_other_words_changes_no_trade() -> None:
    talk = farming()
    say(talk, "no, wait, I want to buy maize seed")
    assert talk.values()["trade"] == "crop" and asked(talk) == "amount"
