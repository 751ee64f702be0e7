"""What stands word for word in the papers is answered; what only shares words with a question is not said to it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from knowledge.answering.another_matter import is_of_another_matter
from knowledge.answering.word_for_word import asked_terms
from knowledge.evaluation.run import Bench, open_bench
from knowledge.types import Answer, Audience, Outcome

ANSWERED = [
    ("en", "do you lend for a new house", "A new house from the ground up is not covered"),
    ("en", "can i use the seed loan for ploughing", "ploughing"),
    ("en", "can i get a loan to rebuild my shop", "rebuilding a shop"),
    ("en", "loan for gambling", "We do not lend for"),
    ("sw", "mkopo wa harusi", "Hatukopeshi kwa harusi"),
    ("zh", "羊坡村的服务台在哪天", "每月第三个星期二"),
    ("en", "how long does the second review take", "within 14 days"),
    ("sw", "ukaguzi wa pili unachukua siku ngapi", "siku 14"),
    ("zh", "投诉多久有结果", "15天内"),
    ("en", "how long does a complaint take", "within 15 days"),
    ("en", "can i change from flat to declining", "change it once"),
    ("en", "how many loans can one household have", "two loans"),
    ("en", "i am pregnant can i pay later", "3 instalments"),
    ("zh", "怀孕了能晚点还吗", "3期"),
    ("zh", "可以微信付款吗", "转账到合作社账户"),
    ("sw", "naweza kulipa kwa M-Pesa", "Kwa fedha taslimu"),
    ("en", "which vehicles can be collateral", "vehicle under 8 years"),
    ("en", "do i need collateral", "from 50,000|of 50,000"),
]
REFUSED = [
    ("en", "how much of the late charge can be waived"),
    ("en", "how many members has the cooperative"),
    ("en", "do you give a loan for a phone"),
    ("sw", "mkopo wa trekta"),
    ("sw", "mkopo wa simu"),
    ("en", "can i pay my loan with goats"),
    ("zh", "贷款买手机"),
    ("zh", "你们有存款利息吗"),
]


@pytest.fixture(scope="module")
def sample() -> Iterator[Bench]:
    with open_bench(None, ("en", "zh", "sw"), lambda *_: None) as bench:
        yield bench


def _ask(sample: Bench, language: str, question: str) -> Outcome:
    return sample.ask(question, language=language, audience=Audience.FARMER, history=())


@pytest.mark.parametrize(("language", "question", "piece"), ANSWERED)
def test_what_the_papers_say_in_the_askers_words_is_said(
    sample: Bench, language: str, question: str, piece: str
) -> None:
    answer = _ask(sample, language, question)
    assert isinstance(answer, Answer) and any(one in answer.text for one in piece.split("|"))


@pytest.mark.parametrize(("language", "question"), REFUSED)
def test_what_only_shares_words_with_the_papers_is_not_answered(
    sample: Bench, language: str, question: str
) -> None:
    assert not isinstance(_ask(sample, language, question), Answer)


@pytest.mark.parametrize(
    ("piece", "heading", "question", "another"),
    [
        (
            "A second review can be asked for within 30 days.",
            "",
            "how long does the second review take",
            True,
        ),
        (
            "Ask within 30 days. You get the answer within 14 days.",
            "",
            "how long does the review take",
            False,
        ),
        ("Complaint — How long: 3 years.", "How long we keep it", "how long does a complaint take", True),
        ("Complaint — How long: 3 years.", "How long we keep it", "how long do you keep a complaint", False),
        ("30天内可以要求复审。", "", "复审要多久", True),
        ("The late charge is 0.03% per day.", "", "can the late charge be waived", True),
        ("Late charges stop from the day of the disaster.", "", "can the late charge be waived", False),
        ("滞纳金每天0.03%。", "", "滞纳金能免多少", True),
        ("补一份不要钱。", "", "是免费的吗", False),
    ],
)
def test_a_piece_may_tell_of_another_time_or_of_the_charge_that_was_to_be_let_off(
    piece: str, heading: str, question: str, another: bool
) -> None:
    assert is_of_another_matter(piece, [heading], question) is another


@pytest.mark.parametrize(
    ("question", "language", "found"),
    [
        ("can i use the seed loan for ploughing", "en", ["seed", "loan", "plough"]),
        ("how long does it take", "en", []),
        ("tractor", "en", []),
        ("羊坡村的服务台在哪天", "zh", ["羊", "坡", "村", "羊坡", "坡村", "服", "务", "台", "服务", "务台"]),
    ],
)
def test_words_of_asking_need_not_stand_in_the_papers(question: str, language: str, found: list[str]) -> None:
    assert asked_terms(question, language) == found
