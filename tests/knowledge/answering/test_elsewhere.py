"""Somebody who writes in a language the bot does not speak: heard where it matters, and never told a rule by guess."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.answering import Answerer, Calibration
from knowledge.answering.emergency import cannot_pay
from knowledge.answering.intent import redirect
from knowledge.answering.meaning import Meaning
from knowledge.embeddings import Embedders
from knowledge.index import ChunkIndex
from knowledge.language import searched_in
from knowledge.retrieval import Retriever
from knowledge.types import Answer, NoAnswer, Redirect
from knowledge.types import RedirectKind as K
from tests.knowledge.fakes import chunk, hashed_embedders, live

BY_WORDS = {
    K.EMERGENCY: [
        "Tôi muốn chết vì nợ nần",
        "toi muon chet",
        "أريد أن أموت بسبب الديون",
        "سأقتل نفسي",
        "quero morrer por causa das dívidas",
        "saya ingin bunuh diri karena utang",
        "আমি মরতে চাই",
        "መሞት እፈልጋለሁ",
        "میں مرنا چاہتا ہوں",
        "ina so in mutu",
        "họ lấy con bò của tôi",
        "levaram minha vaca",
        "petugas memukul saya",
        "তারা আমাকে হুমকি দিচ্ছে",
        "ላሜን ወሰዱት",
        "لا أستطيع الدفع",
        "não consigo pagar",
        "আমি কিস্তি দিতে পারছি না, ওরা আমার গরু নিয়ে গেছে",
    ],
    K.THANKS: ["cảm ơn", "cam on", "شكرا!", "obrigado 🙏", "terima kasih", "ধন্যবাদ", "አመሰግናለሁ", "спасибо"],
    K.WANTS_LOAN: [
        "quero um emprestimo para comprar cabras",
        "मला कर्ज पाहिजे",
        "ina bukatar lamuni",
        "mo fẹ́ yá owó",
        "ndashaka inguzanyo",
        "ndinoda chikwereti",
    ],
    K.GREETING: ["xin chào", "مرحبا", "olá!", "selamat pagi", "ሰላም", "السلام علیکم", "สวัสดี"],
}
BY_MEANING = {
    K.EMERGENCY: [
        ("en", "i cant take it anymore, i'd rather not be alive"),
        ("fr", "je ne vois plus de raison de vivre"),
        ("zh", "我觉得死了更好"),
        ("sw", "sioni sababu ya kuishi"),
        ("th", "พวกเขาเอาวัวของฉันไป"),
        ("ru", "Они забрали мою корову"),
        ("mr", "मला मरायचे आहे"),
        ("tr", "Borç yüzünden ölmek istiyorum. Faiz oranı nedir?"),
        ("ur", "افسر نے مجھے مارا"),
    ],
    K.OWN_CASE: [("bn", "আমার ঋণ কি অনুমোদিত হয়েছে?"), ("pt", "Meu empréstimo foi aprovado?")],
    K.WANTS_LOAN: [
        ("it", "voglio chiedere un prestito"),
        ("pt", "gostaria de solicitar um empréstimo"),
        ("vi", "tôi cần vay 5000 để mua giống"),
        ("id", "saya ingin mengajukan pinjaman"),
        ("bn", "আমি লোনের জন্য আবেদন করতে চাই"),
        ("ta", "எனக்கு கடன் வேண்டும்"),
        ("am", "ብድር እፈልጋለሁ"),
        ("ar", "أرغب في الحصول على قرض"),
        ("tr", "kredi başvurusu yapmak istiyorum"),
        ("ru", "хочу подать заявку на кредит"),
        ("th", "อยากขอสินเชื่อ"),
    ],
    K.CALCULATION: [("am", "ለ5000 ብር በአስር ወር ስንት እከፍላለሁ?")],
    None: [
        ("en", "what happens to the debt if I die?"),
        ("es", "¿quién paga si me muero?"),
        ("sw", "baba amefariki je deni lake ni letu watoto"),
        ("en", "they took my cow"),  # its words are heard, and what is only supposed is not
        ("vi", "Nếu người vay chết thì ai trả?"),
        ("pt", "vocês podem levar minha vaca?"),
        ("bn", "কিস্তি দিতে না পারলে কী হবে?"),
        ("id", "apakah saya bisa masuk penjara karena utang?"),
        ("am", "የጤና መድን አላችሁ?"),
        ("vi", "Lãi suất là bao nhiêu?"),
        ("pt", "quanto é o juro do empréstimo"),
        ("pt", "não quero um empréstimo"),
        ("vi", "tôi muốn trả nợ"),
        ("id", "syarat pinjaman apa saja"),
        ("bn", "ঋণের সুদ কত"),
        ("ar", "كيف أحصل على قرض"),
        ("tr", "kredi istemiyorum"),
        ("ru", "хочу погасить кредит"),
        ("th", "กู้ได้สูงสุดเท่าไหร่"),
    ],
}
# What staff demand, what was taken elsewhere or refused, and what others borrow.
NO_WISHES = [
    "memur kredi için benden para istedi",
    "petugas minta uang untuk pinjaman",
    "агент требует деньги за кредит",
    "o agente pediu dinheiro para o empréstimo",
    "cán bộ đòi tiền tôi để duyệt vay",
    "অফিসার ঋণের জন্য আমার কাছে টাকা চেয়েছে",
    "der Mitarbeiter will Geld von mir für den Kredit",
    "l'impiegato mi ha chiesto soldi per il prestito",
    "직원이 대출 때문에 돈을 요구했어요",
    "saya sudah pinjam di bank lain",
    "взял кредит в другом банке",
    "başka bankadan kredi çektim",
    "أخذت قرضا من بنك آخر",
    "pinjaman saya ditolak",
    "kredim reddedildi",
    "tetangga pinjam uang saya",
    "meu vizinho pegou dinheiro emprestado comigo",
    "loan chai na",
    "lon nebo na",
    "mau pinjam kambing tetangga",
    "me empresta a sua cabra",
]
ASKS = [
    "vocês podem levar minha vaca?",
    "nếu tôi không trả được nợ thì sao?",
    "ماذا لو لم أستطع الدفع؟",
    "কিস্তি দিতে না পারলে কী হবে?",
    "kalau saya tidak bisa bayar, apa yang terjadi?",
    "ধন্যবাদ, সুদের হার কত",
    "quero um empréstimo, quais documentos precisam",
    "não preciso de um empréstimo",
]
# Whatever is asked is as sure as this: enough in a language the reader learnt, too little in any other.
RATHER_SURE = Calibration("rather sure", 2.2, {}, 0.63)


@pytest.fixture(scope="module")
def meaning() -> Meaning:
    return Meaning(Embedders())


@pytest.mark.parametrize(
    ("kind", "message"), [(kind, one) for kind, said in BY_WORDS.items() for one in said]
)
def test_heard_by_its_words_whatever_language_was_chosen(kind: K, message: str) -> None:
    assert redirect(message, "en") is kind


@pytest.mark.parametrize("message", NO_WISHES)
def test_a_bribe_demanded_or_a_loan_of_another_is_no_wish_for_one(meaning: Meaning, message: str) -> None:
    assert redirect(message, "en") is not K.WANTS_LOAN
    assert meaning.room(message, searched_in(message, "en", {"en"})) is not K.WANTS_LOAN


@pytest.mark.parametrize("message", ASKS)
def test_what_is_asked_or_supposed_reaches_the_documents(message: str) -> None:
    assert redirect(message, "en") is None


def test_that_he_cannot_pay_is_told_from_worse_in_any_language() -> None:
    assert cannot_pay("não consigo pagar")
    assert not cannot_pay("não consigo pagar, quero morrer")


@pytest.mark.parametrize(
    ("kind", "language", "message"), [(kind, *one) for kind, said in BY_MEANING.items() for one in said]
)
def test_heard_by_its_meaning(meaning: Meaning, kind: K | None, language: str, message: str) -> None:
    assert meaning.room(message, language) is kind


def test_another_encoder_is_not_held_to_distances_measured_with_ours() -> None:
    assert Meaning(hashed_embedders()).room("I want to die because of my debts", "en") is None


@pytest.mark.parametrize(
    ("question", "chosen", "documents", "language"),
    [
        ("দেরিতে পরিশোধ করলে কী হবে?", "en", {"en"}, "bn"),
        ("ब्याज दर क्या है?", "en", {"en"}, "hi"),
        ("ब्याज दर क्या है?", "en", {"en", "mr"}, "mr"),
        ("借款利率是多少", "sw", {"en", "zh"}, "zh"),
        ("Điều gì xảy ra nếu tôi trả chậm?", "en", {"en"}, "vi"),
        ("Jika saya tidak bisa bayar, apa yang terjadi?", "sw", {"sw"}, "id"),
        ("what is the interest on the seed loan", "sw", {"en", "sw"}, "sw"),
        ("wats the intrest", "en", {"en"}, "en"),
        ("byaj kitna hai", "hi", {"en"}, "hi"),
        ("ok", "zh", {"en"}, "zh"),
    ],
)
def test_a_question_is_searched_in_what_it_is_written_in(
    question: str, chosen: str, documents: set[str], language: str
) -> None:
    assert searched_in(question, chosen, documents) == language


@pytest.mark.parametrize(
    ("language", "question", "said"),
    [
        ("en", "what do goat loans cost", Answer),
        ("es", "¿cuánto cuestan los goat loans para la familia?", Answer),
        ("vi", "goat loans cho gia đình của tôi là bao nhiêu", NoAnswer),
        ("en", "goat loans cho gia đình của tôi là bao nhiêu", NoAnswer),
        ("en", "আমাদের জন্য ঋণের নিয়ম কী", NoAnswer),
    ],
)
def test_a_rule_in_another_language_must_be_surer(
    tmp_path: Path, language: str, question: str, said: type
) -> None:
    with ChunkIndex(tmp_path / "index", hashed_embedders(languages=("en", language))) as index:
        index.add([chunk("v1", 0, "Goat loans cost 9.6%.")])
        answerer = Answerer(Retriever(index), calibration=RATHER_SURE)
        outcome = answerer.ask(question, versions=[live("v1")], language=language)
    assert isinstance(outcome, said)


def test_a_wish_to_die_is_heard_before_any_rule_is_looked_for(tmp_path: Path) -> None:
    with ChunkIndex(tmp_path / "index", Embedders()) as index:
        index.add([chunk("v1", 0, "We ask for nothing for 90 days after the death of the borrower.")])
        outcome = Answerer(Retriever(index)).ask("ฉันอยากตายเพราะหนี้", versions=[live("v1")], language="en")
    assert isinstance(outcome, Redirect) and outcome.kind is K.EMERGENCY
