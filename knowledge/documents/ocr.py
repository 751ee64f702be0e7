"""Scans: read by Debian's tesseract where it is installed."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from typing import Any

from knowledge.documents.builder import Builder, Warn
from knowledge.documents.refusal import DocumentRefused, Refusal
from knowledge.documents.text import add_block

_PIXELS_MOST = 40_000_000
_PAGE_SECONDS = 8
_WANTED = ("eng", "chi_sim", "swa", "hin", "spa", "fra")


def available() -> bool:
    """Whether tesseract is installed."""
    return shutil.which("tesseract") is not None


def recognise(picture: Any) -> str:
    """The text in a PIL picture; empty when tesseract fails or takes too long."""
    program = shutil.which("tesseract")
    if program is None:
        return ""
    page = io.BytesIO()
    picture.convert("L").save(page, "PNG")
    command = [program, "stdin", "stdout", "-l", "+".join(_languages(program))]
    try:
        done = subprocess.run(  # noqa: S603 - a fixed program; the picture goes in by standard input
            command, input=page.getvalue(), capture_output=True, timeout=_PAGE_SECONDS, check=False
        )
    except (subprocess.TimeoutExpired, OSError):
        return ""
    return done.stdout.decode("utf-8", "replace")


def _languages(program: str) -> list[str]:
    listed = subprocess.run(  # noqa: S603
        [program, "--list-langs"], capture_output=True, timeout=_PAGE_SECONDS, check=False
    )
    installed = set(listed.stdout.decode("utf-8", "replace").split())
    return [language for language in _WANTED if language in installed] or ["eng"]


def add_recognised(text: str, builder: Builder, page: int | None) -> bool:
    """Put recognised text into the document, headings and lists by their looks; False when there is none."""
    blocks = [part for part in re.split(r"\n\s*\n", text) if sum(map(str.isalnum, part)) > 1]
    for block in blocks:
        add_block(block, builder, page)
    return bool(blocks)


def load_image(data: bytes, builder: Builder) -> None:
    """A photographed or scanned page."""
    from PIL import Image, UnidentifiedImageError

    Image.MAX_IMAGE_PIXELS = None  # our own check below refuses with a code instead of a warning
    try:
        picture = Image.open(io.BytesIO(data))
    except (UnidentifiedImageError, OSError, ValueError) as error:
        raise DocumentRefused(Refusal.DAMAGED, detail="not a readable picture") from error
    if picture.width * picture.height > _PIXELS_MOST:
        raise DocumentRefused(Refusal.BOMB, detail=f"{picture.width} × {picture.height} pixels")
    if not available():
        raise DocumentRefused(Refusal.SCAN)
    builder.pages = 1
    if not add_recognised(recognise(picture), builder, 1):
        raise DocumentRefused(Refusal.NO_TEXT)
    builder.warn(Warn.OCR, "1")
