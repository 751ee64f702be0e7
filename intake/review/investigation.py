"""The officer investigates: claim, ask, visit, recommend."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from sqlalchemy import Connection

from intake.applications.model import Application, Event, EventKind, FindingKind
from intake.applications.status import Action, actions_from
from intake.audit import SYSTEM
from intake.errors import Refused
from intake.review import rights
from intake.review.press import Change, Press, written
from intake.review.staff import Role, StaffMember
from intake.tables import applications


class Investigation(Press):
    """The first pair of eyes."""

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
        self._store.check(application, Action.RELEASE)
        rights.require_releaser(member, application)
        return self._release(connection, application, member.actor)

    def give_back(self, connection: Connection, holder: int) -> list[Event]:
        """All that a member holds who has left goes back to the queue; what is recommended waits for its decision."""
        events: list[Event] = []
        for application in self.held(connection, holder):
            events += self._release(connection, application, SYSTEM)[1]
        return events

    def held(self, connection: Connection, holder: int) -> list[Application]:
        """What a member works on and could give back."""
        found = self._store.find(connection, applications.c.holder == holder)
        return [one for one in found if Action.RELEASE in actions_from(one.status)]

    def ask_farmer(
        self, connection: Connection, by: int, application_id: int, question: str, version: int | None = None
    ) -> Change:
        """Put a question to the farmer; the application waits for his answer."""
        member, application = self._press(connection, by, application_id, version)
        self._may_work(member, application, Action.ASK_FARMER)
        text = written(question, "question_missing")
        changed = self._change(connection, member, application, Action.ASK_FARMER)
        self._store.add_message(connection, changed, member.actor, text, self._clock(), asks=True)
        return changed, [self._event(EventKind.QUESTION_ASKED, changed, member, text=text)]

    def write_message(self, connection: Connection, by: int, application_id: int, text: str) -> list[Event]:
        """A word to the farmer that needs no answer; the status stays."""
        member, application = self._press(connection, by, application_id, None)
        rights.require_worker(member, application)
        if application.erased:
            raise Refused("farmer_erased")
        words = written(text, "message_missing")
        self._store.add_message(connection, application, member.actor, words, self._clock())
        self._applications.record(connection, application, member.actor, "message")
        return [self._event(EventKind.MESSAGE_SENT, application, member, text=words)]

    def set_visit(
        self, connection: Connection, by: int, application_id: int, on: date, version: int | None = None
    ) -> Change:
        """Agree on a day; today at the earliest, by the lender's calendar."""
        member, application = self._press(connection, by, application_id, version)
        self._may_work(member, application, Action.SET_VISIT)
        today = self._today()
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
        facts = {"notes": written(notes, "notes_missing"), "seen": list(seen), "location": location}
        changed = self._change(connection, member, application, Action.RECORD_VISIT, visit_on=None)
        self._find(connection, changed, FindingKind.VISIT, member, **facts)
        off = self._visit_off(application) if application.visit_on != self._today() else {}
        return changed, [self._event(EventKind.VISIT_RECORDED, changed, member, **off)]

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

        `amount` is what the officer would lend (the requested amount if None), of what is `lendable`.
        """
        member, application = self._press(connection, by, application_id, version)
        self._may_work(member, application, Action.RECOMMEND)
        facts = {
            "lend": lend,
            "reasons_for": written(reasons_for, "reasons_for_missing"),
            "reasons_against": written(reasons_against, "reasons_against_missing"),
            "amount": str(self._amount(application, amount)) if lend else None,
            "visited": self._visited(connection, application),
        }
        changed = self._change(
            connection, member, application, Action.RECOMMEND, recommended_by=member.user_id, visit_on=None
        )
        self._find(connection, changed, FindingKind.RECOMMENDATION, member, **facts)
        off = self._visit_off(application)
        return changed, [
            self._event(EventKind.RECOMMENDED, changed, member, lend=lend, amount=facts["amount"], **off)
        ]

    def _may_investigate(self, member: StaffMember, application: Application) -> None:
        rights.require_role(member, rights.INVESTIGATORS)
        rights.require_untouched(member, application)
        rights.require_village(member, application)

    def _may_work(self, member: StaffMember, application: Application, action: Action) -> None:
        """The status first: a second press hears that it is done, not that he lacks the right."""
        self._store.check(application, action)
        rights.require_worker(member, application)

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

    def _visited(self, connection: Connection, application: Application) -> bool:
        papers = self._store.findings(connection, application.application_id)
        return any(paper.kind is FindingKind.VISIT for paper in papers)
