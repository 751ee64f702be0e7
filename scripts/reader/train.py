"""Train the passage reader and write it as ONNX: `python -m scripts.reader.train SQUAD.json OUT.onnx --minutes 62`.

With `--start READER.onnx --policies FOLDER [FOLDER …]` a reader is trained on, on invented policies (`policies.py`), of
which the folders take turns; every `EVERY`-th example is still one of SQuAD's. Needs torch and onnx beside what the
lock file has (docs/reader.md).
The word vectors and the first layers stay as they are: they hold the languages nobody asks in here.
"""

from __future__ import annotations

import argparse
import itertools
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from knowledge.embeddings.packed_e5 import BEGIN, END, PackedE5, folded, padded
from scripts.reader.examples import Article, Example, examples, load
from scripts.reader.network import Reader, export, load_encoder, load_trained
from scripts.reader.policies import draw
from scripts.training import Group, body, descend

MOST, MOST_QUESTION, TOKENS_A_BATCH, SORTED_TOGETHER = 120, 48, 2_600, 640
RATE, HEAD_RATE, WARM_UP = 1.2e-4, 1e-3, 150
RATE_ON, EVERY = 0.6, 6  # of the rates, and which example is SQuAD's, when a reader is trained on
HERE_WEIGHT = 0.7  # of "is it here at all" beside where it is
Row = tuple[list[int], int, int, int]  # pieces, where the passage begins, first and last piece of the answer


def main() -> None:
    """Read the arguments, train, export."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("squad", type=Path)
    arguments.add_argument("out", type=Path)
    arguments.add_argument("--minutes", type=float, default=62)
    arguments.add_argument("--start", type=Path)
    arguments.add_argument("--policies", type=Path, nargs="+", default=[])
    arguments.add_argument("--seed", type=int, default=1, help="of the order the policies' questions come in")
    given = arguments.parse_args()
    torch.manual_seed(1)
    random.seed(1)
    packed = PackedE5()
    reader = Reader()
    if given.start:
        load_trained(reader, given.start)
    else:
        load_encoder(reader, packed)
    shown = _for_ever(load(given.squad))
    if given.policies:
        drawn = [
            draw(folder, given.seed + place, by_meaning=True) for place, folder in enumerate(given.policies)
        ]
        shown = _mixed(itertools.chain.from_iterable(zip(*drawn, strict=True)), shown)
    train(reader, packed, shown, given.minutes * 60, RATE_ON if given.start else 1.0)
    export(reader.eval(), given.out, {"span": {0: "texts", 1: "pieces"}, "here": {0: "texts"}})


def train(reader: Reader, packed: PackedE5, shown: Iterator[Example], seconds: float, rate: float) -> None:
    """Until the time is up; the heads learn faster than the layers under them."""
    heads = [*reader.span.parameters(), *reader.here.parameters()]
    descend(
        [Group(body(reader), rate * RATE), Group(heads, rate * HEAD_RATE)],
        _batches(packed, shown),
        lambda rows: _loss(reader, packed, rows),
        seconds=seconds,
        warm_up=WARM_UP,
        told_every=50,
    )


def _for_ever(articles: Sequence[Article]) -> Iterator[Example]:
    for seed in itertools.count(1):
        yield from examples(articles, seed)


def _mixed(policies: Iterator[Example], squad: Iterator[Example]) -> Iterator[Example]:
    for number, example in enumerate(policies, 1):
        yield example
        if number % EVERY == 0:
            yield next(squad)


def _loss(reader: Reader, packed: PackedE5, rows: Sequence[Row]) -> Tensor:
    numbers, mask = padded([row[0] for row in rows])
    outside = torch.full(numbers.shape, -1e4)
    for place, (pieces, first, _start, _end) in enumerate(rows):
        outside[place, first : len(pieces) - 1] = 0
        outside[place, 0] = 0
    embeddings = torch.from_numpy(packed.first_layer(numbers))
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=torch.cpu._is_avx512_bf16_supported()):
        span, here = reader(embeddings, torch.from_numpy(mask))
    span, here = span.float(), here.float()
    start, end = (torch.tensor([row[i] for row in rows]) for i in (2, 3))
    where = functional.cross_entropy(span[..., 0] + outside, start)
    where = (where + functional.cross_entropy(span[..., 1] + outside, end)) / 2
    return where + HERE_WEIGHT * functional.binary_cross_entropy_with_logits(here, (start > 0).float())


def _batches(packed: PackedE5, shown: Iterator[Example]) -> Iterator[list[Row]]:
    """Rows of like length together, for ever."""
    waiting: list[Row] = []
    for example in shown:
        row = _row(packed, example)
        if row is not None:
            waiting.append(row)
        if len(waiting) == SORTED_TOGETHER:
            yield from _shuffled(sorted(waiting, key=lambda row: len(row[0])))
            waiting = []


def _shuffled(rows: Sequence[Row]) -> list[list[Row]]:
    batches: list[list[Row]] = [[]]
    for row in rows:
        if (len(batches[-1]) + 1) * len(row[0]) > TOKENS_A_BATCH:
            batches.append([])
        batches[-1].append(row)
    random.shuffle(batches)
    return batches


def _row(packed: PackedE5, example: Example) -> Row | None:
    """None where the answer falls beyond the last piece that is read."""
    asked = [piece.number for piece in packed.pieces(folded(example.question), MOST_QUESTION)]
    text = folded(example.passage)
    if len(text) != len(example.passage):
        return None  # the answer's place is not the same any more
    pieces = packed.pieces(text, MOST - len(asked) - 4)
    first, start, end = len(asked) + 3, 0, 0
    if example.start >= 0:
        within = [i for i, one in enumerate(pieces) if one.end > example.start and one.start < example.end]
        if not within or pieces[-1].end < example.end:
            return None
        start, end = first + within[0], first + within[-1]
    return [BEGIN, *asked, END, END, *(one.number for one in pieces), END], first, start, end


if __name__ == "__main__":
    main()
