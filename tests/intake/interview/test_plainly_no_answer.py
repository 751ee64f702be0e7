"""How he names himself without a word of naming; a figure is no purpose, and no land is no nought of goats."""

from __future__ import annotations

import pytest

from intake.interview import Accepted, Refused
from tests.intake.interview.world import asked, interview, say, until

NAMED = [
    ("en", "name: Peter. I want 10000 to repair my roof within 24 months", "Peter"),
    ("en", "This is Peter Otieno from Goat Hill. I plant beans on 2 acres and want 3000 for seed", "Peter Otieno"),
    ("en", "This is for my goats, I want 3000 for feed, 6 months", None),
    ("en", "This is Goat Hill, I want 3000 for feed, 6 months", None),
    ("zh", "姓名：王五。我想借8000买羊，一年还", "王五"),
    ("zh", "本人王五，种白菜三亩，借3000买种子，8个月还", "王五"),
    ("zh", "我是柳湾村的王五，想借5000买一头牛，12个月", "王五"),
    ("zh", "我是柳湾村的农民，想借5000买一头牛，12个月", None),
    ("zh", "我是石匠，想借5000买一头牛，12个月", None),
    ("zh", "本人常年养羊，想借5000买一头牛，12个月", None),
    ("sw", "Jina: Petro Otieno. Nataka 8000 kununua mbuzi 12", "Petro Otieno"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "name"), NAMED)
def test_he_names_himself_without_a_word_of_naming(language: str, text: str, name: str | None) -> None:
    told = interview(language).proposals.hear(text)
    assert {one.item.name: one.item.value for one in told.items}.get("full_name") == name


@pytest.mark.parametrize(
    ("language", "at", "text"),
    [
        ("en", "purpose", "6000"), ("en", "purpose", "1 june"), ("en", "purpose", "12 months"),
        ("zh", "purpose", "六千"), ("sw", "purpose", "elfu sita"), ("en", "animals_buy", "no land"),
        ("sw", "animals_buy", "sina shamba"), ("zh", "animals_have", "没有地"),
    ],
)  # fmt: skip
def test_what_answers_another_question_is_no_answer(language: str, at: str, text: str) -> None:
    talk = until(interview(language), at)
    assert isinstance(say(talk, text), Refused) and asked(talk) == at


@pytest.mark.parametrize(
    ("language", "at", "text", "value"),
    [
        ("en", "purpose", "12 goats", "12 goats"), ("zh", "purpose", "买羊", "买羊"),
        ("en", "animals_have", "no goats", "0"), ("zh", "full_name", "姓王名五", "王五"),
        ("zh", "full_name", "我姓王，叫小明", "王小明"), ("zh", "full_name", "姓王叫王五", "王五"),
    ],
)  # fmt: skip
def test_what_answers_is_taken(language: str, at: str, text: str, value: str) -> None:
    talk = until(interview(language), at)
    assert isinstance(say(talk, text), Accepted) and talk.values()[at] == value
