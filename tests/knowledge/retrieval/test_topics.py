"""Which messages are a topic, and which only hold its words."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.retrieval.topics import hear, topic_named, topic_of

LANGUAGES = ("en", "zh", "sw", "hi", "es", "fr")
TOPICS = [
    ("en", "what interest do i pay on a loan?", "rate"),
    ("en", "Intrest rates", "rate"),
    ("en", "who may apply for a loan", "who may borrow"),
    ("zh", "请问你们的利率是多少？", "rate"),
    ("zh", "贷款要什么手续", "papers"),
    ("sw", "ninahitaji makaratasi gani kupata mkopo?", "papers"),
    ("hi", "ब्याज दर कितनी है?", "rate"),
    ("hi", "कार्यालय कहाँ है", "office"),
    ("es", "¿Cuánto puedo pedir prestado?", "amount"),
    ("es", "¿qué documentos necesito?", "papers"),
    ("es", "¿qué papeles necesito?", "papers"),
    ("es", "¿hace falta garantía?", "collateral"),
    ("es", "¿necesito un garante?", "guarantor"),
    ("sw", "natoa ngapi?", "own funds"),
    ("fr", "Quel est le taux d’intérêt ?", "rate"),
    ("fr", "combien je peux emprunter", "amount"),
]
NO_TOPICS = [
    ("en", "interest if I pay late"),
    ("en", "how many members has the cooperative"),
    ("sw", "mna wanachama wangapi"),
    ("en", "what is the interest on the goat loan"),
    ("en", "loan"),
    ("en", ""),
    ("zh", "养羊贷款利息多少"),
    ("sw", "riba ya mkopo wa mbegu ni ngapi"),
    ("xx", "interest"),
]


@pytest.mark.parametrize(("language", "message", "name"), TOPICS)
def test_a_message_of_nothing_else_is_the_topic(language: str, message: str, name: str) -> None:
    found = topic_of(message, language)
    assert found is not None and found.name == name


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_topic_says_in_one_phrase_is_heard_as_that_topic(language: str) -> None:
    file = files("knowledge.retrieval").joinpath("topics", f"{language}.toml")
    rows = tomllib.loads(file.read_text(encoding="utf-8"))["topic"]
    said = [(phrase, row) for row in rows if len(row["says"]) == 1 for phrase in row["says"][0].split(",")]
    heard = [(phrase, row.get("asks"), hear(phrase, language)) for phrase, row in said]
    assert [
        (phrase, asks, one.topic.asks)
        for phrase, asks, one in heard
        if one and asks and one.topic.asks != asks
    ] == []


@pytest.mark.parametrize(("language", "message"), NO_TOPICS)
def test_one_more_word_and_it_is_a_question_of_its_own(language: str, message: str) -> None:
    assert topic_of(message, language) is None


@pytest.mark.parametrize(
    ("language", "message", "name", "about"),
    [
        ("en", "what is the interest on the goat loan", "rate", "goat"),
        ("en", "how much can i borrow to buy seeds", "amount", "seeds"),
        ("zh", "养羊贷款利息多少", "rate", "养羊"),
        ("sw", "riba ya mkopo wa mbegu ni ngapi", "rate", "mbegu"),
    ],
)
def test_a_topic_about_something_says_what(language: str, message: str, name: str, about: str) -> None:
    heard = hear(message, language)
    assert heard is not None and heard.topic.name == name and heard.about == about


@pytest.mark.parametrize(
    "message",
    [
        "nalipa kiasi gani kwa mwezi mkopo wa mbuzi",
        "kila mwezi mkopo wa mbuzi",
        "mwaka huu mkopo wa mbuzi upo?",
    ],
)
def test_what_is_paid_a_month_is_not_for_how_many_months(message: str) -> None:
    heard = hear(message, "sw")
    assert heard is None or heard.topic.name != "term"


@pytest.mark.parametrize(
    ("language", "before", "message"),
    [
        ("en", "interest for goats", "and how long?"),
        ("en", "interest for goats", "and when?"),
        ("zh", "养羊利息多少", "那要多久呢"),
        ("es", "interés para cabras", "¿y cuándo?"),
    ],
)
def test_a_follow_up_that_asks_is_not_what_the_topic_before_it_is_about(
    language: str, before: str, message: str
) -> None:
    heard = hear(message, language, before)
    assert heard is None or heard.topic.name != "rate"


@pytest.mark.parametrize(
    ("language", "message", "name"),
    [
        ("en", "can I get a loan for a phone", "telephone"),
        ("en", "number of loans", "telephone"),
        ("en", "what documents do you keep about me", "papers"),
        ("en", "when does the bank close my loan", "hours"),
        ("en", "what day is it today", "hours"),
        ("en", "what is the age of the bank", "age"),
        ("en", "I want to deposit money", "own funds"),
        ("en", "what rain", "failed harvest"),
        ("en", "will it rain today", "failed harvest"),
        ("en", "I am not interested", "rate"),
        ("en", "i am interested in a loan for goats", "rate"),
        ("sw", "nataka mkopo wa kununua simu", "telephone"),
        ("sw", "namba ya mkopo", "telephone"),
        ("sw", "nataka kuweka pesa yangu", "own funds"),
        ("zh", "贷款买电话", "telephone"),
        ("hi", "फोन के लिए लोन", "telephone"),
        ("hi", "मेरा लोन कब बंद होगा", "hours"),
        ("es", "quiero comprar un celular", "telephone"),
        ("es", "cuándo me dan mi dinero", "own funds"),
        ("es", "estoy interesado en un préstamo", "rate"),
        ("fr", "prêt pour un téléphone", "telephone"),
        ("fr", "quand fermez vous mon prêt", "hours"),
    ],
)
def test_a_word_of_a_topic_beside_words_that_make_it_another_is_not_the_topic(
    language: str, message: str, name: str
) -> None:
    heard = hear(message, language)
    assert heard is None or heard.topic.name != name


@pytest.mark.parametrize(
    ("language", "message"),
    [
        ("en", "internet"),
        ("en", "loan for internet"),
        ("en", "food"),
        ("en", "loan for food"),
        ("en", "retirement"),
        ("en", "my mother"),
        ("en", "i cannot remember"),
        ("en", "fitness"),
        ("sw", "jumatano"),
        ("es", "la cuarenta"),
        ("fr", "le contraire"),
    ],
)
def test_a_word_that_only_looks_like_a_topics_is_none(language: str, message: str) -> None:
    assert topic_of(message, language) is None


@pytest.mark.parametrize(
    ("language", "message", "name"),
    [
        ("en", "phone number for loans", "telephone"),
        ("en", "papers for a loan", "papers"),
        ("en", "what day are you open", "hours"),
        ("en", "what is the age limit of the bank", "age"),
        ("en", "how much deposit must i pay", "own funds"),
        ("en", "the rain didnt come", "failed harvest"),
        ("en", "what are interest rates", "rate"),
        ("sw", "simu yenu", "telephone"),
        ("zh", "贷款联系电话", "telephone"),
        ("hi", "loan ke liye phone number", "telephone"),
        ("es", "número de teléfono para préstamos", "telephone"),
        ("fr", "votre numéro", "telephone"),
    ],
)
def test_beside_other_words_of_lending_it_still_is(language: str, message: str, name: str) -> None:
    found = topic_of(message, language)
    assert found is not None and found.name == name


@pytest.mark.parametrize(
    ("language", "message", "name"),
    [
        ("en", "intrest", "rate"),
        ("en", "intresst rates", "rate"),
        ("en", "documants needed", "papers"),
        ("en", "how to aply", "how to apply"),
        ("en", "do i need a gaurantor", "guarantor"),
        ("en", "do i need colatteral", "collateral"),
        ("sw", "makaratsi gani nahitaji", "papers"),
        ("hi", "ब्याज दर कितना पडेगा", "rate"),
        ("es", "cual es el interez", "rate"),
        ("fr", "quel est le taux d'interret", "rate"),
    ],
)
def test_a_misspelt_topic_is_heard(language: str, message: str, name: str) -> None:
    found = topic_of(message, language)
    assert found is not None and found.name == name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_knows_the_tables_of_the_main_topics(language: str) -> None:
    for name in ("loans", "rate", "amount", "term", "own funds"):
        found = topic_named(name, language)
        assert found is not None and found.asks and found.of_each_loan and found.loans


@given(st.sampled_from(LANGUAGES), st.text(max_size=100))
def test_any_text_is_read(language: str, message: str) -> None:
    found = topic_of(message, language)
    assert found is None or found.asks
