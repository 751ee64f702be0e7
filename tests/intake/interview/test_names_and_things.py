"""Whose name it is, what is pledged, and what is said in the place of something else."""

# ruff: noqa: E501 - tables of examples

from __future__ import annotations

import pytest

from intake.interview import Accepted, Ambiguous, Command, CommandKind, Refused
from tests.intake.interview.test_denied import BIG
from tests.intake.interview.world import interview, say, until


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "Amani not Amina", "Amani"), ("en", "Amani, not Amina", "Amani"), ("en", "not Amina but Amani Juma", "Amani Juma"),
        ("en", "my name is Amani not Amina", "Amani"), ("zh", "王伟不是王为", "王伟"), ("zh", "不是王为，是王伟", "王伟"), ("zh", "我叫王伟不是王为", "王伟"),
        ("sw", "Amani sio Amina", "Amani"), ("sw", "si Amina ni Amani", "Amani"), ("es", "Amani, no Amina", "Amani"), ("fr", "Amani pas Amina", "Amani"),
    ],
)  # fmt: skip
def test_a_name_in_the_place_of_another_is_asked_back(language: str, text: str, name: str) -> None:
    heard = say(until(interview(language), "full_name"), text)
    assert isinstance(heard, Ambiguous) and [str(one.value) for one in heard.candidates] == [name]


def test_a_short_word_that_may_be_part_of_a_name_is_offered_both_ways() -> None:
    heard = say(until(interview("sw"), "full_name"), "Amani si Amina")
    assert isinstance(heard, Ambiguous)
    assert [str(one.value) for one in heard.candidates] == ["Amani", "Amani si Amina"]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "no, Amani Juma", "Amani Juma"), ("en", "sorry, its Amani Juma", "Amani Juma"), ("en", "Knot Williams", "Knot Williams"),
        ("en", "Wang Si Li", "Wang Si Li"), ("en", "Si Mohamed", "Si Mohamed"), ("sw", "Mama Amina", "Mama Amina"), ("en", "uncle Bob", "uncle Bob"),
    ],
)  # fmt: skip
def test_a_name_is_a_name(language: str, text: str, name: str) -> None:
    heard = say(until(interview(language), "full_name"), text)
    assert isinstance(heard, Accepted) and heard.echo.value == name


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("en", "no one", "no_name"), ("en", "nobody", "no_name"), ("en", "i dont have anyone", "no_name"), ("en", "not Amina", "no_name"),
        ("zh", "没有人", "no_name"), ("zh", "找不到人", "no_name"), ("zh", "我不是王伟", "no_name"), ("sw", "hakuna", "no_name"), ("sw", "sina mtu", "no_name"),
        ("en", "my wife", "kin"), ("en", "my brother", "kin"), ("en", "my brother in law", "kin"), ("en", "my wife's brother", "kin"),
        ("en", "a friend of mine", "kin"), ("en", "my friend from church", "kin"), ("en", "someone", "kin"), ("zh", "我老婆", "kin"),
        ("zh", "我弟弟", "kin"), ("zh", "邻居", "kin"), ("sw", "mke wangu", "kin"), ("sw", "kaka yangu", "kin"), ("es", "mi hermano", "kin"),
        ("fr", "ma femme", "kin"), ("hi", "मेरा भाई", "kin"),
    ],
)  # fmt: skip
def test_nobody_and_who_he_is_are_no_name(language: str, text: str, code: str) -> None:
    heard = say(until(interview(language), "guarantor_name", **BIG), text)
    assert isinstance(heard, Refused) and heard.code == code


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "my brother Juma Ali", "Juma Ali"), ("en", "Juma Ali, my brother", "Juma Ali"), ("en", "Juma Ali (my neighbour)", "Juma Ali"),
        ("en", "my wife is Mei Lin", "Mei Lin"), ("zh", "我弟弟王强", "王强"), ("zh", "我弟弟叫王强", "王强"), ("zh", "王强是我弟弟", "王强"),
        ("sw", "kaka yangu Juma Ali", "Juma Ali"),
    ],
)  # fmt: skip
def test_a_name_beside_who_he_is_is_offered_alone(language: str, text: str, name: str) -> None:
    heard = say(until(interview(language), "guarantor_name", **BIG), text)
    assert isinstance(heard, Ambiguous) and [str(one.value) for one in heard.candidates] == [name, text]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("我叫王拴住，想借8000买羊", "王拴住"), ("我叫李留住，养羊10年，想借8000", "李留住"), ("我叫陈家住，想借8000买羊", "陈家住"),
        ("我叫王拴住想借8000买羊", "王拴住"), ("我叫李留住养羊10年想借8000", "李留住"), ("我叫王拴住住在东坡想借8000", "王拴住"),
        ("我叫王拴住今年45想借8000", "王拴住"), ("我叫王拴住要8000买羊", "王拴住"), ("我叫王拴住家在东坡", "王拴住"),
        ("欧阳想明想借8000买羊", ""), ("我叫欧阳想明想借8000买羊", "欧阳想明"), ("我叫欧阳要武要借8000买羊", "欧阳要武"), ("我叫欧阳想，想借8000", "欧阳想"),
        ("我叫王五住在东坡想买羊", "王五"), ("我叫王五家住东坡，想借8000", "王五"), ("我叫王五家住在东坡", "王五"), ("我叫王小五住东坡想买羊", "王小五"),
        ("我叫王五想借8000买羊", "王五"), ("我叫王五要买羊", "王五"), ("我叫王五想要8000", "王五"), ("我叫王五想养羊", "王五"), ("我叫王五需要8000", "王五"),
    ],
)  # fmt: skip
def test_a_chinese_name_in_a_story_ends_where_he_goes_on(text: str, name: str) -> None:
    told = {one.item.name: one.item.value for one in interview("zh").proposals.hear(text).items}
    assert told.get("full_name", "") == name


def test_a_story_proposes_no_kin_for_a_name() -> None:
    told = interview().proposals.hear("my guarantor is my brother and I want 25000 to buy goats")
    assert "guarantor_name" not in [one.item.name for one in told.items]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "nothing"), ("en", "none"), ("en", "no"), ("en", "no collateral"), ("en", "i have nothing to pledge"), ("zh", "没有"), ("zh", "没什么可抵押的"),
        ("zh", "我没有东西抵押"), ("sw", "sina"), ("sw", "sina kitu cha kuweka"), ("sw", "hakuna"),
    ],
)  # fmt: skip
def test_nothing_is_no_pledge(language: str, text: str) -> None:
    talk = until(interview(language), "collateral", **BIG)
    heard = say(talk, text)
    assert isinstance(heard, Refused) and heard.code == "no_thing"


@pytest.mark.parametrize("text", ["nothing but a truck", "a house, no land", "房子"])
def test_a_pledge_is_taken_to_the_letter(text: str) -> None:
    heard = say(until(interview("zh" if text == "房子" else "en"), "collateral", **BIG), text)
    assert isinstance(heard, Accepted) and heard.echo.value == text


@pytest.mark.parametrize(
    ("language", "question", "text", "value"),
    [
        ("en", "first_payment", "1 oct not 1 nov", "2026-10-01"), ("en", "first_payment", "not 1 nov but 1 oct", "2026-10-01"),
        ("zh", "first_payment", "10月1号不是11月1号", "2026-10-01"), ("sw", "first_payment", "1 oktoba sio 1 novemba", "2026-10-01"),
        ("en", "amount", "9000 not 8000", "9000"), ("zh", "amount", "不是8000是9000", "9000"), ("sw", "amount", "elfu tisa si elfu nane", "9000"),
        ("en", "phone", "13912345678 not 13812345678", "+8613912345678"),
    ],
)  # fmt: skip
def test_a_figure_or_a_day_in_the_place_of_another(
    language: str, question: str, text: str, value: str
) -> None:
    heard = say(until(interview(language), question), text)
    assert isinstance(heard, Accepted) and heard.echo.value == value


@pytest.mark.parametrize(
    ("language", "question", "text", "values"),
    [
        ("sw", "first_payment", "tarehe 5 si 6 juni", ["2026-06-05", "2026-03-05"]), ("zh", "first_payment", "5号不是6月6号", ["2026-06-05", "2026-03-05"]),
        ("en", "term_months", "2 not 3 years", ["24", "2"]), ("en", "amount", "8 not 9 thousand", ["8000", "8"]),
    ],
)  # fmt: skip
def test_what_the_second_alone_names_may_be_meant_of_the_first(
    language: str, question: str, text: str, values: list[str]
) -> None:
    heard = say(until(interview(language), question), text)
    assert isinstance(heard, Ambiguous) and [str(one.value) for one in heard.candidates] == values


@pytest.mark.parametrize(("question", "text"), [("amount", "not 8000"), ("first_payment", "not 1 nov")])
def test_a_figure_or_a_day_that_is_only_denied_is_asked_again(question: str, text: str) -> None:
    assert isinstance(say(until(interview(), question), text), Refused)


@pytest.mark.parametrize(
    ("language", "words"), [("zh", ("改金额", "找人")), ("sw", ("badilisha kiasi", "ongea na mtu"))]
)
def test_the_commands_that_the_refusals_name_are_known(language: str, words: tuple[str, ...]) -> None:
    talk = until(interview(language), "collateral", **BIG)
    assert all(isinstance(say(talk, one), Command) for one in words)


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "no id"), ("en", "i dont have one"), ("sw", "sina kitambulisho"), ("zh", "没有身份证")],
)
def test_who_has_no_card_leaves_its_number_open(language: str, text: str) -> None:
    heard = say(until(interview(language), "national_id"), text)
    assert isinstance(heard, Command) and heard.kind is CommandKind.SKIP


@pytest.mark.parametrize(("language", "text"), [("en", "lost it"), ("en", "123"), ("zh", "身份证丢了")])
def test_what_is_no_number_is_not_kept_for_one(language: str, text: str) -> None:
    talk = until(interview(language), "national_id")
    assert isinstance(say(talk, text), Refused) and talk.values().get("national_id") is None


@pytest.mark.parametrize("text", ["AB 12 345", "330101198001010028", "３３０１０１"])
def test_a_number_is_kept_as_written(text: str) -> None:
    assert isinstance(say(until(interview(), "national_id"), text), Accepted)
