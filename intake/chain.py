"""The chain through the audit log: each line's link covers the link before, so that no line changes unseen.

A line has two parts. What happened, when, to which application stays for ever and goes into the link. Who did it, to
whom and with which facts may be emptied when a person has his data erased; of that part the link covers a
fingerprint, salted with a number that lies sealed beside the facts and goes with them. Links are keyed: who can
write to the database and has no key cannot forge them.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, select, update

from intake.errors import VaultError
from intake.tables import audit_events, audit_head
from intake.vault import Vault

BEGINNING = "0" * 64
BATCH = 1000
ERASED = "farmer:erased"  # who had his data erased
ERASABLE = ("farmer", "guarantor")


@dataclass(frozen=True)
class Line:
    """What a line of the log says beside its facts."""

    name: str
    actor: str
    at: datetime
    application_id: int | None
    user_id: int | None


class Fault(StrEnum):
    """What is wrong with a line."""

    MISSING = "missing"  # lines before it were taken out
    CHANGED = "changed"  # what happened, when or to which application, or a line was put in
    CONTENT = "content"  # who, whom or the facts
    UNREADABLE = "unreadable"  # no key opens the facts
    CUT = "cut"  # the log once went on after it


@dataclass(frozen=True)
class Verdict:
    """`lines` were read, of which `erased` hold nothing personal any more; `broken` is the first bad line."""

    lines: int
    erased: int
    broken: int | None = None
    fault: Fault | None = None


class Chain:
    """Links lines and looks after them. Never commits."""

    def __init__(self, vault: Vault, new_salt: Callable[[], str] = lambda: secrets.token_hex(16)) -> None:
        self._vault = vault
        self._new_salt = new_salt

    def append(self, connection: Connection, line: Line, facts: Mapping[str, Any]) -> None:
        """Write the next line. Writers wait for each other here, until the transaction ends."""
        last, link = self._hold_head(connection)
        salt, number = self._new_salt(), last + 1
        content = self._content(salt, line.actor, line.user_id, facts)
        made = self._link(link, number, line, content)
        sealed = self._vault.encrypt_json({"salt": salt, "facts": facts})
        connection.execute(
            audit_events.insert().values(
                event_id=number,
                name=line.name,
                actor=line.actor,
                at=line.at,
                application_id=line.application_id,
                user_id=line.user_id,
                sealed=sealed,
                content=content,
                link=made,
            )
        )
        connection.execute(update(audit_head).values(event_id=number, link=made))

    def verify(self, connection: Connection) -> Verdict:
        """Walk the log from its beginning to the first line that does not hold."""
        link, number, erased = BEGINNING, 0, 0
        while rows := self._after(connection, number):
            for row in rows:
                found = self._look(row, link, number + 1)
                if isinstance(found, Fault):
                    return Verdict(number, erased, row.event_id, found)
                link, number, erased = row.link, row.event_id, erased + found
        if (number, link) != self._head(connection):
            return Verdict(number, erased, number, Fault.CUT)
        return Verdict(number, erased)

    def _head(self, connection: Connection) -> tuple[int, str]:
        row = connection.execute(select(audit_head).with_for_update()).one_or_none()
        return (0, BEGINNING) if row is None else (row.event_id, row.link)

    def _hold_head(self, connection: Connection) -> tuple[int, str]:
        last, link = self._head(connection)
        if last == 0:
            connection.execute(audit_head.insert().values(head=1, event_id=0, link=BEGINNING))
        return last, link

    def _after(self, connection: Connection, number: int) -> list[Row[Any]]:
        later = select(audit_events).where(audit_events.c.event_id > number)
        return list(connection.execute(later.order_by(audit_events.c.event_id).limit(BATCH)))

    def _look(self, row: Row[Any], link: str, number: int) -> Fault | bool:
        """What is wrong with a line; when nothing is, whether it was erased."""
        if row.event_id != number:
            return Fault.MISSING
        line = Line(row.name, row.actor, row.at, row.application_id, row.user_id)
        if row.link != self._link(link, number, line, row.content):
            return Fault.CHANGED
        try:
            stored = self._vault.decrypt_json(row.sealed)
        except VaultError:
            return Fault.UNREADABLE
        if _erased(row, stored):
            return True
        made = self._content(stored.get("salt", ""), row.actor, row.user_id, stored.get("facts", {}))
        return False if row.content == made else Fault.CONTENT

    def _content(self, salt: str, actor: str, user_id: int | None, facts: Mapping[str, Any]) -> str:
        return self._vault.fingerprint(json.dumps([salt, actor, user_id, facts], sort_keys=True))

    def _link(self, before: str, number: int, line: Line, content: str) -> str:
        at = line.at.astimezone(UTC).isoformat()
        said = [before, number, line.name, at, line.application_id, content]
        return self._vault.fingerprint(json.dumps(said))


def _erased(row: Row[Any], stored: Mapping[str, Any]) -> bool:
    """Whether an erasure went over it: it empties the facts, and the name of a farmer or guarantor who acted."""
    own_deed = row.actor == ERASED and row.name.partition(":")[0] in ERASABLE
    return own_deed or (not stored and row.user_id is None)
