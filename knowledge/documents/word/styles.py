"""What the named styles of a Word file say of a run: its own style, its paragraph's, and those they are based on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from knowledge.documents.word.xml import Node, W, value

_DEPTH = 12  # of styles based on one another


class Styles:
    """The styles of a file by id."""

    def __init__(self, styles: Mapping[str, Node]) -> None:
        self._styles = styles

    def of(self, run: Node, paragraph: Node) -> list[Node]:
        """The properties that set a run's letters, the nearest first; a paragraph style's shade is among them."""
        own, around = run.find(W + "rPr"), paragraph.find(W + "pPr")
        named = [
            value(None if own is None else own.find(W + "rStyle")),
            value(None if around is None else around.find(W + "pStyle")),
        ]
        layers = [own, *(layer for style_id in named for layer in self._properties(style_id))]
        return [layer for layer in layers if layer is not None]

    def chain(self, style_id: str) -> Iterator[Node]:
        """The style and those it is based on."""
        for _ in range(_DEPTH):
            style = self._styles.get(style_id) if style_id else None
            if style is None:
                return
            yield style
            style_id = value(style.find(W + "basedOn"))

    def _properties(self, style_id: str) -> Iterator[Node]:
        for style in self.chain(style_id):
            yield style.find(W + "rPr")
            yield style.find(W + "pPr")
