"""What a file is, by its bytes and never by its name; and whether an archive is safe to open."""

from __future__ import annotations

import io
import zipfile
from enum import StrEnum
from pathlib import PurePath

from knowledge.documents.limits import LIMITS, Limits
from knowledge.documents.refusal import DocumentRefused, Refusal, not_a_text


class FileKind(StrEnum):
    """The kinds of file we read."""

    MARKDOWN = "markdown"
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    XLS = "xls"
    CSV = "csv"
    TXT = "txt"
    IMAGE = "image"


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_WORKBOOK = "Workbook".encode("utf-16-le")
_IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")
_BMP_HEADERS = (12, 40, 52, 56, 64, 108, 124)  # lengths of what follows a BMP's first 14 bytes
_UNREAD = {
    b"\x1f\x8b": "a gzip archive",
    b"{\\rtf": "a rich-text (RTF) file",
    b"7z\xbc\xaf": "a 7-Zip archive",
    b"Rar!\x1a\x07": "a RAR archive",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
    b"OggS\x00": "a sound",
    b"GIF87a": "a GIF picture",
    b"GIF89a": "a GIF picture",
    b"ID3\x02": "a sound",
    b"ID3\x03": "a sound",
    b"ID3\x04": "a sound",
    b"SQLite format 3\x00": "a database",
    b"%!PS": "a PostScript file",
}
_TEXT_KINDS = {
    ".md": FileKind.MARKDOWN,
    ".markdown": FileKind.MARKDOWN,
    ".csv": FileKind.CSV,
    ".tsv": FileKind.CSV,
    ".htm": FileKind.HTML,
    ".html": FileKind.HTML,
    ".xhtml": FileKind.HTML,
}
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def sniff(data: bytes, filename: str, limits: Limits = LIMITS) -> FileKind:
    """Say what `data` is, or raise `DocumentRefused`. The name decides only between kinds of plain text."""
    if not data.strip(b"\x00 \t\r\n"):
        raise DocumentRefused(Refusal.EMPTY)
    if b"%PDF-" in data[:1024]:
        return FileKind.PDF
    if data.startswith(b"PK\x03\x04") or data.startswith(b"PK\x05\x06"):
        return _inside_zip(data, limits)
    if data.startswith(_OLE):
        return _inside_ole(data)
    for magic, found in _UNREAD.items():
        if data.startswith(magic):
            raise DocumentRefused(Refusal.UNKNOWN_TYPE, found=found)
    if data.startswith(_IMAGES) or _is_bmp(data):
        return FileKind.IMAGE
    return _text_kind(data, filename)


def _is_bmp(data: bytes) -> bool:
    """Two letters alone would take "BMI rules" for a picture."""
    return data.startswith(b"BM") and int.from_bytes(data[14:18], "little") in _BMP_HEADERS


def _inside_ole(data: bytes) -> FileKind:
    if _ENCRYPTED_PACKAGE in data:
        raise DocumentRefused(Refusal.ENCRYPTED)
    if _WORKBOOK in data:
        return FileKind.XLS
    raise DocumentRefused(Refusal.UNKNOWN_TYPE, found="an old Office file; save it as DOCX or XLSX")


def _inside_zip(data: bytes, limits: Limits) -> FileKind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            check_archive(entries, len(data), limits)
            names = {entry.filename for entry in entries}
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError, EOFError) as error:
        raise DocumentRefused(Refusal.DAMAGED, detail="the archive cannot be opened") from error
    if "word/document.xml" in names:
        return FileKind.DOCX
    if "xl/workbook.xml" in names:
        return FileKind.XLSX
    if not names:
        raise DocumentRefused(Refusal.EMPTY)
    if "[Content_Types].xml" in names:
        raise DocumentRefused(Refusal.UNKNOWN_TYPE, found="an Office file without a document or a workbook")
    raise DocumentRefused(Refusal.UNKNOWN_TYPE, found="a ZIP archive")


def check_archive(entries: list[zipfile.ZipInfo], packed: int, limits: Limits = LIMITS) -> None:
    """Refuse an archive whose table of contents promises too much, before a byte is unpacked."""
    total = sum(entry.file_size for entry in entries)
    if len(entries) > limits.zip_entries:
        raise DocumentRefused(Refusal.BOMB, detail=f"{len(entries)} entries")
    largest = max((entry.file_size for entry in entries), default=0)
    ratio = total / max(packed, 1)
    heavy = total > limits.unpacked_bytes or largest > limits.unpacked_entry_bytes
    if heavy or (ratio > limits.unpack_ratio and total > 4 * 1024 * 1024):
        raise DocumentRefused(Refusal.BOMB, detail=f"{packed} bytes unpack to {total}")
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise DocumentRefused(Refusal.ENCRYPTED)


def _text_kind(data: bytes, filename: str) -> FileKind:
    head = data[:4096]
    if not data.startswith(_BOMS) and _looks_binary(head):
        raise not_a_text(filename)
    plain = head.replace(b"\x00", b"").lower()
    if any(mark in plain for mark in (b"<!doctype html", b"<html", b"<body", b"<head>")):
        return FileKind.HTML
    named = _TEXT_KINDS.get(PurePath(filename).suffix.lower(), FileKind.TXT)
    if named is FileKind.HTML and b"<" not in plain:
        return FileKind.TXT
    return named


def _looks_binary(head: bytes) -> bool:
    """Bytes no text encoding has; NULs at every other place are UTF-16 and pass."""
    odd = sum(byte < 9 or (13 < byte < 32 and byte != 27) for byte in head)
    nuls = head.count(0)
    sixteen = nuls and max(head[::2].count(0), head[1::2].count(0)) == nuls and nuls > len(head) // 5
    return not sixteen and odd > max(3, len(head) * 0.02)
