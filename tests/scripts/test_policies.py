"""The examples a reader is trained on: an answer stands in its passage, a near miss holds none, some are kept aside."""

from __future__ import annotations

import itertools
import shutil
from pathlib import Path

import pytest

from knowledge.evaluation.golden import bare_text
from scripts.reader.policies import KEPT_ASIDE, NOTHING, draw, load

INVENTED = Path("scripts/reader/invented")


def _rows(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


@pytest.mark.parametrize("folder", sorted(one.name for one in INVENTED.iterdir() if one.is_dir()))
def test_every_answer_stands_word_for_word_in_its_document(folder: str) -> None:
    for table in sorted((INVENTED / folder).glob("*.tsv")):
        text = bare_text(table.with_suffix(".md").read_text(encoding="utf-8"))
        for question, *words in _rows(table):
            assert question.strip() and words, table
            missing = [
                one for one in words if one.strip() not in ("", NOTHING) and bare_text(one) not in text
            ]
            assert not missing, (table, missing)


@pytest.fixture
def few(tmp_path: Path) -> Path:
    for folder in ("en-a", "zh", "hi"):
        for table in sorted((INVENTED / folder).glob("*.tsv"))[:4]:
            for path in (table, table.with_suffix(".md")):
                (tmp_path / folder).mkdir(exist_ok=True)
                shutil.copy(path, tmp_path / folder / path.name)
    return tmp_path


def test_an_example_points_at_the_answer_or_shows_a_passage_without_it(few: Path) -> None:
    told = {
        (bare_text(row[0]), bare_text(word))
        for path in few.rglob("*.tsv")
        for row in _rows(path)
        for word in row[1:]
    }
    shown = list(itertools.islice(draw(few, seed=3), 300))
    pointing = [one for one in shown if one.start >= 0]
    assert 0.3 < len(pointing) / len(shown) < 0.6
    words = {word for _question, word in told}
    whole = [one for one in pointing if bare_text(one.passage[one.start : one.end]) in words]
    assert len(whole) > 0.8 * len(pointing)  # the rest are rows of tables, pointed at as a whole


def test_documents_kept_aside_are_not_trained_on() -> None:
    kept, shown = load(INVENTED / "hi", aside=True), load(INVENTED / "hi")
    names = {one.chunks[0].version_id for one in kept}
    assert names and not names & {one.chunks[0].version_id for one in shown}
    assert len(names) < 3 * len({one.chunks[0].version_id for one in shown}) / KEPT_ASIDE
