"""Which buttons to show whom: the same rules that judge the press, asked beforehand."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from intake.applications import Action, Application, actions_from
from intake.errors import IntakeError, NotAllowed, Reason, TransitionNotAllowed
from intake.review import Role, StaffMember, rights

Rule = Callable[[StaffMember, Application], None]


def _investigate(member: StaffMember, application: Application) -> None:
    rights.require_role(member, rights.INVESTIGATORS)
    rights.require_untouched(member, application)
    rights.require_village(member, application)


def _assign(member: StaffMember, application: Application) -> None:
    rights.require_role(member, frozenset({Role.LEAD}))
    rights.require_untouched(member, application)


RULES: Mapping[Action, Rule] = {
    Action.CLAIM: _investigate,
    Action.RELEASE: rights.require_releaser,
    Action.ASSIGN: _assign,
    Action.ASK_FARMER: rights.require_worker,
    Action.SET_VISIT: rights.require_worker,
    Action.RECORD_VISIT: rights.require_worker,
    Action.RECOMMEND: rights.require_worker,
    Action.APPROVE: rights.require_four_eyes,
    Action.REJECT: rights.require_four_eyes,
    Action.RETURN: rights.require_four_eyes,
}


def allowed(member: StaffMember, application: Application) -> set[Action]:
    """What this member may do to the application as it stands."""
    return {action for action in RULES if refusal(member, application, action) is None}


def refusal(member: StaffMember, application: Application, action: Action) -> IntakeError | None:
    """Why this member may not do it now, as the press would be told; None when he may."""
    if action not in actions_from(application.status):
        return TransitionNotAllowed(
            action, application.status, application.changed_by, application.updated_at
        )
    rule = RULES.get(action)
    if rule is None:
        return NotAllowed(Reason.ROLE)
    try:
        rule(member, application)
    except NotAllowed as error:
        return error
    return None


def may_read(member: StaffMember, application: Application) -> bool:
    """Whether the file is open to this member."""
    try:
        rights.require_reader(member, application)
    except NotAllowed:
        return False
    return True
