"""A negation turns the affirmation beside it; what is neither a plain yes nor a plain no is asked."""

# ruff: noqa: E501 - tables of examples

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.reading import Kind, LenderLocale, Reading, Status, read

LOCALE = LenderLocale(today=date(2026, 11, 28))


def _read(text: str, language: str, **settings: tuple[str, ...]) -> Reading:
    return read(text, Kind.YES_NO, language=language, locale=LenderLocale(today=LOCALE.today, **settings))  # type: ignore[arg-type]


YES = {
    "en": (
        "absolutely",
        "of course",
        "of course yes",
        "yes yes",
        "ok",
        "I think so",
        "👍",
        "👍🏽",
        "✅",
        "yeahh",
        "sure, of course",
        "I have",
    ),
    "zh": ("会", "好吧", "是啊", "中", "好的呀", "当然", "我同意", "嗯", "对对对"),
    "hi": ("बिल्कुल", "ज़रूर", "अच्छा", "जी हाँ", "ठीक है"),
    "sw": ("ninayo", "bila shaka", "sawa kabisa", "nakubali"),
    "es": ("cómo no", "claro que sí", "creo que sí", "sí, claro", "por supuesto"),
    "fr": ("certainement", "tout à fait", "volontiers", "absolument", "mais oui", "bien sûr que oui"),
}
NO = {
    "en": ("of course not", "certainly not", "absolutely not", "I don't think so", "can't", "not yet", "👎", "not ok", "I dont agree", "I have not"),
    "zh": ("不会", "还没", "还没有", "不好", "不中", "当然不会", "我不同意"),
    "hi": ("बिल्कुल नहीं", "अभी नहीं", "कभी नहीं", "ठीक नहीं है", "न", "सहमत नहीं हूँ"),
    "sw": ("haipo", "si kweli", "sio kweli", "hata kidogo", "hapana kabisa"),
    "es": ("claro que no", "todavía no", "aún no", "jamás", "tampoco", "creo que no", "no estoy de acuerdo"),
    "fr": ("absolument pas", "pas encore", "bien sûr que non", "mais non", "pas d'accord", "je ne suis pas d'accord", "je n'accepte pas"),
}  # fmt: skip


@pytest.mark.parametrize("language", YES)
def test_a_plain_yes_is_taken(language: str) -> None:
    assert {
        text: _read(text, language).best is not None and _read(text, language).best.value
        for text in YES[language]
    } == dict.fromkeys(YES[language], True)  # type: ignore[union-attr]


@pytest.mark.parametrize("language", NO)
def test_a_plain_no_is_taken(language: str) -> None:
    readings = {text: _read(text, language).best for text in NO[language]}
    assert {text: best.value if best else None for text, best in readings.items()} == dict.fromkeys(
        NO[language], False
    )


@pytest.mark.parametrize(
    ("language", "text", "answers"),
    [("en", "no problem", [True]), ("en", "why not", [True]), ("zh", "没问题", [True]), ("fr", "pourquoi pas", [True]), ("es", "no hay problema", [True]),
     ("sw", "hakuna shida", [True]), ("hi", "क्यों नहीं", [True]), ("fr", "pas", [False]), ("sw", "si", [False]),
     ("en", "yes no", [True, False]), ("en", "ok, no", [True, False]), ("es", "no, claro", [True, False]), ("zh", "可以不", [True, False]),
     ("en", "of course nott", [True, False]), ("en", "ok not in may", [True, False]), ("en", "yes but 9000", [True]), ("en", "no I have", [True, False])],
)  # fmt: skip
def test_what_is_no_plain_answer_is_asked(language: str, text: str, answers: list[bool]) -> None:
    reading = _read(text, language)
    assert (reading.status, [candidate.value for candidate in reading.candidates]) == (
        Status.AMBIGUOUS,
        answers,
    )


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "not sure"), ("en", "maybe"), ("en", "I don't know"), ("zh", "不知道"), ("zh", "对不起"), ("zh", "好不好"), ("hi", "पता नहीं"), ("sw", "sijui"),
     ("es", "no sé"), ("fr", "pas sûr")],
)  # fmt: skip
def test_who_does_not_know_has_said_neither(language: str, text: str) -> None:
    assert _read(text, language).status is Status.REFUSED


def test_a_word_that_two_other_languages_answer_with_is_asked() -> None:
    assert (
        len(_read("si", "en", languages=("en", "es", "sw")).candidates) == 2
    )  # yes in Spanish, not in Swahili
    assert _read("si", "en", languages=("en", "es")).sure
    assert not _read("o", "en").candidates  # a French yes, and any typing slip


WORDS = {
    "en": (
        ("of course", "certainly", "sure", "ok", "right", "absolutely", "definitely"),
        ("not", "no", "never"),
    ),
    "es": (("claro", "por supuesto", "de acuerdo", "correcto"), ("no", "nunca", "jamás")),
    "fr": (("bien sûr", "d'accord", "certainement", "tout à fait"), ("pas", "non", "jamais")),
    "hi": (("बिल्कुल", "ठीक", "ज़रूर", "सहमत"), ("नहीं", "मत", "ना")),
    "sw": (("kweli", "sawa", "hakika", "nakubali"), ("si", "siyo", "hapana")),
    "zh": (("好", "可以", "同意", "当然", "会"), ("不", "没有", "别")),
}


@given(st.data(), st.sampled_from(sorted(WORDS)), st.booleans(), st.sampled_from(["", " x", " gghh", " 3"]))
def test_an_affirmation_with_a_negation_beside_it_is_never_a_yes_alone(
    data: st.DataObject, language: str, before: bool, tail: str
) -> None:
    yes, no = (data.draw(st.sampled_from(words)) for words in WORDS[language])
    text = (f"{no} {yes}" if before else f"{yes} {no}") + tail
    if language == "en" and text.startswith("no right"):
        return
    answers = [candidate.value for candidate in _read(text, language).candidates]
    assert answers != [True]
