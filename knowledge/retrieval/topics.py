"""The questions everybody asks first ("interest?", "how much can I get?"), put as the documents answer them.

A farmer's first question names a thing and nothing else. Search and reader do better with a whole question, and the
answer is often a whole table: "interest?" asks for the rate of every loan. `topics/LANGUAGE.toml` lists for each topic

- `says`: groups of words or phrases, parted by commas; one of each group must stand in the message;
- `also`: words that may stand beside them; words of `general` may stand beside every topic;
- `never`: words or phrases, parted by commas, beside which it is not meant ("a loan for a phone" asks for no number);
- `asks`: the question in full, which is searched and read in the message's place;
- `of_each_loan`: the columns to say, where a table has one row a loan; `*` for all of them;
- `measures`: more of them, where no other topic names the column ("maximum" is an amount, "maximum term" is a term)
  and it holds no figure ("12 months" heads an instalment);
- `table`: words that the first column of a table must hold for the whole table to be said;
- `own_words`: words with which a passage that holds them answers before the topic does ("open on Saturday?" where a
  notice names Saturdays);
- `list`: whether a list is said whole, where one item answers.

`words` are words near those of a topic, or of documents, that mean themselves: they are never taken for a misspelling.

`asking` are words of a question of its own: "and how long?" does not ask for the interest of something called long,
nor "interest rate last year" for that of a loan called last.

A topic may stand twice, where it is said in two ways; the second inherits what it leaves out, but `also` and `never`.

A message with other words in it is no topic, but it may be one *about* something ("interest for goats"): where a
table of loans has a row for that, the row answers; else ("interest if I pay late") the message stays as it is.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

import regex

from knowledge.language import normalize, stem, words
from knowledge.language.texting import plainly
from knowledge.retrieval import spelling

LONGEST = 100  # characters; who writes more says more than a topic
EVERY = "*"
LONGEST_ABOUT = 30  # characters of what a topic is about
_NOT_A_WORD = regex.compile(r"[^\p{L}\p{M}\p{N}']+")

_A_SUM = regex.compile(
    r"\d[\d ]*(?: ?(?:k|thousand|elfu|mil|mille|हजार|千|万))?|\d+[千万]\d|(?:elfu|laki) \w+(?: na \w+)?"
    r"|[一二两三四五六七八九十]+[千万][一二三四五六七八九]?[千百]?"
)

Phrase = tuple[str, ...]  # stems of words; of Chinese, characters


@dataclass(frozen=True, slots=True)
class Topic:
    """What a message of nothing but these words asks; see the module for each field."""

    name: str
    says: tuple[tuple[Phrase, ...], ...]
    asks: str
    also: tuple[Phrase, ...] = ()
    never: tuple[Phrase, ...] = ()
    of_each_loan: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    table: tuple[str, ...] = ()
    whole_list: bool = False
    loans: tuple[str, ...] = ()
    own_words: tuple[str, ...] = ()
    written: tuple[Phrase, ...] = ()  # what it says, word for word


@dataclass(frozen=True, slots=True)
class Heard:
    """A topic, and the words of the message that are not the topic's: what it is about."""

    topic: Topic
    about: str = ""


@dataclass(frozen=True, slots=True)
class _Topics:
    general: tuple[Phrase, ...]
    asking: tuple[Phrase, ...]
    topics: tuple[Topic, ...]
    words: frozenset[str]
    kept: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Message:
    """Its words as written and as phrases hold them, side by side."""

    written: tuple[str, ...]
    stems: tuple[str, ...]

    def holds(self, phrase: Phrase) -> bool:
        return self._find(phrase) >= 0

    def without(self, phrases: Iterable[Phrase]) -> _Message:
        """What the phrases leave, long ones first: a short one must not eat into a long one."""
        left = self
        for phrase in sorted(phrases, key=len, reverse=True):
            while (at := left._find(phrase)) >= 0:
                kept = [*range(at), *range(at + len(phrase), len(left.stems))]
                left = _Message(tuple(left.written[i] for i in kept), tuple(left.stems[i] for i in kept))
        return left

    def _find(self, phrase: Phrase) -> int:
        size = len(phrase)
        places = range(len(self.stems) - size + 1) if size else range(0)
        return next((at for at in places if self.stems[at : at + size] == phrase), -1)


def topic_of(message: str, language: str) -> Topic | None:
    """The topic a message consists of; None for any other message."""
    heard = hear(message, language)
    return heard.topic if heard and not heard.about else None


def hear(message: str, language: str, before: str = "") -> Heard | None:
    """The topic that leaves least of a message and accounts for most of its letters; of several, that says most of it
    word for word ("garantía" and "garante" have one stem).

    What is left makes the message one about something, for topics that a table of loans can answer. Of a follow-up
    the topic may stand in the message `before` it ("interest?" - "and for goats?"), or what it is about ("interest for
    goats?" - "and the maximum?").
    """
    now = _heard(message, language)
    earlier = _heard(before, language) if before else None
    if earlier is None or (now and now.about):
        return now
    if now is not None:
        return replace(now, about=earlier.about) if now.topic.of_each_loan else now
    return _about(message, earlier.topic, language)


def _about(message: str, topic: Topic, language: str) -> Heard | None:
    """A follow-up that only says what else the topic before it is asked about."""
    known = _topics(language)
    if known is None or not topic.of_each_loan:
        return None
    said = _message(message, language, known)
    if any(map(said.holds, known.asking)):
        return None
    left = _joined(said.without([*topic.also, *known.general]), language)
    return Heard(topic, left) if left and len(left) <= LONGEST_ABOUT else None


def _heard(message: str, language: str) -> Heard | None:
    known = _topics(language)
    if known is None or len(message) > LONGEST:
        return None
    said = _message(message, language, known)
    parted = [(_parted(said, topic, known.general, language), topic) for topic in known.topics]
    heard = [(*met, topic) for met, topic in parted if met and (not met[0] or _answers_about(topic, met[0]))]
    if not heard:
        return None
    left, _used, topic = min(heard, key=lambda one: (len(one[0]), -one[1], -_word_for_word(said, one[2])))
    if any(map(_message(left, language, known).holds, known.asking)):
        return None
    return Heard(topic, left)


def _answers_about(topic: Topic, about: str) -> bool:
    """A table of loans has a row for what a message is about, a table of bands a column for a sum."""
    return bool(topic.of_each_loan and len(about) <= LONGEST_ABOUT) or bool(
        topic.table and _A_SUM.fullmatch(about)
    )


def named_in(message: str, topic: Topic) -> tuple[str, ...]:
    """The topic's own words that stand in a message or a passage."""
    said = normalize(message)
    return tuple(word for word in topic.own_words if word in said)


def speaks_of(text: str, topic: Topic, language: str) -> bool:
    """Whether a passage holds words of the topic, beside its own words: a telephone is answered on Saturdays, too."""
    known = _topics(language)
    if known is None:
        return False
    said = _message(text, language, known)
    own = {tuple(_parts(word, language)) for word in topic.own_words}
    return any(
        all(stem(word, language) in said.stems for word in phrase)
        for phrase in topic.written
        if phrase not in own
    )


def topic_named(name: str, language: str) -> Topic | None:
    """The same topic as another language knows it: its documents name their columns in their own words."""
    known = _topics(language)
    return next((one for one in known.topics if one.name == name), None) if known else None


def topics_of_columns(language: str) -> tuple[Topic, ...]:
    """The topics that a column of a table of loans answers, each once."""
    known = _topics(language)
    named = {one.name: one for one in known.topics if one.of_each_loan} if known else {}
    return tuple(one for one in named.values() if one.of_each_loan != (EVERY,))


def means_itself(word: str, language: str) -> bool:
    """Whether a word is one of those that are never taken for a misspelling."""
    known = _topics(language)
    return known is not None and word in known.kept


def _message(text: str, language: str, known: _Topics) -> _Message:
    written = _parts(text, language)
    spelled = [_spelled(word, known, language) for word in written]
    return _Message(tuple(written), tuple(stem(word, language) for word in spelled))


def _parts(text: str, language: str) -> list[str]:
    folded = plainly(normalize(text).replace("’", "'"), language)
    if language == "zh":
        return list("".join(words(folded)))
    return [word for word in _NOT_A_WORD.split(folded) if word]


def _spelled(word: str, known: _Topics, language: str) -> str:
    if len(word) < spelling.SHORTEST or word in known.words or word in known.kept:
        return word
    return next(iter(spelling.spellings(word, known.words, language)), word)


def _parted(said: _Message, topic: Topic, general: Sequence[Phrase], language: str) -> tuple[str, int] | None:
    """What a topic leaves of a message, and how many letters its own words account for; None where it is not met."""
    if not all(any(map(said.holds, group)) for group in topic.says) or any(map(said.holds, topic.never)):
        return None
    rest = said.without(phrase for group in topic.says for phrase in group)
    left = rest.without([*topic.also, *general])
    used = sum(map(len, said.written)) - sum(map(len, rest.written))
    return _joined(left, language), used


def _word_for_word(said: _Message, topic: Topic) -> int:
    """How many letters the longest phrase of a topic has that stands in a message as it is written."""
    written = replace(said, stems=said.written)
    return max((sum(map(len, phrase)) for phrase in topic.written if written.holds(phrase)), default=0)


def _joined(message: _Message, language: str) -> str:
    return ("" if language == "zh" else " ").join(message.written)


@cache
def _topics(language: str) -> _Topics | None:
    file = files("knowledge.retrieval").joinpath("topics", f"{language}.toml")
    if not file.is_file():
        return None
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    rows, loans = _inherited(table["topic"]), _names(table["loans"])
    texts = [
        table["general"],
        *(text for row in rows for text in (*row["says"], row.get("also", ""), row.get("never", ""))),
    ]
    return _Topics(
        _phrases(table["general"].split(), language),
        _phrases(table["asking"].split(","), language),
        tuple(_topic(row, loans, language) for row in rows),
        frozenset(word for text in texts for word in _parts(text, language)),
        frozenset(table.get("words", "").split()),
    )


def _inherited(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows of one name are ways of saying one topic: what a later one leaves out stands in the first."""
    first: dict[str, dict[str, Any]] = {}
    kept = ("asks", "of_each_loan", "measures", "table", "list")
    return [
        {**{k: v for k, v in first.setdefault(row["name"], row).items() if k in kept}, **row} for row in rows
    ]


def _topic(row: dict[str, Any], loans: tuple[str, ...], language: str) -> Topic:
    return Topic(
        row["name"],
        tuple(_phrases(group.split(","), language) for group in row["says"]),
        row["asks"],
        _phrases(row.get("also", "").split(), language),
        _phrases(row.get("never", "").split(","), language),
        _names(row.get("of_each_loan", "")),
        _names(row.get("measures", "")),
        _names(row.get("table", "")),
        bool(row.get("list")),
        loans,
        _names(row.get("own_words", "")),
        tuple(tuple(_parts(phrase, language)) for group in row["says"] for phrase in group.split(",")),
    )


def _phrases(texts: Iterable[str], language: str) -> tuple[Phrase, ...]:
    found = (tuple(stem(word, language) for word in _parts(text, language)) for text in texts)
    return tuple(dict.fromkeys(phrase for phrase in found if phrase))


def _names(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for part in text.split(",") if (name := normalize(part).strip())))
