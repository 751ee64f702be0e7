"""Who the guarantor that is named is: the borrower himself ("me", or his own name), an employee, somebody else."""

from __future__ import annotations

import re

from intake.reading.cleaning import clean, fold
from intake.reading.words import words

TITLES = words(
    "mr, mrs, ms, miss, dr, sir, madam, bwana, bi, bibi, mzee, ndugu, mama, baba, sr, sra, senor, senora, m, mme, "
    "monsieur, madame, श्री, श्रीमती"
)
HAN_TITLES = re.compile(r"(?:先生|女士|太太|同志)$")
MYSELF = words(
    "me, i, myself, me myself, i myself, self, my self, i will, i will myself, only me, just me, the same, same, "
    "same person, same as me, i am, it is me, its me, it's me, mimi, mimi mwenyewe, mwenyewe, ni mimi, mimi tu, "
    "我, 我自己, 本人, 自己, 就是我, 我本人, मैं, मैं खुद, खुद, yo, yo mismo, yo misma, moi, moi-meme, moi meme"
)


def is_himself(named: str, borrower: str) -> bool:
    """Whether `named` says "myself", or is the borrower's name: in another order, with a title, a letter doubled."""
    return _folded(named) in MYSELF or same_name(named, borrower)


def same_name(one: str, other: str) -> bool:
    """Whether both are one name, however it is written; a namesake is taken for the man himself."""
    parts = _parts(one)
    return bool(parts) and parts == _parts(other)


def _parts(name: str) -> list[str]:
    told = re.findall(r"[^\W_]+", HAN_TITLES.sub("", _folded(name)))
    return sorted(
        re.sub(r"(.)\1+", r"\1", word) if word.isascii() else word for word in told if word not in TITLES
    )


def _folded(text: str) -> str:
    return fold(clean(text)).strip(" .!。")
