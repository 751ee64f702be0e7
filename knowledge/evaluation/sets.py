"""Outside sets: documents and questions as JSON lines, through our own chunker into live versions."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from knowledge.documents import chunk
from knowledge.documents.builder import Builder
from knowledge.documents.text import load_text
from knowledge.errors import KnowledgeError
from knowledge.language import detect_documents
from knowledge.types import Audience, Chunk, LiveVersion, LoadedDocument


class BadSet(KnowledgeError):
    """A line of an outside set is not as it should be."""


@dataclass(frozen=True, slots=True)
class Document:
    """One document of an outside set."""

    key: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question; `relevant` empty means the documents do not answer it."""

    key: str
    text: str
    relevant: frozenset[str]


def read_documents(path: Path) -> list[Document]:
    """`{"id", "title", "text"}` a line; the same id twice is refused."""
    found = [
        Document(str(row["id"]), str(row.get("title") or ""), str(row.get("text") or ""))
        for _where, row in rows(path, ("id",))
    ]
    doubled = [key for key, count in Counter(document.key for document in found).items() if count > 1]
    if doubled:
        raise BadSet(f"{path}: id {doubled[0]!r} stands on more than one line")
    return found


def read_questions(path: Path) -> list[Question]:
    """`{"id", "query", "relevant": [ids]}` a line."""
    return [
        Question(str(row["id"]), str(row["query"]), frozenset(map(str, several(where, row, "relevant"))))
        for where, row in rows(path, ("id", "query"))
    ]


def rows(path: Path, needed: Sequence[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The objects of a file of JSON lines, each with where it stands; raises `BadSet`."""
    try:
        with path.open(encoding="utf-8-sig") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    where = f"{path}, line {number}"
                    yield where, _object(where, line, needed)
    except (OSError, UnicodeDecodeError) as error:
        raise BadSet(f"{path} cannot be read: {error}") from error


def _object(where: str, line: str, needed: Sequence[str]) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise BadSet(f"{where}: not JSON ({error})") from error
    missing = [name for name in needed if not isinstance(row, dict) or name not in row]
    if missing:
        raise BadSet(f"{where}: {missing[0]!r} is missing")
    return dict(row)


def several(where: str, row: Mapping[str, Any], name: str) -> list[Any]:
    """A field that is a list, or is not there."""
    found = row.get(name) or []
    if not isinstance(found, list):
        raise BadSet(f"{where}: {name!r} is no list")
    return found


def prepare(documents: Sequence[Document]) -> tuple[list[LiveVersion], list[Chunk]]:
    """Each document a live version with its chunks, cut as the library cuts."""
    languages = detect_documents([f"{document.title}\n{document.text}" for document in documents])
    versions: list[LiveVersion] = []
    chunks: list[Chunk] = []
    for number, (document, language) in enumerate(zip(documents, languages, strict=True)):
        version_id = f"d{number}"
        versions.append(always_live(version_id, document.key, document.title, language))
        chunks.extend(chunk(_loaded(document, language), version_id=version_id))
    return versions, chunks


def always_live(version_id: str, key: str, title: str, language: str) -> LiveVersion:
    """A version that farmers may be answered from on any day."""
    return LiveVersion(version_id, key, title, "1", language, Audience.FARMER, date.min, None)


def _loaded(document: Document, language: str) -> LoadedDocument:
    builder = Builder(soft_cpu=3600, soft_wall=3600)
    load_text(document.text.encode("utf-8", "replace"), builder)
    return LoadedDocument(document.title.replace("_", " ") or document.key, tuple(builder.elements), language)
