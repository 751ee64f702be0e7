"""The farmer answers his officer with a photo, a paper or a place, and it lies in the file."""

from __future__ import annotations

import pytest

from bot.conversation.messages import FileRef, IncomingKind
from bot.conversation.officer.dossier import labels
from intake.applications import ApplicationStatus, Message
from intake.dossier.pdf import Around, _Dossier
from intake.people.data_rights import DataRights
from tests.bot.conversation.conftest import photo
from tests.bot.conversation.staff.office import CHEN, FARMER, Office
from tests.support.bot import Chat

PDF = b"%PDF-1.4\n1 0 obj\n<< >>\nendobj\ntrailer\n<< >>\n%%EOF\n"


def asked(office: Office, language: str = "en", **changes: object) -> Chat:
    farmer = office.farmer(language)
    office.claimed(language=language, **changes)
    farmer.news()
    office.chen.press("Ask the farmer")
    office.chen.text("Please send me a photo of your stall")
    farmer.news()
    office.chen.news()
    return farmer


def told(office: Office) -> str:
    return "\n".join(reply.text for reply in office.chen.news())


def stands(office: Office) -> ApplicationStatus:
    with office.services.reading() as connection:
        return office.services.applications.by_farmer(connection, FARMER)[0].status


def kept(office: Office) -> list[Message]:
    """What the farmer has sent, from the file."""
    with office.services.reading() as connection:
        applications = office.services.applications
        file = applications.file(connection, applications.by_farmer(connection, FARMER)[0])
    return [one for one in file.messages if one.from_farmer]


@pytest.mark.parametrize(("language", "thing"), [("en", "📎 a photo"), ("zh", "📎 照片"), ("sw", "📎 picha")])
def test_a_photo_answers_and_its_caption_is_kept_as_words(office: Office, language: str, thing: str) -> None:
    farmer = asked(office, language)
    farmer.photo(photo(), "my stall")
    assert "Chen Rong" in farmer.words and "my stall" in farmer.words and thing in farmer.words
    assert stands(office) is ApplicationStatus.UNDER_REVIEW
    [message] = kept(office)
    assert (message.text, message.enclosed) == ("my stall", "image")
    notice = told(office)
    assert "📎 a photo" in notice and "my stall" in notice
    office.chen.press("Photos (1)")
    [shown] = [one for one in office.chen.last if one.attachment]
    assert shown.attachment is not None and shown.attachment.picture and "my stall" in shown.text


def test_a_place_answers(office: Office) -> None:
    farmer = asked(office)
    farmer.location(-1.25, 36.5)
    assert "Chen Rong" in farmer.words and "📎 a place" in farmer.words
    assert kept(office)[0].place == (-1.25, 36.5)
    assert "-1.25000, 36.50000" in told(office)


def test_a_paper_answers(office: Office) -> None:
    farmer = asked(office)
    farmer.document(PDF, "bank book.pdf")
    [message] = kept(office)
    assert message.enclosed == "file" and message.file.endswith(".pdf")
    assert "📎 a paper" in told(office)
    office.chen.press("Photos and files (1)")
    assert [one.attachment.filename for one in office.chen.last if one.attachment] == [message.file]


def test_the_others_of_an_album_go_the_same_way(office: Office) -> None:
    farmer = asked(office)
    farmer.photo(photo(), "my stall")
    farmer.photo(photo())
    assert [one.enclosed for one in kept(office)] == ["image", "image"]
    told(office)
    office.chen.press("Photos (2)")
    assert len([one for one in office.chen.last if one.attachment]) == 2


@pytest.mark.parametrize("button", ["Answer", "Write to my officer"])
def test_after_the_button_too(office: Office, button: str) -> None:
    farmer = office.farmer()
    office.claimed()
    farmer.news()
    if button == "Answer":
        office.chen.press("Ask the farmer")
        office.chen.text("Please send me a photo of your stall")
    farmer.command("/status")
    farmer.press(button)
    office.chen.news()
    farmer.photo(photo(), "my stall")
    assert "Your officer has it now" in farmer.words
    assert "📎 a photo" in told(office) and kept(office)[0].text == "my stall"
    assert farmer.state.get("expects") is None


def test_nobody_asked_so_he_says_for_whom_it_is(office: Office) -> None:
    farmer = office.farmer()
    office.claimed()
    farmer.news()
    farmer.photo(photo(), "my stall")
    assert kept(office) == [] and "Was this meant for Chen Rong?" in farmer.words
    farmer.press("For Chen Rong")
    assert "📎 a photo" in told(office) and kept(office)[0].text == "my stall"


def test_the_way_to_a_person_takes_it_too(office: Office) -> None:
    farmer = office.farmer()
    office.claimed()
    farmer.command("/person")
    farmer.photo(photo())
    farmer.press("For Chen Rong")
    assert "📎 a photo" in told(office)


@pytest.mark.parametrize(("button", "expected"), [("For Chen Rong", True), ("For my application", False)])
def test_in_the_middle_of_another_application_he_says_for_whom(
    office: Office, button: str, expected: bool
) -> None:
    farmer = office.asked_while_applying()
    farmer.photo(photo(), "20 bags")
    assert "For whom is this" in farmer.words and "📎 a photo" in farmer.words and kept(office) == []
    farmer.press(button)
    assert bool(kept(office)) is expected and ("📎 a photo" in told(office)) is expected


@pytest.mark.parametrize("kind", [IncomingKind.PHOTO, IncomingKind.DOCUMENT])
def test_too_big_says_the_limit_and_that_the_words_wait(office: Office, kind: IncomingKind) -> None:
    farmer = asked(office)
    farmer.sends(kind, file=FileRef("big", "big.pdf", "application/pdf", 25_000_000), text="my stall")
    assert "20 MB" in farmer.words and "not sent your words" in farmer.words and "my stall" in farmer.words
    assert kept(office) == [] and stands(office) is ApplicationStatus.INFORMATION_REQUESTED
    farmer.photo(photo(), "my stall")
    assert [one.enclosed for one in kept(office)] == ["image"]


def test_an_unreadable_photo_says_what_to_do(office: Office) -> None:
    farmer = asked(office)
    farmer.photo(b"\xff\xd8\xff not a picture")
    assert "take it again" in farmer.words and kept(office) == []


def test_a_complaint_beside_a_photo_reaches_nobody_unasked(office: Office) -> None:
    farmer = asked(office)
    farmer.photo(photo(), "Chen Rong asked me for 500 as a bribe")
    assert told(office) == "" and kept(office) == []
    farmer.press("Send it to Chen Rong all the same")
    assert kept(office)[0].enclosed == "image"


def test_after_withdrawal_nothing_is_taken(office: Office) -> None:
    farmer = asked(office)
    farmer.command("/status")
    farmer.press("Take it back")
    farmer.press("Yes, take it back")
    farmer.photo(photo())
    assert kept(office) == []


def test_it_stands_in_the_dossier_and_the_log(office: Office) -> None:
    farmer = asked(office)
    farmer.photo(photo(), "my stall")
    farmer.location(-1.25, 36.5)
    services = office.services
    with services.engine.begin() as connection:
        application = services.applications.by_farmer(connection, FARMER)[0]
        file = services.review.open_file(connection, CHEN, application.application_id)
    around = Around(lender=services.lender, now=services.clock())
    words = labels(services.wording("en"))
    messages = [one["text"] for one in _Dossier(file, around, "en", words).content()["messages"]]
    assert f"my stall\nSent with it: {kept(office)[0].file}" in messages
    assert "Place: -1.25000, 36.50000" in messages
    logged = [(one.name, dict(one.facts).get("enclosed")) for one in file.history]
    assert ("farmer:application:reply", "image") in logged and (
        "farmer:application:message",
        "place",
    ) in logged


def test_who_decides_sees_it_on_the_card(office: Office) -> None:
    farmer = office.farmer()
    application = office.recommended()
    office.clock.advance(minutes=5)
    farmer.photo(photo(), "the new pen")
    farmer.press("For Chen Rong")
    office.zhao.news()
    office.zhao.press_data("o.show", (str(application.application_id),))
    assert "📎 a photo" in office.zhao.words and "the new pen" in office.zhao.words


def test_it_is_exported_and_erased_with_the_rest(office: Office) -> None:
    farmer = asked(office)
    farmer.photo(photo(), "my stall")
    farmer.location(-1.25, 36.5)
    farmer.command("/status")
    farmer.press("Take it back")
    farmer.press("Yes, take it back")
    services = office.services
    rights = DataRights(services.applications, services.vault, services.clock)
    with services.engine.begin() as connection:
        export = rights.export(connection, FARMER)
        application = services.applications.by_farmer(connection, FARMER)[0]
        sent = [one for one in export.record["applications"][0]["messages"] if one["enclosed"]]
        assert sent[0]["file"] == export.sent_in[0].name and export.sent_in[0].caption == "my stall"
        assert sent[1]["place"] == [-1.25, 36.5]
        rights.erase(connection, FARMER)
        assert services.applications.store.messages(connection, application.application_id) == []
        assert services.applications.attachments.of_draft(connection, application.draft_id) == []
        assert services.applications.attachments.sweep(connection) >= 1
    with pytest.raises(Exception, match="attachment"):
        services.applications.attachments.read(export.sent_in[0].attachment_id)
