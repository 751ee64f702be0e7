"""Text as people type it, made comparable: widths, digits, accents, invisible characters."""

from __future__ import annotations

import unicodedata

# Zero-width and direction marks change nothing a person sees and everything a program compares.
INVISIBLE = dict.fromkeys(
    code
    for first, last in (
        (0x00AD, 0x00AD), (0x034F, 0x034F), (0x061C, 0x061C), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180E, 0x180E),
        (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0xFEFF, 0xFEFF),
    )
    for code in range(first, last + 1)
)  # fmt: skip
SAME = str.maketrans(
    {
        "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'",
        "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "～": "~", "〜": "~",
        "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ", "\t": " ", "\n": " ", "\r": " ",
        "٫": ".", "٬": ",", "。": ".", "、": ",", "，": ",", "।": ".", "⁄": "/",
        "ँ": "ं", "़": "", "ö": "ö",
    }
)  # fmt: skip
FRACTIONS = {ord(sign): f" {sign} " for sign in "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞↉"}  # `1½` must not become `11/2`


def clean(text: str) -> str:
    """Compatibility form, ASCII digits, one kind of dash, quote and space; nothing invisible; lower case."""
    if text.isascii():  # most of what is cleaned, and for every message all words of the form
        return " ".join(text.replace("`", "'").lower().split())
    seen = text.translate(INVISIBLE).translate({0x2009: " "}).translate(FRACTIONS)
    seen = "".join(str(unicodedata.decimal(character, character)) for character in seen)
    # Recompose last: the nukta must be cut off its letter, accents must stay on theirs.
    seen = unicodedata.normalize("NFKD", seen).translate(SAME)
    return " ".join(unicodedata.normalize("NFC", seen).lower().split())


def fold(word: str) -> str:
    """Without accents (Latin only: Devanagari marks are vowels)."""
    if word.isascii():
        return word
    split = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", "".join(c for c in split if not 0x0300 <= ord(c) <= 0x036F))
