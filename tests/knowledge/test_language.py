"""Languages: told apart, cut into words, and searched, in those the bot speaks and in those only documents do."""

from __future__ import annotations

import re
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from pathlib import Path

import pytest

from knowledge.answering.passage import sentences
from knowledge.evaluation.retrieval import evaluate_retrieval, question_languages
from knowledge.evaluation.sets import Document, Question, prepare, read_documents, read_questions
from knowledge.language import (
    content_terms,
    detect,
    detect_document,
    detect_documents,
    normalize,
    stem,
    terms,
)
from knowledge.retrieval import System

SETS = Path(__file__).parents[2] / "benchmarks" / "languages" / "sets"
CODES = sorted(path.name for path in SETS.iterdir())


@pytest.mark.parametrize("code", CODES)
def test_a_set_is_read_in_its_language(code: str) -> None:
    versions, _chunks = prepare(read_documents(SETS / code / "docs.jsonl"))
    questions = read_questions(SETS / code / "queries.jsonl")
    assert {version.language for version in versions} == {code}
    assert set(question_languages(questions, versions)) == {code}


@pytest.mark.parametrize("code", CODES)
def test_short_documents_are_in_the_language_of_all_of_them(code: str) -> None:
    """A library of questions and answers, a sentence or two each."""
    documents = [
        Document(f"{one.key}.{number}", "", sentence)
        for one in read_documents(SETS / code / "docs.jsonl")
        for number, sentence in enumerate(re.split(r"(?<=[.!?。؟।።])\s*", one.text))
        if len(sentence) > 8
    ]
    versions, _chunks = prepare(documents)
    assert {version.language for version in versions} == {code}


def test_many_languages_in_one_set_stay_apart() -> None:
    """Sixteen in equal parts, and of one that few documents are in."""
    documents, questions, languages = [], [], []
    for code in CODES:
        few = 2 if code in ("vi", "th") else 10
        for one in read_documents(SETS / code / "docs.jsonl")[:few]:
            documents.append(Document(f"{code}{one.key}", one.title, one.text))
        asked = read_questions(SETS / code / "queries.jsonl")[:few]
        questions += asked
        languages += [code] * len(asked)
    versions, _chunks = prepare(documents)
    assert all(version.document.startswith(version.language) for version in versions)
    found = question_languages(questions, versions)
    wrong = [
        (one.text, code, heard)
        for one, code, heard in zip(questions, languages, found, strict=True)
        if code != heard
    ]
    assert len(wrong) <= len(questions) * 0.02, wrong


def test_names_in_latin_letters_make_no_language_of_their_own() -> None:
    hindi = [
        "ऋण चुकाने की अवधि बारह महीने है।",
        "ब्याज हर साल तय किया जाता है।",
        "गारंटर गाँव का सदस्य होना चाहिए।",
    ] * 20
    assert set(detect_documents([*hindi, "[citation needed]", "NABARD RuPay Kisan"])) == {"hi"}
    swahili = [
        "Mkopo unalipwa kwa awamu kumi na mbili, kila mwezi.",
        "Mdhamini lazima awe mwanachama wa kikundi.",
    ]
    assert detect_documents([*hindi, *swahili])[-2:] == ["sw", "sw"]


def test_japanese_without_kana_is_japanese_among_japanese() -> None:
    japanese = ["返済は毎月行います。", "保証人が必要です。", "融資の上限は十万円です。"] * 10
    assert detect_documents([*japanese, "返済期間延長申請書"]) == ["ja"] * 31
    assert (
        detect_documents([*japanese, "贷款到期后应当一次还清全部本金和利息，逾期将按日计收罚息。"])[-1]
        == "zh"
    )


@pytest.mark.parametrize("code", CODES)
def test_words_alone_find_most_passages(code: str) -> None:
    found = evaluate_retrieval(
        read_documents(SETS / code / "docs.jsonl"),
        read_questions(SETS / code / "queries.jsonl"),
        system=System.LEXICAL,
    )
    assert found.recall_at_5 is not None
    assert found.recall_at_5 > 0.7, "a plain BM25 over words finds a third of the Thai and half of the Korean"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Das Darlehen wird in zwölf Raten zurückgezahlt. Wer früher zahlt, zahlt weniger Zinsen.", "de"),
        ("Das Darlehen wird in zwölf Raten zurückgezahlt. " * 4, "de"),
        ("สมาชิกกู้ได้ไม่เกินสามหมื่นบาท", "th"),
        ("ローンの返済は十二回に分けて行います。", "ja"),
        ("贷款分十二期偿还。", "zh"),
        ("대출은 열두 번에 나누어 갚습니다.", "ko"),
        ("ብድሩ በአሥራ ሁለት ወር ይከፈላል።", "am"),
        ("ឥណទានត្រូវសងក្នុងរយៈពេលដប់ពីរខែ។", "km"),
        ("قرض بارہ ماہ میں واپس کرنا ہوتا ہے اور ہر مہینے کی قسط پہلی تاریخ کو دی جاتی ہے۔ " * 3, "ur"),
        ("Позика повертається дванадцятьма частинами, щомісяця до десятого числа, без винятків. " * 3, "uk"),
        ("سداد القرض على اثني عشر قسطا", "ar"),
        ("Кредит на год", "ru"),
        ("Mkopo unalipwa kwa awamu kumi na mbili, kila mwezi.", "sw"),
        ("Livestock 18 % 12 months", "en"),
    ],
)
def test_a_document_tells_its_language(text: str, language: str) -> None:
    """One that tells little is taken to be in a language the bot speaks."""
    assert detect_document(text) == language


def test_a_message_is_in_one_of_the_allowed_languages() -> None:
    assert detect("ฉันกู้ได้เท่าไหร่", ("en", "th"), "en") == "th"
    assert detect("ฉันกู้ได้เท่าไหร่", ("en", "sw"), "sw") == "sw"
    assert detect("сколько процентов", ("en", "ru"), "en") == "ru"
    assert detect("क्या मैं कर्ज़ ले सकता हूँ", ("en", "hi"), "en") == "hi"
    assert detect("naweza kukopa kiasi gani", ("en", "sw", "zh"), "en") == "sw"


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("٣٠٠", "300", "ar"),
        ("الإيداع", "الايداع", "ar"),
        ("ΠΟΣΌ", "ποσο", "el"),
        ("ኃይል", "ሀይል", "am"),
        ("FAİZ", "faiz", "tr"),
        ("учёт", "учет", "ru"),
    ],
)
def test_spellings_of_one_word_meet(one: str, other: str, language: str) -> None:
    assert set(terms(one, language)) & set(terms(other, language))


def test_digits_of_every_script_are_numbers() -> None:
    assert normalize("১২ ๑๒ १२ ١٢ １２") == "12 12 12 12 12"


def test_japanese_endings_say_nothing() -> None:
    assert content_terms("返済はいつですか", "ja") == ["返", "済", "返済", "済は"]


def test_a_compound_is_found_by_its_part() -> None:
    documents = [
        Document("term", "Laufzeit", "Die Rückzahlungsfrist beträgt achtzehn Monate ab Auszahlung. " * 3),
        Document("fee", "Gebühr", "Die Bearbeitungsgebühr beträgt zwei Prozent der bewilligten Summe. " * 3),
    ]
    asked = [Question("q", "welche frist gilt für die rückzahlung des geldes", frozenset({"term"}))]
    assert evaluate_retrieval(documents, asked, system=System.LEXICAL).recall_at_1 == 1.0


def test_thai_marks_no_sentences_so_clauses_are_told() -> None:
    rule = "สมาชิกกู้สามัญได้ไม่เกินห้าเท่าของยอดเงินฝาก แต่วงเงินรวมต้องไม่เกิน 60,000 บาท"
    other = "ต้องมีผู้ค้ำประกันซึ่งเป็นสมาชิกสองคนและไม่ใช่คู่สมรสของผู้กู้"
    assert sentences(f"{rule} {other}") == [rule, other]
    assert sentences("Loans run a year. Fees are paid once.") == ["Loans run a year.", "Fees are paid once."]


def test_threads_that_stem_at_once_do_not_cut_each_others_words() -> None:
    """A stem is kept for the life of the process: a wrong one would be searched for in every later question."""
    made = ["".join(parts) for parts in product("bdfglmprst", "aeiou", "lmnrst", ["ations", "ingly", "ness"])]
    alone = [stem(word, "en") for word in made]
    stem.cache_clear()
    was = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(4) as threads:
            together = [threads.submit(lambda: [stem(word, "en") for word in made]) for _ in range(4)]
            assert [one.result() for one in together] == [alone] * 4
    finally:
        sys.setswitchinterval(was)


@pytest.mark.parametrize(
    "forms",
    [
        "mkopo mikopo",
        "ofisini ofisi",
        "kitambulisho vitambulisho",
        "mkataba mikataba mkatabani",
        "mwanachama wanachama",
        "mwanamke wanawake",
        "mtandao mitandao mtandaoni",
        "mwaka mwakani",
        "msimu misimu",
        "cheti vyeti",
        "jirani majirani",
        "nilipe tulipe kulipa nilipa lipa",
        "nikope kukopa kopa",
    ],
)
def test_swahili_forms_of_one_word_meet(forms: str) -> None:
    assert len({stem(form, "sw") for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("wanawake", "wake"),
        ("wanachama", "chama"),
        ("wakati", "kati"),
        ("mlima", "kulima"),
        ("mahindi", "kihindi"),
        ("msimu", "simu"),
        ("mwezi", "hawezi"),
        ("wanyama", "nyama"),
    ],
)
def test_swahili_words_that_look_like_forms_of_one_do_not_meet(one: str, other: str) -> None:
    assert stem(one, "sw") != stem(other, "sw")
