"""Files waiting to be sent: encrypted, named by content, swept when no message needs them."""

from __future__ import annotations

import hashlib
from pathlib import Path

from intake.vault import Vault


class AttachmentStore:
    """Keeps the bytes of outgoing files until the sender has sent them."""

    def __init__(self, folder: Path, vault: Vault) -> None:
        self._folder = folder
        self._vault = vault

    def put(self, data: bytes) -> str:
        """Keep `data`; returns the name to send it by. Done before the transaction that refers to it."""
        name = hashlib.sha256(data).hexdigest()
        path = self._folder / name
        if not path.exists():
            self._folder.mkdir(parents=True, exist_ok=True)
            draft = path.with_suffix(".new")
            draft.write_bytes(self._vault.encrypt(data))
            draft.replace(path)
        return name

    def get(self, name: str) -> bytes:
        """The bytes kept under `name`. Raises FileNotFoundError."""
        return self._vault.decrypt((self._folder / name).read_bytes())

    def sweep(self, older_than: float) -> int:
        """Remove files last written before `older_than` (seconds of the epoch); returns how many went."""
        if not self._folder.exists():
            return 0
        old = [path for path in self._folder.iterdir() if path.stat().st_mtime < older_than]
        for path in old:
            path.unlink(missing_ok=True)
        return len(old)
