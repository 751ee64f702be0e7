"""The audit log: who did or read what, when; written in the transaction of the deed, linked to the line before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from intake.chain import Chain, Line, Verdict
from intake.tables import audit_events
from intake.vault import Vault

SYSTEM = "system"


def farmer(user_id: int) -> str:
    """The farmer as an actor."""
    return f"farmer:{user_id}"


def staff_actor(user_id: int) -> str:
    """A member of staff as an actor."""
    return f"staff:{user_id}"


def operator(name: str) -> str:
    """Who works at the shell, as an actor."""
    return f"operator:{name}"[:80]


def actor_id(actor: str) -> int | None:
    """The user id inside an actor; None for the system."""
    _, _, number = actor.partition(":")
    return int(number) if number.lstrip("-").isdigit() else None


@dataclass(frozen=True)
class AuditEvent:
    """One line: `name` is source:subject:action, such as staff:application:claim."""

    event_id: int
    name: str
    actor: str
    at: datetime
    application_id: int | None
    user_id: int | None
    facts: Mapping[str, Any]


class AuditLog:
    """Appends and reads; nothing here changes or deletes a line."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._chain = Chain(vault)

    def verify(self, connection: Connection) -> Verdict:
        """Read the whole log and name the first line that was changed, put in, taken out or cut off."""
        return self._chain.verify(connection)

    def write(
        self,
        connection: Connection,
        actor: str,
        deed: str,
        at: datetime,
        *,
        application_id: int | None = None,
        user_id: int | None = None,
        **facts: Any,
    ) -> None:
        """Record that `actor` did `deed` (subject:action); `user_id` is the farmer it concerns."""
        source = actor.partition(":")[0]
        self._chain.append(
            connection,
            Line(f"{source}:{deed}", actor, at, application_id, user_id),
            self._vault.stored(facts),
        )

    def of_application(self, connection: Connection, application_id: int) -> list[AuditEvent]:
        """The history of one application, oldest first."""
        return self._read(connection, audit_events.c.application_id == application_id)

    def of_person(self, connection: Connection, user_id: int) -> list[AuditEvent]:
        """Everything that concerns one farmer, reads of his file included, oldest first."""
        return self._read(connection, audit_events.c.user_id == user_id)

    def _read(self, connection: Connection, condition: Any) -> list[AuditEvent]:
        rows = connection.execute(select(audit_events).where(condition).order_by(audit_events.c.event_id))
        return [
            AuditEvent(
                row.event_id,
                row.name,
                row.actor,
                row.at,
                row.application_id,
                row.user_id,
                self._vault.decrypt_json(row.sealed).get("facts", {}),
            )
            for row in rows
        ]
