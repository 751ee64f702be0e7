"""`/status`: each application in plain words with what happens next, and what the farmer may do with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from bot.conversation import about_officer, enclosing, handoff, held, person, readers
from bot.conversation.application import unfinished
from bot.conversation.expects import calls_off, expect, expected, settle
from bot.conversation.guarantor import link, words
from bot.conversation.messages import Button, IncomingKind, Reply
from bot.conversation.notifications import his_officers, notify, working
from bot.conversation.officer import wrote
from bot.conversation.standing import asked, standing
from bot.conversation.turn import Commit, Turn, Tx, just
from bot.conversation.wording import Html, bold, clean, lines, paragraphs
from intake.applications import RUNNING, Application, ApplicationFile, ApplicationStatus, Enclosure
from intake.errors import NotFound, TransitionNotAllowed

ROOM = "status"
STATUS = "status"
WITHDRAW, WITHDRAW_YES, WITHDRAW_NO = "s.wd", "s.wdy", "s.wdn"
MESSAGE, ANSWER, NEVER_MIND = "s.msg", "s.reply", "s.no"
ONWARD = "s.pass"  # the words that wait are for the officer after all
SHOWN = 5  # the newest; older ones are with the officer

Buttons = tuple[tuple[Button, ...], ...]


def room(turn: Turn) -> Commit | None:
    """`/status`, the buttons under an application, and the words written to its officer."""
    if turn.incoming.command == "status" or turn.pressed(STATUS) is not None:
        return show(turn)
    for action, handle in PRESSES.items():
        arguments = turn.pressed(action)
        if arguments is not None:
            return _pressed(turn, arguments, handle)
    if turn.pressed(NEVER_MIND) is not None:
        return _never_mind(turn)
    waiting = expected(turn, ROOM)
    if waiting is None:
        return None
    if turn.incoming.kind is IncomingKind.TEXT and calls_off(turn.text, turn.language):
        return _never_mind(turn)
    if turn.incoming.kind is IncomingKind.TEXT or enclosing.comes(turn):
        return _written(turn, waiting)
    return just(person.in_words(turn, NEVER_MIND)) if turn.incoming.kind in person.SPOKEN_KINDS else None


def show(turn: Turn) -> Commit:
    """All that runs, the newest first, an unfinished draft before it."""
    services = turn.services
    with services.reading() as connection:
        mine = services.applications.by_farmer(connection, turn.user_id)[:SHOWN]
        files = [services.applications.file(connection, one) for one in mine]
        draft = services.applications.open_draft(connection, turn.user_id)
    replies = [_card(turn, file) for file in files]
    if draft is not None:
        replies.insert(0, _unfinished(turn, draft.answered, draft.total))
    return just(*replies) if replies else just(_nothing_yet(turn))


def _nothing_yet(turn: Turn) -> Reply:
    text = turn.say("You have no application yet. Shall we write one together?")
    return Reply(text, buttons=((Button(turn.plain("Apply for a loan"), "apply"),),))


def _unfinished(turn: Turn, answered: int, total: int) -> Reply:
    text = unfinished.standing(turn.wording, answered, total)
    return Reply(text, buttons=((Button(turn.plain("Carry on with my application"), "a.on"),),))


def _card(turn: Turn, file: ApplicationFile) -> Reply:
    application = file.application
    lender = turn.services.lender
    product = {one.product_id: one for one in lender.products}.get(application.product_id)
    head = bold(turn.plain("Application {reference}", reference=application.reference))
    what = turn.say(
        "{amount}, {product}, sent on {date}.",
        amount=turn.wording.money(application.requested.amount),
        product=lender.text(product.names, turn.language) if product else application.product_id,
        date=turn.wording.date(application.submitted_at),
    )
    return Reply(
        paragraphs(lines(head, what, _guarantor(turn, application)), standing(turn, file)),
        buttons=_buttons(turn, application),
    )


def _guarantor(turn: Turn, application: Application) -> Html:
    if application.status not in (*RUNNING, ApplicationStatus.APPROVED):
        return Html("")  # nobody stands for it any more
    with turn.services.reading() as connection:
        return words.for_farmer(connection, turn.services, application, turn.wording)


def _buttons(turn: Turn, application: Application) -> Buttons:
    if application.status not in RUNNING:
        talk = (Button(turn.plain("Talk to a person"), person.PERSON),)
        apply = (Button(turn.plain("Apply for a loan"), "apply"),)
        return (talk,) if application.status is ApplicationStatus.APPROVED else (talk, apply)
    number = (str(application.application_id),)
    rows = [
        (Button(turn.plain("Write to my officer"), MESSAGE, number),),
        (Button(turn.plain("Take it back"), WITHDRAW, number),),
    ]
    if application.guarantor is not None:
        rows.insert(1, (Button(turn.plain("My guarantor"), link.MINE),))
    if application.status is ApplicationStatus.INFORMATION_REQUESTED:
        rows[0] = (Button(turn.plain("Answer"), ANSWER, number),)
    return tuple(rows)


# what the farmer may do


def _pressed(turn: Turn, arguments: Sequence[str], handle: Callable[[Turn, Application], Commit]) -> Commit:
    number = int(arguments[0]) if arguments and arguments[0].isdecimal() else 0
    try:
        with turn.services.reading() as connection:
            application = turn.services.applications.get(connection, number, turn.user_id)
    except NotFound:
        return show(turn)
    return handle(turn, application)


def withdraw(turn: Turn, application: Application) -> Commit:
    """Ask once more before it is taken back."""
    if application.status not in RUNNING:
        return _too_late(turn)
    text = turn.say(
        "Do you really want to take back {reference}? We then stop working on it. You may apply again later.",
        reference=application.reference,
    )
    number = (str(application.application_id),)
    yes = Button(turn.plain("Yes, take it back"), WITHDRAW_YES, number)
    no = Button(turn.plain("No, leave it"), WITHDRAW_NO, number)
    return just(Reply(text, buttons=((yes,), (no,)), asks=(yes, no), weighty=True))


def _withdraw_yes(turn: Turn, application: Application) -> Commit:
    number = application.application_id

    def commit(tx: Tx) -> None:
        try:
            changed, events = turn.services.applications.withdraw(tx.connection, number, turn.user_id)
        except TransitionNotAllowed:
            _too_late(turn)(tx)
            return
        notify(tx, turn.services, events)
        if tx.state.get("expects", {}).get("application") == number:
            settle(tx)
        text = turn.say(
            "{reference} is taken back. You may apply again any time.", reference=changed.reference
        )
        tx.reply(Reply(text, buttons=((Button(turn.plain("Apply for a loan"), "apply"),),)))

    return commit


def _withdraw_no(turn: Turn, application: Application) -> Commit:
    return just(Reply(turn.say("Good. {reference} goes on.", reference=application.reference)))


def _too_late(turn: Turn) -> Commit:
    text = turn.say("This application is closed, so this can no longer be done. Here is where it stands.")
    shown = show(turn)

    def commit(tx: Tx) -> None:
        tx.reply(Reply(text))
        shown(tx)

    return commit


def _message(turn: Turn, application: Application) -> Commit:
    if application.status not in RUNNING:
        return person.write_to_officer(turn)
    if application.status is ApplicationStatus.INFORMATION_REQUESTED:
        return _answer(turn, application)
    ask = turn.say("Write your message about {reference} now.", reference=application.reference)
    return _wait(turn, ask, application, "message")


def _answer(turn: Turn, application: Application) -> Commit:
    if application.status is not ApplicationStatus.INFORMATION_REQUESTED:
        return _message(turn, application)
    with turn.services.reading() as connection:
        file = turn.services.applications.file(connection, application)
    return _wait(
        turn, paragraphs(asked(turn, file), turn.say("Write your answer now.")), application, "answer"
    )


def _wait(turn: Turn, text: Html, application: Application, what: str) -> Commit:
    def commit(tx: Tx) -> None:
        expect(tx, ROOM, what=what, application=application.application_id)
        tx.reply(Reply(text, buttons=((Button(turn.plain("Never mind"), NEVER_MIND),),)))

    return commit


def _written(turn: Turn, waiting: dict[str, Any]) -> Commit:
    text = clean(turn.text)
    if not text and not enclosing.comes(turn):
        return just(person.in_words(turn, NEVER_MIND))
    if len(text) > handoff.MAX_LETTERS:
        return just(person.too_long(turn, handoff.MAX_LETTERS))
    if about_officer.is_complained_of(turn, text):
        return about_officer.to_whom(turn, _officer(turn, int(waiting["application"])), text)
    enclosure = enclosing.opened(turn, int(waiting["application"]))
    if isinstance(enclosure, Html):
        return just(enclosing.refused(turn, enclosure))

    def commit(tx: Tx) -> None:
        settle(tx)
        try:
            send(turn, tx, int(waiting["application"]), text, enclosure)
        except (NotFound, TransitionNotAllowed):
            show(turn)(tx)
            return
        tx.reply(Reply(_who_has_it(turn, tx, int(waiting["application"])), buttons=person.carry_on(turn, tx)))

    return commit


def _who_has_it(turn: Turn, tx: Tx, number: int) -> Html:
    """Where no officer may act on it, his words have gone to the head of the branch."""
    application = turn.services.applications.get(tx.connection, number, turn.user_id)
    if his_officers(tx.connection, turn.services, application):
        return turn.say("Your officer has it now. The answer comes to you here.")
    return turn.say("The branch has it now. The answer comes to you here.")


def _officer(turn: Turn, number: int) -> held.Addressee:
    """Who would read what is written about this application."""
    with turn.services.reading() as connection:
        application = turn.services.applications.get(connection, number, turn.user_id)
        name = readers.names(working(connection, turn.services, application))
    return held.Addressee(name, ONWARD, {"application": number, "officer": name, **enclosing.held(turn)})


def send(turn: Turn, tx: Tx, number: int, text: str, enclosure: Enclosure | None = None) -> None:
    """As the answer if the officer is waiting for one, else as a message; never lost for the difference."""
    services = turn.services
    application = services.applications.get(tx.connection, number, turn.user_id)
    if application.status is ApplicationStatus.INFORMATION_REQUESTED:
        _, events = services.applications.reply(tx.connection, number, turn.user_id, text, enclosure)
    else:
        events = services.applications.write_message(tx.connection, number, turn.user_id, text, enclosure)
    notify(tx, services, events)
    wrote.replied(tx.state, number, tx.now)


def _never_mind(turn: Turn) -> Commit:
    def commit(tx: Tx) -> None:
        if tx.state.get("expects", {}).get("room") == ROOM:
            settle(tx)
        tx.reply(Reply(turn.say("All right."), buttons=person.carry_on(turn, tx)))

    return commit


PRESSES: dict[str, Callable[[Turn, Application], Commit]] = {
    WITHDRAW: withdraw,
    WITHDRAW_YES: _withdraw_yes,
    WITHDRAW_NO: _withdraw_no,
    MESSAGE: _message,
    ANSWER: _answer,
}
