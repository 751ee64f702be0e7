"""Words about an officer where words for him are awaited: they reach nobody before the farmer has said whom."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.conversation import complaint, handoff, held, lending, person
from bot.conversation.expects import APPLICATION, calls_off, expect, expected, settle
from bot.conversation.held import Addressee
from bot.conversation.messages import Button, IncomingKind, Reply
from bot.conversation.officer import wrote
from bot.conversation.turn import Commit, Turn, Tx, both, just
from bot.conversation.wording import clean, paragraphs, quoted
from intake.interview.answering import yes_or_no
from intake.interview.asking import asks, begins_asking, holds_asking
from knowledge.answering.bribery import RULE
from knowledge.answering.complaints import has_staff_do, is_about_staff, names_staff, wants_favour
from knowledge.answering.deeds import tells_of_work
from knowledge.answering.neglect import waits_in_vain
from knowledge.types import Answer, Audience

ROOM = complaint.WHOM
LATELY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Complaining:
    """Words to the papers that may complain of an officer.

    `maybe_not`: somebody's name alone says so, which others have too, and nothing is asked of the farmer; or what the
    officer is said to do is his work.
    """

    text: str
    maybe_not: bool


def is_complained_of(turn: Turn, text: str) -> bool:
    """Whether words on their way to staff may be a complaint about one of them, by his name or as "he"."""
    return is_about_staff(text, _staff_names(turn))


def is_named(turn: Turn, text: str) -> bool:
    """Whether words speak of an officer at all: where a wrong is told, he may be who did it."""
    return names_staff(text, _staff_names(turn))


def asks_of_it(turn: Turn, text: str) -> Complaining | None:
    """The same of a question to the papers: "he" is the officer where one has lately written to the farmer."""
    if turn.staff is not None:
        return None
    heard = [turn.state.get(wrote.KEY), turn.state.get(handoff.ANSWERED)]
    lately = any(one and turn.now - datetime.fromisoformat(one["at"]) <= LATELY for one in heard)
    names = _staff_names(turn)
    if not is_about_staff(text, names, he=lately):
        return None
    return Complaining(text, maybe_not=not is_about_staff(text, names, he=lately, of_me=True))


def tells_of_him(turn: Turn, text: str) -> Complaining | None:
    """What no rule placed and no paper answers, if it tells what staff do: of one of them it may complain."""
    if turn.staff is not None or holds_question(text, turn.language):
        return None
    if not has_staff_do(text, _staff_names(turn)):
        return None
    return Complaining(text, maybe_not=tells_of_work(text))


def waits_for_him(turn: Turn, text: str) -> Complaining | None:
    """He tells that nobody came or answered: whatever the papers say of it, a person is to hear him."""
    if turn.staff is not None or not waits_in_vain(text):
        return None
    return Complaining(text, maybe_not=True)


def holds_question(text: str, language: str) -> bool:
    """Whether something is asked in it, beside what is told."""
    parts = re.split(r"[.,;!\n，。；！]+", text)
    asking = any(begins_asking(part, language) for part in parts)
    return asking or holds_asking(text, language) or bool(re.search(r"[?？]", text))


def rule_of_bribes(turn: Turn, text: str) -> Answer | None:
    """What the papers say to somebody of whom staff want money or a gift; None where they say nothing."""
    if not wants_favour(text, _staff_names(turn)):
        return None
    papers = turn.services.plain_knowledge if turn.late else turn.services.knowledge
    for language in dict.fromkeys((turn.language, "en")):
        found = papers.ask(RULE.get(language, RULE["en"]), language=language, audience=Audience.FARMER)
        if isinstance(found, Answer):
            return found
    return None


def _staff_names(turn: Turn) -> list[str]:
    with turn.services.reading() as connection:
        return turn.services.staff.names(connection)


def room(turn: Turn) -> Commit | None:
    """What he writes on, in place of a press, belongs to the words that wait; a question goes its own way."""
    waiting = expected(turn, ROOM)
    if waiting is None or turn.incoming.kind is not IncomingKind.TEXT:
        return None
    if calls_off(turn.text, turn.language):
        return both(settle, complaint.never_mind(turn))
    answer = yes_or_no(turn.text, turn.language, lending.locale(turn.services, turn.now))
    if answer is False:
        return both(settle, complaint.never_mind(turn))
    if asks(turn.text, turn.language):
        return None
    text = waiting["text"] if answer else f"{waiting['text']}\n{clean(turn.text)}"
    if len(text) > handoff.MAX_LETTERS:
        return just(person.too_long(turn, handoff.MAX_LETTERS - len(waiting["text"])))
    return to_whom(turn, Addressee(**waiting["to"]), text)


def to_whom(turn: Turn, to: Addressee, text: str, *, said_at: datetime | None = None) -> Commit:
    """Ask who shall read it; nothing has been passed on. `said_at`, where it was said before now."""
    text = clean(text)
    ask = turn.say(
        "This may be a complaint about an officer, so I have passed it to nobody yet: {words}",
        words=quoted(text, held.SHOWN),
    )
    who = turn.say("Who shall read it? Press a button. Your officer reads what stands in your application.")

    def commit(tx: Tx) -> None:
        writes = to.action == held.OWN or tx.state.get(APPLICATION, {}).get("draft_id")
        number = held.hold(turn, tx, to.action, text, **to.facts)
        rows = [complaint.button(turn, tx, text, said_at=said_at, beside=to.facts)]
        if to.action != held.OWN:
            rows.append(_all_the_same(turn, to, number))
        if writes:
            rows.append(held.for_application(turn, number))
        expect(tx, ROOM, to={"name": to.name, "action": to.action, "facts": dict(to.facts)}, text=text)
        tx.reply(Reply(paragraphs(ask, who), buttons=tuple((one,) for one in rows)))

    return commit


def _all_the_same(turn: Turn, to: Addressee, number: str) -> Button:
    label = turn.plain("Send it to my officer all the same")
    if to.name:
        label = turn.plain("Send it to {officer} all the same", officer=to.name)
    return Button(label[:60], to.action, (number,))
