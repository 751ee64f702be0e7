"""What comes as a recording, a film or a paper is known by its content; what is none of them is refused."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest
from PIL import Image

from intake.applications import prepare_upload
from intake.errors import Refused

OGG = b"OggS\x00\x02" + bytes(22) + b"\x01\x13OpusHead" + bytes(40)
MP3 = b"ID3\x03\x00\x00" + bytes(60)
MP4 = struct.pack(">I", 24) + b"ftypisom" + bytes(4) + b"isommp42" + bytes(40)
PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF"


def picture(kind: str = "PNG") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "green").save(out, kind)
    return out.getvalue()


def office(*parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for part in ("[Content_Types].xml", "_rels/.rels", *parts):
            archive.writestr(part, "<x/>")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "sound", "kind", "ending"),
    [
        (OGG, True, "audio", "ogg"),
        (OGG, False, "audio", "ogg"),
        (MP3, False, "audio", "mp3"),
        (MP4, False, "video", "mp4"),
        (MP4, True, "audio", "m4a"),
        (picture(), False, "image", "jpg"),
        (PDF, False, "file", "pdf"),
        (office("word/document.xml"), False, "file", "docx"),
        (office("xl/workbook.xml"), False, "file", "xlsx"),
        ("Kaufvertrag über zwölf Ziegen".encode(), False, "file", "txt"),
    ],
)
def test_the_content_says_what_it_is(data: bytes, sound: bool, kind: str, ending: str) -> None:
    found = prepare_upload(data, sound=sound)
    assert (found.kind, found.ending) == (kind, ending)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file_kind"),
        (b"   \n", "file_kind"),
        (b"MZ" + bytes(100), "file_kind"),
        (b"\x7fELF" + bytes(100), "file_kind"),
        (bytes(500), "file_kind"),
        (b"\xff\xfe\xfd\xfc nothing", "file_kind"),
        (office("word/document.xml", "word/vbaProject.bin"), "file_kind"),
        (office("setup.exe"), "file_kind"),
        (b"PK\x03\x04" + bytes(40), "file_kind"),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "photo_unreadable"),
        (bytes(21 * 1024 * 1024), "file_too_big"),
    ],
)
def test_what_is_nothing_we_keep_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(Refused) as refused:
        prepare_upload(data)
    assert refused.value.code == code


def test_a_film_does_not_say_where_it_was_taken() -> None:
    film = MP4 + b"\x00\x00\x00\x1e\xa9xyz\x00\x12\x15\xc7+30.2741+120.1551+012.5/" + bytes(20)
    kept = prepare_upload(film)
    assert len(kept.content) == len(film)
    assert b"30.2741" not in kept.content and b"120.1551" not in kept.content
