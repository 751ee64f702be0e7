"""Reckoning a loan: which piece of it is missing and how it is asked for, then its cost and a picture."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from bot.conversation import lending
from bot.conversation.expects import expect, settle
from bot.conversation.marks import token
from bot.conversation.messages import Button, Reply
from bot.conversation.turn import Commit, Turn, Tx
from bot.conversation.wording import paragraphs
from intake.products import LoanRequest, Product, Repayment, check, schedule

ROOM = "calculator"
PRODUCT, AMOUNT, TERM, WAY, NEVER_MIND = "c.prod", "c.amt", "c.term", "c.way", "c.no"
Known = dict[str, Any]  # product, amount (text), term (months), way; what is missing is asked


def known_of(turn: Turn) -> Known:
    """What he has told of the loan so far."""
    return dict(turn.state.get(ROOM, {}))


def go_on(turn: Turn, known: Known, notice: str = "") -> Commit:
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
    return Reply(paragraphs(notice, ask), buttons=(*buttons, away(turn)))


def _amount_question(turn: Turn, product: Product, notice: str) -> Reply:
    ask = turn.say(
        "How much do you want to borrow? This loan goes from {min} to {max}.",
        min=turn.wording.money(product.min_amount),
        max=turn.wording.money(product.max_amount),
    )
    return Reply(paragraphs(notice, ask), buttons=(away(turn),))


def _term_question(turn: Turn, product: Product, notice: str) -> Reply:
    low, high = product.min_term_months, product.max_term_months
    offered = sorted({months for months in (low, 6, 12, 24, high) if low <= months <= high})
    buttons = tuple(Button(lending.months(turn.wording, months), TERM, (str(months),)) for months in offered)
    ask = turn.say("In how many months would you pay it back?")
    return Reply(paragraphs(notice, ask), buttons=(buttons, away(turn)))


def away(turn: Turn) -> tuple[Button, ...]:
    """The button that leaves it."""
    return (Button(turn.plain("Never mind"), NEVER_MIND),)


def _within_limits(turn: Turn, product: Product, known: Known) -> Commit:
    amount, term = Decimal(known["amount"]), int(known["term"])
    found = check(product, LoanRequest(amount=amount, term_months=term))
    if not found:
        return _reckoned(turn, product, known, amount, term)
    wrong = {"amount" if "amount" in problem.code.value else "term" for problem in found}
    left = {key: value for key, value in known.items() if key not in wrong}
    return go_on(turn, left, lending.problems(turn.wording, found))


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
        buttons=_after(turn, known, product, way),
        attachment=lending.picture(services, plan, turn.language, name),
    )

    def commit(tx: Tx) -> None:
        tx.state[ROOM] = known
        settle(tx)
        tx.reply(reply)

    return commit


def mark(known: Known) -> str:
    """Which loan a button stands under; short, as a button's data may be."""
    return token(*(str(known.get(need, "")) for need in ("product", "amount", "term")))


def _after(turn: Turn, known: Known, product: Product, way: Repayment) -> tuple[tuple[Button, ...], ...]:
    others = tuple(
        (Button(lending.repayment_name(turn.wording, other), WAY, (other.value, mark(known))),)
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
