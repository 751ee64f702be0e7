"""Answers without a model: the piece that answers, readable alone, and nothing without a source."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, text

from intake.vault import Vault
from knowledge.answering import Answerer, Calibration
from knowledge.answering.expects import Expected, expected, holds, says
from knowledge.answering.support import links_without_source, numbers_without_source, unsupported_sentences
from knowledge.answers import AnswerLog
from knowledge.index import ChunkIndex
from knowledge.retrieval import Retriever
from knowledge.types import Answer, NoAnswer
from tests.knowledge.fakes import chunk, hashed_embedders, live

TABLE = """| Loan | Largest amount | Term |
| --- | --- | --- |
| Season | 20,000 | 12 months |
| Trade | 30,000 | 9 months |"""
LIST = "Bring these papers to the office:\n- your identity card\n- the household register\n- a photograph of the field"


@pytest.fixture
def index(tmp_path: Path) -> Iterator[ChunkIndex]:
    with ChunkIndex(tmp_path / "index", hashed_embedders()) as index:
        index.add(
            [
                chunk("v1", 0, TABLE, heading="Amounts"),
                chunk("v1", 1, LIST, heading="Papers"),
                chunk("v1", 2, "A lost receipt is no harm. It is copied free of charge.", heading="Receipts"),
            ]
        )
        yield index


def _ask(index: ChunkIndex, question: str, threshold: float = 0.0) -> Answer | NoAnswer:
    answerer = Answerer(Retriever(index), calibration=Calibration("t", 0.0, {}, threshold))
    outcome = answerer.ask(question, versions=[live("v1")], language="en")
    assert isinstance(outcome, Answer | NoAnswer)
    return outcome


def test_a_table_answers_with_its_row_under_its_header(index: ChunkIndex) -> None:
    answer = _ask(index, "what is the largest amount for trade")
    assert isinstance(answer, Answer)
    assert "30,000" in answer.text and "Largest amount" in answer.text and "20,000" not in answer.text
    assert answer.citations[0].page == 1 and answer.citations[0].section == "Amounts"


def test_a_list_answers_whole_with_its_lead_in(index: ChunkIndex) -> None:
    answer = _ask(index, "what papers must I bring to the office")
    assert isinstance(answer, Answer)
    assert "household register" in answer.text and "Bring these papers" in answer.text


def test_a_sentence_that_leans_brings_what_it_leans_on(index: ChunkIndex) -> None:
    answer = _ask(index, "is it copied free of charge")
    assert isinstance(answer, Answer)
    assert "receipt" in answer.text


def test_below_the_threshold_nothing_is_said_but_the_nearest_is_kept(index: ChunkIndex) -> None:
    refused = _ask(index, "what papers must I bring", threshold=0.9)
    assert isinstance(refused, NoAnswer)
    assert refused.nearest[0].section == "Papers"
    assert len({one.section for one in refused.nearest}) == len(refused.nearest)


def test_an_answer_keeps_the_sections_that_come_next_and_none_it_cites(index: ChunkIndex) -> None:
    answer = _ask(index, "what papers must I bring to the office")
    assert isinstance(answer, Answer)
    near = [one.section for one in answer.nearest]
    assert near and len(set(near)) == len(near)
    assert not {one.section for one in answer.citations} & set(near)


def test_where_there_is_but_one_section_none_comes_next(tmp_path: Path) -> None:
    with ChunkIndex(tmp_path / "one", hashed_embedders()) as index:
        index.add([chunk("v1", 0, LIST, heading="Papers"), chunk("v1", 1, "More papers.", heading="Papers")])
        answer = _ask(index, "what papers must I bring to the office")
    assert isinstance(answer, Answer) and answer.nearest == ()


def test_where_the_confidence_is_nothing_no_passage_is_called_near(index: ChunkIndex) -> None:
    answerer = Answerer(Retriever(index), calibration=Calibration("t", -6.0, {}, 0.5))
    refused = answerer.ask("what papers must I bring", versions=[live("v1")], language="en")
    assert isinstance(refused, NoAnswer) and refused.nearest == ()


def test_without_documents_there_is_no_answer(index: ChunkIndex) -> None:
    answerer = Answerer(Retriever(index))
    assert isinstance(answerer.ask("what fee", versions=[], language="en"), NoAnswer)


def test_what_somebody_asked_is_kept_sealed_alone(
    index: ChunkIndex, engine: Engine, vault: Vault, clock: Any
) -> None:
    before, question = "My name is Juma Otieno", "and what papers do I need? My phone is 0712345678"
    answerer = Answerer(Retriever(index), calibration=Calibration("t", 0.0, {}, 0.0))
    outcome = answerer.ask(question, versions=[live("v1")], language="en", history=[before])
    log = AnswerLog(vault, clock)
    with engine.begin() as connection:
        answer_id = log.record(connection, question, outcome, asker="1")
        (row,) = connection.execute(text("SELECT * FROM answers")).all()
        logged = log.get(connection, answer_id)
    assert logged is not None and logged.question == question and logged.trace["versions"] == "v1"
    assert not any(word in str(row) for word in ("Juma", "juma", "0712345678"))


@pytest.mark.parametrize(
    ("question", "language", "kind"),
    [
        ("how long can I take?", "en", Expected.DURATION),
        ("how much can I borrow", "en", Expected.AMOUNT),
        ("what interest do you take", "en", Expected.RATE),
        ("利率是多少", "zh", Expected.RATE),
        ("多久能批下来", "zh", Expected.DURATION),
        ("muda gani", "sw", Expected.DURATION),
        ("कितने दिन लगेंगे", "hi", Expected.DURATION),
        ("¿Cuánto tiempo tengo?", "es", Expected.DURATION),
        ("combien de temps ?", "fr", Expected.DURATION),
        ("How much notice must I give to repay early?", "en", Expected.DURATION),
        ("How much longer may I wait when I am late?", "en", Expected.DURATION),
        ("how much more time do I get", "en", Expected.DURATION),
        ("What is the minimum time as a member?", "en", Expected.DURATION),
        ("what is the maximum loan term", "en", Expected.DURATION),
        ("¿cuánto tarda?", "es", Expected.DURATION),
        ("quel préavis faut-il donner ?", "fr", Expected.DURATION),
        ("What is the maximum age?", "en", Expected.COUNT),
        ("最高年龄是多少", "zh", Expected.COUNT),
        ("kiwango cha juu cha umri", "sw", Expected.COUNT),
        ("अधिकतम आयु कितनी है", "hi", Expected.COUNT),
        ("¿cuál es la edad máxima?", "es", Expected.COUNT),
        ("l'âge maximum ?", "fr", Expected.COUNT),
        ("What is the maximum amount?", "en", Expected.AMOUNT),
        ("how much money do I need", "en", Expected.AMOUNT),
        ("最高能借多少", "zh", Expected.AMOUNT),
        ("最多可以借几笔", "zh", Expected.COUNT),
        ("最少要几个担保人", "zh", Expected.COUNT),
        ("手续费什么时候交", "zh", Expected.TIME),
        ("手续费怎么算", "zh", Expected.AMOUNT),
        ("有手续费吗", "zh", Expected.YES_NO),
        ("what is the maximum number of loans", "en", Expected.COUNT),
        ("अधिकतम राशि", "hi", Expected.AMOUNT),
        ("¿cuál es el monto máximo?", "es", Expected.AMOUNT),
    ],
)
def test_what_a_question_asks_for(question: str, language: str, kind: Expected) -> None:
    assert expected(question, language) is kind


def test_what_a_sentence_holds() -> None:
    assert holds(Expected.DURATION, "within 7 days") and holds(Expected.DURATION, "60天内")
    assert holds(Expected.DURATION, "at the office") is False
    assert holds(Expected.YES_NO, "anything") is None


@pytest.mark.parametrize(
    "text",
    ["逾期一般会通知担保人", "统一在每月还款", "第一次来的人要带身份证", "千万不要借给别人", "万一生病请告诉我",
     "十五天内", "You must answer within 1.5 years.", "You wait 10 to 14 days."],
)  # fmt: skip
def test_no_sum_stands_in_a_time_or_in_a_word_made_of_numbers(text: str) -> None:
    assert not says(Expected.AMOUNT, text)


@pytest.mark.parametrize(
    "text",
    ["手续费五十元", "最多三万", "罚款两百", "自己出三成", "自己出一半", "百分之五", "免费", "The fee is 1.5 per cent.",
     "1,000 each year", "500元。", "१,००० रुपये"],
)  # fmt: skip
def test_a_sum_is_seen_in_figures_and_in_words(text: str) -> None:
    assert says(Expected.AMOUNT, text)


def test_numbers_links_and_sentences_need_a_source() -> None:
    source = ["The fee is 1,000.50 yuan within thirty days, 六十天后."]
    assert numbers_without_source("1000.5 yuan in 30 days, 60", source) == []
    assert numbers_without_source("2 days", source) == ["2"]
    assert links_without_source("see www.evil.example", source)
    assert unsupported_sentences("Cows fly at midnight.", source, "en")
    assert unsupported_sentences("The fee is in yuan.", source, "en") == []
