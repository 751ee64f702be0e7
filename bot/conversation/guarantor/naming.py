"""The farmer's side: his guarantor's answer, a new link, or another person named by name and phone."""

from __future__ import annotations

from typing import Any

from bot.conversation import lending
from bot.conversation.expects import expect, expected, settle
from bot.conversation.guarantor.answering import ROOM
from bot.conversation.guarantor.link import NAME_LETTERS, pass_on, ways
from bot.conversation.guarantor.words import for_farmer, why_not
from bot.conversation.messages import Button, IncomingKind, Reply
from bot.conversation.notifications import notify
from bot.conversation.turn import Commit, Turn, Tx, just
from bot.conversation.wording import Html, bold, clean, lines, quoted
from intake.applications import RUNNING, Application, Person
from intake.errors import NotFound, Refused, TransitionNotAllowed
from intake.guarantors import Barrier
from intake.guarantors.names import is_himself
from intake.interview.asking import asks
from intake.reading import Kind, read

NEVER_MIND = "g.never"
NAME, PHONE = "name", "phone"


def show(turn: Turn) -> list[Reply]:
    """How it stands with the guarantor of each running application of this farmer."""
    services, found = turn.services, []
    with services.reading() as connection:
        for application in services.applications.by_farmer(connection, turn.user_id):
            guarantee = services.guarantors.of_application(connection, application.application_id)
            if guarantee is None or application.status not in RUNNING:
                continue
            head = bold(turn.plain("Application {reference}", reference=application.reference))
            text = lines(head, for_farmer(connection, services, application, turn.wording))
            found.append(Reply(text, buttons=ways(application, guarantee, turn.wording)))
    return found


def new_link(turn: Turn, application_id: int) -> Commit:
    """The old link opens nothing any more, whoever has it."""
    services = turn.services

    def commit(tx: Tx) -> None:
        try:
            with tx.connection.begin_nested():
                made = services.guarantors.renew(tx.connection, application_id, turn.user_id)
        except (Refused, NotFound, TransitionNotAllowed) as error:
            tx.reply(_refused(turn, error))
            return
        application = services.applications.store.get(tx.connection, application_id)
        tx.reply(Reply(turn.say("The old link no longer works. Here is the new one.")))
        pass_on(tx, services, application, *made, turn.wording)

    return commit


def another(turn: Turn, application_id: int) -> Commit:
    """Somebody else: first the name."""
    application = _own(turn, application_id)
    if application is None or application.status not in RUNNING:
        return just(_refused(turn, Refused(Barrier.DECIDED)))
    return _ask(
        turn,
        turn.say(
            "Who shall stand for your loan? Write the full name. It is somebody from another household."
        ),
        step=NAME,
        application=application_id,
    )


def heard(turn: Turn) -> Commit | None:
    """The name, then the phone; a question in between is answered elsewhere."""
    waiting = expected(turn, ROOM)
    if waiting is None or waiting.get("step") not in (NAME, PHONE):
        return None
    contact = turn.incoming.contact
    if contact is not None and not contact.own:
        return _named(turn, waiting, contact.phone) if waiting["step"] == PHONE else None
    if turn.incoming.kind is not IncomingKind.TEXT or asks(turn.text, turn.language):
        return None
    return _name(turn, waiting) if waiting["step"] == NAME else _phone(turn, waiting)


def never_mind(turn: Turn) -> Commit:
    """Nothing changes."""

    def commit(tx: Tx) -> None:
        if tx.state.get("expects", {}).get("room") == ROOM:
            settle(tx)
        tx.reply(Reply(turn.say("All right. Nothing has changed.")))

    return commit


def _name(turn: Turn, waiting: dict[str, Any]) -> Commit:
    name = " ".join(clean(turn.text, NAME_LETTERS).split())
    if len(name) < 2:
        return just(Reply(turn.say("Please write the full name.")))
    application = _own(turn, int(waiting["application"]))
    if application is not None and is_himself(name, application.applicant.name):
        return just(_refused(turn, Refused(Barrier.HIMSELF)))
    text = turn.say("What is the phone number of {name}? Write it, or share the contact.", name=quoted(name))
    return _ask(turn, text, step=PHONE, application=waiting["application"], name=name)


def _phone(turn: Turn, waiting: dict[str, Any]) -> Commit:
    locale = lending.locale(turn.services, turn.now)
    found = read(turn.text, Kind.PHONE, language=turn.language, locale=locale).candidates
    if len(found) != 1:
        return just(
            Reply(turn.say("I could not read that as a phone number. Please write it with its area code."))
        )
    return _named(turn, waiting, str(found[0].value))


def _named(turn: Turn, waiting: dict[str, Any], phone: str) -> Commit:
    services, number = turn.services, int(waiting["application"])
    person = Person(str(waiting["name"]), phone)

    def commit(tx: Tx) -> None:
        settle(tx)
        try:
            with tx.connection.begin_nested():
                guarantee, link, events = services.guarantors.name_another(
                    tx.connection, number, turn.user_id, person
                )
        except (Refused, NotFound, TransitionNotAllowed) as error:
            tx.reply(_refused(turn, error))
            return
        notify(tx, services, events)
        application = services.applications.store.get(tx.connection, number)
        pass_on(tx, services, application, guarantee, link, turn.wording)

    return commit


def _ask(turn: Turn, text: Html, **facts: Any) -> Commit:
    never = Button(turn.plain("Never mind"), NEVER_MIND)

    def commit(tx: Tx) -> None:
        expect(tx, ROOM, **facts)
        tx.reply(Reply(text, buttons=((never,),)))

    return commit


def _refused(turn: Turn, error: Exception) -> Reply:
    if isinstance(error, Refused) and error.code == Barrier.BORROWER:
        return Reply(turn.say("That is your own number. A guarantor is somebody else, with another phone."))
    if isinstance(error, Refused):
        return Reply(why_not(turn.wording, error))
    if isinstance(error, TransitionNotAllowed):
        return Reply(turn.say("Your guarantor has answered already. See /guarantor"))
    return Reply(turn.say("I cannot find this application."))


def _own(turn: Turn, application_id: int) -> Application | None:
    try:
        with turn.services.reading() as connection:
            return turn.services.applications.get(connection, application_id, turn.user_id)
    except NotFound:
        return None
