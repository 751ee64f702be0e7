"""The guarantor's side: the link opened, the request read, yes with his phone, no without a reason."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection

from bot.conversation.expects import expect, expected, settle
from bot.conversation.guarantor.asked import request
from bot.conversation.guarantor.words import why_not
from bot.conversation.messages import Button, Key, KeyKind, Reply
from bot.conversation.notifications import notify
from bot.conversation.turn import Commit, Turn, Tx, just
from bot.conversation.wording import N_, Html
from intake.applications import Event
from intake.errors import IntakeError, NotFound, Refused, TransitionNotAllowed
from intake.guarantors import Barrier, Guarantee, GuaranteeStatus
from intake.interview.asking import asks
from knowledge.gaps import holds_number, is_bare_number

ROOM = "guarantor"
PENDING = "pending"  # a link that waits for the language to be chosen
SAYING_YES = "yes"
SHOWN = "guarantee_shown"  # when the request was last said: a bare "no" right after it answers it
SHARE, WITHOUT = N_("📱 Share my phone number"), N_("Go on without my number")

Keys = tuple[tuple[Key, ...], ...] | None
Deed = Callable[[Connection], tuple[Guarantee, list[Event]]]


def open_link(turn: Turn, token: str, language: str) -> Commit:
    """The link is taken up, and what is asked is said in the guarantor's language."""
    services, wording = turn.services, turn.services.wording(language)

    def commit(tx: Tx) -> None:
        tx.state.pop(ROOM, None)
        try:
            with tx.connection.begin_nested():
                guarantee = services.guarantors.open(tx.connection, token, turn.user_id)
        except Refused as refused:
            if refused.code == Barrier.STAFF:
                services.guarantors.turned_away(tx.connection, token, turn.user_id)
            tx.reply(Reply(why_not(wording, refused), buttons=_ways_on(wording.plain("What I can do here"))))
            return
        application = services.applications.store.get(tx.connection, guarantee.application_id)
        tx.reply(request(services, wording, guarantee, application))
        tx.state[SHOWN] = tx.now.isoformat()

    return commit


def _ways_on(label: str) -> tuple[tuple[Button, ...], ...]:
    from bot.conversation.basics import MENU

    return ((Button(label, MENU),),)


def yes(turn: Turn, guarantee_id: int, version: int) -> Commit:
    """He says yes: his phone is asked for once, so that the officer knows who he is."""
    guarantee = _own(turn, guarantee_id)
    if guarantee is None:
        return just(Reply(_no_longer_asked(turn)))
    if guarantee.phone or guarantee.status is GuaranteeStatus.ACCEPTED or guarantee.version != version:
        return accept(turn, guarantee_id, version, None)
    text = turn.say(
        "Please share your phone number, so that the officer knows that it is you. Press the key below."
    )
    keys = _keys(turn)

    def commit(tx: Tx) -> None:
        expect(tx, ROOM, step=SAYING_YES, guarantee=guarantee_id, version=version)
        tx.reply(Reply(text, keys=keys))

    return commit


def _keys(turn: Turn) -> tuple[tuple[Key, ...], ...]:
    return ((Key(turn.plain(SHARE), KeyKind.CONTACT),), (Key(turn.plain(WITHOUT)),))


def accept(turn: Turn, guarantee_id: int, version: int, phone: str | None) -> Commit:
    """His yes counts."""
    desk = turn.services.guarantors
    return _do(
        turn,
        guarantee_id,
        lambda connection: desk.accept(connection, guarantee_id, turn.user_id, phone=phone, version=version),
        turn.say("Thank you. Your yes is written down, and the borrower and the officer are told."),
    )


def decline(turn: Turn, guarantee_id: int, version: int) -> Commit:
    """His no counts; he is not asked why."""
    desk = turn.services.guarantors
    return _do(
        turn,
        guarantee_id,
        lambda connection: desk.decline(connection, guarantee_id, turn.user_id, version=version),
        turn.say("Good. Your no is written down, without a reason. The borrower and the officer are told."),
    )


def shared(turn: Turn) -> Commit | None:
    """The number he shares, or the key that goes on without it."""
    waiting = expected(turn, ROOM)
    if waiting is None or waiting.get("step") != SAYING_YES:
        return None
    place = int(waiting["guarantee"]), int(waiting["version"])
    contact = turn.incoming.contact
    if contact is not None:
        if contact.own:
            return accept(turn, *place, contact.phone)
        return just(
            Reply(turn.say("That is another person's number. Please share your own with the key below."))
        )
    if turn.text.strip() == turn.plain(WITHOUT):
        return accept(turn, *place, None)
    said_so = holds_number(turn.text) or is_bare_number(turn.text)
    return just(_by_key(turn)) if said_so and not asks(turn.text, turn.language) else None


def _by_key(turn: Turn) -> Reply:
    """A typed number may be anybody's; the key shares that of the phone in his hand."""
    text = turn.say(
        "A typed number does not show that it is yours. Please press the key “{key}” below. "
        "You can also go on without your number.",
        key=turn.plain(SHARE),
    )
    return Reply(text, keys=_keys(turn))


def show(turn: Turn) -> list[Reply]:
    """All that this person can still answer, and how the loans ended that he last said yes to."""
    services = turn.services
    with services.reading() as connection:
        found = services.guarantors.shown_to(connection, turn.user_id)
        pairs = [services.guarantors.look(connection, one.guarantee_id, turn.user_id) for one in found]
    return [request(services, turn.wording, *pair) for pair in pairs]


def _do(turn: Turn, guarantee_id: int, deed: Deed, done: Html) -> Commit:
    def commit(tx: Tx) -> None:
        waiting = tx.state.get("expects", {}).get("room") == ROOM
        keys = () if waiting else None  # the key that shares a number is put away
        if waiting:
            settle(tx)
        try:
            with tx.connection.begin_nested():
                guarantee, events = deed(tx.connection)
        except IntakeError as error:
            for reply in _why(turn, tx, error, guarantee_id, keys):
                tx.reply(reply)
            return
        notify(tx, turn.services, events)
        application = turn.services.applications.store.get(tx.connection, guarantee.application_id)
        tx.reply(Reply(done, keys=keys))
        tx.reply(request(turn.services, turn.wording, guarantee, application))

    return commit


def _why(turn: Turn, tx: Tx, error: IntakeError, guarantee_id: int, keys: Keys) -> list[Reply]:
    """Why the answer cannot be taken, and how it stands now."""
    if isinstance(error, Refused):
        return [Reply(why_not(turn.wording, error), keys=keys)]
    if isinstance(error, NotFound):
        return [Reply(_no_longer_asked(turn), keys=keys)]
    if not isinstance(error, TransitionNotAllowed):
        raise error
    guarantee, application = turn.services.guarantors.look(tx.connection, guarantee_id, turn.user_id)
    old = turn.say("That button was old. This is how it stands now.")
    return [Reply(old, keys=keys), request(turn.services, turn.wording, guarantee, application)]


def _own(turn: Turn, guarantee_id: int) -> Guarantee | None:
    try:
        with turn.services.reading() as connection:
            return turn.services.guarantors.look(connection, guarantee_id, turn.user_id)[0]
    except NotFound:
        return None


def _no_longer_asked(turn: Turn) -> Html:
    return turn.say("You are no longer asked to stand for the loan. You do not have to do anything.")
