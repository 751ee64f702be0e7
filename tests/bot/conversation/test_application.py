"""The application in conversation: from consent to the reference number, with every way back, out and around."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.conversation.application.submission import submission
from bot.conversation.dispatch import Dispatch
from bot.conversation.messages import IncomingKind
from bot.services import Services
from intake.applications import Application, ApplicationStatus
from tests.bot.conversation.chat import Chat, Opener, drain, text_of
from tests.bot.conversation.farmer import (
    ANSWERS,
    ANY_TRADE,
    answer,
    asked,
    begin,
    fill,
    interview,
    photo,
    tap,
)

OFFICER = 2001


def applications(farmer: Chat) -> list[Application]:
    with farmer.services.reading() as connection:
        return farmer.services.applications.by_farmer(connection, farmer.user_id)


@pytest.mark.parametrize("language", ["en", "zh", "sw"])
def test_a_whole_application(chat: Opener, services: Services, language: str) -> None:
    farmer = chat(language)
    begin(farmer)
    said = fill(farmer)
    assert "<pre>" in text_of(said)
    drain(services, OFFICER)
    sent = tap_send(farmer)
    [made] = applications(farmer)
    assert made.reference in text_of(sent) and "Chen Rong" in text_of(sent)
    assert made.requested.amount == Decimal(8000) and made.village == "willow-bend"
    assert made.status is ApplicationStatus.SUBMITTED and made.product_id == "livestock"
    assert drain(services, OFFICER), "the officer of the village hears of it"


@pytest.mark.parametrize(
    "trade", ["crop", "aquaculture", "processing", "trade", "transport", "household", "livestock"]
)
def test_every_trade_has_its_own_questions(chat: Opener, trade: str) -> None:
    farmer = chat("en")
    begin(farmer)
    said = fill(farmer, ANY_TRADE | {"trade": trade, "has_debts": "yes", "staff_related": "yes"})
    assert "<pre>" in text_of(said)
    tap_send(farmer)
    [made] = applications(farmer)
    assert made.status is ApplicationStatus.SUBMITTED


@pytest.mark.parametrize("language", ["en", "zh"])
def test_schedule_and_year_are_drawn(chat: Opener, services: Services, language: str) -> None:
    farmer = chat(language)
    begin(farmer)
    pictures = [reply.attachment for reply in fill(farmer) if reply.attachment and reply.attachment.picture]
    assert len(pictures) == 2
    for picture in pictures:
        assert services.attachments.get(picture.stored_as).startswith(b"\x89PNG")


def test_who_came_to_apply_goes_on_to_that_after_choosing_his_language(
    services: Services, dispatch: Dispatch
) -> None:
    farmer = Chat(services, dispatch, 699_001)
    assert "language" in text_of(farmer.send("/apply"))
    assert "Do you agree" in text_of(farmer.send("english"))
    assert "need the money" in text_of(farmer.send("yes"))


def test_who_wants_a_loan_may_say_yes_in_words(chat: Opener) -> None:
    farmer = chat("zh")
    farmer.send("想贷点款")
    assert "您同意吗" in text_of(farmer.send("好的"))


def tap_send(farmer: Chat):  # type: ignore[no-untyped-def]
    return farmer.tap(next(one for one in reversed(farmer.buttons()) if one.action == "a.send"))


def test_two_taps_on_send_make_one_application(chat: Opener) -> None:
    farmer = chat()
    begin(farmer)
    fill(farmer)
    button = next(one for one in reversed(farmer.buttons()) if one.action == "a.send")
    farmer.tap(button)
    again = farmer.tap(button)
    [made] = applications(farmer)
    assert "sent already" in text_of(again) and made.reference in text_of(again)


def test_without_consent_nothing_is_written(chat: Opener) -> None:
    farmer = chat()
    farmer.send("/apply")
    assert "write nothing down" in text_of(tap(farmer, "a.no"))
    assert farmer.state.keys() <= {"asked"}  # which words would press the button below: none of his
    assert "Before we begin" in text_of(farmer.send("/apply"))


def test_broken_off_and_carried_on_another_day(chat: Opener, services: Services) -> None:
    farmer = chat()
    begin(farmer)
    fill(farmer, until="amount")
    assert "answers are kept" in text_of(farmer.send("/stop"))
    services.clock.advance(hours=30)  # type: ignore[attr-defined]
    offered = farmer.send("/apply")
    assert "stopped at question" in text_of(offered)
    carried = tap(farmer, "a.on")
    assert "How much money do you want to borrow" in text_of(carried)
    fill(farmer)
    tap_send(farmer)
    assert len(applications(farmer)) == 1


def test_starting_again_asks_twice(chat: Opener) -> None:
    farmer = chat()
    begin(farmer)
    fill(farmer, until="amount")
    farmer.send("/apply")
    tap(farmer, "a.new")
    assert "own words" in text_of(tap(farmer, "a.newy"))


@pytest.mark.parametrize(
    ("words", "label"), [("start again", "Yes, start again"), ("/cancel", "Throw it away")]
)
def test_an_old_button_throws_nothing_away_that_was_said_since(chat: Opener, words: str, label: str) -> None:
    farmer = chat()
    begin(farmer)
    fill(farmer, until="amount")
    farmer.send(words)
    old = farmer.button(label)
    fill(farmer, until="term_months")
    assert "earlier question" in text_of(farmer.tap(old))
    fill(farmer, until="village")
    farmer.send(words)
    farmer.tap(farmer.button(label))
    begin(farmer)
    fill(farmer, until="amount")
    farmer.tap(old)
    assert interview(farmer).values()["purpose"]


def test_an_answer_is_corrected_from_the_summary(chat: Opener) -> None:
    farmer = chat()
    begin(farmer)
    said = fill(farmer)
    number = next(line.split(".")[0] for line in text_of(said).splitlines() if "want to borrow" in line)
    asked_again = farmer.press(f"✏ {number}", among=said)
    assert "You said: \u2068¥8,000" in text_of(asked_again)
    summary = farmer.send("6000")
    assert "¥6,000" in text_of(summary)
    tap_send(farmer)
    assert applications(farmer)[0].requested.amount == Decimal(6000)


def test_an_old_send_button_does_not_send_what_he_has_not_seen(chat: Opener) -> None:
    farmer = chat()
    begin(farmer)
    fill(farmer)
    old = next(one for one in reversed(farmer.buttons()) if one.action == "a.send")
    farmer.send("change the amount to 6000")
    assert "look once more" in text_of(farmer.tap(old))
    assert applications(farmer) == []


def test_a_question_in_the_middle_is_answered_and_the_same_question_asked_again(chat: Opener) -> None:
    farmer = chat()
    begin(farmer)
    fill(farmer, until="amount")
    said = text_of(farmer.send("When do I need a guarantor?"))
    assert "20,000" in said and "How much money do you want to borrow" in said
    assert asked(farmer).name == "amount"  # type: ignore[union-attr]
    answer(farmer)
    assert asked(farmer).name == "own_funds"  # type: ignore[union-attr]


def test_limits_are_said_as_he_types(chat: Opener) -> None:
    farmer = chat()
    begin(farmer)
    fill(farmer, until="amount")
    assert "goes up to ¥50,000" in text_of(farmer.send("80000"))
    farmer.send("8000")
    assert "¥3,429" in text_of(farmer.send("1000"))
    farmer.send("4000")
    assert "24 months at most" in text_of(farmer.send("40 months"))
    assert asked(farmer).name == "term_months"  # type: ignore[union-attr]


def test_what_became_invalid_is_asked_again(chat: Opener) -> None:
    farmer = chat()
    begin(farmer)
    fill(farmer, until="term_months")
    said = text_of(farmer.send("change the amount to 20000"))
    assert "ask again" in said
    assert asked(farmer).name == "own_funds"  # type: ignore[union-attr]


def test_an_ambiguous_amount_is_asked_with_buttons(chat: Opener) -> None:
    farmer = chat()
    begin(farmer)
    fill(farmer, until="amount")
    said = farmer.send("5 to 6 thousand")
    assert "Which do you mean" in text_of(said)
    farmer.press("¥6,000", among=said)
    assert asked(farmer).name == "own_funds"  # type: ignore[union-attr]


def test_a_phone_number_at_the_sum_is_refused_or_asked(chat: Opener) -> None:
    farmer = chat()
    begin(farmer)
    fill(farmer, until="amount")
    assert "looks like a phone number" in text_of(farmer.send("0712345678"))
    assert "Do you mean this?" in text_of(farmer.send("13812345678"))
    assert asked(farmer).name == "amount"  # type: ignore[union-attr]


def test_back_skip_why_and_i_dont_know(chat: Opener) -> None:
    farmer = chat()
    begin(farmer)
    fill(farmer, until="own_funds")
    assert "Your own money comes first" in text_of(tap(farmer, "a.why"))
    back = text_of(farmer.send("go back"))
    assert "How much money do you want to borrow" in back and "¥8,000" in back
    tap(farmer, "a.skip")  # leave it as it is
    assert asked(farmer).name == "own_funds"  # type: ignore[union-attr]
    assert "best guess" in text_of(farmer.send("I don't know"))
    assert asked(farmer).name == "own_funds"  # type: ignore[union-attr]


def test_a_button_of_an_earlier_question(chat: Opener) -> None:
    farmer = chat()
    begin(farmer)
    trade = farmer.button("Growing crops")
    fill(farmer, until="amount")
    said = text_of(farmer.tap(trade))
    assert "earlier question" in said and "How much money" in said


def test_a_double_tap_is_taken_once(chat: Opener) -> None:
    farmer = chat()
    begin(farmer)
    button = farmer.button("Growing crops")
    farmer.tap(button)
    assert farmer.tap(button) == []
    assert asked(farmer).name == "purpose"  # type: ignore[union-attr]


def test_a_shared_contact_and_place(chat: Opener) -> None:
    farmer = chat()
    begin(farmer)
    said = fill(farmer, until="phone")
    assert said[-1].keys and said[-1].keys[0][0].kind == "contact"
    assert "somebody else" in text_of(farmer.contact("+8613900139000", own=False))
    taken = farmer.contact("+8613900139000")
    assert taken[0].keys == ()  # the keyboard is put away
    fill(farmer, until="home_location")
    farmer.location(30.1, 120.2)
    assert asked(farmer).name == "site_photo"  # type: ignore[union-attr]


def test_photos_are_kept_with_the_draft(chat: Opener, services: Services) -> None:
    farmer = chat()
    begin(farmer)
    fill(farmer, until="site_photo")
    assert "A photo is asked" in text_of(farmer.send("here you are"))
    assert "Thank you for the photo" in text_of(photo(farmer))
    assert "2 photos" in text_of(photo(farmer))  # the second of the album
    fill(farmer)
    tap_send(farmer)
    [made] = applications(farmer)
    with services.reading() as connection:
        assert len(services.applications.attachments.of_draft(connection, made.draft_id)) == 2


@pytest.mark.parametrize(
    "kind", [IncomingKind.VOICE, IncomingKind.PHOTO, IncomingKind.DOCUMENT, IncomingKind.UNSUPPORTED]
)
def test_what_cannot_be_used_loses_nothing(chat: Opener, kind: IncomingKind) -> None:
    farmer = chat()
    begin(farmer)
    fill(farmer, until="amount")
    assert "How much money" in text_of(farmer.file(kind))
    assert asked(farmer).name == "amount"  # type: ignore[union-attr]


@pytest.mark.parametrize("written", ["/start", "/help"])
def test_the_welcome_leads_back_to_what_is_not_finished(chat: Opener, written: str) -> None:
    farmer = chat()
    farmer.send("/start")
    assert farmer.button("Apply for a loan")
    begin(farmer)
    fill(farmer, until="amount")
    said = farmer.send(written)
    assert "not finished" in text_of(said)
    assert "Apply for a loan" not in [button.text for button in farmer.buttons(said)]
    farmer.press("Carry on with my application")
    assert asked(farmer).name == "amount"  # type: ignore[union-attr]


def test_who_types_a_neighbours_number_hears_nothing_of_his_application(
    chat: Opener, services: Services
) -> None:
    neighbour, farmer = chat(), chat()
    begin(neighbour)
    fill(neighbour, {"phone": "13811112222"})
    tap_send(neighbour)
    begin(farmer)
    fill(farmer, {"phone": "13811112222"})
    tap_send(farmer)
    said = text_of(begin(farmer, one_by_one=False))
    with services.reading() as connection:
        theirs = services.applications.by_farmer(connection, neighbour.user_id)
        mine = services.applications.by_farmer(connection, farmer.user_id)
    assert mine[0].reference in said and theirs[0].reference not in said


def test_a_returning_farmer_is_only_asked_whether_it_still_holds(chat: Opener) -> None:
    farmer = chat()
    begin(farmer)
    fill(farmer)
    tap_send(farmer)
    said = begin(farmer, one_by_one=False)
    assert "already" in text_of(said)  # one household, one file: the running one is noticed
    tap(farmer, "a.one")
    fill(farmer, {"amount": "5000"}, until="animals_have")
    assert "Last time you told us" in farmer.said[-1].text
    tap(farmer, "a.keep")
    assert asked(farmer).name == "experience_years"  # type: ignore[union-attr]


def test_one_gentle_reminder_then_the_end(chat: Opener, services: Services) -> None:
    from bot.conversation.application import reminders
    from bot.conversation.dispatch import Dispatch
    from bot.delivery.jobs import Job

    farmer = chat()
    begin(farmer)
    fill(farmer, until="amount")

    def run(kind: str) -> str:
        with services.reading() as connection:
            draft = services.applications.open_draft(connection, farmer.user_id)
        job = Job(1, f"{kind}:{draft.draft_id}:once", kind, {"subject": draft.draft_id, "stamp": "once"}, 1)  # type: ignore[union-attr]
        commit = reminders.handlers(services)[kind](job)
        with services.engine.begin() as connection:
            commit(Dispatch(services, (), lambda turn: lambda tx: None).transaction(connection))  # type: ignore[misc]
        return text_of(farmer.hear())

    assert run("draft_reminder") == ""
    services.clock.advance(hours=25)  # type: ignore[attr-defined]
    assert "no hurry" in run("draft_reminder")
    assert run("draft_reminder") == ""
    services.clock.advance(hours=800)  # type: ignore[attr-defined]
    assert "closed" in run("draft_expiry")
    assert "application" not in farmer.state


def test_a_story_told_before_applying_is_not_asked_again(chat: Opener) -> None:
    farmer = chat("zh")
    farmer.send("我想借8000块买12只羊，自己有4000，过完年集就能还")
    farmer.press("申请贷款")
    said = text_of(farmer.press("是，我同意"))
    assert "8,000" in said and "12" in said and "4,000" in said


@pytest.mark.parametrize("said", ["nothing", "没有", "sina"])
def test_none_is_neither_pledge_nor_guarantor(services: Services, said: str) -> None:
    """Whatever a lender's own form keeps of such words."""
    told = {**ANSWERS, "product": "livestock", "collateral": said, "guarantor_name": said}
    made = submission(services, told, (), {}, ())
    assert made.has_collateral is False and made.guarantor is None


@pytest.mark.parametrize(
    ("language", "words", "says"),
    [
        ("en", "my wife", "is not a name yet"),
        ("zh", "没有人", "全名"),
        ("sw", "sina mtu", "jina kamili"),
    ],
)
def test_who_names_nobody_is_asked_for_a_name(chat: Opener, language: str, words: str, says: str) -> None:
    farmer = chat(language)
    begin(farmer)
    fill(farmer, {"amount": "25000", "own_funds": "20000"}, until="guarantor_name")
    assert says in text_of(farmer.send(words))
    now = asked(farmer)
    assert now is not None and now.name == "guarantor_name"
