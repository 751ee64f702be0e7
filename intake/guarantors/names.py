"""Whether the guarantor that is named is the borrower himself: "me", or his own name however he writes it."""

from __future__ import annotations

import re
import unicodedata

TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "sir",
        "madam",
        "bwana",
        "bi",
        "bibi",
        "mzee",
        "ndugu",
        "mama",
        "baba",
        "sr",
        "sra",
        "señor",
        "señora",
        "m",
        "mme",
        "monsieur",
        "madame",
        "श्री",
        "श्रीमती",
    ]
)
HAN_TITLES = re.compile(r"(?:先生|女士|太太|同志)$")
MYSELF = frozenset(
    (
        "me", "i", "myself", "me myself", "i myself", "self", "my self", "i will", "i will myself", "only me", "just me", "the same", "same",
        "same person", "same as me", "i am", "it is me", "its me", "it's me", "mimi", "mimi mwenyewe", "mwenyewe", "ni mimi", "mimi tu", "mimi ni",
        "我", "我自己", "本人", "自己", "就是我", "我本人", "मैं", "मैं खुद", "खुद", "yo", "yo mismo", "yo misma", "moi", "moi-même", "moi-meme", "moi même",
    )
)  # fmt: skip


def is_himself(named: str, borrower: str) -> bool:
    """Whether `named` says "myself", or is the borrower's name: in another order, with a title, a letter doubled."""
    said = _folded(named)
    if said in MYSELF:
        return True
    mine, theirs = _parts(borrower), _parts(named)
    return bool(mine) and mine == theirs


def _parts(name: str) -> list[str]:
    words = [word for word in re.findall(r"[^\W_]+", HAN_TITLES.sub("", _folded(name))) if word not in TITLES]
    return sorted(re.sub(r"(.)\1+", r"\1", word) if word[:1] < "\u3400" else word for word in words)


def _folded(text: str) -> str:
    split = unicodedata.normalize("NFKD", " ".join(text.casefold().split()))
    return unicodedata.normalize("NFC", "".join(c for c in split if not 0x0300 <= ord(c) <= 0x036F)).strip(
        " .!。"
    )
