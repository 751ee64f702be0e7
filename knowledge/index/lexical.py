# ruff: noqa: S608  (every value is a bound parameter; what is put together here are our own clauses)
"""The lexical side and the index's own book: one SQLite file with the chunks and an FTS5 table of our terms."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

import regex

from knowledge.index.storage import connect, reads_well, writing
from knowledge.language import asked_terms, indexed_terms, words
from knowledge.types import Chunk

_SCHEMA = """
CREATE TABLE IF NOT EXISTS chunks (
    row INTEGER PRIMARY KEY, chunk_id TEXT UNIQUE NOT NULL, version_id TEXT NOT NULL, language TEXT NOT NULL,
    body_hash TEXT NOT NULL, payload TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS chunks_version ON chunks (version_id);
CREATE INDEX IF NOT EXISTS chunks_language ON chunks (language, version_id);
CREATE TABLE IF NOT EXISTS spellings (language TEXT, word TEXT, PRIMARY KEY (language, word)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS versions (version_id TEXT PRIMARY KEY, language TEXT NOT NULL);
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (
    heading, body,
    tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* Co'");
CREATE VIRTUAL TABLE IF NOT EXISTS vocabulary USING fts5vocab (words, row);
"""
TERMS = 6  # raise when `knowledge.language.indexed_terms` cuts words otherwise: an older file is filled anew
_LATIN = regex.compile(r"\p{Latin}{4,}")  # words that `spelled_like` gives
HEADING_WEIGHT = 0.6
MOST_QUERY_TERMS = 64
SMALL = 1000  # chunks; below this every term is affordable


class LexicalStore:
    """Chunks, which versions are whole, and BM25 over them. Safe for many reading threads and one writer."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._local = threading.local()
        self._opened: list[sqlite3.Connection] = []
        self._writes = 0
        with self._connection() as connection:
            fresh = not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
            connection.executescript(_SCHEMA)
            if fresh:
                connection.execute(f"PRAGMA user_version = {TERMS}")

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = self._local.connection = connect(self._path)
            self._opened.append(connection)
        yield connection

    def close(self) -> None:
        """Close every thread's connection."""
        for connection in self._opened:
            connection.close()
        self._opened.clear()
        self._local = threading.local()

    def whole(self) -> bool:
        """Whether the file can be read from end to end and holds words as we cut them today."""
        try:
            with self._connection() as connection:
                if connection.execute("PRAGMA user_version").fetchone()[0] != TERMS:
                    return False
                connection.execute("INSERT INTO words(words) VALUES ('integrity-check')")
                return reads_well(connection)
        except sqlite3.DatabaseError:
            return False

    def add(self, chunks: Sequence[Chunk], hashes: Sequence[str]) -> None:
        """Put whole versions in, all or nothing; a version already there is replaced."""
        with self._connection() as connection, writing(connection):
            self._delete(connection, {chunk.version_id for chunk in chunks})
            for chunk, body_hash in zip(chunks, hashes, strict=True):
                self._insert(connection, chunk, body_hash)
            rows = {chunk.version_id: chunk.language for chunk in chunks}
            connection.executemany("INSERT OR REPLACE INTO versions VALUES (?, ?)", rows.items())
        self._writes += 1

    def _insert(self, connection: sqlite3.Connection, chunk: Chunk, body_hash: str) -> None:
        values = (chunk.chunk_id, chunk.version_id, chunk.language, body_hash, json.dumps(asdict(chunk)))
        row = connection.execute(
            "INSERT INTO chunks (chunk_id, version_id, language, body_hash, payload) VALUES (?, ?, ?, ?, ?)",
            values,
        ).lastrowid
        heading = " ".join(indexed_terms(" ".join(chunk.heading_path), chunk.language))
        body = " ".join(indexed_terms(chunk.text, chunk.language))
        connection.execute("INSERT INTO words (rowid, heading, body) VALUES (?, ?, ?)", (row, heading, body))
        written = {
            word for word in words(" ".join((*chunk.heading_path, chunk.text))) if _LATIN.fullmatch(word)
        }
        connection.executemany(
            "INSERT OR IGNORE INTO spellings VALUES (?, ?)", [(chunk.language, word) for word in written]
        )

    def remove(self, version_ids: Iterable[str]) -> None:
        """Forget versions."""
        with self._connection() as connection, writing(connection):
            self._delete(connection, set(version_ids))
        self._writes += 1

    @staticmethod
    def _delete(connection: sqlite3.Connection, version_ids: set[str]) -> None:
        wanted = (json.dumps(sorted(version_ids)),)
        chosen = "version_id IN (SELECT value FROM json_each(?))"
        connection.execute(
            f"DELETE FROM words WHERE rowid IN (SELECT row FROM chunks WHERE {chosen})", wanted
        )
        connection.execute(f"DELETE FROM chunks WHERE {chosen}", wanted)
        connection.execute(f"DELETE FROM versions WHERE {chosen}", wanted)

    def versions(self, language: str | None = None) -> frozenset[str]:
        """Versions that are whole in the index, of one language or of all."""
        return self._standing().by_language.get(language, frozenset())

    def _standing(self) -> _Standing:
        """What is in, read again only after a write, be it another thread's or another process's."""
        with self._connection() as connection:
            seen = (self._writes, connection.execute("PRAGMA data_version").fetchone()[0])
            known: _Standing | None = getattr(self._local, "standing", None)
            if known is None or known.seen != seen:
                rows = connection.execute("SELECT version_id, language FROM versions").fetchall()
                size = connection.execute("SELECT count(*) FROM chunks").fetchone()[0]
                known = self._local.standing = _Standing(seen, _by_language(rows), int(size))
        return known

    def search(
        self, question: str, language: str, version_ids: Iterable[str] | None, k: int
    ) -> list[tuple[str, float]]:
        """The best chunks by BM25, as (chunk_id, score), higher is nearer; `version_ids` None means every version."""
        query = fts_query(self._telling(asked_terms(question, language)))
        if not query:
            return []
        return self.match(query, version_ids, k)

    def _telling(self, found: list[str]) -> list[str]:
        """Without the terms more than half the chunks hold: BM25 gives them nothing, and they cost the most."""
        if self.size() < SMALL:
            return found
        frequency = self.document_frequency(found)
        return [term for term in found if 0 < frequency[term] * 2 <= self.size()] or found

    def match(self, query: str, version_ids: Iterable[str] | None, k: int) -> list[tuple[str, float]]:
        """The best chunks for an FTS5 query."""
        ranked = (
            f"SELECT rowid, bm25(words, {HEADING_WEIGHT}, 1.0) AS distance FROM words WHERE words MATCH ?"
        )
        if version_ids is None:
            sql = (
                f"SELECT c.chunk_id, r.distance FROM ({ranked} ORDER BY distance LIMIT ?) r"
                " JOIN chunks c ON c.row = r.rowid"
            )
            values: tuple[object, ...] = (query, k)
        else:
            sql = (
                f"SELECT c.chunk_id, r.distance FROM ({ranked}) r CROSS JOIN chunks c ON c.row = r.rowid WHERE"
                " c.version_id IN (SELECT value FROM json_each(?)) ORDER BY r.distance LIMIT ?"
            )
            values = (query, json.dumps(sorted(version_ids)), k)
        with self._connection() as connection:
            return [(row[0], -row[1]) for row in connection.execute(sql, values)]

    def chunks(self, chunk_ids: Sequence[str]) -> dict[str, Chunk]:
        """The chunks by id; those not in the index are left out."""
        with self._connection() as connection:
            rows = connection.execute(
                "SELECT payload FROM chunks WHERE chunk_id IN (SELECT value FROM json_each(?))",
                (json.dumps(list(chunk_ids)),),
            ).fetchall()
        return {chunk.chunk_id: chunk for chunk in map(_chunk, rows)}

    def every(self) -> Iterator[tuple[Chunk, str]]:
        """Every chunk with the hash of what was embedded of it."""
        with self._connection() as connection:
            rows = connection.execute("SELECT payload, body_hash FROM chunks ORDER BY row").fetchall()
        for row in rows:
            yield _chunk(row), row[1]

    def document_frequency(self, found: Sequence[str]) -> dict[str, int]:
        """In how many chunks each term stands; 0 for a term the library does not know."""
        known = self._standing().frequency
        with self._connection() as connection:
            for term in found:
                if term not in known:
                    row = connection.execute("SELECT doc FROM vocabulary WHERE term = ?", (term,)).fetchone()
                    known[term] = int(row[0]) if row else 0
        return {term: known[term] for term in found}

    def held(self, term: str, version_ids: Collection[str]) -> bool:
        """Whether a chunk of these versions holds a term. The newest are looked at first, and no more than need be."""
        sql = (
            "SELECT c.version_id FROM words w CROSS JOIN chunks c ON c.row = w.rowid"
            " WHERE words MATCH ? ORDER BY w.rowid DESC"
        )
        with self._connection() as connection:
            return any(version in version_ids for (version,) in connection.execute(sql, (fts_query([term]),)))

    def spelled_like(self, word: str, language: str) -> list[str]:
        """Words of documents that a misspelling could mean: the same first letter, nearly the same length.

        Words of versions that went may still be among them.
        """
        with self._connection() as connection:
            rows = connection.execute(
                "SELECT word FROM spellings WHERE language = ? AND word >= ? AND word < ?"
                " AND length(word) BETWEEN ? AND ?",
                (language, word[0], chr(ord(word[0]) + 1), len(word) - 1, len(word) + 2),
            )
            return [row[0] for row in rows]

    def size(self) -> int:
        """How many chunks are in."""
        return self._standing().size


@dataclass(frozen=True, slots=True)
class _Standing:
    """What a reader needs at every question, kept until the next write."""

    seen: tuple[int, int]
    by_language: dict[str | None, frozenset[str]]
    size: int
    frequency: dict[str, int] = field(default_factory=dict)


def _by_language(rows: Sequence[tuple[str, str]]) -> dict[str | None, frozenset[str]]:
    languages = {language for _version, language in rows}
    found: dict[str | None, frozenset[str]] = {None: frozenset(version for version, _language in rows)}
    return found | {
        one: frozenset(version for version, language in rows if language == one) for one in languages
    }


def fts_query(found: Sequence[str]) -> str:
    """An FTS5 query that any of the terms satisfies; every term quoted, so that none is an operator."""
    return " OR ".join('"' + term.replace('"', "") + '"' for term in list(found)[:MOST_QUERY_TERMS])


def _chunk(row: Sequence[str]) -> Chunk:
    payload = json.loads(row[0])
    payload["heading_path"] = tuple(payload["heading_path"])
    return Chunk(**payload)
