"""Reads the Markdown the sample documents are written in into a flat list of blocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.token import Token

Run = tuple[str, bool]  # text, bold


@dataclass(frozen=True)
class Block:
    """A heading, paragraph, list item or table; `runs` for text, `rows` for tables."""

    kind: Literal["heading", "paragraph", "bullet", "numbered", "table"]
    level: int = 0
    runs: tuple[Run, ...] = ()
    rows: tuple[tuple[str, ...], ...] = field(default=())

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.runs)


def read_blocks(markdown: str) -> list[Block]:
    """Blocks in reading order; only what the samples use: headings, paragraphs, bold, lists, tables."""
    return list(_blocks(MarkdownIt("commonmark").enable("table").parse(markdown)))


def _blocks(tokens: list[Token]) -> Iterator[Block]:
    lists: list[Literal["bullet", "numbered"]] = []
    position = 0
    while position < len(tokens):
        token = tokens[position]
        if token.type == "bullet_list_open":
            lists.append("bullet")
        elif token.type == "ordered_list_open":
            lists.append("numbered")
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            lists.pop()
        elif token.type == "heading_open":
            yield Block("heading", level=int(token.tag[1]), runs=_runs(tokens[position + 1]))
        elif token.type == "paragraph_open":
            yield Block(lists[-1] if lists else "paragraph", runs=_runs(tokens[position + 1]))
        elif token.type == "table_open":
            end = next(i for i in range(position, len(tokens)) if tokens[i].type == "table_close")
            yield Block("table", rows=_rows(tokens[position:end]))
            position = end
        position += 1


def _runs(inline: Token) -> tuple[Run, ...]:
    runs: list[Run] = []
    bold = False
    for child in inline.children or []:
        if child.type in {"strong_open", "strong_close"}:
            bold = child.type == "strong_open"
        elif child.type == "softbreak":
            runs.append((" ", bold))
        elif child.content:
            runs.append((child.content, bold))
    return tuple(runs)


def _rows(tokens: list[Token]) -> tuple[tuple[str, ...], ...]:
    rows: list[list[str]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append("".join(text for text, _ in _runs(token)))
    return tuple(tuple(row) for row in rows)
