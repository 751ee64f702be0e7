"""Loans in words: limits as sentences, a schedule as a table and a picture, the lender's day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from bot.conversation.messages import Attachment
from bot.conversation.wording import Html, Wording, bold, lines, paragraphs
from bot.locale import lender_locale
from bot.services import Services
from intake.products import LimitCode, LimitProblem, Repayment, Schedule
from intake.reading import Candidate, LenderLocale

Facts = Mapping[str, Any]
SENSELESS = Decimal(10) ** 15  # no sum of money in a village


def today(services: Services, now: datetime) -> date:
    """The day at the lender's place."""
    return services.lender.day(now)


def locale(services: Services, now: datetime) -> LenderLocale:
    """How this lender's people write amounts, areas and days, as of now."""
    return lender_locale(services.lender, today(services, now))


def figure(candidate: Candidate, need: str) -> str | int | None:
    """An amount above zero as text, or whole months; None when it is neither."""
    if not isinstance(candidate.value, Decimal | int) or candidate.value <= 0:
        return None
    if need == "amount":
        return str(candidate.value)
    months = candidate.facts.get("months")
    whole = isinstance(months, Decimal | int) and months == int(months) and months > 0
    return int(months) if whole and months is not None else None


def money(wording: Wording, amount: Decimal) -> str:
    """An amount a person typed: one that no loan can have is not spelled out digit by digit."""
    return wording.money(amount) if abs(amount) < SENSELESS else "…"


def number(wording: Wording, figure: Decimal) -> str:
    """A number a person typed, likewise."""
    return wording.number(figure) if abs(figure) < SENSELESS else "…"


def repayment_name(wording: Wording, repayment: Repayment) -> str:
    """How the loan is paid back, in words for a button."""
    if repayment is Repayment.AT_HARVEST:
        return wording.plain("All at once, at the end")
    if repayment is Repayment.FLAT:
        return wording.plain("The same sum each month")
    return wording.plain("The same sum each month, interest only on what is left")


def months(wording: Wording, count: int) -> Html:
    """A time in months."""
    return wording.count("{n} month", "{n} months", min(count, int(SENSELESS)))


def cost(wording: Wording, schedule: Schedule) -> Html:
    """What the loan costs and what is due, in four lines."""
    money = wording.money
    head = bold(
        wording.plain(
            "{amount} for {time}",
            amount=money(schedule.amount),
            time=months(wording, schedule.term_months),
        )
    )
    price = wording.say(
        "It costs {cost} in all. You pay back {total}.",
        cost=money(schedule.total_cost),
        total=money(schedule.total_payment),
    )
    parts = wording.say(
        "Interest {interest} at {rate} a year.",
        interest=money(schedule.total_interest),
        rate=wording.percent(schedule.annual_rate_percent),
    )
    fee = wording.say("Fee {fee}, taken once at the start.", fee=money(schedule.fee)) if schedule.fee else ""
    return lines(head, price, lines(parts, fee), _due(wording, schedule))


def _due(wording: Wording, schedule: Schedule) -> Html:
    first = schedule.rows[0]
    if len(schedule.rows) == 1:
        return wording.say(
            "One payment of {payment} on {date}.",
            payment=wording.money(first.payment),
            date=wording.date(first.due_on),
        )
    if not first.principal:
        return wording.count(
            "Interest alone, {first}, on {date}. After that {n} payment of {payment}.",
            "Interest alone, {first}, on {date}. After that {n} payments of {payment}.",
            len(schedule.rows) - 1,
            first=wording.money(first.payment),
            date=wording.date(first.due_on),
            payment=wording.money(schedule.rows[1].payment),
        )
    return wording.count(
        "{n} payment of {payment}, on {date}.",
        "{n} payments of {payment}, the first on {date}.",
        len(schedule.rows),
        payment=wording.money(first.payment),
        date=wording.date(first.due_on),
    )


def table(wording: Wording, schedule: Schedule) -> Html:
    """The schedule as text: day, payment, what is still owed; narrow enough for a phone."""
    shown = [
        (wording.short_date(row.due_on), wording.money(row.payment), wording.money(row.balance))
        for row in schedule.rows
    ]
    widths = [max(len(row[column]) for row in shown) for column in range(3)]
    rows = ["  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)) for row in shown]
    head = wording.say("Day · you pay · still owed")
    return Html(f"{head}\n<pre>" + "\n".join(rows) + "</pre>")


def picture(services: Services, schedule: Schedule, language: str, title: str) -> Attachment:
    """The schedule drawn, ready to send; slow, so before the transaction. `title` is the product's name."""
    from bot.conversation.officer.dossier import labels
    from intake.dossier import schedule_picture

    words = labels(services.wording(language))
    drawn = schedule_picture(schedule, lender=services.lender, language=language, labels=words, title=title)
    return Attachment(services.attachments.put(drawn), "schedule.png", picture=True)


def problems(wording: Wording, found: list[LimitProblem]) -> Html:
    """Every broken limit with what can be done about it."""
    return paragraphs(*(SENTENCES[problem.code](wording, problem.facts) for problem in found))


def _amount_below(wording: Wording, facts: Facts) -> Html:
    return wording.say(
        "This loan starts at {min}. You said {given}. Please choose {min} or more.", **_money(wording, facts)
    )


def _amount_above(wording: Wording, facts: Facts) -> Html:
    return wording.say(
        "This loan goes up to {max}. You said {given}. Please choose {max} or less.", **_money(wording, facts)
    )


def _term_below(wording: Wording, facts: Facts) -> Html:
    return wording.say(
        "This loan runs for {min} at least. You said {given}. Please choose a longer time.",
        **_months(wording, facts),
    )


def _term_above(wording: Wording, facts: Facts) -> Html:
    return wording.say(
        "This loan runs for {max} at most. You said {given}. Please choose a shorter time.",
        **_months(wording, facts),
    )


def _own_funds(wording: Wording, facts: Facts) -> Html:
    shown = _money(wording, {key: facts[key] for key in ("amount", "needed", "given")})
    return wording.say(
        "For a loan of {amount} you need {needed} or more of your own money: {share} of the whole. "
        "You said {given}. You can borrow less, or put in more of your own.",
        share=wording.percent(facts["min_percent"]),
        **shown,
    )


def _not_offered(wording: Wording, facts: Facts) -> Html:
    offered = "; ".join(repayment_name(wording, way) for way in facts["offered"])
    return wording.say("This loan is paid back in one of these ways: {ways}.", ways=offered)


def _guarantor(wording: Wording, facts: Facts) -> Html:
    return wording.say(
        "For a loan of {from_amount} or more, one more person must stand for it. Please name one, or borrow less.",
        from_amount=wording.money(facts["from"]),
    )


def _collateral(wording: Wording, facts: Facts) -> Html:
    return wording.say(
        "A loan of {from_amount} or more needs a pledge. Please name one, or borrow less.",
        from_amount=wording.money(facts["from"]),
    )


def _trade(wording: Wording, facts: Facts) -> Html:
    return wording.say("This loan is not made for this kind of work. Your officer can help you choose.")


def _money(wording: Wording, facts: Facts) -> dict[str, str]:
    return {key: money(wording, value) for key, value in facts.items()}


def _months(wording: Wording, facts: Facts) -> dict[str, Html]:
    return {key: months(wording, value) for key, value in facts.items()}


SENTENCES: dict[LimitCode, Callable[[Wording, Facts], Html]] = {
    LimitCode.AMOUNT_BELOW: _amount_below,
    LimitCode.AMOUNT_ABOVE: _amount_above,
    LimitCode.TERM_BELOW: _term_below,
    LimitCode.TERM_ABOVE: _term_above,
    LimitCode.OWN_FUNDS_BELOW: _own_funds,
    LimitCode.REPAYMENT_NOT_OFFERED: _not_offered,
    LimitCode.GUARANTOR_REQUIRED: _guarantor,
    LimitCode.COLLATERAL_REQUIRED: _collateral,
    LimitCode.TRADE_NOT_SERVED: _trade,
}
