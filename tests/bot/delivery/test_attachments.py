"""Files waiting to be sent stay until they are, and go when nobody waits."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from sqlalchemy import Engine

from bot.conversation.messages import Attachment, Reply
from bot.delivery.attachments import AttachmentStore
from bot.delivery.outbox import Outbox
from intake.vault import Vault
from tests.conftest import Clock

DAYS_AGO = 3 * 86_400


@pytest.fixture
def store(tmp_path: Path, vault: Vault) -> AttachmentStore:
    return AttachmentStore(tmp_path / "outgoing", vault)


def age(folder: Path, name: str) -> None:
    old = time.time() - DAYS_AGO
    os.utime(folder / name, (old, old))


def test_what_is_asked_for_anew_is_not_swept_with_the_old(store: AttachmentStore, tmp_path: Path) -> None:
    name = store.put(b"the same dossier")
    age(tmp_path / "outgoing", name)
    assert store.put(b"the same dossier") == name
    assert store.sweep(time.time() - 60) == 0
    assert store.get(name) == b"the same dossier"


def test_two_may_store_the_same_file_at_once(store: AttachmentStore, monkeypatch: pytest.MonkeyPatch) -> None:
    replace = Path.replace

    def the_other_was_quicker(path: Path, target: Path) -> Path:
        monkeypatch.setattr(Path, "replace", replace)
        store.put(b"the same dossier")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", the_other_was_quicker)
    name = store.put(b"the same dossier")
    assert store.get(name) == b"the same dossier" and list(store.sealed.names()) == [name]


def test_a_file_that_a_message_waits_for_outlives_an_outage(
    store: AttachmentStore, tmp_path: Path, engine: Engine, vault: Vault, clock: Clock
) -> None:
    outbox = Outbox(vault)
    waiting, forgotten = store.put(b"waiting"), store.put(b"forgotten")
    with engine.begin() as connection:
        outbox.put(connection, 7, Reply("file", attachment=Attachment(waiting, "a.pdf")), now=clock())
        outbox.put(connection, 8, Reply("no file"), now=clock())
    for name in (waiting, forgotten):
        age(tmp_path / "outgoing", name)
    with engine.begin() as connection:
        assert store.sweep(time.time() - 60, outbox.attachments(connection)) == 1
    assert store.get(waiting) == b"waiting"
