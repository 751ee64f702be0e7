"""A zipped paper that swells is refused: by what it says of itself, and by what it truly holds."""

from __future__ import annotations

import gzip
import io
import random
import struct
import zipfile

import pytest

from intake.applications import prepare_upload
from intake.errors import Refused
from intake.untrusted import open_in_child
from intake.untrusted.archives import Most, looked_into

MEGABYTE = 1024 * 1024
NULLS = bytes(1024)


def zipped(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED, main: bool = True) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        if main:
            archive.writestr("[Content_Types].xml", "<Types/>")
            archive.writestr("word/document.xml", "<w:document>A letter.</w:document>")
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def lying(data: bytes, size: int) -> bytes:
    """The same, each part said to be `size` bytes long unpacked."""
    whole = bytearray(data)
    for mark, place in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = whole.find(mark)
        while at >= 0:
            whole[at + place : at + place + 4] = struct.pack("<I", size)
            at = whole.find(mark, at + 4)
    return bytes(whole)


def refused(data: bytes) -> str:
    with pytest.raises(Refused) as caught:
        prepare_upload(data)
    return caught.value.code


BOMB = zipped({"word/media/a.bin": NULLS * 1024 * 60})
BOMBS = {
    "a part of sixty megabytes in sixty kilobytes": lambda: BOMB,
    "many parts": lambda: zipped({f"word/{n}.xml": b"" for n in range(4000)}),
    "parts that together swell": lambda: zipped({f"word/{n}.xml": NULLS * 1024 for n in range(40)}),
    "a part that lies of its size": lambda: lying(BOMB, 100),
    "an archive in an archive": lambda: zipped({"word/embeddings/a.xlsx": BOMB}),
    "an archive that is only stored": lambda: zipped({"word/a.zip": BOMB}, zipfile.ZIP_STORED),
    "three deep": lambda: zipped({"a.zip": zipped({"b.zip": zipped({})})}),
    "a packed picture": lambda: zipped({"word/media/a.emz": gzip.compress(NULLS * 1024 * 60)}),
    "another way of packing": lambda: zipped({"word/media/a.bin": NULLS * 10}, zipfile.ZIP_LZMA),
}


@pytest.mark.parametrize("kind", BOMBS)
def test_what_swells_is_refused(kind: str) -> None:
    assert refused(BOMBS[kind]()) == "file_swells"


def test_a_paper_with_a_workbook_in_it_is_kept() -> None:
    inner = zipped({"xl/workbook.xml": b"<workbook/>"}, main=False)
    paper = zipped(
        {"word/embeddings/a.xlsx": inner, "word/media/a.png": random.Random(1).randbytes(MEGABYTE)}
    )
    assert prepare_upload(paper).content == paper


def test_a_long_letter_is_kept() -> None:
    letter = "".join(f"<w:p>Line {n}: {n * 37 % 1001} goats.</w:p>" for n in range(60_000)).encode()
    assert prepare_upload(zipped({"word/long.xml": letter})).ending == "docx"


def test_no_more_is_read_than_needed() -> None:
    """What is beyond the limit is not unpacked: the rest of the part is no packed data at all."""
    whole = bytearray(lying(zipped({"a.xml": NULLS * 1024}, main=False), 0))
    whole[300:500] = b"\xff" * 200
    with pytest.raises(Refused) as caught:
        looked_into(bytes(whole), Most(unpacked=MEGABYTE // 16, small=0))
    assert caught.value.code == "archive_swells"


def test_the_child_says_why() -> None:
    with pytest.raises(Refused) as caught:
        open_in_child("archive", BOMB)
    assert caught.value.code == "archive_swells"
