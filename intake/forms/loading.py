"""Loading a form from a file or bytes, whatever it is written in."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from intake.forms import graph
from intake.forms.binds import read_actions, read_binds
from intake.forms.body import read_body
from intake.forms.defaults import empty_unfit
from intake.forms.errors import Fault, FaultCode, FormRefused, Severity
from intake.forms.form import Form
from intake.forms.instances import BadExternalFile, External, external, file_name, internal, itemsets, wrap
from intake.forms.searching import search_in_file, searches
from intake.forms.sheets import Sheets
from intake.forms.texts import read_translations
from intake.forms.xform import (
    Reading,
    attributes,
    child,
    find_model,
    local,
    parse_document,
    read_instance,
)
from intake.forms.xlsform import convert_xlsform
from intake.forms.xpath import Node

_TYPES = {
    ".xlsx": ".xlsx",
    ".xlsm": ".xlsm",
    ".xls": ".xls",
    ".csv": ".csv",
    ".md": ".md",
    ".markdown": ".md",
}
FATAL = frozenset(
    {
        FaultCode.NOT_A_FORM,
        FaultCode.XLSFORM,
        FaultCode.SYNTAX,
        FaultCode.UNKNOWN_FUNCTION,
        FaultCode.ARGUMENTS,
        FaultCode.TOO_COMPLEX,
        FaultCode.CYCLE,
        FaultCode.UNSUPPORTED_EVENT,
        FaultCode.UNSUPPORTED_TYPE,
        FaultCode.DANGLING,
        FaultCode.RANGE,
    }
)


def load_form(source: Path | bytes, name: str = "", *, files: Mapping[str, External] | None = None) -> Form:
    """Load an XLSForm (xlsx, xls, csv, markdown) or an XForm (xml).

    `name` tells what the bytes are by its ending and stands in messages. External choice files come from `files` by
    file name, or from the folder of `source`; a missing one is a fault of the form, which loads all the same.
    Raises `FormRefused` with every fault that stops it.
    """
    form = read_form(source, name, files=files)
    fatal = [fault for fault in form.errors if fault.code in FATAL]
    if fatal:
        raise FormRefused(form.name, fatal)
    return form


def read_form(source: Path | bytes, name: str = "", *, files: Mapping[str, External] | None = None) -> Form:
    """Like `load_form`, but a form whose faults can be listed is returned with them."""
    form = examine(source, name, files=files)
    if any(fault.code in (FaultCode.XLSFORM, FaultCode.UNSUPPORTED_TYPE) for fault in form.errors):
        raise FormRefused(form.name, form.errors)
    return form


def examine(source: Path | bytes, name: str = "", *, files: Mapping[str, External] | None = None) -> Form:
    """The form with every fault. One that pyxform refuses comes without what is faulty: to be looked at, not used."""
    data = source.read_bytes() if isinstance(source, Path) else source
    name = name or (source.name if isinstance(source, Path) else "form")
    folder = source.parent if isinstance(source, Path) else None
    if data.startswith(b"version https://git-lfs"):
        message = "the file is a Git LFS pointer, not the form itself"
        raise FormRefused(name, [Fault(FaultCode.NOT_A_FORM, message, "fetch it with git lfs pull")])
    given = dict(files or {})
    if _is_xml(data):
        return _assemble(data, name, data, Sheets(), [], given, folder)
    converted = convert_xlsform(data, Path(name).stem, _file_type(name, data))
    if converted.itemsets:
        given.setdefault("itemsets.csv", converted.itemsets)
    told = [*converted.refusals, *converted.warnings]
    return _assemble(converted.xform, name, data, converted.sheets, told, given, folder)


def _is_xml(data: bytes) -> bool:
    return data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


def _file_type(name: str, data: bytes) -> str | None:
    if data.startswith(b"PK"):
        return ".xlsx"
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return ".xls"
    known = _TYPES.get(Path(name).suffix.lower())
    if known in (".csv", ".md"):
        return known
    return ".md" if data.lstrip().startswith(b"|") else None


def _assemble(
    xml: str | bytes,
    name: str,
    source: bytes,
    sheets: Sheets,
    told: list[Fault],
    files: Mapping[str, External],
    folder: Path | None,
) -> Form:
    element = parse_document(xml, name)
    model = find_model(element)
    reading = read_instance(model, name)
    read_binds(reading, model)
    translations, default = read_translations(model, reading.expression)
    instances, missing = _instances(reading, model, files, folder)
    head = child(element, "head")
    places = (element, *([head] if head is not None else ()))
    body = next((inner for place in places for inner in place if local(inner) == "body"), None)
    group = read_body(reading, body if body is not None else [])
    for control, search in searches(group):
        if search.instance not in instances:
            instances[search.instance] = _external(
                reading, search.file, search.source, files, folder, missing
            )
        search_in_file(control, search, translations, default)
    read_actions(reading, model, reading.root.path, None)
    dependencies = graph.build(reading.root)
    title = child(head, "title") if head is not None else None
    values = attributes_of(reading.template)
    form = Form(
        id=values.get("id") or reading.root.name,
        version=values.get("version", ""),
        title="".join(title.itertext()).strip() if title is not None else "",
        name=name,
        sha256=hashlib.sha256(source).hexdigest(),
        source=source,
        root=reading.root,
        template=reading.template,
        body=group,
        graph=dependencies,
        instances=instances,
        translations=translations,
        languages=tuple(translations),
        default_language=default,
        actions=tuple(reading.actions),
        namespaces={prefix: uri for prefix, uri in element.nsmap.items() if prefix},
        sheets=sheets,
        files=list(
            dict.fromkeys([*_file_names(model), *(file_name(search.source) for _, search in searches(group))])
        ),
        missing_files=missing,
        submission=_submission(model),
    )
    form.faults = [
        _naming_file(fault, sheets) if fault.code is FaultCode.MISSING_FILE else located(fault, sheets)
        for fault in _distinct(
            [*reading.faults, *dependencies.faults, *_dangling(reading, form), *empty_unfit(form)]
        )
    ]
    form.faults.extend(told)
    return form


def attributes_of(node: Node) -> dict[str, str]:
    return {attribute.name: attribute.text for attribute in node.attributes}


def _file_names(model: Any) -> list[str]:
    """The files the form takes choices from."""
    sources = [inner.get("src") or "" for inner in model if local(inner) == "instance"]
    return [file_name(source) for source in sources if source.startswith("jr://file")]


def _submission(model: Any) -> dict[str, str]:
    element = child(model, "submission")
    return attributes(element) if element is not None else {}


def _distinct(faults: list[Fault]) -> list[Fault]:
    return list(dict.fromkeys(faults))


def located(fault: Fault, sheets: Sheets) -> Fault:
    """The fault with its sheet, row and column, where the field has a row."""
    if fault.row is not None or not fault.path:
        return fault
    place = sheets.place(fault.path, *_COLUMNS.get(fault.column, (fault.column,)))
    return replace(fault, sheet=place.sheet, row=place.row, column=place.column or fault.column)


def _naming_file(fault: Fault, sheets: Sheets) -> Fault:
    """A file has no field of its own: it is missed where the form names it, in `pulldata` without its ending."""
    place = sheets.naming(Path(fault.path).stem)
    return replace(fault, path="", sheet=place.sheet, row=place.row, column=place.column)


_COLUMNS = {
    "": (),
    "calculate": ("calculation", "default"),
    "calculation": ("calculation", "default"),
    "choice_filter": ("choice_filter", "type"),
    "count": ("repeat_count",),
}


def _instances(
    reading: Reading, model: Any, files: Mapping[str, External], folder: Path | None
) -> tuple[dict[str, Node], list[str]]:
    found: dict[str, Node] = {}
    missing: list[str] = []
    for element in [inner for inner in model if local(inner) == "instance"][1:]:
        identifier, source = element.get("id") or "", element.get("src") or ""
        if not source or len(element):
            found[identifier] = internal(element)
            continue
        if source.startswith("jr://instance/last-saved"):
            found[identifier] = wrap(identifier, None)
            continue
        found[identifier] = _external(reading, identifier, source, files, folder, missing)
    if "itemsets.csv" in files:
        for identifier, instance in itemsets(files["itemsets.csv"]).items():
            found.setdefault(identifier, instance)
    return found, missing


def _external(
    reading: Reading,
    identifier: str,
    source: str,
    files: Mapping[str, External],
    folder: Path | None,
    missing: list[str],
) -> Node:
    name = file_name(source)
    content = files.get(name, files.get(identifier))
    if content is None and folder is not None and name not in ("", ".", "..") and (folder / name).is_file():
        content = folder / name
    if content is None:
        missing.append(name)
        reading.fault(
            FaultCode.MISSING_FILE,
            f"the file {name} that the form takes choices from is not here",
            f"put {name} beside the form",
            path=name,
        )
        return wrap(identifier, None)
    try:
        return external(identifier, source, content)
    except BadExternalFile as error:
        reading.fault(FaultCode.MISSING_FILE, str(error), f"mend {name}", path=name)
        return wrap(identifier, None)


def _dangling(reading: Reading, form: Form) -> list[Fault]:
    from intake.forms.dangling import dangling

    return dangling(form)


__all__ = ["FATAL", "Severity", "load_form", "read_form"]
