"""A correction of a story that waits for its yes: it hits the item that was meant, or it is asked which."""

from __future__ import annotations

import pytest

from intake.interview import Interview, Story, Which
from tests.intake.interview.world import asked, interview, say, until

TOLD = {
    "en": "I want 8000 to buy 12 goats, I have 2000 myself, pay back in 10 months",
    "zh": "我想借8000元买12只羊，自己有2000，10个月还",
    "sw": "Nataka kukopa 8000 kununua mbuzi 12, nina 2000 zangu, nitalipa kwa miezi 10",
}
SUMS = {"amount", "own_funds"}


def told(language: str = "en", words: str = "") -> Interview:
    talk = interview(language)
    talk.proposals.hear(words or TOLD[language])
    return talk


def proposed(talk: Interview) -> dict[str, str]:
    return {path.rpartition("/")[2]: value for path, value in talk.proposals.values.items()}


HITS = [
    ("en", "3000 not 2000", "own_funds", "3000"),
    ("en", "no, my own money 3000", "own_funds", "3000"),
    ("en", "own money 3000", "own_funds", "3000"),
    ("en", "the amount is 9000 not 8000", "amount", "9000"),
    ("en", "change 8000 to 9000", "amount", "9000"),
    ("en", "2000 should be 2500", "own_funds", "2500"),
    ("en", "12 months not 10", "term_months", "12"),
    ("en", "18 not 10", "term_months", "18"),
    ("en", "not 10 months, 18", "term_months", "18"),
    ("en", "make it 18 months", "term_months", "18"),
    ("en", "make it 9000", "amount", "9000"),
    ("en", "change it to 9000", "amount", "9000"),
    ("en", "no I said 9000", "amount", "9000"),
    ("en", "no, 15 goats", "animals_buy", "15"),
    ("en", "sorry it should be 14 goats not 12", "animals_buy", "14"),
    ("en", "15 instead of 12", "animals_buy", "15"),
    ("zh", "是3000不是2000", "own_funds", "3000"),
    ("zh", "自己的钱3500", "own_funds", "3500"),
    ("zh", "不是8000是9000", "amount", "9000"),
    ("zh", "改成9000", "amount", "9000"),
    ("zh", "把8000改成9000", "amount", "9000"),
    ("zh", "不是12只，是15只", "animals_buy", "15"),
    ("zh", "应该是15只", "animals_buy", "15"),
    ("zh", "不是10个月，是18个月", "term_months", "18"),
    ("sw", "hapana, 3000 sio 2000", "own_funds", "3000"),
    ("sw", "badilisha 8000 kuwa 9000", "amount", "9000"),
    ("sw", "badilisha iwe 9000", "amount", "9000"),
    ("sw", "mbuzi 15 sio 12", "animals_buy", "15"),
    ("sw", "pesa zangu 3500", "own_funds", "3500"),
]


@pytest.mark.parametrize(("language", "words", "name", "value"), HITS)
def test_a_correction_changes_the_item_it_is_for(language: str, words: str, name: str, value: str) -> None:
    talk = told(language)
    before = proposed(talk)
    assert not isinstance(talk.proposals.amend(words), Which)
    after = proposed(talk)
    after.pop("purpose"), before.pop("purpose")
    assert after == before | {name: value}


@pytest.mark.parametrize(
    ("language", "words", "among"),
    [
        ("en", "2500", SUMS),
        ("en", "no 2500", SUMS),
        ("en", "my brother gives 3000", SUMS),
        ("en", "no 9000 is the cost", SUMS),
        ("en", "9000 not 7000", SUMS),
        ("en", "no 15", {"animals_buy", "term_months"}),
        ("zh", "2500", SUMS),
        ("zh", "手里有2500，姐姐给500", SUMS),
        ("sw", "hapana, 15", {"animals_buy", "term_months"}),
    ],
)
def test_a_figure_that_may_be_for_several_is_asked_about(language: str, words: str, among: set[str]) -> None:
    talk = told(language)
    before = proposed(talk)
    which = talk.proposals.amend(words)
    assert isinstance(which, Which) and {path.rpartition("/")[2] for path in which.values} == among
    assert proposed(talk)["amount"] == before["amount"]
    path = min(which.values)
    talk.proposals.put(path, which.values[path])
    assert proposed(talk)[path.rpartition("/")[2]] == which.values[path]


@pytest.mark.parametrize(
    ("language", "words", "purpose"),
    [
        ("en", "14 goats not 12", "buy 14 goats"),
        ("zh", "不是12只，是15只", "买15只羊"),
        ("sw", "mbuzi 15 sio 12", "kununua mbuzi 15"),
    ],
)
def test_the_purpose_counts_as_he_does(language: str, words: str, purpose: str) -> None:
    talk = told(language)
    talk.proposals.amend(words)
    assert proposed(talk)["purpose"] == purpose


def test_what_counts_other_things_is_not_taken_for_the_one_count_there_is() -> None:
    talk = told(words="I have 30 goats and want to buy 12 more, need 9000")
    for words in ("no 15", "13 goats not 12"):
        which = talk.proposals.amend(words)
        assert isinstance(which, Which) and len(which.values) == 2, words
        assert proposed(talk)["animals_have"] == "30"


def test_several_corrections_at_once() -> None:
    talk = told()
    talk.proposals.amend("14 sheep not 12 goats, and 3000 not 2000")
    now = proposed(talk)
    assert (now["animals"], now["animals_buy"], now["own_funds"], now["amount"]) == (
        "sheep",
        "14",
        "3000",
        "8000",
    )


@pytest.mark.parametrize(
    ("language", "words"), [("zh", "改一下"), ("en", "no the other one"), ("en", "no, wrong")]
)
def test_words_without_a_figure_change_nothing(language: str, words: str) -> None:
    talk = told(language)
    before = proposed(talk)
    talk.proposals.amend(words)
    assert proposed(talk) == before


def test_what_is_answered_is_heard_too_while_a_change_is_proposed() -> None:
    talk = until(interview(), "animals_have")
    assert isinstance(say(talk, "14 sheep not 12 goats"), Story)
    assert proposed(talk) == {"animals": "sheep", "animals_buy": "14"}
    talk = until(interview(), "income_months")
    assert isinstance(say(talk, "9000 not 8000"), Story)
    talk.proposals.amend("and the time 18 months")
    assert proposed(talk) == {"amount": "9000", "term_months": "18"}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "make it 9000"),
        ("en", "change that to 9000"),
        ("sw", "badilisha hiyo iwe 9000"),
        ("zh", "这个改成9000"),
    ],
)
def test_it_is_the_answer_he_has_just_given(language: str, words: str) -> None:
    talk = until(interview(language), "own_funds")
    assert isinstance(say(talk, words), Story)
    assert proposed(talk) == {"amount": "9000"} and asked(talk) == "own_funds"


def test_an_item_that_is_said_to_be_wrong_is_given_anew() -> None:
    talk = until(interview(), "income_months")
    command = talk.command("the amount is wrong, it should be 7000")
    assert command is not None and command.path == "/data/amount" and command.rest == "7000"


@pytest.mark.parametrize(
    ("language", "told", "words", "purpose"),
    [
        ("en", "I want 8000 to buy Twelve goats, I have 4000", "make it 15 goats", "buy 15 goats"),
        ("en", "I want 8000 to buy 12 goats and one ram", "15 goats", "buy 15 goats and one ram"),
        ("zh", "我想借8000元买十二只羊，自己有4000", "15只羊", "买15只羊"),
        ("sw", "Nataka kukopa 8000 kununua mbuzi kumi na mbili", "mbuzi 15", "kununua mbuzi 15"),
    ],
)
def test_a_purpose_says_the_new_count_however_the_old_was_written(
    language: str, told: str, words: str, purpose: str
) -> None:
    talk = interview(language)
    talk.proposals.hear(told)
    talk.proposals.amend(words)
    assert proposed(talk)["animals_buy"] == "15" and proposed(talk)["purpose"] == purpose
