"""Photos come in large, chatty and hostile; they are kept small, mute and encrypted."""

from __future__ import annotations

import io
import struct
import time
import zlib
from pathlib import Path

import pytest
from PIL import Image

from intake.applications import Prepared, prepare_photo
from intake.errors import NotFound, Refused
from intake.files import Files, FolderFiles, MemoryFiles
from tests.intake.world import World


def jpeg(size: tuple[int, int] = (3000, 2000), **options: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "green").save(out, "JPEG", **options)
    return out.getvalue()


def with_exif() -> bytes:
    exif = Image.Exif()
    exif[0x010F] = "SecretPhone"
    exif[0x0112] = 6  # turned on its side
    gps = exif.get_ifd(0x8825)
    gps[2] = (30.0, 15.0, 0.0)
    return jpeg(exif=exif, comment=b"home address")


def bomb(width: int, height: int) -> bytes:
    """A PNG of few bytes that says it is enormous."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    data = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def test_a_photo_is_shrunk_turned_and_stripped() -> None:
    photo = prepare_photo(with_exif())
    assert (photo.width, photo.height) == (1067, 1600)
    made = Image.open(io.BytesIO(photo.content))
    assert not made.getexif()
    assert b"Secret" not in photo.content
    assert b"home address" not in photo.content
    assert len(photo.content) < 200_000


def test_a_transparent_png_lies_on_white() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(out, "PNG")
    made = Image.open(io.BytesIO(prepare_photo(out.getvalue()).content))
    assert made.getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "photo_unreadable"),
        (b"not a photo", "photo_unreadable"),
        (jpeg()[:500], "photo_unreadable"),
        (b"GIF89a" + bytes(100), "photo_unreadable"),
        (bomb(60_000, 60_000), "photo_too_many_pixels"),
        (bomb(9_000, 9_000), "photo_too_many_pixels"),
        (bytes(21 * 1024 * 1024), "photo_too_big"),
    ],
    ids=["empty", "text", "cut", "gif", "bomb", "large", "heavy"],
)
def test_what_is_no_photo_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(Refused) as refused:
        prepare_photo(data)
    assert refused.value.code == code


def test_bytes_on_disk_are_encrypted_and_come_back(world: World, tmp_path: Path) -> None:
    draft = world.draft()
    attachment = world.write(
        world.applications.attachments.add,
        draft.draft_id,
        "/data/pen",
        Prepared(b"goats", "image/jpeg", "jpg"),
        caption="the pen",
        location=(30.1, 120.2),
    )
    assert world.files.get(attachment.attachment_id) != b"goats"
    assert world.applications.attachments.read(attachment.attachment_id) == b"goats"
    (found,) = world.write(world.applications.attachments.of_draft, draft.draft_id)
    assert found == attachment


def test_a_discarded_draft_takes_its_photos_along(world: World) -> None:
    draft = world.draft()
    photo = Prepared(b"goats", "image/jpeg", "jpg")
    attachment = world.write(world.applications.attachments.add, draft.draft_id, "/data/pen", photo)
    world.write(world.applications.discard_draft, draft.draft_id, draft.user_id)
    assert world.write(world.applications.attachments.sweep) == 1
    with pytest.raises(NotFound):
        world.applications.attachments.read(attachment.attachment_id)


def test_a_file_whose_row_another_host_has_not_committed_yet_is_spared(world: World) -> None:
    draft = world.draft()
    attachments, photo = world.applications.attachments, Prepared(b"goats", "image/jpeg", "jpg")
    with world.engine.connect() as connection:
        kept = attachments.add(connection, draft.draft_id, "/data/pen", photo)
        connection.rollback()
    assert world.write(attachments.sweep, time.time() - 3600) == 0
    assert attachments.read(kept.attachment_id) == b"goats"
    assert world.write(attachments.sweep, time.time() + 1) == 1


@pytest.fixture(params=["folder", "memory"])
def files(request: pytest.FixtureRequest, tmp_path: Path) -> Files:
    return FolderFiles(tmp_path / "files") if request.param == "folder" else MemoryFiles()


def test_every_store_of_files_keeps_the_same_promises(files: Files) -> None:
    assert list(files.names()) == []
    files.put("ab12", b"one")
    files.put("ab12", b"two")
    files.put("cd34", b"")
    assert (files.get("ab12"), files.get("cd34")) == (b"two", b"")
    assert list(files.names()) == ["ab12", "cd34"]
    assert files.written_at("cd34") > time.time() - 3600
    files.delete("ab12")
    files.delete("ab12")
    for ask in (files.get, files.written_at):
        with pytest.raises(FileNotFoundError):
            ask("ab12")


@pytest.mark.parametrize("name", ["../secret", "a/b", "", ".hidden", "a" * 81])
def test_no_name_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="not a file name"):
        FolderFiles(tmp_path).put(name, b"x")


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_what_can_only_be_opened_whole_has_a_lower_limit(kind: str) -> None:
    out = io.BytesIO()
    Image.new("RGB", (4100, 4100), "green").save(out, kind)
    with pytest.raises(Refused) as refused:
        prepare_photo(out.getvalue())
    assert refused.value.code == "photo_too_many_pixels"
