"""A follow-up nobody answered stands with the question before it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sqlalchemy import Engine

from knowledge.answers import AnswerLog
from knowledge.gaps import Gaps
from knowledge.library import Library
from knowledge.types import Answer, NoAnswer, Redirect, RedirectKind
from tests.knowledge.gaps.test_gaps import Reversing


@pytest.fixture
def log(clock: Any) -> AnswerLog:
    return AnswerLog(Reversing(), clock)


@pytest.fixture
def gaps(log: AnswerLog, library: Library) -> Gaps:
    return Gaps(log, library)


def ask(engine: Engine, log: AnswerLog, *questions: str, asker: str = "1", language: str = "en") -> None:
    with engine.begin() as connection:
        for question in questions:
            log.record(connection, question, NoAnswer("no passage", 0.1, language), asker=asker)


def opened(engine: Engine, gaps: Gaps) -> set[str]:
    with engine.begin() as connection:
        asked = gaps.asked(connection)
    return {gap.question for gap in gaps.open(asked)}


@pytest.mark.parametrize(
    ("language", "asked", "whole"),
    [
        ("en", ("Do you lend for wigs?", "and for my sister?"), "Do you lend for wigs? and for my sister?"),
        (
            "en",
            ("do you lend for wigs", "and for goats?", "and for fish?"),
            "do you lend for wigs? and for goats? and for fish?",
        ),
        ("zh", ("买假发能贷款吗", "那羊呢？"), "买假发能贷款吗？那羊呢？"),
        ("sw", ("Mnakopesha kwa wigi?", "na kwa mbuzi?"), "Mnakopesha kwa wigi? na kwa mbuzi?"),
        ("en", ("Do you lend for wigs?", "Where can I park a tractor?"), "Where can I park a tractor?"),
    ],
)
def test_a_follow_up_stands_with_the_question_before_it(
    engine: Engine, log: AnswerLog, gaps: Gaps, language: str, asked: tuple[str, ...], whole: str
) -> None:
    ask(engine, log, *asked, language=language)
    assert whole in opened(engine, gaps) and asked[0] in opened(engine, gaps)


def test_what_another_asked_or_was_asked_long_ago_or_was_no_question_is_not_before_it(
    engine: Engine, log: AnswerLog, gaps: Gaps, clock: Any
) -> None:
    ask(engine, log, "Do you lend for wigs?")
    ask(engine, log, "Where can I park?", asker="2")
    with engine.begin() as connection:
        log.record(connection, "hello", Redirect(RedirectKind.GREETING, "en"), asker="1")
    clock.advance(minutes=31)
    ask(engine, log, "and for goats?")
    assert "and for goats?" in opened(engine, gaps)


def test_follow_ups_to_other_questions_are_other_gaps_and_each_is_told_in_his_own_words(
    engine: Engine, log: AnswerLog, gaps: Gaps
) -> None:
    ask(engine, log, "Do you lend for wigs?", "and for goats?")
    ask(engine, log, "Is there an insurance against hail and lightning?", "and for goats?", asker="2")
    with engine.begin() as connection:
        asked = gaps.asked(connection)
    found = [gap for gap in gaps.open(asked) if "goats" in gap.question]
    assert len(found) == 2
    gap = next(one for one in found if "wigs" in one.question)
    entry = gaps.write_answer(
        gap.question,
        "No, for neither.",
        author="Peng Hui",
        review_on=date(2026, 9, 1),
        effective_from=date(2026, 3, 1),
        language="en",
    )
    assert entry.title == "Do you lend for wigs? and for goats?"
    with engine.begin() as connection:
        told = gaps.close(connection, gap.answer_ids, by=entry)
    assert "and for goats?" in {one.question for one in told}


def answer(engine: Engine, log: AnswerLog, question: str, language: str = "en", asker: str = "1") -> int:
    with engine.begin() as connection:
        return log.record(connection, question, Answer("Yes.", (), 0.9, language), asker=asker)


@pytest.mark.parametrize(
    ("language", "answered", "follows", "shown"),
    [
        (
            "en",
            "I am Wang Fang, do I need a guarantor for a loan of 25,000?",
            ("and what about my sister's wig shop?",),
            "… and what about my sister's wig shop?",
        ),
        ("zh", "我叫王芳，我的羊病了能贷款吗", ("那假发呢？",), "…那假发呢？"),
        ("en", "My wife Li is ill, may I pay on Monday?", ("and for goats?", "and for fish?"), None),
    ],
)
def test_of_a_question_that_was_answered_nothing_is_shown(
    engine: Engine,
    log: AnswerLog,
    gaps: Gaps,
    language: str,
    answered: str,
    follows: tuple[str, ...],
    shown: str | None,
) -> None:
    answer(engine, log, answered, language)
    ask(engine, log, *follows, language=language)
    assert (shown or "… and for goats? and for fish?") in opened(engine, gaps)
    assert not any(answered[:6] in one for one in opened(engine, gaps))


def test_of_an_answered_topic_the_topic_is_shown_in_our_own_words(
    engine: Engine, log: AnswerLog, gaps: Gaps
) -> None:
    answer(engine, log, "intrest pls?")
    ask(engine, log, "and for wigs?")
    (question,) = opened(engine, gaps)
    assert question.endswith("? and for wigs?") and "interest" in question and "intrest" not in question


def test_an_answer_that_did_not_please_stands_before_what_follows(
    engine: Engine, log: AnswerLog, gaps: Gaps
) -> None:
    marked = answer(engine, log, "Do you lend for wigs?")
    with engine.begin() as connection:
        log.rate(connection, marked, good=False)
    ask(engine, log, "and for goats?")
    assert "Do you lend for wigs? and for goats?" in opened(engine, gaps)


def test_follow_ups_to_different_answered_questions_are_not_one_gap(
    engine: Engine, log: AnswerLog, gaps: Gaps
) -> None:
    answer(engine, log, "Is my brother welcome among your hens?")
    answer(engine, log, "Is the office closed when it rains in the hills?", asker="2")
    ask(engine, log, "and for wigs?")
    ask(engine, log, "and for wigs?", asker="2")
    with engine.begin() as connection:
        asked = gaps.asked(connection)
    found = gaps.open(asked)
    assert [(gap.question, gap.people) for gap in found] == [("… and for wigs?", 1)] * 2
