"""Plain text: headings, lists and tables by their looks."""

from __future__ import annotations

import re
import unicodedata

import regex

from knowledge.documents.builder import Builder
from knowledge.documents.charset import decode
from knowledge.documents.refusal import NotAText

_BULLET = re.compile(
    r"^\s*(?:[-*•‣▪◦·–●○■□➢✓]|\(?[a-z]\)|\(?\d{1,2}\)|\(?[ivx]{1,4}\)|[①-⑳])\s+(?=\S)", re.IGNORECASE
)
NUMBERED = re.compile(
    r"^(?:(?:chapter|section|part|article|annex|appendix|sura(?: ya)?|sehemu(?: ya)?|kiambatisho|capítulo|sección|"
    r"chapitre|article)\s+[\dIVXA-Z]+[.:)]?|第[一二三四五六七八九十百\d]+[章节條条部分]+|[一二三四五六七八九十]+、|\d{1,2}(?:\.\d{1,2}){0,4}[.)]?)\s*(?=\S)",
    re.IGNORECASE,
)
# A mark, a second level or a capital says that a figure numbers its line; in `12 months`, `8 %`, `12 个月` it counts.
_NUMBERS = regex.compile(
    r"\d{1,2}(?:(?:\.\d{1,2}){0,4}[.)．）、](?!\d)|(?:\.\d{1,2}){1,4}\s*\p{Lo}|(?:\.\d{1,2}){0,4}(?:\s*[-–—:])?\s+"
    r"(?:[\p{Lu}\p{Lt}]|(?![个月年天日元户岁万千百亩周次人份期笔])\p{Han}))"
)
_UNDERLINE = re.compile(r"^\s*[=\-~_*]{3,}\s*$")
_STEP = re.compile(r"^\s*\d{1,2}[.)]\s+(?=\S)")
_RULE = re.compile(r"^[\s\-=_+|]{3,}$")
_APART = re.compile(r"\t+|\s{2,}")
HEADING_MOST = 90


def load_text(data: bytes, builder: Builder) -> None:
    """Paragraphs between empty lines; numbered, underlined or capital short lines are headings."""
    text = decode(data, builder)
    if _mostly_unprintable(text):
        raise NotAText
    add_text(text, builder)


def add_text(text: str, builder: Builder) -> None:
    """What is surely a text, whatever its letters."""
    for block in re.split(r"\n\s*\n", text.replace("\r\n", "\n").replace("\r", "\n")):
        add_block(block, builder)


def _mostly_unprintable(text: str) -> bool:
    head = text[:4000]
    odd = sum(
        unicodedata.category(char) in ("Cc", "Co", "Cn") and char not in "\n\r\t\f\x00" for char in head
    )
    return odd > len(head) * 0.1


def add_block(block: str, builder: Builder, page: int | None = None) -> None:
    """What stands between two empty lines, as heading, table, list or paragraph."""
    lines = [line for line in block.split("\n") if line.strip()]
    if table := _aligned_table(lines):
        builder.table(table, page)
        return
    numbered = sum(bool(_STEP.match(line)) for line in lines) > 1  # a list, not headings
    if lines and not numbered and _is_heading(lines):
        builder.heading(lines[0], heading_level(lines[0].strip()), page)
        lines = lines[2:] if len(lines) > 1 and _UNDERLINE.match(lines[1]) else lines[1:]
    paragraph: list[str] = []
    item: list[str] = []
    for line in lines:
        if _UNDERLINE.match(line):
            continue
        bullet = _BULLET.match(line) or (_STEP.match(line) if numbered else None)
        if bullet:
            _flush(paragraph, item, builder, page)
            item.append(line[bullet.end() :])
        elif item and line[:1].isspace():
            item.append(line)
        else:
            _flush([], item, builder, page)
            paragraph.append(line)
    _flush(paragraph, item, builder, page)


def _aligned_table(lines: list[str]) -> list[list[str]]:
    """Lines whose cells stand apart by tabs or several spaces, one number of them, under a header without figures."""
    ruled = [line for line in lines if not _RULE.match(line)]
    rows = [[cell.strip() for cell in _APART.split(line.strip())] for line in ruled]
    width = len(rows[0]) if rows else 0
    if len(rows) < 3 or width < 2 or any(len(row) != width for row in rows):
        return []
    return [] if any(char.isdigit() for cell in rows[0][1:] for char in cell) else rows


def _flush(paragraph: list[str], item: list[str], builder: Builder, page: int | None) -> None:
    builder.paragraph("\n".join(paragraph), page)
    builder.list_item("\n".join(item), page=page)
    paragraph.clear()
    item.clear()


def _is_heading(lines: list[str]) -> bool:
    first = lines[0].strip()
    if len(first) > HEADING_MOST or first.endswith((",", ";", "，", "；")):
        return False
    if len(lines) > 1 and _UNDERLINE.match(lines[1]):
        return True
    alone = len(lines) == 1 and not first.endswith((".", "。", "?", "!", "？", "！", ":", "："))
    if _is_numbered(first) and not first.endswith((".", "。")):
        return alone or len(first) < 60
    return first.isupper() and any(char.isalpha() for char in first) and len(first) > 3


def _is_numbered(line: str) -> bool:
    return bool(NUMBERED.match(line)) and (not line[0].isdigit() or bool(_NUMBERS.match(line)))


def heading_level(text: str) -> int:
    """How deep a numbered heading stands: 2.3.1 is 3; chapters and unnumbered ones are 1."""
    match = re.match(r"^(\d{1,2}(?:\.\d{1,2})*)", text)
    return match.group(1).count(".") + 1 if match else 1
