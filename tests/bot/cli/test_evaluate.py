"""`village-credit evaluate` on the documents that are published in a home: whose they are is never guessed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import docs, evaluate
from knowledge.evaluation.sets import BadSet

RATES = "# Rates\n\n## Beehive loan\n\nThe beehive loan costs 7.3% a year and runs for 18 months.\n"
ROWS = (
    {"id": "1", "language": "en", "question": "what does the beehive loan cost a year", "answerable": True,
     "passages": [{"document": "rates", "passage": "7.3% a year"}], "answer_contains": ["7.3"]},
    {"id": "2", "language": "en", "question": "how do I bake bread", "answerable": False},
)  # fmt: skip
run = CliRunner()


@pytest.fixture
def golden(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("VILLAGE_CREDIT_HOME", str(tmp_path / "home"))
    file = tmp_path / "golden.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in ROWS), encoding="utf-8")
    return file


def test_golden_questions_are_asked_of_what_the_home_has_published(golden: Path) -> None:
    rates = golden.with_name("rates.md")
    rates.write_text(RATES, encoding="utf-8")
    added = run.invoke(docs.app, ["add", str(rates), "--audience", "farmer", "--json"])
    assert added.exit_code == 0, added.output
    told = run.invoke(evaluate.app, ["answers", "--golden", str(golden), "--own", "--json"])
    assert told.exit_code == 0, told.output
    figures = json.loads(told.stdout)
    assert (figures["cited_right_passage"], figures["refused_unanswerable"]) == (1.0, 1.0)


def test_a_home_without_documents_says_so(golden: Path) -> None:
    told = run.invoke(evaluate.app, ["answers", "--golden", str(golden), "--own"])
    assert told.exit_code == 2
    assert "no document in this home is in force" in " ".join(told.output.replace("│", " ").split())


def test_a_confidence_is_not_fitted_to_the_samples_documents_unasked(golden: Path) -> None:
    told = run.invoke(evaluate.app, ["calibrate", "--golden", str(golden)])
    assert told.exit_code == 2 and "whose documents" in told.output
    assert not (golden.parent / "home" / "calibration.json").exists()


def test_only_one_library_can_be_asked(golden: Path) -> None:
    asked = ["answers", "--golden", str(golden), "--own", "--library", str(golden.parent)]
    told = run.invoke(evaluate.app, asked)
    assert told.exit_code == 2 and "exclude each other" in told.output


def test_what_is_odd_in_golden_questions_is_told_beside_the_figures(golden: Path) -> None:
    rates = golden.with_name("rates.md")
    rates.write_text(RATES, encoding="utf-8")
    assert run.invoke(docs.app, ["add", str(rates), "--audience", "farmer", "--json"]).exit_code == 0
    odd = ROWS[0] | {"passages": [{"document": "rats", "passage": "7.3%"}]}
    golden.write_text("".join(json.dumps(row) + "\n" for row in (ROWS[0], odd)), encoding="utf-8")
    told = run.invoke(evaluate.app, ["answers", "--golden", str(golden), "--own", "--json"])
    figures = json.loads(told.stdout)
    assert (figures["cited_right_passage"], figures["refused_unanswerable"]) == (0.5, None)
    assert told.stderr.splitlines() == [
        f"warning: {golden}, line 2: 'id' '1' stands on a line before; each is counted, give each its own id",
        f"warning: {golden}, line 2: 'document' 'rats' is not among those asked; "
        "nothing in it counts as right, write the id of one in force for who asks",
    ]


def test_a_file_without_golden_questions_is_refused(golden: Path) -> None:
    golden.write_text("\n", encoding="utf-8")
    told = run.invoke(evaluate.app, ["answers", "--golden", str(golden)])
    assert isinstance(told.exception, BadSet)
    assert str(told.exception).startswith(f"{golden}: no question is in it; write one a line")


def test_an_outside_set_is_measured_as_it_is_and_its_oddities_told(golden: Path) -> None:
    documents, queries = golden.with_name("docs.jsonl"), golden.with_name("queries.jsonl")
    documents.write_text(
        '{"id": 1, "text": "Goats may be bought with the livestock loan."}\n', encoding="utf-8"
    )
    queries.write_text(
        '{"id": 1, "query": "which loan buys goats", "relevant": [1]}\n'
        '{"id": 2, "query": "which loan buys goats", "relevant": ["d1"]}\n',
        encoding="utf-8",
    )
    asked = [
        "retrieval",
        "--docs",
        str(documents),
        "--queries",
        str(queries),
        "--system",
        "lexical",
        "--json",
    ]
    told = run.invoke(evaluate.app, asked)
    assert json.loads(told.stdout)["recall@1"] == 0.5
    assert told.stderr.startswith(
        f"warning: {queries}, line 2: 'relevant' names 'd1', which is no document's id; "
    )
