"""Deadlines that fall due: the officer is reminded, the lead is told, the farmer is never left waiting in the dark."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from bot.conversation.messages import Button, Reply
from bot.conversation.notifications import in_charge, working
from bot.conversation.officer import wrote
from bot.conversation.officer.allowed import may_read
from bot.conversation.officer.farmer_news import WRITE
from bot.conversation.turn import Commit, Tx
from bot.conversation.wording import N_, Html, Wording, quoted
from bot.delivery.jobs import Job
from bot.services import Services
from intake import followup
from intake.applications import Application
from intake.errors import NotFound
from intake.followup import Due, JobKind, NotYet
from intake.review import Role, StaffMember

Word = Callable[[Wording, Application], Html]

# What can be done about it at once: the press and what it says.
CLAIM = ("o.claim", N_("Claim"))
GIVE = ("o.give", N_("Give it to an officer"))
MOVE = ("o.vis", N_("Not that day: move the visit"))


def application_duty(services: Services) -> Callable[[Job], Commit]:
    """The handler of every deadline of an application: asks first whether it still holds."""

    def run(job: Job) -> Commit:
        return lambda tx: _fall_due(services, tx, job)

    return run


def _fall_due(services: Services, tx: Tx, job: Job) -> None:
    due = followup.Job(JobKind(job.kind), job.payload["subject"], job.payload["stamp"], tx.now)
    try:
        application = services.applications.store.get(tx.connection, int(due.subject))
    except NotFound:
        return
    verdict = followup.verdict(due, application, services.lender, tx.now)
    if isinstance(verdict, NotYet):
        # The clock was moved, or the date was: ask again then, under a key of its own.
        tx.job(f"{job.key}@{verdict.due_at.isoformat()}", job.kind, dict(job.payload), verdict.due_at)
    elif isinstance(verdict, Due):
        TOLD[due.kind](services, tx, application, job.key)


def _unclaimed(services: Services, tx: Tx, application: Application, key: str) -> None:
    _tell(services, tx, in_charge(tx.connection, services, application), application, key, _waits, CLAIM)


def _escalated(services: Services, tx: Tx, application: Application, key: str) -> None:
    _tell(services, tx, _leads(services, tx, application), application, key, _nobody_claimed, GIVE)


def _late(services: Services, tx: Tx, application: Application, key: str) -> None:
    told = _leads(services, tx, application)
    told += [one for one in working(tx.connection, services, application) if one not in told]
    _tell(services, tx, told, application, key, _undecided)


def _leads(services: Services, tx: Tx, application: Application) -> list[StaffMember]:
    leads = services.staff.members(tx.connection, role=Role.LEAD)
    return [one for one in leads if may_read(one, application)]


def _visit(services: Services, tx: Tx, application: Application, key: str) -> None:
    holder = next(iter(working(tx.connection, services, application)), None)
    if holder is None:
        return
    _tell(services, tx, [holder], application, key, _visit_soon, MOVE)
    wording = services.wording(tx.language_of(application.user_id) or application.language)
    text = wording.say(
        "A reminder: {officer} visits you on {day}. If you cannot be there, write here.",
        officer=holder.name,
        day=_day(wording, application),
    )
    write = Button(wording.plain("Write to my officer"), WRITE, (str(application.application_id),))
    tx.send(application.user_id, Reply(text, buttons=((write,),)), key=f"{key}:farmer")
    wrote.opened(tx, application.user_id, application.application_id, wrote.VISIT, holder.name)


def _tell(
    services: Services,
    tx: Tx,
    members: Iterable[StaffMember],
    application: Application,
    key: str,
    word: Word,
    deed: tuple[str, str] | None = None,
) -> None:
    for member in members:
        wording = services.wording(member.language)
        args = (str(application.application_id), str(application.version))
        rows = [(Button(wording.plain("Show the application"), "o.show", args[:1]),)]
        if deed is not None:
            rows.insert(0, (Button(wording.plain(deed[1]), deed[0], args),))
        reply = Reply(word(wording, application), buttons=tuple(rows))
        tx.send(member.user_id, reply, key=f"{key}:{member.user_id}")


def _waits(wording: Wording, application: Application) -> Html:
    return wording.say(
        "{reference} has been waiting since {when}. Please claim it, or tell your lead.",
        reference=application.reference,
        when=wording.moment(application.submitted_at),
    )


def _nobody_claimed(wording: Wording, application: Application) -> Html:
    return wording.say(
        "Nobody has claimed {reference} since {when}. Please give it to somebody.",
        reference=application.reference,
        when=wording.moment(application.submitted_at),
    )


def _undecided(wording: Wording, application: Application) -> Html:
    return wording.say(
        "{reference} was sent on {when} and is still not decided.",
        reference=application.reference,
        when=wording.moment(application.submitted_at),
    )


def _visit_soon(wording: Wording, application: Application) -> Html:
    return wording.say(
        "A reminder: you visit {name} on {day} ({reference}).",
        name=quoted(application.applicant.name, 60),
        day=_day(wording, application),
        reference=application.reference,
    )


def _day(wording: Wording, application: Application) -> str:
    return wording.date(application.visit_on) if application.visit_on else "–"


TOLD: dict[JobKind, Callable[[Services, Tx, Application, str], None]] = {
    JobKind.CLAIM_REMINDER: _unclaimed,
    JobKind.CLAIM_ESCALATION: _escalated,
    JobKind.DECISION_TARGET: _late,
    JobKind.VISIT_REMINDER: _visit,
}
