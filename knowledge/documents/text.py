"""Plain text and CSV: the right characters first, then headings, lists and tables by their looks."""

from __future__ import annotations

import csv
import re
import unicodedata

from knowledge.documents.builder import Builder, Warn
from knowledge.documents.refusal import DocumentRefused, Refusal

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_BULLET = re.compile(
    r"^\s*(?:[-*•‣▪◦·–●○■□➢✓]|\(?[a-z]\)|\(?\d{1,2}\)|\(?[ivx]{1,4}\)|[①-⑳])\s+(?=\S)", re.IGNORECASE
)
NUMBERED = re.compile(
    r"^(?:(?:chapter|section|part|article|annex|appendix|sura(?: ya)?|sehemu(?: ya)?|kiambatisho|capítulo|sección|"
    r"chapitre|article)\s+[\dIVXA-Z]+[.:)]?|第[一二三四五六七八九十百\d]+[章节條条部分]+|[一二三四五六七八九十]+、|\d{1,2}(?:\.\d{1,2}){0,4}[.)]?)\s*(?=\S)",
    re.IGNORECASE,
)
_UNDERLINE = re.compile(r"^\s*[=\-~_*]{3,}\s*$")
HEADING_MOST = 90


def decode(data: bytes, builder: Builder | None = None, declared: str | None = None) -> str:
    """Bytes to text: byte-order mark, UTF-8, the declared charset, then charset_normalizer's guess."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if sixteen := _without_mark(data):
        return data.decode(sixteen, "replace")
    for encoding in filter(None, ("utf-8", declared)):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return _guess(data, builder)


def _without_mark(data: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of Latin text is zero."""
    head = data[:2000]
    if head[1::2].count(0) > len(head) * 0.3:
        return "utf-16-le"
    return "utf-16-be" if head[::2].count(0) > len(head) * 0.3 else None


def _guess(data: bytes, builder: Builder | None) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:200_000]).best()
    if best is None:
        raise DocumentRefused(Refusal.UNKNOWN_TYPE, found="not a text")
    if builder is not None:
        builder.warn(Warn.GUESSED_CHARSET, best.encoding)
    return data.decode(best.encoding, "replace")


def load_text(data: bytes, builder: Builder) -> None:
    """Paragraphs between empty lines; numbered, underlined or capital short lines are headings."""
    text = decode(data, builder)
    if _mostly_unprintable(text):
        raise DocumentRefused(Refusal.UNKNOWN_TYPE, found="not a text")
    for block in re.split(r"\n\s*\n", text.replace("\r\n", "\n").replace("\r", "\n")):
        _block([line for line in block.split("\n") if line.strip()], builder)


def _mostly_unprintable(text: str) -> bool:
    head = text[:4000]
    odd = sum(
        unicodedata.category(char) in ("Cc", "Co", "Cn") and char not in "\n\r\t\f\x00" for char in head
    )
    return odd > len(head) * 0.1


def _block(lines: list[str], builder: Builder) -> None:
    if lines and _is_heading(lines):
        builder.heading(lines[0], heading_level(lines[0].strip()))
        lines = lines[2:] if len(lines) > 1 and _UNDERLINE.match(lines[1]) else lines[1:]
    paragraph: list[str] = []
    item: list[str] = []
    for line in lines:
        if _UNDERLINE.match(line):
            continue
        bullet = _BULLET.match(line)
        if bullet:
            _flush(paragraph, item, builder)
            item.append(line[bullet.end() :])
        elif item and line[:1].isspace():
            item.append(line)
        else:
            _flush([], item, builder)
            paragraph.append(line)
    _flush(paragraph, item, builder)


def _flush(paragraph: list[str], item: list[str], builder: Builder) -> None:
    builder.paragraph("\n".join(paragraph))
    builder.list_item("\n".join(item))
    paragraph.clear()
    item.clear()


def _is_heading(lines: list[str]) -> bool:
    first = lines[0].strip()
    if len(first) > HEADING_MOST or first.endswith((",", ";", "，", "；")):
        return False
    if len(lines) > 1 and _UNDERLINE.match(lines[1]):
        return True
    alone = len(lines) == 1 and not first.endswith((".", "。", "?", "!", "？", "！", ":", "："))
    if NUMBERED.match(first) and not first.endswith((".", "。")):
        return alone or len(first) < 60
    return first.isupper() and any(char.isalpha() for char in first) and len(first) > 3


def heading_level(text: str) -> int:
    """How deep a numbered heading stands: 2.3.1 is 3; chapters and unnumbered ones are 1."""
    match = re.match(r"^(\d{1,2}(?:\.\d{1,2})*)", text)
    return match.group(1).count(".") + 1 if match else 1


def load_csv(data: bytes, builder: Builder) -> None:
    """A CSV file is one table, its first row the header."""
    text = decode(data, builder).lstrip("\ufeff")
    builder.table(list(csv.reader(text.splitlines(), _dialect(text))))


def _dialect(text: str) -> type[csv.Dialect] | csv.Dialect:
    csv.field_size_limit(1_000_000)
    try:
        return csv.Sniffer().sniff(text[:8192], delimiters=",;\t|")
    except csv.Error:
        return csv.excel
