"""Scripts: which languages a text can be in by its letters alone, and which are written without spaces."""

from __future__ import annotations

import regex

# Most letters decide; languages of one script are told apart by their words. The first is the commonest.
_SCRIPTS: dict[str, str] = {
    "zh": r"\p{Han}",
    "hi mr ne": r"\p{Devanagari}",
    "ar fa ur ps ug": r"\p{Arabic}",
    "ru uk bg sr mk be kk ky mn tg": r"\p{Cyrillic}",
    "bn as": r"\p{Bengali}",
    "el": r"\p{Greek}",
    "th": r"\p{Thai}",
    "lo": r"\p{Lao}",
    "km": r"\p{Khmer}",
    "my": r"\p{Myanmar}",
    "am": r"\p{Ethiopic}",
    "he": r"\p{Hebrew}",
    "ko": r"\p{Hangul}",
    "ta": r"\p{Tamil}",
    "te": r"\p{Telugu}",
    "kn": r"\p{Kannada}",
    "ml": r"\p{Malayalam}",
    "gu": r"\p{Gujarati}",
    "pa": r"\p{Gurmukhi}",
    "or": r"\p{Oriya}",
    "si": r"\p{Sinhala}",
    "ka": r"\p{Georgian}",
    "hy": r"\p{Armenian}",
}
_COUNTED = tuple((tuple(codes.split()), regex.compile(script)) for codes, script in _SCRIPTS.items())
_LETTER = regex.compile(r"\p{L}")
_LATIN = regex.compile(r"\p{Latin}")
_KANA = regex.compile(r"[\p{Hiragana}\p{Katakana}]")
_NOT_LATIN = frozenset(code for codes, _script in _COUNTED for code in codes) | {"ja"}
_HAN_WEIGHT = 2  # a Chinese letter says what two of an alphabet do
_KANA_SHARE = 0.1  # of the letters; Chinese has none

# Runs of these have no spaces between words.
UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}ー\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
# Words of these carry so many endings that their letters in pairs find more than whole words, or than stems, do.
AGGLUTINATING = (
    r"\p{Hangul}\p{Ethiopic}\p{Bengali}\p{Tamil}\p{Telugu}\p{Kannada}\p{Malayalam}\p{Gujarati}\p{Gurmukhi}"
    r"\p{Oriya}\p{Sinhala}"
)


def letters(text: str) -> int:
    """How many letters there are."""
    return len(_LETTER.findall(text))


def latin_letters(text: str) -> int:
    """How many of them are Latin."""
    return len(_LATIN.findall(text))


def written_in(text: str) -> tuple[str, ...]:
    """The languages of the script that most letters of `text` are of; empty for Latin and for no letters."""
    total = letters(text)
    for codes, script in _COUNTED:
        found = len(script.findall(text))
        if codes[0] == "zh" and len(_KANA.findall(text)) > total * _KANA_SHARE:
            return ("ja",)
        if found * (_HAN_WEIGHT if codes[0] == "zh" else 1) > total * 0.5:
            return codes
    return ()


def is_latin(language: str) -> bool:
    """Whether a language is one of those written in Latin letters, as far as we know."""
    return language not in _NOT_LATIN
