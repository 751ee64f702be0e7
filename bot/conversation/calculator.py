"""What a loan would cost: only what is missing is asked, then come the figures and a picture."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from bot.conversation import lending, written
from bot.conversation.expects import calls_off, expect, expected, released, settle
from bot.conversation.figure_words import asks_more, asks_of_figures
from bot.conversation.messages import Button, IncomingKind, Reply
from bot.conversation.person import SPOKEN_KINDS
from bot.conversation.reckoning import (
    AMOUNT,
    NEVER_MIND,
    PRODUCT,
    ROOM,
    TERM,
    WAY,
    Known,
    away,
    go_on,
    known_of,
    mark,
)
from bot.conversation.turn import Commit, Turn, Tx, both, just
from bot.conversation.wording import clean
from intake.interview.clauses import clauses
from intake.interview.clauses import figures as named
from intake.reading import Kind, Reading, Status, read
from knowledge.answering.intent import redirect
from knowledge.types import RedirectKind

# "借5000十个月": where figures end and Chinese numerals begin, two numbers stand side by side.
RUN_TOGETHER = re.compile(r"(?<=\d)(?=[一二两三四五六七八九十]{1,3}个?[月年])")
SHORT = 20  # letters; a longer text that is no figure was not meant for the calculator


def room(turn: Turn) -> Commit | None:
    """`/calculator`, its buttons, and the figures typed for it."""
    if turn.incoming.command == "calculator":
        return begin(turn, turn.text)
    for action, handle in PRESSES.items():
        arguments = turn.pressed(action)
        if arguments is not None:
            return handle(turn, arguments)
    waiting = expected(turn, ROOM)
    if waiting is None:
        return None
    if turn.incoming.kind is IncomingKind.TEXT:
        return _typed(turn, waiting)
    return go_on(turn, known_of(turn)) if turn.incoming.kind in SPOKEN_KINDS else None


def begin(turn: Turn, text: str) -> Commit:
    """Take what the sentence says and ask for the rest."""
    return go_on(turn, _told(turn, clean(text)))


# what is pressed and typed


def _pressed_product(turn: Turn, arguments: Sequence[str]) -> Commit:
    return go_on(turn, {**known_of(turn), "product": "".join(arguments[:1])})


def _pressed_amount(turn: Turn, arguments: Sequence[str]) -> Commit:
    known = {key: value for key, value in known_of(turn).items() if key != "amount"}
    amount = _positive("".join(arguments[:1]))
    return go_on(turn, known if amount is None else {**known, "amount": str(amount)})


def _pressed_term(turn: Turn, arguments: Sequence[str]) -> Commit:
    known = {key: value for key, value in known_of(turn).items() if key != "term"}
    term = "".join(arguments[:1])
    return go_on(turn, {**known, "term": int(term)} if term.isdecimal() and int(term) else known)


def _pressed_way(turn: Turn, arguments: Sequence[str]) -> Commit:
    known, (way, under) = known_of(turn), (*arguments, "", "")[:2]
    if under != mark(known):  # he pressed under an earlier answer: another loan than the one at hand
        told = turn.say("That button belongs to an earlier calculation. This is the newest:")
        return both(just(Reply(told)), go_on(turn, known))
    return go_on(turn, {**known, "way": way})


def _never_mind(turn: Turn, arguments: Sequence[str]) -> Commit:
    from bot.conversation.person import carry_on

    def commit(tx: Tx) -> None:
        tx.state.pop(ROOM, None)
        if tx.state.get("expects", {}).get("room") == ROOM:
            settle(tx)
        tx.reply(Reply(turn.say("All right."), buttons=carry_on(turn, tx)))

    return commit


def _positive(text: str) -> Decimal | None:
    try:
        amount = Decimal(text)
    except InvalidOperation:
        return None
    return amount if amount.is_finite() and amount > 0 else None


def _typed(turn: Turn, waiting: dict[str, Any]) -> Commit | None:
    """What was asked for, or another figure of the loan; all other words go where they belong."""
    text, need = clean(turn.text), str(waiting["need"])
    if calls_off(text, turn.language):
        return _never_mind(turn, ())
    kind = redirect(text, turn.language)
    if asks_more(text, turn.language):  # answered by the questions; the figures may still come after
        costs = kind is RedirectKind.CALCULATION
        return go_on(turn, {**known_of(turn), **_told(turn, text)}) if costs else None
    if asks_of_figures(text, turn.language) and need in (asked := _told(turn, text)):
        return go_on(turn, {**known_of(turn), **asked})
    taken = _named_product(turn, text) if need == "product" else _figure(turn, need, text)
    if taken is not None:
        return taken
    if kind is not None and kind not in (RedirectKind.CALCULATION, RedirectKind.WANTS_LOAN):
        return _left(turn)
    found = _told(turn, text)
    if found:
        return go_on(turn, {**known_of(turn), **found})
    if len(text) > SHORT or waiting.get("missed") or kind is not None:
        return _left(turn)
    return _missed(turn, need)


def _named_product(turn: Turn, text: str) -> Commit | None:
    lender = turn.services.lender
    labels = {lender.text(one.names, turn.language): one.product_id for one in lender.products}
    product = written.named(labels, text)
    return None if product is None else go_on(turn, {**known_of(turn), "product": product})


def _figure(turn: Turn, need: str, text: str) -> Commit | None:
    kind = Kind.AMOUNT if need == "amount" else Kind.DURATION
    locale = lending.locale(turn.services, turn.now)
    reading = read(text, kind, language=turn.language, locale=locale, unit="month")
    if reading.sure:
        return _taken(turn, need, reading)
    return just(_which(turn, need, reading)) if reading.status is Status.AMBIGUOUS else None


def _told(turn: Turn, text: str) -> Known:
    """The trade, the sum or the time that the words tell: "for my goats", "养殖", "8000 kwa miezi 10"."""
    from bot.conversation.application.story import figures

    text = RUN_TOGETHER.sub(" ", text)
    return {**_named_figures(turn, text), **figures(turn, text)}


def _named_figures(turn: Turn, text: str) -> Known:
    """The one sum and the one time named: what is a price in a story ("5000 cost me") is none where a cost is asked."""
    locale = lending.locale(turn.services, turn.now)
    marks = [mark for clause in clauses(text) for mark in named(clause, turn.language, locale, ())]
    found: Known = {}
    for need, kind in (("amount", Kind.AMOUNT), ("term", Kind.DURATION)):
        read_as = [mark.reading.best for mark in marks if mark.kind is kind]
        values = {lending.figure(best, need) for best in read_as if best is not None} - {None}
        if len(values) == 1:
            found[need] = values.pop()
    return found


def _missed(turn: Turn, need: str) -> Commit:
    """Not understood: asked once more, and the next words that do not fit are not held here."""
    notice = turn.say("I could not read that as a figure. Write it like 8000, or 12.")
    if need == "product":
        notice = turn.say("I don't know this loan. Press one, or write what the loan is for.")
    onward = go_on(turn, known_of(turn), notice)

    def commit(tx: Tx) -> None:
        onward(tx)
        expect(tx, ROOM, need=need, missed=True)

    return commit


def _left(turn: Turn) -> Commit | None:
    """Words for another room: the calculator is put away, and they are heard as if it had not been there."""
    from bot.conversation import questions
    from bot.conversation.application import rooms as application

    free = released(turn)
    onward = application.room(free) or questions.room(free)
    if onward is None:
        return None

    def commit(tx: Tx) -> None:
        settle(tx)
        onward(tx)

    return commit


def _taken(turn: Turn, need: str, reading: Reading) -> Commit:
    assert reading.best is not None  # a sure reading has one
    value = lending.figure(reading.best, need)
    if value is None:
        return go_on(
            turn, known_of(turn), turn.say("I could not read that as a figure. Write it like 8000, or 12.")
        )
    return go_on(turn, {**known_of(turn), need: value})


def _which(turn: Turn, need: str, reading: Reading) -> Reply:
    values = [lending.figure(candidate, need) for candidate in reading.candidates]
    action = AMOUNT if need == "amount" else TERM
    buttons = tuple(
        (Button(_shown(turn, need, value), action, (str(value),)),) for value in values if value is not None
    )
    return Reply(turn.say("Which do you mean?"), buttons=(*buttons, away(turn)))


def _shown(turn: Turn, need: str, value: str | int) -> str:
    return (
        turn.wording.money(Decimal(value)) if need == "amount" else lending.months(turn.wording, int(value))
    )


PRESSES: dict[str, Callable[[Turn, Sequence[str]], Commit]] = {
    PRODUCT: _pressed_product,
    AMOUNT: _pressed_amount,
    TERM: _pressed_term,
    WAY: _pressed_way,
    NEVER_MIND: _never_mind,
}
