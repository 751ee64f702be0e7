"""A long message in the pieces that Telegram takes: measured as Telegram does, no word lost, no tag cut through."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.conversation.messages import Reply

MAX_TEXT, MAX_CAPTION = 4096, 1024  # UTF-16 units, Telegram's

TOKEN = re.compile(r"</?[a-z][^<>]*>|&(?:#\d+|#x[0-9a-f]+|[a-z]+);|.", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Token:
    """A tag, an entity or a character; `width` in UTF-16 units as Telegram counts them, 0 for a tag."""

    source: str
    width: int

    @property
    def tag(self) -> str:
        """The name of the tag, with its / if it closes; "" for what is no tag."""
        found = re.match(r"<(/?[a-z][\w-]*)", self.source, re.IGNORECASE)
        return found[1].lower() if found and self.width == 0 else ""


def parts(reply: Reply) -> list[Reply]:
    """The messages that say it, each short enough: a file first, the buttons and the keyboard under the last.

    Each is stored and sent for itself, so that one that fails does not bring the others a second time.
    """
    if reply.attachment is not None and measure(reply.text) > MAX_CAPTION:
        alone = replace(reply, text="", buttons=(), keys=None, asks=None)
        return [alone, *parts(replace(reply, attachment=None, edit=None))]
    first, *more = split(reply.text)
    if not more:
        return [reply]
    *middle, last = [replace(reply, text=text, edit=None) for text in more]
    bare = [replace(one, buttons=(), keys=None) for one in (replace(reply, text=first), *middle)]
    return [*bare, last]


def measure(text: str) -> int:
    """The length of our HTML as Telegram counts it: UTF-16 units, after the tags are read."""
    return sum(token.width for token in _tokens(text))


def split(text: str, limit: int = MAX_TEXT) -> list[str]:
    """The text in pieces of at most `limit`, cut between lines where it can be, else between words."""
    if len(text) * 2 <= limit:  # no sign is longer than two units
        return [text]
    pieces: list[str] = []
    current: list[_Token] = []
    width = 0
    for token in _tokens(text):
        while width + token.width > limit:
            head, current = _cut(current)
            pieces.append(head)
            width = sum(one.width for one in current)
        current.append(token)
        width += token.width
    pieces.append(_joined(current))
    return [piece for piece in pieces if piece.strip()] or [text]


def _tokens(text: str) -> Iterable[_Token]:
    for found in TOKEN.finditer(text):
        source = found[0]
        tag = len(source) > 1 and source.startswith("<")
        shown = "" if tag else html.unescape(source)
        yield _Token(source, len(shown.encode("utf-16-le", "surrogatepass")) // 2)


def _cut(tokens: list[_Token]) -> tuple[str, list[_Token]]:
    """The first piece, its open tags closed, and the rest, in which they are opened anew."""
    place, gap = _place(tokens)
    head, rest = tokens[:place], tokens[place + gap :]
    opened = _opened(head)
    closing = "".join(f"</{tag.tag}>" for tag in reversed(opened))
    return _joined(head) + closing, [*opened, *rest]


def _place(tokens: list[_Token]) -> tuple[int, int]:
    """Where to cut, and how many tokens (a line's end, a space) fall away there."""
    for sign in ("\n", " "):
        for at in range(len(tokens) - 1, len(tokens) // 2, -1):
            if tokens[at].source == sign:
                return at, 1
    return len(tokens), 0


def _opened(tokens: Iterable[_Token]) -> list[_Token]:
    opened: list[_Token] = []
    for token in tokens:
        if token.tag.startswith("/") and opened:
            opened.pop()
        elif token.tag and not token.tag.startswith("/"):
            opened.append(token)
    return opened


def _joined(tokens: Iterable[_Token]) -> str:
    return "".join(token.source for token in tokens)
