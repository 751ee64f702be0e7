"""Within the child: what a zipped paper holds, and that it swells to no more than a paper may."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from typing import Any

from intake.errors import Refused

MAIN_PARTS = ("word/document.xml", "xl/workbook.xml")
MACROS = re.compile(r"vbaProject|(^|/)Basic/|\.(exe|js|vbs|bat|cmd|scr)$", re.IGNORECASE)
MEGABYTE = 1024 * 1024
SWOLLEN = "archive_swells"


@dataclass(frozen=True, slots=True)
class Most:
    """Caps on one zipped paper; those of Office hold some dozens of parts and swell ten- to thirtyfold."""

    unpacked: int = 150 * MEGABYTE
    ratio: int = 150
    small: int = 4 * MEGABYTE  # up to here no ratio does harm
    parts: int = 3000
    depth: int = 1  # a workbook within a letter; nothing within that


MOST = Most()
_ZIP, _GZIP = b"PK\x03\x04", b"\x1f\x8b"
_HEADER, _PIECE = 30, 256 * 1024


def looked_into(data: bytes, most: Most = MOST) -> dict[str, Any]:
    """Its main part, if it has one we know, and whether anything in it may run. Raises `Refused`: "archive_swells".

    Every part is unpacked, a piece at a time and none of it kept, until one limit is passed: what an archive
    says of its sizes is a stranger's word.
    """
    names = _Reader(most, len(data)).read(data)
    return {
        "main": next((name for name in names if name in MAIN_PARTS), None),
        "runs": any(MACROS.search(name) for name in names),
    }


class _Reader:
    """Counts over the whole of an archive, those within it included."""

    def __init__(self, most: Most, packed: int) -> None:
        self._most = most
        self._allowed = min(most.unpacked, max(most.small, packed * most.ratio))
        self._unpacked = self._parts = 0

    def read(self, data: bytes, depth: int = 0) -> list[str]:
        if depth > self._most.depth:
            raise Refused(SWOLLEN, depth=depth)
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
        self._parts += len(entries)
        said = sum(entry.file_size for entry in entries)
        if self._parts > self._most.parts or self._unpacked + said > self._allowed:
            raise Refused(SWOLLEN, parts=self._parts, unpacked=self._unpacked + said)
        for entry in entries:
            self._part(data, entry, depth)
        return [entry.filename for entry in entries]

    def _part(self, data: bytes, entry: zipfile.ZipInfo, depth: int) -> None:
        packed = _packed(data, entry)
        if entry.compress_type == zipfile.ZIP_STORED:
            self._count(len(packed))
            inner = packed
        elif entry.compress_type == zipfile.ZIP_DEFLATED:
            inner = self._inflated(packed, -zlib.MAX_WBITS)
        else:
            raise Refused(SWOLLEN, method=entry.compress_type)
        if inner.startswith(_ZIP):
            self.read(inner, depth + 1)
        elif inner.startswith(_GZIP):
            self._inflated(inner, zlib.MAX_WBITS | 16)

    def _inflated(self, packed: bytes, bits: int) -> bytes:
        """The content if it is an archive itself, else its beginning; counted to its end either way."""
        unpacker, kept = zlib.decompressobj(bits), bytearray()
        rest = packed
        while rest and not unpacker.eof:
            piece = unpacker.decompress(rest, _PIECE)
            rest = unpacker.unconsumed_tail
            self._count(len(piece))
            if len(kept) < len(_ZIP) or kept.startswith((_ZIP, _GZIP)):
                kept += piece
        return bytes(kept)

    def _count(self, size: int) -> None:
        self._unpacked += size
        if self._unpacked > self._allowed:
            raise Refused(SWOLLEN, unpacked=self._unpacked)


def _packed(data: bytes, entry: zipfile.ZipInfo) -> bytes:
    """The bytes of a part as they lie there: behind its own header, whose name and extra field tell their lengths."""
    at = entry.header_offset
    name, extra = (int.from_bytes(data[at + place : at + place + 2], "little") for place in (26, 28))
    begin = at + _HEADER + name + extra
    return data[begin : begin + entry.compress_size]
