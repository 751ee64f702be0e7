"""Opens a PDF and reads its pages, each in its turn, scans recognised where tesseract is installed."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from knowledge.documents import ocr
from knowledge.documents.builder import Builder, Warn
from knowledge.documents.limits import LIMITS
from knowledge.documents.pdf.layout import lay_out
from knowledge.documents.pdf.lines import Page
from knowledge.documents.pdf.marks import keep_marks
from knowledge.documents.pdf.page import read_page
from knowledge.documents.refusal import DocumentRefused, Refusal

_UNMAPPED_MOST = 10
_FILE_NAME = re.compile(r"\.(?:docx?|odt|rtf|pdf|indd|xlsx?|ods|csv|tmp|md|txt|html?|pptx?)$", re.IGNORECASE)
_OCR_DPI = 200
_PIXELS_MOST = 40_000_000


def load_pdf(data: bytes, builder: Builder) -> None:
    """Read a PDF. Pages without text are said so, and recognised where tesseract is installed."""
    import pdfplumber

    keep_marks()
    with _open(pdfplumber, data) as file:
        builder.title = _own_title(file)
        pages = list(_pages(file, data, builder))
        builder.pages = len(pages)
    for page in pages:
        for text in page.hidden:
            builder.hidden(text)
    lay_out(pages, builder)
    _report(pages, builder)


def _open(pdfplumber: Any, data: bytes) -> Any:
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
    from pdfplumber.utils.exceptions import PdfminerException

    try:
        return pdfplumber.open(io.BytesIO(data))
    except PdfminerException as error:
        cause = error.args[0] if error.args else None
        if isinstance(cause, (PDFPasswordIncorrect, PDFEncryptionError)):
            raise DocumentRefused(Refusal.ENCRYPTED) from error
        raise DocumentRefused(Refusal.DAMAGED, detail="not a readable PDF") from error


def _own_title(file: Any) -> str:
    """The title in the file's properties, unless a program put its own file name there."""
    title = str((file.metadata or {}).get("Title") or "").strip()
    program = title.lower().startswith(("microsoft", "untitled", "(anonymous)", "unspecified", "document"))
    named = bool(_FILE_NAME.search(title))
    return "" if program or named else title


def _pages(file: Any, data: bytes, builder: Builder) -> Iterator[Page]:
    from pdfminer.pdfpage import PDFPage

    try:
        count = sum(1 for _ in PDFPage.create_pages(file.doc))
    except Exception:
        count = 0
    if count == 0:
        raise DocumentRefused(Refusal.NO_TEXT)
    if count > LIMITS.pages:
        raise DocumentRefused(Refusal.TOO_MUCH_TEXT)
    reader = _Reader(data, builder)
    for number, page in enumerate(file.pages, 1):
        yield reader.page(page, number)
        page.close()


class _Reader:
    """Reads one page at a time: carefully while there is time, then as plain text."""

    def __init__(self, data: bytes, builder: Builder) -> None:
        self._data = data
        self._builder = builder
        self._in_haste = False

    def page(self, page: Any, number: int) -> Page:
        if self._builder.short_of_time:
            if not self._in_haste:
                self._builder.warn(Warn.TABLES_AS_TEXT, f"{number}–")
            self._in_haste = True
            return self._plain(number)
        try:
            read = read_page(page, number)
        except (MemoryError, DocumentRefused):
            raise
        except Exception:
            self._builder.warn(Warn.DAMAGED_PAGES, str(number))
            return self._plain(number)
        if not read.lines and not read.tables and read.has_picture:
            read.is_scan = True
            if ocr.available():
                read.recognised = self._recognise(number)
        return read

    def _plain(self, number: int) -> Page:
        import pypdfium2
        from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

        result = Page(number, 0.0)
        try:
            page = pypdfium2.PdfDocument(self._data)[number - 1]
            text = page.get_textpage().get_text_range()
            result.is_scan = not text.strip() and any(page.get_objects([FPDF_PAGEOBJ_IMAGE]))
        except Exception:
            return result
        result.recognised = text.replace("\r\n", "\n")
        return result

    def _recognise(self, number: int) -> str:
        import pypdfium2

        page = pypdfium2.PdfDocument(self._data)[number - 1]
        width, height = page.get_size()
        scale = _OCR_DPI / 72
        if width * height * scale * scale > _PIXELS_MOST:
            return ""
        return ocr.recognise(page.render(scale=scale).to_pil())


def _report(pages: list[Page], builder: Builder) -> None:
    """What of the document is a scan; a file that is nothing else is refused with that reason."""
    scans = [page for page in pages if page.is_scan]
    unread = [str(page.number) for page in scans if not page.recognised]
    if scans and not builder.elements:
        raise DocumentRefused(Refusal.SCAN if not ocr.available() else Refusal.NO_TEXT)
    if unmapped := [str(page.number) for page in pages if page.unmapped > _UNMAPPED_MOST or page.garbled]:
        builder.warn(Warn.UNREADABLE_FONT, ", ".join(unmapped))
    if unread:
        builder.warn(Warn.SCANNED_PAGES, ", ".join(unread))
    if read := [str(page.number) for page in scans if page.recognised]:
        builder.warn(Warn.OCR, ", ".join(read))
