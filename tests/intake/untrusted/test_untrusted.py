"""Law 10: what a stranger's file does while it is opened, it does to a child process with limits."""

from __future__ import annotations

import io
import random
import resource
import struct
import time
import zipfile
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace

import psutil
import pytest
from PIL import Image

from intake.applications import prepare_photo, prepare_upload
from intake.errors import Refused
from intake.untrusted import LIMITS, open_in_child
from intake.untrusted.sandbox import MEGABYTE


def picture(side: int, kind: str = "JPEG", **options: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (side, side), "green").save(out, kind, **options)
    return out.getvalue()


def png(width: int, height: int, body: bytes) -> bytes:
    """A PNG whose header says what it likes."""

    def chunk(kind: bytes, held: bytes) -> bytes:
        return struct.pack(">I", len(held)) + kind + held + struct.pack(">I", zlib.crc32(kind + held))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def noise(side: int) -> bytes:
    out = io.BytesIO()
    Image.frombytes("RGB", (side, side), random.Random(1).randbytes(3 * side * side)).save(out, "JPEG")
    return out.getvalue()


def scans(count: int) -> bytes:
    """A progressive JPEG that says the same thing over and over: few bytes, hours of work."""
    whole = picture(4000, progressive=True)
    starts = [at for at in range(len(whole) - 1) if whole[at : at + 2] == b"\xff\xda"]
    last = whole[starts[-1] : -2]
    return whole[:-2] + last * count + b"\xff\xd9"


def many_names(count: int) -> bytes:
    """A zip that lists its one file again and again."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
        archive.filelist.extend(archive.filelist * count)
    return out.getvalue()


HOSTILE = {
    "a bomb that says so": lambda: png(60_000, 60_000, zlib.compress(bytes(1000))),
    "a bomb within the limit of pixels": lambda: png(3999, 3999, zlib.compress(bytes(48_000_000), 9)),
    "an image that unpacks to a gigabyte": lambda: png(100, 100, zlib.compress(bytes(1024 * MEGABYTE), 1)),
    "a header that lies of its size": lambda: png(3000, 3000, zlib.compress(bytes(300))),
    "a header whose sum is wrong": lambda: png(30, 30, b"")[:29] + bytes(4),
    "a picture of no width": lambda: png(0, 10, zlib.compress(b"")),
    "a JPEG cut in its middle": lambda: noise(900)[:90_000],
    "a JPEG cut in its header": lambda: noise(900)[:300],
    "a JPEG of a thousand scans": lambda: scans(1000),
    "a JPEG that is no JPEG": lambda: b"\xff\xd8\xff\xe0" + random.Random(2).randbytes(50_000),
    "a progressive JPEG of the most pixels": lambda: picture(8000, progressive=True, subsampling=0),
    "text after a hundred million commas": lambda: b"\xff\xd8\xff" + b"," * 19_000_000,
}
LONG = ("a JPEG of a thousand scans",)


def readers() -> list[psutil.Process]:
    """The children of ours that open something."""
    return [child for child in psutil.Process().children() if "intake.untrusted.child" in child.cmdline()]


@contextmanager
def watched(most_megabytes: int) -> Iterator[None]:
    """Fails when our own process grows, or a child is left behind."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    yield
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024 < most_megabytes
    assert readers() == []


@pytest.mark.parametrize(
    "kind", [pytest.param(kind, marks=pytest.mark.slow) if kind in LONG else kind for kind in HOSTILE]
)
def test_a_hostile_picture_ends_in_a_photo_or_a_refusal_and_harms_nobody(kind: str) -> None:
    data = HOSTILE[kind]()
    begun = time.monotonic()
    with watched(50):
        try:
            assert prepare_photo(data).media_type == "image/jpeg"
        except Refused as refused:
            assert refused.code in ("photo_unreadable", "photo_too_many_pixels")
    assert time.monotonic() - begun < 20


def test_a_photo_from_a_phone_comes_through_in_the_same_way() -> None:
    with watched(50):
        photo = prepare_photo(picture(3500))
    assert (photo.width, photo.height) == (1600, 1600)


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        (replace(LIMITS, memory_bytes=50 * MEGABYTE), "too_much_memory"),
        (replace(LIMITS, wall_seconds=0.01), "unreadable"),
        (replace(LIMITS, answer_bytes=100), "unreadable"),
    ],
)
def test_what_goes_over_a_limit_is_refused(limits: object, code: str) -> None:
    with watched(50), pytest.raises(Refused) as refused:
        open_in_child("picture", picture(3900, "PNG"), limits)  # type: ignore[arg-type]
    assert refused.value.code == code


def test_endless_work_is_ended_by_the_processor_limit() -> None:
    data = scans(3000)
    begun = time.monotonic()
    with pytest.raises(Refused):
        open_in_child("picture", data, replace(LIMITS, cpu_seconds=1))
    assert time.monotonic() - begun < LIMITS.wall_seconds


def test_a_paper_with_very_many_names_is_refused_by_the_child() -> None:
    data = many_names(300_000)
    with watched(50), pytest.raises(Refused) as caught:
        prepare_upload(data)
    assert caught.value.code == "file_swells"


def test_the_child_is_told_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    """What breaks a decoder finds no token there."""
    monkeypatch.setenv("VILLAGE_CREDIT_TELEGRAM_TOKEN", "1:secret")
    with ThreadPoolExecutor(1) as apart:
        opening = apart.submit(open_in_child, "picture", scans(1000), LIMITS)
        while not (found := readers()):
            assert not opening.done(), "it was never seen"
        assert "1:secret" not in found[0].environ().values()
        found[0].kill()
        with pytest.raises(Refused):
            opening.result()
