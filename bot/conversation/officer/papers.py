"""What colleagues have put into the file, in the few lines a second person needs to decide on."""

from __future__ import annotations

from decimal import Decimal

from sqlalchemy import Connection

from bot.conversation.officer.phrases import in_language
from bot.conversation.wording import Html, Wording, lines, quoted
from bot.services import Services
from intake.applications import Application, ApplicationStatus, Finding, FindingKind

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
        shown.append(_open_question(connection, services, application, wording))
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


def _open_question(
    connection: Connection, services: Services, application: Application, wording: Wording
) -> Html:
    messages = services.applications.store.messages(connection, application.application_id)
    asked = [message.text for message in messages if message.sender.startswith("staff:")]
    if not asked:
        return Html("")
    return wording.say("Asked, not yet answered: {question}", question=_words(asked[-1], wording))


def _words(text: str, wording: Wording) -> Html:
    return one_line(in_language(text, wording), LONGEST)


SHOWN = {
    FindingKind.VISIT: _visit,
    FindingKind.RECOMMENDATION: _recommendation,
    FindingKind.RETURN: _return,
    FindingKind.DECISION: _decision,
}
