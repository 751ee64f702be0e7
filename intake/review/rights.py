"""Who may do what to an application: role, village, ownership, four eyes. Each refusal names its rule."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Row

from intake.applications.model import Application
from intake.errors import NotAllowed, Reason, Refused
from intake.review.staff import Role, StaffMember

INVESTIGATORS = frozenset({Role.OFFICER, Role.LEAD})
DECIDERS = frozenset({Role.REVIEWER, Role.LEAD})
READERS = frozenset({Role.OFFICER, Role.REVIEWER, Role.LEAD})


def require_role(member: StaffMember, roles: frozenset[Role]) -> None:
    """People without the post take no part."""
    if member.role not in roles:
        raise NotAllowed(
            Reason.ROLE, role=member.role, needed=sorted(roles), member=member.user_id, name=member.name
        )


def touches(member: StaffMember, application: Application | Row[Any]) -> bool:
    """Whether it is his own loan, or one that he introduced, guarantees or is kin to."""
    return application.user_id in member.ids or not member.ids.isdisjoint(application.related_staff)


def investigated(member: StaffMember, application: Application | Row[Any]) -> bool:
    """Whether he held or recommended it, under whatever Telegram id."""
    return not member.ids.isdisjoint((*application.investigators, application.recommended_by))


def require_untouched(member: StaffMember, application: Application) -> None:
    """Nobody handles his own loan, nor one that he introduced, guarantees or is kin to."""
    if application.user_id in member.ids:
        raise NotAllowed(Reason.OWN_APPLICATION, member=member.user_id, name=member.name)
    if touches(member, application):
        raise NotAllowed(Reason.STAFF_RELATED, member=member.user_id, name=member.name)


def require_village(member: StaffMember, application: Application) -> None:
    """An officer works in the villages contracted to him; the branch lead in all."""
    if member.role is Role.OFFICER and application.village not in member.villages:
        raise NotAllowed(Reason.VILLAGE, village=application.village)


def require_holder(member: StaffMember, application: Application) -> None:
    """Only who claimed it works on it."""
    if application.holder != member.user_id:
        raise NotAllowed(Reason.NOT_HOLDER, holder=application.holder)


def require_worker(member: StaffMember, application: Application) -> None:
    """Its holder, unless it has come to touch him since."""
    require_holder(member, application)
    require_untouched(member, application)


def require_releaser(member: StaffMember, application: Application) -> None:
    """Its holder, for whom this may be the one thing left to do; in his place the lead, if it does not touch him."""
    if member.role is not Role.LEAD:
        require_holder(member, application)
    elif application.holder != member.user_id:
        require_untouched(member, application)


def require_reader(member: StaffMember, application: Application) -> None:
    """The file is open to its officer, to reviewers and to the lead."""
    require_role(member, READERS)
    require_untouched(member, application)
    if application.holder != member.user_id:
        require_village(member, application)


def require_four_eyes(member: StaffMember, application: Application) -> None:
    """Who investigated or recommended never decides, under whatever Telegram id he did it."""
    require_role(member, DECIDERS)
    require_untouched(member, application)
    if investigated(member, application):
        raise NotAllowed(Reason.FOUR_EYES)


def require_shares(application: Application, decider: int, shares: Mapping[int, int] | None) -> None:
    """A large loan names each person's share: who recommended and who decides among them, 100 in all."""
    if not application.large:
        return
    people = [application.recommended_by, decider]
    if shares is None:
        raise Refused("shares_required", people=people)
    complete = all(shares.get(person or 0, 0) > 0 for person in people)
    if not complete or any(share <= 0 for share in shares.values()) or sum(shares.values()) != 100:
        raise Refused("shares_wrong", people=people, given=dict(shares))
