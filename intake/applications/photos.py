"""Photos in the file: stripped of what the phone wrote into them, made small, encrypted at rest."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Row, delete, insert, select

from intake.applications.drafts import NewId, random_id
from intake.applications.model import Attachment
from intake.clock import Clock
from intake.errors import NotFound, Refused
from intake.files import Files
from intake.tables import attachments
from intake.vault import Vault

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_BYTES = 20 * 1024 * 1024  # what a bot may download from Telegram
MAX_PIXELS = 64_000_000  # 8,000 x 8,000: beyond any phone in the villages, before a bomb hurts
LONG_SIDE = 1600  # enough to read an identity card on a screen and on paper
QUALITY = 80
FORMATS = ("JPEG", "PNG", "WEBP")


@dataclass(frozen=True)
class PreparedPhoto:
    """A cleaned JPEG, ready to store; made outside the transaction, because it takes time."""

    content: bytes
    width: int
    height: int


def prepare_photo(data: bytes) -> PreparedPhoto:
    """Decode, turn upright, shrink to `LONG_SIDE`, drop all metadata, encode anew as JPEG.

    Raises `Refused`: "photo_too_big" (bytes), "photo_too_many_pixels", "photo_unreadable".
    """
    if len(data) > MAX_BYTES:
        raise Refused("photo_too_big", size=len(data), max=MAX_BYTES)
    from PIL import Image, ImageOps

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of bombs by its own limit; ours is checked below
            with Image.open(io.BytesIO(data), formats=FORMATS) as opened:
                _check_pixels(opened.width, opened.height)
                upright = ImageOps.exif_transpose(opened)
                return _encoded(_flat(upright))
    except Refused:
        raise
    except Image.DecompressionBombError:
        raise Refused("photo_too_many_pixels", max=MAX_PIXELS) from None
    except Exception as error:  # Pillow raises what its decoders raise: OSError, SyntaxError, struct.error …
        raise Refused("photo_unreadable", why=type(error).__name__) from None


def _check_pixels(width: int, height: int) -> None:
    if width * height > MAX_PIXELS:
        raise Refused("photo_too_many_pixels", width=width, height=height, max=MAX_PIXELS)


def _flat(image: Image) -> Image:
    """On white, without transparency and without metadata: a fresh picture of the pixels alone."""
    from PIL import Image

    image.thumbnail((LONG_SIDE, LONG_SIDE))
    coloured = image.convert("RGBA")
    paper = Image.new("RGB", coloured.size, "white")
    paper.paste(coloured, mask=coloured.getchannel("A"))
    return paper


def _encoded(image: Image) -> PreparedPhoto:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=QUALITY, optimize=True)
    return PreparedPhoto(out.getvalue(), image.width, image.height)


class Photos:
    """The store of photos: a row in the database, the encrypted bytes in the files folder."""

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
        photo: PreparedPhoto,
        *,
        caption: str = "",
        location: tuple[float, float] | None = None,
    ) -> Attachment:
        """Keep a photo as the answer to the question `path`; `location` only if shared on purpose.

        The bytes are written first: a rollback leaves an orphan that `sweep` removes, never a row without
        its photo.
        """
        attachment = Attachment(
            self._new_id(),
            draft_id,
            path,
            "image/jpeg",
            len(photo.content),
            photo.width,
            photo.height,
            self._clock(),
            caption,
            location,
        )
        self._files.put(attachment.attachment_id, self._vault.encrypt(photo.content))
        connection.execute(insert(attachments).values(self._row(attachment)))
        return attachment

    def read(self, attachment_id: str) -> bytes:
        """The JPEG. Raises `NotFound`."""
        try:
            return self._vault.decrypt(self._files.get(attachment_id))
        except FileNotFoundError:
            raise NotFound("photo", attachment_id) from None

    def of_draft(self, connection: Connection, draft_id: str) -> list[Attachment]:
        """The photos of a draft or of the application made from it, oldest first."""
        query = select(attachments).where(attachments.c.draft_id == draft_id)
        rows = connection.execute(query.order_by(attachments.c.created_at, attachments.c.attachment_id))
        return [self._attachment(row) for row in rows]

    def drop(self, connection: Connection, attachment: Attachment) -> None:
        """Remove one photo. The bytes go when `sweep` runs next: a rollback brings the row back."""
        condition = attachments.c.attachment_id == attachment.attachment_id
        connection.execute(delete(attachments).where(condition))

    def drop_draft(self, connection: Connection, draft_id: str) -> None:
        """Remove the photos of a draft."""
        connection.execute(delete(attachments).where(attachments.c.draft_id == draft_id))

    def sweep(self, connection: Connection) -> int:
        """Delete files whose row is gone; returns how many. Run it in a write transaction of its own."""
        kept = set(connection.execute(select(attachments.c.attachment_id)).scalars())
        orphans = [name for name in self._files.names() if name not in kept]
        for name in orphans:
            self._files.delete(name)
        return len(orphans)

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
                {"caption": attachment.caption, "location": attachment.location}
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
            content["caption"],
            None if place is None else (place[0], place[1]),
        )
