"""The golden questions are sound: every answer stands where they say, every gap is a gap."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from typing import Any

import pytest

from tests.knowledge.samples.reading import GOLDEN, bare, bare_text, library

SETS = ("questions.jsonl", "heldout.jsonl", "blind.jsonl")
IN_FORCE_ON = date(2026, 11, 23)


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (GOLDEN / name).read_text(encoding="utf-8").splitlines()]


ALL = [row for name in SETS for row in rows(name)]
ANSWERABLE = [row for row in ALL if row["answerable"]]


def open_to_farmers() -> set[str]:
    return {
        entry["id"]
        for entry in library()
        if entry["audience"] == "farmer"
        and entry["effective_from"] <= IN_FORCE_ON <= entry.get("effective_until", date.max)
    }


@pytest.mark.parametrize("row", ANSWERABLE, ids=lambda row: row["id"])
def test_every_passage_stands_in_a_document_a_farmer_may_be_answered_from(row: dict[str, Any]) -> None:
    named = {row["document"], *row["documents"]}
    assert named == {place["document"] for place in row["passages"]}
    assert named <= open_to_farmers()
    assert row["passages"][0] == {"document": row["document"], "passage": row["passage"]}
    for place in row["passages"]:
        assert bare_text(place["passage"]) in bare(place["document"]), place
    assert bare_text(row["section"]) in bare(row["document"])
    for wanted in row["answer_contains"]:
        assert bare_text(wanted) in bare(row["document"])


def test_no_id_and_no_question_occurs_twice() -> None:
    assert max(Counter(row["id"] for row in ALL).values()) == 1
    assert max(Counter(bare_text(row["question"]) for row in ALL).values()) == 1


def test_questions_are_not_the_passages_words() -> None:
    for row in ANSWERABLE:
        assert bare_text(row["question"]) not in bare(row["document"]), row["id"]


@pytest.mark.parametrize(
    ("name", "least", "unanswerable"), [(SETS[0], 150, 35), (SETS[1], 60, 20), (SETS[2], 150, 50)]
)
def test_the_sets_are_large_enough_and_speak_three_languages(
    name: str, least: int, unanswerable: int
) -> None:
    found = rows(name)
    languages = Counter(row["language"] for row in found)
    assert len(found) >= least
    assert sum(not row["answerable"] for row in found) >= unanswerable
    assert 0.4 <= languages["en"] / len(found) <= 0.6
    assert min(languages["zh"], languages["sw"]) / len(found) >= 0.2


def test_a_row_carries_what_its_kind_needs() -> None:
    for row in ALL:
        assert row["audience"] == "farmer" and row["question"]
        assert row["answerable"] or (row["note"] and "passage" not in row)
