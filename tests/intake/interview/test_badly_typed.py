"""Answers typed in a hurry, by the kind of the question: what is plain is taken, the rest asked, and no word is lost."""

# ruff: noqa: E501 - tables of examples

from __future__ import annotations

import pytest

from intake.interview import Accepted, Ambiguous, Refused
from tests.intake.interview.test_denied import BIG, offered
from tests.intake.interview.world import interview, say, until


@pytest.mark.parametrize(
    ("language", "question", "text", "value"),
    [
        ("zh", "income_months", "8月底到10月初", "m08 m09 m10"), ("zh", "income_months", "从9月开始到11月", "m09 m10 m11"), ("zh", "income_months", "7.8.9月", "m07 m08 m09"),
        ("zh", "income_months", "12 1 2月", "m12 m01 m02"), ("zh", "income_months", "6、7、8、9月", "m06 m07 m08 m09"), ("en", "income_months", "9th month", "m09"),
        ("en", "income_months", "i get in Sept. Oct.", "m09 m10"), ("sw", "income_months", "mwezi wa 12 na 1", "m12 m01"), ("sw", "income_months", "kuanzia mwezi wa 9 hadi 11", "m09 m10 m11"),
        ("en", "guarantor_relation", "my bro", "relative"), ("en", "guarantor_relation", "he live next door", "neighbour"), ("en", "guarantor_relation", "we work together", "partner"),
        ("zh", "guarantor_relation", "我大舅", "relative"), ("zh", "guarantor_relation", "隔壁的", "neighbour"), ("sw", "guarantor_relation", "shemeji", "relative"),
        ("en", "has_debts", "i owe little", "yes"), ("en", "has_debts", "i still pay the bank", "yes"), ("zh", "has_debts", "欠一些", "yes"), ("zh", "has_debts", "欠着银行的", "yes"),
        ("zh", "has_debts", "有一点", "yes"), ("sw", "has_debts", "nadaiwa dukani", "yes"), ("sw", "has_debts", "bado nalipa", "yes"), ("sw", "has_debts", "sidaiwi na mtu", "no"),
        ("sw", "first_payment", "tarehe 1 mwezi wa 10", "2026-10-01"), ("sw", "first_payment", "mwezi wa 6", "2026-06-01"), ("zh", "first_payment", "6月1号吧", "2026-06-01"),
        ("en", "full_name", "my nam is Amani", "Amani"), ("en", "full_name", "they call me Amani Juma", "Amani Juma"), ("en", "full_name", "wrong, its Amani", "Amani"),
        ("en", "full_name", "full name Amani Juma", "Amani Juma"), ("zh", "full_name", "您好我是王伟", "王伟"), ("zh", "full_name", "写错了，是王伟", "王伟"), ("zh", "full_name", "本人王伟", "王伟"),
        ("zh", "full_name", "那英", "那英"), ("sw", "full_name", "mimi naitwa Amani Juma", "Amani Juma"), ("sw", "full_name", "jina langu Asha Ali", "Asha Ali"),
        ("sw", "full_name", "samahani, ni Amani", "Amani"), ("sw", "full_name", "Bado Juma", "Bado Juma"),
        ("en", "income_months", "between june & august", "m06 m07 m08"), ("sw", "income_months", "mwezi wa 3 mpk wa 5", "m03 m04 m05"),
        ("sw", "has_debts", "nimelipa nusu", "yes"), ("zh", "has_debts", "基本还清了", "yes"), ("en", "has_debts", "almost paid", "yes"),
    ],
)  # fmt: skip
def test_it_is_taken(language: str, question: str, text: str, value: str) -> None:
    heard = say(until(interview(language), question, **BIG), text)
    assert isinstance(heard, Accepted) and heard.echo.value == value


@pytest.mark.parametrize(
    ("language", "question", "text", "values"),
    [
        ("en", "income_months", "sept octb", ["m09 m10"]), ("en", "income_months", "agust to novmber", ["m08 m09 m10 m11"]), ("en", "income_months", "9th and 10th", ["m09 m10"]),
        ("en", "income_months", "march is bad, june is good", ["m06"]), ("en", "income_months", "sept-dec not nov", ["m09 m10 m12"]), ("zh", "income_months", "九月十月，五月不多", ["m09 m10"]),
        ("zh", "income_months", "九月好，五月差", ["m09"]), ("zh", "income_months", "除了1、2月", ["m03 m04 m05 m06 m07 m08 m09 m10 m11 m12"]),
        ("en", "income_months", "until june", ["m06"]), ("zh", "income_months", "6月以后", ["m06"]), ("zh", "income_months", "1月到3月没有，4月有", ["m04"]),
        ("zh", "has_debts", "都还清了，就差一点", ["no", "yes"]),
        ("en", "animals", "i hav gots n sheep", ["goats", "sheep"]), ("sw", "has_debts", "nlikuwa nadaiwa nimelipa", ["yes", "no"]),
        ("en", "full_name", "Amani no Amina", ["Amani", "Amani no Amina"]), ("en", "full_name", "Amani (not Amina)", ["Amani"]), ("en", "full_name", "its not Amina its Amani", ["Amani"]),
        ("zh", "full_name", "不叫王为，叫王伟", ["王伟"]), ("en", "full_name", "Amani or Amina", ["Amani", "Amina", "Amani or Amina"]),
        ("en", "full_name", "Amani Juma 0712345678", ["Amani Juma", "Amani Juma 0712345678"]), ("zh", "full_name", "王伟，男", ["王伟", "王伟，男"]), ("sw", "full_name", "Amani Juma, miaka 30", ["Amani Juma", "Amani Juma, miaka 30"]),
        ("en", "full_name", "Im Yoon", ["Yoon", "Im Yoon"]), ("en", "full_name", "Ni Ping", ["Ping", "Ni Ping"]), ("en", "full_name", "same as before", ["same as before"]),
        ("en", "guarantor_name", "my freind Ali Hassan", ["Ali Hassan", "my freind Ali Hassan"]), ("sw", "guarantor_name", "mjomba wangu anaitwa Ali", ["Ali", "mjomba wangu anaitwa Ali"]),
    ],
)  # fmt: skip
def test_it_is_asked_about(language: str, question: str, text: str, values: list[str]) -> None:
    heard = say(until(interview(language), question, **BIG), text)
    assert isinstance(heard, Ambiguous) and [str(one.value) for one in heard.candidates] == values


@pytest.mark.parametrize(
    ("language", "question", "text"),
    [
        ("en", "guarantor_name", "my neigbor"), ("en", "guarantor_name", "frend"), ("en", "guarantor_name", "maybe my brother"), ("en", "guarantor_name", "i dont know yet"),
        ("en", "guarantor_name", "i have no one to stand for me"), ("en", "guarantor_name", "not yet"), ("zh", "guarantor_name", "还没想好"), ("zh", "guarantor_name", "不要担保人"),
        ("zh", "guarantor_name", "我家隔壁的"), ("sw", "guarantor_name", "hakuna mtu wa kunidhamini"), ("sw", "guarantor_name", "bado sijapata"), ("sw", "guarantor_name", "mwanangu"),
        ("en", "income_months", "every 3 months"), ("en", "income_months", "not jan not feb"), ("sw", "income_months", "si januari si februari"), ("zh", "income_months", "没有固定的"),
        ("en", "first_payment", "not before june"), ("zh", "first_payment", "2月30号"), ("zh", "guarantor_relation", "没关系"), ("en", "guarantor_relation", "no relation"),
    ],
)  # fmt: skip
def test_it_is_asked_again(language: str, question: str, text: str) -> None:
    heard = say(until(interview(language), question, **BIG), text)
    assert isinstance(heard, Refused) and offered(heard) == []


@pytest.mark.parametrize(
    ("language", "text"), [("en", "my name"), ("en", "My name."), ("zh", "我的名字"), ("sw", "jina langu")]
)
def test_what_is_asked_for_said_back_is_no_name(language: str, text: str) -> None:
    at = until(interview(language), "full_name", **BIG)
    assert isinstance(say(at, text), Refused)
    assert isinstance(say(at, "Amani Juma"), Accepted)
