"""The appearance `search('file', …)`: choices taken from a CSV beside the form, as ODK Collect does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from intake.forms.model import Control, Group, Itemset, Text, Translations
from intake.forms.xpath import ExpressionError, compiled, parse, unparse
from intake.forms.xpath.syntax import Call, Expression, Literal, Path, Rooted

_SEARCH = re.compile(r"(?<![\w-])search\s*\(")
_WAYS = {
    "matches": "{column} = {value}",
    "contains": "contains({column}, {value})",
    "startswith": "starts-with({column}, {value})",
    "endswith": "ends-with({column}, {value})",
}
WAYS = tuple(_WAYS)


@dataclass(frozen=True, slots=True)
class Search:
    """What an appearance asks for: the file, and the condition on its rows."""

    file: str
    condition: str

    @property
    def instance(self) -> str:
        """The id of the rows among the form's instances; no list of the form's own is called so."""
        return f"search:{self.file}"

    @property
    def source(self) -> str:
        return f"jr://file-csv/{self.file}.csv"


def searches(group: Group) -> Iterator[tuple[Control, Search]]:
    """The questions of a form that search, each with what it searches."""
    for control in group.controls():
        search = search_of(control.appearance) if control.tag in ("select1", "select") else None
        if search is not None:
            yield control, search


def is_search(appearance: str) -> bool:
    """Whether an appearance asks for a search, readable or not."""
    return _SEARCH.search(appearance) is not None


def search_of(appearance: str) -> Search | None:
    """The search in an appearance; None when there is none, or none that can be read."""
    found = _SEARCH.search(appearance)
    if found is None:
        return None
    try:
        call = parse(_whole_call(appearance[found.start() :]))
    except ExpressionError:
        return None
    match call:
        case Call("search", (Literal(file),)):
            return Search(file.removesuffix(".csv"), "")
        case Call("search", (Literal(file), Literal(way), Literal(columns), value, *rest)) if way in _WAYS:
            return Search(file.removesuffix(".csv"), _condition(way, columns, value, rest))
    return None


def _whole_call(text: str) -> str:
    """Up to the bracket that closes the call: other appearances may follow."""
    depth, quote = 0, ""
    for place, character in enumerate(text):
        if quote:
            quote = "" if character == quote else quote
        elif character in "'\"":
            quote = character
        elif character in "()":
            depth += 1 if character == "(" else -1
            if depth == 0:
                return text[: place + 1]
    return text


def _condition(way: str, columns: str, value: Expression, rest: Sequence[Expression]) -> str:
    parts = [
        _WAYS[way].format(column=column.strip(), value=_from_the_question(value))
        for column in columns.split(",")
    ]
    condition = " or ".join(parts)
    match rest:
        case [Literal(column), wanted]:
            condition = f"({condition}) and {column.strip()} = {_from_the_question(wanted)}"
    return condition


def _from_the_question(value: Expression) -> str:
    """Inside the predicate a relative path would start at the row of the file."""
    if isinstance(value, Path) and not value.absolute:
        value = Rooted(Call("current", ()), (), value.steps)
    return unparse(value)


def search_in_file(control: Control, search: Search, translations: Translations, language: str) -> None:
    """Make the rows of the file the choices.

    The form's own choice names the columns of value and label; choices with a number for a name stay beside the rows.
    """
    columns = next((item for item in control.items if not _is_number(item.value)), None)
    if columns is None:
        return
    where = f"[{search.condition}]" if search.condition else ""
    label = _written(columns.label, translations.get(language, {})) or columns.value
    try:
        rows = compiled(f"instance('{search.instance}')/root/item{where}")
        control.itemset = Itemset(rows, compiled(columns.value), compiled(label))
    except ExpressionError:
        return
    control.items = [item for item in control.items if _is_number(item.value)]


def _written(text: Text, translated: Mapping[str, Mapping[str, Text]]) -> str:
    if text.itext is not None:
        text = translated.get(text.itext, {}).get("", Text())
    return "".join(piece for piece in text.pieces if isinstance(piece, str)).strip(" …")  # … stands for none


def _is_number(name: str) -> bool:
    return name.lstrip("-").isdigit()
