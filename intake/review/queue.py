"""The review queue: every press checked against the person who pressed, every change a compare-and-set."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection

from intake.applications.model import Application, ApplicationFile, Event, EventKind, FindingKind
from intake.applications.service import Applications
from intake.applications.status import Action
from intake.clock import Clock
from intake.errors import NotAllowed, Reason, Refused, TransitionNotAllowed
from intake.lender import Lender
from intake.review import rights
from intake.review.staff import Role, Staff, StaffMember

Change = tuple[Application, list[Event]]


class ReviewQueue:
    """What staff do with applications.

    `by` is the user id of who pressed: the member is read anew each time, so that a right taken away is gone at
    the next press. `version` is that of the button: if the application moved on since, `TransitionNotAllowed`
    says by whom. Raises `NotAllowed` with the rule that forbids, `Refused` when words or figures are missing.
    """

    def __init__(self, applications: Applications, staff: Staff, lender: Lender, clock: Clock) -> None:
        self._applications = applications
        self._store = applications.store
        self._staff = staff
        self._lender = lender
        self._clock = clock

    # reading

    def open_file(self, connection: Connection, by: int, application_id: int) -> ApplicationFile:
        """The whole credit file; the read goes into the audit log. Needs a write transaction."""
        member, application = self._press(connection, by, application_id, None)
        rights.require_reader(member, application)
        self._log_read(connection, member, application)
        return self._applications.file(connection, application)

    def look(self, connection: Connection, by: int, application_id: int) -> Application:
        """The record alone, for a card; logged like the file."""
        member, application = self._press(connection, by, application_id, None)
        rights.require_reader(member, application)
        self._log_read(connection, member, application)
        return application

    # investigation

    def claim(
        self, connection: Connection, by: int, application_id: int, version: int | None = None
    ) -> Change:
        """Take it on. Of two officers one wins; the other hears who."""
        member, application = self._press(connection, by, application_id, version)
        self._may_investigate(member, application)
        return self._hold(connection, Action.CLAIM, member, application, member)

    def assign(
        self, connection: Connection, by: int, application_id: int, to: int, version: int | None = None
    ) -> Change:
        """The branch lead gives it to an officer, whoever holds it."""
        member, application = self._press(connection, by, application_id, version)
        rights.require_role(member, frozenset({Role.LEAD}))
        rights.require_untouched(member, application)
        officer = self._member(connection, to)
        rights.require_role(officer, rights.INVESTIGATORS)
        rights.require_untouched(officer, application)
        return self._hold(connection, Action.ASSIGN, member, application, officer)

    def release(
        self, connection: Connection, by: int, application_id: int, version: int | None = None
    ) -> Change:
        """Give it back to the queue: the holder, or the lead in his place."""
        member, application = self._press(connection, by, application_id, version)
        if member.role is Role.LEAD:
            self._store.check(application, Action.RELEASE)
        else:
            self._may_work(member, application, Action.RELEASE)
        changed = self._change(
            connection, member, application, Action.RELEASE, holder=None, claimed_at=None, visit_on=None
        )
        event = self._event(EventKind.RELEASED, changed, member, holder=application.holder)
        return changed, [event]

    def ask_farmer(
        self, connection: Connection, by: int, application_id: int, question: str, version: int | None = None
    ) -> Change:
        """Put a question to the farmer; the application waits for his answer."""
        member, application = self._press(connection, by, application_id, version)
        self._may_work(member, application, Action.ASK_FARMER)
        text = _words(question, "question_missing")
        changed = self._change(connection, member, application, Action.ASK_FARMER)
        self._store.add_message(connection, changed, member.actor, text, self._clock())
        return changed, [self._event(EventKind.QUESTION_ASKED, changed, member, text=text)]

    def write_message(self, connection: Connection, by: int, application_id: int, text: str) -> list[Event]:
        """A word to the farmer that needs no answer; the status stays."""
        member, application = self._press(connection, by, application_id, None)
        rights.require_holder(member, application)
        words = _words(text, "message_missing")
        self._store.add_message(connection, application, member.actor, words, self._clock())
        self._applications.record(connection, application, member.actor, "message")
        return [self._event(EventKind.MESSAGE_SENT, application, member, text=words)]

    def set_visit(
        self, connection: Connection, by: int, application_id: int, on: date, version: int | None = None
    ) -> Change:
        """Agree on a day; today at the earliest, by the lender's calendar."""
        member, application = self._press(connection, by, application_id, version)
        self._may_work(member, application, Action.SET_VISIT)
        today = self._clock().astimezone(self._lender.zone).date()
        if on < today:
            raise Refused("visit_in_past", given=on, today=today)
        changed = self._change(connection, member, application, Action.SET_VISIT, visit_on=on)
        return changed, [self._event(EventKind.VISIT_SET, changed, member, on=on)]

    def record_visit(
        self,
        connection: Connection,
        by: int,
        application_id: int,
        notes: str,
        *,
        seen: Sequence[str] = (),
        location: tuple[float, float] | None = None,
        version: int | None = None,
    ) -> Change:
        """What was seen on the spot: site, stock, equipment; the place if the officer shared it."""
        member, application = self._press(connection, by, application_id, version)
        self._may_work(member, application, Action.RECORD_VISIT)
        facts = {"notes": _words(notes, "notes_missing"), "seen": list(seen), "location": location}
        changed = self._change(connection, member, application, Action.RECORD_VISIT, visit_on=None)
        self._find(connection, changed, FindingKind.VISIT, member, **facts)
        return changed, [self._event(EventKind.VISIT_RECORDED, changed, member)]

    def recommend(
        self,
        connection: Connection,
        by: int,
        application_id: int,
        *,
        lend: bool,
        reasons_for: str,
        reasons_against: str,
        amount: Decimal | None = None,
        version: int | None = None,
    ) -> Change:
        """Recommend to lend or not, the reasons for *and* against written either way.

        `amount` is what the officer would lend (the requested amount if None), never above what was asked.
        """
        member, application = self._press(connection, by, application_id, version)
        self._may_work(member, application, Action.RECOMMEND)
        facts = {
            "lend": lend,
            "reasons_for": _words(reasons_for, "reasons_for_missing"),
            "reasons_against": _words(reasons_against, "reasons_against_missing"),
            "amount": str(self._amount(application, amount)) if lend else None,
            "visited": self._visited(connection, application),
        }
        changed = self._change(
            connection, member, application, Action.RECOMMEND, recommended_by=member.user_id, visit_on=None
        )
        self._find(connection, changed, FindingKind.RECOMMENDATION, member, **facts)
        return changed, [
            self._event(EventKind.RECOMMENDED, changed, member, lend=lend, amount=facts["amount"])
        ]

    # review by a second person

    def approve(
        self,
        connection: Connection,
        by: int,
        application_id: int,
        *,
        amount: Decimal | None = None,
        shares: Mapping[int, int] | None = None,
        note: str = "",
        version: int | None = None,
    ) -> Change:
        """Approve `amount` (what was recommended if None). A large loan needs `shares`: user id -> per cent."""
        member, application = self._press(connection, by, application_id, version)
        self._may_decide(member, application, Action.APPROVE)
        rights.require_shares(application, member.user_id, shares)
        wanted = amount if amount is not None else self._recommended_amount(connection, application)
        approved = self._amount(application, wanted)
        facts = {"approved": True, "amount": str(approved), "shares": _by_text(shares), "note": note}
        changed = self._decide(
            connection, member, application, Action.APPROVE, facts, approved_amount=approved
        )
        asked = str(application.requested.amount)
        return changed, [self._event(EventKind.APPROVED, changed, member, amount=str(approved), asked=asked)]

    def reject(
        self, connection: Connection, by: int, application_id: int, reason: str, version: int | None = None
    ) -> Change:
        """Reject, with the real reason: the farmer hears it."""
        member, application = self._press(connection, by, application_id, version)
        self._may_decide(member, application, Action.REJECT)
        words = _words(reason, "reason_missing")
        changed = self._decide(
            connection, member, application, Action.REJECT, {"approved": False, "reason": words}
        )
        return changed, [self._event(EventKind.REJECTED, changed, member, reason=words)]

    def return_for_information(
        self, connection: Connection, by: int, application_id: int, question: str, version: int | None = None
    ) -> Change:
        """Send it back to who recommended, with what is missing."""
        member, application = self._press(connection, by, application_id, version)
        self._may_decide(member, application, Action.RETURN)
        words = _words(question, "question_missing")
        changed = self._change(connection, member, application, Action.RETURN, recommended_by=None)
        self._find(connection, changed, FindingKind.RETURN, member, question=words)
        return changed, [self._event(EventKind.RETURNED, changed, member, question=words)]

    # what every press goes through

    def _press(
        self, connection: Connection, by: int, application_id: int, version: int | None
    ) -> tuple[StaffMember, Application]:
        member = self._member(connection, by)
        application = self._store.get(connection, application_id)
        if version is not None and version != application.version:
            raise TransitionNotAllowed(
                "press", application.status, application.changed_by, application.updated_at
            )
        return member, application

    def _member(self, connection: Connection, user_id: int) -> StaffMember:
        member = self._staff.find(connection, user_id)
        if member is None:
            raise NotAllowed(Reason.NOT_STAFF)
        return member

    def _may_investigate(self, member: StaffMember, application: Application) -> None:
        rights.require_role(member, rights.INVESTIGATORS)
        rights.require_untouched(member, application)
        rights.require_village(member, application)

    def _may_work(self, member: StaffMember, application: Application, action: Action) -> None:
        """The status first: a second press hears that it is done, not that he lacks the right."""
        self._store.check(application, action)
        rights.require_holder(member, application)
        rights.require_untouched(member, application)

    def _may_decide(self, member: StaffMember, application: Application, action: Action) -> None:
        self._store.check(application, action)
        rights.require_four_eyes(member, application)

    def _hold(
        self,
        connection: Connection,
        action: Action,
        member: StaffMember,
        application: Application,
        holder: StaffMember,
    ) -> Change:
        investigators = sorted(application.investigators | {holder.user_id})
        changed = self._change(
            connection,
            member,
            application,
            action,
            holder=holder.user_id,
            claimed_at=self._clock(),
            investigators=investigators,
        )
        kind = EventKind.CLAIMED if action is Action.CLAIM else EventKind.ASSIGNED
        return changed, [self._event(kind, changed, member, holder_name=holder.name)]

    def _decide(
        self,
        connection: Connection,
        member: StaffMember,
        application: Application,
        action: Action,
        facts: Mapping[str, Any],
        **columns: Any,
    ) -> Application:
        now = self._clock()
        changed = self._change(
            connection, member, application, action, decided_at=now, decided_by=member.user_id, **columns
        )
        self._find(connection, changed, FindingKind.DECISION, member, **facts)
        return changed

    def _change(
        self,
        connection: Connection,
        member: StaffMember,
        application: Application,
        action: Action,
        **columns: Any,
    ) -> Application:
        now = self._clock()
        changed = self._store.change(connection, application, action, by=member.actor, at=now, **columns)
        self._applications.record(connection, changed, member.actor, action)
        return changed

    def _find(
        self,
        connection: Connection,
        application: Application,
        kind: FindingKind,
        member: StaffMember,
        **facts: Any,
    ) -> None:
        self._store.add_finding(connection, application, kind, member.user_id, self._clock(), **facts)

    def _event(
        self,
        kind: EventKind,
        application: Application,
        member: StaffMember,
        *,
        holder: int | None = None,
        **facts: Any,
    ) -> Event:
        event = self._applications.event(kind, application, member.actor, holder=holder, **facts)
        return replace(event, facts={**event.facts, "by_name": member.name})

    def _log_read(self, connection: Connection, member: StaffMember, application: Application) -> None:
        self._applications.audit.write(
            connection,
            member.actor,
            "file:read",
            self._clock(),
            application_id=application.application_id,
            user_id=application.user_id,
        )

    def _visited(self, connection: Connection, application: Application) -> bool:
        papers = self._store.findings(connection, application.application_id)
        return any(paper.kind is FindingKind.VISIT for paper in papers)

    def _recommended_amount(self, connection: Connection, application: Application) -> Decimal | None:
        papers = self._store.findings(connection, application.application_id)
        advice = [paper for paper in papers if paper.kind is FindingKind.RECOMMENDATION]
        amount = advice[-1].facts["amount"] if advice else None
        return None if amount is None else Decimal(amount)

    @staticmethod
    def _amount(application: Application, amount: Decimal | None) -> Decimal:
        """The amount lent: above nothing, at most what was asked."""
        asked = application.requested.amount
        given = asked if amount is None else amount
        if not 0 < given <= asked:
            raise Refused("amount_not_allowed", given=given, max=asked)
        return given


def _words(text: str, missing: str) -> str:
    words = text.strip()
    if not words:
        raise Refused(missing)
    return words


def _by_text(shares: Mapping[int, int] | None) -> dict[str, int] | None:
    return None if shares is None else {str(user_id): share for user_id, share in shares.items()}
