"""What borrowers fear or wait for is answered from the passage of it: seizure, hail, a visit, money on its way."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from knowledge.answering.expects import Expected, says
from knowledge.evaluation.run import Bench, open_bench
from knowledge.types import Answer, Audience

ANSWERED = [
    ("en", "will you come and take my goats", "Will you take my house?"),
    ("en", "can the officer take my cow if i miss payment", "Will you take my house?"),
    ("en", "will they seize my land", "Will you take my house?"),
    ("zh", "还不上你们会来牵走我的羊吗", "11.3 我们怎么催收"),
    ("zh", "会不会没收我的地", "11.3 我们怎么催收"),
    ("sw", "mtakuja kuchukua mbuzi zangu", "11.4 Tunavyokusanya"),
    ("zh", "庄稼被冰雹打了", "12.3 天灾"),
    ("zh", "冰雹把果子全打了怎么办", "12.3 天灾"),
    ("zh", "受灾了贷款怎么办", "12.3 天灾"),
    ("zh", "收成不好怎么办", "12.2 展期"),
    ("zh", "几天能下来钱", "9.6 批准和放款"),
    ("zh", "审批要几天", "9.2 要多久"),
    ("en", "how long does the visit take", "9.5 The visit"),
    ("en", "will the officer visit me", "9.5 The visit"),
    ("en", "how mutch can i borrow for goats", "3.1 At a glance"),
    ("en", "do i need to pledge my land", "7.1 When collateral is needed"),
]


@pytest.fixture(scope="module")
def sample() -> Iterator[Bench]:
    with open_bench(None, ("en", "zh", "sw"), lambda *_: None) as bench:
        yield bench


@pytest.mark.parametrize(("language", "question", "section"), ANSWERED)
def test_it_is_answered_from_its_own_passage(
    sample: Bench, language: str, question: str, section: str
) -> None:
    answer = sample.ask(question, language=language, audience=Audience.FARMER)
    assert isinstance(answer, Answer) and section in answer.citations[0].section


@pytest.mark.parametrize(
    "question",
    ["can my land be collateral", "can i use my farm land as collateral", "can i put my cows as security"],
)
def test_whether_a_thing_is_taken_as_collateral_is_not_told_by_when_collateral_is_needed(
    sample: Bench, question: str
) -> None:
    answer = sample.ask(question, language="en", audience=Audience.FARMER)
    assert not isinstance(answer, Answer) or "7.1" not in answer.citations[0].section


@pytest.mark.parametrize(
    ("text", "says_it"),
    [
        ("The visit takes about an hour.", True),
        ("It is done within a week.", True),
        ("Members meet together.", False),
        ("The charge is small.", False),
    ],
)
def test_how_long_may_be_told_without_a_figure(text: str, says_it: bool) -> None:
    assert says(Expected.DURATION, text) is says_it
