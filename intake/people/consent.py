"""Consent: which version of the words a person agreed to, when, and in which language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from intake.audit import AuditLog, farmer
from intake.lender import Lender
from intake.tables import consents

WORDS = 2  # goes up when what the bot says before it asks for the word says something else than before


def in_force(lender: Lender) -> str:
    """The version that is agreed to now: the lender's, and that of the bot's own words."""
    return f"{lender.consent_version}/{WORDS}"


@dataclass(frozen=True)
class Consent:
    """One agreement, in force until it is withdrawn."""

    user_id: int
    version: str
    language: str
    given_at: datetime
    withdrawn_at: datetime | None = None


class Consents:
    """Records what was agreed to; never forgets that it was."""

    def __init__(self, audit: AuditLog) -> None:
        self._audit = audit

    def give(
        self, connection: Connection, user_id: int, version: str, language: str, at: datetime
    ) -> Consent:
        """Record consent; a second tap on the same version changes nothing."""
        standing = self.standing(connection, user_id)
        if standing is not None and standing.version == version:
            return standing
        values = {"user_id": user_id, "version": version, "language": language, "given_at": at}
        connection.execute(insert(consents).values(values))
        self._audit.write(connection, farmer(user_id), "consent:give", at, user_id=user_id, version=version)
        return Consent(user_id, version, language, at)

    def withdraw(self, connection: Connection, user_id: int, at: datetime) -> bool:
        """Withdraw every standing consent; False when there was none."""
        ended = connection.execute(
            update(consents)
            .where(consents.c.user_id == user_id, consents.c.withdrawn_at.is_(None))
            .values(withdrawn_at=at)
        )
        if ended.rowcount:
            self._audit.write(connection, farmer(user_id), "consent:withdraw", at, user_id=user_id)
        return bool(ended.rowcount)

    def standing(self, connection: Connection, user_id: int) -> Consent | None:
        """The newest consent that is not withdrawn."""
        history = [consent for consent in self.history(connection, user_id) if consent.withdrawn_at is None]
        return history[-1] if history else None

    def history(self, connection: Connection, user_id: int) -> list[Consent]:
        """All of them, oldest first."""
        query = select(consents).where(consents.c.user_id == user_id).order_by(consents.c.consent_id)
        return [
            Consent(row.user_id, row.version, row.language, row.given_at, row.withdrawn_at)
            for row in connection.execute(query)
        ]
