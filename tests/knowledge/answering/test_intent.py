"""Messages that are not for the documents are recognised; questions about the rules are not swallowed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from knowledge.answering.intent import redirect
from knowledge.types import RedirectKind as K

GOLDEN = Path(__file__).parents[2] / "golden" / "questions.jsonl"


@pytest.mark.parametrize(
    ("message", "language", "kind"),
    [
        ("hello", "en", K.GREETING),
        ("Good morning sir!", "en", K.GREETING),
        ("你好", "zh", K.GREETING),
        ("Habari yako?", "sw", K.GREETING),
        ("नमस्ते", "hi", K.GREETING),
        ("¡Hola!", "es", K.GREETING),
        ("thanks a lot", "en", K.THANKS),
        ("谢谢！", "zh", K.THANKS),
        ("Asante sana", "sw", K.THANKS),
        ("bye", "en", K.GOODBYE),
        ("再见", "zh", K.GOODBYE),
        ("you are useless idiot", "en", K.INSULT),
        ("你太笨了", "zh", K.INSULT),
        ("I can't pay, they took my cow", "en", K.EMERGENCY),
        ("we cannot repay, the harvest is lost", "en", K.EMERGENCY),
        ("他们牵走了我的牛", "zh", K.EMERGENCY),
        ("wamechukua ng'ombe wangu", "sw", K.EMERGENCY),
        ("who are you?", "en", K.ABOUT_BOT),
        ("你是谁？", "zh", K.ABOUT_BOT),
        ("any news on my aplication?", "en", K.OWN_CASE),
        ("批下来没", "zh", K.OWN_CASE),
        ("ombi langu limefikia wapi", "sw", K.OWN_CASE),
        ("5000 12 months how much per month", "en", K.CALCULATION),
        ("if i borrow 8k how much interest", "en", K.CALCULATION),
        ("8000块分12个月每月还多少", "zh", K.CALCULATION),
        ("want loan", "en", K.WANTS_LOAN),
        ("谢谢啦", "zh", K.THANKS),
        ("collector slapped me", "en", K.EMERGENCY),
        ("我想找个人说话", "zh", K.WANTS_PERSON),
        ("nataka pesa ya kupanda, niombe lini", "sw", None),
        ("if i borrow 20000 what is the guarantor rule", "en", None),
        ("20,000 loan up to 24 months how much own money", "en", None),
        ("3年的贷款利息是多少", "zh", None),
        ("借8000元要还多少", "zh", K.CALCULATION),
        ("贷款2万利息一共多少", "zh", K.CALCULATION),
        ("number of person needed in a group", "en", None),
        ("我找人问过利息，到底是多少", "zh", None),
        ("这批羊没批没有", "zh", None),
        ("我儿子是傻子，能不能当担保人", "zh", None),
        ("can I talk to a person", "en", K.WANTS_PERSON),
        ("转人工", "zh", K.WANTS_PERSON),
        ("nataka kuongea na afisa", "sw", K.WANTS_PERSON),
        ("is mine approved?", "en", K.OWN_CASE),
        ("what is the status of my application", "en", K.OWN_CASE),
        ("我的贷款批了吗", "zh", K.OWN_CASE),
        ("ombi langu limekubaliwa?", "sw", K.OWN_CASE),
        ("what would 5,000 over ten months cost me?", "en", K.CALCULATION),
        ("借5000元十个月要还多少", "zh", K.CALCULATION),
        ("nikikopa 5,000 kwa miezi kumi nitalipa kiasi gani", "sw", K.CALCULATION),
        ("nikikopa elfu tano kwa miezi kumi nitalipa ngapi?", "sw", K.CALCULATION),
        ("nitalipa kiasi gani nikikopa 5000 kwa miezi 10", "sw", K.CALCULATION),
        ("if I borrow five thousand for ten months how much do I pay", "en", K.CALCULATION),
        ("complaint", "en", K.COMPLAINT),
        ("Complaint!", "en", K.COMPLAINT),
        ("I want to complain", "en", K.COMPLAINT),
        ("I have a complaint about my officer", "en", K.COMPLAINT),
        ("complaint: Chen Rong asks me for a chicken, what now?", "en", K.COMPLAINT),
        ("投诉", "zh", K.COMPLAINT),
        ("我要投诉", "zh", K.COMPLAINT),
        ("投诉信贷员陈荣，他跟我要鸡", "zh", K.COMPLAINT),
        ("malalamiko", "sw", K.COMPLAINT),
        ("nataka kulalamika", "sw", K.COMPLAINT),
        ("Nina malalamiko kuhusu afisa wangu", "sw", K.COMPLAINT),
        ("how do I complain", "en", None),
        ("Will a complaint harm me?", "en", None),
        ("complaints line number", "en", None),
        ("投诉电话是多少", "zh", None),
        ("投诉要多久有结果", "zh", None),
        ("malalamiko yanachukua siku ngapi", "sw", None),
        ("yes apply", "en", K.WANTS_LOAN),
        ("I want a loan", "en", K.WANTS_LOAN),
        ("我想贷款", "zh", K.WANTS_LOAN),
        ("Nataka mkopo", "sw", K.WANTS_LOAN),
        ("quiero un préstamo", "es", K.WANTS_LOAN),
    ],
)
def test_recognised(message: str, language: str, kind: K) -> None:
    assert redirect(message, language) is kind


@pytest.mark.parametrize(
    "message",
    [
        "how do I apply?",
        "what happens if I can't pay?",
        "can I get a loan without a guarantor?",
        "who decides on my application?",
        "what papers do I need for my application?",
        "how much interest do you take?",
        "can I borrow 5,000 for goats?",
        "怎么申请贷款？",
        "还不起怎么办？",
        "nikishindwa kulipa itakuwaje?",
        "what is the largest loan for 12 months",
    ],
)
def test_policy_questions_reach_the_documents(message: str) -> None:
    assert redirect(message, "en") is None


def test_hardly_a_golden_question_is_swallowed() -> None:
    rows = [json.loads(line) for line in GOLDEN.read_text(encoding="utf-8").splitlines()]
    swallowed = [
        row["question"] for row in rows if row["answerable"] and redirect(row["question"], row["language"])
    ]
    assert len(swallowed) <= 2, swallowed


@pytest.mark.parametrize("message", ["", "   ", "\x00", "😀" * 300, "a" * 5000, "١٢٣", "\u202e evil"])
def test_odd_messages_are_no_redirect(message: str) -> None:
    assert redirect(message, "en") is None
