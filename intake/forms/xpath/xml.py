"""XML in and out of the expression tree; what comes in is untrusted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from intake.forms.xpath.errors import ExpressionError
from intake.forms.xpath.tree import Kind, Node

MAX_BYTES = 32 * 1024 * 1024


class XmlError(ExpressionError):
    """The text is not well-formed XML, is too large, or defines entities."""


def parse_element(data: str | bytes) -> Any:
    """The lxml root element of `data`: no entities, no network, no more than `MAX_BYTES`."""
    from lxml import etree

    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    if len(raw) > MAX_BYTES:
        raise XmlError(f"the XML has {len(raw)} bytes; at most {MAX_BYTES} are read")
    raw = raw.lstrip(b"\xef\xbb\xbf \t\r\n")
    if b"<!ENTITY" in raw:
        raise XmlError("the XML defines entities, which are not read")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_blank_text=False
    )
    try:
        return etree.fromstring(_declared_utf8(raw, isinstance(data, str)), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise XmlError(f"not well-formed XML: {error}") from None


def _declared_utf8(raw: bytes, was_text: bool) -> bytes:
    """Text is UTF-8 whatever its declaration says."""
    if was_text and raw.startswith(b"<?xml"):
        return raw[raw.index(b"?>") + 2 :].lstrip()
    return raw


def document(data: str | bytes) -> Node:
    """The whole document as a tree, white space kept."""
    element = parse_element(data)
    root = Node(Kind.ROOT)
    first = element
    while first.getprevious() is not None:
        first = first.getprevious()
    while first is not None:
        child = convert(first)
        if child is not None:
            root.append(child)
        first = first.getnext()
    return root


def convert(element: Any, *, blanks: bool = True) -> Node | None:
    """An lxml element, comment or instruction with everything below; `blanks=False` drops white space between."""
    if not isinstance(element.tag, str):
        return _unnamed(element)
    node = named(Kind.ELEMENT, element.tag, element.prefix)
    namespaces = element.nsmap
    node.namespaces = namespaces
    if element.attrib:
        _add_attributes(node, element, namespaces)
    _add_content(node, element, blanks)
    return node


def _unnamed(element: Any) -> Node | None:
    from lxml import etree

    if element.tag is etree.Comment:
        return Node(Kind.COMMENT, text=element.text or "")
    if element.tag is etree.ProcessingInstruction:
        return Node(Kind.INSTRUCTION, element.target, element.text or "")
    return None


def named(kind: Kind, tag: str, prefix: str | None, text: str = "") -> Node:
    uri, _, local = tag[1:].rpartition("}") if tag.startswith("{") else ("", "", tag)
    return Node(kind, local, text, prefix=prefix, uri=uri)


def _add_attributes(node: Node, element: Any, namespaces: Mapping[str | None, str]) -> None:
    prefixes = {uri: prefix for prefix, uri in namespaces.items() if prefix}
    for key, value in element.attrib.items():
        attribute = named(Kind.ATTRIBUTE, key, None, value)
        attribute.prefix = prefixes.get(attribute.uri) if attribute.uri else None
        attribute.parent = node
        node.attributes.append(attribute)


def _add_content(node: Node, element: Any, blanks: bool) -> None:
    if len(element) == 0:
        node.text = (element.text or "") if blanks else (element.text or "").strip()
        return
    _add_text(node, element.text, blanks)
    for child in element:
        converted = convert(child, blanks=blanks)
        if converted is not None and (blanks or converted.kind is Kind.ELEMENT):
            node.append(converted)
        _add_text(node, child.tail, blanks)
    if not blanks and not node.children:
        node.text = "".join(element.itertext()).strip()


def _add_text(node: Node, text: str | None, blanks: bool) -> None:
    if not text or not (blanks or text.strip()):
        return
    node.append(Node(Kind.TEXT, text=text))
