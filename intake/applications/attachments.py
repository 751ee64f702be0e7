"""What was sent in with an application: photos, recordings, films and papers, encrypted at rest."""

from __future__ import annotations

import math
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select

from intake.applications.drafts import NewId, random_id
from intake.applications.model import Attachment
from intake.applications.prepared import Prepared
from intake.clock import Clock
from intake.errors import NotFound
from intake.files import Files
from intake.tables import attachments
from intake.vault import Vault


class Attachments:
    """A row in the database, the encrypted bytes in the files folder."""

    def __init__(self, vault: Vault, files: Files, clock: Clock, new_id: NewId = random_id) -> None:
        self._vault = vault
        self._files = files
        self._clock = clock
        self._new_id = new_id

    def add(
        self,
        connection: Connection,
        draft_id: str,
        path: str,
        prepared: Prepared,
        *,
        name: str = "",
        caption: str = "",
        location: tuple[float, float] | None = None,
    ) -> Attachment:
        """Keep a file as the answer to the question `path`, under the `name` that the form stores.

        `location` only if shared on purpose. The bytes are written first: a rollback leaves an orphan that `sweep`
        removes, never a row without its file.
        """
        number = self._new_id()
        attachment = Attachment(
            number,
            draft_id,
            path,
            prepared.media_type,
            len(prepared.content),
            prepared.width,
            prepared.height,
            self._clock(),
            name or f"{number}.{prepared.ending}",
            caption,
            location,
        )
        self._files.put(attachment.attachment_id, self._vault.encrypt(prepared.content))
        connection.execute(insert(attachments).values(self._row(attachment)))
        return attachment

    def read(self, attachment_id: str) -> bytes:
        """The content as it was kept. Raises `NotFound`."""
        try:
            return self._vault.decrypt(self._files.get(attachment_id))
        except FileNotFoundError:
            raise NotFound("attachment", attachment_id) from None

    def of_draft(self, connection: Connection, draft_id: str) -> list[Attachment]:
        """Those of a draft or of the application made from it, oldest first."""
        query = select(attachments).where(attachments.c.draft_id == draft_id)
        rows = connection.execute(query.order_by(attachments.c.created_at, attachments.c.attachment_id))
        return [self._attachment(row) for row in rows]

    def drop(self, connection: Connection, draft_id: str, path: str) -> None:
        """Remove those of one question. The bytes go when `sweep` runs next: a rollback brings the rows back."""
        these = attachments.c.draft_id == draft_id, attachments.c.path == path
        connection.execute(delete(attachments).where(*these))

    def drop_draft(self, connection: Connection, draft_id: str) -> None:
        """Remove those of a draft."""
        connection.execute(delete(attachments).where(attachments.c.draft_id == draft_id))

    def sweep(self, connection: Connection, before: float = math.inf) -> int:
        """Delete files whose row is gone; returns how many. Run it in a write transaction of its own.

        Spares what was written since `before` (seconds since the epoch): the row may not be committed yet.
        """
        kept = set(connection.execute(select(attachments.c.attachment_id)).scalars())
        gone = 0
        for name in self._files.names():
            if name not in kept and self._files.written_at(name) < before:
                self._files.delete(name)
                gone += 1
        return gone

    def _row(self, attachment: Attachment) -> dict[str, Any]:
        return {
            "attachment_id": attachment.attachment_id,
            "draft_id": attachment.draft_id,
            "path": attachment.path,
            "media_type": attachment.media_type,
            "size": attachment.size,
            "width": attachment.width,
            "height": attachment.height,
            "created_at": attachment.created_at,
            "sealed": self._vault.encrypt_json(
                {"name": attachment.name, "caption": attachment.caption, "location": attachment.location}
            ),
        }

    def _attachment(self, row: Row[Any]) -> Attachment:
        content = self._vault.decrypt_json(row.sealed)
        place = content["location"]
        return Attachment(
            row.attachment_id,
            row.draft_id,
            row.path,
            row.media_type,
            row.size,
            row.width,
            row.height,
            row.created_at,
            content.get("name") or f"{row.attachment_id}.jpg",  # kept before names were
            content["caption"],
            None if place is None else (place[0], place[1]),
        )
