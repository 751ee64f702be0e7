"""All SQL of applications; every change of status is one compare-and-set on status and version."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, insert, select, update

from intake.applications.model import (
    AnswerLine,
    Application,
    Enclosure,
    Finding,
    FindingKind,
    Message,
    Person,
    Submission,
)
from intake.applications.status import Action, ApplicationStatus, next_status
from intake.errors import NotFound, TransitionNotAllowed
from intake.products.money import Money
from intake.products.product import Product, Repayment
from intake.tables import applications, findings, messages
from intake.vault import Vault


class ApplicationStore:
    """Rows in, domain objects out. Never commits."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def insert(
        self, connection: Connection, submission: Submission, columns: Mapping[str, Any], product: Product
    ) -> Application:
        """Write a new application at the product's price of today; `columns` are those the submission does not say."""
        row = {
            "village": submission.village,
            "product_id": submission.product_id,
            "requested_amount": submission.requested_amount,
            "own_funds": submission.own_funds,
            "term_months": submission.term_months,
            "repayment": submission.repayment.value,
            "harvest_on": submission.harvest_on,
            "investigators": [],
            "sealed": self._vault.encrypt_json({**_personal(submission), "price": _price(product)}),
            **columns,
        }
        found = connection.execute(insert(applications).values(row).returning(*applications.c)).one()
        return self._application(found)

    def get(self, connection: Connection, application_id: int) -> Application:
        """The application. Raises `NotFound`."""
        return self._one(connection, applications.c.application_id == application_id, application_id)

    def by_reference(self, connection: Connection, reference: str) -> Application:
        """The application. Raises `NotFound`."""
        return self._one(connection, applications.c.reference == reference, reference)

    def by_draft(self, connection: Connection, draft_id: str) -> Application | None:
        return next(iter(self.find(connection, applications.c.draft_id == draft_id)), None)

    def find(self, connection: Connection, *conditions: ColumnElement[bool]) -> list[Application]:
        """Applications that meet all conditions, oldest submission first."""
        query = select(applications).where(*conditions)
        rows = connection.execute(query.order_by(applications.c.submitted_at, applications.c.application_id))
        return [self._application(row) for row in rows]

    def with_status(
        self, connection: Connection, statuses: Iterable[ApplicationStatus], *conditions: ColumnElement[bool]
    ) -> list[Application]:
        return self.find(connection, applications.c.status.in_([one.value for one in statuses]), *conditions)

    def of_household(self, connection: Connection, household_id: int | None) -> list[Application]:
        """All that its people sent in; none where the household is forgotten."""
        return self.find(connection, applications.c.household_id == household_id) if household_id else []

    def change(
        self,
        connection: Connection,
        application: Application,
        action: Action,
        *,
        by: str,
        at: datetime,
        **columns: Any,
    ) -> Application:
        """Compare-and-set: the change holds only if nobody changed the application since it was read.

        Raises `TransitionNotAllowed` with who was quicker.
        """
        wanted = self.check(application, action)
        changed = connection.execute(
            update(applications)
            .where(
                applications.c.application_id == application.application_id,
                applications.c.status == application.status.value,
                applications.c.version == application.version,
            )
            .values(
                status=wanted.value,
                version=application.version + 1,
                changed_by=by,
                updated_at=at,
                **columns,
            )
            .returning(*applications.c)
        ).one_or_none()
        if changed is None:
            raise self._too_late(connection, application, action)
        return self._application(changed)

    @staticmethod
    def check(application: Application, action: Action) -> ApplicationStatus:
        """Where `action` would lead. Raises `TransitionNotAllowed` with who changed it last."""
        return next_status(application.status, action, by=application.changed_by, at=application.updated_at)

    def _too_late(
        self, connection: Connection, application: Application, action: Action
    ) -> TransitionNotAllowed:
        now = self.get(connection, application.application_id)
        return TransitionNotAllowed(action, now.status, now.changed_by, now.updated_at)

    def add_finding(
        self,
        connection: Connection,
        application: Application,
        kind: FindingKind,
        by: int,
        at: datetime,
        **facts: Any,
    ) -> None:
        connection.execute(
            insert(findings).values(
                application_id=application.application_id,
                kind=kind.value,
                by=by,
                at=at,
                sealed=self._vault.encrypt_json(facts),
            )
        )

    def findings(self, connection: Connection, application_id: int) -> list[Finding]:
        """The papers of the file, oldest first."""
        query = select(findings).where(findings.c.application_id == application_id)
        return [
            Finding(FindingKind(row.kind), row.by, row.at, self._vault.decrypt_json(row.sealed))
            for row in connection.execute(query.order_by(findings.c.finding_id))
        ]

    def touch(self, connection: Connection, application_id: int) -> None:
        """Something came into the file after the recommendation: whoever is to decide sees it before he can."""
        recommended = applications.c.status == ApplicationStatus.RECOMMENDED.value
        this = update(applications).where(applications.c.application_id == application_id, recommended)
        connection.execute(this.values(version=applications.c.version + 1))

    def add_message(
        self,
        connection: Connection,
        application: Application,
        sender: str,
        text: str,
        at: datetime,
        *,
        asks: bool = False,
        enclosure: Enclosure | None = None,
    ) -> None:
        """Into the file. `asks`: it waits for the farmer's answer. The file of an `enclosure` is kept elsewhere."""
        content: dict[str, Any] = {"text": text, "asks": asks}
        if enclosure is not None:
            content |= {"enclosed": enclosure.kind, "file": enclosure.name, "place": enclosure.place}
        sealed = self._vault.encrypt_json(content)
        values = {"application_id": application.application_id, "sender": sender, "at": at, "sealed": sealed}
        connection.execute(insert(messages).values(values))
        self.touch(connection, application.application_id)

    def messages(self, connection: Connection, application_id: int) -> list[Message]:
        """The talk about the application, oldest first."""
        query = select(messages).where(messages.c.application_id == application_id)
        rows = connection.execute(query.order_by(messages.c.message_id))
        return [self._message(row, self._vault.decrypt_json(row.sealed)) for row in rows]

    @staticmethod
    def _message(row: Row[Any], content: Mapping[str, Any]) -> Message:
        # Messages of before this was kept: whatever an officer wrote may have been a question.
        asks = content.get("asks", row.sender.startswith("staff:"))
        place = content.get("place")
        return Message(
            row.message_id,
            row.sender,
            content["text"],
            row.at,
            asks,
            content.get("enclosed", ""),
            content.get("file", ""),
            None if place is None else (place[0], place[1]),
        )

    def _one(self, connection: Connection, condition: ColumnElement[bool], key: object) -> Application:
        found = self.find(connection, condition)
        if not found:
            raise NotFound("application", key)
        return found[0]

    def _application(self, row: Row[Any]) -> Application:
        """The row as it is meant; what stands under the same name in both needs no word here."""
        personal = self._vault.decrypt_json(row.sealed)
        price = personal.get("price", {})
        as_it_is = {name: getattr(row, name) for name in _SAME}
        return Application(
            **as_it_is,
            status=ApplicationStatus(row.status),
            repayment=Repayment(row.repayment),
            requested=Money(row.requested_amount, row.currency),
            own_funds=Money(row.own_funds, row.currency),
            approved=None if row.approved_amount is None else Money(row.approved_amount, row.currency),
            related_staff=frozenset(row.related_staff),
            investigators=frozenset(row.investigators),
            applicant=Person(**personal["applicant"]),
            guarantor=Person(**personal["guarantor"]) if personal["guarantor"] else None,
            values=personal["values"],
            lines=tuple(AnswerLine(**line) for line in personal["lines"]),
            first_due=_date(personal.get("first_due")),
            annual_rate_percent=_decimal(price.get("annual_rate_percent")),
            fee_percent=_decimal(price.get("fee_percent")),
        )


_SAME = (
    "application_id",
    "reference",
    "draft_id",
    "user_id",
    "household_id",
    "village",
    "language",
    "version",
    "changed_by",
    "form_id",
    "form_version",
    "product_id",
    "term_months",
    "harvest_on",
    "large",
    "holder",
    "claimed_at",
    "recommended_by",
    "visit_on",
    "submitted_at",
    "updated_at",
    "decided_at",
    "decided_by",
)


def _personal(submission: Submission) -> dict[str, Any]:
    return {
        "applicant": asdict(submission.applicant),
        "guarantor": asdict(submission.guarantor) if submission.guarantor else None,
        "values": dict(submission.values),
        "lines": [asdict(line) for line in submission.lines],
        "first_due": submission.first_due.isoformat() if submission.first_due else None,
    }


def _decimal(written: str | None) -> Decimal | None:
    return None if written is None else Decimal(written)


def _price(product: Product) -> dict[str, str]:
    """What a change of the products must not change in what was sent in before."""
    return {"annual_rate_percent": str(product.annual_rate_percent), "fee_percent": str(product.fee_percent)}


def _date(written: str | None) -> date | None:
    return None if written is None else date.fromisoformat(written)
