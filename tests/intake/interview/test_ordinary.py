"""Of ordinary requests 99 in 100 are read whole: the sum, how long, and the first payment's day; no word is lost."""

from __future__ import annotations

from random import Random

import pytest

from tests.intake.interview.ordinary import ASKED, Story, fault, stories
from tests.intake.interview.world import answer_all, interview, say, until

HOLDS = 0.99
EVERY_DAY, AT_LENGTH = 20, 400  # of each language


def _share(language: str, count: int) -> tuple[float, list[str]]:
    picked: list[Story] = Random(language).sample([*stories(language)], count)
    faults = [f"{story.text}: {wrong}" for story in picked if (wrong := fault(story))]
    return 1 - len(faults) / count, faults


def test_ordinary_requests_are_read_whole() -> None:
    shares = {language: _share(language, EVERY_DAY) for language in ASKED}
    assert sum(share for share, _ in shares.values()) / len(shares) >= HOLDS, shares


@pytest.mark.slow
@pytest.mark.parametrize("language", [*ASKED])
def test_many_ordinary_requests_are_read_whole(language: str) -> None:
    share, faults = _share(language, AT_LENGTH)
    assert share >= HOLDS, faults


@pytest.mark.parametrize(
    ("language", "text", "start", "left"),
    [
        ("en", "I need 8000 in june to pay school fees", "", "june"),
        ("en", "8000 for 12 months and start paying back in july", "2026-07-01", ""),
        ("en", "8000 for one year beginning july", "2026-07-01", ""),
        (
            "en",
            "8000 for a year, I will make the first payment in august after selling milk",
            "2026-08-01",
            "",
        ),
        ("en", "I need 5000 in may and pay back in december", "2026-12-01", "may"),
        ("en", "I need 8000, my first payment can be in july", "2026-07-01", ""),
        ("sw", "nahitaji 8000 Juni kulipa ada", "", "juni"),
        ("sw", "nataka 8000 kwa miezi 12, malipo ya kwanza yawe julai", "2026-07-01", ""),
        ("zh", "孩子九月开始上学要3000分6个月还", "", "九月"),
        ("zh", "借8000五月买羊年底还", "?", "五月"),
        ("zh", "借8000买羊，首付款八月，12个月还", "2026-08-01", ""),
    ],
)
def test_a_day_of_need_is_said_back_and_no_first_payment(
    language: str, text: str, start: str, left: str
) -> None:
    told = interview(language).proposals.hear(text)
    read = {one.item.name: one.item.value for one in told.items}
    asked = "?" if any(one.path.endswith("/first_payment") for one in told.unclear) else ""
    assert read.get("first_payment", asked) == start
    assert left in " ".join((*told.unplaced, read.get("purpose", "")))
    assert "term_months" not in read or read["term_months"] in ("12", "6")


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "my first payment will be in july", "2026-07-01"),
        ("en", "start paying in july", "2026-07-01"),
        ("en", "in july is my first payment", "2026-07-01"),
        ("en", "beginning july", "2026-07-01"),
        ("en", "beginning of july", "2026-07-05"),
        ("sw", "malipo ya kwanza yatakuwa julai", "2026-07-01"),
        ("sw", "nitaanza kurudisha agosti", "2026-08-01"),
        ("zh", "第一次还款在7月", "2026-07-01"),
        ("zh", "从8月开始还款", "2026-08-01"),
        ("zh", "首付款是九月", "2026-09-01"),
        ("en", "i meant 1 july", "2026-07-01"),
    ],
)
def test_the_words_of_starting_to_pay_answer_when(language: str, text: str, day: str) -> None:
    talk = until(interview(language), "first_payment")
    say(talk, text)
    assert talk.values()["first_payment"] == day


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "first payment in july"),
        ("sw", "malipo ya kwanza yatakuwa julai"),
        ("zh", "第一次还款7月"),
    ],
)
def test_at_the_end_they_change_the_day(language: str, text: str) -> None:
    talk = interview(language)
    answer_all(talk)
    say(talk, text)
    assert [*talk.proposals.values.values()] == ["2026-07-01"]


@pytest.mark.parametrize(("text", "months"), [("没有，8个月还清", "8"), ("没有，我8个月还清了", None)])
def test_how_long_beside_a_no_is_kept(text: str, months: str | None) -> None:
    talk = until(interview("zh"), "has_debts")
    say(talk, text)
    told = {path.rpartition("/")[2]: value for path, value in talk.proposals.values.items()}
    assert told.get("term_months") == months
