"""The questions everybody asks first ("interest?", "how much can I get?"), put as the documents answer them.

A farmer's first question names a thing and nothing else. Search and reader do better with a whole question, and the
answer is often a whole table: "interest?" asks for the rate of every loan. `topics/LANGUAGE.toml` lists for each topic

- `says`: groups of words or phrases, parted by commas; one of each group must stand in the message;
- `also`: words that may stand beside them; words of `general` may stand beside every topic;
- `asks`: the question in full, which is searched and read in the message's place;
- `of_each_loan`: the columns to say, where a table has one row a loan; `*` for all of them;
- `table`: words that the first column of a table must hold for the whole table to be said;
- `list`: whether a list is said whole, where one item answers.

A message with any other word in it is no topic: "interest if I pay late" stays as it is.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import regex

from knowledge.language import normalize, words

SPELLING_CUTOFF = 84  # rapidfuzz ratio
SHORTEST_SPELLED = 5
LONGEST = 80  # characters; who writes more says more than a topic
_NOT_A_WORD = regex.compile(r"[^\p{L}\p{M}\p{N}']+")


@dataclass(frozen=True, slots=True)
class Topic:
    """What a message of nothing but these words asks; see the module for each field."""

    name: str
    says: tuple[tuple[str, ...], ...]
    asks: str
    also: tuple[str, ...] = ()
    of_each_loan: tuple[str, ...] = ()
    table: tuple[str, ...] = ()
    whole_list: bool = False
    loans: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Topics:
    general: tuple[str, ...]
    topics: tuple[Topic, ...]
    vocabulary: frozenset[str]


def topic_of(message: str, language: str) -> Topic | None:
    """The topic a message consists of, the one that accounts for most of its letters; None for any other message."""
    known = _topics(language)
    if known is None or len(message) > LONGEST:
        return None
    spaced = language != "zh"
    said = _said(message, known.vocabulary, spaced)
    met = [(used, topic) for topic in known.topics if (used := _used(said, topic, known.general, spaced))]
    return max(met, key=lambda one: one[0])[1] if met else None


def topic_named(name: str, language: str) -> Topic | None:
    """The same topic as another language knows it: its documents name their columns in their own words."""
    known = _topics(language)
    return next((one for one in known.topics if one.name == name), None) if known else None


def _said(message: str, vocabulary: frozenset[str], spaced: bool) -> str:
    folded = normalize(message).replace("’", "'")
    if not spaced:
        return "".join(words(folded))
    found = [_spelled(word, vocabulary) for word in _NOT_A_WORD.split(folded) if word]
    return f" {' '.join(found)} "


def _spelled(word: str, vocabulary: frozenset[str]) -> str:
    if len(word) < SHORTEST_SPELLED or word in vocabulary:
        return word
    from rapidfuzz import fuzz, process

    best = process.extractOne(word, vocabulary, scorer=fuzz.ratio, score_cutoff=SPELLING_CUTOFF)
    return word if best is None else str(best[0])


def _used(said: str, topic: Topic, general: Sequence[str], spaced: bool) -> int:
    """How many letters of the message the topic's own words account for; 0 where it is not the topic."""
    if not all(any(_holds(said, phrase, spaced) for phrase in group) for group in topic.says):
        return 0
    left = said
    for phrase in _longest_first([one for group in topic.says for one in group]):
        left = _without(left, phrase, spaced)
    used = len(said) - len(left)
    for word in _longest_first([*topic.also, *general]):
        left = _without(left, word, spaced)
    return 0 if left.strip() else used


def _holds(text: str, phrase: str, spaced: bool) -> bool:
    return (f" {phrase} " if spaced else phrase) in text


def _without(text: str, phrase: str, spaced: bool) -> str:
    if not spaced:
        return text.replace(phrase, "")
    while f" {phrase} " in text:
        text = text.replace(f" {phrase} ", " ")
    return text


@cache
def _topics(language: str) -> _Topics | None:
    file = files("knowledge.retrieval").joinpath("topics", f"{language}.toml")
    if not file.is_file():
        return None
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    loans = _phrases(table["loans"])
    general = tuple(normalize(table["general"]).split())
    topics = tuple(_topic(one, loans) for one in table["topic"])
    named = (word for one in topics for group in one.says for phrase in group for word in phrase.split())
    also = (word for one in topics for word in one.also)
    return _Topics(general, topics, frozenset((*general, *named, *also)))


def _topic(row: dict[str, Any], loans: tuple[str, ...]) -> Topic:
    return Topic(
        row["name"],
        tuple(_phrases(group) for group in row["says"]),
        row["asks"],
        tuple(normalize(row.get("also", "")).split()),
        _phrases(row.get("of_each_loan", "")),
        _phrases(row.get("table", "")),
        bool(row.get("list")),
        loans,
    )


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(phrase for part in text.split(",") if (phrase := normalize(part).strip())))


def _longest_first(found: Sequence[str]) -> list[str]:
    """A short phrase must not eat into a long one."""
    return sorted(found, key=len, reverse=True)
