"""What a question is about, of the things borrowers ask any village lender, and which passages speak of the same.

"if i had to cough up for him is that money gone" shares no word with "a guarantor who has paid may recover it from the
borrower", and an encoder alone puts them far apart. Both are plainly about one of some four hundred matters, and which
one can be learnt from people's questions on one side and lenders' rules on the other: two linear models over the
vectors that the passage encoder makes anyway (`scripts/matters`; docs/matters.md). No rule of any lender is in them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
MODEL = Path(__file__).with_name("matters.npz")
FLOOR = 0.02  # of a probability: what two texts of another trade agree in; docs/matters.md


@dataclass(frozen=True, slots=True)
class Linear:
    """Shares of the matters of a vector: softmax(weights · vector + bias). The last is "none of them"."""

    weights: Floats
    bias: Floats

    def shares(self, vectors: npt.ArrayLike) -> Floats:
        """One row a vector, one column a matter; a row sums to 1."""
        scores = np.atleast_2d(np.asarray(vectors, np.float32)) @ self.weights.T + self.bias
        powers = np.exp(scores - scores.max(axis=1, keepdims=True))
        found: Floats = powers / powers.sum(axis=1, keepdims=True)
        return found


@dataclass(frozen=True, slots=True)
class Matters:
    """The two models, for vectors of the encoder with this SHA-256 alone."""

    encoder: str
    names: tuple[str, ...]
    questions: Linear
    passages: Linear

    def agreement(self, question: Sequence[float], passages: Mapping[str, npt.ArrayLike]) -> dict[str, float]:
        """How much each passage speaks of what the question is about, by the passage's key.

        log(1 + p / FLOOR), where p is how likely both are about the same matter: 0 where they have nothing in common,
        nearly 4 where both are of one alone.
        """
        if not passages:
            return {}
        asked = self.questions.shares(question)[0, :-1]
        told = self.passages.shares(np.stack([np.asarray(one, np.float32) for one in passages.values()]))[
            :, :-1
        ]
        return dict(zip(passages, map(float, np.log1p(told @ asked / FLOOR)), strict=True))

    def save(self, path: Path) -> None:
        """Write what `load` reads; half precision is enough."""
        half = {
            f"{side}_{part}": getattr(getattr(self, side), part).astype(np.float16)
            for side in ("questions", "passages")
            for part in ("weights", "bias")
        }
        np.savez_compressed(path, encoder=np.array(self.encoder), names=np.array(self.names), **half)

    @classmethod
    def load(cls, path: Path) -> Matters:
        """Read what `save` wrote; nothing in the file is run."""
        with np.load(path, allow_pickle=False) as held:
            questions, passages = (
                Linear(held[f"{side}_weights"].astype(np.float32), held[f"{side}_bias"].astype(np.float32))
                for side in ("questions", "passages")
            )
            return cls(str(held["encoder"]), tuple(map(str, held["names"])), questions, passages)


@cache
def packaged_matters() -> Matters:
    """Those that come with the product."""
    return Matters.load(MODEL)
