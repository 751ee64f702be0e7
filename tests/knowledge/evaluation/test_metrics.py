"""Measures against values worked out by hand, and the doors that outside sets come through."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from knowledge.embeddings import EmbeddingSettings
from knowledge.evaluation.fitting import Example, TooFewExamples, fit
from knowledge.evaluation.golden import read_golden
from knowledge.evaluation.metrics import auroc, ndcg, percentile, recall, reciprocal_rank
from knowledge.evaluation.retrieval import evaluate_retrieval
from knowledge.evaluation.sets import BadSet, read_documents, read_questions
from knowledge.retrieval import System


def test_measures() -> None:
    ranked = ["a", "b", "c", "d"]
    assert recall(ranked, {"b", "z"}, 2) == 0.5
    assert reciprocal_rank(ranked, {"c"}) == pytest.approx(1 / 3)
    assert ndcg(ranked, {"b"}) == pytest.approx(0.63093, abs=1e-5)
    assert auroc([0.9, 0.4], [0.4, 0.1]) == pytest.approx(0.875)
    assert auroc([1.0], []) is None
    assert percentile([1.0, 2.0, 3.0, 4.0], 0.5) == 2.0


def test_a_set_is_measured_through_the_pipeline(tmp_path: Path) -> None:
    docs = [
        {"id": "goats", "title": "Livestock", "text": "Goats may be bought with the livestock loan."},
        {
            "id": "fees",
            "title": "Fees",
            "text": "A fee of one percent is paid once when the money is paid out.",
        },
    ]
    queries = [
        {"id": "1", "query": "which loan buys goats", "relevant": ["goats"]},
        {"id": "2", "query": "what fee is paid", "relevant": ["fees"]},
        {"id": "3", "query": "how do I repair a bicycle wheel", "relevant": []},
    ]
    for name, rows in (("docs", docs), ("queries", queries)):
        (tmp_path / name).write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    figures = evaluate_retrieval(
        read_documents(tmp_path / "docs"),
        read_questions(tmp_path / "queries"),
        system=System.LEXICAL,
        settings=EmbeddingSettings(encoders=()),
    ).as_dict()
    assert figures["recall@1"] == 1.0
    assert figures["auroc"] == 1.0
    assert figures["queries"] == 3 and figures["answerable"] == 2


@pytest.mark.parametrize("line", ["{", '{"title": "x"}', "[1]"])
def test_a_bad_line_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "docs.jsonl"
    path.write_text('{"id": "1", "text": "x"}\n' + line, encoding="utf-8")
    with pytest.raises(BadSet, match="line 2"):
        read_documents(path)


GOLDEN = '{"id": "1", "language": "en", "question": "What is owed?", "answerable": %s}'


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("5", "line 2: 'id' is missing"),
        (GOLDEN % '"no"', "line 2: 'answerable' is 'no'; write true or false"),
        (GOLDEN % 'true, "audience": "officer"', "line 2: 'audience' is 'officer'; write farmer or staff"),
        (
            GOLDEN % 'true, "passages": [{"passage": "8%"}]',
            "line 2: a place among 'passages' has no 'document'",
        ),
        (GOLDEN % 'true, "passages": ["rates"]', "line 2: a place among 'passages' has no 'document'"),
        (GOLDEN % 'true, "document": "rates", "passage": 8', "line 2: 'passage' is no text"),
        (GOLDEN % 'true, "documents": "rates"', "line 2: 'documents' is no list"),
        (GOLDEN % 'true, "answer_contains": "8%"', "line 2: 'answer_contains' is no list"),
    ],
)
def test_a_bad_golden_question_is_named_by_its_line_and_field(tmp_path: Path, line: str, fault: str) -> None:
    path = tmp_path / "golden.jsonl"
    path.write_text(f"{GOLDEN % 'false'}\n{line}\n", encoding="utf-8")
    with pytest.raises(BadSet, match=fault):
        read_golden(path)


def test_golden_questions_in_another_encoding_are_refused_and_odd_line_ends_are_text(tmp_path: Path) -> None:
    path = tmp_path / "golden.jsonl"
    asked = GOLDEN.replace("What", "利率\u2028") % "false"
    path.write_text(asked, encoding="utf-8")
    assert [golden.question for golden in read_golden(path)] == ["利率\u2028 is owed?"]
    path.write_bytes(asked.replace("\u2028", "").encode("gb18030"))
    with pytest.raises(BadSet, match="cannot be read"):
        read_golden(path)


def test_a_fit_learns_what_separates_and_refuses_too_little() -> None:
    examples = [Example({"coverage": 0.5 + n / 100}, True, True) for n in range(40)]
    examples += [Example({"coverage": n / 100}, False, False) for n in range(40)]
    calibration, summary = fit(examples, name="t", cost_of_wrong=2.0)
    assert calibration.confidence({"coverage": 0.9}) > 0.8 > 0.2 > calibration.confidence({"coverage": 0.05})
    assert summary["auroc"] > 0.95
    with pytest.raises(TooFewExamples):
        fit(examples[:5], name="t", cost_of_wrong=2.0)
