"""One file through its loader: what kind, which loader, title, language. Runs inside the child process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath
from typing import Any

from knowledge.documents.builder import Builder, Warn
from knowledge.documents.cleaning import one_line
from knowledge.documents.legible import has_words, is_legible
from knowledge.documents.refusal import DocumentRefused, NotAText, Refusal, not_a_text
from knowledge.documents.sniff import FileKind, sniff
from knowledge.language import detect_document
from knowledge.types import ElementKind

Loader = Callable[[bytes, Builder], None]

_OF_TEXT = (FileKind.TXT, FileKind.MARKDOWN, FileKind.CSV, FileKind.HTML)

_SUFFIXES = {
    FileKind.PDF: {".pdf"},
    FileKind.DOCX: {".docx", ".docm"},
    FileKind.XLSX: {".xlsx", ".xlsm"},
    FileKind.XLS: {".xls"},
    FileKind.HTML: {".html", ".htm", ".xhtml", ".mhtml", ".mht", ".txt", ".md"},
    FileKind.IMAGE: {".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp"},
    FileKind.TXT: {".txt", ".text", "", ".log", ".rst"},
}


def read(data: bytes, filename: str, figures: dict[str, Any]) -> dict[str, Any]:
    """Read a file into the parts of a `LoadedDocument`, ready for JSON; raises `DocumentRefused`."""
    builder = _read(data, filename, figures)
    return {
        "title": _title(builder, filename),
        "elements": [[e.kind, e.text, e.level, e.page] for e in builder.elements],
        "language": detect_document(" ".join(element.text for element in builder.elements[:400])),
        "pages": builder.pages,
        "warnings": builder.warnings,
    }


def _read(data: bytes, filename: str, figures: dict[str, Any]) -> Builder:
    kind = sniff(data, filename)
    builder = Builder(
        figures["elements"],
        figures["characters"],
        soft_cpu=figures["soft_cpu_seconds"],
        soft_wall=figures["soft_wall_seconds"],
    )
    suffix = PurePath(filename).suffix.lower()
    if suffix not in _SUFFIXES.get(kind, {suffix}):
        builder.warn(Warn.MISNAMED, f"{suffix or filename} → {kind}")
    try:
        _loader(kind)(data, builder)
        _require_words(builder, kind)
    except NotAText:
        raise not_a_text(filename) from None
    return builder


def _require_words(builder: Builder, kind: FileKind) -> None:
    """Raises `DocumentRefused` where nothing was read, `NotAText` where nobody could read it."""
    body = "\n".join(element.text for element in builder.elements)
    legible = is_legible(body)
    if body.strip() and not legible and kind in _OF_TEXT:
        raise NotAText
    if not legible or not has_words(body):
        raise DocumentRefused(Refusal.NO_TEXT, hidden="; ".join(builder.warnings)[:300])


def _loader(kind: FileKind) -> Loader:
    """Imported one by one: a text file must not wait for the PDF library."""
    if kind is FileKind.PDF:
        from knowledge.documents.pdf import load_pdf as loader
    elif kind is FileKind.DOCX:
        from knowledge.documents.word import load_docx as loader
    elif kind is FileKind.XLSX:
        from knowledge.documents.xlsx import load_xlsx as loader
    elif kind is FileKind.XLS:
        from knowledge.documents.xlsx import load_xls as loader
    elif kind is FileKind.HTML:
        from knowledge.documents.html import load_html as loader
    elif kind is FileKind.MARKDOWN:
        from knowledge.documents.markdown import load_markdown as loader
    elif kind is FileKind.CSV:
        from knowledge.documents.csvfile import load_csv as loader
    elif kind is FileKind.IMAGE:
        from knowledge.documents.ocr import load_image as loader
    else:
        from knowledge.documents.text import load_text as loader
    return loader


def _title(builder: Builder, filename: str) -> str:
    """The file's own title; else its first top heading; else a first short line; else its name."""
    if len(own := one_line(builder.title)) > 2:
        return own[:200]
    headings = [e for e in builder.elements if e.kind is ElementKind.HEADING]
    if headings:
        top = min(e.level for e in headings)
        return next(e.text for e in headings if e.level == top)[:200]
    first = builder.elements[0]
    if first.kind is ElementKind.PARAGRAPH and len(first.text) <= 90:
        return first.text
    stem = PurePath(filename).stem.replace("_", " ").replace("-", " ").strip()
    return stem[:1].upper() + stem[1:] or first.text[:90]
