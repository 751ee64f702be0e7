"""What colleagues have put into the file, in the few lines a second person needs to decide on."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from sqlalchemy import Connection

from bot.conversation.officer.phrases import in_language
from bot.conversation.wording import N_, Html, Wording, lines, quoted
from bot.services import Services
from intake.applications import Application, ApplicationStatus, Finding, FindingKind, Message, open_questions
from intake.dossier import degrees

NEWEST = 3  # of the messages that came after the recommendation; all are in the file
SINCE_FARMER = N_("⚠ Since then the farmer wrote: {words}")
SINCE_OFFICER = N_("Since then the farmer was written to: {words}")
THINGS = {
    "image": N_("📎 a photo"),
    "audio": N_("📎 a recording"),
    "video": N_("📎 a video"),
    "file": N_("📎 a paper"),
    "place": N_("📎 a place"),
}
LONGEST = 400  # letters of one paper on the card; the whole of it is in the file


def papers(connection: Connection, services: Services, application: Application, wording: Wording) -> Html:
    """The visit, the recommendation, what came back, the open question, the decision: the newest of each."""
    newest: dict[FindingKind, Finding] = {}
    for finding in services.applications.store.findings(connection, application.application_id):
        newest[finding.kind] = finding
    names = {one.user_id: one.name for one in services.staff.members(connection, active=False)}
    shown = [
        SHOWN[kind](wording, newest[kind], names.get(newest[kind].by, "–"))
        for kind in _wanted(application.status)
        if kind in newest
    ]
    if application.status is ApplicationStatus.INFORMATION_REQUESTED:
        shown += _asked(connection, services, application, wording)
    if application.status is ApplicationStatus.RECOMMENDED and (
        advice := newest.get(FindingKind.RECOMMENDATION)
    ):
        shown += _since(connection, services, application, wording, advice.at)
    return lines(*shown)


def one_line(text: str, limit: int) -> Html:
    """A person's text on one line: nobody writes lines of his own into a card."""
    return quoted(" ".join(text.split()), limit)


def _wanted(status: ApplicationStatus) -> tuple[FindingKind, ...]:
    if status in (ApplicationStatus.APPROVED, ApplicationStatus.REJECTED):
        return (FindingKind.RECOMMENDATION, FindingKind.DECISION)
    if status is ApplicationStatus.RECOMMENDED:
        return (FindingKind.VISIT, FindingKind.RECOMMENDATION)
    return (FindingKind.VISIT, FindingKind.RETURN)


def _visit(wording: Wording, paper: Finding, name: str) -> Html:
    return wording.say(
        "Visited on {day} by {name}: {notes}",
        day=wording.date(paper.at),
        name=name,
        notes=one_line(str(paper.facts["notes"]), LONGEST),
    )


def _recommendation(wording: Wording, paper: Finding, name: str) -> Html:
    facts = paper.facts
    amount = wording.money(Decimal(facts["amount"])) if facts["amount"] else ""
    head = (
        wording.say("{name} recommends {amount}.", name=name, amount=amount)
        if facts["lend"]
        else wording.say("{name} recommends not to lend.", name=name)
    )
    return lines(
        head,
        wording.say("For it: {reasons}", reasons=_words(facts["reasons_for"], wording)),
        wording.say("Against it: {reasons}", reasons=_words(facts["reasons_against"], wording)),
        "" if facts.get("visited") else wording.say("⚠ Nobody has recorded a visit."),
    )


def _return(wording: Wording, paper: Finding, name: str) -> Html:
    return wording.say(
        "{name} sent it back: {question}", name=name, question=_words(paper.facts["question"], wording)
    )


def _decision(wording: Wording, paper: Finding, name: str) -> Html:
    if paper.facts["approved"]:
        amount = wording.money(Decimal(paper.facts["amount"]))
        return wording.say("{name} approved {amount}.", name=name, amount=amount)
    return wording.say(
        "{name} declined: {reason}", name=name, reason=_words(str(paper.facts.get("reason", "")), wording)
    )


def _asked(
    connection: Connection, services: Services, application: Application, wording: Wording
) -> list[Html]:
    messages = services.applications.store.messages(connection, application.application_id)
    return [
        wording.say("Asked, not yet answered: {question}", question=_words(text, wording))
        for text in open_questions(messages)
    ]


def _since(
    connection: Connection,
    services: Services,
    application: Application,
    wording: Wording,
    recommended_at: datetime,
) -> list[Html]:
    """What the recommendation could not know of, for whoever decides on it."""
    messages = services.applications.store.messages(connection, application.application_id)
    later = [message for message in messages if message.at > recommended_at]
    said = [
        wording.say(SINCE_FARMER if message.from_farmer else SINCE_OFFICER, words=_message(message, wording))
        for message in later[-NEWEST:]
    ]
    if len(later) > NEWEST:
        said.insert(
            0, wording.say("⚠ Since then {count} messages; all are in the file.", count=str(len(later)))
        )
    guarantee = services.guarantors.of_application(connection, application.application_id)
    if (
        guarantee is not None
        and max(guarantee.asked_at, guarantee.answered_at or guarantee.asked_at) > recommended_at
    ):
        said.append(wording.say("⚠ Since then something changed about the guarantor: see above."))
    return said


def _message(message: Message, wording: Wording) -> Html:
    if not message.enclosed:
        return _words(message.text, wording)
    return enclosed(wording, " ".join(message.text.split())[:LONGEST], message.enclosed, message.place)


def enclosed(wording: Wording, words: str, kind: str, place: tuple[float, float] | None = None) -> Html:
    """What somebody sent, and the words that came with it."""
    return lines(thing_of(wording, kind, place), quoted(words, 3000) if words else "")


def thing_of(wording: Wording, kind: str, place: tuple[float, float] | None = None) -> Html:
    """What somebody sent, named."""
    return wording.say("📎 a place: {place}", place=degrees(place)) if place else wording.say(THINGS[kind])


def _words(text: str, wording: Wording) -> Html:
    return one_line(in_language(text, wording), LONGEST)


SHOWN = {
    FindingKind.VISIT: _visit,
    FindingKind.RECOMMENDATION: _recommendation,
    FindingKind.RETURN: _return,
    FindingKind.DECISION: _decision,
}
