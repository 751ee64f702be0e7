"""What a loan would cost: only what is missing is asked, then come the figures and a picture."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from bot.conversation import lending, written
from bot.conversation.expects import calls_off, expect, expected, released, settle
from bot.conversation.messages import Button, IncomingKind, Reply
from bot.conversation.person import SPOKEN_KINDS
from bot.conversation.turn import Commit, Turn, Tx, just
from bot.conversation.wording import clean, paragraphs
from intake.interview.clauses import clauses
from intake.interview.clauses import figures as named
from intake.interview.commands import asks
from intake.products import LoanRequest, Product, Repayment, check, schedule
from intake.reading import Kind, Reading, Status, read
from knowledge.answering.intent import redirect
from knowledge.types import RedirectKind

ROOM = "calculator"
PRODUCT, AMOUNT, TERM, WAY, NEVER_MIND = "c.prod", "c.amt", "c.term", "c.way", "c.no"
Known = dict[str, Any]  # product, amount (text), term (months), way; what is missing is asked
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
    return _go_on(turn, _known(turn)) if turn.incoming.kind in SPOKEN_KINDS else None


def begin(turn: Turn, text: str) -> Commit:
    """Take what the sentence says and ask for the rest."""
    return _go_on(turn, _told(turn, clean(text)))


def _known(turn: Turn) -> Known:
    return dict(turn.state.get(ROOM, {}))


def _go_on(turn: Turn, known: Known, notice: str = "") -> Commit:
    """The next missing piece is asked; when none is missing, the loan is reckoned."""
    product = {one.product_id: one for one in turn.services.lender.products}.get(known.get("product", ""))
    if product is None:
        return _ask(turn, known, "product", _product_question(turn, notice))
    if "amount" not in known:
        return _ask(turn, known, "amount", _amount_question(turn, product, notice))
    if "term" not in known:
        return _ask(turn, known, "term", _term_question(turn, product, notice))
    return _within_limits(turn, product, known)


def _ask(turn: Turn, known: Known, need: str, reply: Reply) -> Commit:
    def commit(tx: Tx) -> None:
        tx.state[ROOM] = known
        expect(tx, ROOM, need=need)
        tx.reply(reply)

    return commit


def _product_question(turn: Turn, notice: str) -> Reply:
    lender = turn.services.lender
    buttons = tuple(
        (Button(lender.text(one.names, turn.language), PRODUCT, (one.product_id,)),)
        for one in lender.products
    )
    ask = turn.say("Let us see what a loan would cost. Which loan?")
    return Reply(paragraphs(notice, ask), buttons=(*buttons, _away(turn)))


def _amount_question(turn: Turn, product: Product, notice: str) -> Reply:
    ask = turn.say(
        "How much do you want to borrow? This loan goes from {min} to {max}.",
        min=turn.wording.money(product.min_amount),
        max=turn.wording.money(product.max_amount),
    )
    return Reply(paragraphs(notice, ask), buttons=(_away(turn),))


def _term_question(turn: Turn, product: Product, notice: str) -> Reply:
    low, high = product.min_term_months, product.max_term_months
    offered = sorted({months for months in (low, 6, 12, 24, high) if low <= months <= high})
    buttons = tuple(Button(lending.months(turn.wording, months), TERM, (str(months),)) for months in offered)
    ask = turn.say("In how many months would you pay it back?")
    return Reply(paragraphs(notice, ask), buttons=(buttons, _away(turn)))


def _away(turn: Turn) -> tuple[Button, ...]:
    return (Button(turn.plain("Never mind"), NEVER_MIND),)


def _within_limits(turn: Turn, product: Product, known: Known) -> Commit:
    amount, term = Decimal(known["amount"]), int(known["term"])
    found = check(product, LoanRequest(amount=amount, term_months=term))
    if not found:
        return _reckoned(turn, product, known, amount, term)
    wrong = {"amount" if "amount" in problem.code.value else "term" for problem in found}
    left = {key: value for key, value in known.items() if key not in wrong}
    return _go_on(turn, left, lending.problems(turn.wording, found))


def _reckoned(turn: Turn, product: Product, known: Known, amount: Decimal, term: int) -> Commit:
    turn.busy()
    way = next((one for one in product.repayment if one.value == known.get("way")), product.repayment[0])
    services = turn.services
    plan = schedule(
        product,
        amount,
        term,
        way,
        currency=services.lender.currency,
        disbursed_on=lending.today(services, turn.now),
    )
    name = services.lender.text(product.names, turn.language)
    text = paragraphs(
        turn.say("{loan}. Paid back: {way}.", loan=name, way=lending.repayment_name(turn.wording, way)),
        lending.cost(turn.wording, plan),
        turn.say("This is not yet a promise: people decide on each loan."),
    )
    reply = Reply(
        text,
        buttons=_after(turn, product, way),
        attachment=lending.picture(services, plan, turn.language, name),
    )

    def commit(tx: Tx) -> None:
        tx.state[ROOM] = known
        settle(tx)
        tx.reply(reply)

    return commit


def _after(turn: Turn, product: Product, way: Repayment) -> tuple[tuple[Button, ...], ...]:
    others = tuple(
        (Button(lending.repayment_name(turn.wording, other), WAY, (other.value,)),)
        for other in product.repayment
        if other is not way
    )
    more = (
        Button(turn.plain("Another amount"), AMOUNT, ("",)),
        Button(turn.plain("Another time"), TERM, ("",)),
    )
    if turn.state.get("application", {}).get("draft_id"):
        return (*others, more, (Button(turn.plain("Carry on with my application"), "a.on"),))
    return (*others, more, (Button(turn.plain("Apply for a loan"), "apply"),))


# what is pressed and typed


def _pressed_product(turn: Turn, arguments: Sequence[str]) -> Commit:
    return _go_on(turn, {**_known(turn), "product": "".join(arguments[:1])})


def _pressed_amount(turn: Turn, arguments: Sequence[str]) -> Commit:
    known = {key: value for key, value in _known(turn).items() if key != "amount"}
    amount = _positive("".join(arguments[:1]))
    return _go_on(turn, known if amount is None else {**known, "amount": str(amount)})


def _pressed_term(turn: Turn, arguments: Sequence[str]) -> Commit:
    known = {key: value for key, value in _known(turn).items() if key != "term"}
    term = "".join(arguments[:1])
    return _go_on(turn, {**known, "term": int(term)} if term.isdecimal() and int(term) else known)


def _pressed_way(turn: Turn, arguments: Sequence[str]) -> Commit:
    return _go_on(turn, {**_known(turn), "way": "".join(arguments[:1])})


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
    taken = _named_product(turn, text) if need == "product" else _figure(turn, need, text)
    if taken is not None:
        return taken
    if asks(text, turn.language):
        return None  # answered by the questions; the figures may still come after
    kind = redirect(text, turn.language)
    if kind is not None and kind not in (RedirectKind.CALCULATION, RedirectKind.WANTS_LOAN):
        return _left(turn)
    found = _told(turn, text)
    if found:
        return _go_on(turn, {**_known(turn), **found})
    if len(text) > SHORT or waiting.get("missed") or kind is not None:
        return _left(turn)
    return _missed(turn, need)


def _named_product(turn: Turn, text: str) -> Commit | None:
    lender = turn.services.lender
    labels = {lender.text(one.names, turn.language): one.product_id for one in lender.products}
    product = written.named(labels, text)
    return None if product is None else _go_on(turn, {**_known(turn), "product": product})


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
    onward = _go_on(turn, _known(turn), notice)

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
        return _go_on(
            turn, _known(turn), turn.say("I could not read that as a figure. Write it like 8000, or 12.")
        )
    return _go_on(turn, {**_known(turn), need: value})


def _which(turn: Turn, need: str, reading: Reading) -> Reply:
    values = [lending.figure(candidate, need) for candidate in reading.candidates]
    action = AMOUNT if need == "amount" else TERM
    buttons = tuple(
        (Button(_shown(turn, need, value), action, (str(value),)),) for value in values if value is not None
    )
    return Reply(turn.say("Which do you mean?"), buttons=(*buttons, _away(turn)))


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
