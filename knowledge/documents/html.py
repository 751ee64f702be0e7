"""HTML and saved web pages: what a reader sees, in order; scripts dropped, hidden text reported."""

from __future__ import annotations

import email
import email.policy
import re
from typing import Any

from lxml import etree, html

from knowledge.documents.builder import Builder, Warn
from knowledge.documents.charset import decode
from knowledge.documents.cleaning import one_line
from knowledge.documents.footnotes import footnote_mark, marked
from knowledge.documents.hiding import StyleSheets, hides, is_white, paints, whitens
from knowledge.documents.refusal import DocumentRefused, Refusal
from knowledge.documents.tables import Across

_DROPPED = frozenset(
    """script style noscript template head nav iframe object embed svg canvas audio video map button select
    option input textarea dialog math link meta base""".split()  # noqa: SIM905 - thirty quoted words read worse
)
_STRUCK = frozenset(("del", "s", "strike"))
# What a web site puts around every page; a word of policy is not looked for there.
_AROUND = re.compile(
    r"(?:^|[-_\s])(?:cookies?|consent|gdpr|breadcrumbs?|skip(?:-?link|-?nav|-?to)?|share|social|newsletter|related|"
    r"sidebar|navbar|nav|menu|pagination|popup|modal)(?:$|[-_\s])",
    re.IGNORECASE,
)
_AROUND_ROLES = frozenset(("navigation", "banner", "search", "dialog", "alertdialog", "menu", "menubar"))
_LEGAL = re.compile(
    r"©|copyright|privacy|cookie|imprint|all rights reserved|版权|隐私|haki zote", re.IGNORECASE
)
_FOOTER_MOST = 400
_BLOCKS = frozenset(
    """p div section article main header footer aside blockquote pre address figure figcaption ul ol dl dt dd li
    h1 h2 h3 h4 h5 h6 hr table tr td th thead tbody tfoot caption details summary fieldset form center
    body""".split()  # noqa: SIM905
)
_META_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_SPAN_MOST = 50
Node = Any  # lxml ships no types for its elements


def load_html(data: bytes, builder: Builder) -> None:
    """Read a page; `main` or `article` alone where the page marks its content so."""
    if _is_mhtml(data):
        data = _page_of_mhtml(data)
    declared = _META_CHARSET.search(data[:2048])
    load_markup(decode(data, builder, declared.group(1).decode() if declared else None), builder)


def load_markup(markup: str, builder: Builder) -> None:
    """Read HTML that is already text."""
    markup = re.sub(r"^\s*<\?xml[^>]*\?>", "", markup.replace("\x00", ""))
    parser = html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = html.document_fromstring(markup or " ", parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise DocumentRefused(Refusal.NO_TEXT) from error
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        builder.warn(Warn.SHORTENED, "nested too deeply")
    title = root.find(".//title")
    if title is not None and title.text and not builder.title:
        builder.title = title.text
    _Walk(root, builder).read(_content(root))


def _is_mhtml(data: bytes) -> bool:
    return b"multipart/related" in data[:4096].lower() and b"mime-version" in data[:4096].lower()


def _page_of_mhtml(data: bytes) -> bytes:
    """The HTML part of a page a browser saved as one file."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            return payload if isinstance(payload, bytes) else b""
    raise DocumentRefused(Refusal.NO_TEXT)


def _content(root: Node) -> Node:
    marked = root.xpath("//main | //*[@role='main']") or root.xpath("//article")
    if len(marked) == 1 and len(marked[0].text_content().strip()) > 200:
        return marked[0]
    body = root.find("body")
    return root if body is None else body


class _Walk:
    """One pass over the tree without recursion: hostile pages nest a hundred thousand deep."""

    def __init__(self, root: Node, builder: Builder) -> None:
        self._builder = builder
        self._sheets = StyleSheets(root)
        self._buffer: list[str] = []
        self._headings: list[int] = []
        self._lists = 0
        self._items = 0
        self._term = ""  # of a list of words and what they mean

    def read(self, content: Node) -> None:
        walk = etree.iterwalk(content, events=("start", "end"))
        skipped: Node = None
        for event, node in walk:
            if event == "start":
                if self._enter(node):
                    walk.skip_subtree()
                    skipped = node
            else:
                if node is not skipped:
                    self._leave(node)
                skipped = None
                if node is not content:
                    self._buffer.append(node.tail or "")
        self._flush()

    def _enter(self, node: Node) -> bool:
        """Open an element; True when what is inside has been dealt with."""
        tag = _tag(node)
        if tag in _DROPPED or _is_around(node, tag):
            return True
        if tag in _STRUCK or self._hidden(node, tag):
            self._builder.hidden(node.text_content())
            return True
        if tag == "sup":
            text = marked("".join(self._buffer), node.text_content())
            self._buffer[:] = [text]
            return True
        if tag in _BLOCKS:
            self._flush()
        if tag == "table" and not _is_layout(node):
            self._builder.table(self._rows(node))
            return True
        self._headings += [int(tag[1])] if _is_heading(tag) else []
        self._lists += tag in ("ul", "ol", "dl")
        self._items += tag in ("li", "dd")
        if tag == "dd" and self._term:
            self._buffer.append(f"{self._term}: ")
            self._term = ""
        self._buffer.append("\n" if tag == "br" else node.text or "")
        return False

    def _leave(self, node: Node) -> None:
        tag = _tag(node)
        if tag == "dt":
            self._term = one_line("".join(self._buffer)).rstrip(":：")
            self._buffer.clear()
        if tag in _BLOCKS:
            self._flush()
        self._lists -= tag in ("ul", "ol", "dl")
        self._items -= tag in ("li", "dd")
        if _is_heading(tag):
            self._headings.pop()

    def _flush(self) -> None:
        text = re.sub(r"\s*\n\s*", " ", "".join(self._buffer))
        self._buffer.clear()
        if not text.strip():
            return
        if self._headings:
            self._builder.heading(text, self._headings[-1])
        elif self._items:
            self._builder.list_item(text, max(1, self._lists))
        else:
            self._builder.paragraph(text)

    def _hidden(self, node: Node, tag: str) -> bool:
        style = node.get("style") or ""
        if "hidden" in node.attrib or hides(style) or node in self._sheets.hiding or self._sheets.loses(node):
            return True
        white = whitens(style) or node in self._sheets.white
        if tag == "font" and is_white(node.get("color") or ""):
            white = True
        return white and not self._is_painted(node)

    def _is_painted(self, node: Node) -> bool:
        """Whether a colour lies behind an element: white letters in a dark table header are seen."""
        for above in (node, *node.iterancestors()):
            ground = above.get("bgcolor") or ""
            if (ground and not is_white(ground)) or paints(above.get("style") or ""):
                return True
            if above in self._sheets.painted:
                return True
        return False

    def _rows(self, table: Node) -> list[list[str]]:
        """The cells with their spans filled in, so that every row is as wide as the header."""
        rows: list[list[str]] = []
        carried: dict[int, tuple[str, int]] = {}
        for caption in table.iter("caption"):
            self._builder.paragraph(caption.text_content())
        for line in table.iter("tr"):
            row: list[str] = []
            for cell in line.iterchildren("td", "th"):
                _carry(row, carried)
                text = self._cell(cell)
                for place in range(_span(cell, "colspan")):
                    text = Across(text) if place else text
                    if (down := _span(cell, "rowspan")) > 1:
                        carried[len(row)] = (text, down - 1)
                    row.append(text)
            _carry(row, carried)
            rows.append(row)
        return rows

    def _cell(self, cell: Node) -> str:
        gone: set[Node] = set()  # what stood in an element that has been dealt with
        for node in list(cell.iter()):
            tag = _tag(node)
            if node in gone:
                continue
            if node is not cell and tag and (tag in _STRUCK or self._hidden(node, tag)):
                self._builder.hidden(node.text_content())
                gone.update(_emptied(node))
            elif tag in _DROPPED:
                gone.update(_emptied(node))
            elif tag == "sup":
                mark = footnote_mark(node.text_content(), _before(node))
                gone.update(_emptied(node))
                node.text = mark
            elif tag in ("br", "p", "li", "div"):
                node.tail = " " + (node.tail or "")
        if self._hidden(cell, _tag(cell)):
            self._builder.hidden(cell.text_content())
            return ""
        return str(cell.text_content())


def _emptied(node: Node) -> list[Node]:
    """Takes everything out of an element but what follows it; returns the elements taken out."""
    taken = list(node.iterdescendants())
    node.clear(keep_tail=True)
    return taken


def _is_around(node: Node, tag: str) -> bool:
    """Menus, banners and legal lines of the web site, which a saved page carries along."""
    if (node.get("role") or "").lower() in _AROUND_ROLES:
        return True
    named = f"{node.get('class') or ''} {node.get('id') or ''}"
    if tag not in ("body", "main", "article", "table") and _AROUND.search(named):
        return not any(node.iter("h1", "table"))
    if tag == "footer":
        text = node.text_content()
        return len(text) < _FOOTER_MOST and bool(_LEGAL.search(text))
    return False


def _before(node: Node) -> str:
    """The text right before an element, as far as a footnote's mark needs it."""
    above = node.getprevious()
    if above is not None:
        return str(above.tail or above.text_content() or "")
    return str(node.getparent().text or "")


def _carry(row: list[str], carried: dict[int, tuple[str, int]]) -> None:
    """Cells that reach down from rows above stand before the next own cell."""
    while len(row) in carried:
        text, left = carried.pop(len(row))
        if left > 1:
            carried[len(row)] = (text, left - 1)
        row.append(text)


def _span(cell: Node, name: str) -> int:
    value = (cell.get(name) or "1").strip()
    return max(1, min(int(value), _SPAN_MOST)) if value.isdigit() and len(value) < 5 else 1


def _tag(node: Node) -> str:
    return node.tag.lower() if isinstance(node.tag, str) else ""


def _is_heading(tag: str) -> bool:
    return len(tag) == 2 and tag[0] == "h" and tag[1] in "123456"


def _is_layout(table: Node) -> bool:
    """A table that arranges a page rather than figures."""
    if table.get("role") == "presentation":
        return True
    return any(table.iter("h1", "h2", "h3", "h4")) or sum(1 for _ in table.iter("table")) > 1
