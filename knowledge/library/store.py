"""All SQL of the library; every function takes the connection and commits nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, delete, exists, select, update

from knowledge.library.errors import TransitionNotAllowed, UnknownVersion
from knowledge.library.model import DocumentKind, LibraryEvent, Version
from knowledge.library.status import TRANSITIONS, VersionStatus
from knowledge.tables import chunks, documents, events, versions
from knowledge.types import Audience, Chunk

_BATCH = 500


def insert_version(connection: Connection, values: dict[str, Any]) -> int:
    key = connection.execute(versions.insert().values(values)).inserted_primary_key
    assert key is not None
    return int(key[0])


def name_version(connection: Connection, version_key: int, version_id: str) -> None:
    """Give a fresh row its id, which holds its own key."""
    connection.execute(
        update(versions).where(versions.c.version_key == version_key).values(version_id=version_id)
    )


def insert_chunks(connection: Connection, found: Sequence[Chunk]) -> None:
    rows = [
        {
            "chunk_id": c.chunk_id,
            "version_id": c.version_id,
            "position": c.position,
            "text": c.text,
            "heading_path": list(c.heading_path),
            "language": c.language,
            "page": c.page,
            "parent_id": c.parent_id,
            "is_table": c.is_table,
        }
        for c in found
    ]
    if rows:
        connection.execute(chunks.insert(), rows)


def ensure_document(connection: Connection, document_id: str, kind: DocumentKind, at: datetime) -> None:
    known = select(documents.c.document_id).where(documents.c.document_id == document_id)
    if connection.execute(known).first() is None:
        connection.execute(documents.insert().values(document_id=document_id, kind=kind, created_at=at))


def drop_if_empty(connection: Connection, document_id: str) -> None:
    """Forget a document that has no version."""
    used = exists().where(versions.c.document_id == documents.c.document_id)
    connection.execute(delete(documents).where(documents.c.document_id == document_id, ~used))


def document_ids(connection: Connection) -> set[str]:
    return set(connection.execute(select(documents.c.document_id)).scalars())


def all_versions(connection: Connection, *, document_id: str | None = None) -> list[Version]:
    query = _joined().order_by(versions.c.version_key)
    if document_id is not None:
        query = query.where(versions.c.document_id == document_id)
    return [_version(row) for row in connection.execute(query)]


def version(connection: Connection, version_id: str) -> Version:
    row = connection.execute(_joined().where(versions.c.version_id == version_id)).first()
    if row is None:
        raise UnknownVersion(version_id)
    return _version(row)


def drafts_like(connection: Connection, content_hash: str, title: str, language: str) -> list[Version]:
    """Drafts of the very same file, so that a message delivered twice makes one draft."""
    query = _joined().where(
        versions.c.content_hash == content_hash,
        versions.c.title == title,
        versions.c.language == language,
        versions.c.status == VersionStatus.DRAFT,
    )
    return [_version(row) for row in connection.execute(query)]


def sketches(connection: Connection) -> dict[str, list[int]]:
    """Version → sketch of its text, of all versions that are or were in use."""
    used = versions.c.status.in_([VersionStatus.PUBLISHED, VersionStatus.RETIRED, VersionStatus.INDEXING])
    query = select(versions.c.version_id, versions.c.sketch).where(used)
    return {row.version_id: row.sketch for row in connection.execute(query)}


def sketch_of(connection: Connection, version_id: str) -> list[int]:
    query = select(versions.c.sketch).where(versions.c.version_id == version_id)
    return list(connection.execute(query).scalar_one())


def change_status(connection: Connection, was: Version, wanted: VersionStatus, **values: Any) -> None:
    """Compare-and-set on status and revision; raises `TransitionNotAllowed` with who was first."""
    if wanted not in TRANSITIONS[was.status]:
        raise _not_allowed(connection, was, wanted)
    change = update(versions).where(
        versions.c.version_id == was.version_id,
        versions.c.status == was.status,
        versions.c.revision == was.revision,
    )
    done = connection.execute(change.values(status=wanted, revision=was.revision + 1, **values))
    if done.rowcount != 1:
        raise _not_allowed(connection, version(connection, was.version_id), wanted)


def _not_allowed(connection: Connection, now: Version, wanted: VersionStatus) -> TransitionNotAllowed:
    last = history(connection, version_id=now.version_id)[-1:]
    by, at = (last[0].actor, last[0].at) if last else ("", None)
    return TransitionNotAllowed(now.version_id, now.status, wanted, by, at)


def add_event(
    connection: Connection, of: Version, action: str, *, by: str, at: datetime, reason: str = ""
) -> None:
    connection.execute(
        events.insert().values(
            at=at,
            action=action,
            actor=by,
            document_id=of.document_id,
            version_id=of.version_id,
            reason=reason,
        )
    )


def history(
    connection: Connection, *, document_id: str | None = None, version_id: str | None = None
) -> list[LibraryEvent]:
    query = select(events).order_by(events.c.event_id)
    if document_id is not None:
        ids = select(versions.c.version_id).where(versions.c.document_id == document_id)
        query = query.where(events.c.version_id.in_(ids))
    if version_id is not None:
        query = query.where(events.c.version_id == version_id)
    return [
        LibraryEvent(row.at, row.action, row.actor, row.document_id, row.version_id, row.reason)
        for row in connection.execute(query)
    ]


def chunks_of(connection: Connection, version_ids: Iterable[str]) -> Iterator[Chunk]:
    """Chunks version by version in reading order."""
    for version_id in version_ids:
        query = select(chunks).where(chunks.c.version_id == version_id).order_by(chunks.c.position)
        yield from (_chunk(row) for row in connection.execute(query))


def chunks_by_id(connection: Connection, chunk_ids: Sequence[str]) -> dict[str, Chunk]:
    found: dict[str, Chunk] = {}
    for start in range(0, len(chunk_ids), _BATCH):
        query = select(chunks).where(chunks.c.chunk_id.in_(chunk_ids[start : start + _BATCH]))
        found |= {row.chunk_id: _chunk(row) for row in connection.execute(query)}
    return found


def section_of(connection: Connection, parent_id: str) -> list[Chunk]:
    query = select(chunks).where(chunks.c.parent_id == parent_id).order_by(chunks.c.position)
    return [_chunk(row) for row in connection.execute(query)]


def _joined() -> Select[Any]:
    """Versions without their sketch, two hundred numbers each, which `sketches` alone gives."""
    columns = [column for column in versions.c if column is not versions.c.sketch]
    return select(*columns, documents.c.kind).join_from(versions, documents, isouter=True)


def _version(row: Row[Any]) -> Version:
    fields = dict(row._mapping)
    fields["status"] = VersionStatus(fields["status"])
    fields["audience"] = Audience(fields["audience"]) if fields["audience"] else None
    fields["kind"] = DocumentKind(fields["kind"]) if fields["kind"] else DocumentKind.POLICY
    fields["warnings"] = tuple(fields["warnings"])
    return Version(**fields)


def _chunk(row: Row[Any]) -> Chunk:
    fields = dict(row._mapping)
    fields["heading_path"] = tuple(fields["heading_path"])
    return Chunk(**fields)


def count_attempt(connection: Connection, version_id: str) -> int:
    """One more attempt to finish a publication; returns how many there were."""
    connection.execute(
        update(versions).where(versions.c.version_id == version_id).values(attempts=versions.c.attempts + 1)
    )
    return int(
        connection.execute(
            select(versions.c.attempts).where(versions.c.version_id == version_id)
        ).scalar_one()
    )
