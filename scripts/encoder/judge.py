"""How often an encoder alone finds the passage that answers: `python -m scripts.encoder.judge POLICIES [ENCODER.onnx]`.

On the documents that `policies.load` keeps aside: each question is asked of all passages kept aside in the language of
its document, and of its own document's. Prints, by language of the document and in all, recall at 1 and at 5.
"""

from __future__ import annotations

import sys
from collections import defaultdict

import numpy as np
import numpy.typing as npt

from knowledge.embeddings.e5 import MODEL, MultilingualE5
from knowledge.index.cache import embedded_text
from scripts.judging import judged
from scripts.reader.policies import Asked, load


def main() -> None:
    """Read the arguments, embed, print a table."""
    given = judged(__doc__, "encoder", MODEL)
    encoder = MultilingualE5(model=given.model, sha256=given.sha256)
    kept = [one for one in load(given.policies, aside=True) if one.answers]
    chunks = {each.chunk_id: each for one in kept for each in one.chunks}
    vectors = np.array(encoder.embed_documents([embedded_text(one) for one in chunks.values()]))
    held = dict(zip(chunks, vectors, strict=True))
    found = defaultdict(list)
    for asked in kept[:: given.every]:
        language = asked.chunks[0].language
        pool = [key for key, one in chunks.items() if one.language == language]
        ranks = _ranks(np.array(encoder.embed_query(asked.question)), asked, pool, held)
        for group in (language, "all"):
            found[group].append(ranks)
    for group, rows in sorted(found.items()):
        shares = [f"{np.mean([row[pool] <= k for row in rows]):.3f}" for pool in (0, 1) for k in (1, 5)]
        sys.stdout.write(
            f"{group:4}{len(rows):6} questions  own document @1 {shares[0]} @5 {shares[1]}"
            f"  all of the language @1 {shares[2]} @5 {shares[3]}\n"
        )


def _ranks(
    question: npt.NDArray[np.float64], asked: Asked, pool: list[str], held: dict[str, npt.NDArray[np.float64]]
) -> tuple[int, int]:
    """The rank, from 1, of the first passage that answers: in its own document, and among all of its language."""
    right = {asked.chunks[place].chunk_id for place in asked.answers}
    own = [one.chunk_id for one in asked.chunks]
    first, second = (
        min(place for place, key in enumerate(_nearest(question, keys, held), 1) if key in right)
        for keys in (own, pool)
    )
    return first, second


def _nearest(
    question: npt.NDArray[np.float64], keys: list[str], held: dict[str, npt.NDArray[np.float64]]
) -> list[str]:
    return sorted(keys, key=lambda key: -float(held[key] @ question))


if __name__ == "__main__":
    main()
