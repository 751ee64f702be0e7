"""What a farmer does before he applies: consent, what is on file of him, and the draft he writes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection

from intake.applications.attachments import Attachments
from intake.applications.drafts import Drafts, NewId, random_id
from intake.applications.instances import Instances
from intake.applications.model import Draft, Event, EventKind
from intake.applications.status import RUNNING, Action, ApplicationStatus
from intake.applications.store import ApplicationStore
from intake.audit import SYSTEM, AuditLog, farmer
from intake.clock import Clock
from intake.errors import NotFound
from intake.files import Files
from intake.lender import Lender
from intake.people.consent import Consent, Consents, in_force
from intake.people.household import KnownPerson, People
from intake.vault import Vault

_RUNNING = frozenset(status.value for status in RUNNING)


class Writing:
    """Consent, the household's file and drafts. Nothing commits."""

    def __init__(
        self, vault: Vault, lender: Lender, clock: Clock, files: Files, new_id: NewId = random_id
    ) -> None:
        self._lender = lender
        self._clock = clock
        self.audit = AuditLog(vault)
        self.store = ApplicationStore(vault)
        self.drafts = Drafts(vault, self.audit, new_id)
        self.people = People(vault)
        self.consents = Consents(self.audit)
        self.attachments = Attachments(vault, files, clock, new_id)
        self.instances = Instances(vault, clock)

    # consent and what is on file

    def give_consent(self, connection: Connection, user_id: int, language: str) -> Consent:
        """Record consent to the lender's present version of the words."""
        return self.consents.give(connection, user_id, self.consent_version, language, self._clock())

    @property
    def consent_version(self) -> str:
        """Of the words that are agreed to now."""
        return in_force(self._lender)

    def has_consented(self, connection: Connection, user_id: int) -> bool:
        """Whether the person agreed to the version that is in force now."""
        standing = self.consents.standing(connection, user_id)
        return standing is not None and standing.version == self.consent_version

    def known(self, connection: Connection, user_id: int) -> KnownPerson | None:
        """What is on file of a returning farmer."""
        return self.people.of_user(connection, user_id)

    def other_running(
        self,
        connection: Connection,
        user_id: int,
        *,
        phone: str | None = None,
        national_id: str | None = None,
    ) -> list[str]:
        """References of applications that this household has running already."""
        return self.people.running(
            connection, user_id=user_id, phone=phone, national_id=national_id, statuses=_RUNNING
        )

    # drafts

    def start_draft(
        self,
        connection: Connection,
        *,
        user_id: int,
        form_id: str,
        form_version: str,
        language: str,
        state: Mapping[str, Any],
        total: int,
    ) -> Draft:
        """Begin an application, closing an open draft of the same farmer."""
        return self.drafts.start(
            connection,
            user_id=user_id,
            form_id=form_id,
            form_version=form_version,
            language=language,
            state=state,
            total=total,
            at=self._clock(),
        )

    def save_draft(
        self,
        connection: Connection,
        draft: Draft,
        *,
        state: Mapping[str, Any],
        answered: int,
        total: int,
        language: str | None = None,
    ) -> Draft:
        """Keep the interview's state; the draft returned is the one to save next."""
        return self.drafts.save(
            connection,
            draft,
            state=state,
            answered=answered,
            total=total,
            language=language,
            at=self._clock(),
        )

    def open_draft(self, connection: Connection, user_id: int) -> Draft | None:
        """The farmer's unfinished draft: "you stopped at question {answered + 1} of {total}"."""
        return self.drafts.open_draft(connection, user_id)

    def discard_draft(self, connection: Connection, draft_id: str, user_id: int) -> Draft:
        """Give the draft up, and what was sent in with it. Raises `NotFound` when it is not this farmer's."""
        draft = self._own_draft(connection, draft_id, user_id)
        closed = self.drafts.close(connection, draft, Action.WITHDRAW, by=farmer(user_id), at=self._clock())
        self.attachments.drop_draft(connection, draft_id)
        return closed

    def expire_draft(self, connection: Connection, draft_id: str) -> list[Event]:
        """Close a forgotten draft; nothing happens when it was submitted or closed meanwhile."""
        draft = self.drafts.get(connection, draft_id)
        if draft.status is not ApplicationStatus.DRAFT:
            return []
        self.drafts.close(connection, draft, Action.EXPIRE, by=SYSTEM, at=self._clock())
        self.attachments.drop_draft(connection, draft_id)
        facts = {"answered": draft.answered, "total": draft.total}
        return [Event(EventKind.DRAFT_EXPIRED, SYSTEM, draft.user_id, draft.language, facts=facts)]

    def _own_draft(self, connection: Connection, draft_id: str, user_id: int) -> Draft:
        draft = self.drafts.get(connection, draft_id)
        if draft.user_id != user_id:
            raise NotFound("draft", draft_id)
        return draft
