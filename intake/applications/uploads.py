"""Recordings, films and papers: known by their content, never by what they say they are."""

from __future__ import annotations

import io
import re
import zipfile

from intake.applications.photos import prepare_photo
from intake.applications.prepared import MAX_BYTES, Prepared
from intake.errors import Refused
from intake.untrusted import open_in_child

PICTURES = frozenset({"image/jpeg", "image/png", "image/webp"})
OFFICE = "application/vnd.openxmlformats-officedocument."
PAPERS = frozenset(
    {
        "application/pdf",
        "application/rtf",
        "application/msword",
        "application/vnd.ms-excel",
        "application/vnd.ms-powerpoint",
        *(f"{OFFICE}{kind}" for kind in ("wordprocessingml.document", "spreadsheetml.sheet")),
        f"{OFFICE}presentationml.presentation",
        *(f"application/vnd.oasis.opendocument.{kind}" for kind in ("text", "spreadsheet", "presentation")),
    }
)
SWELLS = ("archive_swells", "too_much_memory")
ZIPPED = "application/zip"  # a paper of an office whose parts stand in an unusual order
PARTS = {
    "word/document.xml": (f"{OFFICE}wordprocessingml.document", "docx"),
    "xl/workbook.xml": (f"{OFFICE}spreadsheetml.sheet", "xlsx"),
}
# Where a phone writes the place of a film (ISO 6709): a place is kept only when it is shared on purpose.
FILMED_AT = re.compile(rb"[+-]\d{2}\.\d{3,}[+-]\d{3}\.\d{3,}(?:[+-]\d+(?:\.\d+)?)?/")


def prepare_upload(data: bytes, *, sound: bool = False) -> Prepared:
    """What `data` is, by its content, ready to store; a picture goes through `prepare_photo`.

    `sound`: it was sent as a recording, so a container without a picture track counts as one.
    Raises `Refused`: "file_too_big", "file_kind" (nothing that is kept here), "file_swells" (it unpacks to far more
    than its size), or what `prepare_photo` raises.
    """
    if len(data) > MAX_BYTES:
        raise Refused("file_too_big", size=len(data), max=MAX_BYTES)
    import filetype

    found = filetype.guess(data)
    if found is None:
        return _text(data)
    if found.mime in PICTURES:
        return prepare_photo(data)
    family = found.mime.partition("/")[0]
    if family == "audio" and found.extension != "mid":
        return Prepared(data, found.mime, found.extension)
    if family == "video":
        return _film(data, found.mime, found.extension, sound=sound)
    return _paper(data, found.mime, found.extension)


def _film(data: bytes, media_type: str, ending: str, *, sound: bool) -> Prepared:
    if sound:
        return Prepared(data, f"audio/{media_type.partition('/')[2]}", "m4a" if ending == "mp4" else ending)
    return Prepared(FILMED_AT.sub(lambda match: re.sub(rb"\d", b"0", match[0]), data), media_type, ending)


def _paper(data: bytes, media_type: str, ending: str) -> Prepared:
    if media_type not in PAPERS and media_type != ZIPPED:
        raise Refused("file_kind", found=media_type)
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return _kept(data, media_type, ending)
    try:
        inside = open_in_child("archive", data).facts
    except Refused as refused:
        if refused.code in SWELLS:
            raise Refused("file_swells", **refused.facts) from None
        raise Refused("file_kind", found="zip") from None
    if inside["runs"]:
        raise Refused("file_kind", found=media_type)
    if media_type == ZIPPED:
        media_type, ending = PARTS.get(inside["main"], (ZIPPED, ending))
    return _kept(data, media_type, ending)


def _kept(data: bytes, media_type: str, ending: str) -> Prepared:
    if media_type == ZIPPED:
        raise Refused("file_kind", found=media_type)
    return Prepared(data, media_type, ending)


def _text(data: bytes) -> Prepared:
    """Plain text, for nothing else is without a mark of its kind."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused("file_kind", found="unknown") from None
    if not text.strip() or re.search(r"[\x00-\x08\x0b\x0e-\x1f]", text):
        raise Refused("file_kind", found="unknown")
    return Prepared(data, "text/plain", "txt")
