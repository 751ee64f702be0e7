"""What a loan costs is its interest and its fee; what else is said beside an answer says what it is about."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest

from knowledge.answering.intent import redirect
from knowledge.evaluation.folder import SAMPLES
from knowledge.evaluation.run import Bench, open_bench
from knowledge.index.preload import VECTORS
from knowledge.types import Answer, Audience, RedirectKind

NOTICE = """# Saturday opening

From this month the office in Three Rivers is open on Saturdays from 9:00 to 11:00.
"""
MANIFEST = """
[[documents]]
id = "notice-saturday"
file = "documents/notice-saturday.md"
title = "Notice: Saturday opening"
language = "en"
audience = "farmer"
version = "2026-09"
effective_from = 2026-09-01
published_by = "Peng Hui"
reason = "Saturday opening."
"""


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    """The sample library with one more notice."""
    folder = tmp_path_factory.mktemp("library")
    shutil.copytree(SAMPLES / "documents", folder / "documents")
    shutil.copy(SAMPLES / VECTORS, folder / VECTORS)
    (folder / "documents" / "notice-saturday.md").write_text(NOTICE, encoding="utf-8")
    manifest = (SAMPLES / "library.toml").read_text(encoding="utf-8")
    (folder / "library.toml").write_text(manifest + MANIFEST, encoding="utf-8")
    with open_bench(folder, ("en", "zh", "sw"), lambda *_: None) as opened:
        yield opened


def said(bench: Bench, language: str, question: str) -> str:
    outcome = bench.ask(question, language=language, audience=Audience.FARMER)
    return outcome.text if isinstance(outcome, Answer) else ""


@pytest.mark.parametrize(
    ("language", "question", "answer"),
    [
        ("en", "what does a goat loan cost?", "Livestock and Fish Loan — Rate per year: 9.6%; Fee: none"),
        ("en", "what does a seed loan cost", "Seed and Season Loan — Rate per year: 8.4%; Fee: none"),
        ("zh", "养羊贷款要多少费用", "养殖贷款 — 年利率：9.6%；手续费：无"),
        ("sw", "mkopo wa mbuzi unagharimu kiasi gani", "Mkopo wa Mifugo na Samaki — Riba kwa mwaka: 9.6%; Ada: hakuna"),
    ],
)  # fmt: skip
def test_the_cost_of_a_loan_is_its_interest_and_its_fee(
    bench: Bench, language: str, question: str, answer: str
) -> None:
    assert said(bench, language, question) == answer


def test_the_cost_of_any_loan_is_told_for_all(bench: Bench) -> None:
    told = said(bench, "en", "what does a loan cost?").splitlines()
    assert len(told) == 5 and all("Rate per year" in line and "Fee" in line for line in told)


@pytest.mark.parametrize(
    ("language", "question"),
    [("en", "how much does a goat cost"), ("sw", "mbuzi gharama gani"), ("zh", "养羊费用多少")],
)
def test_what_a_goat_costs_is_no_fee(bench: Bench, language: str, question: str) -> None:
    assert not any(word in said(bench, language, question) for word in ("Fee", "Ada", "手续费"))


@pytest.mark.parametrize(
    ("language", "question", "answer"),
    [
        ("en", "what if i cannot pay back in time?", "A loan can be moved by up to 6 months"),
        ("en", "what if i cant pay on time", "A loan can be moved by up to 6 months"),
        ("en", "what happen if i dont repay the loan on time", "A loan can be moved by up to 6 months"),
        ("zh", "没法按时还会怎么样", "可以展期一次"),
        ("sw", "nisipoweza kulipa kwa wakati itakuwaje", "Mkopo unaweza kusogezwa mara moja"),
        ("en", "is there a fee if i do not pay early", "At any time, with no charge"),
    ],
)
def test_who_cannot_pay_in_time_is_not_told_how_to_pay_early(
    bench: Bench, language: str, question: str, answer: str
) -> None:
    assert answer in said(bench, language, question)


def test_a_second_passage_says_what_it_is_about(bench: Bench) -> None:
    assert "\nI am a few days late: For 5 days" in said(bench, "en", "what if i am late with payment")


@pytest.mark.parametrize("question", ["is the office open on saturday", "open saturday?"])
def test_a_notice_that_names_the_day_answers_before_the_table_of_hours(bench: Bench, question: str) -> None:
    assert "Saturdays from 9:00 to 11:00" in said(bench, "en", question)


def test_what_else_happens_on_that_day_does_not_answer(bench: Bench) -> None:
    assert "8:30 hadi 16:30" in said(bench, "sw", "Mnafungua Jumamosi?")


def test_how_much_can_be_had_in_cash_stands_in_the_passage_of_paying_out(bench: Bench) -> None:
    assert "5,000 yuan" in said(bench, "en", "How much of the money is paid out in cash?")


def test_without_such_a_notice_the_table_answers(bench: Bench) -> None:
    assert "Monday to Friday 8:30 to 16:30" in said(bench, "en", "is the office open on sunday")


@pytest.mark.parametrize(
    ("language", "message"),
    [
        ("en", "i already paid a debt, please hurry"),
        ("en", "please hurry up"),
        ("sw", "tafadhali fanyeni haraka"),
        ("zh", "请尽快审批一下"),
    ],
)
def test_who_asks_to_hurry_asks_how_his_own_stands(language: str, message: str) -> None:
    assert redirect(message, language) is RedirectKind.OWN_CASE


@pytest.mark.parametrize(
    ("language", "message"),
    [
        ("en", "can i get the money faster if i pay the officer"),
        ("en", "must i hurry to apply before june"),
        ("zh", "怎么尽快还款"),
    ],
)
def test_a_question_about_speed_is_none(language: str, message: str) -> None:
    assert redirect(message, language) is not RedirectKind.OWN_CASE
