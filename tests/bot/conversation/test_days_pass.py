"""A draft that lies for days: what held when it was said and no longer does is asked again. Today is 2 March 2026."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.services import Services
from tests.bot.conversation.chat import Chat, Opener, text_of
from tests.bot.conversation.farmer import asked, begin, fill, interview, tap
from tests.conftest import Clock

FIRST = {"first_payment": "2026-03-20"}
MONTH_LATER = datetime(2026, 4, 1, 8, 0, tzinfo=UTC)
TOLD = {"en": "Time has passed", "zh": "时间过去了", "sw": "Muda umepita"}


def submitted(farmer: Chat) -> int:
    with farmer.services.reading() as connection:
        return len(farmer.services.applications.by_farmer(connection, farmer.user_id))


def finished(chat: Opener, language: str = "en", **said: str) -> Chat:
    farmer = chat(language)
    begin(farmer)
    fill(farmer, FIRST | said)
    assert interview(farmer).values()["first_payment"] == "2026-03-20"
    return farmer


def is_asked_again(farmer: Chat, said: str, before: dict[str, str]) -> bool:
    prompt, now = asked(farmer), interview(farmer).values()
    assert prompt is not None and prompt.name == "first_payment" and prompt.text in said
    assert {name: value for name, value in before.items() if name != "first_payment"} == now
    return TOLD[farmer.language_code] in said and "20" in said


@pytest.mark.parametrize("language", ["en", "zh", "sw"])
def test_a_day_that_has_passed_is_not_sent(chat: Opener, slow_clock: Clock, language: str) -> None:
    farmer = finished(chat, language)
    before = interview(farmer).values()
    slow_clock.now = MONTH_LATER
    said = text_of(tap(farmer, "a.send"))
    assert is_asked_again(farmer, said, before) and submitted(farmer) == 0
    fill(farmer, {"first_payment": "2026-05-02"})
    tap(farmer, "a.send")
    assert submitted(farmer) == 1


def test_a_day_that_has_passed_is_seen_when_he_looks_at_his_answers(
    chat: Opener, slow_clock: Clock, services: Services
) -> None:
    farmer = finished(chat)
    before = interview(farmer).values()
    slow_clock.now = MONTH_LATER
    assert is_asked_again(farmer, text_of(farmer.send("show my answers")), before)


@pytest.mark.parametrize("put_away", [True, False])
@pytest.mark.parametrize("until", ["", "living_costs_month"])
def test_a_day_that_has_passed_is_seen_when_he_carries_on(
    chat: Opener, slow_clock: Clock, put_away: bool, until: str
) -> None:
    farmer = chat()
    begin(farmer)
    fill(farmer, FIRST, until=until)
    if put_away:
        farmer.send("/stop")
    before = interview(farmer).values()
    slow_clock.now = MONTH_LATER
    farmer.send("/apply")
    assert is_asked_again(farmer, text_of(tap(farmer, "a.on")), before)


def test_the_first_payment_may_then_be_left_open(chat: Opener, slow_clock: Clock) -> None:
    farmer = finished(chat)
    slow_clock.now = MONTH_LATER
    tap(farmer, "a.send")
    tap(farmer, "a.skip")
    tap(farmer, "a.send")
    assert submitted(farmer) == 1


def test_a_day_that_still_holds_is_sent(chat: Opener, slow_clock: Clock) -> None:
    farmer = finished(chat)
    slow_clock.now = datetime(2026, 3, 10, 8, 0, tzinfo=UTC)
    tap(farmer, "a.send")
    assert submitted(farmer) == 1


def test_in_the_morning_today_is_the_lenders_day(chat: Opener, services: Services, slow_clock: Clock) -> None:
    """At seven in Shanghai it is still yesterday in Greenwich: a first payment today is none after today."""
    slow_clock.now = datetime(2026, 3, 1, 23, 0, tzinfo=UTC)
    farmer = chat()
    begin(farmer)
    fill(farmer, until="first_payment")
    assert "after today" in text_of(farmer.send("2026-03-02"))
    farmer.send("2026-05-03")
    assert interview(farmer).values()["first_payment"] == "2026-05-03"


@pytest.mark.parametrize(
    ("months", "least", "most"), [("6", "2026-04", "2026-07"), ("12", "2026-04", "2026-09")]
)
def test_no_first_payment_is_offered_behind_the_last(
    chat: Opener, months: str, least: str, most: str
) -> None:
    farmer = chat()
    begin(farmer)
    fill(farmer, {"term_months": months}, until="first_payment")
    days = [one.args[1] for one in farmer.buttons() if one.action == "a.c" and one.args[1].startswith("20")]
    assert days and days[0][:7] == least and days[-1][:7] <= most
