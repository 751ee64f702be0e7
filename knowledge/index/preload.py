"""Vectors that travel with documents: a file of what was embedded before, so that a first start need not wait.

They are the encoder's own numbers, rounded to half precision; another encoder has another fingerprint and finds
nothing here. `python scripts/sample_vectors.py` writes the sample lender's.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from knowledge.embeddings import Encoder
from knowledge.index.cache import VectorCache, Vectors

VECTORS = "vectors.npz"  # beside the documents


def write_vectors(path: Path, cache: VectorCache, encoders: Sequence[Encoder]) -> int:
    """Write all cached vectors of `encoders` to a NumPy archive; returns how many."""
    arrays: dict[str, Any] = {}
    for number, encoder in enumerate(encoders):
        found = sorted(cache.all_of(encoder).items())
        if not found:
            continue  # a second choice that was never opened
        arrays[f"fingerprint{number}"] = np.array(encoder.fingerprint)
        arrays[f"hashes{number}"] = np.frombuffer(bytes.fromhex("".join(key for key, _ in found)), np.uint8)
        arrays[f"vectors{number}"] = np.stack([vector for _, vector in found]).astype(np.float16)
    np.savez_compressed(path, **arrays)
    return sum(len(arrays[name]) for name in arrays if name.startswith("vectors"))


def read_vectors(path: Path, cache: VectorCache, encoders: Sequence[Encoder]) -> int:
    """Put the vectors of a file into the cache, for the encoders it was made with; returns how many."""
    known = {encoder.fingerprint: encoder for encoder in encoders}
    taken = 0
    with np.load(path, allow_pickle=False) as archive:
        for name in archive.files:
            if not name.startswith("fingerprint") or str(archive[name]) not in known:
                continue
            number = name.removeprefix("fingerprint")
            vectors: Vectors = archive[f"vectors{number}"].astype(np.float32)
            raw = archive[f"hashes{number}"].tobytes()
            keys = [raw[i : i + 32].hex() for i in range(0, len(raw), 32)]
            cache.keep(known[str(archive[name])], dict(zip(keys, vectors, strict=True)))
            taken += len(keys)
    return taken
