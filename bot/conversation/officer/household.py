"""Strangers taken for one household: the branch lead parts them, after he has read by what they were joined."""

from __future__ import annotations

from sqlalchemy import Connection

from bot.conversation.messages import Button, Reply
from bot.conversation.officer import steps
from bot.conversation.officer.deeds import NOBODY_ELSE, WHY_REFUSED, do, find, refuse
from bot.conversation.turn import Commit, Turn, just
from bot.conversation.wording import N_, Html, lines, paragraphs
from bot.services import Services
from intake.applications import Application, Event, kinship
from intake.audit import AuditLog
from intake.errors import NotAllowed, Refused
from intake.people.parting import Member, Parting
from intake.review import Role, StaffMember, rights

ASK, YES = "o.apart", "o.parted"

JOINED_BY = {"phone": N_("the same phone"), "identity number": N_("the same identity number")}


def may_part(
    connection: Connection, services: Services, member: StaffMember, application: Application
) -> None:
    """Only the lead, and none whom a loan of this household touches. Raises `NotAllowed`."""
    rights.require_role(member, frozenset({Role.LEAD}))
    rights.require_untouched(member, application)
    for one in services.applications.store.of_household(connection, application.household_id):
        rights.require_untouched(member, one)


def ask(turn: Turn, member: StaffMember, application_id: int) -> Commit:
    """Who is taken for one household, and by what; nothing is changed yet."""
    application = find(turn.services, str(application_id))
    if application is None:
        return just(Reply(turn.say("I cannot find this application.")))
    with turn.services.reading() as connection:
        try:
            may_part(connection, turn.services, member, application)
        except NotAllowed as error:
            found = error
            return lambda tx: refuse(turn, tx, found, None, application_id)
        others = _others(connection, turn, application)
    if not others:
        return just(Reply(turn.say(WHY_REFUSED[NOBODY_ELSE])))
    head = turn.say("{reference} is taken for one household with:", reference=application.reference)
    ask_him = turn.say(
        "Are they strangers? Then {reference} becomes a household of its own, for good.",
        reference=application.reference,
    )
    yes = Button(turn.plain("Yes, they are strangers"), YES, (str(application_id),))
    text = paragraphs(head, lines(*(_line(turn, one) for one in others)), ask_him)
    return just(Reply(text, buttons=((yes,), steps.never_mind_row(turn, str(application_id)))))


def part(turn: Turn, member: StaffMember, application_id: int) -> Commit:
    """Done once; doing it again changes nothing, and says that nobody else is left."""

    def deed(connection: Connection) -> tuple[Application, list[Event]]:
        application = turn.services.applications.store.get(connection, application_id)
        may_part(connection, turn.services, member, application)
        if not _others(connection, turn, application):
            raise Refused(NOBODY_ELSE)
        services = turn.services
        kinship.part(
            connection,
            application,
            store=services.applications.store,
            people=services.applications.people,
            parting=_parting(turn),
            audit=AuditLog(services.vault),
            by=member.actor,
            at=turn.now,
        )
        return turn.services.applications.store.get(connection, application_id), []

    return do(turn, None, application_id, deed, turn.say("Parted: a household of its own."))


def _others(connection: Connection, turn: Turn, application: Application) -> list[Member]:
    """Who else is of the household; nobody is left of it where the applicant was erased."""
    return [] if application.erased else _parting(turn).members(connection, application.reference)[1:]


def _parting(turn: Turn) -> Parting:
    return Parting(turn.services.vault, turn.services.clock)


def _line(turn: Turn, other: Member) -> Html:
    by = ", ".join(turn.plain(JOINED_BY[one]) for one in other.shares)
    return turn.say(
        "{references}: {by}",
        references=", ".join(other.references),
        by=by or turn.plain("no number in common"),
    )
