"""The parts of WordprocessingML the reader knows by name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
Node = Any  # lxml ships no types for its elements

_TRANSPARENT = frozenset(W + name for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"))
_SKIPPED = frozenset(W + name for name in ("del", "moveFrom", "txbxContent", "pict", "instrText")) | {
    MC + "AlternateContent"
}


def blocks(body: Node) -> Iterator[Node]:
    """Paragraphs and tables in order, also those inside content controls; without recursion."""
    waiting = list(reversed(list(body)))
    while waiting:
        node = waiting.pop()
        if node.tag in (W + "p", W + "tbl"):
            yield node
        elif node.tag in _TRANSPARENT:
            waiting.extend(reversed(list(node)))


def runs(paragraph: Node) -> Iterator[Node]:
    """The runs of a paragraph in order, those of links and insertions too."""
    waiting = list(reversed(list(paragraph)))
    while waiting:
        node = waiting.pop()
        if node.tag == W + "r":
            yield node
        elif node.tag not in _SKIPPED and node.tag != W + "pPr":
            waiting.extend(reversed(list(node)))


def boxes(paragraph: Node) -> Iterator[Node]:
    """The text boxes that hang on a paragraph; a box is written twice, once for older programs."""
    for box in paragraph.iter(W + "txbxContent"):
        if not any(above.tag == MC + "Fallback" for above in box.iterancestors()):
            yield box


def value(node: Node, name: str = "val") -> str:
    """An attribute's text; empty where the element or the attribute is not there."""
    return "" if node is None else node.get(W + name) or ""


def whole(node: Node, otherwise: int) -> int:
    """An element's value as a whole number."""
    text = value(node)
    return int(text) if text.isdigit() and len(text) < 6 else otherwise


def is_on(switch: Node) -> bool:
    """Whether a switch like bold or hidden is there and not turned off."""
    return switch is not None and (value(switch) or "true").lower() not in ("false", "0", "off", "none")
