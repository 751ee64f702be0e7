"""Submissions: XForm instance XML and nested JSON. The CSV tables are in `csv_export.py`."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from intake.forms.answers import ILLEGAL
from intake.forms.model import Field
from intake.forms.xpath import Kind, Node
from intake.forms.xpath.functions.texts import new_uuid
from intake.forms.xpath.tree import PREFIXES

if TYPE_CHECKING:
    from intake.forms.form import Form
    from intake.forms.state import State

ORX = PREFIXES["orx"]
XFORMS = "http://www.w3.org/2002/xforms"
_NUMBERS = frozenset({"int", "integer", "long", "decimal"})
INSTANCE_ID = "instanceID"


def xml(state: State, _now: datetime) -> str:
    """The instance document: relevant nodes only, with form id, version and instanceID."""
    from lxml import etree

    root = _element(state.root, None, state.form)
    _ensure_instance_id(root, state)
    for inner in root.iter():
        etree.cleanup_namespaces(inner, keep_ns_prefixes=["orx", "jr", "odk", "entities"])
    return etree.tostring(root, encoding="unicode")


def _element(node: Node, parent: Any, form: Form) -> Any:
    from lxml import etree

    name = tag(node)
    spaces = {
        prefix: uri for prefix, uri in form.namespaces.items() if prefix in ("orx", "jr", "odk", "entities")
    }
    if parent is None:
        plain: dict[str | None, str] = {None: node.uri} if "{" in name else {}
        element = etree.Element(name, nsmap={**plain, "orx": ORX, **spaces})  # type: ignore[dict-item]
    else:
        element = etree.SubElement(parent, name)
    for attribute in node.attributes:
        element.set(tag(attribute), _writable(attribute.text))
    if node.definition is not None and node.definition.leaf:
        element.text = _writable(node.text) or None
    for child in node.children:
        if child.relevant and child.kind is Kind.ELEMENT:
            _element(child, element, form)
    return element


def _writable(text: str) -> str:
    """No answer holds a character that XML lacks, but a form may calculate one; that must not stop a submission."""
    return ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", text)


def tag(node: Node) -> str:
    """The name in Clark notation.

    A namespace that cannot be written so is left out, and so is that of XForms itself: the form's own document has it
    as its default, a submission has none (as ODK Collect and Web Forms hand it in).
    """
    plain = not node.uri or node.uri == XFORMS or "}" in node.uri
    return node.name if plain else f"{{{node.uri}}}{node.name}"


def _ensure_instance_id(root: Any, state: State) -> None:
    """Servers tell submissions apart by `meta/instanceID`."""
    from lxml import etree

    found = [element for element in root.iter() if etree.QName(element).localname == INSTANCE_ID]
    if found:
        if not found[0].text:
            found[0].text = instance_id(state)
        return
    meta = next((element for element in root if etree.QName(element).localname == "meta"), None)
    if meta is None:
        meta = etree.SubElement(root, f"{{{ORX}}}meta")
    etree.SubElement(meta, f"{{{ORX}}}{INSTANCE_ID}").text = instance_id(state)


def instance_id(state: State) -> str:
    """The id of this instance; one is made, once, when the form has no field for it."""
    memory = state.once.setdefault("/", {})
    if INSTANCE_ID not in memory:
        memory[INSTANCE_ID] = f"uuid:{new_uuid(state.environment.random)}"
    return memory[INSTANCE_ID]


def nested(state: State) -> dict[str, Any]:
    """Groups as objects, repeats as lists, multiple choices as lists; empty answers are null."""
    return {
        "form_id": state.form.id,
        "form_version": state.form.version,
        state.root.name: _object(state.root),
    }


def _object(node: Node) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for child in node.elements():
        if not child.relevant:
            continue
        field: Field = child.definition
        value = _value(child, field) if field.leaf else _object(child)
        if field.repeat is not None:
            found.setdefault(field.name, []).append(value)
        else:
            found[field.name] = value
    return found


def _value(node: Node, field: Field) -> Any:
    if not node.text:
        return None
    if field.control is not None and field.control.kind in ("select_multiple", "rank"):
        return node.text.split()
    if field.bind.type in _NUMBERS:
        return _number(node.text)
    return node.text


def _number(text: str) -> int | float | str:
    try:
        return int(text)
    except ValueError:
        pass
    try:
        number = float(text)
    except ValueError:
        return text
    return number if math.isfinite(number) else text


def attachments(state: State) -> Mapping[str, str]:
    """File names of uploads by path: what to send along with the XML."""
    from intake.forms.tree import leaves

    media = ("image", "audio", "video", "file")
    return {
        state.path(node): node.text
        for node in leaves(state.root)
        if node.text and node.definition.control is not None and node.definition.control.kind in media
    }
