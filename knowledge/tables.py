"""The tables of the knowledge package: the library of documents, and the log of what was asked."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)
from sqlalchemy.types import TypeDecorator

metadata = MetaData()

SEALED = {"sealed": True}  # the cipher wrote what stands in this column: a change of keys must come by


class UtcDateTime(TypeDecorator[datetime]):
    """An aware time, kept in UTC; SQLite forgets the zone, so it is put back on the way out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a time without a zone cannot be stored: {value!r}")
        return value.astimezone(UTC)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        moment: datetime = value
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


documents = Table(
    "library_documents",
    metadata,
    Column("document_id", String(120), primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
)

versions = Table(
    "library_versions",
    metadata,
    Column("version_key", Integer, primary_key=True, autoincrement=True),
    Column("version_id", String(40), unique=True),
    Column("document_id", ForeignKey("library_documents.document_id"), index=True),
    Column("label", String(60), nullable=False, default=""),
    Column("title", String(300), nullable=False),
    Column("language", String(12), nullable=False),
    Column("audience", String(12)),
    Column("status", String(20), nullable=False, index=True),
    Column("revision", Integer, nullable=False, default=0),
    Column("attempts", Integer, nullable=False, default=0),
    Column("effective_from", Date),
    Column("effective_until", Date),
    Column("review_on", Date),
    Column("supersedes", String(120)),
    Column("filename", String(300), nullable=False),
    Column("content_hash", String(64), nullable=False, index=True),
    Column("size", Integer, nullable=False),
    Column("pages", Integer),
    Column("warnings", JSON, nullable=False),
    Column("sketch", JSON, nullable=False),
    Column("staged_at", UtcDateTime, nullable=False),
    Column("staged_by", String(120), nullable=False),
    Column("published_at", UtcDateTime),
    Column("published_by", String(120)),
    Column("reason", Text, nullable=False, default=""),
)

chunks = Table(
    "library_chunks",
    metadata,
    Column("chunk_id", String(60), primary_key=True),
    Column("version_id", ForeignKey("library_versions.version_id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("heading_path", JSON, nullable=False),
    Column("language", String(12), nullable=False),
    Column("page", Integer),
    Column("parent_id", String(60), nullable=False, index=True),
    Column("is_table", Boolean, nullable=False),
    Index("ix_library_chunks_order", "version_id", "position"),
)

events = Table(
    "library_events",
    metadata,
    Column("event_id", Integer, primary_key=True, autoincrement=True),
    Column("at", UtcDateTime, nullable=False),
    Column("action", String(40), nullable=False),
    Column("actor", String(120), nullable=False),
    Column("document_id", String(120), index=True),
    Column("version_id", String(40), nullable=False, index=True),
    Column("reason", Text, nullable=False, default=""),
)

answers = Table(
    "answers",
    metadata,
    Column("answer_id", Integer, primary_key=True, autoincrement=True),
    Column("asked_at", UtcDateTime, nullable=False),
    Column("asker", String(120), nullable=False, index=True),
    Column("question_enc", LargeBinary, nullable=False, info=SEALED),
    Column("language", String(12), nullable=False),
    Column("kind", String(20), nullable=False, index=True),
    Column("reason", String(120), nullable=False, default=""),
    Column("text", Text, nullable=False, default=""),
    Column("confidence", Float),
    Column("citations", JSON, nullable=False),
    Column("nearest", JSON, nullable=False, server_default="[]"),  # offered to read, never cited
    Column("trace", JSON, nullable=False),
    Column("rating", Integer),
    Column("rated_at", UtcDateTime),
    Column("handled_at", UtcDateTime),
    Column("handled_by", String(120)),
    sqlite_autoincrement=True,  # erasure deletes rows: a number once given is nobody else's
)
