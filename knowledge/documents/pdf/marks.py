"""What pdfminer forgets: how a character is painted, in which string, what its span spells, what covers it."""

from __future__ import annotations

from itertools import count
from typing import Any

from knowledge.documents.pdf.opacity import covers, is_unseen, keep_opacity

INVISIBLE_MODE = 3
Spelling = tuple[int, str]  # a span's number and the text it stands for
_numbers = count()


def keep_marks() -> None:
    """Carry into pdfplumber's characters `render` (its mode), `string` (its number), `spelling` and `unseen`.

    And into characters and shapes `order`, of painting, and `covers`, whether a shape hides what lies beneath.
    """
    import pdfplumber.page

    device: Any = pdfplumber.page.PDFPageAggregatorWithMarkedContent
    if hasattr(device, "keeps_marks"):
        return
    device.keeps_marks = True
    keep_opacity()
    _mark_shapes(device)
    _mark_strings(device)
    _follow_spans(device)
    _describe(pdfplumber.page.Page)


def _mark_strings(device: Any) -> None:
    paint = device.render_string

    def render_string(self: Any, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
        marked = graphicstate.copy()
        marked.render, marked.string = textstate.render, next(_numbers)
        marked.spelling = next(filter(None, getattr(self, "spans", ())), None)
        paint(self, textstate, seq, ncs, marked)

    device.render_string = render_string


def _mark_shapes(device: Any) -> None:
    paint = device.paint_path

    def paint_path(self: Any, gstate: Any, *how: Any) -> None:
        before = len(self.cur_item._objs)
        paint(self, gstate, *how)
        for shape in self.cur_item._objs[before:]:
            shape.covers = covers(gstate)

    device.paint_path = paint_path


def _follow_spans(device: Any) -> None:
    """Keep the open spans: letters of an Indian script are glyphs in another order, and the span has the text."""
    begin, end = device.begin_tag, device.end_tag

    def begin_tag(self: Any, tag: Any, props: Any = None) -> None:
        begin(self, tag, props)
        self.spans = [*getattr(self, "spans", ()), _spelling(props)]

    def end_tag(self: Any) -> None:
        end(self)
        self.spans = getattr(self, "spans", [])[:-1]

    device.begin_tag, device.end_tag = begin_tag, end_tag


def _spelling(props: Any) -> Spelling | None:
    spelled = props.get("ActualText") if isinstance(props, dict) else None
    if not isinstance(spelled, bytes):
        return None
    wide = spelled.startswith(b"\xfe\xff")
    return next(_numbers), spelled[2:].decode("utf-16-be", "ignore") if wide else spelled.decode("latin-1")


def _describe(page: Any) -> None:
    describe = page.process_object

    def process_object(self: Any, thing: Any) -> Any:
        described = describe(self, thing)
        described["order"] = next(_numbers)
        described["covers"] = getattr(thing, "covers", False)
        if described["object_type"] == "char":
            for mark, none in (("render", 0), ("string", 0), ("spelling", None)):
                described[mark] = getattr(thing.graphicstate, mark, none)
            described["unseen"] = is_unseen(thing.graphicstate)
        return described

    page.process_object = process_object
