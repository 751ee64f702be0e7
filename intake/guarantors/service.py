"""What a farmer and his guarantor do: name, ask anew, open the link, say yes or no, until the loan is decided."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection

from intake.applications.model import Application, Event, EventKind, Person
from intake.applications.service import Applications
from intake.applications.status import RUNNING
from intake.audit import farmer, staff_actor
from intake.clock import Clock
from intake.errors import NotFound, Refused, TransitionNotAllowed
from intake.guarantors.eligibility import e164, require_eligible, require_other_phone, shared_number
from intake.guarantors.known import KnownGuarantees
from intake.guarantors.links import random_token
from intake.guarantors.model import Barrier, Guarantee, Link
from intake.guarantors.names import is_himself, same_name
from intake.guarantors.status import GuaranteeAction, GuaranteeStatus
from intake.guarantors.store import GuaranteeStore, guarantor_actor, hashed
from intake.lender import Lender
from intake.review.staff import Staff
from intake.vault import Vault

LONGEST_NAME = 200


class Guarantors(KnownGuarantees):
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
        super().__init__(GuaranteeStore(vault), applications, lender)
        self._staff = staff
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
        """Somebody else is asked; whoever was asked before is forgotten, and told if he had opened his link.

        Raises `Refused` with a `Barrier` when the person named is nobody, or the borrower himself.
        """
        application, guarantee = self._own(connection, application_id, user_id)
        person = self._somebody_else(application, named)
        employees = {
            one.user_id for one in self._staff.members(connection) if same_name(person.name, one.name)
        }
        self._applications.relate_guarantor(connection, application, person, employees)
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

    def turned_away(self, connection: Connection, token: str, user_id: int) -> None:
        """Leave a line in the log that an employee opened a link that is not for him; he guarantees nothing by it."""
        guarantee = self.store.by_token(connection, token)
        if guarantee is not None:
            application = self._applications.store.get(connection, guarantee.application_id)
            self._record(connection, application, staff_actor(user_id), "turned_away")

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

    # within

    def _somebody_else(self, application: Application, named: Person) -> Person:
        country, name = self._lender.country, named.name.strip()[:LONGEST_NAME]
        if not name:
            raise Refused(Barrier.NAME_MISSING)
        if is_himself(name, application.applicant.name):
            raise Refused(Barrier.HIMSELF)
        require_other_phone(application, named.phone, country, Barrier.BORROWER)
        return Person(name, e164(named.phone, country) if named.phone else None)

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
        if action is GuaranteeAction.REPLACE:
            self._applications.store.touch(connection, application.application_id)
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
        if answered is not None:
            self._applications.store.touch(connection, application.application_id)
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
