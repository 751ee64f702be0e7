"""Column headers as people write them (`Relevance`, `List name`, `label:French`) and as the format names them."""

from __future__ import annotations

from collections.abc import Iterable

_MEDIA = frozenset({"media", "image", "big-image", "audio", "video"})
_SURVEY = _MEDIA | {
    *("type", "name", "label", "hint", "guidance_hint", "relevant", "required", "required_message"),
    *("constraint", "constraint_message", "calculation", "default", "trigger", "readonly", "choice_filter"),
    *(
        "repeat_count",
        "parameters",
        "appearance",
        "read_as",
        "story_words",
        "sure_words",
        "called",
        "ask_again",
        "goes_with",
    ),
}
_CHOICES = _MEDIA | {"list_name", "name", "label", "synonyms"}
_SETTINGS = frozenset({"form_id", "form_title", "version", "name", "default_language", "instance_name"})
_KNOWN = {"survey": _SURVEY, "choices": _CHOICES, "external_choices": _CHOICES, "settings": _SETTINGS}
_OTHER_NAMES = {
    "survey": {
        "command": "type",
        "tag": "name",
        "value": "name",
        "caption": "label",
        "relevance": "relevant",
        "calculate": "calculation",
        "read_only": "readonly",
        "count": "repeat_count",
        "jr:count": "repeat_count",
        "constraining_message": "constraint_message",
        "requiredmsg": "required_message",
    },
    "choices": {"value": "name", "caption": "label"},
    "external_choices": {"value": "name", "caption": "label"},
    "settings": {"id_string": "form_id", "title": "form_title"},
}


def canonical(sheet: str, headers: Iterable[str]) -> dict[str, str]:
    """The format's name of each header; a column of the author's own keeps its name, for his filters use it."""
    written = list(headers)
    mark = "::" if any("::" in header for header in written) else ":"
    return {header: _canonical(sheet, header, mark) for header in written}


def _canonical(sheet: str, header: str, mark: str) -> str:
    whole = _named(sheet, header)
    if whole:
        return whole
    first, *rest = (part.strip() for part in header.split(mark))
    named = _named(sheet, first)
    return "::".join((named, *rest)) if named else header


def _named(sheet: str, header: str) -> str:
    plain = "_".join(header.split()).lower()
    plain = _OTHER_NAMES.get(sheet, {}).get(plain, plain)
    return plain if plain in _KNOWN.get(sheet, ()) else ""
