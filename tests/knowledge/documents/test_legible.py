"""Bytes that are no text become no document, whatever the file's name says; short and mixed texts do."""

from __future__ import annotations

import random

import pytest

from knowledge.documents import DocumentRefused, Refusal, load_bytes
from knowledge.documents.legible import has_words, is_legible
from tests.knowledge.documents import files

NAMES = ("x.txt", "x.md", "x.csv", "x.html", "x.pdf", "x.docx", "x.xlsx", "x")
SOME = random.Random(7).randbytes(400)


def refusal(data: bytes, name: str) -> Refusal:
    with pytest.raises(DocumentRefused) as caught:
        load_bytes(data, name)
    return caught.value.code


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xfe\x00",
        b"\xff\xfe",
        b"\xef\xbb\xbf\xff\xff",
        b"\xff\xfe" + SOME,
        b"\xfe\xff" + SOME,
        b"\xef\xbb\xbf" + SOME,
        SOME,
        bytes(byte | 0x80 for byte in SOME),
        b"\x00" * 60 + b"\xff",
        b"..,,--;; ### *** ...",
    ],
    ids=["nul", "mark", "u8-mark", "u16le", "u16be", "u8", "random", "high", "nuls", "signs"],
)
def test_rubbish_is_refused_under_any_name(name: str, data: bytes) -> None:
    assert refusal(data, name) in (Refusal.UNKNOWN_TYPE, Refusal.DAMAGED, Refusal.NO_TEXT, Refusal.EMPTY)


def test_what_says_that_it_is_a_pdf_and_is_rubbish_is_damaged() -> None:
    assert refusal(b"\xff\xfe\x00", "x.pdf") is Refusal.DAMAGED
    assert refusal(SOME, "x.docx") is Refusal.DAMAGED
    assert refusal(SOME, "x.txt") is Refusal.UNKNOWN_TYPE


def test_a_pdf_of_signs_alone_has_no_text() -> None:
    page = b"BT /F1 12 Tf 72 700 Td (. . . - - 5 - . .) Tj ET"
    assert refusal(files.raw_pdf(page), "x.pdf") in (Refusal.NO_TEXT, Refusal.UNKNOWN_TYPE)


@pytest.mark.parametrize(
    "text",
    [
        "Loans run for twelve months.",
        "贷款期限是十二个月。",
        "ローンの期間は十二か月です。",
        "Mkopo ni wa miezi kumi na miwili.",
        "ऋण की अवधि बारह महीने है।",
        "مدة القرض اثنا عشر شهرا",
        "用 WPS 打开,填 KYC 表,再交 ID。",
        "Name: ______________  Signed: ..........................",
        "| 1,000 | 5 % | 12 |\nof 2,000 | 4 % | 24 |",
        "iPhone, WhatsApp, M-Pesa, YangPo, GoatHill: the names",
        "Q: 5% of 1,000? A: 50.",
    ],
)
def test_a_text_is_a_text(text: str) -> None:
    assert has_words(text) and is_legible(text)
    assert load_bytes(text.encode(), "x.txt").elements
