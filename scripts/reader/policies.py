"""Questions people ask of an organisation's rules, with the passage that answers or comes near and does not.

The documents under `scripts/reader/invented` are invented (docs/reader.md); none is the sample lender's. Beside each
stands a table of questions: the question, then the words that answer it, copied from the document, or "-" where nothing
in it does. What must be learnt is the difference between neighbours: a passage about the thing, and one that says it.
"""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from zlib import crc32

import numpy as np

from knowledge.answering.passage import Unit, units
from knowledge.answering.reading import readable, said
from knowledge.documents.builder import Builder
from knowledge.documents.chunking import chunk
from knowledge.documents.markdown import load_markdown
from knowledge.embeddings.e5 import MultilingualE5
from knowledge.embeddings.packed_e5 import PackedE5, folded
from knowledge.evaluation.golden import bare_text
from knowledge.index.cache import embedded_text
from knowledge.language import detect
from knowledge.types import Chunk, ElementKind, LoadedDocument
from scripts.reader.examples import Example, as_typed

NOTHING = "-"
LANGUAGES = ("en", "zh", "sw", "hi", "es", "fr")
KEPT_ASIDE = 10  # of this many documents one is never trained on
MOST_PLACES = 2  # words that stand in more passages than this do not say which one is meant
WHOLE = 0.55  # of examples show the whole passage, the rest a run of its pieces
NEAREST = 5  # passages a near miss is drawn from
AT_ONCE = 400  # questions drawn before the folder is read again


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with the passages of its document: where it is answered (place -> words), and how near each is."""

    question: str
    chunks: tuple[Chunk, ...]
    answers: dict[int, str]
    nearest: tuple[int, ...]


def load(folder: Path, *, aside: bool = False, by_meaning: bool = False) -> list[Asked]:
    """The questions of all documents below a folder that are trained on; of those kept aside, if asked for.

    The nearest passages are those that share rare words; `by_meaning` the encoder's own take turns with them, as where
    the reader serves (it takes a second a document).
    """
    return [
        asked
        for path in sorted(folder.rglob("*.tsv"))
        if (crc32(path.stem.encode()) % KEPT_ASIDE == 0) is aside and path.with_suffix(".md").exists()
        for asked in _of_document(path.with_suffix(".md"), path, path.stat().st_size, by_meaning)
    ]


def draw(folder: Path, seed: int, *, by_meaning: bool = False) -> Iterator[Example]:
    """Examples for ever, the questions least used first; documents added meanwhile are found."""
    chance, used = random.Random(seed), dict[str, int]()
    while True:
        found = load(folder, by_meaning=by_meaning)
        found.sort(key=lambda one: (used.get(one.question, 0), chance.random()))
        for asked in found[:AT_ONCE]:
            used[asked.question] = used.get(asked.question, 0) + 1
            yield from _drawn(asked, chance)


def chunks_of(path: Path) -> tuple[Chunk, ...]:
    """A document's passages, cut as the product cuts them."""
    builder = Builder()
    load_markdown(path.read_bytes(), builder)
    elements = tuple(builder.elements)
    title = next((one.text for one in elements if one.kind is ElementKind.HEADING), path.stem)
    language = detect(" ".join(one.text for one in elements)[:2000], LANGUAGES, "en")
    return tuple(
        chunk(LoadedDocument(title, elements, language), version_id=f"{path.parent.name}/{path.stem}")
    )


@cache
def _packed() -> PackedE5:
    return PackedE5()


@cache
def _of_document(document: Path, questions: Path, _size: int, by_meaning: bool) -> tuple[Asked, ...]:
    chunks = chunks_of(document)
    rows = [line.split("\t") for line in questions.read_text(encoding="utf-8").splitlines() if "\t" in line]
    orders = [_ByMeaning(chunks).order, _ByWords(chunks).order] if by_meaning else [_ByWords(chunks).order]
    found = []
    for question, *words in rows:
        answers = _places(chunks, [word.strip() for word in words if word.strip()])
        if answers is None:
            continue
        turns = zip(*[order(question) for order in orders], strict=True)
        nearest = tuple(dict.fromkeys(place for turn in turns for place in turn))
        found.append(Asked(question.strip(), chunks, answers, nearest))
    return tuple(found)


class _ByWords:
    """A document's passages by the rare pieces of words they share with a question."""

    def __init__(self, chunks: Sequence[Chunk]) -> None:
        self._held = [_pieces(readable(one.heading_path, units(one))) for one in chunks]
        self._rarity = _rarity(self._held)

    def order(self, question: str) -> list[int]:
        asked = _pieces(question)
        shared = [sum(self._rarity[piece] for piece in asked & one) for one in self._held]
        return sorted(range(len(shared)), key=lambda place: -shared[place])


class _ByMeaning:
    """A document's passages as the encoder finds them: what the reader is shown when it serves farmers."""

    def __init__(self, chunks: Sequence[Chunk]) -> None:
        self._vectors = np.array(_encoder().embed_documents([embedded_text(one) for one in chunks]))

    def order(self, question: str) -> list[int]:
        return [int(place) for place in np.argsort(-(self._vectors @ _encoder().embed_query(question)))]


@cache
def _encoder() -> MultilingualE5:
    return MultilingualE5()


def _pieces(text: str) -> frozenset[int]:
    return frozenset(piece.number for piece in _packed().pieces(folded(text.lower()), 400))


def _rarity(held: Sequence[frozenset[int]]) -> dict[int, float]:
    frequency = Counter(piece for one in held for piece in one)
    return {piece: math.log(1 + len(held) / count) for piece, count in frequency.items()}


def _places(chunks: Sequence[Chunk], words: Sequence[str]) -> dict[int, str] | None:
    """Where the words stand; None where that is not clear."""
    if words == [NOTHING]:
        return {}
    places: dict[int, str] = {}
    for word in words:
        here = [i for i, one in enumerate(chunks) if bare_text(word) in bare_text(one.text)]
        if not here or len(here) > MOST_PLACES:
            return None
        places |= dict.fromkeys(here, word)
    return places


def _drawn(asked: Asked, chance: random.Random) -> Iterator[Example]:
    """The passage that answers and one that comes near; two that come near where none answers."""
    wrong = [place for place in asked.nearest if place not in asked.answers]
    misses = 1 if asked.answers else 2
    if asked.answers:
        place = next(one for one in asked.nearest if one in asked.answers)
        example = _answering(asked, place, chance)
        if example is not None:
            yield example
    near = wrong[:NEAREST]
    weights = [1 / (1 + rank) for rank in range(len(near))]
    for place in set(chance.choices(near, weights, k=misses)) if near else ():
        shown = units(asked.chunks[place])
        if chance.random() > WHOLE:
            shown = _run(shown, chance.randrange(len(shown)), chance)
        yield Example(as_typed(asked.question, chance), readable(asked.chunks[place].heading_path, shown))


def _answering(asked: Asked, place: int, chance: random.Random) -> Example | None:
    here, words = asked.chunks[place], asked.answers[place]
    shown = units(here)
    holding = next((i for i, one in enumerate(shown) if bare_text(words) in bare_text(one.text)), None)
    if holding is not None and chance.random() > WHOLE:
        shown = _run(shown, holding, chance)
    passage = folded(readable(here.heading_path, shown))
    found = _stretch(passage, words)
    if found is None and holding is not None:  # a table row, whose cells stand apart when it is said
        found = _stretch(passage, said(units(here)[holding]))
    return None if found is None else Example(as_typed(asked.question, chance), passage, *found)


def _run(shown: Sequence[Unit], holding: int, chance: random.Random) -> tuple[Unit, ...]:
    first = chance.randint(max(0, holding - 2), holding)
    return tuple(shown[first : chance.randint(holding, holding + 2) + 1])


def _stretch(passage: str, words: str) -> tuple[int, int] | None:
    """Where words stand in a passage, by their letters, marks and digits; the last place, as headings come first."""
    places = [i for i, letter in enumerate(passage) for _ in bare_text(letter)]
    bare, wanted = "".join(bare_text(letter) for letter in passage), bare_text(words)
    at = bare.rfind(wanted)
    return None if at < 0 or not wanted else (places[at], places[at + len(wanted) - 1] + 1)
