"""Reads the sample documents with the plain libraries, apart from the product's own loaders."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pypdf
import regex
from bs4 import BeautifulSoup
from docx import Document

ROOT = Path(__file__).resolve().parents[3]
SAMPLES = ROOT / "knowledge/samples"
GOLDEN = ROOT / "tests/golden"


def library() -> list[dict[str, Any]]:
    return tomllib.loads((SAMPLES / "library.toml").read_text())["documents"]


@cache
def text_of(document_id: str) -> str:
    """The document's whole text, tables row by row, cells parted by ' | '."""
    entry = next(entry for entry in library() if entry["id"] == document_id)
    path = SAMPLES / entry["file"]
    readers = {".md": _plain, ".html": _html, ".pdf": _pdf, ".docx": _docx, ".xlsx": _xlsx}
    return readers[path.suffix](path)


@cache
def bare(document_id: str) -> str:
    return bare_text(text_of(document_id))


def bare_text(text: str) -> str:
    """Letters, marks and digits alone, lower case: what is left when page layout and table rules fall away."""
    return regex.sub(r"[^\p{L}\p{M}\p{N}]", "", text.casefold())


def _plain(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _html(path: Path) -> str:
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser").get_text("\n")


def _pdf(path: Path) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


def _docx(path: Path) -> str:
    document = Document(str(path))
    rows = [" | ".join(cell.text for cell in row.cells) for table in document.tables for row in table.rows]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + rows)


def _xlsx(path: Path) -> str:
    book = openpyxl.load_workbook(path)
    return "\n".join(
        " | ".join("" if value is None else str(value) for value in row)
        for sheet in book
        for row in [(sheet.title,), *sheet.iter_rows(values_only=True)]
    )
