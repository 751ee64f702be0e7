"""A complaint goes to the head of the branch and never to the farmer's own officer; one word begins it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from bot.conversation import enclosing, handed, handoff, held, lending, person, readers
from bot.conversation.expects import calls_off, expect, expected, settle
from bot.conversation.messages import Button, IncomingKind, Reply
from bot.conversation.turn import Commit, Turn, Tx, just
from bot.conversation.wording import Html, clean, paragraphs
from intake.interview.answering import yes_or_no
from knowledge.answering.complaints import is_complaint, tells

ROOM, WHOM = "complaint", "about_officer"
TELL, NEVER_MIND = "k.tell", "k.no"  # pass on the words that wait; leave it
COMPLAINED = "complained"  # state: when a complaint was passed on last, and to whom
RIGHT_AFTER = timedelta(hours=1)  # a photo that comes as the next thing belongs to it
MOST = 10  # files with one complaint
LONGEST_BARE = 12  # letters of a "yes" or "no thanks"


def room(turn: Turn) -> Commit | None:
    """The word "complaint", the words that follow it, and the buttons. Staff write it in their own work as well."""
    if turn.pressed(TELL) is not None:
        return tell(turn)
    if turn.pressed(NEVER_MIND) is not None:
        return never_mind(turn)
    if turn.staff is not None or not turn.incoming.private:
        return None
    waiting = expected(turn, ROOM) is not None
    if enclosing.comes(turn):
        return begin(turn, turn.text) if is_complaint(turn.text) else _enclosed(turn, waiting)
    if turn.incoming.kind is IncomingKind.TEXT:
        if waiting and calls_off(turn.text, turn.language):
            return never_mind(turn)
        if waiting and (bare := _bare_answer(turn)) is not None:
            return begin(turn, "") if bare else never_mind(turn)
        if is_complaint(turn.text):
            return begin(turn, turn.text)
        return _written(turn) if waiting else None
    spoken = waiting and turn.incoming.kind in person.SPOKEN_KINDS
    return just(person.in_words(turn, NEVER_MIND)) if spoken else None


def _enclosed(turn: Turn, waiting: bool) -> Commit | None:
    """A photo, a paper or a place for a complaint: beside its words, before them, or right after them."""
    if waiting:
        return _written(turn) if clean(turn.text) else _kept_for_words(turn)
    after = turn.state.get(COMPLAINED)
    recent = after is not None and turn.now - datetime.fromisoformat(after["at"]) <= RIGHT_AFTER
    if after is None or not (recent and turn.is_newest(after["at"])):
        return None
    if not person.is_applying(turn) and not person.has_running(turn):
        return _written(turn)

    def commit(tx: Tx) -> None:
        tx.state[COMPLAINED] = {**after, "at": tx.now.isoformat()}  # the others of an album
        to = held.Addressee(after["name"], TELL, {"urgent": False, **enclosing.held(turn)})
        text = clean(turn.text)
        asked = held.for_whom if person.is_applying(turn) else held.was_it_meant
        asked(turn, to, text)(tx)

    return commit


def _kept_for_words(turn: Turn) -> Commit:
    """It goes with the words that are still awaited."""
    before = (expected(turn, ROOM) or {}).get("enclosed", [])
    ask = turn.say("I have it, and pass it on with your words. Tell me in your own words what happened.")
    leave = Button(turn.plain("Never mind"), NEVER_MIND)

    def commit(tx: Tx) -> None:
        expect(tx, ROOM, enclosed=[*before, *enclosing.among(enclosing.held(turn))][-MOST:])
        tx.reply(Reply(ask, buttons=((leave,),)))

    return commit


def _bare_answer(turn: Turn) -> bool | None:
    """A "yes" or a "no" alone is nothing to complain of."""
    if len(turn.text) > LONGEST_BARE:
        return None
    return yes_or_no(turn.text, turn.language, lending.locale(turn.services, turn.now))


def begin(turn: Turn, text: str) -> Commit:
    """What stands beside the word is passed on as it is; the word alone asks what happened."""
    with_it = enclosing.among(enclosing.held(turn))
    if tells(text):
        return _passed_on(turn, text, f"{handed.COMPLAINT}{turn.incoming.update_id}")
    ask = turn.say("Tell me in your own words what happened. Write it now.")
    leave = Button(turn.plain("Never mind"), NEVER_MIND)

    def commit(tx: Tx) -> None:
        expect(tx, ROOM, enclosed=with_it)
        tx.reply(Reply(paragraphs(ask, _road(turn)), buttons=((leave,),)))

    return commit


def offer(turn: Turn, tx: Tx, text: str, *beside: Button) -> None:
    """The words may go to the head of the branch with one press."""
    tx.reply(first(turn, tx, Reply(Html(""), buttons=tuple((one,) for one in beside)), text))


def first(turn: Turn, tx: Tx, reply: Reply, text: str) -> Reply:
    """What is said of the words, and before all else under it the way past his officer for them."""
    ask = turn.say("Shall the head of the branch read what you wrote? Your officer does not hear of it.")
    tell_them = button(turn, tx, text)
    leave = Button(turn.plain("Never mind"), NEVER_MIND)
    return dataclasses.replace(
        reply,
        text=paragraphs(Html(reply.text), ask),
        buttons=((tell_them,), *reply.buttons),
        asks=(tell_them, leave),
    )


def button(
    turn: Turn,
    tx: Tx,
    text: str,
    *,
    urgent: bool = False,
    said_at: datetime | None = None,
    beside: Mapping[str, Any] | None = None,
) -> Button:
    """The way past his own officer, for these words.

    `said_at`, where they were said before now; `beside`: facts among which what came with them then is held.
    """
    said = (said_at or turn.now).isoformat()
    with_it = enclosing.among(beside or {}) or enclosing.among(enclosing.held(turn))
    number = held.hold(turn, tx, TELL, text, urgent=urgent, said_at=said, **dict(*with_it))
    return Button(turn.plain("Tell the head of the branch, not my officer"), TELL, (number,))


def never_mind(turn: Turn) -> Commit:
    def commit(tx: Tx) -> None:
        if tx.state.get("expects", {}).get("room") == ROOM:
            settle(tx)
        text = turn.say("All right. You can complain any time: write the word “complaint”.")
        tx.reply(Reply(text, buttons=person.carry_on(turn, tx)))

    return commit


def _road(turn: Turn) -> Html:
    """Who reads it, and the telephone for who would rather speak."""
    return turn.say(
        "It goes to the head of the branch. Your officer does not hear of it. You can also call {phone}.",
        phone=turn.services.lender.complaints_phone,
    )


def _written(turn: Turn) -> Commit:
    if not clean(turn.text) and not enclosing.comes(turn):
        return just(person.in_words(turn, NEVER_MIND))
    return _passed_on(turn, turn.text, f"{handed.COMPLAINT}{turn.incoming.update_id}")


def tell(turn: Turn) -> Commit:
    """Pass on the words the button stands under; where they are forgotten, ask for them."""
    words = held.find(turn, TELL)
    if words is None:
        return begin(turn, "")
    said_at = datetime.fromisoformat(words.get("said_at") or turn.now.isoformat())
    if words["text"] and was_passed_on(turn, words["text"], said_at):
        return once_more(turn)
    key = f"{handed.COMPLAINT}{words['number']}"
    return _passed_on(turn, words["text"], key, urgent=words["urgent"], enclosed=enclosing.among(words))


def was_passed_on(turn: Turn, text: str, said_at: datetime) -> bool:
    """Whether the head of the branch has these words already, by another button."""
    with turn.services.reading() as connection:
        return handed.complained(connection, turn.services, turn.incoming.chat_id, text, said_at)


def once_more(turn: Turn) -> Commit:
    """What was passed on is not passed on again."""

    def commit(tx: Tx) -> None:
        if tx.state.get("expects", {}).get("room") in (ROOM, WHOM):
            settle(tx)
        tx.toast(turn.plain("I have passed it on already. The answer comes here."))

    return commit


def _passed_on(
    turn: Turn,
    text: str,
    key: str,
    *,
    urgent: bool = False,
    enclosed: Sequence[Mapping[str, Any]] | None = None,
) -> Commit:
    words = clean(text)
    if enclosed is None:
        waited = (expected(turn, ROOM) or {}).get("enclosed", [])
        enclosed = [*waited, *enclosing.among(enclosing.held(turn))][-MOST:]
    if len(words) > handoff.MAX_LETTERS:
        return _shorter(turn)

    def commit(tx: Tx) -> None:
        # No village: with one, its officer would be told, and could read and answer it.
        told = handoff.create(
            tx,
            turn.services,
            key=key,
            chat_id=turn.incoming.chat_id,
            question=words,
            language=turn.language,
            urgent=urgent,
            enclosed=enclosed,
        )
        if told is None:
            once_more(turn)(tx)
            return
        if tx.state.get("expects", {}).get("room") in (ROOM, WHOM):
            settle(tx)
        tx.state[COMPLAINED] = {"at": tx.now.isoformat(), "name": readers.names(told)}
        tx.toast(turn.plain("Passed on."))
        tx.reply(Reply(_done(turn, readers.names(told)), buttons=person.carry_on(turn, tx)))

    return commit


def _shorter(turn: Turn) -> Commit:
    waited = (expected(turn, ROOM) or {}).get("enclosed", [])

    def commit(tx: Tx) -> None:
        expect(tx, ROOM, enclosed=waited)
        tx.reply(person.too_long(turn, handoff.MAX_LETTERS))

    return commit


def _done(turn: Turn, names: str) -> Html:
    phone = turn.services.lender.complaints_phone
    if not names:
        return turn.say(
            "I kept your complaint, but nobody is here to read it now. Please call {phone}.", phone=phone
        )
    return turn.say(
        "Your complaint is with {name}. Your officer does not hear of it. The answer comes to you here. "
        "You can also call {phone}.",
        name=names,
        phone=phone,
    )
