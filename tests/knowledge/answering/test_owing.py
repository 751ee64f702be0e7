"""What somebody owes himself is his own case; what a loan costs, or what another owes, is none."""

from __future__ import annotations

import pytest

from knowledge.answering.intent import redirect
from knowledge.types import RedirectKind as K

OWN = [
    "how much is left to pay",
    "hw mch do i still owe",
    "whats my balance",
    "how many instalments do i have left",
    "how much have i paid so far",
    "我还有多少没还",
    "还欠多少",
    "我的余额是多少",
    "我還欠多少錢",
    "je deni langu limebaki kiasi gani",
    "imebaki ngapi kulipa",
    "nina deni gani",
    "¿cuánto me falta por pagar?",
    "cuanto me queda",
    "cuantas cuotas me faltan",
    "combien me reste-t-il à rembourser",
    "il me reste combien à payer",
    "je vous dois combien encore",
    "मेरा कितना बाकी है",
    "कितनी किस्तें बाकी हैं",
    "मुझे और कितना देना है",
    "mera kitna baki hai",
    "meri kitni kist baki h",
    "mujhe aur kitna dena hai",
    "mera balance batao",
    "我还要还多少",
    "我现在要还多少钱",
    "我现在一共要还多少",
    "我还得还几个月",
    "我一共欠多少钱",
    "ab kitna dena hai mujhe",
    "bhai mera kitna baki hai",
    "kitna loan dena baki hai",
]
RULES = [
    "how much can i borrow",
    "how much must i pay if i am late",
    "how much of my own money do i need",
    "how much does a guarantor owe",
    "借5000十个月要还多少",
    "我要还多少利息",
    "我要还几个月",
    "我一共要还多少钱",
    "我们总共得还多少",
    "我该还多少本金",
    "ab kitna loan dene wale ho",
    "abhi kitna dena hai loan lene par",
    "abhi kitna loan dena hai aap logon ko",
    "ab kitna paisa doge",
    "mere bhai par kitna karja hai",
    "meri patni ka kitna karz hai",
    "uska kitna baki hai",
    "मेरे भाई पर कितना कर्ज है",
    "अब कितना लोन देने वाले हो",
    "अभी लोन लेने पर कितना देना है",
    "逾期要还多少罚息",
    "贷款分几期",
    "siku ngapi zimebaki kuomba",
    "mkopo wa mbuzi una awamu ngapi",
    "cuanto debo tener de ahorro para pedir un prestamo",
    "cuanto falta para la cosecha",
    "combien de temps il me reste pour demander",
    "combien je dois avoir d'épargne",
    "आवेदन के लिए कितने दिन बाकी हैं",
    "kitna baki ho to dusra loan milega",
    "late hone par kitna dena hoga",
    "mujhe kitna byaj dena hai",
    "loan me kitni kist hoti hai",
]


@pytest.mark.parametrize("message", OWN)
def test_what_he_owes_himself_is_his_own_case(message: str) -> None:
    assert redirect(message, "en") is K.OWN_CASE


@pytest.mark.parametrize("message", RULES)
def test_what_anybody_owes_is_a_question_to_the_papers(message: str) -> None:
    assert redirect(message, "en") is not K.OWN_CASE
