"""The guarantor in chat: his link passed on by the farmer, his own language, his own answer, everybody told."""

from __future__ import annotations

import io
import re
from decimal import Decimal
from typing import Any
from urllib.parse import unquote

import pytest
from pypdf import PdfReader

from bot.conversation.guarantor.link import offer
from bot.conversation.messages import Reply
from intake.applications import AnswerLine, Application, Person
from intake.guarantors import GuaranteeStatus
from tests.bot.conversation.staff.office import FARMER, Office
from tests.support.bot import Chat

GUARANTOR, OTHER = 7001, 7002
BIG = {
    "product_id": "enterprise",
    "requested_amount": Decimal(30000),
    "own_funds": Decimal(20000),
    "term_months": 24,
}


def sent(office: Office, language: str = "en", **changes: Any) -> Application:
    """An application that has just been sent, with the link in the farmer's chat."""
    farmer = office.farmer(language)
    application = office.apply(**{**BIG, **changes}, language=language)
    with office.services.engine.begin() as connection:
        tx = office.world.dispatch.transaction(connection, FARMER)
        offer(tx, office.services, application, office.services.wording(language))
    farmer.news()
    return application


def link_of(chat: Chat) -> str:
    found = re.findall(r"start=(g-[\w-]{22})", chat.words)
    assert found, chat.words
    return found[-1]


def arrive(office: Office, token: str, user_id: int = GUARANTOR, language: str = "English") -> Chat:
    """Somebody new opens the link and chooses his language."""
    chat = office.chat(user_id)
    chat.command(f"/start {token}")
    if chat.button(language) is not None:
        chat.press(language)
    return chat


def status(office: Office, application: Application) -> GuaranteeStatus:
    with office.services.reading() as connection:
        found = office.services.guarantors.of_application(connection, application.application_id)
    assert found is not None
    return found.status


def said(office: Office, chat: Chat) -> str:
    chat.news()
    return chat.words


def test_the_farmer_passes_the_link_on_himself(office: Office) -> None:
    sent(office)
    farmer = office.chat(FARMER)
    token = link_of(farmer)
    share = farmer.button("Send the link on")
    assert (
        share is not None and token in unquote(share.url) and share.url.startswith("https://t.me/share/url?")
    )
    assert office.world.said_to(GUARANTOR) == []
    with office.services.engine.begin() as connection:
        tx = office.world.dispatch.transaction(connection, FARMER)
        offer(tx, office.services, office.now(sent_once(office)), office.services.wording("en"))
    assert farmer.news() == []


def sent_once(office: Office) -> Application:
    with office.services.reading() as connection:
        return office.services.applications.by_farmer(connection, FARMER)[0]


@pytest.mark.parametrize(
    ("native", "amount", "yes"),
    [("English", "30,000", "Yes, I stand"), ("中文", "30,000", "愿意"), ("Kiswahili", "30,000", "Ndiyo")],
)
def test_a_stranger_chooses_his_language_and_reads_what_he_is_asked(
    office: Office, native: str, amount: str, yes: str
) -> None:
    application = sent(office)
    guarantor = office.chat(GUARANTOR)
    guarantor.command(f"/start {link_of(office.chat(FARMER))}")
    assert status(office, application) is GuaranteeStatus.ASKED
    assert "language" in guarantor.words
    guarantor.press(native)
    assert status(office, application) is GuaranteeStatus.OPENED
    assert amount in guarantor.words and "Wang Fang" in guarantor.words
    assert guarantor.button(yes) is not None
    assert "12 goats" not in guarantor.words and "4,000" not in guarantor.words


def test_yes_with_the_phone_that_the_farmer_gave(office: Office) -> None:
    application = sent(office)
    guarantor = arrive(office, link_of(office.chat(FARMER)))
    office.chen.news()
    guarantor.press("Yes, I stand")
    assert guarantor.last[-1].keys is not None and status(office, application) is GuaranteeStatus.OPENED
    guarantor.contact("8613900000000", own=False)
    assert "your own" in guarantor.words
    replies: list[Reply] = guarantor.contact("8613800000002")
    assert status(office, application) is GuaranteeStatus.ACCEPTED
    assert replies[0].keys == () and "You said yes" in guarantor.words
    assert "Liu Bo" in said(office, office.chat(FARMER))
    told = said(office, office.chen)
    assert "Liu Bo" in told and application.reference in told and "⚠" not in told
    office.chen.press("Show the application")
    assert "has agreed" in office.chen.words and "⚠ The guarantor" not in office.chen.words


@pytest.mark.parametrize(("phone", "doubt"), [("8613955555555", "not the one"), (None, "did not share")])
def test_another_phone_is_a_word_to_the_officer_and_no_block(
    office: Office, phone: str | None, doubt: str
) -> None:
    application = sent(office)
    guarantor = arrive(office, link_of(office.chat(FARMER)))
    guarantor.press("Yes, I stand")
    guarantor.contact(phone) if phone else guarantor.text("Go on without my number")
    assert status(office, application) is GuaranteeStatus.ACCEPTED
    office.chen.news()
    office.chen.press("Show the application")
    assert doubt in office.chen.words


def test_no_is_told_without_a_reason_and_the_farmer_names_somebody_else(office: Office) -> None:
    application = sent(office)
    guarantor = arrive(office, link_of(office.chat(FARMER)))
    guarantor.press("No, I don't")
    assert status(office, application) is GuaranteeStatus.DECLINED
    farmer = office.chat(FARMER)
    assert "does not stand" in said(office, farmer)
    assert "does not stand" in said(office, office.chen)
    farmer.press("Name somebody else")
    farmer.text("Zhou Hua")
    farmer.text("no number")
    assert "could not read" in farmer.words
    farmer.text("138 0000 0077")
    assert "Zhou Hua" in farmer.words
    assert "no longer asked" in said(office, guarantor)
    other = arrive(office, link_of(farmer), OTHER)
    other.press("Yes, I stand")
    other.contact("+8613800000077")
    assert status(office, application) is GuaranteeStatus.ACCEPTED
    guarantor.command("/guarantor")
    assert "not asked" in guarantor.words


def test_he_cannot_name_himself_afterwards(office: Office) -> None:
    application = sent(office)
    farmer = office.chat(FARMER)
    farmer.command("/guarantor")
    farmer.press("Name somebody else")
    for himself in ("me", "Fang Wang"):
        farmer.text(himself)
        assert "Please name another person" in farmer.words
    farmer.text("Zhou Hua")
    farmer.text("138 0000 0077")
    with office.services.reading() as connection:
        guarantee = office.services.guarantors.of_application(connection, application.application_id)
    assert guarantee is not None and guarantee.named.name == "Zhou Hua"


def test_the_credit_file_names_who_agreed_and_not_who_was_named_first(office: Office) -> None:
    first = AnswerLine("/g", "Whose word?", "Liu Bo", "guarantor")
    application = sent(office, guarantor=Person("Liu Bo", "+8613800000002"), lines=(first,))
    farmer = office.chat(FARMER)
    farmer.command("/guarantor")
    farmer.press("Name somebody else")
    farmer.text("Zhou Hua")
    farmer.text("138 0000 0077")
    other = arrive(office, link_of(farmer), OTHER)
    other.press("Yes, I stand")
    other.contact("+8613800000077")
    office.chen.text(application.reference)
    [file] = office.chen.press("Open the file")
    assert file.attachment is not None
    pdf = io.BytesIO(office.services.attachments.get(file.attachment.stored_as))
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(pdf).pages).split())
    _, _, answers = text.partition("Zhou Hua")
    assert answers.startswith(" Phone +8613800000077 Answer has agreed")
    assert "Liu Bo" not in answers.partition("Other answers")[0] and "Whose word? Liu Bo" in answers


@pytest.mark.parametrize(
    "words", ["no i dont want", "no", "hapana", "sitaki", "I don't want to stand for this loan"]
)
def test_a_no_in_words_is_written_down(office: Office, words: str) -> None:
    application = sent(office)
    guarantor = arrive(office, link_of(office.chat(FARMER)))
    guarantor.text(words)
    assert status(office, application) is GuaranteeStatus.DECLINED
    assert "Your no is written down" in "\n".join(reply.text for reply in guarantor.last)


@pytest.mark.parametrize("words", ["yes", "nakubali", "I agree", "i will stand for this loan"])
def test_a_yes_in_words_shows_the_button_that_counts(office: Office, words: str) -> None:
    application = sent(office)
    guarantor = arrive(office, link_of(office.chat(FARMER)))
    guarantor.text(words)
    assert status(office, application) is GuaranteeStatus.OPENED
    guarantor.press("Yes, I stand for this loan")
    guarantor.contact("8613800000002")
    assert status(office, application) is GuaranteeStatus.ACCEPTED
    guarantor.text("changed my mind, no")
    assert status(office, application) is GuaranteeStatus.ACCEPTED
    guarantor.press("I no longer stand for it")
    assert status(office, application) is GuaranteeStatus.DECLINED
    guarantor.text("changed my mind, yes")
    assert guarantor.button("Yes, I stand for this loan") is not None
    assert status(office, application) is GuaranteeStatus.DECLINED


@pytest.mark.parametrize(
    ("native", "yes", "no"), [("中文", "我愿意", "我不愿意"), ("Kiswahili", "ndiyo", "hapana, sitaki")]
)
def test_words_in_their_own_language(office: Office, native: str, yes: str, no: str) -> None:
    application = sent(office)
    guarantor = arrive(office, link_of(office.chat(FARMER)), language=native)
    guarantor.text(yes)
    assert [button.action for row in guarantor.last[-1].buttons for button in row] == ["g.yes"]
    guarantor.text(no)
    assert status(office, application) is GuaranteeStatus.DECLINED


def test_a_bare_no_after_other_talk_is_asked_about(office: Office) -> None:
    application = sent(office)
    guarantor = arrive(office, link_of(office.chat(FARMER)))
    office.clock.advance(minutes=1)
    guarantor.text("hello")
    office.clock.advance(minutes=1)
    guarantor.text("no")
    assert status(office, application) is GuaranteeStatus.OPENED
    guarantor.press("No, I don't")
    assert status(office, application) is GuaranteeStatus.DECLINED


def test_no_to_sharing_the_number_is_not_yet_a_no_to_the_loan(office: Office) -> None:
    application = sent(office)
    guarantor = arrive(office, link_of(office.chat(FARMER)))
    guarantor.press("Yes, I stand")
    guarantor.text("no")
    assert status(office, application) is GuaranteeStatus.OPENED
    guarantor.text("Go on without my number")
    assert status(office, application) is GuaranteeStatus.ACCEPTED


def test_he_may_ask_first_and_a_question_does_not_lose_the_request(office: Office) -> None:
    application = sent(office)
    guarantor = arrive(office, link_of(office.chat(FARMER)))
    guarantor.press("Yes, I stand")
    guarantor.text("When would I have to pay?")
    assert guarantor.last and "number" not in guarantor.words[:40]
    guarantor.contact("8613800000002")
    assert status(office, application) is GuaranteeStatus.ACCEPTED


def test_a_changed_mind_is_told_until_the_decision(office: Office) -> None:
    application = sent(office)
    guarantor = arrive(office, link_of(office.chat(FARMER)))
    guarantor.press("Yes, I stand")
    guarantor.contact("8613800000002")
    old = guarantor.button("I no longer stand")
    guarantor.press("I no longer stand")
    assert status(office, application) is GuaranteeStatus.DECLINED
    assert "does not stand" in said(office, office.chat(FARMER))
    guarantor.press("Yes, I stand")  # his number is known by now
    assert status(office, application) is GuaranteeStatus.ACCEPTED
    assert old is not None
    guarantor.press_data(old.action, old.args)
    assert "old" in guarantor.words and status(office, application) is GuaranteeStatus.ACCEPTED
    guarantor.command("/guarantor")
    assert "You said yes" in guarantor.words
    farmer = office.chat(FARMER)
    farmer.command("/status")
    farmer.press("Take it back")
    farmer.press("Yes, take it back")
    guarantor.press("I no longer stand")
    assert "nothing to answer" in guarantor.words


@pytest.mark.parametrize(("user_id", "word"), [(FARMER, "your own loan"), (2001, "works for us")])
def test_who_may_not_is_told_and_the_link_stays_good(office: Office, user_id: int, word: str) -> None:
    application = sent(office)
    token = link_of(office.chat(FARMER))
    chat = office.chat(user_id)
    chat.command(f"/start {token}")
    assert word in chat.words and status(office, application) is GuaranteeStatus.ASKED
    arrive(office, token)
    assert status(office, application) is GuaranteeStatus.OPENED


def test_links_that_open_nothing(office: Office) -> None:
    application = sent(office)
    farmer = office.chat(FARMER)
    token = link_of(farmer)
    arrive(office, token)
    assert "Somebody else" in arrive(office, token, OTHER).words
    farmer.command("/guarantor")
    farmer.press("Make a new link")
    assert "no longer works" in farmer.words and status(office, application) is GuaranteeStatus.ASKED
    for wrong in (token, token + "x", token[:-1]):
        other = office.chat(OTHER)
        other.command(f"/start {wrong}")
        assert "don't know this link" in other.words
    office.clock.advance(days=15)
    other.command(f"/start {link_of(farmer)}")
    assert "too old" in other.words


def test_another_persons_button_does_nothing(office: Office) -> None:
    application = sent(office)
    guarantor = arrive(office, link_of(office.chat(FARMER)))
    yes = guarantor.button("Yes, I stand")
    thief = office.farmer(user_id=OTHER)
    assert yes is not None
    thief.press_data(yes.action, yes.args)
    assert "no longer asked" in thief.words and status(office, application) is GuaranteeStatus.OPENED
    for action, args in (
        ("g.new", (str(application.application_id),)),
        ("g.other", ("1",)),
        ("g.yes", ("x",)),
    ):
        assert thief.press_data(action, args)


def test_the_farmer_hears_after_two_days_of_silence(office: Office) -> None:
    sent(office)
    farmer = office.chat(FARMER)
    arrive(office, link_of(farmer))
    office.clock.advance(hours=47)
    office.world.run_jobs()
    assert farmer.news() == []
    office.clock.advance(hours=2)
    office.world.run_jobs()
    assert "has not answered yet" in said(office, farmer)
    farmer.press("Make a new link")
    arrive(office, link_of(farmer), OTHER).press("No, I don't")
    farmer.news()
    office.clock.advance(hours=60)
    office.world.run_jobs()
    assert "not answered" not in said(office, farmer)


def test_status_shows_how_it_stands(office: Office) -> None:
    sent(office)
    farmer = office.chat(FARMER)
    farmer.command("/status")
    assert "Liu Bo" in farmer.words
    farmer.press("My guarantor")
    assert farmer.button("Make a new link") is not None


def test_a_guarantor_who_is_forgotten_stands_for_nothing(office: Office) -> None:
    application = sent(office)
    guarantor = arrive(office, link_of(office.chat(FARMER)))
    guarantor.press("Yes, I stand")
    guarantor.contact("8613800000002")
    guarantor.command("/privacy")
    guarantor.press("Delete what you keep")
    guarantor.press("Yes, delete it")
    assert status(office, application) is GuaranteeStatus.DECLINED
    assert "does not stand" in said(office, office.chat(FARMER))


@pytest.mark.parametrize("language", ["zh", "sw"])
def test_everything_is_said_in_their_own_language(office: Office, language: str) -> None:
    native = {"zh": "中文", "sw": "Kiswahili"}[language]
    wording = office.services.wording(language)
    application = sent(office, language)
    farmer = office.chat(FARMER)
    guarantor = arrive(office, link_of(farmer), language=native)
    guarantor.press(wording.plain("Yes, I stand for this loan"))
    guarantor.text(wording.plain("Go on without my number"))
    assert status(office, application) is GuaranteeStatus.ACCEPTED
    english = re.compile(r"\b(the|loan|you|your|and)\b")
    for chat in (farmer, guarantor):
        chat.news()
        plain = re.sub(r"https?://\S+|<[^>]+>", "", chat.words).replace("Three Rivers", "")
        assert not english.search(plain), plain


@pytest.mark.parametrize("words", ["no, I don't want that", "no"])
def test_a_no_to_his_own_officer_is_no_no_to_the_neighbours_loan(office: Office, words: str) -> None:
    application = sent(office)
    neighbour = arrive(office, link_of(office.chat(FARMER)))
    office.clock.advance(minutes=1)
    office.claimed(user_id=GUARANTOR)
    office.chen.press("Ask the farmer")
    office.chen.text("Would you take 8,000 instead?")
    neighbour.news()
    office.chen.news()
    neighbour.text(words)
    assert status(office, application) is GuaranteeStatus.OPENED
    assert words in "\n".join(reply.text for reply in office.chen.news())
