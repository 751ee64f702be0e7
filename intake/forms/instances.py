"""Secondary instances: choice lists in the form, and files beside it (CSV, XML, GeoJSON)."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from intake.forms.xpath import Kind, Node
from intake.forms.xpath.errors import ExpressionError
from intake.forms.xpath.xml import XmlError, convert, parse_element

LAST_SAVED = "__last-saved.xml"  # what was handed in before, among the files a session is given
MAX_BYTES = 64 * 1024 * 1024
_NOT_A_NAME = re.compile(r"[^\w.\-]+")
External = Path | bytes | str | Sequence[Mapping[str, Any]]


class BadExternalFile(ExpressionError):
    """A file beside the form cannot be read."""


def wrap(identifier: str, root: Node | None) -> Node:
    """The `<instance>` node around a secondary instance; its lists are indexed, for they never change."""
    instance = Node(Kind.ELEMENT, "instance")
    identity = Node(Kind.ATTRIBUTE, "id", identifier, parent=instance)
    instance.attributes.append(identity)
    if root is not None:
        instance.append(root)
        _freeze(instance)
    return instance


def _freeze(node: Node) -> None:
    if len(node.children) > 8:
        node.index = {}
    for inner in node.children:
        _freeze(inner)


def internal(element: Any) -> Node:
    """The instance written inside an `<instance>` element of the model."""
    first = next((inner for inner in element if isinstance(inner.tag, str)), None)
    root = None if first is None else convert(first, blanks=False)
    return wrap(element.get("id") or "", root)


def file_name(source: str) -> str:
    """The file a `jr://file-csv/towns.csv` address names; `pulldata('towns.csv', …)` makes it end in .csv twice."""
    name = source.rpartition("/")[2]
    return name.removesuffix(".csv") if name.endswith(".csv.csv") else name


def external(identifier: str, source: str, content: External) -> Node:
    """The instance of a file beside the form, or of rows handed in."""
    if not isinstance(content, Path | bytes | str):
        return wrap(identifier, from_rows(content))
    data = content.read_bytes() if isinstance(content, Path) else content
    raw = data.encode() if isinstance(data, str) else data
    if len(raw) > MAX_BYTES:
        raise BadExternalFile(f"{source} has {len(raw)} bytes; at most {MAX_BYTES} are read")
    return wrap(identifier, _parse(source, raw))


def itemsets(content: External) -> dict[str, Node]:
    """The lists of `itemsets.csv`, by the name in their `list_name` column (select_one_external)."""
    root = next(external("itemsets", "itemsets.csv", content).elements())
    lists: dict[str, Node] = {}
    for item in list(root.elements()):
        name = item.child("list_name")
        inside = lists.setdefault(name.text if name is not None else "", Node(Kind.ELEMENT, "root"))
        inside.append(item)
    return {identifier: wrap(identifier, inside) for identifier, inside in lists.items()}


def _parse(source: str, raw: bytes) -> Node | None:
    name = file_name(source).lower()
    start = raw.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] if "." not in name else b""
    if name.endswith(".csv") or "file-csv" in source or start not in (b"", b"<", b"{"):
        return from_csv(raw, source)
    if name.endswith(".geojson") or start == b"{":
        return from_geojson(raw, source)
    try:
        return convert(parse_element(raw), blanks=False)
    except XmlError as error:
        raise BadExternalFile(f"{source}: {error}") from None


def from_rows(rows: Sequence[Mapping[str, Any]]) -> Node:
    """`<root><item><column>…` of rows by column."""
    root = Node(Kind.ELEMENT, "root")
    for row in rows:
        item = root.append(Node(Kind.ELEMENT, "item"))
        for column, value in row.items():
            item.append(
                Node(
                    Kind.ELEMENT,
                    _NOT_A_NAME.sub("_", str(column).strip()),
                    "" if value is None else str(value),
                )
            )
    return root


def from_csv(raw: bytes, source: str) -> Node:
    text = _decoded(raw, source)
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        header = next(reader, [])
        rows = [
            dict(zip(header, [*row, *[""] * (len(header) - len(row))], strict=False))
            for row in reader
            if any(row)
        ]
    except csv.Error as error:
        raise BadExternalFile(f"{source}: not CSV: {error}") from None
    return from_rows(rows)


def _decoded(raw: bytes, source: str) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise BadExternalFile(f"{source}: the text is not UTF-8")


def from_geojson(raw: bytes, source: str) -> Node:
    """Features as items: geometry in geopoint text, id, and every property."""
    try:
        data = json.loads(raw)
        features = data["features"]
        if data.get("type") != "FeatureCollection":
            raise KeyError("type")
    except (ValueError, KeyError, TypeError, AttributeError):
        raise BadExternalFile(f"{source}: not a GeoJSON FeatureCollection") from None
    return from_rows([_feature(feature) for feature in features if isinstance(feature, dict)])


def _feature(feature: Mapping[str, Any]) -> dict[str, Any]:
    row: dict[str, Any] = {"geometry": _geometry(feature.get("geometry") or {})}
    row.update(feature.get("properties") or {})
    if "id" in feature:
        row["id"] = feature["id"]
    return row


def _geometry(geometry: Mapping[str, Any]) -> str:
    """GeoJSON writes longitude first, forms latitude."""
    points = geometry.get("coordinates") or []
    kind = geometry.get("type")
    if kind == "Point":
        points = [points]
    elif kind == "Polygon":
        points = points[0] if points else []
    try:
        return (
            "; ".join(f"{point[1]} {point[0]} 0 0" for point in points)
            if kind != "Point"
            else f"{points[0][1]} {points[0][0]} 0 0"
        )
    except (IndexError, TypeError, KeyError):
        return ""
