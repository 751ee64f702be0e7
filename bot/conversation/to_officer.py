"""Plain words after an officer asked, set a visit or wrote are for him, and the farmer hears that he has them."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from bot.conversation import (
    about_officer,
    enclosing,
    handoff,
    held,
    lending,
    person,
    readers,
    redirects,
    status,
)
from bot.conversation.expects import APPLICATION, KEY, calls_off, expected, settle
from bot.conversation.messages import IncomingKind, Reply
from bot.conversation.notifications import addressees
from bot.conversation.officer import wrote
from bot.conversation.turn import Commit, Turn, Tx, both, just
from bot.conversation.wording import Html, clean
from intake.applications import RUNNING, Application, ApplicationStatus
from intake.errors import NotFound, TransitionNotAllowed
from intake.interview import CommandKind
from intake.interview.answering import yes_or_no
from intake.interview.asking import asks
from intake.interview.commands import spoken
from knowledge.answering.intent import redirect
from knowledge.types import RedirectKind as K

SEND = status.ONWARD
MESSAGE_WAITS = timedelta(days=1)  # a message that asked for nothing is answered within a day, or not
COURTESIES = (K.GREETING, K.THANKS, K.GOODBYE, K.ABOUT_BOT, K.WANTS_PERSON, K.COMPLAINT, K.INSULT)
OWN_COMMANDS = (CommandKind.PERSON, CommandKind.HELP, CommandKind.START_AGAIN, CommandKind.SUMMARY)


def room(turn: Turn) -> Commit | None:
    """His next words, unless they plainly belong elsewhere; where that is in doubt, he says for whom they are."""
    if turn.pressed(SEND) is not None:
        return _send_held(turn)
    if turn.pressed(held.OWN) is not None:
        return held.to_application(turn) or status.show(turn)
    awaited = turn.state.get(wrote.KEY)
    if turn.staff is not None or turn.state.get(KEY, {}).get("room", APPLICATION) != APPLICATION:
        return None
    application = _awaiting(turn, awaited) if awaited is not None else None
    if enclosing.comes(turn):
        return (
            _enclosed(turn, _officer(turn, awaited, application), application)
            if application
            else unasked(turn)
        )
    text = clean(turn.text)
    if turn.incoming.kind is not IncomingKind.TEXT or awaited is None or application is None or not text:
        return None
    return None if _is_elsewhere(turn, awaited, text) else _heard(turn, awaited, application, text)


def _enclosed(turn: Turn, to: held.Addressee, application: Application) -> Commit | None:
    """A photo, a paper or a place; where another application is being written, it may be for that."""
    text = clean(turn.text)
    if about_officer.is_complained_of(turn, text):
        return about_officer.to_whom(turn, to, text)
    if expected(turn, APPLICATION) is not None:
        newest = wrote.KEY in turn.state and turn.is_newest(turn.state[wrote.KEY]["at"])
        return held.for_whom(turn, to, text) if newest else None
    sent = _send(turn, application, text, to.name)
    urgent = redirect(text, turn.language) is K.EMERGENCY
    return both(sent, redirects.follow(turn, text, K.EMERGENCY)[0]) if urgent else sent


def unasked(turn: Turn) -> Commit | None:
    """Nobody asked for it: it goes into the file of what runs, if he says so, or at once where a question is open."""
    if turn.state.get(APPLICATION, {}).get("draft_id"):
        return None
    with turn.services.reading() as connection:
        mine = turn.services.applications.by_farmer(connection, turn.user_id)
    running = [one for one in mine if one.status in RUNNING]
    asked = [one for one in running if one.status is ApplicationStatus.INFORMATION_REQUESTED]
    if not running:
        return None
    to = _officer(turn, None, (asked or running)[0])
    return _enclosed(turn, to, asked[0]) if asked else held.was_it_meant(turn, to, clean(turn.text))


def _heard(turn: Turn, awaited: Mapping[str, Any], application: Application, text: str) -> Commit | None:
    newest, officer = turn.is_newest(awaited["at"]), _officer(turn, awaited, application)
    if about_officer.is_complained_of(turn, text):
        # A question is answered from the papers, with the way past him under it, and not offered to him.
        return None if asks(text, turn.language) else about_officer.to_whom(turn, officer, text)
    if expected(turn, APPLICATION) is not None:
        return held.for_whom(turn, officer, text) if newest else None
    if asks(text, turn.language) or redirect(text, turn.language) is not None:
        return _answered_here(turn, officer, text) if newest else None
    return _send(turn, application, text, officer.name)


def _awaiting(turn: Turn, awaited: Mapping[str, Any]) -> Application | None:
    """The application that is spoken of, while the officer's words still wait for a reply."""
    try:
        with turn.services.reading() as connection:
            found = turn.services.applications.get(connection, int(awaited["application"]), turn.user_id)
    except NotFound:
        return None
    return found if found.status in RUNNING and _waits(turn, awaited, found) else None


def _waits(turn: Turn, awaited: Mapping[str, Any], application: Application) -> bool:
    if wrote.just_replied(awaited, turn.now):
        return True
    if awaited["kind"] == wrote.QUESTION:
        return application.status is ApplicationStatus.INFORMATION_REQUESTED
    if awaited["kind"] == wrote.VISIT:
        visit = application.visit_on
        return visit is not None and visit >= lending.today(turn.services, turn.now)
    recent = turn.now - datetime.fromisoformat(awaited["at"]) <= MESSAGE_WAITS
    return recent and "replied" not in awaited


def is_for_nobody(turn: Turn, text: str) -> bool:
    """Courtesies, commands, a complaint: never for an officer, whatever he wrote before."""
    command = spoken(text, turn.language)
    if calls_off(text, turn.language) or (command is not None and command.kind in OWN_COMMANDS):
        return True
    return redirect(text, turn.language) in COURTESIES


def _is_elsewhere(turn: Turn, awaited: Mapping[str, Any], text: str) -> bool:
    """A yes too, where he was answered already. "I don't know" and "yes" may well be the answer that was asked for."""
    locale = lending.locale(turn.services, turn.now)
    answered = "replied" in awaited and yes_or_no(text, turn.language, locale) is True
    return answered or is_for_nobody(turn, text)


def _officer(turn: Turn, awaited: Mapping[str, Any] | None, application: Application) -> held.Addressee:
    """Who wrote last, if he still reads what comes in; else who does."""
    reads = _readers(turn, application)
    name = str(awaited["officer"]) if awaited else ""
    name = name if name and name in reads else reads or name or turn.plain("an officer")
    facts = {"application": application.application_id, "officer": name}
    return held.Addressee(name, SEND, facts | enclosing.held(turn))


def _readers(turn: Turn, application: Application) -> str:
    with turn.services.reading() as connection:
        read = addressees(connection, turn.services, application)
    return readers.names(read)


def _answered_here(turn: Turn, to: held.Addressee, text: str) -> Commit:
    from bot.conversation import questions

    return both(questions.respond(turn, text).commit, held.was_it_meant(turn, to, text))


def _send_held(turn: Turn) -> Commit:
    words = held.find(turn, SEND)
    if words is None:
        return status.show(turn)
    try:
        with turn.services.reading() as connection:
            application = turn.services.applications.get(connection, int(words["application"]), turn.user_id)
    except NotFound:
        return status.show(turn)
    said = dataclasses.replace(turn, incoming=enclosing.again(turn.incoming, words))
    return both(lambda tx: held.drop(tx, words), _send(said, application, words["text"], words["officer"]))


def _send(turn: Turn, application: Application, text: str, officer: str) -> Commit:
    if len(text) > handoff.MAX_LETTERS:
        return just(person.too_long(turn, handoff.MAX_LETTERS))
    number, enclosure = application.application_id, enclosing.opened(turn, application.application_id)
    if isinstance(enclosure, Html):
        return just(enclosing.refused(turn, enclosure))

    def commit(tx: Tx) -> None:
        settle(tx)
        try:
            status.send(turn, tx, number, text, enclosure)
        except (NotFound, TransitionNotAllowed):
            status.show(turn)(tx)
            return
        said = turn.say(
            "{officer} has it now: {words}\n\nIf something is wrong, write it again.",
            officer=_reader(turn, tx, number, officer),
            words=enclosing.named(turn, text),
        )
        tx.reply(Reply(said, buttons=person.carry_on(turn, tx)))

    return commit


def _reader(turn: Turn, tx: Tx, number: int, officer: str) -> str:
    """Who has his words: the officer who wrote, unless he has given the application back meanwhile."""
    application = turn.services.applications.get(tx.connection, number, turn.user_id)
    read = readers.names(addressees(tx.connection, turn.services, application))
    return officer if officer in read else read or officer
