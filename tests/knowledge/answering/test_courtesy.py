"""What people say out of courtesy before a question is no part of it."""

from __future__ import annotations

import pytest

from knowledge.answering.courtesy import without_courtesy
from knowledge.answering.intent import redirect
from knowledge.types import RedirectKind

SAID = {
    "thank you!! when do i get the money": "when do i get the money",
    "Good morning sir. What is the interest for goats?": "What is the interest for goats?",
    "ok thanks. and what papers do i need": "and what papers do i need",
    "Hello my friend, where is your office?": "where is your office?",
    "sorry to bother you, when are you open": "when are you open",
    "您好老师，请问要担保人吗": "要担保人吗",
    "谢谢，多久能拿到钱": "多久能拿到钱",
    "asante sana, nitapata pesa lini": "nitapata pesa lini",
    "Habari za asubuhi mama. Riba ni ngapi?": "Riba ni ngapi?",
    "नमस्ते, ब्याज कितना है": "ब्याज कितना है",
    "hola, ¿cuánto es el interés?": "¿cuánto es el interés?",
    "bonjour monsieur, quel est le taux": "quel est le taux",
}
UNTOUCHED = (
    "high interest or low", "hello", "thank you very much", "habari za mikopo yenu", "mambo gani ninahitaji",
    "好养的羊有哪些", "what does ok mean", "okra seeds", "hi 你好", "sawa na mwaka jana",
)  # fmt: skip


@pytest.mark.parametrize(("message", "question"), SAID.items())
def test_a_question_begins_after_the_courtesies(message: str, question: str) -> None:
    assert without_courtesy(message) == question


@pytest.mark.parametrize("message", UNTOUCHED)
def test_what_is_no_courtesy_or_nothing_else_stays(message: str) -> None:
    assert without_courtesy(message) == message


@pytest.mark.parametrize(
    "message", ["好的谢谢", "sawa, asante sana", "asante sana kwa msaada wako", "ok thanks"]
)
def test_thanks_are_heard_with_what_people_put_around_them(message: str) -> None:
    assert redirect(message, "en") is RedirectKind.THANKS
