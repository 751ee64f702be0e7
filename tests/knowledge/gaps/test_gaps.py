"""Questions nobody answered are grouped by meaning, answered once, and everybody who asked is told once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from langchain_core.embeddings import Embeddings
from sqlalchemy import Engine

from knowledge.answers import AnswerLog
from knowledge.embeddings import Embedders, Encoder
from knowledge.gaps import Gaps, UnknownGap, by_encoders
from knowledge.gaps.meaning import group
from knowledge.library import DocumentKind, Library
from knowledge.types import Answer, Audience, NoAnswer, Redirect, RedirectKind
from tests.knowledge.library.world import RecordingIndex, titles

TERMS: dict[str, Any] = {
    "author": "Peng Hui",
    "review_on": date(2026, 9, 1),
    "effective_from": date(2026, 3, 1),
    "language": "en",
}


class Reversing:
    """A cipher one can see through, so that the test sees that it was used."""

    def encrypt(self, data: bytes, /) -> bytes:
        return data[::-1]

    def decrypt(self, token: bytes, /) -> bytes:
        return token[::-1]


class Counting(Embeddings):
    """Remembers what it was given to read."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        self.read.extend(texts)
        return [[1.0, float(len(text))] for text in texts]

    def embed_query(self, text: str) -> list[float]:
        return self.embed_documents([text])[0]


@pytest.fixture
def log(clock: Any) -> AnswerLog:
    return AnswerLog(Reversing(), clock)


@pytest.fixture
def gaps(log: AnswerLog, library: Library) -> Gaps:
    return Gaps(log, library)


def ask(engine: Engine, log: AnswerLog, question: str, asker: str = "1", language: str = "en") -> int:
    with engine.begin() as connection:
        return log.record(connection, question, NoAnswer("no passage", 0.1, language), asker=asker)


def test_equal_questions_are_one_gap_counted_by_people(engine: Engine, log: AnswerLog, gaps: Gaps) -> None:
    for asker, question in (
        ("1", "Do you lend for bees?"),
        ("2", "do you lend for bees"),
        ("1", "DO YOU LEND FOR BEES!"),
    ):
        ask(engine, log, question, asker)
    ask(engine, log, "Where can I park a tractor?")
    with engine.begin() as connection:
        first, second = gaps.open(gaps.asked(connection))
    assert (first.count, first.people, second.count) == (3, 2, 1)


def test_thumbs_down_opens_a_gap_and_thumbs_up_none(engine: Engine, log: AnswerLog, gaps: Gaps) -> None:
    with engine.begin() as connection:
        bad = log.record(connection, "How much?", Answer("8%", (), 0.9, "en"), asker="1")
        good = log.record(connection, "How long?", Answer("a year", (), 0.9, "en"), asker="1")
        log.record(connection, "Hello", Redirect(RedirectKind.GREETING, "en"), asker="1")
        log.rate(connection, bad, False)
        log.rate(connection, good, True)
        (gap,) = gaps.open(gaps.asked(connection))
    assert (gap.question, gap.thumbed_down, gap.refused) == ("How much?", 1, 0)


def test_a_written_answer_is_live_and_everybody_is_told_once(
    engine: Engine, log: AnswerLog, gaps: Gaps, library: Library, index: RecordingIndex
) -> None:
    ids = [
        ask(engine, log, q, a)
        for q, a in (("Lend for bees?", "1"), ("lend for bees", "1"), ("Lend for bees", "2"))
    ]
    version = gaps.write_answer("Do you lend for bees?", "Yes, as livestock.", **TERMS)
    assert (version.kind, version.review_on, version.published_by) == (
        DocumentKind.CURATED,
        date(2026, 9, 1),
        "Peng Hui",
    )
    assert "Yes, as livestock." in index.held[version.version_id][0].text
    assert titles(library, "2026-03-02") == ["2026-03-01"]
    with engine.begin() as connection:
        told = gaps.close(connection, ids, by=version)
        again = gaps.close(connection, ids, by=version)
        assert gaps.open(gaps.asked(connection)) == []
    assert sorted((one.asker, len(one.answer_ids)) for one in told) == [("1", 2), ("2", 1)]
    assert again == []


def test_an_answer_written_twice_is_one_entry(gaps: Gaps) -> None:
    one = gaps.write_answer("Do you lend for bees?", "Yes.", **TERMS)
    two = gaps.write_answer("Do you lend for bees?", "Yes.", **TERMS)
    assert one.version_id == two.version_id


def test_an_answer_takes_the_place_of_all_that_stood_under_its_question(
    engine: Engine, log: AnswerLog, gaps: Gaps, library: Library
) -> None:
    for words in ("Up to 1,000.", "Up to 2,000."):
        gaps.write_answer("How much for bees?", words, **TERMS)
    gaps.write_answer("How much for bees?", "For staff.", audience=Audience.STAFF, **TERMS)
    ask(engine, log, "how much for bees")
    with engine.begin() as connection:
        (gap,) = gaps.open(gaps.asked(connection))
    old = [one.version_id for one in gaps.entries(gap, gap.question, TERMS["effective_from"]).same]
    assert len(old) == 2
    for _again_after_a_kill in range(2):
        entry = gaps.write_answer("How much for bees?", "Up to 3,000.", instead_of=old, **TERMS)
    live = library.live_versions(TERMS["effective_from"], Audience.FARMER)
    assert [one.version_id for one in live] == [entry.version_id]


def test_the_same_words_are_written_again_for_who_could_not_read_them(gaps: Gaps, library: Library) -> None:
    """An entry of the staff, of another language, not yet or no longer in force answers no farmer today."""
    words, later = ("Je, muda?", "12"), date(2026, 7, 1)
    others = [
        gaps.write_answer(*words, audience=Audience.STAFF, **TERMS),
        gaps.write_answer(*words, **(TERMS | {"language": "sw"})),
        gaps.write_answer(*words, **(TERMS | {"effective_from": later})),
    ]
    gone = gaps.write_answer(*words, **TERMS)
    library.retire(gone.version_id, by="Peng Hui", reason="wrong")
    version = gaps.write_answer(*words, **TERMS)
    live = {one.version_id: one.language for one in library.live_versions(date(2026, 3, 1), Audience.FARMER)}
    assert live == {others[1].version_id: "sw", version.version_id: "en"}


def test_an_entry_that_comes_back_is_as_it_was_written(
    gaps: Gaps, library: Library, index: RecordingIndex
) -> None:
    old = gaps.write_answer("Do you lend\n\nfor bees?", "Yes.\n\nAs livestock.", **TERMS)
    anew = library.stage_text(old.title, "No.", language="en", author="Peng Hui")
    terms = {"audience": Audience.FARMER, "effective_from": date(2026, 3, 1), "reason": "r", "by": "Peng Hui"}
    library.publish(anew.draft_id, replaces=old.document_id, **terms)
    again = library.restore(old.version_id, by="x", reason="y")
    texts = [[chunk.text for chunk in index.held[one.version_id]] for one in (old, again)]
    assert texts[0] == texts[1] == ["Yes.\nAs livestock."]
    assert again.review_on == old.review_on


def test_entries_come_up_for_review(gaps: Gaps) -> None:
    version = gaps.write_answer("Do you lend for bees?", "Yes.", **TERMS)
    assert gaps.due_for_review(date(2026, 8, 31)) == []
    assert [due.version_id for due in gaps.due_for_review(date(2026, 9, 1))] == [version.version_id]


def test_an_unknown_or_closed_gap_is_said_so(engine: Engine, log: AnswerLog, gaps: Gaps) -> None:
    answer_id = ask(engine, log, "Lend for bees?")
    with engine.begin() as connection:
        assert gaps.of(gaps.asked(connection), answer_id).answer_ids == (answer_id,)
        gaps.dismiss(connection, [answer_id], by="Peng Hui")
        with pytest.raises(UnknownGap):
            gaps.of(gaps.asked(connection), answer_id)


def test_questions_are_not_readable_in_the_database(engine: Engine, log: AnswerLog) -> None:
    ask(engine, log, "I am Li Ming and cannot pay")
    with engine.begin() as connection:
        (row,) = connection.exec_driver_sql("select * from answers").fetchall()
    assert "Li Ming" not in str(row)


def test_erasing_forgets_one_person(engine: Engine, log: AnswerLog) -> None:
    ask(engine, log, "one", "1")
    ask(engine, log, "two", "2")
    with engine.begin() as connection:
        assert log.erase(connection, "1") == 1
        assert [logged.asker for logged in log.unanswered(connection)] == ["2"]


def test_meaning_is_measured_from_how_near_unrelated_questions_lie() -> None:
    """An encoder that puts everything near (E5 does) must not make one group of everything."""

    def crowded(texts: Sequence[str], language: str) -> Sequence[Sequence[float]]:
        return [
            [10.0, *(float(word in text.lower()) for word in ("bee", "tractor", "office", "rate"))]
            for text in texts
        ]

    groups = group(["bees?", "Lending on beehives", "a tractor"], "en", crowded)
    assert groups == [[0, 1], [2]]


def test_without_an_encoder_words_decide() -> None:
    groups = group(
        ["Do you lend for bees?", "do u lend for bees", "What is the late fee?"], "xx", lambda *_: None
    )
    assert groups == [[0, 1], [2]]


def test_of_a_long_text_both_ends_are_compared() -> None:
    read: list[str] = []

    def embed(texts: Sequence[str], _language: str) -> Sequence[Sequence[float]]:
        read.extend(texts)
        return [[1.0, 0.0] if "bees" in text else [0.0, 1.0] for text in texts]

    story = "We keep goats on the hill, my husband and I. " * 90
    asked = [
        f"Do you lend for bees? {story}",
        f"{story} Do you lend for bees?",
        f"{story} Where is the office?",
    ]
    assert group(asked, "en", embed) == [[0, 1], [2]]
    assert max(map(len, read)) < 310


def test_a_question_is_embedded_once_however_often_the_gaps_are_looked_at(
    engine: Engine, log: AnswerLog, library: Library
) -> None:
    encoder = Counting()
    opened = Encoder("counting", "counting", frozenset({"en"}), False, lambda: encoder)
    gaps = Gaps(log, library, by_encoders(Embedders(encoders=[opened])))
    first = ask(engine, log, "Do you lend for bees?")
    ask(engine, log, "Mnakopesha nyuki?", language="sw")
    with engine.begin() as connection:
        assert len(gaps.open(gaps.asked(connection))) == 2
        gaps.dismiss(connection, gaps.of(gaps.asked(connection), first).answer_ids, by="Peng Hui")
    ask(engine, log, "Where is the office?")
    with engine.begin() as connection:
        gaps.open(gaps.asked(connection))
    assert len(encoder.read) == len(set(encoder.read))
    assert {"Do you lend for bees?", "Where is the office?"} < set(encoder.read)


def test_questions_with_other_figures_are_other_questions() -> None:
    def alike(texts: Sequence[str], language: str) -> Sequence[Sequence[float]]:
        return [[1.0, 0.0] if "borrow" in text else [0.0, 1.0] for text in texts]

    asked = ["can I borrow 200000?", "how much can I borrow with 5000 of my own?", "i want to borrow 200,000"]
    assert group(asked, "en", alike) == [[0, 2], [1]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Is the rate 2.5 percent?", "Is the rate 25 percent?"),
        ("le taux est de 2,5 % ?", "le taux est de 25 % ?"),
        ("must I pay 1.5 times?", "must I pay 15 times?"),
        ("Can I borrow 5 lakh?", "Can I borrow 5 thousand?"),
        ("Can I borrow five lakh?", "Can I borrow five thousand?"),
        ("Can I borrow 50k?", "Can I borrow 50?"),
        ("Can I borrow two thousand?", "Can I borrow nine thousand?"),
        ("naweza kukopa elfu 5?", "naweza kukopa laki 5?"),
        ("naweza kukopa laki 2 elfu 5?", "naweza kukopa laki 5 elfu 2?"),
        ("naweza kukopa elfu tano?", "naweza kukopa elfu tisa?"),
        ("能借5千吗", "能借5万吗"),
        ("能借五千吗", "能借五万吗"),
        ("क्या 5 हज़ार मिलेगा", "क्या ५ लाख मिलेगा"),
        ("¿me prestan 5 mil?", "¿me prestan 5 millones?"),
        ("puis-je emprunter 5 mille ?", "puis-je emprunter 5 millions ?"),
    ],
)
def test_figures_tell_questions_apart(one: str, other: str) -> None:
    assert group([one, other], "en", lambda texts, _language: [[1.0] for _ in texts]) == [[0], [1]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("क्या ५००० मिलेगा", "क्या 5000 मिलेगा"),
        ("क्या ५ हजार मिलेगा", "क्या 5,000 मिलेगा"),
        ("5 lakh for a tractor?", "a tractor for 5,00,000?"),
        ("can I borrow 5k?", "can I borrow 5 thousand?"),
        ("naweza kukopa elfu 5?", "naweza kukopa 5000?"),
        ("能借5万元吗", "能借５００００元吗"),
        ("¿me prestan 20 mil?", "¿me prestan 20.000?"),
        ("puis-je emprunter 200 000 ?", "puis-je emprunter 200\u202f000 ?"),
        ("is it 2.50%?", "is it 2,5 %?"),
        ("do you lend for goats", "a loan for goats?"),
        ("万一羊死了怎么办", "羊死了怎么办"),
    ],
)
def test_one_figure_written_in_two_ways_is_one(one: str, other: str) -> None:
    assert group([one, other], "en", lambda texts, _language: [[1.0] for _ in texts]) == [[0, 1]]


def test_audience_of_an_entry_is_kept(gaps: Gaps, library: Library) -> None:
    gaps.write_answer("Scoring?", "From 1 to 5.", audience=Audience.STAFF, **TERMS)
    assert titles(library, "2026-03-02") == []
