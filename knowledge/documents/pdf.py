"""PDF: page by page into lines and tables, then into headings, paragraphs, lists and whole tables."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from knowledge.documents import ocr
from knowledge.documents.builder import Builder, Warn
from knowledge.documents.limits import LIMITS
from knowledge.documents.pdflayout import Page, PdfTable, lay_out, lines_of
from knowledge.documents.refusal import DocumentRefused, Refusal

_TINY = 1.5
_INVISIBLE_MODE = 3
_UNMAPPED = "(cid:"  # how pdfminer writes a glyph whose font does not say which letter it is
_UNMAPPED_MOST = 10
_CHARS_MOST = 60_000
_WHITE = {(1,), (1, 1, 1), (0, 0, 0, 0)}
_SCAN_IMAGE_SHARE = 0.5
_OCR_DPI = 200
_PIXELS_MOST = 40_000_000


def load_pdf(data: bytes, builder: Builder) -> None:
    """Read a PDF. Pages without text are said so, and recognised where tesseract is installed."""
    import pdfplumber

    _remember_render_mode()
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
    named = title.lower().endswith((".doc", ".docx", ".pdf", ".indd", ".xls", ".xlsx", ".tmp", ".md"))
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

    def page(self, page: Any, number: int) -> Page:
        if self._builder.short_of_time:
            self._builder.warn(Warn.TABLES_AS_TEXT, f"{number}–")
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
        import pypdfium2  # type: ignore[import-untyped]

        result = Page(number, 0.0)
        try:
            text = pypdfium2.PdfDocument(self._data)[number - 1].get_textpage().get_text_range()
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


def read_page(page: Any, number: int) -> Page:
    """The seen lines and the ruled tables of one pdfplumber page."""
    if len(page.chars) > _CHARS_MOST:
        raise DocumentRefused(Refusal.TOO_MUCH_TEXT)
    picture = sum(image["width"] * image["height"] for image in page.images)
    covered = picture > page.width * page.height * _SCAN_IMAGE_SHARE
    hidden = {id(char) for char in page.chars if _is_hidden(char, page, covered)}
    once = _printed_once([char for char in page.chars if not char["text"].startswith(_UNMAPPED)])
    seen = page.filter(
        lambda thing: id(thing) in once and id(thing) not in hidden if _is_char(thing) else True
    )
    result = Page(number, float(page.height), has_picture=bool(page.images))
    result.unmapped = sum(char["text"].startswith(_UNMAPPED) for char in page.chars)
    result.hidden = _texts(page.filter(lambda thing: id(thing) in hidden)) if hidden else []
    found = _ruled_tables(seen)
    for table in found:
        rows = [[cell or "" for cell in row] for row in table.extract()]
        left, top, right, bottom = map(float, table.bbox)
        result.tables.append(PdfTable(rows, top, bottom, left, right))
    boxes = [table.bbox for table in found]
    result.lines = lines_of(_words(seen, boxes), float(page.width))
    return result


def _words(page: Any, boxes: list[tuple[float, float, float, float]]) -> list[dict[str, Any]]:
    words = page.extract_words(
        extra_attrs=["fontname", "size"], use_text_flow=False, keep_blank_chars=False, x_tolerance_ratio=0.15
    )
    return [word for word in words if not any(_inside(word, box) for box in boxes)]


def _inside(word: dict[str, Any], box: tuple[float, float, float, float]) -> bool:
    across, down = (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2
    return bool(box[0] <= across <= box[2] and box[1] <= down <= box[3])


def _ruled_tables(page: Any) -> list[Any]:
    """Tables drawn with lines, of two columns and two rows or more; a framed paragraph is none."""
    if len(page.lines) + len(page.rects) + len(page.curves) < 2:
        return []
    if len(page.edges) > 4000:  # a drawing, not a table; the search is quadratic
        return []
    return [table for table in page.find_tables() if len(table.rows) > 1 and len(table.columns) > 1]


def _is_char(thing: dict[str, Any]) -> bool:
    return bool(thing["object_type"] == "char")


def _printed_once(chars: list[dict[str, Any]]) -> set[int]:
    """Characters without their doubles: some programs print a letter twice to make it bold."""
    first = {(c["text"], round(c["x0"]), round(c["top"]), c["fontname"]): id(c) for c in reversed(chars)}
    return set(first.values())


def _texts(page: Any) -> list[str]:
    return [text for text in (page.extract_text() or "").split("\n") if text.strip()]


def _is_hidden(char: dict[str, Any], page: Any, covered: bool) -> bool:
    """Nobody sees it: no size, never painted, off the page, or white with nothing dark behind it.

    Text never painted over a picture of the whole page is the reading layer of a scan: that is text.
    """
    if char["size"] < _TINY:
        return True
    if char.get("render") == _INVISIBLE_MODE:
        return not covered
    if char["x1"] < 0 or char["x0"] > page.width or char["bottom"] < 0 or char["top"] > page.height:
        return True
    colour = char.get("non_stroking_color")
    white = (isinstance(colour, (tuple, list)) and tuple(colour) in _WHITE) or colour == 1
    return bool(white and not covered and not _on_paint(char, page))


def _on_paint(char: dict[str, Any], page: Any) -> bool:
    """Whether a painted box lies behind the character: white letters in a dark table header are seen."""
    across, down = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
    for shape in [*page.rects, *page.curves, *page.images]:
        fill = shape.get("non_stroking_color")
        blank = (isinstance(fill, (tuple, list)) and tuple(fill) in _WHITE) or fill == 1
        painted = shape["object_type"] == "image" or (shape.get("fill") and not blank)
        if painted and shape["x0"] <= across <= shape["x1"] and shape["top"] <= down <= shape["bottom"]:
            return True
    return False


def _remember_render_mode() -> None:
    """pdfminer forgets whether text is painted; carry its render mode into pdfplumber's characters."""
    import pdfminer.converter
    import pdfplumber.page

    device: Any = pdfminer.converter.PDFLayoutAnalyzer
    describer: Any = pdfplumber.page.Page
    if hasattr(device, "keeps_render_mode"):
        return
    paint, describe = device.render_string, describer.process_object

    def render_string(self: Any, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
        marked = graphicstate.copy()
        marked.render = textstate.render
        paint(self, textstate, seq, ncs, marked)

    def process_object(self: Any, thing: Any) -> Any:
        described = describe(self, thing)
        if described["object_type"] == "char":
            described["render"] = getattr(thing.graphicstate, "render", 0)
        return described

    device.render_string = render_string
    device.keeps_render_mode = True
    describer.process_object = process_object


def _report(pages: list[Page], builder: Builder) -> None:
    """What of the document is a scan; a file that is nothing else is refused with that reason."""
    scans = [page for page in pages if page.is_scan]
    unread = [str(page.number) for page in scans if not page.recognised]
    if scans and not builder.elements:
        raise DocumentRefused(Refusal.SCAN if not ocr.available() else Refusal.NO_TEXT)
    if unmapped := [str(page.number) for page in pages if page.unmapped > _UNMAPPED_MOST]:
        builder.warn(Warn.UNREADABLE_FONT, ", ".join(unmapped))
    if unread:
        builder.warn(Warn.SCANNED_PAGES, ", ".join(unread))
    if read := [str(page.number) for page in scans if page.recognised]:
        builder.warn(Warn.OCR, ", ".join(read))
