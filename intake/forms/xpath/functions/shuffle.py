"""Seeded shuffling, the same order as other OpenRosa engines for the same seed.

Park-Miller minimal standard generator (S. K. Park, K. W. Miller, CACM 31, 1988) and the inside-out
Fisher-Yates shuffle, as the ODK XForms specification asks of `randomize()`.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Sequence
from typing import TypeVar

Item = TypeVar("Item")
_MODULUS = 2**31 - 1
_MULTIPLIER = 16807


def seed_of(number: float, text: str) -> int:
    """The seed a value stands for; text that is no number is hashed to 64 bits."""
    if math.isnan(number):
        if not text:
            return 0
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
        return int.from_bytes(digest[:8], "big", signed=True)
    if math.isinf(number):
        return 2**63 - 1 if number > 0 else -(2**63)
    return math.trunc(number)


def shuffled(items: Sequence[Item], seed: int) -> list[Item]:
    """The items in the order `seed` gives them."""
    state = int(math.fmod(seed, _MODULUS)) if abs(seed) < 2**53 else _remainder(seed)
    if state <= 0:
        state += _MODULUS - 1
    result: list[Item] = []
    for place, item in enumerate(items):
        state = state * _MULTIPLIER % _MODULUS
        chosen = int((state - 1) / (_MODULUS - 1) * (place + 1))
        result.append(item)
        result[place] = result[chosen]
        result[chosen] = item
    return result


def _remainder(seed: int) -> int:
    """The remainder with the sign of the seed, exactly."""
    return int(math.copysign(1, seed)) * (abs(seed) % _MODULUS)
