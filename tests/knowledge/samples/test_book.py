"""The book of questions and answers that is measured with (benchmarks/book) stands where its places say."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from benchmarks.book.__main__ import HERE, golden, places, with_book
from knowledge.library.manifest import read_manifest
from tests.knowledge.samples.reading import bare_text

BOOK = {path.stem: bare_text(path.read_text(encoding="utf-8")) for path in HERE.glob("*questions*.md")}


def test_every_place_stands_in_the_book() -> None:
    assert len(BOOK) == 3
    for key, found in places().items():
        assert all(bare_text(passage) in BOOK[document] for document, passage in found), key


def test_no_question_stands_twice() -> None:
    for path in HERE.glob("*questions*.md"):
        asked = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("### ")]
        assert max(Counter(map(bare_text, asked)).values()) == 1, path.name


@pytest.mark.parametrize("name", ["questions", "heldout", "blind"])
def test_its_places_count_for_what_can_be_answered_alone(name: str) -> None:
    asked = {one.key: one for one in golden(name)}
    assert all(asked[key].answerable for key in places().keys() & asked.keys())


def test_it_stands_beside_the_rules(tmp_path: Path) -> None:
    entries = {entry.document_id for entry in read_manifest(with_book(tmp_path))}
    assert BOOK.keys() <= entries and "policy-manual" in entries
