"""Whether a submission may be taken, and which employees it touches."""

from __future__ import annotations

from sqlalchemy import Connection, select

from intake.applications.model import Submission
from intake.errors import Refused
from intake.lender import Lender
from intake.people.household import People
from intake.products.limits import LoanRequest, check
from intake.tables import staff


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
        age=submission.age,
    )
    found = check(products[submission.product_id], request, lender.rules)
    if found:
        raise Refused("limits", problems=found)


def relate_staff(
    connection: Connection, people: People, user_id: int, submission: Submission
) -> frozenset[int]:
    """Employees whom the loan touches: taker, guarantor, introducer. They will not handle it."""
    related = set(submission.related_staff)
    guarantor = submission.guarantor
    parties = {user_id}
    if guarantor is not None:
        same = people.find(connection, phone=guarantor.phone, national_id=guarantor.national_id)
        parties |= {person.user_id for person in same if person.user_id is not None}
    found = connection.execute(select(staff.c.user_id).where(staff.c.user_id.in_(parties)))
    return frozenset(related | set(found.scalars()))
