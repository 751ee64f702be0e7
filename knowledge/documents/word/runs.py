"""A paragraph as its reader sees it: footnote marks apart, ticks as ticks, struck and hidden words set aside."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from knowledge.documents.footnotes import marked
from knowledge.documents.hiding import is_white
from knowledge.documents.word.styles import Styles
from knowledge.documents.word.xml import Node, W, is_on, runs, value, whole

_TINY_HALF_POINTS = 4
_BLANK = ("", "AUTO", "FFFFFF")
# The pictures lenders tick their tables with; the letters behind them would say nothing.
_SYMBOLS = {
    "wingdings": {
        0xFC: "✓",
        0xFB: "✗",
        0xFE: "☑",
        0xFD: "☒",
        0xA8: "☐",
        0x6F: "☐",
        0xE0: "→",
        0xB7: "•",
        0xA7: "▪",
    },
    "wingdings 2": {0x50: "✓", 0x4F: "✗", 0x52: "☑", 0x51: "☒", 0xA3: "☐"},
    "symbol": {0xB7: "•", 0xB3: "≥", 0xA3: "≤", 0xB1: "±", 0xB4: "×", 0xB8: "÷"},
}


def text_of(paragraph: Node, aside: Callable[[str], None], styles: Styles) -> str:
    """What is seen of a paragraph; hidden and struck-out words go to `aside`."""
    shown = ""
    for run in runs(paragraph):
        text = "".join(_parts(run))
        if _is_hidden(run, styles.of(run, paragraph)) or _is_struck(run):
            aside(text)
        elif _is_raised(run):
            shown = marked(shown, text)
        else:
            shown += text
    return shown


def is_bold(paragraph: Node) -> bool:
    """Whether every word of a paragraph is set bold by hand."""
    spoken = [run for run in runs(paragraph) if "".join(_parts(run)).strip()]
    return bool(spoken) and all(is_on(_property(run, "b")) for run in spoken)


def notes_in(paragraph: Node) -> Iterator[tuple[str, str]]:
    """The footnotes and endnotes a paragraph points at, as kind and id."""
    for run in runs(paragraph):
        for part in run:
            if part.tag in (W + "footnoteReference", W + "endnoteReference"):
                yield part.tag.removeprefix(W).removesuffix("Reference"), value(part, "id")


def _parts(run: Node) -> Iterator[str]:
    for part in run:
        if part.tag == W + "t":
            yield part.text or ""
        elif part.tag in (W + "br", W + "cr"):
            yield "\n"
        elif part.tag in (W + "tab", W + "ptab"):
            yield " "
        elif part.tag == W + "noBreakHyphen":
            yield "-"
        elif part.tag == W + "sym":
            yield _symbol(part)
        elif part.tag in (W + "footnoteReference", W + "endnoteReference"):
            yield value(part, "id")


def _symbol(part: Node) -> str:
    code = value(part, "char")
    try:
        place = int(code, 16) & 0xFF
    except ValueError:
        return ""
    return _SYMBOLS.get(value(part, "font").lower(), {}).get(place, "")


def _property(run: Node, name: str) -> Node:
    properties = run.find(W + "rPr")
    return None if properties is None else properties.find(W + name)


def _is_raised(run: Node) -> bool:
    return value(_property(run, "vertAlign")) == "superscript" or any(
        part.tag in (W + "footnoteReference", W + "endnoteReference") for part in run
    )


def _is_struck(run: Node) -> bool:
    return is_on(_property(run, "strike")) or is_on(_property(run, "dstrike"))


def _is_hidden(run: Node, layers: Sequence[Node]) -> bool:
    """By its own properties, or by those of its styles where it says nothing itself: the nearest word counts."""

    def said(name: str) -> Node:
        found = (layer.find(W + name) for layer in layers)
        return next((one for one in found if one is not None), None)

    if is_on(said("vanish")) or is_on(said("webHidden")):
        return True
    if whole(said("sz"), 99) <= _TINY_HALF_POINTS:
        return True
    colour, shades = value(said("color")).upper(), _shades(run, layers)
    if colour in _BLANK[:2]:
        return False
    if colour == next((value(shade, "fill").upper() for shade in shades if shade is not None), ""):
        return True
    return is_white(f"#{colour}") and not _is_on_paint(run, shades)


def _shades(run: Node, layers: Sequence[Node]) -> list[Node]:
    """What lies behind its letters, the nearest first: shades of run, styles, paragraph and cell."""
    shades = [layer.find(W + "shd") for layer in layers]
    for above in run.iterancestors(W + "p", W + "tc"):
        properties = above.find(above.tag + "Pr")
        shades.append(None if properties is None else properties.find(W + "shd"))
    return shades


def _is_on_paint(run: Node, shades: Sequence[Node]) -> bool:
    """Whether something dark may lie behind white letters: any shade, or that of a table's style."""
    if any(value(shade, "fill").upper() not in _BLANK or value(shade, "themeFill") for shade in shades):
        return True
    table = next(run.iterancestors(W + "tbl"), None)
    style = None if table is None else table.find(f"{W}tblPr/{W}tblStyle")
    explicit = any(shade is not None for shade in shades)
    return value(style) not in ("", "TableGrid", "TableNormal") and not explicit
