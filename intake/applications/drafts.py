"""Drafts: an application being written, saved after every answer, carried on tomorrow."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from intake.applications.model import Draft
from intake.applications.status import Action, ApplicationStatus, next_status
from intake.audit import AuditLog, farmer
from intake.errors import NotFound, TransitionNotAllowed
from intake.tables import drafts
from intake.vault import Vault

NewId = Callable[[], str]


def random_id() -> str:
    """128 random bits, in hexadecimal: nobody guesses another's draft or photo."""
    return secrets.token_hex(16)


class Drafts:
    """The store of drafts. One farmer has at most one that is open."""

    def __init__(self, vault: Vault, audit: AuditLog, new_id: NewId = random_id) -> None:
        self._vault = vault
        self._audit = audit
        self._new_id = new_id

    def start(
        self,
        connection: Connection,
        *,
        user_id: int,
        form_id: str,
        form_version: str,
        language: str,
        state: Mapping[str, Any],
        total: int,
        at: datetime,
    ) -> Draft:
        """Begin a draft. An open one is closed first: starting again was asked for."""
        present = self.open_draft(connection, user_id)
        if present is not None:
            self.close(connection, present, Action.WITHDRAW, by=farmer(user_id), at=at)
        row = {
            "draft_id": self._new_id(),
            "user_id": user_id,
            "form_id": form_id,
            "form_version": form_version,
            "language": language,
            "status": ApplicationStatus.DRAFT.value,
            "version": 1,
            "answered": 0,
            "total": total,
            "sealed": self._vault.encrypt_json(state),
            "created_at": at,
            "updated_at": at,
        }
        found = connection.execute(insert(drafts).values(row).returning(*drafts.c)).one()
        self._audit.write(connection, farmer(user_id), "draft:start", at, user_id=user_id)
        return self._draft(found)

    def save(
        self,
        connection: Connection,
        draft: Draft,
        *,
        state: Mapping[str, Any],
        answered: int,
        total: int,
        at: datetime,
        language: str | None = None,
    ) -> Draft:
        """Keep the interview's state. Raises `TransitionNotAllowed` when the draft moved on meanwhile."""
        saved = connection.execute(
            update(drafts)
            .where(
                drafts.c.draft_id == draft.draft_id,
                drafts.c.status == ApplicationStatus.DRAFT.value,
                drafts.c.version == draft.version,
            )
            .values(
                sealed=self._vault.encrypt_json(state),
                answered=answered,
                total=total,
                language=language or draft.language,
                version=draft.version + 1,
                updated_at=at,
            )
            .returning(*drafts.c)
        ).one_or_none()
        if saved is None:
            raise self._moved_on(connection, draft, "save")
        return self._draft(saved)

    def close(self, connection: Connection, draft: Draft, action: Action, *, by: str, at: datetime) -> Draft:
        """Submit, withdraw or expire it, once. Raises `TransitionNotAllowed`."""
        wanted = next_status(draft.status, action, by=farmer(draft.user_id), at=draft.updated_at)
        columns: dict[str, Any] = {"status": wanted.value, "version": draft.version + 1, "updated_at": at}
        # what is submitted stands in the application, what is given up is nobody's to keep
        columns["sealed"] = self._vault.encrypt_json({})
        closed = connection.execute(
            update(drafts)
            .where(drafts.c.draft_id == draft.draft_id, drafts.c.status == draft.status.value)
            .values(columns)
            .returning(*drafts.c)
        ).one_or_none()
        if closed is None:
            raise self._moved_on(connection, draft, action)
        self._audit.write(connection, by, f"draft:{action}", at, user_id=draft.user_id)
        return self._draft(closed)

    def get(self, connection: Connection, draft_id: str) -> Draft:
        """The draft. Raises `NotFound`."""
        row = connection.execute(select(drafts).where(drafts.c.draft_id == draft_id)).one_or_none()
        if row is None:
            raise NotFound("draft", draft_id)
        return self._draft(row)

    def open_draft(self, connection: Connection, user_id: int) -> Draft | None:
        """The farmer's unfinished draft, if there is one."""
        query = select(drafts).where(
            drafts.c.user_id == user_id, drafts.c.status == ApplicationStatus.DRAFT.value
        )
        row = connection.execute(query.order_by(drafts.c.updated_at.desc()).limit(1)).one_or_none()
        return None if row is None else self._draft(row)

    def _moved_on(self, connection: Connection, draft: Draft, action: str) -> TransitionNotAllowed:
        now = self.get(connection, draft.draft_id)
        return TransitionNotAllowed(action, now.status, farmer(now.user_id), now.updated_at)

    def _draft(self, row: Row[Any]) -> Draft:
        return Draft(
            row.draft_id,
            row.user_id,
            row.form_id,
            row.form_version,
            row.language,
            ApplicationStatus(row.status),
            row.version,
            row.answered,
            row.total,
            self._vault.decrypt_json(row.sealed),
            row.created_at,
            row.updated_at,
        )
