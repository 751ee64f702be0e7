"""Whether a submission may be taken, and which employees it touches."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select, update

from intake.applications.model import Application, Person, Submission
from intake.applications.status import RUNNING
from intake.errors import Refused
from intake.lender import Lender
from intake.people.household import People
from intake.products.limits import LoanRequest, check
from intake.tables import applications, guarantees, staff
from intake.tables import people as people_table


def problems(lender: Lender, submission: Submission) -> None:
    """Raises `Refused`: "village", "product" (unknown) or "limits" (broken; `problems` in the facts)."""
    if submission.village not in {village.village_id for village in lender.villages}:
        raise Refused("village", village=submission.village)
    products = {product.product_id: product for product in lender.products}
    if submission.product_id not in products:
        raise Refused("product", product=submission.product_id)
    request = LoanRequest(
        amount=submission.requested_amount,
        term_months=submission.term_months,
        own_funds=submission.own_funds,
        repayment=submission.repayment,
        has_guarantor=submission.guarantor is not None,
        has_collateral=submission.has_collateral,
    )
    found = check(products[submission.product_id], request, lender.rules)
    if found:
        raise Refused("limits", problems=found)


def relate_staff(
    connection: Connection, people: People, user_id: int, household_id: int, submission: Submission
) -> frozenset[int]:
    """Employees whom the loan touches: taker, his household, guarantor, introducer. They will not handle it."""
    related = set(submission.related_staff)
    applicant, guarantor = submission.applicant, submission.guarantor
    known = people.find(connection, phone=applicant.phone, national_id=applicant.national_id)
    if guarantor is not None:
        known += people.find(connection, phone=guarantor.phone, national_id=guarantor.national_id)
    parties = {user_id} | {person.user_id for person in known if person.user_id is not None}
    in_household = select(people_table.c.user_id).where(people_table.c.household_id == household_id)
    touched = staff.c.user_id.in_(parties) | staff.c.user_id.in_(in_household)
    return frozenset(related | set(connection.execute(select(staff.c.user_id).where(touched)).scalars()))


def relate_named(
    connection: Connection, people: People, application: Application, named: Person, employees: set[int]
) -> None:
    """Mark the employees whom a person named later may be, as `relate_staff` does for whom the form names."""
    known = people.find(connection, phone=named.phone, national_id=named.national_id)
    users = {person.user_id for person in known if person.user_id is not None}
    on_file = connection.execute(select(staff.c.user_id).where(staff.c.user_id.in_(users))).scalars()
    _widen(connection, application.application_id, application.related_staff, employees | set(on_file))


def relate_to_running(connection: Connection, user_id: int) -> None:
    """Mark every running application that an employee's household takes, or that he stands for, as his concern.

    Needed when he becomes an employee, or joins a household, while they run.
    """
    household = select(people_table.c.household_id).where(people_table.c.user_id == user_id)
    stands_for = select(guarantees.c.application_id).where(guarantees.c.user_id == user_id)
    touched = applications.c.household_id.in_(household) | applications.c.application_id.in_(stands_for)
    running = applications.c.status.in_([status.value for status in RUNNING])
    this, so_far = applications.c.application_id, applications.c.related_staff
    for number, related in connection.execute(select(this, so_far).where(touched, running)).all():
        _widen(connection, number, related, {user_id})


def _widen(connection: Connection, application_id: int, related: Iterable[int], by: set[int]) -> None:
    if not by <= set(related):
        this = applications.c.application_id == application_id
        connection.execute(update(applications).where(this).values(related_staff=sorted({*related, *by})))
