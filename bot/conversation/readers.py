"""Who reads what farmers pass on: the village's officers, the branch, and of a complaint nobody it may be about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from bot.conversation.handed import Handoff
from intake.review import Role, StaffMember, rights

if TYPE_CHECKING:
    from bot.services import Services

SEES_ALL = (Role.LEAD, Role.ADMIN)  # villages are no limit to them


def recipients(connection: Connection, services: Services, village: str, farmer: int) -> list[StaffMember]:
    """The officers of the village; if it has none, or none was named, the branch leads; else the admins.

    Never who is kin to a loan of this farmer's, or the farmer himself.
    """
    return (
        officers_for(connection, services, village, farmer)
        or leads_for(connection, services, farmer)
        or _free(connection, services, services.staff.members(connection, role=Role.ADMIN), farmer)
    )


def officers_for(connection: Connection, services: Services, village: str, farmer: int) -> list[StaffMember]:
    """The officers of the village whom no loan of this farmer's touches."""
    return _free(connection, services, services.staff.officers_of(connection, village), farmer)


def leads_for(connection: Connection, services: Services, farmer: int) -> list[StaffMember]:
    """The branch leads whom no loan of this farmer's touches."""
    return _free(connection, services, services.staff.members(connection, role=Role.LEAD), farmer)


def _free(
    connection: Connection, services: Services, members: Sequence[StaffMember], farmer: int
) -> list[StaffMember]:
    his = services.applications.by_farmer(connection, farmer)
    return [
        one for one in members if farmer not in one.ids and not any(rights.touches(one, loan) for loan in his)
    ]


def hearers(connection: Connection, services: Services, handoff: Handoff) -> list[StaffMember]:
    """Whom a question is brought to. A complaint passes everybody who worked on a loan of the complainant's."""
    if not handoff.complaint:
        return recipients(connection, services, handoff.village, handoff.chat_id)
    his = {
        number
        for one in services.applications.by_farmer(connection, handoff.chat_id)
        for number in (one.holder, one.recommended_by, *one.investigators)
    }
    for role in (Role.LEAD, Role.ADMIN):
        if free := [one for one in services.staff.members(connection, role=role) if not one.ids & his]:
            return free
    return []


def may_answer(connection: Connection, services: Services, member: StaffMember, handoff: Handoff) -> bool:
    """Officers answer for their villages, leads for all. A complaint, and for an admin any, must be brought to him."""
    if handoff.complaint or member.role is Role.ADMIN:
        return member.user_id in {one.user_id for one in hearers(connection, services, handoff)}
    its_own = member.role is Role.LEAD or handoff.village in member.villages
    return its_own and bool(_free(connection, services, [member], handoff.chat_id))


def names(members: Sequence[StaffMember]) -> str:
    """The names of members of staff, as a list."""
    return ", ".join(member.name for member in members)


def village_name(services: Services, village: str, language: str) -> str:
    """The village's name in the language; a dash when it is not known."""
    found = {one.village_id: one for one in services.lender.villages}.get(village)
    return services.lender.text(found.names, language) if found else "–"
