"""Short ways to write a form and to run it."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from typing import Any
from xml.sax.saxutils import quoteattr

from intake.forms import Form, FormSession, load_form

NOW = datetime(2026, 3, 2, 8, 30, tzinfo=UTC)


def table(sheet: str, rows: list[dict[str, str]]) -> str:
    """Rows by column as a markdown sheet."""
    columns = list(dict.fromkeys(column for row in rows for column in row))
    lines = [f"| {sheet} |", f"| | {' | '.join(columns)} |"]
    lines += [f"| | {' | '.join(row.get(column, '') for column in columns)} |" for row in rows]
    return "\n".join(lines)


def xlsform(
    survey: list[dict[str, str]],
    choices: list[tuple[str, str, str]] = (),  # type: ignore[assignment]
    settings: dict[str, str] | None = None,
) -> bytes:
    """An XLSForm in markdown; choices are (list, name, label)."""
    sheets = [table("survey", survey)]
    if choices:
        rows = [{"list_name": each[0], "name": each[1], "label": each[2]} for each in choices]
        sheets.append(table("choices", rows))
    if settings:
        sheets.append(table("settings", [settings]))
    return "\n".join(sheets).encode()


def form(
    *survey: dict[str, str], choices: Any = (), settings: dict[str, str] | None = None, **options: Any
) -> Form:
    return load_form(xlsform(list(survey), choices, settings), "test.md", **options)


def begin(loaded: Form, **options: Any) -> FormSession:
    return FormSession(loaded, clock=lambda: NOW, random=random.Random(7), **options)


def q(kind: str, name: str, label: str = "", **cells: str) -> dict[str, str]:
    """A survey row."""
    return {"type": kind, "name": name, "label": label or f"{name}?", **cells}


def calculate(name: str, calculation: str, **cells: str) -> dict[str, str]:
    return {"type": "calculate", "name": name, "calculation": calculation, **cells}


def xform(instance: str, *binds: str, body: str = "", **options: Any) -> Form:
    """An XForm of a primary instance, what stands in its model, and its body."""
    spaces = (
        'xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" '
        'xmlns:jr="http://openrosa.org/javarosa" xmlns:odk="http://www.opendatakit.org/xforms" '
        'xmlns:orx="http://openrosa.org/xforms" xmlns:xsd="http://www.w3.org/2001/XMLSchema"'
    )
    head = (
        f"<h:head><h:title>t</h:title><model><instance>{instance}</instance>{''.join(binds)}</model></h:head>"
    )
    return load_form(
        f"<h:html {spaces}>{head}<h:body>{body}</h:body></h:html>".encode(), "test.xml", **options
    )


def bind(path: str, **rules: str) -> str:
    """A bind; `preload` is JavaRosa's."""
    written = {f"jr:{name}" if name.startswith("preload") else name: value for name, value in rules.items()}
    return f"<bind nodeset={quoteattr(path)} {' '.join(f'{k}={quoteattr(v)}' for k, v in written.items())}/>"


def setvalue(event: str, path: str, value: str) -> str:
    return f"<setvalue event={quoteattr(event)} ref={quoteattr(path)} value={quoteattr(value)}/>"


def asks(path: str, *inside: str) -> str:
    """A plain question of an XForm's body."""
    return f"<input ref={quoteattr(path)}><label>{path}</label>{''.join(inside)}</input>"
