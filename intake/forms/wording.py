"""Labels, hints, guidance, messages and media in the language wanted, with values filled in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from intake.forms.form import Form
from intake.forms.model import Field, Group, Text
from intake.forms.xpath import Compiled, ExpressionError, Node

if TYPE_CHECKING:
    from intake.forms.state import State

GUIDANCE = "guidance"
_NOT_MEDIA = frozenset({"", "short", "long", GUIDANCE})


class Wording:
    """The texts of one running form."""

    def __init__(self, form: Form, state: State) -> None:
        self._form = form
        self._state = state

    def label(self, node: Node, language: str) -> str:
        return self.text(self._label(node.definition), node, language)

    def _label(self, field: Field) -> Text | None:
        if field.control is not None:
            return field.control.label
        if field.repeat is not None:
            return field.repeat.label
        group = self._form.groups.get(field)
        return group.label if isinstance(group, Group) else None

    def hint(self, node: Node, language: str) -> str:
        return self.text(_hint(node), node, language)

    def guidance(self, node: Node, language: str) -> str:
        hint = _hint(node)
        return self.itext(hint.itext, GUIDANCE, node, language) if hint is not None and hint.itext else ""

    def media(self, node: Node, language: str) -> Mapping[str, str]:
        return self.text_media(self._label(node.definition), node, language)

    def message(self, text: Text | None, node: Node, language: str) -> str | None:
        return None if text is None else self.text(text, node, language) or None

    def text(self, text: Text | None, node: Node, language: str) -> str:
        """The text filled in for `node`."""
        if text is None:
            return ""
        if text.itext is not None:
            return self.itext(text.itext, "", node, language)
        if text.reference is not None:
            return self._evaluated(text.reference, node)
        return self._joined(text.pieces, node).strip()

    def text_media(self, text: Text | None, node: Node, language: str) -> Mapping[str, str]:
        if text is None or text.itext is None:
            return {}
        return self._media(text.itext, node, language)

    def item(self, label: Compiled | None, item: Node, language: str) -> tuple[str, Mapping[str, str]]:
        """The label and media of an item of a choice list."""
        if label is None:
            return "", {}
        identifier = _translated(label, item)
        if identifier is not None:
            return self.itext(identifier, "", item, language), self._media(identifier, item, language)
        return self._evaluated(label, item), {}

    def is_fixed(self, label: Compiled | None, item: Node) -> bool:
        """Whether the label and media of an item hold no values, in any language."""
        if label is None:
            return True
        identifier = _translated(label, item)
        if identifier is None:
            return item.child(label.text.strip()) is not None
        forms = (translation.get(identifier, {}) for translation in self._form.translations.values())
        return all(
            isinstance(piece, str) for each in forms for text in each.values() for piece in text.pieces
        )

    def itext(self, identifier: str, form: str, node: Node, language: str) -> str:
        """A translated text; where the language lacks it, the default language, then any other."""
        for each in self._languages(language):
            forms = self._form.translations.get(each, {}).get(identifier)
            if forms is None:
                continue
            found = forms.get(form) or (forms.get("long") or forms.get("short") if form == "" else None)
            if found is not None:
                return self._joined(found.pieces, node).strip()
        return ""

    def _languages(self, language: str) -> list[str]:
        chosen = self._form.language(language)
        return list(dict.fromkeys([chosen, self._form.default_language, *self._form.languages]))

    def _media(self, identifier: str, node: Node, language: str) -> Mapping[str, str]:
        for each in self._languages(language):
            forms = self._form.translations.get(each, {}).get(identifier)
            if forms is not None:
                media = {form: text for form, text in forms.items() if form not in _NOT_MEDIA}
                return {
                    form: self._joined(text.pieces, node).rpartition("/")[2] for form, text in media.items()
                }
        return {}

    def _joined(self, pieces: tuple[str | Compiled, ...], node: Node) -> str:
        return "".join(piece if isinstance(piece, str) else self._evaluated(piece, node) for piece in pieces)

    def _evaluated(self, expression: Compiled, node: Node) -> str:
        try:
            return expression.string(self._state.environment, node)
        except ExpressionError as error:
            self._state.note(error, node)
            return ""


def _hint(node: Node) -> Text | None:
    control = node.definition.control
    return control.hint if control is not None else None


def _translated(label: Compiled, item: Node) -> str | None:
    """The id of the translated text that is an item's label; None when the label is an expression."""
    if not label.text.replace(" ", "").startswith("jr:itext("):
        return None
    inner = label.text.strip()[len("jr:itext(") : -1]
    child = item.child(inner.strip())
    return child.text if child is not None else inner.strip(" '\"")
