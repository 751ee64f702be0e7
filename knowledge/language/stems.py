"""The stem of a word: what lexical search compares, so that forms of one word meet."""

from __future__ import annotations

import threading
import unicodedata
from functools import cache, lru_cache
from typing import Any

import regex

_SNOWBALL = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "eo": "esperanto", "es": "spanish", "et": "estonian", "eu": "basque", "fa": "persian", "fi": "finnish",
    "fr": "french", "ga": "irish", "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian",
    "it": "italian", "lt": "lithuanian", "ms": "indonesian", "ne": "nepali", "nl": "dutch", "no": "norwegian",
    "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian", "st": "sesotho",
    "sv": "swedish", "tr": "turkish",
}  # fmt: skip
_STEMMING = threading.Lock()  # a Snowball stemmer keeps the word it works on
_MARKS = regex.compile(r"\p{M}+")
_FOLDED = regex.compile(r"[\p{Latin}\p{Greek}\p{Cyrillic}\p{Arabic}\p{Hebrew}\p{Ethiopic}]")
# Letters that people write for one another: Turkish, Arabic and its neighbours; Amharic's rows of one sound.
_ALIKE = str.maketrans(
    {"ı": "i", "ى": "ي", "ی": "ي", "ک": "ك", "ہ": "ه", "ة": "ه", "أ": "ا", "إ": "ا", "آ": "ا", "ـ": None}
    | {
        chr(ord(row) + vowel): chr(ord(same) + vowel)
        for row, same in (("ሐ", "ሀ"), ("ኀ", "ሀ"), ("ሠ", "ሰ"), ("ዐ", "አ"), ("ፀ", "ጸ"))
        for vowel in range(7)
    }
)


@lru_cache(maxsize=200_000)
def stem(word: str, language: str) -> str:
    """The stem lexical search compares: Snowball where it exists, light for Swahili; then `bare`."""
    if word.isdigit():
        return word
    if language == "sw":
        return _swahili(word)
    name = _SNOWBALL.get(language)
    if name is None:
        return bare(word)
    with _STEMMING:
        stemmed = str(_stemmer(name).stemWord(word))
    return bare(stemmed)


@cache
def _stemmer(name: str) -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer(name)


def bare(word: str) -> str:
    """Without the accents and vowel points people leave out, in one spelling; where marks are vowels they are kept."""
    if word.isascii() or not _FOLDED.match(word):
        return word
    return _MARKS.sub("", unicodedata.normalize("NFD", word)).translate(_ALIKE)


_SW_NOUNS = ("wa", "vi", "ki", "mi", "ma", "mw", "m", "u", "ku")
_SW_VERB = regex.compile(
    r"(?:ha|si)?(?:ni|u|a|tu|m|wa|i|ki|zi)(?:na|li|ta|me|ki|nge|ka)(?=\p{L}{4})"
    r"|(?:hatu|hawa|ha|si)(?:ta|ku|ja)?(?=\p{L}{4})|(?:ni|tu)(?=\p{L}{4})"
)
# One and many of nouns that begin like a verb (ki-ta-mbulisho, wa-na-wake), change more than their prefix, or leave
# another word without it (m-simu, season: simu, telephone). Month and months, year and years stay apart: "kwa
# mwezi" asks for a rate, "miezi" for a term.
_SW_NOUNS_KEPT = """
kitambulisho vitambulisho, mkataba mikataba, mtandao mitandao, cheti vyeti, kibali vibali, waraka, dai madai, mdai wadai
mwanachama wanachama uanachama, mwanamke wanawake, mwanaume wanaume, mwanafunzi wanafunzi, mwananchi wananchi
mwanakijiji wanakijiji, mwanakikundi wanakikundi, mwanandoa wanandoa, jirani majirani, mkazi wakazi, mwizi wezi
mwenye wenye, mwenyewe wenyewe, mwenyeji wenyeji, mwenza wenza, mwenzake wenzake, mwenzako wenzako
mwezi, miezi, mwaka, miaka, msimu misimu, wakati, usiku, utaratibu taratibu, wajibu, mtaa mitaa, mguu miguu
mlima milima, mnyama wanyama, kituo vituo, kikao vikao, kifaa vifaa, chombo vyombo, chumba vyumba, mafuta, mahindi
"""
_SW_KEPT = {
    form: forms.split()[0] for forms in _SW_NOUNS_KEPT.replace("\n", ",").split(",") for form in forms.split()
}


def _swahili(word: str) -> str:
    """Mkopo and mikopo, nilipe and kulipa, ofisi and ofisini meet; short words are left alone.

    Off come the locative -ni, subject and tense of a verb or else a noun-class prefix, and the last vowel.
    """
    if word in _SW_KEPT or len(word) < 5:
        return _SW_KEPT.get(word, word)
    if word.endswith("ni") and len(word) >= 7:
        word = word[:-2]
    if word in _SW_KEPT:
        return _SW_KEPT[word]
    verb = _SW_VERB.match(word)
    word = word[verb.end() :] if verb else _without_class(word)
    if len(word) >= 5:
        return word[:-1] if word[-1] in "aeio" else word
    return f"{word[:-1]}a" if verb and word[-1] in "ei" else word


def _without_class(word: str) -> str:
    for prefix in _SW_NOUNS:
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) >= 4:
            return rest
    return word
