"""How the encoder and the reader are trained: which layers learn, how fast, step by step until the time is up."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

import torch
from torch import Tensor, nn

from scripts.reader.network import Trunk

FROZEN = 3  # layers
Batch = TypeVar("Batch")


@dataclass(frozen=True)
class Group:
    """Weights that learn together, at most at this rate."""

    weights: list[nn.Parameter]
    rate: float


def body(trunk: Trunk) -> list[nn.Parameter]:
    """The weights that learn; the norm and the first layers stay as they are."""
    for part in (trunk.norm, *trunk.layers[:FROZEN]):
        part.requires_grad_(False)
    return [weight for layer in trunk.layers[FROZEN:] for weight in layer.parameters()]


def descend(
    groups: Iterable[Group],
    shown: Iterator[Batch],
    loss_of: Callable[[Batch], Tensor],
    *,
    seconds: float,
    warm_up: int,
    told_every: int,
) -> None:
    """Step by step until the time is up; the rate warms up for some steps, then falls to nothing."""
    tops = [{"params": group.weights, "top": group.rate} for group in groups]
    every = list(itertools.chain.from_iterable(group.weights for group in groups))
    optimizer = torch.optim.AdamW(tops, weight_decay=0.01, betas=(0.9, 0.98))
    started, losses = time.monotonic(), list[float]()
    for step, batch in enumerate(shown):
        spent = (time.monotonic() - started) / seconds
        if spent > 1:
            return
        for group in optimizer.param_groups:
            group["lr"] = group["top"] * min(1, step / warm_up) * min(1, (1 - spent) * 1.15)
        loss = loss_of(batch)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(every, 1.0)
        optimizer.step()
        losses.append(loss.item())
        if step % told_every == 0:
            newest = losses[-told_every:]
            print(f"step {step}  loss {sum(newest) / len(newest):.3f}  {spent:.0%}", flush=True)
