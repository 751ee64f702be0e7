"""The reading side of the guarantees: who stands for which loan, and what to ask him about."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection

from intake.applications.model import Application
from intake.applications.service import Applications
from intake.applications.status import RUNNING
from intake.errors import NotFound
from intake.guarantors.eligibility import same_phone
from intake.guarantors.model import Doubt, Guarantee
from intake.guarantors.status import WAITING, GuaranteeStatus
from intake.guarantors.store import GuaranteeStore
from intake.lender import Lender

PAST_SHOWN = 3


class KnownGuarantees:
    """What is known of guarantees; changes nothing."""

    def __init__(self, store: GuaranteeStore, applications: Applications, lender: Lender) -> None:
        self.store = store
        self._applications = applications
        self._lender = lender

    def look(self, connection: Connection, guarantee_id: int, user_id: int) -> tuple[Guarantee, Application]:
        """His own guarantee and what it is for. Raises `NotFound`, also when it is another's."""
        guarantee = self.store.get(connection, guarantee_id)
        if guarantee.user_id != user_id:
            raise NotFound("guarantee", guarantee_id)
        return guarantee, self._applications.store.get(connection, guarantee.application_id)

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

    def _mutual(self, connection: Connection, guarantor: int, borrower: int) -> bool:
        owners = (
            self._applications.store.get(connection, one.application_id).user_id
            for one in self.running_of(connection, borrower)
            if one.status is GuaranteeStatus.ACCEPTED
        )
        return guarantor in owners
