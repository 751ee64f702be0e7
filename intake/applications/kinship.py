"""A wrong join of households undone: the employees are looked at again whom nothing but the join made kin."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, select, update

from intake.applications.model import Application
from intake.applications.status import RUNNING
from intake.applications.store import ApplicationStore
from intake.audit import AuditLog
from intake.people.household import People
from intake.people.parting import Parting
from intake.tables import applications, guarantees
from intake.tables import people as people_table


def part(
    connection: Connection,
    application: Application,
    *,
    store: ApplicationStore,
    people: People,
    parting: Parting,
    audit: AuditLog,
    by: str,
    at: datetime,
) -> None:
    """A household of his own for the applicant; running loans on both sides lose the marks of the other side's people.

    Only what the join alone explains is taken away: a mark stays where the form or a number names the employee, or
    where anybody stands for the loan, who may be he.
    """
    joint = application.household_id
    running = [one for one in store.of_household(connection, joint) if one.status in RUNNING]
    users = _users(connection, joint)
    parting.part(connection, application.reference, by=by)
    for before in running:
        now = store.get(connection, before.application_id)
        across = users - _users(connection, now.household_id) - {now.user_id}
        gone = {one for one in now.related_staff & across if not _is_explained(connection, people, now, one)}
        if gone:
            this = applications.c.application_id == now.application_id
            left = sorted(now.related_staff - gone)
            connection.execute(update(applications).where(this).values(related_staff=left))
            number, farmer = now.application_id, now.user_id
            audit.write(
                connection, by, "kin:part", at, application_id=number, user_id=farmer, staff=sorted(gone)
            )


def _users(connection: Connection, household_id: int | None) -> frozenset[int]:
    theirs = people_table.c.household_id == household_id
    query = select(people_table.c.user_id).where(theirs, people_table.c.user_id.is_not(None))
    return frozenset(connection.execute(query).scalars())


def _is_explained(connection: Connection, people: People, application: Application, employee: int) -> bool:
    """Whether something else than the household may have made him a concern of this loan."""
    values = application.values
    if (
        values.get("staff_related") == "yes"
        or values.get("staff_related_who")
        or values.get("guarantor_name")
    ):
        return True
    stands = select(guarantees.c.guarantee_id).where(
        guarantees.c.application_id == application.application_id
    )
    if application.guarantor is not None or connection.execute(stands.limit(1)).first() is not None:
        return True
    applicant = application.applicant
    known = people.find(connection, phone=applicant.phone, national_id=applicant.national_id)
    return employee in {one.user_id for one in known}
