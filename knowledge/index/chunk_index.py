"""ChunkIndex: chunks in, nearest chunks out, with visibility as a filter of the index."""

from __future__ import annotations

import logging
import threading
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self
from zipfile import BadZipFile

from knowledge.embeddings import Embedders, Encoder
from knowledge.errors import KnowledgeError
from knowledge.index.cache import VectorCache, Vectors, embedded_text, text_hash
from knowledge.index.dense import DenseStore
from knowledge.index.lexical import LexicalStore
from knowledge.index.owner import Ownership
from knowledge.index.preload import VECTORS, read_vectors, write_vectors
from knowledge.index.scan import ExactScan
from knowledge.index.storage import open_or_begin_anew
from knowledge.types import Chunk, Progress

_log = logging.getLogger(__name__)


class IndexOwnedElsewhere(KnowledgeError):
    """Another process owns the index folder; this one may read but not write."""


@dataclass(frozen=True, slots=True)
class Health:
    """`dense` False: answers come from an exact scan of cached vectors and from words until `repair`."""

    owner: bool
    dense: bool
    chunks: int
    problems: tuple[str, ...] = field(default=())

    @property
    def ok(self) -> bool:
        """Whether nothing needs mending."""
        return not self.problems


class _Shard(NamedTuple):
    """One Chroma collection."""

    encoder: Encoder
    language: str


class ChunkIndex:
    """Dense and lexical search over the chunks of whole versions, in one folder with one writing process.

    `dense` and `lexical` return chunks of the `version_ids` they were given; of a version that is written while they
    search one may slip in, so who shows chunks looks at their version.
    """

    def __init__(self, folder: Path, embedders: Embedders) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.embedders = embedders
        self._folder = folder
        self._ownership = Ownership(folder)
        self.owner = self._ownership.take()
        self._files: list[LexicalStore | VectorCache] = []
        self._dense = DenseStore(folder / "chroma")
        self._writing = threading.RLock()
        self._trusted: dict[tuple[str, str], bool] = {}
        self._open(owner=self.owner)

    def _open(self, *, owner: bool) -> None:
        self._lexical = open_or_begin_anew(LexicalStore, self._folder / "lexical.sqlite", owner=owner)
        self._cache = open_or_begin_anew(VectorCache, self._folder / "vectors.sqlite", owner=owner)
        self._scan = ExactScan(self._lexical, self._cache)
        self._files += [self._lexical, self._cache]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the files and give the folder back."""
        for file in self._files:
            file.close()
        self.give_back()

    def take(self) -> bool:
        """Own the folder if nobody else does (any longer); `repair` decides whether its dense side is used."""
        if self.owner:
            return True
        with self._writing:
            if not self.owner and self._ownership.take():
                self._open(owner=True)  # questions under way read the files as they were
                self._distrust_all()
                self.owner = True
        return self.owner

    def give_back(self) -> None:
        """From now on only read: another process may own the folder."""
        self.owner = False
        self._ownership.release()

    def owned_by(self) -> str:
        """The number of the process that took the folder last."""
        return self._ownership.holder()

    # writing -------------------------------------------------------------------------------------------------

    def add(self, chunks: Iterable[Chunk], on_progress: Progress | None = None) -> None:
        """Index whole versions; adding one again replaces it. Texts embedded before are not embedded again."""
        found = list(chunks)
        if not found:
            return
        with self._owned():
            texts = [embedded_text(chunk) for chunk in found]
            self._embed(found, texts, on_progress)
            self._lexical.add(found, [text_hash(text) for text in texts])
            self._scan.forget()

    def preload_beside(self, folder: Path) -> int:
        """Take vectors that were made before and lie beside documents (`knowledge.index.preload`).

        Returns how many fit our encoders. Without them, or where they are damaged, texts are embedded as ever.
        """
        try:
            with self._owned():
                return read_vectors(folder / VECTORS, self._cache, self.embedders.encoders)
        except FileNotFoundError:
            return 0
        except (OSError, ValueError, KeyError, EOFError, BadZipFile):
            _log.warning(
                "vectors beside the documents cannot be read; their texts are embedded", exc_info=True
            )
            return 0

    def export_vectors(self, path: Path) -> int:
        """Write the vectors of all that was embedded to a file that `preload_beside` takes; returns how many."""
        return write_vectors(path, self._cache, self.embedders.encoders)

    def warm(self) -> None:
        """Open the dense side before it is needed; Chroma broken is found out by `healthy`."""
        if not self.embedders.encoders:
            return
        try:
            self._dense.open()
        except Exception:
            _log.exception("the dense side could not be opened; it is repaired at the next start")

    def _embed(self, chunks: Sequence[Chunk], texts: Sequence[str], on_progress: Progress | None) -> None:
        shards = self._shards_of(chunks)
        total = sum(len(rows) for rows in shards.values())
        done = 0
        for shard, rows in shards.items():
            before = done

            def report(part: int, _all: int, before: int = before) -> None:
                if on_progress:
                    on_progress(before + part, total)

            vectors = self._cache.embed(shard.encoder, [texts[row] for row in rows], report)
            self._upsert(shard, [chunks[row] for row in rows], vectors)
            done += len(rows)
            report(len(rows), total)

    def _shards_of(self, chunks: Sequence[Chunk]) -> dict[_Shard, list[int]]:
        shards: dict[_Shard, list[int]] = defaultdict(list)
        for row, chunk in enumerate(chunks):
            for encoder in self.embedders.for_passage(chunk.language):
                shards[_Shard(encoder, chunk.language)].append(row)
        return shards

    def _upsert(self, shard: _Shard, chunks: Sequence[Chunk], vectors: Sequence[Vectors]) -> None:
        """Chroma may be broken; the lexical side and the cached vectors carry on without it."""
        ids, versions = [chunk.chunk_id for chunk in chunks], [chunk.version_id for chunk in chunks]
        try:
            self._dense.upsert(shard.encoder, shard.language, ids, versions, vectors)
        except Exception:
            _log.exception("the dense side could not be written; it is repaired at the next start")
            self._trusted[shard.encoder.name, shard.language] = False

    def remove(self, version_ids: Iterable[str]) -> None:
        """Forget versions; unknown ones are no error."""
        gone = set(version_ids)
        if not gone:
            return
        with self._owned():
            languages = self._languages()
            self._lexical.remove(gone)
            self._scan.forget()
            try:
                self._dense.remove(self.embedders.encoders, languages, gone)
            except Exception:
                _log.exception("the dense side could not be written; it is repaired at the next start")
                self._distrust_all()

    def _owned(self) -> threading.RLock:
        if not self.owner:
            raise IndexOwnedElsewhere(
                f"another process owns the index in {self._folder}: stop it, or ask it to do this"
            )
        return self._writing

    # health --------------------------------------------------------------------------------------------------

    def has(self, version_ids: Iterable[str]) -> set[str]:
        """Those of the versions that are whole in the index."""
        return set(version_ids) & self._lexical.versions()

    def healthy(self) -> Health:
        """Ask stored chunks for themselves on every collection; what fails is answered by scan until `repair`."""
        problems: list[str] = []
        if not self.owner:
            problems.append("another process owns the index folder; this one only reads")
            return Health(False, False, self._lexical.size(), tuple(problems))
        with self._writing:  # what is half-way in is no fault
            for shard, rows in self._stored().items():
                problem = self._problem(shard, rows)
                self._trusted[shard.encoder.name, shard.language] = problem is None
                if problem:
                    problems.append(f"{shard.encoder.name}/{shard.language}: {problem}")
        return Health(True, not problems, self._lexical.size(), tuple(problems))

    def _stored(self) -> dict[_Shard, list[tuple[str, str]]]:
        shards: dict[_Shard, list[tuple[str, str]]] = defaultdict(list)
        for chunk, body_hash in self._lexical.every():
            for encoder in self.embedders.for_passage(chunk.language):
                shards[_Shard(encoder, chunk.language)].append((chunk.chunk_id, body_hash))
        return shards

    def _problem(self, shard: _Shard, rows: Sequence[tuple[str, str]]) -> str | None:
        sample = [rows[0], rows[len(rows) // 2], rows[-1]]
        try:
            known = self._cache.known(shard.encoder, [body_hash for _id, body_hash in sample])
            stored = [(key, known[body_hash]) for key, body_hash in sample if body_hash in known]
            if not stored:
                return "vectors missing"
            if self._dense.count(shard.encoder, shard.language) != len(rows):
                return "wrong number of vectors"
            return (
                None
                if self._dense.canary(shard.encoder, shard.language, stored)
                else "stored chunks are not found"
            )
        except Exception as error:
            return f"unreadable ({type(error).__name__})"

    def repair(self, on_progress: Progress | None = None) -> Health:
        """Rebuild the dense side from the chunks and cached vectors when it fails its canaries."""
        health = self.healthy()
        if health.ok or not self.owner:
            return health
        with self._owned():
            _log.warning("rebuilding the dense side: %s", "; ".join(health.problems))
            self._dense.clear()
            self._distrust_all()
            rows = list(self._lexical.every())
            self._embed(
                [chunk for chunk, _ in rows], [embedded_text(chunk) for chunk, _ in rows], on_progress
            )
        return self.healthy()

    # reading -------------------------------------------------------------------------------------------------

    def lexical(
        self, question: str, version_ids: Collection[str], k: int, *, language: str
    ) -> list[tuple[str, float]]:
        """The best chunks of these versions by BM25 of the question's words: (chunk_id, score), higher is nearer."""
        return self._lexical.search(question, language, self._filter(version_ids, None), k)

    def dense(
        self, question: str, version_ids: Collection[str], k: int, *, question_language: str, language: str
    ) -> list[tuple[str, float]]:
        """The best chunks in `language` of these versions by meaning: (chunk_id, cosine similarity).

        Empty when no encoder knows both languages.
        """
        encoder = self.embedders.across(question_language, language)
        if encoder is None or not version_ids:
            return []
        vector = encoder.asked(question)
        return self.nearest(encoder, vector, version_ids, k, language=language)

    def nearest(
        self, encoder: Encoder, vector: list[float], version_ids: Collection[str], k: int, *, language: str
    ) -> list[tuple[str, float]]:
        """`dense` for a vector that is at hand."""
        visible = self._filter(version_ids, language)
        if visible is not None and not visible:
            return []
        if self.owner and self._trusted.get((encoder.name, language), True):
            try:
                return self._dense.nearest(encoder, language, vector, visible, k)
            except Exception:
                _log.exception("the dense side failed; answering from cached vectors until it is repaired")
                self._trusted[encoder.name, language] = False
        return self._scan.nearest(encoder, language, vector, visible, k)

    def _filter(self, version_ids: Collection[str], language: str | None) -> set[str] | None:
        """The versions asked for that are in; None, a cheaper query, when that is all there is."""
        stored = self._lexical.versions(language)
        if stored <= (asked := frozenset(version_ids)):
            return None
        return set(stored & asked)

    def chunks(self, chunk_ids: Sequence[str]) -> dict[str, Chunk]:
        """The chunks by id."""
        return self._lexical.chunks(chunk_ids)

    def vectors(self, encoder: Encoder, chunk_ids: Sequence[str]) -> dict[str, Vectors]:
        """The chunks' vectors by id, as far as they are kept."""
        hashes = {key: text_hash(embedded_text(chunk)) for key, chunk in self.chunks(chunk_ids).items()}
        known = self._cache.known(encoder, list(hashes.values()))
        return {key: known[found] for key, found in hashes.items() if found in known}

    def spelled_like(self, word: str, language: str) -> list[str]:
        """Words of any document in a language that a misspelling could mean; `document_frequency` says of which."""
        return self._lexical.spelled_like(word, language)

    def document_frequency(self, found: Sequence[str], version_ids: Collection[str]) -> dict[str, int]:
        """In how many chunks each term stands; 0 where none of these versions holds it."""
        counted = self._lexical.document_frequency(found)
        if self._filter(version_ids, None) is None:
            return counted
        return {term: n if n and self._lexical.held(term, version_ids) else 0 for term, n in counted.items()}

    def size(self) -> int:
        """How many chunks are in."""
        return self._lexical.size()

    def _languages(self) -> set[str]:
        return {chunk.language for chunk, _hash in self._lexical.every()}

    def _distrust_all(self) -> None:
        for encoder in self.embedders.encoders:
            for language in self._languages():
                self._trusted[encoder.name, language] = False
