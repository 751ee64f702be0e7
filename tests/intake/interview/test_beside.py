"""What is told beside a yes or a no is proposed, or said back; the yes or the no is kept."""

from __future__ import annotations

import pytest

from intake.interview import Accepted, Ambiguous, Story, Utterance
from tests.intake.interview.test_amending import proposed
from tests.intake.interview.world import interview, say, until

KEPT = [
    # a larger loan, though the next question asks a sum too
    ("en", "has_debts", "yes, i need more, 10000", "yes", {"amount": "10000"}),
    ("en", "has_debts", "yes, can i borrow more, 10000?", "yes", {"amount": "10000"}),
    ("en", "has_debts", "yes please i need 10000", "yes", {"amount": "10000"}),
    ("en", "staff_related", "yes, i need more, 10000", "yes", {"amount": "10000"}),
    ("sw", "has_debts", "ndiyo, nahitaji zaidi, 10000", "yes", {"amount": "10000"}),
    ("sw", "has_debts", "ndiyo nataka 10000", "yes", {"amount": "10000"}),
    ("zh", "has_debts", "有，我要多一点，10000", "yes", {"amount": "10000"}),
    ("zh", "staff_related", "有，我要借10000", "yes", {"amount": "10000"}),
    ("es", "has_debts", "sí, necesito más, 10000", "yes", {"amount": "10000"}),
    ("fr", "has_debts", "oui, j'ai besoin de plus, 10000", "yes", {"amount": "10000"}),
    ("hi", "has_debts", "हाँ, मुझे और चाहिए, 10000", "yes", {"amount": "10000"}),
    # what the yes leads on to
    ("en", "has_debts", "yes, i owe 2000", "yes", {"debts_total": "2000"}),
    ("en", "has_debts", "yes 2000 to the bank", "yes", {"debts_total": "2000"}),
    ("en", "has_debts", "yes, 200 each month", "yes", {"debts_month": "200"}),
    ("sw", "has_debts", "ndiyo, 2000", "yes", {"debts_total": "2000"}),
    ("zh", "has_debts", "有，2000", "yes", {"debts_total": "2000"}),
    ("en", "has_debts", "yes, my brother 2000", "yes", {"debts_total": "2000"}),
    ("zh", "has_debts", "有，我哥2000，每月还200", "yes", {"debts_total": "2000", "debts_month": "200"}),
    ("sw", "has_debts", "ndiyo, kaka yangu 2000", "yes", {"debts_total": "2000"}),
    (
        "sw",
        "has_debts",
        "ndiyo, nadaiwa 2000 na ninataka 10000",
        "yes",
        {"debts_total": "2000", "amount": "10000"},
    ),
    ("sw", "has_debts", "ndiyo, ninataka 10000", "yes", {"amount": "10000"}),
    # what was asked before, and what will be
    ("en", "has_debts", "no, i have 40 goats", "no", {"animals_have": "40"}),
    ("en", "has_debts", "no i have 40 goats", "no", {"animals_have": "40"}),
    ("en", "has_debts", "no but my phone is 13812345679", "no", {"phone": "+8613812345679"}),
    ("en", "has_debts", "no, i live in Goat Hill", "no", {"village": "goat-hill"}),
    ("en", "has_debts", "no, my name is Amina Juma", "no", {"full_name": "Amina Juma"}),
    ("en", "has_debts", "no, i have 2000 of my own", "no", {"own_funds": "2000"}),
    ("sw", "has_debts", "hapana, nina mbuzi 40", "no", {"animals_have": "40"}),
    ("sw", "has_debts", "hapana, naitwa Amina Juma", "no", {"full_name": "Amina Juma"}),
    ("zh", "has_debts", "没有，我叫王五", "no", {"full_name": "王五"}),
    ("zh", "has_debts", "没有，我的电话是13812345679", "no", {"phone": "+8613812345679"}),
    ("es", "has_debts", "no, tengo 40 cabras", "no", {"animals_have": "40"}),
    # what stands so already, and what is for nothing here
    ("en", "has_debts", "no, i have 30 goats", "no", {}),
    ("zh", "has_debts", "没有，我有30只羊", "no", {}),
    ("en", "has_debts", "no thanks, i have 2 children", "no", {}),
    ("en", "has_debts", "no, i finished paying 5000", "no", {}),
    ("en", "has_debts", "no, one goat is 600", "no", {}),
    ("en", "has_debts", "no, my father had 50 goats last year", "no", {}),
    ("en", "has_debts", "yes, my brother has a cow", "yes", {}),
    ("en", "has_debts", "yes, since 2020", "yes", {}),
]


@pytest.mark.parametrize(("language", "at", "text", "answer", "told"), KEPT)
def test_the_answer_is_kept_and_the_rest_proposed(
    language: str, at: str, text: str, answer: str, told: dict[str, str]
) -> None:
    talk = until(interview(language), at)
    heard = say(talk, text)
    assert isinstance(heard, Accepted) and heard.echo.value == answer
    assert proposed(talk) == told
    assert all(talk.values().get(name) != value for name, value in told.items())  # a yes takes it over


@pytest.mark.parametrize(
    ("language", "at", "text", "told"),
    [
        ("en", "staff_related", "no, i want 9000", {"staff_related": "no", "amount": "9000"}),
        ("en", "staff_related", "no, i have 40 goats", {"staff_related": "no", "animals_have": "40"}),
        ("sw", "staff_related", "hapana, nina mbuzi 40", {"staff_related": "no", "animals_have": "40"}),
        ("zh", "staff_related", "没有，我想借9000", {"staff_related": "no", "amount": "9000"}),
        ("zh", "has_debts", "没有，我有40只羊", {"has_debts": "no", "animals_have": "40"}),
        ("hi", "has_debts", "नहीं, मेरे पास 40 बकरियां हैं", {"has_debts": "no", "animals_have": "40"}),
    ],
)
def test_a_no_that_may_take_something_back_is_proposed_with_it(
    language: str, at: str, text: str, told: dict[str, str]
) -> None:
    talk = until(interview(language), at)
    assert isinstance(say(talk, text), Story)
    assert proposed(talk) == told and at not in talk.values()


@pytest.mark.parametrize(
    ("text", "answer", "lost"),
    [
        ("yes, 5000 to my brother and 2000 to the shop", "yes", ("5000", "2000")),
        ("no, i have 25 sheep", "no", ("25 sheep",)),
    ],
)
def test_what_has_no_place_is_said_back(text: str, answer: str, lost: tuple[str, ...]) -> None:
    heard = say(until(interview(), "has_debts"), text)
    assert isinstance(heard, Accepted) and heard.echo.value == answer
    assert heard.told is not None and heard.told.unplaced == lost


@pytest.mark.parametrize(
    ("language", "text", "lost", "told"),
    [
        ("zh", "有，银行3000，邻居2000", ("3000", "2000"), {}),
        ("zh", "有，银行3000，我哥2000，每月还300", ("3000", "2000"), {"debts_month": "300"}),
        ("zh", "有，欠银行3000，还欠我哥2000", ("3000", "2000"), {}),
        ("zh", "有，欠银行3000，欠信用社2000", ("3000", "2000"), {}),
        ("zh", "有，银行3000，我哥3000", ("3000", "3000"), {}),
        ("en", "yes, the bank 3000, my brother 2000", ("3000", "2000"), {}),
        ("en", "yes, the bank 3000 and my brother 2000", ("3000", "2000"), {}),
        ("en", "yes, i owe the bank 3000 and i owe my brother 2000", ("3000", "2000"), {}),
        (
            "en",
            "yes, the bank 3000, my friend 2000, 300 each month",
            ("3000", "2000"),
            {"debts_month": "300"},
        ),
        ("en", "yes, the bank 3000, i owe my brother 3000", ("3000", "3000"), {}),
        ("en", "yes, i owe the bank 3000, my brother 3000", ("3000", "3000"), {}),
        ("en", "yes, my brother gives me 3000", ("3000",), {}),
        ("sw", "ndiyo, benki 3000, kaka yangu 2000", ("3000", "2000"), {}),
        ("sw", "ndiyo, nadaiwa benki 3000, na rafiki yangu 2000", ("3000", "2000"), {}),
    ],
)
def test_of_two_debts_none_is_the_whole(
    language: str, text: str, lost: tuple[str, ...], told: dict[str, str]
) -> None:
    talk = until(interview(language), "has_debts")
    heard = say(talk, text)
    assert isinstance(heard, Accepted) and heard.echo.value == "yes" and proposed(talk) == told
    assert heard.told is not None and sorted(heard.told.unplaced) == sorted(lost)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "no, i have 40 goats, and my brother works there"),
        ("en", "no 9000"),
        ("zh", "没有，我儿子有2只羊，他在那儿上班"),
    ],
)
def test_a_no_with_words_that_tell_nothing_else_is_not_for_sure(language: str, text: str) -> None:
    assert isinstance(say(until(interview(language), "staff_related"), text), Ambiguous)


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("sw", "la, nina elfu 2 zangu", {"has_debts": "no", "own_funds": "2000"}),
        ("zh", "没有，我自己有2000", {"has_debts": "no", "own_funds": "2000"}),
        ("zh", "没有，别人欠我500", {}),
        ("en", "no, others owe me 500", {}),
        ("sw", "hapana, ninawadai wengine 500", {}),
        ("sw", "hapana, wengine wana deni langu 500", {}),
        ("sw", "hapana, jirani ananidai 500", {"has_debts": "yes", "debts_total": "500"}),
        ("en", "no, i owe 2000", {"has_debts": "yes", "debts_total": "2000"}),
        ("zh", "没有，欠2000", {"has_debts": "yes", "debts_total": "2000"}),
    ],
)
def test_his_own_money_and_what_others_owe_him_are_no_debt(
    language: str, text: str, told: dict[str, str]
) -> None:
    talk = until(interview(language), "has_debts")
    heard = say(talk, text)
    assert proposed(talk) == told
    assert told or (isinstance(heard, Accepted) and heard.echo.value == "no")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "I want 8000 for goats, others owe me 500"),
        ("zh", "我想借8000养羊，别人欠我500"),
        ("sw", "Nataka 8000 kununua mbuzi, ninawadai wengine 500"),
    ],
)
def test_nor_in_a_story(language: str, text: str) -> None:
    talk = interview(language)
    assert talk.proposals.hear(text).unplaced in ((), ("500",))
    assert proposed(talk)["amount"] == "8000" and "500" not in proposed(talk).values()


HIS_OWN = [
    "欠我叔叔3000",
    "就欠我们村信用社3000",
    "欠我二叔3000",
    "欠我大哥3000",
    "只欠我爸3000",
    "我欠我舅舅3000",
]


@pytest.mark.parametrize("debt", HIS_OWN)
@pytest.mark.parametrize("said", ["没有，", "有，", ""])
def test_a_debt_to_ones_own_kin_or_village_is_a_debt(debt: str, said: str) -> None:
    talk = until(interview("zh"), "has_debts")
    say(talk, said + debt)
    assert talk.values().get("has_debts") != "no"
    assert proposed(talk).get("debts_total") == "3000"


@pytest.mark.parametrize("debt", HIS_OWN)
def test_and_in_a_story(debt: str) -> None:
    talk = interview("zh")
    talk.proposals.hear(f"{debt}，想借8000买羊")
    assert proposed(talk)["amount"] == "8000" and proposed(talk).get("debts_total") == "3000"


@pytest.mark.parametrize("debt", ["欠我叔叔3000，每月还200", "欠我们村信用社3000，每个月还200"])
def test_a_debt_to_kin_keeps_what_is_paid_each_month(debt: str) -> None:
    talk = until(interview("zh"), "has_debts")
    say(talk, f"有，{debt}")
    assert proposed(talk) == {"debts_total": "3000", "debts_month": "200"}


@pytest.mark.parametrize(
    "owed", ["别人欠我500", "邻居还欠着我们500", "他们都欠我家的钱500", "我叔叔欠我五百", "人家欠我大概500"]
)
def test_what_somebody_else_owes_him_is_none(owed: str) -> None:
    talk = until(interview("zh"), "has_debts")
    heard = say(talk, f"没有，{owed}")
    assert isinstance(heard, Accepted) and heard.echo.value == "no" and not proposed(talk)


@pytest.mark.parametrize(
    ("language", "at", "text", "told"),
    [
        ("en", "has_debts", "no, i can pay in 8 months", {"term_months": "8"}),
        ("en", "staff_related", "no, i can pay in 8 months", {"staff_related": "no", "term_months": "8"}),
        ("sw", "has_debts", "hapana, nitalipa kwa miezi 8", {"term_months": "8"}),
        ("zh", "has_debts", "没有，我8个月可以还", {"has_debts": "no", "term_months": "8"}),
        ("en", "has_debts", "no, i paid it in 8 months", {}),
    ],
)
def test_how_long_is_proposed_beside_a_no(language: str, at: str, text: str, told: dict[str, str]) -> None:
    talk = until(interview(language), at)
    say(talk, text)
    assert proposed(talk) == told


@pytest.mark.parametrize(
    ("language", "at", "text", "told"),
    [
        ("en", "staff_related", "no, i have 40 goats, and my brother works there", {"animals_have": "40"}),
        ("sw", "staff_related", "hapana, nina mbuzi 40, na kaka yangu anafanya kazi huko", {"animals_have": "40"}),
        ("zh", "staff_related", "没有，我有40只羊，我哥哥在那儿上班", {"animals_have": "40"}),
        ("zh", "staff_related", "没有，我儿子有2只羊，他在那儿上班", {}),
    ],
)  # fmt: skip
def test_what_is_told_waits_for_the_yes_or_no(
    language: str, at: str, text: str, told: dict[str, str]
) -> None:
    talk = until(interview(language), at)
    assert isinstance(say(talk, text), Ambiguous)
    heard = talk.hear(Utterance(value="yes"))
    assert isinstance(heard, Accepted) and heard.echo.value == "yes" and proposed(talk) == told
    assert {one.item.name: one.item.value for one in heard.told.items} == told if told else not heard.told


@pytest.mark.parametrize(
    ("language", "text", "lost"),
    [
        ("en", "no, my phone is 0712345678", "0712345678"),
        ("en", "no, call me on 12345678901", "12345678901"),
        ("sw", "hapana, simu yangu ni 0712345678", "0712345678"),
        ("zh", "没有，我的电话是138123", "138123"),
    ],
)
def test_a_phone_that_is_not_valid_here_is_said_back(language: str, text: str, lost: str) -> None:
    heard = say(until(interview(language), "has_debts"), text)
    assert isinstance(heard, Accepted) and heard.echo.value == "no"
    assert heard.told is not None and heard.told.unplaced == (lost,)
