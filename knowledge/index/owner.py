"""One owner for an index folder: two writing processes corrupt Chroma, so the second only reads."""

from __future__ import annotations

import os
from pathlib import Path
from typing import IO

try:
    import fcntl
except ImportError:  # Windows: no advisory lock there, one process is the operator's to keep
    fcntl = None  # type: ignore[assignment]


class Ownership:
    """Holds the folder's lock from `take` to `release`; the kernel gives it back when the process dies."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "owner.lock"
        self._file: IO[str] | None = None

    def take(self) -> bool:
        """True when this process now owns the folder."""
        file = self._path.open("a+")
        try:
            if fcntl is not None:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            file.close()
            return False
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        self._file = file
        return True

    def holder(self) -> str:
        """The number of the process that took it last."""
        try:
            return self._path.read_text("utf-8").strip()
        except OSError:
            return ""

    def release(self) -> None:
        """Give the folder back."""
        if self._file is not None:
            self._file.close()
            self._file = None
