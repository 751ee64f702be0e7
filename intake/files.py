"""Where encrypted files lie: a tiny port and its folder."""

from __future__ import annotations

import os
import re
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

_NAME = re.compile(r"[A-Za-z0-9_-]{1,80}")


class Files(Protocol):
    """Bytes under a name; a put is whole or not at all."""

    def put(self, name: str, content: bytes) -> None: ...
    def get(self, name: str) -> bytes: ...
    def delete(self, name: str) -> None: ...
    def names(self) -> Iterator[str]: ...
    def written_at(self, name: str) -> float: ...


class FolderFiles:
    """`Files` in a folder, spread over 256 subfolders, readable by the owner alone."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, name: str, content: bytes) -> None:
        """Write beside and rename: a kill leaves the old file or the new, never half of one."""
        path = self._path(name)
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".new-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).replace(path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise

    def get(self, name: str) -> bytes:
        """The content. Raises `FileNotFoundError`."""
        return self._path(name).read_bytes()

    def delete(self, name: str) -> None:
        """Remove it; it may be gone already."""
        self._path(name).unlink(missing_ok=True)

    def names(self) -> Iterator[str]:
        """Every name, in order."""
        for path in sorted(self._folder.glob("*/*")):
            if not path.name.startswith("."):
                yield path.name

    def written_at(self, name: str) -> float:
        """When, in seconds since the epoch. Raises `FileNotFoundError`."""
        return self._path(name).stat().st_mtime

    def _path(self, name: str) -> Path:
        if not _NAME.fullmatch(name):
            raise ValueError(f"{name!r} is not a file name here")
        return self._folder / name[:2] / name


class MemoryFiles:
    """`Files` in memory, for tests and rehearsals."""

    def __init__(self) -> None:
        self._contents: dict[str, tuple[bytes, float]] = {}

    def put(self, name: str, content: bytes) -> None:
        self._contents[name] = content, time.time()

    def get(self, name: str) -> bytes:
        return self._entry(name)[0]

    def written_at(self, name: str) -> float:
        return self._entry(name)[1]

    def delete(self, name: str) -> None:
        self._contents.pop(name, None)

    def names(self) -> Iterator[str]:
        yield from sorted(self._contents)

    def _entry(self, name: str) -> tuple[bytes, float]:
        try:
            return self._contents[name]
        except KeyError:
            raise FileNotFoundError(name) from None
