"""A question in a language without documents, and a question that leans on the one before."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.answering import Answerer
from knowledge.index import ChunkIndex
from knowledge.retrieval import Retriever
from knowledge.types import Answer
from tests.knowledge.answering.test_model import SURE
from tests.knowledge.fakes import chunk, hashed_embedders, live


def test_without_documents_of_its_own_a_language_is_answered_from_another_and_told_so(tmp_path: Path) -> None:
    with ChunkIndex(tmp_path / "index", hashed_embedders(languages=("en", "sw"))) as index:
        index.add([chunk("v1", 0, "Goat loans cost 9.6%."), chunk("v1", 1, "The office opens at eight.")])
        outcome = Answerer(Retriever(index), calibration=SURE).ask(
            "mkopo wa goat loans", versions=[live("v1")], language="sw"
        )
    assert isinstance(outcome, Answer)
    assert "9.6%" in outcome.text and outcome.language == outcome.citations[0].language == "en"


@pytest.mark.parametrize(
    ("language", "question", "answer"),
    [
        (
            "de",
            "wie hoch ist der zins für ein ziegendarlehen?",
            "Der Zinssatz für Ziegendarlehen beträgt 9,6 %.",
        ),
        ("th", "ดอกเบี้ยเงินกู้เลี้ยงแพะเท่าไหร่", "เงินกู้เพื่อเลี้ยงแพะคิดดอกเบี้ยร้อยละ 9.6 ต่อปี"),
    ],
)
def test_a_question_finds_documents_in_its_language_though_the_bot_does_not_speak_it(
    tmp_path: Path, language: str, question: str, answer: str
) -> None:
    english = chunk("v1", 0, "Goat loans cost 12%.")
    with ChunkIndex(tmp_path / "index", hashed_embedders(languages=("en", language))) as index:
        index.add([english, chunk("v2", 0, answer, language=language)])
        answerer = Answerer(Retriever(index), calibration=SURE)
        versions = [live("v1"), live("v2", language)]
        outcome = answerer.ask(question, versions=versions, language="en")
        own = answerer.ask("what do goat loans cost?", versions=versions, language="en")
    assert isinstance(outcome, Answer) and isinstance(own, Answer)
    assert outcome.language == language and "6" in outcome.text
    assert own.language == "en" and "12%" in own.text


def test_a_follow_up_is_answered_from_what_both_turns_ask(tmp_path: Path) -> None:
    with ChunkIndex(tmp_path / "index", hashed_embedders()) as index:
        texts = [
            "Seed loans carry 8.4% interest.",
            "Goat loans carry 9.6% interest.",
            "Goat pens are inspected.",
        ]
        index.add([chunk("v1", place, text) for place, text in enumerate(texts)])
        outcome = Answerer(Retriever(index), calibration=SURE).ask(
            "and for goats?", versions=[live("v1")], language="en", history=["how much is the interest?"]
        )
    assert isinstance(outcome, Answer)
    assert "9.6%" in outcome.text


@pytest.mark.parametrize(
    ("language", "before", "after", "rules"),
    [
        (
            "en",
            "what is the most i can borrow for seed?",
            "and for goats?",
            ("Seed loans: the most you can borrow is 20,000 yuan.", "Goat loans: up to 50,000 yuan."),
        ),
        (
            "zh",
            "种子贷款最多能借多少？",
            "那山羊呢？",
            ("种子贷款：最多能借20,000元。", "山羊贷款：不超过50,000元。"),
        ),
        (
            "sw",
            "mkopo wa mbegu ni kiasi gani cha juu?",
            "na wa mbuzi?",
            ("Mkopo wa mbegu: kiasi cha juu ni yuan 20,000.", "Mkopo wa mbuzi: hadi yuan 50,000."),
        ),
    ],
)
def test_a_follow_up_that_names_another_thing_is_not_answered_for_the_first(
    tmp_path: Path, language: str, before: str, after: str, rules: tuple[str, str]
) -> None:
    with ChunkIndex(tmp_path / "index", hashed_embedders(languages=(language,))) as index:
        index.add([chunk("v1", place, text, language=language) for place, text in enumerate(rules)])
        outcome = Answerer(Retriever(index), calibration=SURE).ask(
            after, versions=[live("v1", language)], language=language, history=[before]
        )
        assert isinstance(outcome, Answer)
        assert "50,000" in outcome.text and "20,000" not in outcome.text


@pytest.mark.parametrize(
    ("question", "before", "said"),
    [
        ("¿y para cabras?", ["¿Cuál es el interés para semillas?"], "9.6%"),
        ("interés para cabras", [], "9.6%"),
        ("interés para semillas", [], "8.4%"),
        ("¿y para bodas?", ["¿Cuál es el interés para semillas?"], ""),
        ("interés para abejas", [], ""),
    ],
)
def test_a_loan_is_found_by_its_name_in_another_language_and_its_neighbour_never(
    tmp_path: Path, question: str, before: list[str], said: str
) -> None:
    table = (
        "| Loan | Rate |\n| --- | --- |\n| Seed and Season Loan | 8.4% |\n| Livestock and Fish Loan | 9.6% |"
    )
    with ChunkIndex(tmp_path / "index", hashed_embedders(languages=("en", "es"))) as index:
        index.add([chunk("v1", 0, table)])
        outcome = Answerer(Retriever(index), calibration=SURE).ask(
            question, versions=[live("v1")], language="es", history=before
        )
    assert (outcome.text if isinstance(outcome, Answer) else "").endswith(said)
    assert isinstance(outcome, Answer) is bool(said)
