"""What others owe the farmer is none of his plan, and takes nothing else out of the story."""

from __future__ import annotations

import pytest

from tests.intake.interview.test_amending import proposed
from tests.intake.interview.world import interview, say, until

WANTED = [
    ("en", "I need 8000 to buy goats because my brother owes me money"),
    ("en", "I lent my savings to my son and now I want 8000 to buy 10 goats"),
    ("en", "8000 for goats because my brother owes me money"),
    ("en", "i want to borrow 8000 for goats as people owe us 2000"),
    ("en", "people owe us 2000 so we need 8000 for goats"),
    ("zh", "邻居欠我钱不还所以我想借8000养羊"),
    ("zh", "别人欠我2000我想借8000养羊"),
    ("zh", "我想借8000还欠我哥的钱"),
    ("zh", "我弟欠我钱缺8000买羊"),
    ("zh", "我弟欠我钱还差8000买羊"),
    ("zh", "我弟欠我钱申请8000买羊"),
    ("en", "my brother owes me money i am asking 8000 for goats"),
    ("sw", "ninawadai wateja ninahitaji 8000 kununua mbuzi"),
    ("sw", "ninawadai wateja hivyo nahitaji 8000 kununua mbuzi"),
    ("sw", "nahitaji 8000 kununua mbuzi kwa sababu ninawadai wateja 2000"),
    ("en", "8000 to buy goats because people owe me 2000"),
    ("en", "I ask for 8000 for goats because my customers owe me 2000"),
    ("en", "requesting 8000 for goats as traders owe us 2000"),
    ("en", "8000 for goats as i lent 2000 to my brother"),
    ("zh", "8000买羊因为别人欠我2000"),
    ("zh", "申请8000买羊因为老王欠我2000"),
    ("sw", "8000 kununua mbuzi kwa sababu ninawadai wateja 2000"),
    ("es", "quiero 8000 porque me deben 2000"),
    ("fr", "je veux 8000 car on me doit 2000"),
]


@pytest.mark.parametrize(("language", "text"), WANTED)
def test_who_is_owed_money_still_wants_his_loan(language: str, text: str) -> None:
    talk = interview(language)
    heard = talk.proposals.hear(text)
    assert proposed(talk).get("amount") == "8000" and "2000" not in proposed(talk).values()
    assert "has_debts" not in proposed(talk) and "debts_total" not in proposed(talk)
    assert heard.unplaced == (("2000",) if "2000" in text else ())


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "I have 2000 that others owe me"),
        ("en", "2000 my brother owes me"),
        ("en", "I lent 2000 to my brother"),
        ("zh", "我有2000别人欠我的"),
        ("sw", "nimewakopesha wateja 2000"),
    ],
)
def test_what_others_owe_him_alone_is_said_back(language: str, text: str) -> None:
    talk = interview(language)
    assert talk.proposals.hear(text).unplaced == ("2000",) and "2000" not in proposed(talk).values()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "没有，邻居还欠我2000呢"),
        ("zh", "邻居还欠我钱"),
        ("en", "they still owe me"),
        ("en", "no, they still owe me 500 you know"),
    ],
)
def test_what_others_owe_is_no_yes(language: str, text: str) -> None:
    talk = until(interview(language), "has_debts")
    say(talk, text)
    assert talk.values().get("has_debts") != "yes" and not proposed(talk)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "朋友借给我2000，我想借8000买羊"),
        ("zh", "我哥会借给我2000，我想借8000"),
        ("zh", "信用社借了我2000，还想借8000"),
        ("en", "my friend lent me 2000, i want 8000 for goats"),
        ("zh", "信用社去年借给我2000，想借8000"),
        ("zh", "银行已经借给我2000，还差8000"),
        ("zh", "人家借给我2000，缺8000"),
        ("en", "the bank lent me 2000, i want 8000 for goats"),
        ("en", "thank you, my friend lent me 2000, i want 8000 for goats"),
        ("en", "my brother lent me 2000 i am asking 8000 for goats"),
        ("sw", "ndugu yangu alinikopesha 2000, nataka 8000"),
        ("sw", "benki imenikopesha 2000, nataka 8000"),
        ("sw", "kaka yangu alinikopesha 2000 ninataka 8000 kununua mbuzi"),
        ("sw", "kaka yangu alinikopesha 2000 ninahitaji 8000 kununua mbuzi"),
        ("sw", "kaka yangu alinikopesha 2000 ninaomba 8000 kununua mbuzi"),
    ],
)
def test_what_others_lent_him_is_neither_the_loan_nor_his_own(language: str, text: str) -> None:
    talk = interview(language)
    heard = talk.proposals.hear(text)
    assert proposed(talk).get("amount") == "8000" and "2000" not in proposed(talk).values()
    assert heard.unplaced == ("2000",)


ASKED = [
    ("zh", "请借给我8000买羊"),
    ("zh", "请银行借给我8000买羊"),
    ("zh", "希望信用社借给我8000买10只羊"),
    ("zh", "请问银行可以借给我8000买羊吗"),
    ("zh", "我想找信用社借给我8000买羊"),
    ("zh", "请你们信用社借我8000买羊"),
    ("zh", "盼望银行借我8000元买羊"),
    ("zh", "你们银行借给我8000，我买10只羊，一年还清"),
    ("zh", "信用社借给我8000买羊"),
    ("zh", "要是银行借给了我8000我就买羊"),
    ("zh", "银行能借给我8000买羊行不行"),
    ("zh", "大哥借给我8000买羊行吗"),
    ("zh", "请大哥借给我8000买羊"),
    ("en", "please can you lent me 8000 to buy 10 goats for 12 months"),
    ("en", "lent me 8000 for goats"),
    ("en", "kindly lent me 8000 for goats"),
    ("en", "i want the bank to lent me 8000 for goats"),
    ("en", "i hope you people lent me 8000 for goats"),
    ("en", "if the bank lent me 8000 I would buy 10 goats"),
    ("sw", "kama benki ilinikopesha 8000 ningenunua mbuzi"),
]


@pytest.mark.parametrize(("language", "text"), ASKED)
def test_to_ask_for_a_loan_is_no_debt(language: str, text: str) -> None:
    talk = interview(language)
    heard = talk.proposals.hear(text)
    assert proposed(talk)["amount"] == "8000" and not heard.unplaced
    assert "own_funds" not in proposed(talk) and "debts_total" not in proposed(talk)


OF_KIN = [
    ("en", "no but my wife owes 500"),
    ("en", "no, my brother owes 500 to the bank"),
    ("zh", "没有，但是我老婆欠500"),
    ("zh", "没有，我弟弟欠银行500"),
    ("sw", "hapana lakini mke wangu anadaiwa 500"),
]


@pytest.mark.parametrize(("language", "text"), OF_KIN)
def test_what_his_kin_owe_is_no_debt_of_his(language: str, text: str) -> None:
    talk = until(interview(language), "has_debts")
    heard = say(talk, text)
    assert talk.values()["has_debts"] == "no" and "debts_total" not in proposed(talk)
    assert heard.told.unplaced == ("500",)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "我和老婆欠500"),
        ("en", "i owe my wife 500"),
        ("sw", "mke wangu ananidai 500"),
        ("en", "we owe 500"),
    ],
)
def test_what_he_owes_with_them_or_to_them_is(language: str, text: str) -> None:
    talk = until(interview(language), "has_debts")
    say(talk, text)
    assert proposed(talk)["debts_total"] == "500"
