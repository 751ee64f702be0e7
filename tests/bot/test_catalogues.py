"""The catalogues: every sentence of the code in every language, with the same places to fill, and nothing left over."""

from __future__ import annotations

import re
from string import Formatter
from typing import Any

import pytest
from babel.messages.pofile import read_po

from bot.conversation.wording import Wording
from scripts.catalogues import LANGUAGES, LOCALES, collect

TAG = re.compile(r"</?[a-z]+>")


def catalogue(language: str) -> dict[Any, Any]:
    with (LOCALES / language / "LC_MESSAGES" / "messages.po").open("rb") as file:
        return {message.id: message.string for message in read_po(file, locale=language) if message.id}


def places(text: str) -> set[str]:
    return {name for _text, name, _spec, _conversion in Formatter().parse(text) if name}


def forms(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_there(language: str) -> None:
    known = catalogue(language)
    template = {message.id for message in collect() if message.id}
    missing = [id_ for id_ in template if id_ not in known or not all(forms(known[id_]))]
    assert missing == [], "run: python scripts/catalogues.py, and translate what it lists"
    assert set(known) - template == set(), "run: python scripts/catalogues.py"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_translation_fills_the_same_places(language: str) -> None:
    wrong = []
    for id_, string in catalogue(language).items():
        wanted = set().union(*(places(form) for form in forms(id_)))
        for form in forms(string):
            if not places(form) <= wanted or not wanted - {"n"} <= places(form):
                wrong.append((id_, form))
            if sorted(TAG.findall(form)) != sorted(TAG.findall(forms(id_)[0])):
                wrong.append((id_, form))
    assert wrong == []


@pytest.mark.parametrize(("language", "shown"), [("en", "3 months"), ("zh", "3个月"), ("sw", "miezi 3")])
def test_plurals_are_those_of_the_language(language: str, shown: str) -> None:
    assert Wording(language).count("{n} month", "{n} months", 3).lower() == shown


LESS = {"zh": "少", "sw": "pungufu"}  # "kopa kidogo zaidi" is "borrow a little more"


@pytest.mark.parametrize("language", LESS)
def test_whoever_is_told_to_take_less_is_not_told_to_take_more(language: str) -> None:
    said = [
        (id_, string)
        for id_, string in catalogue(language).items()
        if isinstance(id_, str) and re.search(r"\b(?:borrow|ask for|approve) less\b", id_, re.IGNORECASE)
    ]
    assert len(said) >= 5
    assert [pair for pair in said if LESS[language] not in pair[1] or "kidogo zaidi" in pair[1]] == []
