"""Measures against values worked out by hand, and the doors that outside sets come through."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from knowledge.embeddings import EmbeddingSettings
from knowledge.evaluation.answers import figures, judge
from knowledge.evaluation.doubts import Doubts
from knowledge.evaluation.fitting import Example, TooFewExamples, fit
from knowledge.evaluation.golden import GoldenQuestion, doubt_documents, doubt_golden, read_golden
from knowledge.evaluation.metrics import auroc, ndcg, percentile, recall, reciprocal_rank
from knowledge.evaluation.retrieval import evaluate_retrieval
from knowledge.evaluation.sets import BadSet, Document, Question, prepare, read_documents, read_questions
from knowledge.retrieval import System
from knowledge.types import Answer, Audience, Citation, NoAnswer
from tests.knowledge.fakes import HashedWords


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
    found = evaluate_retrieval(
        read_documents(tmp_path / "docs"),
        read_questions(tmp_path / "queries"),
        system=System.LEXICAL,
        settings=EmbeddingSettings(encoders=()),
    ).as_dict()
    assert found["recall@1"] == 1.0
    assert found["auroc"] == 1.0
    assert found["queries"] == 3 and found["answerable"] == 2


@pytest.mark.parametrize("line", ["{", '{"title": "x"}', "[1]"])
def test_a_bad_line_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "docs.jsonl"
    path.write_text('{"id": "1", "text": "x"}\n' + line, encoding="utf-8")
    with pytest.raises(BadSet, match="line 2"):
        read_documents(path)


@pytest.mark.parametrize("line", ["[" * 100_000, '{"id": ' + "9" * 5_000 + "}"])
def test_what_the_reader_of_json_gives_up_on_is_a_bad_line(tmp_path: Path, line: str) -> None:
    path = tmp_path / "docs.jsonl"
    path.write_text('{"id": "1", "text": "x"}\n' + line, encoding="utf-8")
    with pytest.raises(BadSet, match="line 2: not JSON"):
        read_documents(path)


@pytest.mark.parametrize("text", ["", "\n \n", "\ufeff\n"])
def test_a_set_of_nothing_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "empty.jsonl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadSet, match=r"empty\.jsonl: no document is in it; write one a line"):
        read_documents(path)
    with pytest.raises(BadSet, match=r"empty\.jsonl: no question is in it; write one a line"):
        read_questions(path)


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ('{"id": 2, "query": null}', "line 2: 'query' is no text; write the question in quotes"),
        ('{"id": 2, "query": ["fee"]}', "line 2: 'query' is no text"),
        ('{"id": 2, "query": "fee", "relevant": "d1"}', r"line 2: 'relevant' is no list; write it in \[ \]"),
        ('{"id": 2}', "line 2: 'query' is missing; write an object with id, query"),
    ],
)
def test_a_bad_question_is_named_by_its_line_and_field(tmp_path: Path, line: str, fault: str) -> None:
    path = tmp_path / "queries.jsonl"
    path.write_text('{"id": "1", "query": "x", "relevant": []}\n' + line, encoding="utf-8")
    with pytest.raises(BadSet, match=fault):
        read_questions(path)


def test_what_may_be_meant_is_counted_and_told_once_a_kind(tmp_path: Path) -> None:
    docs, queries, doubts = tmp_path / "docs.jsonl", tmp_path / "queries.jsonl", Doubts()
    docs.write_text(
        '{"id": 1, "text": "Goats", "extra": 0}\n\n{"id": "d2", "body": "Fees"}\n', encoding="utf-8"
    )
    rows = (
        {"id": 1, "query": "goats", "relevant": [1], "extra": 0},
        {"id": 2, "query": "fees", "relevant": ["D2"]},
        {"id": 3, "query": "fees", "relevant": ["d2", "d3"]},
        {"id": 3, "query": 2026, "relevants": ["d2"]},
        {"id": 4, "query": " ", "relevant": []},
    )
    queries.write_text("\n\n".join(map(json.dumps, rows)), encoding="utf-8")
    questions = read_questions(queries, read_documents(docs, doubts), doubts)
    assert [(one.key, one.text, len(one.relevant)) for one in questions] == [
        ("1", "goats", 1), ("2", "fees", 1), ("3", "fees", 2), ("3", "2026", 0), ("4", " ", 0),
    ]  # fmt: skip
    assert [doubt.removeprefix(f"{tmp_path}/") for doubt in doubts] == [
        "docs.jsonl, line 3: 'text' is missing or empty; its title alone is searched, write its words in 'text'",
        "queries.jsonl, line 3: 'relevant' names 'D2', which is no document's id (2 such lines); "
        "it counts as not found, write ids as they stand in the documents' file",
        "queries.jsonl, line 7: 'relevant' is missing; it counts as unanswerable, write [] where that is meant",
        "queries.jsonl, line 9: 'query' is empty; it is asked as it stands, write the question in quotes",
        "queries.jsonl, line 7: 'id' '3' stands on a line before; each is counted, give each its own id",
    ]


def test_golden_questions_that_no_answer_could_meet_are_told(tmp_path: Path) -> None:
    path, doubts = tmp_path / "golden.jsonl", Doubts()
    sound = {
        "id": 1,
        "language": "en",
        "question": "Fees?",
        "answerable": True,
        "document": "fees",
        "passage": "1%",
    }
    rows = (
        sound,
        sound,
        sound | {"id": 2, "question": ""},
        sound | {"id": 3, "language": "english"},
        {"id": 4, "language": "sw", "question": "Ada?", "answerable": True, "passage": "1%"},
        sound | {"id": 5, "passage": "|---|", "answer_contains": ["1", "–"]},
        sound | {"id": 6, "document": "nodoc"},
        sound | {"id": 7, "answerable": False, "document": "superseded"},
    )
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    asked = read_golden(path, doubts)
    doubt_golden(asked, doubts)
    doubt_documents(asked, {Audience.FARMER: {"fees"}}, doubts)
    told = [doubt.removeprefix(f"{path}, line ").partition(";")[0] for doubt in doubts]
    assert len(asked) == len(rows)
    assert told == [
        "4: 'language' is 'english'",
        "2: 'id' '1' stands on a line before",
        "3: 'question' is empty",
        "5: 'answerable' is true and no 'document' is named",
        "6: 'passage' has neither letter nor digit",
        "6: 'answer_contains' has a part without letter or digit",
        "7: 'document' 'nodoc' is not among those asked",
    ]


def test_a_golden_question_says_its_language_in_many_ways_or_not_at_all(tmp_path: Path) -> None:
    path, doubts = tmp_path / "golden.jsonl", Doubts()
    written = [
        ("en-US", "What does the loan for goats cost?", "en"),
        ("EN", "Who signs?", "en"),
        ("zh_Hans-CN", "养羊贷款利息多少？", "zh"),
        ("swa", "Riba ni kiasi gani?", "sw"),
        (None, "Mkopo wa mbuzi unalipwa kwa muda gani?", "sw"),
        ("Vietnamese", "Lãi suất cho vay nuôi dê là bao nhiêu một năm?", "vi"),
        ("", "需要几个担保人？", "zh"),
    ]
    rows = [
        {"id": number, "language": said, "question": asked, "document": "rates" if number else None}
        for number, (said, asked, _meant) in enumerate(written)
    ]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    found = read_golden(path, doubts)
    assert [one.language for one in found] == [meant for _said, _asked, meant in written]
    assert [one.answerable for one in found] == [False, *[True] * 6]
    told = [doubt.removeprefix(f"{path}, line ") for doubt in doubts]
    assert told == [
        "1: 'answerable' is missing (7 such lines); it is true where a document is named, else false, write which",
        "5: 'language' is missing (3 such lines); its words tell which it is in, write a code such as en, zh or sw",
    ]


def test_a_share_of_nothing_is_no_share() -> None:
    found = figures([]).as_dict()
    shares = ("cited_right_passage", "answer_contains", "cited_or_offered", "refused_unanswerable")
    assert [found[name] for name in shares] == [None] * 4
    golden = GoldenQuestion("1", "sw", "Ada?", Audience.FARMER, True, (("fees", "1%"),))
    judged = judge(lambda *_, **__: NoAnswer("no passage", 0.1, "sw"), [golden], lambda _chunk: "")
    of_sw = figures(judged).by_language["sw"]
    assert (of_sw["cited_right_passage"], of_sw["refused_unanswerable"]) == (0.0, None)


def test_what_stands_beside_a_wrong_answer_is_not_offered_with_a_refusal() -> None:
    right = Citation("c", "fees", "Fees", "1", "Fees", None, "1%", "sw")
    wrong = Citation("w", "rates", "Rates", "1", "Rates", None, "8%", "sw")
    golden = GoldenQuestion("1", "sw", "Ada?", Audience.FARMER, True, (("fees", "1%"),))
    said = Answer("8%", (wrong,), 0.9, "sw", nearest=(right,))
    refused = NoAnswer("none", 0.1, "sw", (right,))
    for outcome, share in ((said, 0.0), (refused, 1.0)):
        judged = judge(lambda *_, told=outcome, **__: told, [golden], {"c": "1%", "w": "8%"}.__getitem__)
        assert figures(judged).cited_or_offered == share


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


def test_a_set_is_asked_as_a_farmer_asks() -> None:
    """Without the courtesies around a question, as the service asks it."""
    documents = [
        Document("hours", "", "Good morning is what we say to each guest; hello and thank you, too."),
        Document("fees", "", "A fee is taken when the money is paid out."),
    ]
    asked = [Question("1", "hello, good morning, thank you: which fee is taken", frozenset({"fees"}))]
    assert evaluate_retrieval(documents, asked, system=System.LEXICAL).recall_at_1 == 1.0


class _LooksAtTheFolder(HashedWords):
    """An encoder that notes what stands in the index's folder when the first document comes."""

    folder: Path
    seen: list[str]

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        self.seen += [path.name for path in self.folder.iterdir()]
        return super().embed_documents(texts)


def _looking() -> _LooksAtTheFolder:
    return _LooksAtTheFolder()


def test_the_clock_of_indexing_does_not_count_the_opening(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_LooksAtTheFolder, "folder", tmp_path, raising=False)
    monkeypatch.setattr(_LooksAtTheFolder, "seen", seen := [], raising=False)
    evaluate_retrieval(
        [Document("fees", "", "A fee is taken.")],
        [Question("1", "which fee", frozenset({"fees"}))],
        settings=EmbeddingSettings((f"import:{__name__}:_looking",)),
        system=System.HYBRID,
        folder=tmp_path,
    )
    assert "chroma" in seen


@pytest.mark.parametrize(
    "odd",
    [
        "\ue000\ue001\ue002 \ue003",
        "\x01\x02\x03\x04 a\x05b",
        "\U0001fae9\U0001fae9",
        "\U0003fffd \ud800",
        "# \x00\x01 <div><div>",
        "",
        pytest.param("A\n\n" * 40_001, id="more than a library takes"),
    ],
)
def test_one_odd_document_does_not_end_the_measure(odd: str) -> None:
    documents = [Document("odd", "", odd), Document("fees", "", "A fee is taken when the money is paid out.")]
    asked = [Question("1", "which fee is taken", frozenset({"fees"}))]
    assert evaluate_retrieval(documents, asked, system=System.LEXICAL).recall_at_1 == 1.0


def test_markdown_in_a_set_has_headings_and_tables() -> None:
    text = (
        "# Loans\n\nFor members.\n\n## Goats\n\n| Loan | Rate |\n|---|---|\n| Goat | 9 % |\n| Cow | 8 % |\n"
    )
    versions, chunks = prepare(
        [Document("rates", "Rates", text), Document("plain", "", "Each #1 loan | no | table.")]
    )
    assert [one.heading_path[-1] for one in chunks][:2] == ["Loans", "Goats"]
    assert [one.is_table for one in chunks] == [False, True, False]
    assert "#" not in chunks[0].text and chunks[-1].text == "Each #1 loan | no | table."
    assert len(versions) == 2
