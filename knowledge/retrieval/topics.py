"""The questions everybody asks first ("interest?", "how much can I get?"), put as the documents answer them.

A farmer's first question names a thing and nothing else. Search and reader do better with a whole question, and the
answer is often a whole table: "interest?" asks for the rate of every loan. `topics/LANGUAGE.toml` lists for each topic

- `says`: groups of words or phrases, parted by commas; one of each group must stand in the message;
- `also`: words that may stand beside them; words of `general` may stand beside every topic;
- `asks`: the question in full, which is searched and read in the message's place;
- `of_each_loan`: the columns to say, where a table has one row a loan; `*` for all of them;
- `table`: words that the first column of a table must hold for the whole table to be said;
- `list`: whether a list is said whole, where one item answers.

A message with other words in it is no topic, but it may be one *about* something ("interest for goats"): where a
table of loans has a row for that, the row answers; else ("interest if I pay late") the message stays as it is.
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
SHORTEST_SPELLED = 6
LONGEST = 100  # characters; who writes more says more than a topic
EVERY = "*"
LONGEST_ABOUT = 30  # characters of what a topic is about
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


@dataclass(frozen=True, slots=True)
class Heard:
    """A topic, and the words of the message that are not the topic's: what it is about."""

    topic: Topic
    about: str = ""


def topic_of(message: str, language: str) -> Topic | None:
    """The topic a message consists of; None for any other message."""
    heard = hear(message, language)
    return heard.topic if heard and not heard.about else None


def hear(message: str, language: str) -> Heard | None:
    """The topic that leaves least of a message and accounts for most of its letters.

    What is left makes the message one about something, for topics that a table of loans can answer.
    """
    known = _topics(language)
    if known is None or len(message) > LONGEST:
        return None
    spaced = language != "zh"
    said = _said(message, known.vocabulary, spaced)
    heard = [(*met, topic) for topic in known.topics if (met := _parted(said, topic, known.general, spaced))]
    left, _used, topic = min(heard, key=lambda one: (len(one[0]), -one[1]), default=("", 0, None))
    if topic is None or len(left) > LONGEST_ABOUT or (left and not topic.of_each_loan):
        return None
    return Heard(topic, left)


def topic_named(name: str, language: str) -> Topic | None:
    """The same topic as another language knows it: its documents name their columns in their own words."""
    known = _topics(language)
    return next((one for one in known.topics if one.name == name), None) if known else None


def columns_of_loans(language: str) -> tuple[tuple[str, ...], ...]:
    """For each topic that a table of loans can answer, the names of its columns."""
    known = _topics(language)
    named = (one.of_each_loan for one in known.topics) if known else ()
    return tuple(columns for columns in named if columns and columns != (EVERY,))


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


def _parted(said: str, topic: Topic, general: Sequence[str], spaced: bool) -> tuple[str, int] | None:
    """What a topic leaves of a message, and how many letters its own words account for; None where it is not met."""
    if not all(any(_holds(said, phrase, spaced) for phrase in group) for group in topic.says):
        return None
    left = said
    for phrase in _longest_first([one for group in topic.says for one in group]):
        left = _without(left, phrase, spaced)
    used = len(said) - len(left)
    for word in _longest_first([*topic.also, *general]):
        left = _without(left, word, spaced)
    return left.strip(), used


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
