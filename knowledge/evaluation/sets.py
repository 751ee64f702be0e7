"""Outside sets: documents and questions as JSON lines, through our own chunker into live versions."""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from knowledge.documents import chunk
from knowledge.documents.builder import Builder
from knowledge.documents.markdown import load_markdown
from knowledge.documents.refusal import DocumentRefused
from knowledge.documents.text import add_text
from knowledge.errors import KnowledgeError
from knowledge.evaluation.doubts import Doubts
from knowledge.language import detect_documents
from knowledge.types import Audience, Chunk, Element, LiveVersion, LoadedDocument

_MARKDOWN = re.compile(r"^#{1,6} +\S|^ *\|[ :|-]*-{3,}[ :|-]*$", re.MULTILINE)


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


def read_documents(path: Path, doubts: Doubts | None = None) -> list[Document]:
    """`{"id", "title", "text"}` a line; the same id twice is refused."""
    doubts = doubts or Doubts()
    found = [_document(where, row, doubts) for where, row in rows(path, ("id",))]
    doubled = [key for key, count in Counter(document.key for document in found).items() if count > 1]
    if doubled:
        raise BadSet(f"{path}: id {doubled[0]!r} stands on more than one line; give each document its own")
    if not found:
        raise BadSet(f"{path}: no document is in it; write one a line, its words in 'text'")
    return found


def _document(where: str, row: Mapping[str, Any], doubts: Doubts) -> Document:
    if row.get("text") in (None, ""):
        doubts.add(
            where, "'text' is missing or empty", "its title alone is searched, write its words in 'text'"
        )
    elif not isinstance(row["text"], str):
        doubts.add(where, "'text' is no text", "it is searched as it stands, write one text in quotes")
    return Document(str(row["id"]), str(row.get("title") or ""), str(row.get("text") or ""))


def read_questions(
    path: Path, documents: Collection[Document] = (), doubts: Doubts | None = None
) -> list[Question]:
    """`{"id", "query", "relevant": [ids]}` a line; what is no id of `documents` is doubted."""
    doubts = doubts or Doubts()
    known = frozenset(document.key for document in documents)
    found = [(where, _question(where, row, known, doubts)) for where, row in rows(path, ("id", "query"))]
    if not found:
        raise BadSet(f"{path}: no question is in it; write one a line, its words in 'query'")
    doubts.repeated((where, question.key) for where, question in found)
    return [question for _where, question in found]


def _question(where: str, row: Mapping[str, Any], known: frozenset[str], doubts: Doubts) -> Question:
    if not isinstance(row["query"], (str, int, float)):
        raise BadSet(f"{where}: 'query' is no text; write the question in quotes")
    text = str(row["query"])
    if not text.strip():
        doubts.add(where, "'query' is empty", "it is asked as it stands, write the question in quotes")
    if row.get("relevant") is None:
        doubts.add(where, "'relevant' is missing", "it counts as unanswerable, write [] where that is meant")
    relevant = frozenset(map(str, several(where, row, "relevant")))
    if known and (strange := sorted(relevant - known)):
        fix = "it counts as not found, write ids as they stand in the documents' file"
        doubts.add(where, f"'relevant' names {strange[0]!r}, which is no document's id", fix)
    return Question(str(row["id"]), text, relevant)


def rows(path: Path, needed: Sequence[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The objects of a file of JSON lines, each with where it stands; raises `BadSet`."""
    try:
        with path.open(encoding="utf-8-sig") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    where = f"{path}, line {number}"
                    yield where, _object(where, line, needed)
    except UnicodeDecodeError as error:
        raise BadSet(f"{path} cannot be read as UTF-8 ({error}); save it in that encoding") from error
    except OSError as error:
        raise BadSet(f"{path} cannot be read: {error}") from error


def _object(where: str, line: str, needed: Sequence[str]) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadSet(f"{where}: not JSON ({error}); write one object {{…}} a line") from error
    missing = [name for name in needed if not isinstance(row, dict) or name not in row]
    if missing:
        raise BadSet(f"{where}: {missing[0]!r} is missing; write an object with {', '.join(needed)}")
    return dict(row)


def several(where: str, row: Mapping[str, Any], name: str) -> list[Any]:
    """A field that is a list, or is not there."""
    found = row.get(name) or []
    if not isinstance(found, list):
        raise BadSet(f"{where}: {name!r} is no list; write it in [ ]")
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
    title = document.title.replace("_", " ") or document.key
    return LoadedDocument(title, tuple(_elements(document.text)), language)


def _elements(text: str) -> list[Element]:
    """A text as it stands, however long or odd; as Markdown where it has that one's headings or tables."""
    if _MARKDOWN.search(text):
        builder = _builder()
        with suppress(DocumentRefused):
            load_markdown(text.encode("utf-8", "replace"), builder)
            return builder.elements
    builder = _builder()
    add_text(text, builder)
    return builder.elements


def _builder() -> Builder:
    return Builder(
        sys.maxsize, sys.maxsize, soft_cpu=0, soft_wall=0
    )  # no time for warnings: nobody reads them
