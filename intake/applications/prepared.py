"""A file somebody sent, looked at and ready to store."""

from __future__ import annotations

from dataclasses import dataclass

MAX_BYTES = 20 * 1024 * 1024  # what a bot may download from Telegram
PICTURE = "image/jpeg"


@dataclass(frozen=True)
class Prepared:
    """Its content as it is kept, what it was found to be, and the name ending that goes with that.

    Made outside the transaction, because it takes time. `width` and `height` are those of a picture.
    """

    content: bytes
    media_type: str
    ending: str
    width: int = 0
    height: int = 0

    @property
    def kind(self) -> str:
        """`image`, `audio`, `video`, or `file` for all else."""
        family = self.media_type.partition("/")[0]
        return family if family in ("image", "audio", "video") else "file"
