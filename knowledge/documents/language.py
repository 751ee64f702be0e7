"""Which of the languages we know a document is in."""

from __future__ import annotations

import re

KNOWN = ("en", "zh", "sw", "hi", "es", "fr")
_HAN = re.compile("[\u3400-\u9fff]")
_KANA = re.compile("[\u3040-\u30ff]")
_DEVANAGARI = re.compile("[\u0900-\u097f]")
_LETTER = re.compile(r"[^\W\d_]")


def detect(text: str, default: str = "en") -> str:
    """The language of `text` among `KNOWN`: by script where the script decides, else by py3langid."""
    sample = text[:20_000]
    letters = len(_LETTER.findall(sample))
    if letters < 8:
        return default
    if len(_HAN.findall(sample)) * 3 > letters * 0.6:  # a Han character says as much as three letters
        return "zh"
    if len(_DEVANAGARI.findall(sample)) > letters * 0.3:
        return "hi"
    return _by_words(sample, default)


def _by_words(sample: str, default: str) -> str:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages([language for language in KNOWN if language not in ("zh", "hi")])
    language, _score = identifier.classify(sample)
    return str(language) or default
