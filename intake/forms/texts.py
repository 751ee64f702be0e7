"""Labels, hints and messages: literal, translated, with values inside."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from intake.forms.model import Text
from intake.forms.xpath import Compiled

if TYPE_CHECKING:
    from intake.forms.form import Form

Compile = Callable[[str | None, str, str], Compiled | None]


def _local(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def read_text(element: Any, compile_expression: Compile, path: str, column: str) -> Text | None:
    """The text of a `<label>`, `<hint>` or `<value>` element; None when there is none."""
    if element is None:
        return None
    reference = element.get("ref")
    if reference:
        return _referenced(reference, compile_expression, path, column)
    pieces: list[str | Compiled] = []
    _collect(element, pieces, compile_expression, path, column)
    return Text(tuple(pieces))


def _referenced(reference: str, compile_expression: Compile, path: str, column: str) -> Text | None:
    identifier = itext_id(reference)
    if identifier is not None:
        return Text(itext=identifier)
    expression = compile_expression(reference, path, column)
    return Text(reference=expression) if expression is not None else None


def itext_id(value: str) -> str | None:
    """The id in `jr:itext('id')`."""
    text = value.strip()
    if text.startswith("jr:itext(") and text.endswith(")"):
        inner = text[9:-1].strip()
        if len(inner) > 1 and inner[0] == inner[-1] and inner[0] in "'\"":
            return inner[1:-1]
    return None


def _collect(
    element: Any, pieces: list[str | Compiled], compile_expression: Compile, path: str, column: str
) -> None:
    if element.text:
        pieces.append(element.text)
    for inner in element:
        if _local(inner) == "output":
            expression = compile_expression(inner.get("value") or inner.get("ref"), path, column)
            if expression is not None:
                pieces.append(expression)
        elif _local(inner):
            _collect(inner, pieces, compile_expression, path, column)
        if inner.tail:
            pieces.append(inner.tail)


def read_translations(
    model: Any, compile_expression: Compile
) -> tuple[dict[str, dict[str, dict[str, Text]]], str]:
    """Texts by language, id and form, and the default language ("" without translations)."""
    translations: dict[str, dict[str, dict[str, Text]]] = {}
    default = ""
    for element in model.iter():
        if _local(element) == "translation":
            language = element.get("lang") or "default"
            if not default or element.get("default") is not None:
                default = language
            translations[language] = {
                text.get("id"): _forms(text, compile_expression) for text in element if _local(text) == "text"
            }
    return translations, default


def _forms(text: Any, compile_expression: Compile) -> dict[str, Text]:
    forms: dict[str, Text] = {}
    path = (text.get("id") or "").rpartition(":")[0]
    for value in text:
        if _local(value) == "value":
            found = read_text(value, compile_expression, path, "label")
            if found is not None:
                forms[value.get("form") or ""] = found
    return forms


def plain(form: Form, text: Text | None, language: str) -> str | None:
    """The text in one language without its values; None when it is not translated. `-` is pyxform's blank."""
    if text is None:
        return ""
    if text.itext is None:
        return "".join(piece for piece in text.pieces if isinstance(piece, str))
    forms = form.translations.get(language, {}).get(text.itext, {})
    found = forms.get("") or forms.get("long") or forms.get("short")
    if found is None:
        return "" if forms else None
    whole = "".join(piece if isinstance(piece, str) else "…" for piece in found.pieces).strip()
    return None if whole == "-" else whole
