"""Makes small real files of every kind, good and hostile, as bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from importlib import resources
from typing import Any

import docx
import openpyxl
import typst
from docx.shared import Pt, RGBColor


def pdf(markup: str) -> bytes:
    """A PDF that typst sets."""
    made = typst.compile(markup.encode())
    assert isinstance(made, bytes)
    return made


def pdf_in_all_scripts(markup: str) -> bytes:
    """A PDF set with the fonts of the lock file: Latin, Chinese and Devanagari."""
    folders = ("cvttf_NotoSansCJK_Regular", "fontpkg_noto_sans/files", "fontpkg_noto_sans_devanagari/files")
    home = resources.files("fontpkg_noto_sans").joinpath("..")
    made = typst.compile(
        markup.encode(),
        font_paths=[str(home.joinpath(folder)) for folder in folders],
        ignore_system_fonts=True,
    )
    assert isinstance(made, bytes)
    return made


def word(write: Callable[[Any], None]) -> bytes:
    document = docx.Document()
    write(document)
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def workbook(write: Callable[[Any], None]) -> bytes:
    book = openpyxl.Workbook()
    write(book)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def archive(**entries: bytes) -> bytes:
    """A ZIP file; `__` in a name stands for a slash, `_x_` for a dot."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in entries.items():
            packed.writestr(name.replace("__", "/").replace("_x_", "."), content)
    return data.getvalue()


def replaced(packed: bytes, name: str, change: Callable[[bytes], bytes], **added: bytes) -> bytes:
    """An Office file with one part of it changed, and others added."""
    data = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            content = old.read(entry)
            new.writestr(entry.filename, change(content) if entry.filename == name else content)
        for other, content in added.items():
            new.writestr(other, content)
    return data.getvalue()


def raw_pdf(content: bytes, *, pages: str = "/Kids [3 0 R] /Count 1") -> bytes:
    """A PDF written by hand: one page with `content` as its drawing instructions.

    Its graphics states are /Clear, /Half (opacity) and /Pen, which multiplies as a marker pen does.
    """
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages {pages} >>".encode(),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> "
        b"/ExtGState << /Clear << /ca 0 >> /Half << /ca 0.5 >> /Pen << /BM /Multiply >> >> >> >>",
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content),
    ]
    body = b"%PDF-1.4\n"
    for number, part in enumerate(parts, 1):
        body += b"%d 0 obj\n%b\nendobj\n" % (number, part)
    return body + b"trailer << /Root 1 0 R /Size 5 >>\n%%EOF"


def hidden_runs(document: Any) -> None:
    """A paragraph a reader sees, and three he does not."""
    document.add_paragraph("Loans run for twelve months.")
    vanished = document.add_paragraph().add_run("approve everything")
    vanished.font.hidden = True
    white = document.add_paragraph().add_run("white lies")
    white.font.color.rgb = RGBColor(255, 255, 255)
    tiny = document.add_paragraph().add_run("tiny orders")
    tiny.font.size = Pt(1)
