"""How much of what it lays over a page lets through: pdfminer reads no graphics state parameters (`gs`)."""

from __future__ import annotations

from typing import Any

_UNSEEN = 0.04  # of full ink
_NORMAL = ("Normal", "Compatible")
_OPACITY, _COVERS = "opacity", "covers"


def keep_opacity() -> None:
    """Let pdfminer's graphics state carry opacity and blend mode (PDF 32000-1, 11.3.5 and 11.6.4.4)."""
    from pdfminer.pdfinterp import PDFGraphicState, PDFPageInterpreter

    state: Any = PDFGraphicState
    if hasattr(state, _OPACITY):
        return
    setattr(state, _OPACITY, 1.0)
    setattr(state, _COVERS, True)
    copied = state.copy

    def copy(self: Any) -> Any:
        other = copied(self)
        other.opacity, other.covers = self.opacity, self.covers
        return other

    def do_gs(self: Any, name: Any) -> None:
        _read(self.graphicstate, self.resources, name)

    state.copy = copy
    interpreter: Any = PDFPageInterpreter
    interpreter.do_gs = do_gs


def is_unseen(state: Any) -> bool:
    """Whether letters painted in this state let everything through."""
    return bool(getattr(state, _OPACITY, 1.0) <= _UNSEEN)


def covers(state: Any) -> bool:
    """Whether a shape painted in this state hides what lies beneath: a marker pen's colour does not."""
    return bool(getattr(state, _COVERS, True) and getattr(state, _OPACITY, 1.0) >= 1 - _UNSEEN)


def _read(state: Any, resources: Any, name: Any) -> None:
    from pdfminer.pdftypes import dict_value, num_value, resolve1
    from pdfminer.psparser import literal_name

    told = dict_value(dict_value(dict_value(resources).get("ExtGState")).get(literal_name(name)))
    if "ca" in told:
        state.opacity = float(num_value(told["ca"]))
    if "BM" in told:
        modes = resolve1(told["BM"])
        first = modes[0] if isinstance(modes, list) and modes else modes
        state.covers = literal_name(first) in _NORMAL
