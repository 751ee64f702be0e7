"""MarkdownV2, with the reserved characters Telegram insists on (after td's `parse_markdown_v2`)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from bot.simulator.errors import cannot_parse
from bot.simulator.texts.html import link_entity
from bot.simulator.texts.utf16 import utf16_length, utf16_slice

Entity = dict[str, Any]
RESERVED = "_*[]()~`>#+-=|{}.!"
MARKS = {"__": "underline", "_": "italic", "*": "bold", "~": "strikethrough", "||": "spoiler"}
NAMES = {"text_link": "TextUrl", "code": "Code", "pre": "Pre"}


@dataclass
class _Open:
    mark: str
    kind: str
    offset: int
    at: int


@dataclass
class MarkdownReader:
    """One pass over the source with a stack of open marks."""

    source: str
    at: int = 0
    length: int = 0
    pieces: list[str] = field(default_factory=list)
    open: list[_Open] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)

    def read(self) -> tuple[str, list[Entity]]:
        while self.at < len(self.source):
            self._step()
        self._close_quote()
        if self.open:
            last = self.open[-1]
            name = NAMES.get(last.kind, last.kind.capitalize())
            raise cannot_parse(f"Can't find end of {name} entity at byte offset {self._bytes(last.at)}")
        return "".join(self.pieces), self.entities

    def _step(self) -> None:
        character = self.source[self.at]
        following = self.source[self.at + 1 : self.at + 2]
        if character == "\\" and following and ord(following) < 127:
            self._put(following, 2)
        elif character == "`":
            self._code()
        elif character == ">" and self._line_start():
            self._quote()
        elif character == "\n":
            self._newline()
        elif character in "[]":
            self._bracket(character)
        elif mark := self._mark():
            self._toggle(mark)
        elif character in RESERVED:
            raise cannot_parse(
                f"Character '{character}' is reserved and must be escaped with the preceding '\\'"
            )
        else:
            self._put(character, 1)

    def _put(self, text: str, consumed: int) -> None:
        self.pieces.append(text)
        self.length += utf16_length(text)
        self.at += consumed

    def _mark(self) -> str | None:
        return next((mark for mark in MARKS if self.source.startswith(mark, self.at)), None)

    def _toggle(self, mark: str) -> None:
        if mark == "__" and self.open and self.open[-1].mark == "_":
            mark = "_"
        if self.open and self.open[-1].mark == mark:
            self._close({"type": MARKS[mark]})
        elif any(opened.mark == mark for opened in self.open):
            self._reserved(mark)
        else:
            self.open.append(_Open(mark, MARKS[mark], self.length, self.at))
        self.at += len(mark)

    def _reserved(self, mark: str) -> None:
        raise cannot_parse(f"Character '{mark[0]}' is reserved and must be escaped with the preceding '\\'")

    def _close(self, entity: Entity) -> None:
        opened = self.open.pop()
        if self.length > opened.offset:
            self.entities.append(entity | {"offset": opened.offset, "length": self.length - opened.offset})

    def _bracket(self, character: str) -> None:
        if character == "[":
            self.open.append(_Open("[", "text_link", self.length, self.at))
            self.at += 1
            return
        if not self.open or self.open[-1].mark != "[":
            self._reserved("]")
        self.at += 1
        url = self._address()
        opened = self.open[-1]
        inside = utf16_slice("".join(self.pieces), opened.offset, self.length - opened.offset)
        entity = link_entity(url or inside)
        if entity is None:
            self.open.pop()
        else:
            self._close(entity)

    def _address(self) -> str:
        if self.source[self.at : self.at + 1] != "(":
            return ""
        start, self.at, url = self.at, self.at + 1, ""
        while self.at < len(self.source) and self.source[self.at] != ")":
            self.at += self.source[self.at] == "\\"
            url += self.source[self.at : self.at + 1]
            self.at += 1
        if self.at >= len(self.source):
            raise cannot_parse(f"Can't find end of a URL at byte offset {self._bytes(start)}")
        self.at += 1
        return url

    def _code(self) -> None:
        fence = "```" if self.source.startswith("```", self.at) else "`"
        start = self.at
        self.open.append(_Open(fence, "pre" if fence == "```" else "code", self.length, start))
        self.at += len(fence)
        language = self._language() if fence == "```" else ""
        while not self.source.startswith(fence, self.at):
            if self.at >= len(self.source):
                name = "Pre" if fence == "```" else "Code"
                raise cannot_parse(f"Can't find end of {name} entity at byte offset {self._bytes(start)}")
            escaped = self.source[self.at] == "\\" and self.source[self.at + 1 : self.at + 2] in ("`", "\\")
            self._put(self.source[self.at + escaped], 1 + escaped)
        self.at += len(fence)
        self._close({"type": self.open[-1].kind} | ({"language": language} if language else {}))

    def _language(self) -> str:
        end = self.at
        while end < len(self.source) and not self.source[end].isspace() and self.source[end] != "`":
            end += 1
        if self.source[end : end + 1] == "\n":
            language, self.at = self.source[self.at : end], end + 1
            return language
        return ""

    def _line_start(self) -> bool:
        return not self.pieces or self.pieces[-1] == "\n"

    def _quote(self) -> None:
        self.at += 1
        if not self._quote_open():
            self.open.insert(0, _Open(">", "blockquote", self.length, self.at))

    def _quote_open(self) -> bool:
        return bool(self.open) and self.open[0].mark == ">"

    def _newline(self) -> None:
        if self._quote_open() and self.source[self.at + 1 : self.at + 2] != ">":
            self._close_quote()
        self._put("\n", 1)

    def _close_quote(self) -> None:
        if len(self.open) == 1 and self._quote_open():
            self._close({"type": "blockquote"})

    def _bytes(self, position: int) -> int:
        return len(self.source[:position].encode())


def parse_markdown_v2(source: str) -> tuple[str, list[Entity]]:
    """The visible text and its entities."""
    return MarkdownReader(source).read()
