"""Files waiting to be sent: encrypted, named by content, swept when no message needs them."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Collection, Iterator
from pathlib import Path

from intake.vault import Vault

DRAFT = ".new"


class AttachmentStore:
    """Keeps the bytes of outgoing files until the sender has sent them."""

    def __init__(self, folder: Path, vault: Vault) -> None:
        self._folder = folder
        self._vault = vault
        self.sealed = _Sealed(folder)

    def put(self, data: bytes) -> str:
        """Keep `data`; returns the name to send it by. Done before the transaction that refers to it."""
        name = hashlib.sha256(data).hexdigest()
        try:
            os.utime(self._folder / name)  # asked for anew: not to be swept while it waits
        except FileNotFoundError:
            self.sealed.put(name, self._vault.encrypt(data))
        return name

    def get(self, name: str) -> bytes:
        """The bytes kept under `name`. Raises FileNotFoundError."""
        return self._vault.decrypt(self.sealed.get(name))

    def sweep(self, older_than: float, waiting: Collection[str] = ()) -> int:
        """Remove files last asked for before `older_than` (seconds of the epoch), unless a message still waits
        for one; returns how many went."""
        if not self._folder.exists():
            return 0
        old = [
            path
            for path in self._folder.iterdir()
            if path.name not in waiting and path.stat().st_mtime < older_than
        ]
        for path in old:
            path.unlink(missing_ok=True)
        return len(old)


class _Sealed:
    """The files as they lie there, for who changes the keys."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, name: str, content: bytes) -> None:
        """Written aside and renamed: a kill leaves no half a file, and two at once are not in each other's way."""
        self._folder.mkdir(parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(dir=self._folder, suffix=DRAFT)  # a kill's is swept with the old
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(draft).replace(self._folder / name)

    def get(self, name: str) -> bytes:
        return (self._folder / name).read_bytes()

    def names(self) -> Iterator[str]:
        """Every name, in order."""
        found = sorted(self._folder.iterdir()) if self._folder.exists() else []
        yield from (path.name for path in found if path.suffix != DRAFT)
