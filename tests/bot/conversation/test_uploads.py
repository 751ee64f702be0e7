"""Recordings, films, papers and the outline of a field: taken where they are asked, never met with silence."""

from __future__ import annotations

import io
import struct

import pytest
from PIL import Image

from bot.conversation.messages import FileRef, IncomingKind, Reply
from bot.services import Services
from intake.applications import Attachment
from tests.bot.conversation.chat import Chat, Opener, drain, text_of
from tests.bot.conversation.farmer import asked, begin, fill, interview, tap
from tests.bot.conversation.sent_in_form import use_form

OGG = b"OggS\x00\x02" + bytes(22) + b"\x01\x13OpusHead" + bytes(40)
MP4 = struct.pack(">I", 24) + b"ftypisom" + bytes(4) + b"isommp42" + bytes(40)
PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF"
VOICE, VIDEO, PHOTO, DOCUMENT = (
    IncomingKind.VOICE,
    IncomingKind.VIDEO,
    IncomingKind.PHOTO,
    IncomingKind.DOCUMENT,
)
OFFICER = 2001


def picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "green").save(out, "PNG")
    return out.getvalue()


class Phone:
    """A farmer whose files arrive."""

    def __init__(self, services: Services, chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
        self.chat, self._patch, self._services = chat, monkeypatch, services

    def sends(self, kind: IncomingKind, content: bytes, size: int | None = None) -> str:
        self._patch.setattr(self._services, "download", lambda file: content)
        file = FileRef("file", "whatever.exe", "", len(content) if size is None else size)
        return text_of(self.chat.update(kind, file=file))

    def asked(self) -> str:
        prompt = asked(self.chat)
        return prompt.name if prompt else ""

    def kept(self) -> list[Attachment]:
        with self._services.reading() as connection:
            draft = self._services.applications.open_draft(connection, self.chat.user_id)
            assert draft is not None
            kept = self._services.applications.attachments.of_draft(connection, draft.draft_id)
        return sorted(kept, key=lambda one: int(one.name.split("-")[1].split(".")[0]))  # the clock stands


@pytest.fixture
def phone(chat: Opener, services: Services, monkeypatch: pytest.MonkeyPatch) -> Phone:
    use_form(services, monkeypatch)
    farmer = chat()
    begin(farmer)
    return Phone(services, farmer, monkeypatch)


def all_sent(phone: Phone) -> None:
    phone.sends(VOICE, OGG)
    phone.sends(VIDEO, MP4)
    phone.sends(DOCUMENT, PDF)


def test_each_kind_is_taken_where_it_is_asked(phone: Phone) -> None:
    assert "microphone" in phone.chat.said[-1].text
    assert "The deed" not in phone.sends(VOICE, OGG) and phone.asked() == "herd"
    assert "Thank you" in phone.sends(VIDEO, MP4) and phone.asked() == "deed"
    assert "Thank you" in phone.sends(DOCUMENT, PDF) and phone.asked() == "pen"
    kept = phone.kept()
    assert [one.media_type for one in kept] == ["audio/ogg", "video/mp4", "application/pdf"]
    values = interview(phone.chat).values()
    assert [values[name] for name in ("song", "herd", "deed")] == [one.name for one in kept]
    assert [one.name.split("-")[0] for one in kept] == ["audio", "video", "file"]
    assert kept[2].name.endswith(".pdf")  # by its content, not "whatever.exe"


def test_a_recording_may_come_as_a_file_and_a_paper_as_a_photo(phone: Phone) -> None:
    phone.sends(DOCUMENT, OGG)
    phone.sends(DOCUMENT, MP4)
    phone.sends(PHOTO, picture())
    assert phone.asked() == "pen"
    phone.sends(DOCUMENT, picture())
    assert phone.asked() == "path"
    assert [one.media_type for one in phone.kept()] == ["audio/ogg", "video/mp4", "image/jpeg", "image/jpeg"]


@pytest.mark.parametrize(
    ("kind", "content", "size", "told"),
    [
        (PHOTO, picture(), None, "A recording is asked here"),
        (VIDEO, MP4, None, "A recording is asked here"),
        (DOCUMENT, PDF, None, "A recording is asked here"),
        (DOCUMENT, b"MZ" + bytes(100), None, "cannot keep this kind of file"),
        (VOICE, OGG, 25_000_000, "This recording is too big"),
        (DOCUMENT, OGG, 25_000_000, "This file is too big"),
        (VOICE, b"", None, "cannot keep this kind of file"),
        (IncomingKind.TEXT, b"", None, ""),
    ],
)
def test_what_does_not_fit_is_told_and_the_question_stands(
    phone: Phone, kind: IncomingKind, content: bytes, size: int | None, told: str
) -> None:
    said = phone.sends(kind, content, size) if told else text_of(phone.chat.send("I sing it to you"))
    assert (told or "A recording is asked here") in said and "Tell us of your work" in said
    assert phone.asked() == "song" and not phone.kept()


def test_more_of_the_same_is_kept_with_the_question_before(phone: Phone) -> None:
    all_sent(phone)
    said = phone.sends(DOCUMENT, PDF)  # a photo is asked now: this belongs to the question before
    assert "2 files" in said
    assert [one.path for one in phone.kept()][-2:] == ["/data/deed", "/data/deed"]


def test_the_way_and_the_edge_are_walked(phone: Phone) -> None:
    all_sent(phone)
    tap(phone.chat, "a.skip")
    assert phone.asked() == "path"
    assert "That is all" in str(phone.chat.said[-1].keys)
    assert "1 place now" in text_of(phone.chat.location(30.1, 120.1))
    assert "at least 2" in text_of(phone.chat.send("✅ That is all"))
    assert "not understand" not in text_of(phone.chat.send("what is this?"))
    assert "2 places now" in text_of(phone.chat.location(30.2, 120.1))
    phone.chat.send("✅ That is all")
    assert phone.asked() == "field"
    assert interview(phone.chat).values()["path"] == "30.1 120.1 0 0;30.2 120.1 0 0"
    for latitude, longitude in ((30.1, 120.1), (30.2, 120.1), (30.2, 120.2), (30.2, 120.2)):
        phone.chat.location(latitude, longitude)
    said = text_of(phone.chat.send("✅ That is all"))
    assert phone.asked() == "trade" and "3 places" in said
    edge = interview(phone.chat).values()["field"].split(";")
    assert len(edge) == 4 and edge[0] == edge[-1]


def test_the_edge_may_be_written(phone: Phone) -> None:
    all_sent(phone)
    tap(phone.chat, "a.skip")
    phone.chat.send("Skip ➡")
    phone.chat.send("30.1, 120.1; 30.2, 120.1")
    assert phone.asked() == "field"
    phone.chat.send("30.1, 120.1; 30.2, 120.1; 30.2, 120.2")
    assert phone.asked() == "trade"


def test_the_officer_opens_what_was_sent_in(phone: Phone, services: Services, chat: Opener) -> None:
    all_sent(phone)
    tap(phone.chat, "a.skip")
    phone.chat.send("Skip ➡")
    phone.chat.send("30.1, 120.1; 30.2, 120.1; 30.2, 120.2")
    fill(phone.chat)
    drain(services, OFFICER)
    phone.chat.tap(next(one for one in reversed(phone.chat.buttons()) if one.action == "a.send"))
    officer = chat(user_id=OFFICER)
    officer.hear()
    officer.press("Claim")
    shown = officer.press("Photos and files (3)")
    sent = {reply.attachment.filename.split(".")[1]: reply for reply in shown if reply.attachment}
    assert sorted(sent) == ["mp4", "ogg", "pdf"]
    assert not any(reply.attachment.picture for reply in shown if reply.attachment)
    assert content(services, sent["ogg"]) == OGG
    [dossier] = [reply for reply in officer.press("Open the file") if reply.attachment]
    assert content(services, dossier).startswith(b"%PDF")


def content(services: Services, reply: Reply) -> bytes:
    assert reply.attachment is not None
    return services.attachments.get(reply.attachment.stored_as)


def test_a_full_disk_refuses_files_in_words_and_the_question_stands(
    phone: Phone, monkeypatch: pytest.MonkeyPatch, services: Services
) -> None:
    """F11"""
    monkeypatch.setattr(services, "free_bytes", lambda: 1_000_000)
    before = phone.asked()
    assert "cannot keep files just now" in phone.sends(VOICE, OGG)
    assert phone.asked() == before and phone.kept() == []
    monkeypatch.setattr(services, "free_bytes", lambda: 10**12)
    phone.sends(VOICE, OGG)
    assert phone.asked() != before


def test_a_photo_sent_in_place_of_another_replaces_it(
    chat: Opener, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    """He sent the wrong picture, of his bank card say: corrected, it is not in the file any more."""
    farmer = chat()
    begin(farmer)
    fill(farmer, until="site_photo")
    phone = Phone(services, farmer, monkeypatch)
    phone.sends(PHOTO, picture())
    [first] = phone.kept()
    said = fill(farmer)
    number = next(line.split(".")[0] for line in text_of(said).splitlines() if "a photo" in line)
    farmer.press(f"✏ {number}", among=said)
    phone.sends(PHOTO, picture())
    [second] = phone.kept()
    assert second.attachment_id != first.attachment_id
    phone.sends(PHOTO, picture())  # one more of the same is kept beside it
    assert len(phone.kept()) == 2
