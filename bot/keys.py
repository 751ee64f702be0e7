"""The keys personal data is encrypted with: given by the operator, or made once and kept beside the database."""

from __future__ import annotations

import os
from pathlib import Path

from pydantic import BaseModel

from bot.settings import PREFIX, Settings
from intake.vault import Vault

FILENAME = "keys.json"


class KeyFile(BaseModel):
    """Fernet keys, newest first, and the key of the blind index, which stays."""

    keys: list[str]
    index_key: str


class KeysLost(Exception):
    """There is a database and no key file: starting with new keys would make every file unreadable."""


def open_vault(settings: Settings) -> Vault:
    """The vault of this installation. Raises KeysLost rather than make new keys for an old database."""
    path = settings.home / FILENAME
    kept = KeyFile.model_validate_json(path.read_text()) if path.exists() else _make(path, settings)
    given = [key.strip() for key in settings.keys.get_secret_value().split(",") if key.strip()]
    return Vault(given or kept.keys, kept.index_key)


def _make(path: Path, settings: Settings) -> KeyFile:
    database = settings.home / "village-credit.sqlite"
    if database.exists() and database.stat().st_size > 0:
        raise KeysLost(
            f"{path} is missing but {database} exists: put the key file back from your backup. "
            f"(Only if you mean to start from nothing: move {database} away. {PREFIX}KEYS sets keys by hand.)"
        )
    path.parent.mkdir(parents=True, exist_ok=True)
    made = KeyFile(keys=[Vault.new_key()], index_key=Vault.new_key())
    # Written aside and renamed: a crash leaves no half a key file. Only the owner may read it.
    draft = path.with_suffix(".new")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(made.model_dump_json())
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    return made
