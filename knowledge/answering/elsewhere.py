"""What is heard by its words in languages that the bot does not speak: danger, wrongs, debts, courtesies."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

import regex

from knowledge.answering.folding import folded
from knowledge.language.stems import bare

LONGEST_WISH = 60  # letters; a longer message asks or tells more
_GAP = r"[^.!?,؟।።]{1,25}"  # what stands between "took" and "from me"
_WRITTEN_APART = r"[\p{Latin}\p{Cyrillic}\p{Arabic}]"
_QUESTION = regex.compile(r"[?？؟]")
_ENDS = regex.compile(r"[\s.,!?,;:~()\"'।።؟،]+|[\U0001F300-\U0001FAFF☀-➿️]+")


def is_danger(message: str) -> bool:
    """Whether somebody wants to die or was beaten, whatever he asks beside it."""
    return _says("danger", message)


def is_wrong(message: str) -> bool:
    """Whether somebody tells, and does not merely ask, that he was robbed or threatened."""
    return _says("wrongs", message) and not _asks(message)


def is_bribe(message: str) -> bool:
    """Whether a message speaks of staff who want money for themselves."""
    return _says("bribes", message)


def is_debt(message: str) -> bool:
    """Whether somebody tells, and does not merely ask, that he cannot pay."""
    return _says("debts", message) and not _asks(message)


def only_wishes(message: str) -> bool:
    """Whether nothing in a message asks, or says that he does not want what he speaks of."""
    return not (_QUESTION.search(message) or _says("asking", message) or _says("refusing", message))


def wants_loan(message: str) -> bool:
    """Whether a short message is the wish for a loan, and asks nothing about one."""
    return len(message) <= LONGEST_WISH and _says("loan", message) and only_wishes(message)


def courtesy(message: str) -> str:
    """`greeting`, `thanks` or `goodbye` where a message is nothing else; empty where it is."""
    said = _ENDS.sub(" ", _plain(message)).strip()
    return next((name for name in ("greeting", "thanks", "goodbye") if said in _whole(name)), "")


def _asks(message: str) -> bool:
    return _QUESTION.search(message) is not None or _says("supposed", message)


def _says(name: str, message: str) -> bool:
    return _phrases(name).search(_plain(message)) is not None


def _plain(message: str) -> str:
    """As people type it who leave out accents and vowel points."""
    return " ".join(bare(word).replace("đ", "d") for word in folded(message).split())


@cache
def _said(name: str) -> tuple[str, ...]:
    table = tomllib.loads(files("knowledge.answering").joinpath("elsewhere.toml").read_text(encoding="utf-8"))
    return tuple(_plain(phrase) for line in table[name].values() for phrase in line.split(", "))


@cache
def _whole(name: str) -> frozenset[str]:
    return frozenset(_ENDS.sub(" ", phrase).strip() for phrase in _said(name))


@cache
def _phrases(name: str) -> regex.Pattern[str]:
    return regex.compile("|".join(_pattern(phrase, name == "supposed") for phrase in _said(name)))


def _pattern(phrase: str, whole: bool) -> str:
    """Whole words of letters that are written apart; of others, and before a "*", what they begin with."""
    written = _GAP.join(map(regex.escape, phrase.removesuffix("*").split("~")))
    apart = whole or regex.match(_WRITTEN_APART, phrase) is not None
    before = r"(?<![\p{L}\p{M}])" if apart else ""
    after = r"(?![\p{L}\p{M}])" if apart and not phrase.endswith("*") else ""
    return f"{before}{written}{after}"
