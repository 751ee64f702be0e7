"""What a farmer and his guarantor do: name, ask anew, open the link, say yes or no, until the loan is decided."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from intake.applications.model import Application, Event, EventKind, Person
from intake.applications.service import Applications
from intake.applications.status import RUNNING
from intake.audit import farmer
from intake.clock import Clock
from intake.errors import NotFound, Refused, TransitionNotAllowed
from intake.guarantors.eligibility import require_eligible, require_other_phone, same_phone, shared_number
from intake.guarantors.model import Barrier, Doubt, Guarantee, Link
from intake.guarantors.status import WAITING, GuaranteeAction, GuaranteeStatus
from intake.guarantors.store import GuaranteeStore, guarantor_actor, hashed
from intake.lender import Lender
from intake.review.staff import Staff
from intake.vault import Vault

PREFIX = "g-"  # tells a guarantor's link from an employee's
TOKEN_LETTERS = 24
LONGEST_NAME = 200
PAST_SHOWN = 3


def is_link(token: str) -> bool:
    """Whether a start link is a guarantor's; an employee's may begin alike, but is shorter."""
    return token.startswith(PREFIX) and len(token) >= TOKEN_LETTERS - 1


def random_token() -> str:
    """128 random bits in 24 characters that fit a t.me start link."""
    return PREFIX + secrets.token_urlsafe(16)


class Guarantors:
    """Every change is an audited compare-and-set and returns the events that somebody should hear of."""

    def __init__(
        self,
        vault: Vault,
        applications: Applications,
        staff: Staff,
        lender: Lender,
        clock: Clock,
        new_token: Callable[[], str] = random_token,
    ) -> None:
        self.store = GuaranteeStore(vault)
        self._applications = applications
        self._staff = staff
        self._lender = lender
        self._clock = clock
        self._new_token = new_token

    # the farmer's side

    def ask(self, connection: Connection, application: Application) -> tuple[Guarantee, Link] | None:
        """Make the link for the guarantor the application names; None when it names none, or did so before."""
        named = application.guarantor
        if named is None or self.store.of_application(connection, application.application_id) is not None:
            return None
        link, by = self._link(), farmer(application.user_id)
        now = self._clock()
        guarantee = self.store.insert(connection, application.application_id, named, link, by, now)
        self._record(connection, application, by, "ask")
        return guarantee, link

    def renew(self, connection: Connection, application_id: int, user_id: int) -> tuple[Guarantee, Link]:
        """A new link for the same person; the old one opens nothing any more.

        Raises `NotFound`, `Refused` (decided), `TransitionNotAllowed` once he has answered.
        """
        application, guarantee = self._own(connection, application_id, user_id)
        return self._ask_again(connection, application, guarantee, GuaranteeAction.RENEW, guarantee.named)

    def name_another(
        self, connection: Connection, application_id: int, user_id: int, named: Person
    ) -> tuple[Guarantee, Link, list[Event]]:
        """Somebody else is asked; whoever was asked before is forgotten, and told if he had opened his link."""
        application, guarantee = self._own(connection, application_id, user_id)
        name = named.name.strip()[:LONGEST_NAME]
        if not name:
            raise Refused(Barrier.NAME_MISSING)
        require_other_phone(application, named.phone, self._lender.country, Barrier.BORROWER)
        person = Person(name, named.phone)
        changed, link = self._ask_again(connection, application, guarantee, GuaranteeAction.REPLACE, person)
        if guarantee.user_id is None:
            return changed, link, []
        told = self._event(EventKind.GUARANTOR_REPLACED, application, farmer(user_id), guarantee)
        return changed, link, [told]

    # the guarantor's side

    def open(self, connection: Connection, token: str, user_id: int) -> Guarantee:
        """Take the link up, once; its holder may look again. Raises `Refused` with a `Barrier`.

        Whoever may not stand for the loan does not use the link up.
        """
        guarantee = self.store.by_token(connection, token)
        if guarantee is None:
            raise Refused(Barrier.LINK_UNKNOWN)
        if guarantee.user_id == user_id:
            return guarantee
        if guarantee.user_id is not None:
            raise Refused(Barrier.LINK_USED)
        if self._clock() >= guarantee.expires_at:
            raise Refused(Barrier.LINK_EXPIRED, at=guarantee.expires_at)
        application = self._running(connection, guarantee)
        self._require_eligible(connection, application, user_id)
        try:
            return self._move(connection, application, guarantee, GuaranteeAction.OPEN, user_id)
        except TransitionNotAllowed:
            raise Refused(Barrier.LINK_USED) from None

    def look(self, connection: Connection, guarantee_id: int, user_id: int) -> tuple[Guarantee, Application]:
        """His own guarantee and what it is for. Raises `NotFound`, also when it is another's."""
        guarantee = self.store.get(connection, guarantee_id)
        if guarantee.user_id != user_id:
            raise NotFound("guarantee", guarantee_id)
        return guarantee, self._applications.store.get(connection, guarantee.application_id)

    def accept(
        self,
        connection: Connection,
        guarantee_id: int,
        user_id: int,
        *,
        phone: str | None = None,
        version: int | None = None,
    ) -> tuple[Guarantee, list[Event]]:
        """He stands for the loan; `phone` is the number he shared, if he did.

        Raises `NotFound`, `Refused` with a `Barrier`, `TransitionNotAllowed`.
        """
        guarantee, application = self._pressed(connection, guarantee_id, user_id, version)
        number = shared_number(phone) if phone else guarantee.phone
        self._require_eligible(connection, application, user_id, number)
        sealed = self.store.sealed(guarantee.named, number)
        changed = self._move(
            connection, application, guarantee, GuaranteeAction.ACCEPT, user_id, sealed=sealed
        )
        return changed, [
            self._event(EventKind.GUARANTOR_ACCEPTED, application, guarantor_actor(user_id), changed)
        ]

    def decline(
        self, connection: Connection, guarantee_id: int, user_id: int, *, version: int | None = None
    ) -> tuple[Guarantee, list[Event]]:
        """He does not stand for it, or no longer. Nobody asks why. Raises as `accept` does."""
        guarantee, application = self._pressed(connection, guarantee_id, user_id, version)
        changed = self._move(connection, application, guarantee, GuaranteeAction.DECLINE, user_id)
        stood = guarantee.status is GuaranteeStatus.ACCEPTED
        kind = EventKind.GUARANTOR_WITHDREW if stood else EventKind.GUARANTOR_DECLINED
        return changed, [self._event(kind, application, guarantor_actor(user_id), changed)]

    def release(self, connection: Connection, user_id: int) -> list[Event]:
        """Take this person out of every loan that is not decided: before his data are erased."""
        events: list[Event] = []
        for guarantee in self.running_of(connection, user_id):
            if guarantee.status is not GuaranteeStatus.DECLINED:
                events += self.decline(connection, guarantee.guarantee_id, user_id)[1]
        return events

    # what the officer sees

    def of_application(self, connection: Connection, application_id: int) -> Guarantee | None:
        """The guarantee of an application, if anybody was named."""
        return self.store.of_application(connection, application_id)

    def accepted(self, connection: Connection, application_id: int) -> bool:
        """Whether somebody stands for the loan, and goes on doing so until this transaction ends."""
        guarantee = self.store.of_application(connection, application_id, hold=True)
        return guarantee is not None and guarantee.status is GuaranteeStatus.ACCEPTED

    def doubts(self, connection: Connection, guarantee: Guarantee, application: Application) -> list[Doubt]:
        """What to ask this guarantor about; nothing while he has not said yes."""
        if guarantee.status is not GuaranteeStatus.ACCEPTED or guarantee.user_id is None:
            return []
        found = []
        if guarantee.phone is None:
            found.append(Doubt.PHONE_NOT_SHOWN)
        elif not same_phone(guarantee.named.phone, guarantee.phone, self._lender.country):
            found.append(Doubt.PHONE_DIFFERS)
        others = [one for one in self.running_of(connection, guarantee.user_id) if one != guarantee]
        if any(one.status is GuaranteeStatus.ACCEPTED for one in others):
            found.append(Doubt.STANDS_FOR_OTHERS)
        if self._mutual(connection, guarantee.user_id, application.user_id):
            found.append(Doubt.MUTUAL)
        return found

    def running_of(self, connection: Connection, user_id: int) -> list[Guarantee]:
        """What this person was asked for and can still answer."""
        found = self.store.of_user(connection, user_id)
        get = self._applications.store.get
        return [one for one in found if get(connection, one.application_id).status in RUNNING]

    def shown_to(self, connection: Connection, user_id: int) -> list[Guarantee]:
        """What this person can still answer, and of the loans he said yes to the last that are decided."""
        running = self.running_of(connection, user_id)
        mine = self.store.of_user(connection, user_id)
        past = [one for one in mine if one.status is GuaranteeStatus.ACCEPTED and one not in running]
        return running + past[-PAST_SHOWN:]

    def reminder_due(
        self, connection: Connection, guarantee_id: int, version: int
    ) -> tuple[Guarantee, Application, datetime] | None:
        """When the farmer is to hear that there is no answer; None when there is, or a newer link."""
        try:
            guarantee = self.store.get(connection, guarantee_id)
        except NotFound:
            return None
        application = self._applications.store.get(connection, guarantee.application_id)
        # Opening is one change; any other makes a new link, with a reminder of its own.
        same = guarantee.version in (version, version + 1) and guarantee.status in WAITING
        renewed = guarantee.status is GuaranteeStatus.ASKED and guarantee.version != version
        if application.status not in RUNNING or not same or renewed:
            return None
        return guarantee, application, self.remind_at(guarantee)

    def remind_at(self, guarantee: Guarantee) -> datetime:
        """When the farmer is to hear that there is no answer."""
        return guarantee.asked_at + timedelta(hours=self._lender.deadlines.guarantor_reminder)

    # within

    def _link(self) -> Link:
        lives = timedelta(hours=self._lender.deadlines.guarantor_link)
        return Link(self._new_token(), self._clock() + lives)

    def _own(
        self, connection: Connection, application_id: int, user_id: int
    ) -> tuple[Application, Guarantee]:
        self._applications.get(connection, application_id, user_id)  # raises unless it is his
        guarantee = self.store.of_application(connection, application_id, hold=True)
        if guarantee is None:
            raise NotFound("guarantee of application", application_id)
        return self._running(connection, guarantee), guarantee

    def _running(self, connection: Connection, guarantee: Guarantee) -> Application:
        application = self._applications.store.get(connection, guarantee.application_id)
        if application.status not in RUNNING:
            raise Refused(Barrier.DECIDED)
        return application

    def _ask_again(
        self,
        connection: Connection,
        application: Application,
        guarantee: Guarantee,
        action: GuaranteeAction,
        named: Person,
    ) -> tuple[Guarantee, Link]:
        link, by, now = self._link(), farmer(application.user_id), self._clock()
        changed = self.store.change(
            connection,
            guarantee,
            action,
            by=by,
            at=now,
            token_hash=hashed(link.token),
            expires_at=link.expires_at,
            user_id=None,
            asked_at=now,
            answered_at=None,
            sealed=self.store.sealed(named),
        )
        self._record(connection, application, by, action)
        return changed, link

    def _pressed(
        self, connection: Connection, guarantee_id: int, user_id: int, version: int | None
    ) -> tuple[Guarantee, Application]:
        guarantee, _ = self.look(connection, guarantee_id, user_id)
        if version is not None and version != guarantee.version:
            raise TransitionNotAllowed("press", guarantee.status, guarantee.changed_by, guarantee.updated_at)
        return guarantee, self._running(connection, guarantee)

    def _move(
        self,
        connection: Connection,
        application: Application,
        guarantee: Guarantee,
        action: GuaranteeAction,
        user_id: int,
        **columns: Any,
    ) -> Guarantee:
        now, by = self._clock(), guarantor_actor(user_id)
        answered = None if action is GuaranteeAction.OPEN else now
        changed = self.store.change(
            connection, guarantee, action, by=by, at=now, user_id=user_id, answered_at=answered, **columns
        )
        self._record(connection, application, by, action)
        return changed

    def _require_eligible(
        self, connection: Connection, application: Application, user_id: int, phone: str | None = None
    ) -> None:
        require_eligible(
            connection,
            application,
            user_id,
            staff=self._staff,
            people=self._applications.people,
            country=self._lender.country,
            phone=phone,
        )

    def _mutual(self, connection: Connection, guarantor: int, borrower: int) -> bool:
        owners = (
            self._applications.store.get(connection, one.application_id).user_id
            for one in self.running_of(connection, borrower)
            if one.status is GuaranteeStatus.ACCEPTED
        )
        return guarantor in owners

    def _record(self, connection: Connection, application: Application, by: str, deed: str) -> None:
        self._applications.audit.write(
            connection,
            by,
            f"guarantee:{deed}",
            self._clock(),
            application_id=application.application_id,
            user_id=application.user_id,
        )

    def _event(self, kind: EventKind, application: Application, by: str, guarantee: Guarantee) -> Event:
        return self._applications.event(
            kind, application, by, name=guarantee.named.name, guarantor=guarantee.user_id
        )
