"""Files that people and the bot sent: kept in memory, found by `file_id`, downloaded by path."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass
from typing import Any

from bot.simulator.errors import bad_request
from bot.simulator.limits import MAX_PHOTO
from bot.simulator.requests import Upload

FOLDERS = {
    "photo": "photos",
    "voice": "voice",
    "audio": "music",
    "video": "videos",
    "video_note": "video_notes",
    "document": "documents",
}
PHOTO_SIDES = (90, 320, 800, 1280)  # the sizes Telegram keeps of a picture


@dataclass(frozen=True)
class StoredFile:
    """One file; `seconds` is the length of a recording, width and height those of a picture or a video."""

    number: int
    kind: str
    name: str
    mime_type: str
    data: bytes
    width: int = 0
    height: int = 0
    seconds: int = 0

    @property
    def file_id(self) -> str:
        return f"SIMULATED{self.kind.upper()}-{self.number:06d}-{self.unique_id}"

    @property
    def unique_id(self) -> str:
        return hashlib.sha256(self.kind.encode() + self.data).hexdigest()[:16]

    @property
    def path(self) -> str:
        ending = self.name.rpartition(".")[2].lower() if "." in self.name else "bin"
        safe = "".join(character for character in ending if character.isalnum())[:8] or "bin"
        return f"{FOLDERS[self.kind]}/file_{self.number}.{safe}"

    def reference(self) -> dict[str, Any]:
        return {"file_id": self.file_id, "file_unique_id": self.unique_id, "file_size": len(self.data)}

    def photo_size(self) -> dict[str, Any]:
        return self.reference() | {"width": self.width, "height": self.height}


class FileStore:
    """All files, by identifier and by path."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}
        self._number = 0

    def add(self, kind: str, upload: Upload, **facts: int) -> StoredFile:
        if not upload.data:
            raise bad_request("file must be non-empty")
        self._number += 1
        stored = StoredFile(self._number, kind, upload.name, upload.mime_type, upload.data, **facts)
        self._by_id[stored.file_id] = self._by_path[stored.path] = stored
        return stored

    def add_photo(self, sizes: list[tuple[bytes, int, int]]) -> list[StoredFile]:
        """Keep the sizes of one picture, smallest first."""
        return [
            self.add("photo", Upload("photo.jpg", data, "image/jpeg"), width=width, height=height)
            for data, width, height in sizes
        ]

    def find(self, file_id: str) -> StoredFile | None:
        return self._by_id.get(file_id)

    def at(self, path: str) -> StoredFile | None:
        return self._by_path.get(path)


def photo_sizes(data: bytes) -> list[tuple[bytes, int, int]]:
    """A picture as Telegram keeps it: JPEG in several sizes. Slow: call it off the event loop."""
    from PIL import Image, ImageOps, UnidentifiedImageError

    if len(data) > MAX_PHOTO:
        raise bad_request(
            f"file of size {len(data)} bytes is too big for a photo; the maximum size is {MAX_PHOTO} bytes"
        )
    try:
        with Image.open(io.BytesIO(data)) as image:
            _check_dimensions(*image.size)
            upright = ImageOps.exif_transpose(image).convert("RGB")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise bad_request("IMAGE_PROCESS_FAILED") from None
    return [_scaled(upright, side) for side in _sides(max(upright.size))]


def _check_dimensions(width: int, height: int) -> None:
    if width + height > 10_000 or max(width, height) > 20 * min(width, height):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")


def _sides(longest: int) -> list[int]:
    smaller = [side for side in PHOTO_SIDES if side < longest]
    return [*smaller, longest] if longest <= PHOTO_SIDES[-1] else smaller


def _scaled(image: Any, side: int) -> tuple[bytes, int, int]:
    copy = image.copy()
    copy.thumbnail((side, side))
    buffer = io.BytesIO()
    copy.save(buffer, "JPEG", quality=85)
    return buffer.getvalue(), copy.width, copy.height


def ogg_seconds(data: bytes) -> int:
    """Length of an OGG/Opus recording from its last page (RFC 7845: granules of 1/48000 s); at least 1."""
    last = data.rfind(b"OggS")
    if last < 0 or len(data) < last + 14:
        return 1
    return min(86_400, max(1, int.from_bytes(data[last + 6 : last + 14], "little") // 48_000))
