"""Where the files themselves are kept, by the hash of their bytes."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Protocol


class FileStore(Protocol):
    """Keeps bytes under their hash; putting the same bytes twice keeps them once."""

    def put(self, content_hash: str, data: bytes) -> None: ...

    def get(self, content_hash: str) -> bytes: ...

    def has(self, content_hash: str) -> bool: ...


class FolderFiles:
    """A folder; a file is there whole or not at all."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, content_hash: str, data: bytes) -> None:
        target = self._path(content_hash)
        if target.exists():
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=target.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).replace(target)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise

    def get(self, content_hash: str) -> bytes:
        return self._path(content_hash).read_bytes()

    def has(self, content_hash: str) -> bool:
        return self._path(content_hash).is_file()

    def _path(self, content_hash: str) -> Path:
        return self._folder / content_hash[:2] / content_hash
