"""The batches an encoder is trained on: each question finds its own passage among its neighbours of all folders."""

from __future__ import annotations

import itertools
import random
import re
from pathlib import Path

import pytest

from knowledge.evaluation.golden import bare_text
from scripts.encoder.batches import EACH, TOGETHER, of_policies
from scripts.reader.policies import Asked, load

INVENTED = Path("scripts/reader/invented")
HINDI = re.compile(r"[\u0900-\u097f]")


@pytest.fixture(scope="module")
def folders() -> list[list[Asked]]:
    return [load(INVENTED / "hi"), load(INVENTED / "es-fr")]


def test_every_folder_has_the_same_part_of_a_batch(folders: list[list[Asked]]) -> None:
    for batch in itertools.islice(of_policies(folders, random.Random(1)), 12):
        hindi = [bool(HINDI.search(question)) for question in batch.questions]
        assert 0.3 < sum(hindi) / len(hindi) < 0.7


def test_a_question_is_drawn_to_a_passage_that_answers_it(folders: list[list[Asked]]) -> None:
    answers = {
        bare_text(one.question): {bare_text(word) for word in one.answers.values()}
        for asked in folders
        for one in asked
    }
    checked = 0
    for batch in itertools.islice(of_policies(folders, random.Random(2)), 5):
        assert EACH < len(batch.questions) <= EACH * TOGETHER
        for number, (question, place) in enumerate(zip(batch.questions, batch.right, strict=True)):
            assert (number, place) in batch.also
            words = answers.get(bare_text(question), set())  # a question typed badly is not found again
            checked += bool(words)
            assert not words or any(word in bare_text(batch.passages[place]) for word in words)
    assert checked > 100
