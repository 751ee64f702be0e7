"""What the officer sees first, and that it goes to the right people."""

from __future__ import annotations

import io
from decimal import Decimal

import pytest
from pypdf import PdfReader

from intake.applications import Person
from tests.bot.conversation.staff.office import ASHA, CHEN, FARMER, LI, PENG, SUN, VALUES, ZHAO, Office


def test_the_card_says_what_matters_in_about_ten_lines(office: Office) -> None:
    application = office.apply()
    [card] = office.chen.news()
    assert application.reference in card.text and "waiting for an officer" in card.text
    for fact in (
        "Wang Fang",
        "Willow Bend",
        "¥8,000",
        "12 goats and a pen",
        "¥4,000",
        "33%",
        "Liu Bo",
        "12 months",
    ):
        assert fact in card.text, fact
    assert "Ability to repay" in card.text
    assert len(card.text.splitlines()) <= 12
    assert {"Claim", "Open the file"} <= set(office.chen.buttons())
    assert "Approve" not in office.chen.buttons()


def test_only_the_village_officer_hears_of_it(office: Office) -> None:
    office.apply(village="goat-hill")
    assert office.chat(ASHA).news()
    for other in (CHEN, LI, ZHAO, SUN, PENG):
        assert office.chat(other).news() == []


def test_the_card_warns_of_what_a_farmer_cannot_carry(office: Office) -> None:
    office.apply(requested_amount=Decimal(19000), own_funds=Decimal(9000))
    [card] = office.chen.news()
    assert "⚠ Over the whole time less is left than is due." in card.text


def test_a_second_application_of_the_household_is_noticed(office: Office) -> None:
    first = office.apply()
    office.chen.news()
    office.apply(product_id="season", requested_amount=Decimal(2000), own_funds=Decimal(1000))
    assert f"another one running: {first.reference}" in office.chen.news()[0].text


def test_a_loan_of_a_colleague_goes_past_him(office: Office) -> None:
    office.apply(related_staff=frozenset({CHEN}))
    assert office.chen.news() == []
    [card] = office.sun.news()
    assert "Related to a member of staff" in card.text
    assert office.chen.command("/queue")[0].text.startswith("Nothing is waiting")


def test_who_has_come_to_be_kin_can_only_give_it_back(office: Office) -> None:
    farmer = office.farmer("en")
    application = office.claimed()
    number, version = str(application.application_id), str(application.version)
    office.apply(CHEN, applicant=application.applicant)
    farmer.news()
    for verb in ("o.ask", "o.msg", "o.vis", "o.seen", "o.rec"):
        office.chen.press_data(verb, (number, version))
        assert "You are related to this loan" in office.chen.words and "expects" not in office.chen.state
    office.chen.press_data("o.rel", (number, version))
    assert office.now(application).holder is None


def test_a_spoofed_name_stays_one_line_of_plain_text(office: Office) -> None:
    nasty = "Wang\u202e Fang</b>\n<a href='http://x'>\x00⚠"
    office.apply(applicant=Person(nasty, "+8613800000009"))
    [card] = office.chen.news()
    assert "Wang Fang&lt;/b&gt; &lt;a href" in card.text
    assert "\u202e" not in card.text and "<a" not in card.text and "\x00" not in card.text


def test_photos_are_seen_by_a_press_and_the_look_is_logged(office: Office) -> None:
    application = office.apply(photos=2)
    office.chen.news()
    shown = office.chen.press("Photos (2)")
    assert len(shown) == 2 and all(one.attachment and one.attachment.picture for one in shown)
    assert ("staff:file:read", f"staff:{CHEN}") in office.reads(application)
    assert office.services.attachments.get(shown[0].attachment.stored_as)[:2] == b"\xff\xd8"  # type: ignore[union-attr]


def test_the_card_that_an_old_press_brings_up_is_a_reading_too(office: Office) -> None:
    application = office.apply()
    office.chen.news()
    old = office.chen.button("Claim")
    assert old is not None
    office.chen.press("Claim")
    before = office.reads(application)
    office.chen.press_data(old.action, old.args)
    assert "Already done" in office.chen.words
    assert office.reads(application) == [*before, ("staff:file:read", f"staff:{CHEN}")]


def test_the_file_is_a_pdf_and_reading_it_is_logged(office: Office) -> None:
    application = office.apply(photos=1)
    office.chen.news()
    [sent] = office.chen.press("Open the file")
    assert sent.attachment is not None and sent.attachment.filename == f"{application.reference}.pdf"
    assert office.services.attachments.get(sent.attachment.stored_as)[:5] == b"%PDF-"
    assert office.reads(application) == [("staff:file:read", f"staff:{CHEN}")]


def test_a_village_and_a_loan_taken_out_of_the_lender_s_files_lock_nobody_out(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    application = office.apply()
    office.chen.news()
    lender = office.services.lender
    kept = {
        "villages": tuple(one for one in lender.villages if one.village_id != application.village),
        "products": tuple(one for one in lender.products if one.product_id != application.product_id),
    }
    monkeypatch.setattr(office.services, "lender", lender.model_copy(update=kept))
    office.chen.command("/queue")
    assert application.reference in office.chen.words
    office.chen.text(application.reference)
    assert "Wang Fang" in office.chen.words
    [sent] = office.chen.press("Open the file")
    assert sent.attachment is not None
    pdf = PdfReader(io.BytesIO(office.services.attachments.get(sent.attachment.stored_as)))
    text = "".join(page.extract_text() for page in pdf.pages)
    assert "Wang Fang" in text and "33.3%" in text and "At least" not in text


def test_the_file_is_closed_to_another_villages_officer_and_to_a_farmer(office: Office) -> None:
    application = office.apply()
    number = str(application.application_id)
    for stranger, word in (
        (office.chat(LI), ""),
        (office.farmer("en", 1999), "officers only"),
        (office.chat(PENG), "officers only"),
    ):
        for press in ("o.file", "o.show", "o.pics", "o.claim", "o.app", "o.rej"):
            replies = stranger.press_data(press, (number, "1"))
            assert all(one.attachment is None for one in replies)
            assert word in stranger.words or stranger.user_id == LI
            assert "Wang Fang" not in stranger.words
    assert office.reads(application) == []
    assert office.now(application).holder is None
    assert application.user_id == FARMER


def test_kin_whom_the_farmer_named_otherwise_than_we_know_him_is_warned_of(office: Office) -> None:
    office.apply(values={**VALUES, "staff_related": "yes", "staff_related_who": "小陈\nof the office"})
    [card] = office.chen.news()
    assert "小陈 of the office" in card.text and "must not decide" in card.text


def test_the_language_an_officer_chooses_is_that_of_his_cards(office: Office) -> None:
    office.chen.command("/language")
    office.chen.press("Kiswahili")
    office.apply()
    [card] = office.chen.news()
    assert office.services.wording("sw").translated("Claim") in [
        one.text for row in card.buttons for one in row
    ]


def test_who_had_everything_deleted_cannot_be_written_to(office: Office) -> None:
    farmer = office.farmer("en")
    application = office.recommended()
    number = str(application.application_id)
    office.zhao.press_data("o.yes", (number, str(application.version), "8000"))
    farmer.command("/privacy")
    farmer.press("Delete what you keep")
    farmer.press("Yes, delete it")
    office.chen.press_data("o.show", (number,))
    assert "Write to the farmer" not in office.chen.buttons()
    office.chen.press_data("o.msg", (number, "1"))
    assert "nobody left to write to" in office.chen.words and "expects" not in office.chen.state


def test_all_that_was_sent_in_can_be_seen_ten_at_a_time(office: Office) -> None:
    office.apply(photos=13)
    office.chen.news()
    office.chen.press("Photos (13)")
    assert len([one for one in office.chen.last if one.attachment]) == 10
    assert "3 older ones are left" in office.chen.words
    office.chen.press("more ▶")
    assert len([one for one in office.chen.last if one.attachment]) == len(office.chen.last) == 3


def test_a_guarantor_with_the_borrowers_name_is_warned_of_until_another_is_named(office: Office) -> None:
    application = office.apply(guarantor=Person("Fang Wang", "+8613800000002"))
    [card] = office.chen.news()
    assert "borrower's own name" in card.text
    desk = office.services.guarantors
    with office.services.engine.begin() as connection:
        desk.ask(connection, application)
        desk.name_another(
            connection, application.application_id, FARMER, Person("Zhou Hua", "+8613800000077")
        )
    office.chen.press_data("o.show", (str(application.application_id),))
    assert "Zhou Hua" in office.chen.words and "borrower's own name" not in office.chen.words


def coverage(office: Office, **debts: str) -> str:
    office.apply(values=VALUES | debts)
    [card] = office.chen.news()
    return card.text


def test_old_debts_count_until_they_are_paid(office: Office) -> None:
    assert "Over the whole time" in coverage(office, debts_month="1900")
    told = coverage(office, debts_month="1900", debts_total="1900")
    assert "Over the whole time" not in told and "Old debts" not in told


def test_what_could_not_be_counted_of_old_debts_is_said(office: Office) -> None:
    assert "Old debts take ¥300 a month" in coverage(office, debts_month="300")
    assert "Old debts of ¥2,000 are not counted" in coverage(office, debts_month="0", debts_total="2000")
    assert "Old debts" not in coverage(office, debts_month="300", debts_total="2000")
