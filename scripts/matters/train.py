"""Train what a question is about: `python -m scripts.matters.train scripts/reader/bank OUT.npz [--invented FOLDER]`.

Two softmax regressions over the passage encoder's vectors (docs/matters.md): one over the ways people type each
question of the bank, one over what three lenders say on it. A lender's section speaks of several things, so passages
are also put together, and their share of each matter is its share of them. "None of them" is learnt from invented
rules of public services and from questions on those. Minutes on two cores, without torch.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from knowledge.embeddings import Embedders
from knowledge.retrieval.matters import Floats, Linear, Matters
from scripts.reader.policies import load

NONE = -1  # no matter of the bank: the last column
AREAS = "ABCD"
TOGETHER = (2, 2, 3, 3, 4, 5)  # passages of one section
PUT_TOGETHER = 1500  # such sections in each language
NEAR_BY, NEIGHBOURS = 0.6, 40  # how often their passages are neighbours in the bank, and how near
STRANGE = 1500  # questions about other things, and as many of their passages
STEPS, RATE, RIDGE = 200, 0.3, 1e-5


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text with the matters it is about; of a passage the headings and the text."""

    text: str
    matters: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Bank:
    """What is asked and what is said, a matter an id; ids that two areas share are one matter."""

    names: tuple[str, ...]
    asked: tuple[Labelled, ...]
    said: dict[str, tuple[Labelled, ...]]


def main() -> None:
    """Read the arguments, train, save."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("bank", type=Path)
    arguments.add_argument("out", type=Path)
    arguments.add_argument("--invented", type=Path, default=Path("scripts/reader/invented/en-c"))
    arguments.add_argument("--seed", type=int, default=1)
    given = arguments.parse_args()
    chance = random.Random(given.seed)
    bank = read_bank(given.bank)
    strange_asked, strange_said = strangers(given.invented, chance)
    encoder = Embedders().encoders[0]
    count = len(bank.names) + 1
    asked = [*bank.asked, *strange_asked]
    said = [*(one for of in bank.said.values() for one in of), *sections(bank, chance), *strange_said]
    question_vectors = np.array([encoder.embeddings.embed_query(one.text) for one in asked], np.float32)
    passage_vectors = np.array(encoder.embeddings.embed_documents([one.text for one in said]), np.float32)
    questions = fit(question_vectors, targets(asked, count))
    passages = fit(passage_vectors, targets(said, count))
    Matters(encoder.fingerprint, bank.names, questions, passages).save(given.out)


def read_bank(folder: Path) -> Bank:
    """All areas of the bank."""
    asked: list[Labelled] = []
    said: dict[str, list[Labelled]] = {}
    numbers: dict[str, int] = {}
    for area in AREAS:
        for row in rows(folder / f"{area}.jsonl"):
            number = numbers.setdefault(row["id"], len(numbers))
            texts = [*row["asks"].values(), *(text for typed in row["said"].values() for text in typed)]
            asked += [Labelled(text, (number,)) for text in texts]
        for path in sorted(folder.glob(f"{area}.*.says")):
            told = said.setdefault(path.suffixes[0].lstrip("."), [])
            for row in rows(path):
                told += [Labelled(passage(*one), (numbers[row["id"]],)) for one in row["says"]]
    return Bank(tuple(numbers), tuple(asked), {language: tuple(told) for language, told in said.items()})


def sections(bank: Bank, chance: random.Random) -> Iterator[Labelled]:
    """Several passages under the heading of the first."""
    for language, told in sorted(bank.said.items()):
        for _ in range(PUT_TOGETHER):
            size = chance.choice(TOGETHER)
            start = chance.randrange(len(told) - NEIGHBOURS)
            near = told[start : start + NEIGHBOURS] if chance.random() < NEAR_BY else told
            chosen = chance.sample(near, size)
            heading = chosen[0].text.split("\n", 1)[0]
            text = ("" if language == "zh" else " ").join(one.text.split("\n", 1)[1] for one in chosen)
            yield Labelled(f"{heading}\n{text}", tuple({number for one in chosen for number in one.matters}))


def strangers(folder: Path, chance: random.Random) -> tuple[list[Labelled], list[Labelled]]:
    """Questions and passages of organisations that lend nothing."""
    found = load(folder)
    chosen = chance.sample(found, min(STRANGE, len(found)))
    told = {one.text: "\n".join((*one.heading_path, one.text)) for asked in found for one in asked.chunks}
    passages = chance.sample(sorted(told.values()), min(STRANGE, len(told)))
    return [Labelled(one.question, (NONE,)) for one in chosen], [Labelled(text, (NONE,)) for text in passages]


def fit(vectors: Floats, wanted: Floats) -> Linear:
    """Softmax regression on all examples at once (Adam: Kingma and Ba, 2015), the same each time."""
    middle = vectors.mean(axis=0)
    centred = vectors - middle
    weights = _Adam((wanted.shape[1], vectors.shape[1]), RATE)
    bias = _Adam((wanted.shape[1],), RATE / 10)
    for _ in range(STEPS):
        error = Linear(weights.value, bias.value).shares(centred) - wanted
        weights.step(error.T @ centred / len(centred) + RIDGE * weights.value)
        bias.step(error.mean(axis=0))
    return Linear(weights.value, bias.value - weights.value @ middle)


class _Adam:
    def __init__(self, shape: tuple[int, ...], rate: float) -> None:
        self.value: Floats = np.zeros(shape, np.float32)
        self._first, self._second = np.zeros_like(self.value), np.zeros_like(self.value)
        self._rate, self._steps = rate, 0

    def step(self, slope: Floats) -> None:
        self._steps += 1
        self._first = 0.9 * self._first + 0.1 * slope
        self._second = 0.99 * self._second + 0.01 * slope * slope
        first = self._first / (1 - 0.9**self._steps)
        second = self._second / (1 - 0.99**self._steps)
        self.value = self.value - np.float32(self._rate) * first / (np.sqrt(second) + 1e-8)


def targets(examples: Sequence[Labelled], count: int) -> Floats:
    """One row an example: the same share for each of its matters."""
    wanted: npt.NDArray[np.float32] = np.zeros((len(examples), count), np.float32)
    for row, one in enumerate(examples):
        for number in one.matters:
            wanted[row, number] = 1 / len(one.matters)
    return wanted


def passage(heading: str, text: str) -> str:
    """As chunks are embedded; the marks around the words that answer are left out."""
    return f"{heading}\n{text.replace('[[', '').replace(']]', '')}"


def rows(path: Path) -> Iterable[dict[str, Any]]:
    """The lines of a JSON-lines file."""
    return (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())


if __name__ == "__main__":
    main()
