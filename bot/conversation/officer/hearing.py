"""The words, photos and places that a step of the staff's room waited for."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.conversation.expects import KEY, calls_off, expected
from bot.conversation.messages import Button, IncomingKind, Reply
from bot.conversation.officer import approving, bare, deciding, newest, questions, steps, visiting
from bot.conversation.officer.deeds import find
from bot.conversation.officer.phrases import PHRASES
from bot.conversation.officer.steps import Facts, Heard
from bot.conversation.turn import Commit, Turn, Tx, both, just
from bot.conversation.wording import Html, clean, paragraphs, quoted
from intake.review import StaffMember

HEARD: dict[str, Heard] = {
    **steps.HEARD,
    **deciding.HEARD,
    **approving.HEARD,
    **visiting.HEARD,
    **questions.HEARD,
}
LAPSES_AFTER = timedelta(hours=24)  # words written later were not meant for the old step
KINDS = (IncomingKind.TEXT, IncomingKind.PHOTO, IncomingKind.LOCATION)
# Steps whose words count as soon as they are written; all others are looked over first.
AT_ONCE = ("o.ask", "o.msg", "o.seen", "o.ret", "o.day", steps.ANSWER)
# Steps where "nothing" or "stop" may well be the answer.
OWN_NOTES = ("o.seen", "o.for", "o.against")


def open_step(turn: Turn) -> Facts | None:
    """The step whose words are waited for, unless it was left lying for a day."""
    waiting = expected(turn, steps.ROOM)
    if waiting is None or "at" not in waiting:
        return waiting
    return waiting if turn.now - datetime.fromisoformat(waiting["at"]) < LAPSES_AFTER else None


def heard(turn: Turn, member: StaffMember, facts: Facts) -> Commit | None:
    """What came, given to the step that waits; None when it is nothing for it."""
    if turn.incoming.kind in (IncomingKind.PHOTO, IncomingKind.LOCATION):
        return visiting.on_the_spot(turn, member, facts)
    if facts["verb"] not in OWN_NOTES and calls_off(turn.text, turn.language):
        return steps.never_mind(turn)
    if "mark" in facts and bare.is_nod(turn, turn.text):
        return both(
            just(Reply(turn.say("Nothing is done yet: please press a button."))), _screen(turn, member, facts)
        )
    if (why := bare.no_reason(turn, facts, turn.text)) is not None:
        return _again(turn, facts, why)
    return _words(turn, member, facts, turn.text, typed=True)


def _screen(turn: Turn, member: StaffMember, facts: Facts) -> Commit:
    """What waits for the second press, once more."""
    if facts["verb"] in deciding.SHOWN_OF:
        return deciding.SHOWN_OF[facts["verb"]](turn, member, facts)
    return _for_this_one(turn, facts, str(facts["words"]))


def picked(turn: Turn, member: StaffMember, facts: Facts | None, args: tuple[str, ...]) -> Commit | None:
    """A ready-made sentence was pressed, for the step that is open."""
    verb, place = args[0], int(args[1])
    if facts is None or facts["verb"] != verb or not steps.belongs(facts, args[2:]):
        return steps.over(turn, facts)
    return _words(turn, member, facts, turn.plain(PHRASES[verb][place]))


def sure(turn: Turn, member: StaffMember, facts: Facts | None, args: tuple[str, ...]) -> Commit | None:
    """The second press, for the very words that it stands under."""
    if facts is None or not steps.belongs(facts, args):
        return steps.over(turn, facts)
    if list(args[1:]) != [facts.get("mark")]:
        over = steps.over(turn, facts)
        return both(over, _screen(turn, member, facts)) if "mark" in facts else over
    if facts["verb"] in deciding.SURE_OF:
        return deciding.SURE_OF[facts["verb"]](turn, member, facts)
    return _asked_anew(HEARD[facts["verb"]](turn, member, facts, str(facts["words"])))


def _words(turn: Turn, member: StaffMember, facts: Facts, text: str, *, typed: bool = False) -> Commit | None:
    """Words for a step: some, and not too many."""
    step = HEARD.get(facts["verb"])
    if step is None:
        return None
    said = clean(text)
    if not said:
        return _again(turn, facts, turn.say("Please write it in words."))
    waits = typed and facts["verb"] in AT_ONCE and facts.get("words")
    if waits:  # shown and not used yet: what is written on belongs to it
        said = f"{facts['words']}\n{said}"
    longest = steps.LONGEST_OF.get(facts["verb"], steps.LONGEST)
    if len(said) > longest:
        limit = turn.wording.number(longest)
        return _again(turn, facts, turn.say("Please write it in {limit} letters or fewer.", limit=limit))
    if waits or (typed and facts["verb"] in AT_ONCE and _in_doubt(turn, facts)):
        return _for_this_one(turn, facts, said)
    found = step(turn, member, facts, said)
    return _asked_anew(found) if facts["verb"] in AT_ONCE else found


def _asked_anew(found: Commit) -> Commit:
    """Words that were of no use leave the step open as it was at first: the next ones are not joined to them."""

    def commit(tx: Tx) -> None:
        found(tx)
        open_now = tx.state.get(KEY, {})
        if open_now.get("room") == steps.ROOM:
            kept = {key: value for key, value in open_now.items() if key not in ("words", "mark")}
            tx.state[KEY] = {**kept, "at": tx.now.isoformat()}

    return commit


def _again(turn: Turn, facts: Facts, text: Html) -> Commit:
    return steps.waiting(turn, Reply(text), facts)


def _in_doubt(turn: Turn, facts: Facts) -> bool:
    """Whether something else was said here since the question: the words may be meant for that.

    Words that answer another message by Telegram's own "reply" are in doubt as well.
    """
    return turn.incoming.reply_to is not None or not turn.is_newest(str(facts["at"]))


def _for_this_one(turn: Turn, facts: Facts, said: str) -> Commit:
    """Two farmers may be on his mind: he sees whose these words are before they go."""
    application = None if facts["verb"] == steps.ANSWER else find(turn.services, str(facts["id"]))
    head = steps.about(application) if application else questions.asked(turn, int(facts["id"]))
    ask = turn.say("These words are not sent yet. Are they for this one?")
    text = paragraphs(head, ask, quoted(said, steps.LONGEST))
    yes = turn.plain("Yes, for this one")
    return steps.are_you_sure(turn, {**facts, "words": said}, text, yes, _instead(turn, facts))


def _instead(turn: Turn, facts: Facts) -> tuple[Button, ...]:
    """The way to the farmer who wrote last, where that is another."""
    last = turn.state.get(newest.KEY)
    subject = steps.subject_of(facts)
    if last is None or steps.subject_of(last) == subject:
        return ()
    return (Button(turn.plain("No, for the last message"), newest.INSTEAD, (subject,)),)
