"""The body of an XForm: groups, repeats and questions in the order they are asked."""

from __future__ import annotations

import math
from typing import Any

from intake.forms.binds import ACTIONS, read_actions, resolve
from intake.forms.errors import FaultCode
from intake.forms.model import Bounds, Control, Field, Group, Item, Itemset, QuestionKind, Text
from intake.forms.texts import read_text
from intake.forms.xform import Reading, attributes, child, local, set_repeat
from intake.forms.xpath import Compiled

CONTROLS = frozenset({"input", "select1", "select", "upload", "trigger", "range", "rank", "secret"})
_BY_TYPE = {
    "int": QuestionKind.INTEGER,
    "integer": QuestionKind.INTEGER,
    "long": QuestionKind.INTEGER,
    "short": QuestionKind.INTEGER,
    "byte": QuestionKind.INTEGER,
    "unsignedInt": QuestionKind.INTEGER,
    "decimal": QuestionKind.DECIMAL,
    "float": QuestionKind.DECIMAL,
    "double": QuestionKind.DECIMAL,
    "date": QuestionKind.DATE,
    "time": QuestionKind.TIME,
    "dateTime": QuestionKind.DATETIME,
    "geopoint": QuestionKind.GEOPOINT,
    "geotrace": QuestionKind.GEOTRACE,
    "geoshape": QuestionKind.GEOSHAPE,
    "barcode": QuestionKind.BARCODE,
}
_BY_MEDIA = {"image": QuestionKind.IMAGE, "audio": QuestionKind.AUDIO, "video": QuestionKind.VIDEO}


def read_body(reading: Reading, body: Any) -> Group:
    """The questions; controls are hung onto their fields."""
    outermost = Group(None, None)
    _read_children(reading, body, outermost, reading.root.path)
    return outermost


def _read_children(reading: Reading, element: Any, group: Group, base: str) -> None:
    for inner in element:
        name = local(inner)
        if name == "group":
            group.children.append(_read_group(reading, inner, group, base))
        elif name == "repeat":
            _read_repeat(reading, inner, group, base)
        elif name in CONTROLS:
            control = _read_control(reading, inner, group, base)
            if control is not None:
                group.children.append(control)
        elif name and name not in (*ACTIONS, "label", "hint", "help") and "event" not in attributes(inner):
            reading.fault(
                FaultCode.UNSUPPORTED_TYPE,
                f"the control <{name}> is not supported",
                "use a control of the XForms specification",
                path=base,
            )


def _read_group(reading: Reading, element: Any, parent: Group, base: str) -> Group:
    values = attributes(element)
    reference = _reference(reading, values)
    path = resolve(reference, base) if reference else base
    found = reading.fields.get(path) if reference else None
    if reference and found is None:
        reading.fault(
            FaultCode.DANGLING,
            f"a group refers to {path}, which the instance does not have",
            "name a group of the form",
            path=path,
            warning=True,
        )
    label = read_text(child(element, "label"), reading.expression, path, "label")
    group = Group(found, parent, label, values.get("appearance", ""))
    _read_children(reading, element, group, path)
    read_actions(reading, element, path, found)
    return group


def _reference(reading: Reading, values: dict[str, str]) -> str:
    return reading.binds_by_id.get(values.get("bind", "")) or values.get("ref") or values.get("nodeset") or ""


def _read_repeat(reading: Reading, element: Any, group: Group, base: str) -> None:
    values = attributes(element)
    path = resolve(values.get("nodeset") or values.get("ref") or _reference(reading, values), base)
    target = reading.fields.get(path)
    if target is None or target.parent is None:
        reading.fault(
            FaultCode.DANGLING,
            f"a repeat refers to {path}, which the instance does not have",
            "name a group of the form",
            path=path,
        )
        return
    set_repeat(reading, target, values.get("count"), values.get("noAddRemove"), group.label)
    inside = Group(target, group, group.label, values.get("appearance", "") or group.appearance, repeats=True)
    group.children.append(inside)
    _read_children(reading, element, inside, path)
    read_actions(reading, element, path, target)


def _read_control(reading: Reading, element: Any, group: Group, base: str) -> Control | None:
    values = attributes(element)
    path = resolve(_reference(reading, values), base)
    target = reading.fields.get(path)
    if target is None:
        reading.fault(
            FaultCode.DANGLING,
            f"<{local(element)}> refers to {path}, which the instance does not have",
            "name a field of the form",
            path=path,
        )
        return None
    control = Control(
        tag=local(element),
        kind=_kind(local(element), target, values),
        field=target,
        label=read_text(child(element, "label"), reading.expression, path, "label"),
        hint=read_text(child(element, "hint"), reading.expression, path, "hint"),
        appearance=values.get("appearance", ""),
        mediatype=values.get("mediatype", ""),
        items=_items(reading, element, path),
        itemset=_itemset(reading, element, path),
        bounds=_bounds(reading, values, path) if local(element) == "range" else None,
        group=group,
        attributes=values,
    )
    if target.control is None:
        target.control = control
    read_actions(reading, element, path, target)
    return control


def _kind(tag: str, target: Field, values: dict[str, str]) -> QuestionKind:
    match tag:
        case "input" if "query" in values:
            return QuestionKind.SELECT_ONE
        case "select1":
            return QuestionKind.SELECT_ONE
        case "select":
            return QuestionKind.SELECT_MULTIPLE
        case "rank":
            return QuestionKind.RANK
        case "trigger":
            return QuestionKind.ACKNOWLEDGE
        case "range":
            return QuestionKind.RANGE
        case "upload":
            return _BY_MEDIA.get(values.get("mediatype", "").partition("/")[0], QuestionKind.FILE)
    readonly = target.bind.readonly
    if readonly is not None and readonly.text.strip() in ("true()", "true", "1"):
        return QuestionKind.NOTE
    return _BY_TYPE.get(target.bind.type, QuestionKind.TEXT)


def _items(reading: Reading, element: Any, path: str) -> list[Item]:
    found = []
    for inner in element.iter():
        if local(inner) == "item":
            value = child(inner, "value")
            label = read_text(child(inner, "label"), reading.expression, path, "label")
            name = "".join(value.itertext()).strip() if value is not None else ""
            found.append(Item(name, label or Text((name,))))
    return found


def _itemset(reading: Reading, element: Any, path: str) -> Itemset | None:
    inner = child(element, "itemset")
    if inner is None:
        query = element.get("query")
        nodes = reading.expression(query, path, "choice_filter") if query else None
        if nodes is None:
            return None
        return Itemset(nodes, _required(reading, "name", path), reading.expression("label", path, "label"))
    nodes = reading.expression(inner.get("nodeset"), path, "choice_filter")
    if nodes is None:
        return None
    return Itemset(
        nodes,
        _required(reading, _ref(inner, "value") or "name", path),
        reading.expression(_ref(inner, "label"), path, "label"),
    )


def _required(reading: Reading, text: str, path: str) -> Compiled:
    from intake.forms.xpath import compiled

    return reading.expression(text, path, "type") or compiled("name")


def _ref(element: Any, name: str) -> str | None:
    inner = child(element, name)
    return inner.get("ref") if inner is not None else None


def _bounds(reading: Reading, values: dict[str, str], path: str) -> Bounds | None:
    try:
        bounds = Bounds(*(float(values[name]) for name in ("start", "end", "step")))
    except (KeyError, ValueError):
        missing = [name for name in ("start", "end", "step") if name not in values]
        what = f"lacks {', '.join(missing)}" if missing else "has a start, end or step that is no number"
        reading.fault(
            FaultCode.RANGE,
            f"the range question {what}",
            "give start, end and step as numbers",
            path=path,
            column="parameters",
        )
        return None
    if not all(math.isfinite(each) for each in (bounds.start, bounds.end, bounds.step)) or bounds.step == 0:
        reading.fault(
            FaultCode.RANGE,
            "the range question has a step of zero or without end",
            "give a step greater than 0",
            path=path,
            column="parameters",
        )
        return None
    return bounds
