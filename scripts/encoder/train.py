"""Train the passage encoder: `python -m scripts.encoder.train SQUAD.json OUT.onnx --policies FOLDER [FOLDER …]`.

A question is drawn near the passage that answers it and away from all others of its batch (InfoNCE, van den Oord et
al., 2018), where several questions of one document stand together: the passages to be told apart are neighbours.
Starts from multilingual-e5-small, or with `--start ENCODER.onnx` from an encoder trained before, whose rates are
gentler; word vectors and first layers stay as they are: they hold the languages nobody asks in here. Needs torch and
onnx beside what the lock file has (docs/encoder.md).
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from knowledge.embeddings.e5 import PASSAGE, QUESTION
from knowledge.embeddings.packed_e5 import BEGIN, END, PackedE5, folded, padded
from scripts.encoder.batches import Batch, mixed
from scripts.reader.network import Trunk, export, load_encoder, load_trained
from scripts.training import Group, body, descend

MOST = 128  # pieces of a text
TEMPERATURE = 0.03
RATE, WARM_UP = 8e-5, 50
RATE_ON = 0.6  # of the rate, when an encoder is trained on
TOGETHER = 20  # texts that go through at once


class Encoder(Trunk):
    """(embeddings, mask) -> one vector of length 1 a text: the mean over its pieces."""

    def forward(self, embeddings: Tensor, mask: Tensor) -> Tensor:
        """`mask` is 1 where a piece stands, 0 where padding does."""
        states = self.states(embeddings, mask)
        mean = (states * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        return functional.normalize(mean, dim=-1)


def main() -> None:
    """Read the arguments, train, export."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("squad", type=Path)
    arguments.add_argument("out", type=Path)
    arguments.add_argument("--policies", type=Path, nargs="+", required=True)
    arguments.add_argument("--start", type=Path)
    arguments.add_argument("--minutes", type=float, default=50)
    arguments.add_argument("--seed", type=int, default=1)
    given = arguments.parse_args()
    torch.manual_seed(given.seed)
    packed, encoder = PackedE5(), Encoder()
    if given.start:
        load_trained(encoder, given.start)
    else:
        load_encoder(encoder, packed)
    shown = mixed(given.policies, given.squad, random.Random(given.seed))
    train(encoder, packed, shown, given.minutes * 60, RATE_ON if given.start else 1.0)
    export(encoder.eval(), given.out, {"vector": {0: "texts"}})


def train(encoder: Encoder, packed: PackedE5, shown: Iterator[Batch], seconds: float, rate: float) -> None:
    """Until the time is up."""
    descend(
        [Group(body(encoder), rate * RATE)],
        shown,
        lambda batch: _loss(encoder, packed, batch),
        seconds=seconds,
        warm_up=WARM_UP,
        told_every=20,
    )


def _loss(encoder: Encoder, packed: PackedE5, batch: Batch) -> Tensor:
    asked = _vectors(encoder, packed, [QUESTION + one for one in batch.questions])
    held = _vectors(encoder, packed, [PASSAGE + one for one in batch.passages])
    alike = asked @ held.T / TEMPERATURE
    right = torch.tensor(batch.right)
    hidden = torch.zeros_like(alike)
    for question, passage in batch.also:
        if batch.right[question] != passage:
            hidden[question, passage] = -1e4
    return functional.cross_entropy(alike + hidden, right)


def _vectors(encoder: nn.Module, packed: PackedE5, texts: Sequence[str]) -> Tensor:
    """Texts of like length go through together."""
    rows = [[BEGIN, *(piece.number for piece in packed.pieces(folded(one), MOST - 2)), END] for one in texts]
    order = sorted(range(len(rows)), key=lambda i: len(rows[i]))
    parts = []
    for first in range(0, len(order), TOGETHER):
        numbers, mask = padded([rows[i] for i in order[first : first + TOGETHER]])
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=torch.cpu._is_avx512_bf16_supported()):
            parts.append(
                encoder(torch.from_numpy(packed.first_layer(numbers)), torch.from_numpy(mask)).float()
            )
    back = torch.empty(len(order), dtype=torch.long)
    back[torch.tensor(order)] = torch.arange(len(order))
    return torch.cat(parts)[back]


if __name__ == "__main__":
    main()
