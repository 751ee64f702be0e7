"""A second person decides: approve, reject, send back."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection

from intake.applications.model import Application, EventKind, FindingKind
from intake.applications.status import Action
from intake.audit import SYSTEM
from intake.errors import Refused
from intake.review import rights
from intake.review.press import Change, Press, written
from intake.review.staff import StaffMember


class Decision(Press):
    """The second pair of eyes, never the first again."""

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
        """Approve `amount` (what was recommended if None). A large loan needs `shares`: user id -> per cent.

        Raises `Refused`: "guarantor_missing" when the lender wants a guarantor for this amount and nobody stands
        for it, "amount_not_allowed" also when none is given and none was recommended.
        """
        member, application = self._press(connection, by, application_id, version)
        self._may_decide(member, application, Action.APPROVE)
        rights.require_shares(application, member.user_id, shares)
        wanted = amount if amount is not None else self.recommended_amount(connection, application)
        approved = self._amount(application, wanted or Decimal(0))
        self._require_guarantor(connection, application, approved)
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
        words = written(reason, "reason_missing")
        changed = self._decide(
            connection, member, application, Action.REJECT, {"approved": False, "reason": words}
        )
        return changed, [self._event(EventKind.REJECTED, changed, member, reason=words)]

    def return_for_information(
        self, connection: Connection, by: int, application_id: int, question: str, version: int | None = None
    ) -> Change:
        """Send it back to who recommended, with what is missing; to the queue if he left, or it touches him now."""
        member, application = self._press(connection, by, application_id, version)
        self._may_decide(member, application, Action.RETURN)
        words = written(question, "question_missing")
        changed = self._change(connection, member, application, Action.RETURN, recommended_by=None)
        self._find(connection, changed, FindingKind.RETURN, member, question=words)
        events = [self._event(EventKind.RETURNED, changed, member, question=words)]
        if changed.holder is not None and not self._can_work(connection, changed, changed.holder):
            changed, released = self._release(connection, changed, SYSTEM)
            events += released
        return changed, events

    def recommended_amount(self, connection: Connection, application: Application) -> Decimal | None:
        """What the officer would lend; None without a recommendation to lend."""
        papers = self._store.findings(connection, application.application_id)
        advice = [paper for paper in papers if paper.kind is FindingKind.RECOMMENDATION]
        amount = advice[-1].facts["amount"] if advice else None
        return None if amount is None else Decimal(amount)

    def _may_decide(self, member: StaffMember, application: Application, action: Action) -> None:
        self._store.check(application, action)
        rights.require_four_eyes(member, application)

    def _can_work(self, connection: Connection, application: Application, holder: int) -> bool:
        member = self._staff.find(connection, holder)
        return member is not None and not rights.touches(member, application)

    def _require_guarantor(self, connection: Connection, application: Application, approved: Decimal) -> None:
        needed = self._lender.rules.guarantor_required_from
        if approved >= needed and not self._guarantors.accepted(connection, application.application_id):
            raise Refused("guarantor_missing", needed_from=needed)

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


def _by_text(shares: Mapping[int, int] | None) -> dict[str, int] | None:
    return None if shares is None else {str(user_id): share for user_id, share in shares.items()}
