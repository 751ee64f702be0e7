"""All SQL of guarantees; every change of status is one compare-and-set on status and version."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, insert, select, update

from intake.applications.model import Person
from intake.errors import NotFound, TransitionNotAllowed
from intake.guarantors.model import Guarantee, Link
from intake.guarantors.status import GuaranteeAction, GuaranteeStatus, next_guarantee_status
from intake.tables import guarantees
from intake.vault import Vault

ERASED = "guarantor:erased"


def guarantor_actor(user_id: int) -> str:
    """The guarantor as an actor of the audit log."""
    return f"guarantor:{user_id}"


class GuaranteeStore:
    """Rows in, domain objects out. Never commits."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def insert(
        self, connection: Connection, application_id: int, named: Person, link: Link, by: str, at: datetime
    ) -> Guarantee:
        row = {
            "application_id": application_id,
            "status": GuaranteeStatus.ASKED.value,
            "version": 1,
            "changed_by": by,
            "token_hash": hashed(link.token),
            "expires_at": link.expires_at,
            "asked_at": at,
            "updated_at": at,
            "sealed": self.sealed(named),
        }
        found = connection.execute(insert(guarantees).values(row).returning(*guarantees.c)).one()
        return self._guarantee(found)

    def get(self, connection: Connection, guarantee_id: int) -> Guarantee:
        """The guarantee, held until this transaction ends. Raises `NotFound`."""
        found = self.find(connection, guarantees.c.guarantee_id == guarantee_id, hold=True)
        if not found:
            raise NotFound("guarantee", guarantee_id)
        return found[0]

    def of_application(
        self, connection: Connection, application_id: int, *, hold: bool = False
    ) -> Guarantee | None:
        """The guarantee of an application, if anybody was named. `hold`: nobody else changes it meanwhile."""
        here = guarantees.c.application_id == application_id
        return next(iter(self.find(connection, here, hold=hold)), None)

    def by_token(self, connection: Connection, token: str) -> Guarantee | None:
        return next(iter(self.find(connection, guarantees.c.token_hash == hashed(token))), None)

    def of_user(self, connection: Connection, user_id: int) -> list[Guarantee]:
        """All that this person opened or answered, oldest first."""
        return self.find(connection, guarantees.c.user_id == user_id)

    def find(
        self, connection: Connection, *conditions: ColumnElement[bool], hold: bool = False
    ) -> list[Guarantee]:
        query = select(guarantees).where(*conditions).order_by(guarantees.c.guarantee_id)
        rows = connection.execute(query.with_for_update() if hold else query)
        return [self._guarantee(row) for row in rows]

    def change(
        self,
        connection: Connection,
        guarantee: Guarantee,
        action: GuaranteeAction,
        *,
        by: str,
        at: datetime,
        **columns: Any,
    ) -> Guarantee:
        """Compare-and-set. Raises `TransitionNotAllowed` with who was quicker."""
        wanted = next_guarantee_status(
            guarantee.status, action, by=guarantee.changed_by, at=guarantee.updated_at
        )
        same = (
            guarantees.c.guarantee_id == guarantee.guarantee_id,
            guarantees.c.status == guarantee.status.value,
            guarantees.c.version == guarantee.version,
        )
        values: Mapping[str, Any] = {
            "status": wanted.value,
            "version": guarantee.version + 1,
            "changed_by": by,
            "updated_at": at,
            **columns,
        }
        changed = connection.execute(
            update(guarantees).where(*same).values(values).returning(*guarantees.c)
        ).one_or_none()
        if changed is None:
            now = self.get(connection, guarantee.guarantee_id)
            raise TransitionNotAllowed(action, now.status, now.changed_by, now.updated_at)
        return self._guarantee(changed)

    def sealed(self, named: Person, phone: str | None = None) -> bytes:
        """What is personal about the guarantor, encrypted."""
        return self._vault.encrypt_json({"named": asdict(named), "phone": phone})

    def forget(self, connection: Connection, condition: ColumnElement[bool]) -> None:
        """Leave the bare fact that there was a guarantee, and how it was answered."""
        connection.execute(
            update(guarantees)
            .where(condition)
            .values(sealed=self.sealed(Person("")), user_id=None, token_hash=None, changed_by=ERASED)
        )

    def _guarantee(self, row: Row[Any]) -> Guarantee:
        personal = self._vault.decrypt_json(row.sealed)
        return Guarantee(
            guarantee_id=row.guarantee_id,
            application_id=row.application_id,
            status=GuaranteeStatus(row.status),
            version=row.version,
            changed_by=row.changed_by,
            named=Person(**personal["named"]),
            user_id=row.user_id,
            phone=personal["phone"],
            asked_at=row.asked_at,
            expires_at=row.expires_at,
            answered_at=row.answered_at,
            updated_at=row.updated_at,
        )


def hashed(token: str) -> str:
    """What is kept of a link's secret."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
