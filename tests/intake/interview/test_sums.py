"""Sums at a question about money: several make one, one may belong to another question, and none is lost."""

from __future__ import annotations

import pytest

from intake.interview import Accepted, Ambiguous, Interview, Story, Which
from tests.intake.interview.test_amending import proposed
from tests.intake.interview.world import asked, interview, say, until


def at_own_money(language: str = "en") -> Interview:
    return until(interview(language), "own_funds")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "I want 9000"),
        ("en", "I need a loan of 9000"),
        ("en", "give me 9000"),
        ("en", "the loan is 9000"),
        ("zh", "我要9000"),
        ("zh", "需要9000"),
        ("zh", "贷款9000"),
        ("sw", "nataka 9000"),
        ("sw", "naomba mkopo wa 9000"),
    ],
)
def test_the_loan_is_not_his_own_money(language: str, words: str) -> None:
    talk = at_own_money(language)
    assert isinstance(say(talk, words), Story)
    assert proposed(talk) == {"amount": "9000"} and asked(talk) == "own_funds"
    talk = at_own_money(language)
    assert isinstance(say(talk, words.replace("9000", "8000")), Ambiguous)  # it is 8000 already


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "i want 3000 of my own"),
        ("en", "I want to put in 3000"),
        ("zh", "我想自己出3000"),
        ("sw", "nitaweka 3000 zangu"),
    ],
)
def test_his_own_money_is(language: str, words: str) -> None:
    heard = say(at_own_money(language), words)
    assert isinstance(heard, Accepted) and heard.echo.value == "3000"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "2000 + 1500"),
        ("en", "2000 and 1500 from my brother"),
        ("en", "I have 2000 and my wife 1500"),
        ("en", "2,000 plus 1,500"),
        ("zh", "2000加1500"),
        ("zh", "自己2000，弟弟给1500"),
        ("sw", "2000 na 1500 kutoka kwa kaka yangu"),
        ("sw", "nina 2000 na mke wangu 1500"),
    ],
)
def test_several_sums_are_offered_together_and_alone(language: str, words: str) -> None:
    heard = say(at_own_money(language), words)
    assert isinstance(heard, Ambiguous)
    assert [str(one.value) for one in heard.candidates] == ["3500", "2000", "1500"]
    assert heard.candidates[0].facts["sum_of"] == "2000 1500"


@pytest.mark.parametrize("words", ["2000 or 3000", "between 2000 and 3000", "2000 not 3000", "2000, no 3000"])
def test_what_is_no_addition_is_not_added(words: str) -> None:
    heard = say(at_own_money(), words)
    assert not isinstance(heard, Ambiguous) or "5000" not in [str(one.value) for one in heard.candidates]


def test_what_is_answered_and_told_otherwise_beside_is_proposed() -> None:
    talk = at_own_money()
    assert isinstance(say(talk, "i have 3000 but need 9000"), Story)
    assert proposed(talk) == {"amount": "9000", "own_funds": "3000"}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "I want 8000 for goats, I have 2000 and 1500 from my brother"),
        ("zh", "我想借8000养羊，自己有2000和弟弟的1500"),
        ("sw", "Nataka 8000 kununua mbuzi, nina 2000 na 1500 kutoka kwa kaka"),
    ],
)
def test_a_sum_of_a_story_that_has_no_place_is_told(language: str, words: str) -> None:
    talk = interview(language)
    understood = talk.proposals.hear(words)
    assert understood.unplaced == ("1500",)
    assert proposed(talk)["amount"] == "8000" and proposed(talk)["own_funds"] == "2000"


def test_a_sum_that_goes_on_from_another_is_not_the_loan() -> None:
    talk = interview()
    talk.proposals.hear("I have 2000 and 1500 from my brother. buy 12 goats")
    assert "amount" not in proposed(talk)


def test_nor_is_one_of_somebody_else() -> None:
    talk = interview("sw")
    talk.proposals.hear("duka langu linahitaji bidhaa 12000, akiba yangu 5000 na mke 1000")
    assert proposed(talk).get("amount") != "1000" and proposed(talk)["own_funds"] == "5000"


@pytest.mark.parametrize(
    ("language", "words", "loan"),
    [
        ("en", "I want 8000 for goats i have 6000 saved and my uncle 2000", "8000"),
        ("en", "8000 for goats i have 6000 saved and uncle 2000", "8000"),
        ("en", "for goats, i have 6000 saved, my uncle 2000", None),
        ("en", "for goats, I have 6000 saved. my neighbour gives me 2000", None),
        ("zh", "8000买羊，自己有6000，我叔叔2000", "8000"),
        ("zh", "买羊，自己有6000，我爸给2000", None),
        ("sw", "8000 kununua mbuzi, nina akiba 6000, mjomba wangu 2000", "8000"),
    ],
)
def test_what_a_relative_gives_is_told_and_counts_for_nothing(
    language: str, words: str, loan: str | None
) -> None:
    talk = interview(language)
    understood = talk.proposals.hear(words)
    assert understood.unplaced == ("2000",)
    told = proposed(talk)
    assert told["own_funds"] == "6000" and told.get("amount") == loan and "animals_have" not in told


@pytest.mark.parametrize(
    ("language", "story", "words"),
    [
        ("en", "i want 8000 for goats, i have 4000", "my uncle 3000"),
        ("en", "i want 8000 for goats, i have 4000", "my uncle gives me 3000"),
        ("en", "i want 8000 for goats", "my uncle 3000"),
        ("sw", "nataka 8000 kununua mbuzi, nina 4000", "mjomba wangu 3000"),
        ("zh", "我想借8000买羊，自己有4000", "我叔叔出3000"),
    ],
)
def test_what_a_relative_gives_takes_the_place_of_no_sum(language: str, story: str, words: str) -> None:
    talk = interview(language)
    talk.proposals.hear(story)
    before = proposed(talk)
    which = talk.proposals.amend(words)
    assert isinstance(which, Which) and which.of_another and which.words == "3000"
    assert (
        set(which.values) == {f"/data/{name}" for name in ("amount", "own_funds") if name in before}
        and proposed(talk) == before
    )


def test_a_sum_alone_that_has_no_place_is_told() -> None:
    assert interview().proposals.hear("my neighbour gives me 3000").unplaced == ("3000",)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "i have 50 chickens want to buy 100, need 3000 for 6 months, my own money 2000"),
        ("sw", "nina kuku 50 nataka kununua 100, nahitaji 3000 kwa miezi 6, nina 2000 zangu"),
        ("zh", "我有50只鸡，想再买100，需要3000，自己有2000"),
    ],
)
def test_the_number_to_buy_is_not_the_loan(language: str, words: str) -> None:
    talk = interview(language)
    assert talk.proposals.hear(words).unplaced == ()
    told = proposed(talk)
    counts = {name: told[name] for name in ("animals_have", "animals_buy", "amount", "own_funds")}
    assert counts == {"animals_have": "50", "animals_buy": "100", "amount": "3000", "own_funds": "2000"}


@pytest.mark.parametrize(
    ("language", "words", "counted"),
    [
        ("en", "i keep chikens, wnt 2 buy 150, need 3000", "150"),
        ("en", "i keep chickens, want to buy 50, need 3000", "50"),
        ("sw", "nafuga kuku, nataka kununua 150, nahitaji 3000", "150"),
        ("zh", "我有鸡，想买150，需要3000", "150"),
        ("en", "want to buy 150, need 3000", None),
        ("sw", "nataka kununua 150, nahitaji 3000", None),
        ("zh", "想买150，需要3000", None),
        ("en", "i have a shop, want to buy 150, need 3000", None),
        ("en", "i keep goats, want to buy 50 machines, need 3000", None),
    ],
)
def test_the_number_to_buy_is_not_the_loan_where_none_is_told_that_he_has(
    language: str, words: str, counted: str | None
) -> None:
    talk = interview(language)
    assert talk.proposals.hear(words).unplaced == ()
    told = proposed(talk)
    assert (told["amount"], told.get("animals_buy")) == ("3000", counted)
    assert "150" in told["purpose"] or "50" in told["purpose"]


@pytest.mark.parametrize(
    ("language", "words", "loan", "own"),
    [
        ("en", "want to buy 3000, have 500", "3000", "500"),
        ("en", "i keep goats, i have 3000, need 8000", "8000", "3000"),
        ("zh", "我养羊，自己 有 3000，借8000", "8000", "3000"),
    ],
)
def test_what_he_has_and_spends_is_no_count(language: str, words: str, loan: str, own: str) -> None:
    talk = interview(language)
    talk.proposals.hear(words)
    assert (proposed(talk)["amount"], proposed(talk)["own_funds"]) == (loan, own)


@pytest.mark.parametrize(
    ("language", "words", "left"),
    [
        ("en", "5000 goats 1yr", "5000 goats 1yr"),
        ("en", "i want 5000 goats", "5000 goats"),
        ("zh", "5000只羊", "5000只羊"),
    ],
)
def test_more_than_people_keep_is_not_counted_and_told(language: str, words: str, left: str) -> None:
    talk = interview(language)
    assert "animals_buy" not in {one.item.name for one in talk.proposals.hear(words).items}
    assert talk.proposals.hear(words).unplaced == (left,)


@pytest.mark.parametrize("words", ["5000 goats 1yr", "5000 goats"])
def test_more_than_people_keep_is_asked(words: str) -> None:
    talk = until(interview(), "purpose")
    heard = say(talk, words)
    assert isinstance(heard, Accepted) and [one.name for one in heard.besides] == ["animals"]
    heard = say(until(talk, "animals_have"), "5000")
    assert isinstance(heard, Ambiguous) and [one.value for one in heard.candidates] == ["5000"]


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "buy seeds 3000"), ("zh", "买化肥3000"), ("sw", "nataka kununua mbolea 3000")],
)
def test_a_large_number_behind_a_thing_is_the_sum(language: str, words: str) -> None:
    talk = interview(language)
    talk.proposals.hear(words)
    assert proposed(talk)["amount"] == "3000"
