"""What the encoder is trained on: batches of questions with the passages among which each is to find its own."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge.index.cache import embedded_text
from scripts.reader import examples as squad
from scripts.reader.examples import as_typed
from scripts.reader.policies import Asked, load

TOGETHER, EACH = 10, 4  # documents of a batch, questions of each
NEAR, NEAREST = 1, 6  # further passages of the document for each question, and of how many near ones
ARTICLES, PARAGRAPHS = 6, 6  # of SQuAD in a batch, and of each article
EVERY = 4  # which batch is SQuAD's


@dataclass(frozen=True, slots=True)
class Batch:
    """`right` says for each question which passage answers it; `also` holds (question, passage) of all that do."""

    questions: tuple[str, ...]
    passages: tuple[str, ...]
    right: tuple[int, ...]
    also: frozenset[tuple[int, int]]


def mixed(policies: Sequence[Path], articles: Path, chance: random.Random) -> Iterator[Batch]:
    """Batches of invented policies, every `EVERY`-th one of SQuAD's; the folders have equal parts of a batch."""
    asked = [load(folder, by_meaning=True) for folder in policies]
    own, other = of_policies(asked, chance), of_squad(squad.load(articles), chance)
    for number in itertools.count(1):
        yield next(other) if number % EVERY == 0 else next(own)


def of_policies(folders: Sequence[Sequence[Asked]], chance: random.Random) -> Iterator[Batch]:
    """Some questions of some documents of each folder, for ever."""
    drawn = [_groups(asked, chance) for asked in folders]
    while True:
        yield _batch(list(itertools.islice(_in_turn(drawn), TOGETHER)), chance)


def _in_turn(drawn: Sequence[Iterator[Sequence[Asked]]]) -> Iterator[Sequence[Asked]]:
    return (next(groups) for groups in itertools.cycle(drawn))


def _groups(asked: Sequence[Asked], chance: random.Random) -> Iterator[Sequence[Asked]]:
    """Some questions of one document, for ever; each question once before any comes twice."""
    documents: dict[str, list[Asked]] = {}
    for one in asked:
        if one.answers:
            documents.setdefault(one.chunks[0].version_id, []).append(one)
    if not documents:
        raise ValueError("a folder of policies holds no question that is answered")
    while True:
        groups = []
        for found in documents.values():
            chance.shuffle(found)
            groups += [found[i : i + EACH] for i in range(0, len(found), EACH)]
        chance.shuffle(groups)
        yield from groups


def _batch(groups: Sequence[Sequence[Asked]], chance: random.Random) -> Batch:
    asked = [one for group in groups for one in group]
    passages: dict[str, int] = {}
    right = []
    for one in asked:
        place = next(place for place in one.nearest if place in one.answers)
        near = [other for other in one.nearest[:NEAREST] if other not in one.answers]
        shown = [place, *chance.sample(near, min(NEAR, len(near)))]
        texts = [embedded_text(one.chunks[which]) for which in shown]
        numbers = [passages.setdefault(text, len(passages)) for text in texts]
        right.append(numbers[0])
    also = {
        (number, passages[text])
        for number, one in enumerate(asked)
        for place in one.answers
        if (text := embedded_text(one.chunks[place])) in passages
    }
    questions = tuple(as_typed(one.question, chance) for one in asked)
    return Batch(questions, tuple(passages), tuple(right), frozenset(also))


def of_squad(articles: Sequence[squad.Article], chance: random.Random) -> Iterator[Batch]:
    """Some paragraphs of some articles, with a question on each."""
    articles = [one for one in articles if sum(bool(two.asked) for two in one.paragraphs) >= PARAGRAPHS]
    while True:
        questions, passages = [], []
        for article in chance.sample(articles, ARTICLES):
            for paragraph in chance.sample([one for one in article.paragraphs if one.asked], PARAGRAPHS):
                questions.append(as_typed(chance.choice(paragraph.asked)[0], chance))
                passages.append(f"{article.title}\n{paragraph.text}")
        numbers = range(len(questions))
        yield Batch(tuple(questions), tuple(passages), tuple(numbers), frozenset((i, i) for i in numbers))
