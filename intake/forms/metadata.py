"""What a form wants to know about its filling-in: when, by whom, on which device."""

from __future__ import annotations

from collections.abc import Mapping

from intake.forms.answers import cast
from intake.forms.state import State
from intake.forms.tree import leaves
from intake.forms.xpath.dates import iso_datetime
from intake.forms.xpath.functions.texts import new_uuid


def fill_metadata(state: State, device: Mapping[str, str]) -> None:
    """Preloads: uid, start, today, device properties."""
    for node in leaves(state.root):
        bind = node.definition.bind
        if bind.preload:
            text = _preloaded(state, bind.preload, bind.preload_parameters, device)
            if text:
                node.text = cast(bind.type, text, state.zone)


def _preloaded(state: State, preload: str, parameters: str, device: Mapping[str, str]) -> str:
    match preload:
        case "uid":
            return f"uuid:{new_uuid(state.environment.random)}"
        case "timestamp" if parameters == "start":
            return iso_datetime(state.environment.now())
        case "date" if parameters.startswith("today"):
            return state.environment.now().date().isoformat()
        case "property" | "context":
            return device.get(parameters, device.get(parameters.lower(), ""))
    return ""


def fill_end(state: State) -> None:
    """The end time, each time the form is handed in."""
    for node in leaves(state.root):
        bind = node.definition.bind
        if bind.preload == "timestamp" and bind.preload_parameters == "end":
            state.set_text(node, iso_datetime(state.environment.now()))
