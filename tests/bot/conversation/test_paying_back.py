"""Time, way of paying and first payment agree, or the farmer is asked which he means. Today is 2 March 2026."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from bot.conversation.officer.card import card
from bot.services import Services
from tests.bot.conversation.chat import Chat, Opener, text_of
from tests.bot.conversation.farmer import asked, begin, fill, interview, tap

CROP = {"trade": "crop", "purpose": "seed", "amount": "6000", "own_funds": "3000"}


def terms(farmer: Chat) -> tuple[str, str, str]:
    values = interview(farmer).values()
    return values.get("term_months", ""), values.get("repayment", ""), values.get("first_payment", "")


def at_odds(farmer: Chat, **said: str) -> str:
    """He answers up to the contradiction; what the bot says then."""
    begin(farmer)
    fill(farmer, CROP | said, until="first_payment")
    return text_of(farmer.send(said["first_payment"]))


ONE_FITS = {"term_months": "12", "repayment": "declining", "first_payment": "2027-02-15"}


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "Only one payment fits"), ("zh", "只够还一次"), ("sw", "yatafaa malipo moja tu")],
)
def test_equal_payments_that_do_not_fit_are_asked_about(chat: Opener, language: str, words: str) -> None:
    farmer = chat(language)
    assert words in at_odds(farmer, **ONE_FITS)
    ways = [button.args[1:] for button in farmer.buttons() if button.action == "a.terms"]
    assert ways == [("12", "at_harvest", "2027-02-15"), ("12", "declining", "")]


def test_the_schedule_is_the_one_he_chose(chat: Opener) -> None:
    farmer = chat()
    at_odds(farmer, **ONE_FITS)
    said = tap(farmer, "a.terms", "at_harvest", "2027-02-15")
    assert "All at once" in text_of(said) and asked(farmer).name == "income_months"  # type: ignore[union-attr]
    summary = text_of(fill(farmer))
    assert "One payment of" in summary and "February 15, 2027" in summary


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Interest alone, ¥640, on January 2, 2027. After that 14 payments of"),
        ("zh", "2027年1月2日先只还利息¥640，之后再还14次，每次"),
        ("sw", "Riba peke yake, ¥640, tarehe 2 Januari 2027. Kisha malipo 14 ya"),
    ],
)
def test_a_late_first_payment_is_told_as_what_it_is(chat: Opener, language: str, words: str) -> None:
    farmer = chat(language)
    begin(farmer)
    late = {"amount": "8000", "term_months": "24", "first_payment": "2027-01-02"}
    said = re.sub(r"<[^>]+>", "", text_of(fill(farmer, late)))
    assert words in said and "640" in said


def test_monthly_payments_end_with_the_term(chat: Opener) -> None:
    farmer = chat()
    at_odds(farmer, **ONE_FITS)
    tap(farmer, "a.terms", "declining", "")
    assert terms(farmer) == ("12", "declining", "")
    days = re.findall(r"^(?:<pre>)?\s*(\w{3} \d+, \d{4})  ", text_of(fill(farmer)), re.M)
    assert "Mar 2, 2027" in text_of(farmer.said[-1:]) and len(days) >= 11


def test_one_sum_long_before_the_end_is_asked_about(chat: Opener) -> None:
    farmer = chat()
    said = at_odds(farmer, term_months="10", repayment="at_harvest", first_payment="2026-05-20")
    assert "not the same day" in said and "May 20, 2026" in said
    assert "All at once, on January 2, 2027" in [button.text for button in farmer.buttons()]
    tap(farmer, "a.terms", "at_harvest", "")
    assert terms(farmer) == ("10", "at_harvest", "")


@pytest.mark.parametrize(
    ("written", "now"),
    [
        ("3 months", ("3", "at_harvest", "2026-05-20")),
        ("2026-12-20", ("10", "at_harvest", "2026-12-20")),
        ("on what is left", ("10", "declining", "2026-05-20")),
        ("january 2", ("10", "at_harvest", "")),
    ],
)
def test_it_can_be_said_in_words(chat: Opener, written: str, now: tuple[str, str, str]) -> None:
    farmer = chat()
    at_odds(farmer, term_months="10", repayment="at_harvest", first_payment="2026-05-20")
    farmer.send(written)
    assert terms(farmer) == now
    assert asked(farmer).name == "income_months"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("language", "written"),
    [("en", "next yr octber??? dont no"), ("zh", "我也不晓得怎么说"), ("sw", "ile ya pili")],
)
def test_words_that_name_none_of_them_bring_the_same_buttons(
    chat: Opener, language: str, written: str
) -> None:
    farmer = chat(language)
    at_odds(farmer, term_months="10", repayment="at_harvest", first_payment="2026-05-20")
    before = [button.args for button in farmer.buttons() if button.action == "a.terms"]
    said = farmer.send(written)
    assert [button.args for button in farmer.buttons(said) if button.action == "a.terms"] == before
    assert terms(farmer) == ("10", "at_harvest", "2026-05-20")


def test_a_way_that_is_named_by_how_and_when_is_taken(chat: Opener) -> None:
    farmer = chat("zh")
    at_odds(farmer, **ONE_FITS)
    farmer.send("2月15日一次还清")
    assert terms(farmer) == ("12", "at_harvest", "2027-02-15")


def test_a_change_at_the_summary_is_asked_about_too(chat: Opener) -> None:
    farmer = chat()
    begin(farmer)
    fill(
        farmer,
        CROP | {"term_months": "12", "repayment": "at_harvest", "first_payment": "2027-02-15"},
        until="first_payment",
    )
    farmer.send("2027-02-15")
    fill(farmer)
    assert "not the same day" in text_of(farmer.send("change the term to 6 months"))
    assert not any(button.action == "a.send" for button in farmer.buttons(farmer.said[-1:]))
    tap(farmer, "a.terms", "12", "at_harvest", "2027-02-15")
    assert terms(farmer) == ("12", "at_harvest", "2027-02-15")


def test_an_old_application_that_contradicts_itself_warns_the_officer(
    services: Services, chat: Opener
) -> None:
    farmer = chat()
    begin(farmer)
    fill(farmer)
    tap(farmer, "a.send")
    with services.engine.begin() as connection:
        [made] = services.applications.by_farmer(connection, farmer.user_id)
        [officer] = [one for one in services.staff.members(connection) if one.user_id == 2001]
        odd = replace(made, first_due=date(2026, 12, 30))
        assert "do not fit together" in card(connection, services, odd, officer, services.clock()).text
        assert "do not fit together" not in card(connection, services, made, officer, services.clock()).text
