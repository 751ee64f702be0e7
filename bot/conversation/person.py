"""The way to a person, always open: the village's officer hears what the farmer writes, and answers here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from bot.conversation import handoff, readers
from bot.conversation.expects import APPLICATION, calls_off, expect, expected, settle
from bot.conversation.messages import MOST_BUTTONS, Button, IncomingKind, Reply
from bot.conversation.turn import Commit, Turn, Tx, just
from bot.conversation.wording import Html, clean, paragraphs
from intake.applications import RUNNING

if TYPE_CHECKING:
    from bot.conversation.held import Addressee
    from intake.review import StaffMember

ROOM = "person"
PERSON = "person"
VILLAGE = "p.vil"  # which village, and what for
NEVER_MIND = "p.no"
SEND = "p.send"  # words about an officer that are for the village's officer all the same
TO_WRITE = "w"  # in place of an answer's id: he will write himself
TO_NAME = "n"  # he asked who his officer is
SPOKEN_KINDS = (
    IncomingKind.PHOTO,
    IncomingKind.VOICE,
    IncomingKind.VIDEO,
    IncomingKind.DOCUMENT,
    IncomingKind.LOCATION,
    IncomingKind.CONTACT,
    IncomingKind.UNSUPPORTED,
)


def room(turn: Turn) -> Commit | None:
    """`/person`, the button, and what the farmer then writes to his officer."""
    if turn.incoming.command in ("person", "officer") or turn.pressed(PERSON) is not None:
        return write_to_officer(turn)
    chosen = turn.pressed(VILLAGE)
    if chosen and len(chosen) == 2:
        return _village_chosen(turn, *chosen)
    if turn.pressed(NEVER_MIND) is not None:
        return _never_mind(turn)
    if turn.pressed(SEND) is not None:
        return _send_held(turn)
    if expected(turn, ROOM) is None:
        return None
    if turn.incoming.kind is IncomingKind.TEXT:
        return _never_mind(turn) if calls_off(turn.text, turn.language) else _written(turn)
    from bot.conversation import enclosing, to_officer

    if enclosing.comes(turn):  # where an application runs, it goes into its file
        return to_officer.unasked(turn) or _written(turn)
    return just(in_words(turn, NEVER_MIND)) if turn.incoming.kind in SPOKEN_KINDS else None


def is_applying(turn: Turn) -> bool:
    """Whether an application is being written."""
    return bool(turn.state.get(APPLICATION, {}).get("draft_id"))


def has_running(turn: Turn) -> bool:
    """Whether an application of his is on its way."""
    with turn.services.reading() as connection:
        mine = turn.services.applications.by_farmer(connection, turn.user_id)
    return any(one.status in RUNNING for one in mine)


def village_of(turn: Turn) -> str:
    """The farmer's village: what he told here, else that of his newest application, else ""."""
    told = str(turn.state.get("village", ""))
    if told:
        return told
    with turn.services.reading() as connection:
        mine = turn.services.applications.by_farmer(connection, turn.user_id)
    return mine[0].village if mine else ""


def village_question(turn: Turn, purpose: str) -> Reply:
    """Which village, by buttons or by name; `purpose` is an answer's id, `TO_WRITE` or `TO_NAME`."""
    lender = turn.services.lender
    villages = [
        Button(lender.text(one.names, turn.language), VILLAGE, (one.village_id, purpose))
        for one in lender.villages
    ]
    shown, unshown = villages[:MOST_BUTTONS], villages[MOST_BUTTONS:]
    ask = turn.say("Which village do you live in? Then I know who your officer is.")
    return Reply(
        paragraphs(ask, or_written(turn) if unshown else ""),
        buttons=(
            *((village,) for village in shown),
            (Button(turn.plain("Another place"), VILLAGE, ("", purpose)),),
            (Button(turn.plain("Never mind"), NEVER_MIND),),
        ),
        named=True,
        unshown=tuple(unshown),
    )


def write_to_officer(turn: Turn) -> Commit:
    """Ask the village if it is unknown, then wait for the farmer's words."""
    village = village_of(turn)
    return _wait_for_words(turn, village) if village else just(village_question(turn, TO_WRITE))


def _village_chosen(turn: Turn, village: str, purpose: str) -> Commit:
    from bot.conversation import my_officer
    from bot.conversation.answers import pass_on

    known = {one.village_id for one in turn.services.lender.villages}
    if village and village not in known:
        return just(village_question(turn, purpose))
    if purpose == TO_NAME:
        then = my_officer.of_village(turn, village)
    else:
        then = _wait_for_words(turn, village) if purpose == TO_WRITE else pass_on(turn, purpose, village)

    def commit(tx: Tx) -> None:
        if village:
            tx.state["village"] = village
        then(tx)

    return commit


def _wait_for_words(turn: Turn, village: str) -> Commit:
    with turn.services.reading() as connection:
        told = readers.recipients(connection, turn.services, village, turn.user_id)
    lender = turn.services.lender
    contact = turn.say(
        "You can also call us: {phone}. Our office: {office}",
        phone=lender.phone,
        office=lender.text(lender.office, turn.language),
    )
    complaint = turn.say(
        "If you want to complain about how you were treated, call {phone}. Your officer does not hear of it.",
        phone=lender.complaints_phone,
    )
    if not told:
        return just(Reply(paragraphs(contact, complaint)))
    ask = turn.say("Write your message now. I pass it to {name}.", name=readers.names(told))
    buttons = ((Button(turn.plain("Never mind"), NEVER_MIND),),)

    def commit(tx: Tx) -> None:
        expect(tx, ROOM, village=village)
        tx.reply(Reply(paragraphs(ask, contact, complaint), buttons=buttons))

    return commit


def officers(turn: Turn, village: str) -> Addressee:
    """Who would read what is written to the officer of this village."""
    from bot.conversation import enclosing
    from bot.conversation.held import Addressee

    with turn.services.reading() as connection:
        read = readers.recipients(connection, turn.services, village, turn.user_id)
    return Addressee(readers.names(read), SEND, {"village": village, **enclosing.held(turn)})


def _written(turn: Turn) -> Commit:
    from bot.conversation import about_officer, enclosing

    text = clean(turn.text)
    if not text and not enclosing.comes(turn):
        return just(in_words(turn, NEVER_MIND))
    if len(text) > handoff.MAX_LETTERS:
        return just(too_long(turn, handoff.MAX_LETTERS))
    village = str((expected(turn, ROOM) or {}).get("village", ""))
    if about_officer.is_complained_of(turn, text):
        return about_officer.to_whom(turn, officers(turn, village), text)
    with_it = enclosing.among(enclosing.held(turn))
    return _send(turn, text, village, str(turn.incoming.update_id), with_it)


def _send_held(turn: Turn) -> Commit:
    from bot.conversation import enclosing, held

    words = held.find(turn, SEND)
    if words is None:
        return write_to_officer(turn)
    return _send(turn, words["text"], words["village"], words["number"], enclosing.among(words))


def _send(turn: Turn, text: str, village: str, number: str, enclosed: Sequence[Mapping[str, Any]]) -> Commit:
    def commit(tx: Tx) -> None:
        told = handoff.create(
            tx,
            turn.services,
            key=f"text:{number}",
            chat_id=turn.incoming.chat_id,
            question=text,
            language=turn.language,
            village=village,
            enclosed=enclosed,
        )
        settle(tx)
        if told is None:
            tx.toast(turn.plain("I have passed it on already. The answer comes here."))
            return
        tx.reply(Reply(passed_on(turn, told), buttons=carry_on(turn, tx)))

    return commit


def passed_on(turn: Turn, told: Sequence[StaffMember]) -> Html:
    """That the words have reached somebody, or whom to call when nobody is there."""
    if not told:
        return turn.say(
            "I kept your question, but nobody is here to answer it now. Please call {phone}.",
            phone=turn.services.lender.phone,
        )
    return turn.say(
        "I passed it to {name}. The answer comes to you here, in this chat.", name=readers.names(told)
    )


def carry_on(turn: Turn, tx: Tx) -> tuple[tuple[Button, ...], ...]:
    """A button back to the application that is not finished, if there is one."""
    if turn.services.applications.open_draft(tx.connection, turn.user_id) is None:
        return ()
    return ((Button(turn.plain("Carry on with my application"), "a.on"),),)


def too_long(turn: Turn, limit: int) -> Reply:
    """The same sentence wherever a text is too long to be passed on whole."""
    return Reply(
        turn.say(
            "That is a lot at once: {given} letters. Please say it in {limit} letters or fewer. Nothing is lost.",
            given=turn.wording.number(len(turn.text)),
            limit=turn.wording.number(limit),
        )
    )


def or_written(turn: Turn) -> Html:
    """Beside a list that is too long for its buttons."""
    return turn.say("There is no room for all of them here. If yours is missing, write it.")


def in_words(turn: Turn, never_mind: str) -> Reply:
    """What is to be passed on must be written; `never_mind` is the action of the way out."""
    return Reply(
        turn.say("Please write it to me in words, so that I can pass it on."),
        buttons=((Button(turn.plain("Never mind"), never_mind),),),
    )


def _never_mind(turn: Turn) -> Commit:
    def commit(tx: Tx) -> None:
        if tx.state.get("expects", {}).get("room") == ROOM:
            settle(tx)
        text = turn.say("All right. You can reach your officer any time with /person.")
        tx.reply(Reply(text, buttons=carry_on(turn, tx)))

    return commit
