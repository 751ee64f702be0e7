"""Documents made of the bank of questions: every answer stands in its document, and some questions have none."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from knowledge.evaluation.golden import bare_text
from scripts.reader.lenders import LENDERS, document

BANK = Path("scripts/reader/bank")
SAID = sorted(BANK.glob("*.says"))


def _rows(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("said", SAID, ids=lambda path: path.stem)
def test_every_question_has_three_marked_passages_and_one_that_only_comes_near(said: Path) -> None:
    asked, says = _rows(BANK / f"{said.stem.split('.')[0]}.jsonl"), _rows(said)
    assert sorted(row["id"] for row in asked) == sorted(row["id"] for row in says)
    for row in says:
        assert [len(re.findall(r"\[\[.+?\]\]", text)) for _heading, text in row["says"]] == [1] * LENDERS, row
        assert ["[[" in text for _heading, text in row["near"]] == [False], row


@pytest.mark.parametrize("said", SAID, ids=lambda path: path.stem)
@pytest.mark.parametrize("lender", range(LENDERS))
def test_an_answer_stands_in_the_document_word_for_word(said: Path, lender: int) -> None:
    area, language = said.stem.split(".")
    asked, says = _rows(BANK / f"{area}.jsonl"), {row["id"]: row for row in _rows(said)}
    text, table = document(asked, says, language, lender)
    rows = [line.split("\t") for line in table.splitlines()]
    assert len(rows) == sum(1 + len(row["said"][language]) for row in asked)
    answered = [words for _question, words in rows if words != "-"]
    assert 0.6 < len(answered) / len(rows) < 0.9
    assert all(bare_text(words) in bare_text(text) for words in answered)
    assert "[[" not in text
