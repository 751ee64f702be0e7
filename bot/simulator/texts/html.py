"""Telegram's HTML, parsed as strictly as Telegram parses it (after td's `parse_html`)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from bot.simulator.errors import cannot_parse
from bot.simulator.texts.utf16 import utf16_length, utf16_slice

Entity = dict[str, Any]

STYLES = {
    "a": "text_link",
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "u": "underline",
    "ins": "underline",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "tg-emoji": "custom_emoji",
    "pre": "pre",
    "code": "code",
    "blockquote": "blockquote",
}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
CHARACTER = re.compile(r"&(?:#(\d{1,8})|#[xX]([0-9a-fA-F]{1,8})|(lt|gt|amp|quot));?")
SPACE = " \t\r\n"


@dataclass
class _Open:
    tag: str
    offset: int  # UTF-16, in the text produced so far
    attributes: dict[str, str]


@dataclass
class HtmlReader:
    """One pass over the source; positions in error messages are byte offsets, as Telegram gives them."""

    source: str
    at: int = 0
    length: int = 0  # of the text so far, in UTF-16 units
    pieces: list[str] = field(default_factory=list)
    open: list[_Open] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)

    def read(self) -> tuple[str, list[Entity]]:
        while self.at < len(self.source):
            character = self.source[self.at]
            if character == "&":
                self._character()
            elif character == "<":
                self._tag()
            else:
                self._put(character)
                self.at += 1
        if self.open:
            raise cannot_parse(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        return "".join(self.pieces), self.entities

    def _put(self, text: str) -> None:
        self.pieces.append(text)
        self.length += utf16_length(text)

    def _character(self) -> None:
        text, self.at = decode_character(self.source, self.at)
        self._put(text)

    def _tag(self) -> None:
        start = self.at
        if self.source.startswith("</", start):
            self._end_tag(start)
        else:
            self._start_tag(start)

    def _start_tag(self, start: int) -> None:
        self.at += 1
        tag = self._name(SPACE + ">").lower()
        if self.at >= len(self.source):
            raise cannot_parse(f"Unclosed start tag at byte offset {self._bytes(start)}")
        if tag not in STYLES:
            raise cannot_parse(f'Unsupported start tag "{tag}" at byte offset {self._bytes(start)}')
        attributes = self._attributes(tag, start)
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise cannot_parse(f'Tag "span" must have class "tg-spoiler" at byte offset {self._bytes(start)}')
        self.open.append(_Open(tag, self.length, attributes))
        self.at += 1

    def _attributes(self, tag: str, start: int) -> dict[str, str]:
        found: dict[str, str] = {}
        while True:
            self._skip_space()
            if self.at >= len(self.source):
                raise cannot_parse(f"Unclosed start tag at byte offset {self._bytes(start)}")
            if self.source[self.at] == ">":
                return found
            name, value = self._attribute(tag, start)
            found[name] = value

    def _attribute(self, tag: str, start: int) -> tuple[str, str]:
        name = self._name(SPACE + "=>").lower()
        if not name:
            raise cannot_parse(f'Empty attribute name in the tag "{tag}" at byte offset {self._bytes(start)}')
        self._skip_space()
        if self.at < len(self.source) and self.source[self.at] != "=":
            if name == "expandable":
                return name, ""
            raise cannot_parse(
                f'Expected equal sign in declaration of an attribute of the tag "{tag}" '
                f"at byte offset {self._bytes(start)}"
            )
        self.at += 1
        self._skip_space()
        if self.at >= len(self.source):
            raise cannot_parse(f'Unclosed start tag "{tag}" at byte offset {self._bytes(start)}')
        return name, self._value(tag, start)

    def _value(self, tag: str, start: int) -> str:
        quote = self.source[self.at]
        if quote not in "'\"":
            return self._name(SPACE + ">").lower()
        self.at += 1
        value = ""
        while self.at < len(self.source) and self.source[self.at] != quote:
            piece, self.at = decode_character(self.source, self.at)
            value += piece
        if self.at >= len(self.source):
            raise cannot_parse(f'Unclosed start tag "{tag}" at byte offset {self._bytes(start)}')
        self.at += 1
        return value

    def _end_tag(self, start: int) -> None:
        if not self.open:
            raise cannot_parse(f"Unexpected end tag at byte offset {self._bytes(start)}")
        self.at += 2
        tag = self._name(SPACE + ">").lower()
        self._skip_space()
        if self.at >= len(self.source) or self.source[self.at] != ">":
            raise cannot_parse(f"Unclosed end tag at byte offset {self._bytes(start)}")
        last = self.open.pop()
        if tag and tag != last.tag:
            raise cannot_parse(
                f'Unmatched end tag at byte offset {self._bytes(start)}, expected "</{last.tag}>", found "</{tag}>"'
            )
        self.at += 1
        self._close(last)

    def _close(self, opened: _Open) -> None:
        length = self.length - opened.offset
        if length > 0 and (entity := self._entity(opened)) is not None:
            self.entities.append(entity | {"offset": opened.offset, "length": length})

    def _entity(self, opened: _Open) -> Entity | None:
        kind = STYLES[opened.tag]
        if kind == "text_link":
            return link_entity(opened.attributes.get("href") or self._text_since(opened.offset))
        if kind == "custom_emoji":
            return {"type": kind, "custom_emoji_id": opened.attributes.get("emoji-id", "")}
        if kind == "blockquote" and "expandable" in opened.attributes:
            return {"type": "expandable_blockquote"}
        if opened.tag == "code" and self.open and self.open[-1].tag == "pre":
            self.open[-1].attributes.setdefault("language", opened.attributes.get("class", ""))
            return None
        language = opened.attributes.get("language", "").removeprefix("language-")
        return {"type": kind} | ({"language": language} if kind == "pre" and language else {})

    def _text_since(self, offset: int) -> str:
        return utf16_slice("".join(self.pieces), offset, self.length - offset)

    def _name(self, stop: str) -> str:
        start = self.at
        while self.at < len(self.source) and self.source[self.at] not in stop:
            self.at += 1
        return self.source[start : self.at]

    def _skip_space(self) -> None:
        while self.at < len(self.source) and self.source[self.at] in SPACE:
            self.at += 1

    def _bytes(self, position: int) -> int:
        return len(self.source[:position].encode())


def decode_character(source: str, at: int) -> tuple[str, int]:
    """The character at `at`, an HTML escape decoded; an unknown escape stays as it is written."""
    match = CHARACTER.match(source, at) if source[at] == "&" else None
    if match is None:
        return source[at], at + 1
    decimal, hexadecimal, name = match.groups()
    if name:
        return NAMED[name], match.end()
    code = int(decimal) if decimal else int(hexadecimal, 16)
    if code == 0 or code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return "&", at + 1
    return chr(code), match.end()


def link_entity(url: str) -> Entity | None:
    """A link Telegram would keep; an address it cannot use silently becomes plain text."""
    if mention := re.fullmatch(r"tg://user\?id=(\d+)", url):
        return {"type": "text_mention", "user": {"id": int(mention[1])}}
    if re.match(r"(?i)(https?|tg|ton|tonsite|ftp)://", url):
        return {"type": "text_link", "url": _complete(url)}
    if re.fullmatch(r"(?i)(mailto|tel):.+", url) or not re.fullmatch(r"[^\s/]+\.[^\s/.]{2,}(/\S*)?", url):
        return None
    return {"type": "text_link", "url": _complete(f"http://{url}")}


def _complete(url: str) -> str:
    """Telegram writes the root path out."""
    return url if re.search(r"://[^/?#]+[/?#]", url) else url + "/"


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """The visible text and its entities, in the order their tags closed."""
    return HtmlReader(source).read()
