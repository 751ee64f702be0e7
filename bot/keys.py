"""The keys personal data is encrypted with: given by the operator, or made once and kept beside the database.

They change in three steps, while the bot runs: `begin` puts a new key in front of the old ones, `walk` seals
everything anew under it, `drop` forgets the old ones. A running bot reads the file again when it has changed.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, ValidationError
from sqlalchemy import Engine, inspect, select
from sqlalchemy.engine import make_url

from bot.database import all_metadata, open_engine, reader
from bot.delivery.attachments import AttachmentStore
from bot.settings import PREFIX, Settings
from intake.errors import VaultError
from intake.files import FolderFiles
from intake.people.rekeying import Progress, SealedFiles, rekey, sealed_columns
from intake.vault import Vault

FILENAME = "keys.json"
PASSES = 10


class KeyFile(BaseModel):
    """Fernet keys, newest first, and the key of the blind index, which stays."""

    keys: list[str]
    index_key: str


class KeysLost(Exception):
    """There is a database and no key file, or a damaged one: new keys would make every file unreadable."""


class KeysInUse(Exception):
    """The old keys cannot be dropped: something is still being sealed under them."""


class FileVault(Vault):
    """A vault whose keys stand in a file, and are read again when the file changes."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen = path.stat().st_mtime_ns
        kept = _read(path)
        super().__init__(kept.keys, kept.index_key)

    def encrypt(self, plain: bytes) -> bytes:
        self._look()
        return super().encrypt(plain)

    def decrypt(self, token: bytes) -> bytes:
        self._look()
        return super().decrypt(token)

    def is_current(self, token: bytes) -> bool:
        self._look()
        return super().is_current(token)

    def rotate(self, token: bytes) -> bytes:
        self._look()
        return super().rotate(token)

    def _look(self) -> None:
        try:
            changed = self._path.stat().st_mtime_ns
        except FileNotFoundError:  # what we know is good for as long as we run
            return
        if changed != self._seen:
            self.use(_read(self._path).keys)
            self._seen = changed


def open_vault(settings: Settings) -> Vault:
    """The vault of this installation. Raises KeysLost rather than make new keys for an old database."""
    path = settings.home / FILENAME
    if not path.exists():
        _make(path, settings)
    given = _given(settings)
    if not given:
        return FileVault(path)
    try:
        return Vault(given, _read(path).index_key)
    except VaultError as error:
        raise VaultError(f"{PREFIX}KEYS: {error}") from None


def begin(settings: Settings) -> bool:
    """Put a new key in front; False when that is done already: by hand, or before a kill."""
    path = settings.home / FILENAME
    kept = _read(path)
    if _given(settings) or len(kept.keys) > 1:
        return False
    _write(path, kept.model_copy(update={"keys": [Vault.new_key(), *kept.keys]}))
    return True


def walk(settings: Settings, engine: Engine, vault: Vault) -> Iterator[Progress]:
    """Seal all rows of all packages and all files under the first key; to be taken up again after a kill."""
    home = settings.home
    files: dict[str, SealedFiles] = {
        "photos": FolderFiles(home / "photos"),
        "outgoing": AttachmentStore(home / "outgoing", vault).sealed,
    }
    yield from rekey(engine, vault, files, tables=all_metadata())


def drop(settings: Settings, engine: Engine, vault: Vault) -> int:
    """Forget all keys but the first, once a whole walk finds nothing under another; returns how many went.

    Raises KeysInUse when each walk finds something new.
    """
    for _ in range(PASSES):
        found: dict[str, int] = {}
        for step in walk(settings, engine, vault):
            found[step.place] = step.rotated
        if not any(found.values()):
            break
    else:
        places = ", ".join(place for place, rotated in found.items() if rotated)
        raise KeysInUse(
            f"something still seals {places} under an old key: restart every process of the bot, then try again"
        )
    path = settings.home / FILENAME
    kept = _read(path)
    _write(path, kept.model_copy(update={"keys": kept.keys[:1]}))
    return len(kept.keys) - 1


def _given(settings: Settings) -> list[str]:
    return [key.strip() for key in settings.keys.get_secret_value().split(",") if key.strip()]


def _read(path: Path) -> KeyFile:
    try:
        return KeyFile.model_validate_json(path.read_bytes())
    except ValidationError as error:
        raise KeysLost(
            f"{path} is damaged: put the key file back from your backup. Without it nothing that is sealed can be read."
        ) from error


def _make(path: Path, settings: Settings) -> None:
    url = settings.effective_database_url
    if _holds_sealed(url):
        if path.exists():  # by now: another process has made it, and begun its work
            return
        raise KeysLost(
            f"{path} is missing but the database {make_url(url).render_as_string()} holds what was sealed: put the key "
            "file back from your backup, or copy it from the host that has it. (It is needed beside "
            f"{PREFIX}KEYS too: people are found by its index key. Only to start from nothing, give an empty database.)"
        )
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    _write(path, KeyFile(keys=[Vault.new_key()], index_key=Vault.new_key()), over=False)


def _holds_sealed(url: str) -> bool:
    """Whether anything in the database, of whatever revision, was sealed under a key."""
    engine = open_engine(url)
    try:
        with reader(engine).begin() as connection:
            tables = inspect(connection)
            there = {
                (table, one["name"])
                for table in tables.get_table_names()
                for one in tables.get_columns(table)
            }
            sealed = [one for one in sealed_columns(all_metadata()) if (one.table.name, one.name) in there]
            return any(connection.scalar(select(one).where(one.is_not(None)).limit(1)) for one in sealed)
    finally:
        engine.dispose()


def _write(path: Path, kept: KeyFile, *, over: bool = True) -> None:
    """Written aside and put in its place: a crash leaves no half a key file. Only the owner may read it.

    Unless `over`, a file that is there already stays.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".keys-", suffix=".new")
    draft = Path(name)
    try:
        with os.fdopen(handle, "w") as file:
            file.write(kept.model_dump_json())
            file.flush()
            os.fsync(file.fileno())
        if over:
            draft.replace(path)
        else:
            _lay(draft, path)
    finally:
        draft.unlink(missing_ok=True)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)  # a key that a row is sealed under must outlive a power cut
    finally:
        os.close(folder)


def _lay(draft: Path, path: Path) -> None:
    """Of two processes that start at once on a new home one wins; the other's rows would be lost with its keys."""
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        return
    except OSError:  # a disk that has no links
        draft.replace(path)
