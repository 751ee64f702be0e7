"""Binds and actions of an XForm: the rules of its fields, and what is set when something happens."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from intake.forms.errors import FaultCode
from intake.forms.model import Action, Bind, Field, Text
from intake.forms.texts import itext_id
from intake.forms.xform import Reading, attributes, local, root_attribute

TYPES = frozenset(
    {"string", "text", "int", "integer", "long", "short", "byte", "unsignedInt", "decimal", "float", "double"}
    | {
        "date",
        "time",
        "dateTime",
        "boolean",
        "select",
        "select1",
        "rank",
        "list",
        "geopoint",
        "geotrace",
        "geoshape",
    }
    | {"barcode", "binary", "base64Binary", "anyURI", "intent"}
)
_INNERMOST = re.compile(r"\[[^\[\]]*\]")
EVENTS = frozenset(
    {
        "odk-instance-first-load",
        "odk-instance-load",
        "odk-new-repeat",
        "xforms-value-changed",
        "xforms-ready",
        "xforms-revalidate",
        "jr-insert",
    }
)


ACTIONS = ("setvalue", "setgeopoint", "recordaudio")


def read_binds(reading: Reading, model: Any) -> None:
    for element in model:
        if local(element) == "bind":
            _read_bind(reading, element, reading.root.path)


def _read_bind(reading: Reading, element: Any, base: str) -> None:
    values = attributes(element)
    path = resolve(values.get("nodeset") or values.get("ref") or "", base)
    for inner in element:
        if local(inner) == "bind":
            _read_bind(reading, inner, path)
    target = reading.fields.get(path) or root_attribute(reading, path)
    if target is None:
        reading.fault(
            FaultCode.DANGLING,
            f"a bind names {path}, which the instance does not have",
            "remove the bind or add the field",
            path=path,
            warning=True,
        )
        return
    if "id" in values:
        reading.binds_by_id[values["id"]] = path
    target.bind = _bind(reading, values, path, target.bind)


def _bind(reading: Reading, values: Mapping[str, str], path: str, known: Bind) -> Bind:
    kind = values.get("type", known.type).rpartition(":")[2]
    if kind not in TYPES:
        reading.fault(
            FaultCode.UNSUPPORTED_TYPE,
            f"type {kind!r} is not supported; it is treated as text",
            "use a type of the XForms specification",
            path=path,
            column="type",
            warning=True,
        )
        kind = "string"
    return Bind(
        type=kind,
        relevant=reading.expression(values.get("relevant"), path, "relevant") or known.relevant,
        required=reading.expression(values.get("required"), path, "required") or known.required,
        readonly=reading.expression(values.get("readonly"), path, "readonly") or known.readonly,
        constraint=reading.expression(values.get("constraint"), path, "constraint") or known.constraint,
        calculate=reading.expression(values.get("calculate"), path, "calculation") or known.calculate,
        constraint_message=_message(values.get("constraintMsg"), known.constraint_message),
        required_message=_message(values.get("requiredMsg"), known.required_message),
        preload=values.get("preload", known.preload),
        preload_parameters=values.get("preloadParams", known.preload_parameters),
        attributes={**known.attributes, **values},
    )


def _message(value: str | None, known: Text | None) -> Text | None:
    if not value:
        return known
    identifier = itext_id(value)
    return Text(itext=identifier) if identifier is not None else Text((value,))


def resolve(reference: str, base: str) -> str:
    """A reference as an absolute path without predicates."""
    text = "/".join(part.strip() for part in _without_predicates(reference).split("/"))
    if text.startswith("/"):
        return _without_prefixes(text)
    parts = [part for part in base.split("/") if part]
    for part in text.split("/"):
        if part == "..":
            parts = parts[:-1]
        elif part not in (".", "", "current()"):
            parts.append(part)
    return _without_prefixes("/" + "/".join(parts))


def _without_predicates(text: str) -> str:
    """Predicates may hold slashes of their own."""
    while (shorter := _INNERMOST.sub("", text)) != text:
        text = shorter
    return text


def _without_prefixes(path: str) -> str:
    return "/".join(part.rpartition(":")[2] for part in path.split("/"))


def read_actions(reading: Reading, element: Any, base: str, source: Field | None) -> None:
    """`setvalue` and its relatives directly inside `element`; other actions are left out with a warning."""
    for inner in element:
        name = local(inner)
        if name in ACTIONS:
            _read_action(reading, inner, base, source)
        elif name and "event" in attributes(inner):
            reading.fault(
                FaultCode.UNSUPPORTED_EVENT,
                f"the action <{name}> is not known; it does nothing",
                f"use one of {', '.join(ACTIONS)}",
                path=source.path if source is not None else base,
                warning=True,
            )


def _read_action(reading: Reading, element: Any, base: str, source: Field | None) -> None:
    values = attributes(element)
    written = values.get("ref") or values.get("nodeset") or ""
    path = reading.binds_by_id.get(values.get("bind", "")) or resolve(written, base)
    target = reading.fields.get(path) or root_attribute(reading, path)
    if target is None:
        reading.fault(
            FaultCode.DANGLING,
            f"<{local(element)}> sets {path}, which the instance does not have; it does nothing",
            "name a field of the form",
            path=path,
            column="trigger",
            warning=True,
        )
        return
    events = frozenset((values.get("event") or "").split())
    for unknown in sorted(events - EVENTS):
        reading.fault(
            FaultCode.UNSUPPORTED_EVENT,
            f"<{local(element)}> waits for the event {unknown!r}, which is not supported",
            f"use one of {', '.join(sorted(EVENTS))}",
            path=path,
        )
    value = reading.expression(values.get("value"), path, "calculation")
    literal = "".join(element.itertext())
    place = reading.expression(written, path, "trigger") if "[" in written else None
    reading.actions.append(Action(events, target, value, literal, source, local(element), place))
