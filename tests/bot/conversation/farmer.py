"""A farmer who answers the sample form by the question's name, whatever its language or order."""

from __future__ import annotations

from bot.conversation import lending
from bot.conversation.marks import token
from bot.conversation.messages import IncomingKind, Reply
from intake.forms import QuestionKind
from intake.interview import Interview, Prompt
from tests.bot.conversation.chat import Chat

ANSWERS: dict[str, str | tuple[str, ...]] = {
    "trade": "livestock",
    "purpose": "12 goats and a pen",
    "animals": "goats",
    "animals_buy": "12",
    "animals_have": "3",
    "experience_years": "5",
    "amount": "8000",
    "own_funds": "4000",
    "term_months": "10",
    "repayment": "declining",
    "income_months": ("m09", "m10"),
    "income_month_good": "6000",
    "income_month_poor": "1500",
    "living_costs_month": "800",
    "has_debts": "no",
    "full_name": "Wang Wu",
    "village": "willow-bend",
    "phone": "13800138000",
    "staff_related": "no",
    # asked in other trades, and of who borrows more or owes
    "crop": "maize",
    "land_area": "5",
    "fish": "carp",
    "pond_area": "3",
    "processing_what": "lotus starch, from our own roots",
    "goods": "corn, at the town market",
    "vehicle": "a three-wheeler, to carry vegetables",
    "works": "water_tank",
    "debts_total": "2000",
    "debts_month": "200",
    "guarantor_name": "Li Si",
    "guarantor_phone": "13900139000",
    "guarantor_relation": "neighbour",
    "collateral": "the three-wheeler",
    "staff_related_who": "my cousin",
}
# Within every product's limits.
ANY_TRADE = ANSWERS | {"amount": "10000", "own_funds": "8000", "term_months": "12"}
SKIPPED = ("first_payment", "national_id", "home_location", "site_photo", "remarks")


def interview(farmer: Chat) -> Interview:
    """The interview as it is saved."""
    services = farmer.services
    with services.reading() as connection:
        draft = services.applications.open_draft(connection, farmer.user_id)
    assert draft is not None, "no open draft"
    locale = lending.locale(services, services.clock())
    return Interview.restore(services.form, dict(draft.state), language=farmer.language_code, locale=locale)


def asked(farmer: Chat) -> Prompt | None:
    """What is asked now; None at the summary."""
    prompt = interview(farmer).prompt()
    return prompt if isinstance(prompt, Prompt) else None


def begin(farmer: Chat, *, one_by_one: bool = True) -> list[Reply]:
    """Apply, agree, and go to the first question."""
    said = farmer.send("/apply")
    if any(button.action == "a.yes" for button in farmer.buttons(said)):
        said = tap(farmer, "a.yes")
    return tap(farmer, "a.one") if one_by_one else said


def tap(farmer: Chat, action: str, *args: str) -> list[Reply]:
    """Press the newest button with this action (and these last arguments)."""
    found = [one for one in farmer.buttons() if one.action == action and one.args[-len(args) or 99 :] == args]
    assert found, f"no button {action} {args} among {[(b.action, b.args) for b in farmer.buttons()][-30:]}"
    return farmer.tap(found[-1])


def answer(farmer: Chat, answers: dict[str, object] | None = None) -> list[Reply]:
    """Answer the present question."""
    prompt = asked(farmer)
    assert prompt is not None
    given = {**ANSWERS, **(answers or {})}.get(prompt.name)
    if given is None:
        if prompt.kind is QuestionKind.GEOPOINT:
            return farmer.send(farmer.services.wording(farmer.language_code).plain("Skip ➡"))
        return tap(farmer, "a.skip")
    if prompt.kind is QuestionKind.SELECT_ONE:
        return tap(farmer, "a.c", token(str(given)))
    if isinstance(given, tuple):
        for name in given:
            tap(farmer, "a.c", token(name))
        return tap(farmer, "a.done")
    return farmer.send(str(given))


def fill(farmer: Chat, answers: dict[str, object] | None = None, *, until: str = "") -> list[Reply]:
    """Answer up to the question called `until`, or to the summary."""
    said: list[Reply] = []
    for _ in range(60):
        prompt = asked(farmer)
        if prompt is None or prompt.name == until:
            return said
        said = answer(farmer, answers)
    raise AssertionError("the interview does not end")


def photo(farmer: Chat) -> list[Reply]:
    return farmer.file(IncomingKind.PHOTO, "photo.jpg")
