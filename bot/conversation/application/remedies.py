"""What would be right instead: a button for each way out of a limit, or out of answers that contradict each other."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import ROUND_FLOOR, Decimal
from typing import Any

from bot.conversation import lending
from bot.conversation.application import asking
from bot.conversation.application.desk import ROOM, Sitting
from bot.conversation.application.submission import decimal, first_payment, product_of, repayment_of
from bot.conversation.marks import token
from bot.conversation.messages import Button, Reply
from bot.conversation.turn import Turn
from bot.conversation.wording import Html, bold, paragraphs
from intake.interview import Interview, Prompt, Refused
from intake.products import LimitCode, Product, Repayment, Terms, agreeing, clash
from intake.products.schedule import due_dates

FUNDS, TERMS = "a.funds", "a.terms"
FIRST = "first_payment"
Rows = list[tuple[Button, ...]]


def offers(turn: Turn, sitting: Sitting, refused: Refused) -> Rows:
    """Too little own money: borrow less, or put in more."""
    if refused.code != LimitCode.OWN_FUNDS_BELOW:
        return []
    product = product_of(turn.services, sitting.interview.values())
    if product is None:
        return []
    given, needed = refused.facts["given"], refused.facts["needed"]
    wording, mark, rows = turn.wording, token(sitting.draft.draft_id, refused.path), Rows()
    most = _most(product, given)
    if most >= product.min_amount:
        label = wording.plain("Borrow only {amount}", amount=wording.money(most))
        rows.append((Button(label, FUNDS, (mark, str(most), str(given))),))
    label = wording.plain("Put in {amount}", amount=wording.money(needed))
    return [*rows, (Button(label, FUNDS, (mark, "", str(needed))),)]


def _most(product: Product, own: Decimal) -> Decimal:
    """The largest whole loan that this own money carries."""
    share = product.min_own_funds_percent / 100
    return min((own * (1 - share) / share).to_integral_value(ROUND_FLOOR), product.max_amount)


def funds(arguments: Sequence[str]) -> dict[str, str]:
    """The answers that a pressed offer gives."""
    _mark, amount, own = (*arguments, "", "", "")[:3]
    told = {"amount": amount, "own_funds": own}
    return {name: value for name, value in told.items() if value}


# --- time, way of paying and first payment


def at_odds(turn: Turn, interview: Interview) -> Terms | None:
    """What he said of paying back, where it contradicts itself."""
    values = interview.values()
    told = _terms(turn, values)
    return told if told is not None and clash(told, _start(turn)) else None


def _terms(turn: Turn, values: Mapping[str, Any]) -> Terms | None:
    product, term, first = product_of(turn.services, values), decimal(values, "term_months"), None
    if product is None or "repayment" not in values or term is None or not 0 < term < 1000:
        return None
    first = first_payment(values)
    return Terms(int(term), repayment_of(values, product), first) if first is not None else None


def _start(turn: Turn) -> date:
    return lending.today(turn.services, turn.now)


def ask_terms(turn: Turn, sitting: Sitting, said: Terms, *, before: str = "") -> Reply:
    """Which of it he means, each way with its payments and days."""
    interview = sitting.interview
    interview.correct(FIRST)
    prompt = interview.prompt()
    assert isinstance(prompt, Prompt)
    text = paragraphs(before, _contradiction(turn, said), bold(turn.say("Which do you mean?")))
    return Reply(text, buttons=(*_ways(turn, sitting, prompt, said), *asking.ways_on(turn, sitting, prompt)))


def _contradiction(turn: Turn, said: Terms) -> Html:
    assert said.first is not None
    facts = {
        "time": lending.months(turn.wording, said.months),
        "last": turn.wording.date(said.end(_start(turn))),
        "first": turn.wording.date(said.first),
    }
    if said.repayment is Repayment.AT_HARVEST:
        return turn.say(
            "You said {time}: that is until {last}. You also want to pay all at once on {first}. "
            "That is not the same day.",
            **facts,
        )
    if said.first > said.end(_start(turn)):
        return turn.say(
            "You said {time}: all is paid back by {last}. But the first payment on {first} comes after that.",
            **facts,
        )
    return turn.say(
        "You said {time}: all is paid back by {last}. You want to pay each month, but begin on {first}. "
        "Only one payment fits in.",
        **facts,
    )


def _ways(turn: Turn, sitting: Sitting, prompt: Prompt, said: Terms) -> Rows:
    mark = asking.here(sitting, prompt)
    found = thinkable(turn, sitting.interview, said)
    return [(Button(_way(turn, one), TERMS, (mark, *_packed(one))),) for one in found]


def thinkable(turn: Turn, interview: Interview, said: Terms) -> list[Terms]:
    """The ways of paying back that he may have meant."""
    product = product_of(turn.services, interview.values())
    return agreeing(product, said, _start(turn)) if product else []


def days_of(turn: Turn, terms: Terms) -> tuple[date, date]:
    """The first and the last day of a way of paying back."""
    start = _start(turn)
    if terms.repayment is Repayment.AT_HARVEST:
        return (terms.first or terms.end(start),) * 2
    days = due_dates(terms.months, terms.repayment, start, first_due=terms.first)
    return days[0], days[-1]


def _way(turn: Turn, terms: Terms) -> str:
    wording = turn.wording
    first, last = days_of(turn, terms)
    if terms.repayment is Repayment.AT_HARVEST:
        return wording.plain("All at once, on {date}", date=wording.date(last))
    return wording.plain("Each month, {first} to {last}", first=wording.date(first), last=wording.date(last))


def _packed(terms: Terms) -> tuple[str, str, str]:
    return str(terms.months), terms.repayment.value, terms.first.isoformat() if terms.first else ""


def terms(turn: Turn, sitting: Sitting, arguments: Sequence[str]) -> dict[str, str] | None:
    """The answers that a pressed way gives; None where it is no longer one of those offered."""
    said = at_odds(turn, sitting.interview)
    offered = thinkable(turn, sitting.interview, said) if said else []
    chosen = next((one for one in offered if _packed(one) == tuple(arguments[1:4])), None)
    return None if chosen is None else answers(chosen)


def answers(terms: Terms) -> dict[str, str]:
    """The answers of the form that say it."""
    first = terms.first.isoformat() if terms.first else ""
    return {"term_months": str(terms.months), "repayment": terms.repayment.value, FIRST: first}


# --- what he writes after a warning about his own money

ONLY = {"en": r"\b(?:only|just)\b", "zh": r"^(?:那|那就|就|只|只要)", "sw": r"\btu\b"}
BORROW = {"en": "borrow", "zh": "借", "sw": "kukopa"}


def pending(refused: Refused | None) -> dict[str, str]:
    """The own money that was too little, kept until he has said what to do."""
    if refused is None or refused.code != LimitCode.OWN_FUNDS_BELOW:
        return {}
    return {"path": refused.path, "value": str(refused.facts["given"])}


def as_meant(turn: Turn, sitting: Sitting) -> str:
    """After "you can borrow less", "only 7000" is what he borrows."""
    if not turn.state.get(ROOM, {}).get("refused"):
        return turn.text
    tongues = [tongue for tongue in dict.fromkeys((turn.language, "en")) if tongue in ONLY]
    owned = any(sum_words in turn.text for sum_words in ("出", "put", "weka"))
    for tongue in tongues:
        if not owned and re.search(ONLY[tongue], turn.text.strip().lower()):
            return f"{BORROW[tongue]} {turn.text}"
    return turn.text


def complete(turn: Turn, sitting: Sitting) -> None:
    """A smaller loan goes with the own money he said before."""
    refused = turn.state.get(ROOM, {}).get("refused") or {}
    interview = sitting.interview
    path = str(refused.get("path", ""))
    amounts = [one for one in interview.proposals.values if one.rpartition("/")[2] == "amount"]
    if path and amounts and path not in interview.proposals.values:
        interview.proposals.values[path] = str(refused["value"])
