"""A wish to apply once more leads to the application; whether one may is asked of the papers, the way on under it."""

# ruff: noqa: E501 - tables of examples

from __future__ import annotations

import pytest

from bot.conversation import menuwords
from bot.services import Services
from knowledge.answering.intent import asks_whether_lent
from tests.bot.conversation.chat import Opener
from tests.bot.conversation.test_status import submitted

WISHES = [
    "apply again", "I want to apply again", "i want another loan", "please apply again", "I'd like to reapply", "yes, apply again",
    "I want to apply for a new loan", "omba tena", "nataka kuomba tena", "nataka mkopo mwingine", "nataka kuomba mkopo mwingine",
    "मुझे फिर से आवेदन करना है", "दोबारा आवेदन", "मैं फिर से आवेदन करना चाहता हूँ", "मुझे एक और लोन चाहिए", "मुझे दूसरा कर्ज चाहिए।",
    "solicitar de nuevo", "quiero solicitar otra vez", "Quiero volver a pedir un préstamo", "quiero otro préstamo", "necesito otro credito",
    "refaire une demande", "Je veux faire une nouvelle demande", "je voudrais un autre prêt", "demander à nouveau", "j’aimerais un nouveau crédit",
    "naomba mkopo mwingine", "我想再申请", "再申请一次", "我要重新申请", "我想再贷一笔款", "我还想申请贷款",
]  # fmt: skip
QUESTIONS = [
    "can I apply again after a refusal?", "when can I get another loan?", "can I apply again", "被拒了还能申请吗",
]  # fmt: skip
OTHER = [
    "naomba tena", "say it again", "I want to pay again", "再说一次", "I have another loan", "what is another loan", "我想再想想",
    "मुझे फिर से भुगतान करना है", "मेरे पास एक और लोन है", "फिर से कहो", "quiero pagar otra vez", "tengo otro préstamo", "otra vez", "¿puedo solicitar de nuevo?",
    "je veux payer à nouveau", "j'ai un autre prêt", "encore une fois", "puis-je refaire une demande ?",
    "apply again?", "nina mkopo mwingine", "my husband wants another loan", "再申请要什么材料",
]  # fmt: skip


@pytest.mark.parametrize("words", WISHES)
def test_a_wish_opens_the_application(services: Services, words: str) -> None:
    assert menuwords.meant(words, [services.wording(one) for one in ("en", "zh", "sw")]) == "apply"


@pytest.mark.parametrize("words", [*QUESTIONS, *OTHER])
def test_other_words_do_not(services: Services, words: str) -> None:
    assert menuwords.meant(words, [services.wording(one) for one in ("en", "zh", "sw")]) is None


@pytest.mark.parametrize("words", QUESTIONS)
def test_a_question_keeps_the_way_on_under_it(chat: Opener, words: str) -> None:
    assert asks_whether_lent(words)
    farmer = chat()
    said = farmer.send(words)
    assert "apply" in [button.action for button in farmer.buttons(said)]


def test_after_taking_it_back_the_status_has_the_way(chat: Opener, services: Services) -> None:
    farmer = chat()
    submitted(services, farmer)
    farmer.send("/status")
    assert "apply" not in [button.action for button in farmer.buttons(farmer.send("/status"))]
    farmer.press("Take it back")
    farmer.press("Yes, take it back")
    assert "apply" in [button.action for button in farmer.buttons(farmer.send("/status"))]
    assert farmer.buttons(farmer.send("apply again"))
