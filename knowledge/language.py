"""Languages of messages and words: which one a short text is in, and the tokens lexical search counts."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from functools import cache, lru_cache
from typing import Any

import regex

from knowledge.stopwords import STOP_WORDS

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")
_CJK = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]+")
_CJK_OR_REST = regex.compile(r"([\p{Han}\p{Hiragana}\p{Katakana}]+)")
_SCRIPTS = (
    ("zh", regex.compile(r"\p{Han}")),
    ("hi", regex.compile(r"\p{Devanagari}")),
    ("ar", regex.compile(r"\p{Arabic}")),
    ("ru", regex.compile(r"\p{Cyrillic}")),
)
_LETTER = regex.compile(r"\p{L}")
_SNOWBALL = {
    "en": "english", "es": "spanish", "fr": "french", "hi": "hindi", "de": "german", "pt": "portuguese",
    "it": "italian", "ru": "russian", "ar": "arabic", "id": "indonesian", "tr": "turkish",
}  # fmt: skip


def detect(text: str, allowed: Collection[str], default: str) -> str:
    """The language of a message among `allowed`; `default` when the message is too short to tell.

    The script decides where it can; Latin text goes to py3langid restricted to `allowed`, since unrestricted
    it errs on short messages.
    """
    letters = len(_LETTER.findall(text))
    if letters == 0:
        return default
    for language, script in _SCRIPTS:
        found = len(script.findall(text))
        if found * (2 if language == "zh" else 1) > letters * 0.5:
            return language if language in allowed else default
    latin = tuple(sorted(code for code in allowed if code not in ("zh", "hi", "ar", "ru")))
    if not latin:
        return default
    by_stop_words = _by_stop_words(text, latin)
    if by_stop_words:
        return by_stop_words
    if letters < 12 or len(latin) == 1:
        return default if default in latin else latin[0]
    return _by_model(text[:2000], latin)


def _by_stop_words(text: str, allowed: tuple[str, ...]) -> str:
    """Small words give a language away; empty when two languages are near each other."""
    words = [word.casefold() for word in _WORD.findall(text[:2000])]
    counts = sorted(
        ((sum(word in STOP_WORDS.get(code, ()) for word in words), code) for code in allowed), reverse=True
    )
    if not counts or counts[0][0] == 0 or (len(counts) > 1 and counts[0][0] < counts[1][0] * 2 + 1):
        return ""
    return counts[0][1] if counts[0][0] >= min(2, len(words) / 4) else ""


def _by_model(text: str, allowed: tuple[str, ...]) -> str:
    language, _score = _identifier(allowed).classify(text)
    return str(language)


@cache
def _identifier(allowed: tuple[str, ...]) -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    known = [code for code in allowed if code in identifier.nb_classes] or ["en"]
    identifier.set_languages(known)
    return identifier


def normalize(text: str) -> str:
    """NFKC and case folding: full-width digits become digits, ligatures letters."""
    return unicodedata.normalize("NFKC", text).casefold()


def words(text: str) -> list[str]:
    """The words of `text` in order, folded; a CJK run counts as one word."""
    found: list[str] = []
    for token in _WORD.findall(normalize(text)):
        found.extend(part for part in _CJK_OR_REST.split(token) if part)
    return found


def terms(text: str, language: str) -> list[str]:
    """What lexical search indexes: stems of words, and uni- and bigrams of CJK runs."""
    found: list[str] = []
    for word in words(text):
        if _CJK.fullmatch(word):
            found.extend(word)
            found.extend(word[i : i + 2] for i in range(len(word) - 1))
        else:
            found.append(stem(word, language))
    return found


def content_terms(text: str, language: str) -> list[str]:
    """`terms` without the words that say nothing, once each, in order; all of them when nothing is left."""
    stops = stop_words(language)
    kept: dict[str, None] = {}
    for word in words(text):
        if word in stops:
            continue
        if _CJK.fullmatch(word):
            for term in _cjk_terms(word, stops):
                kept.setdefault(term)
        else:
            kept.setdefault(stem(word, language))
    return list(kept) or list(dict.fromkeys(terms(text, language)))


def _cjk_terms(run: str, stops: frozenset[str]) -> list[str]:
    for phrase in sorted((stop for stop in stops if len(stop) > 1), key=len, reverse=True):
        run = run.replace(phrase, " ")
    found: list[str] = []
    for part in run.split():
        found.extend(char for char in part if char not in stops)
        found.extend(pair for i in range(len(part) - 1) if (pair := part[i : i + 2]) not in stops)
    return found


@lru_cache(maxsize=200_000)
def stem(word: str, language: str) -> str:
    """The stem lexical search compares: Snowball where it exists, light for Swahili, accents off Latin words."""
    if word.isdigit():
        return word
    if language == "sw":
        return _swahili(word)
    name = _SNOWBALL.get(language)
    stemmed = str(_stemmer(name).stemWord(word)) if name else word
    return _unaccented(stemmed)


@cache
def _stemmer(name: str) -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer(name)


def _unaccented(word: str) -> str:
    """Latin letters without their accents (people leave them out); other scripts keep their marks."""
    if word.isascii() or not regex.match(r"\p{Latin}", word):
        return word
    return "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))


_SW_NOUNS = ("wa", "vi", "ki", "mi", "ma", "mw", "m", "u", "ku")
_SW_VERB = regex.compile(
    r"(?:ha|si)?(?:ni|u|a|tu|m|wa|i|ki|zi)(?:na|li|ta|me|ki|nge|ka)(?=\p{L}{4})"
    r"|(?:hatu|hawa|ha|si)(?:ta|ku|ja)?(?=\p{L}{4})|(?:ni|tu)(?=\p{L}{4})"
)


def _swahili(word: str) -> str:
    """Mkopo and mikopo, nilipe and kulipa, ofisi and ofisini meet; short words are left alone.

    Off come the locative -ni, subject and tense of a verb or else a noun-class prefix, and the last vowel.
    """
    if len(word) < 5:
        return word
    if word.endswith("ni") and len(word) >= 7:
        word = word[:-2]
    verb = _SW_VERB.match(word)
    word = word[verb.end() :] if verb else _without_class(word)
    return word[:-1] if len(word) >= 5 and word[-1] in "aeio" else word


def _without_class(word: str) -> str:
    for prefix in _SW_NOUNS:
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) >= 4:
            return rest
    return word


@cache
def stop_words(language: str) -> frozenset[str]:
    """The words of a language that say nothing of the subject."""
    return frozenset(STOP_WORDS.get(language, ()))
