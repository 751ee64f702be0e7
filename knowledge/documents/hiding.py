"""Signs that a person does not see a text although a machine reads it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from lxml.etree import XPathError

Node = Any  # lxml ships no types for its elements

_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0?(?:\.0\d*)?\s*(?:;|$|!)|"
    r"text-indent\s*:\s*-\d{3,}|(?:^|[;\s])(?:left|top)\s*:\s*-\d{3,}|margin-left\s*:\s*-\d{4,}|"
    r"clip\s*:\s*rect\(\s*0|transform\s*:\s*scale\(\s*0(?:\.0+)?\s*[,)]|mso-hide\s*:\s*all",
    re.IGNORECASE,
)
# Three channels say the colour; what stands behind the third, or behind a slash, says how much of it is seen.
_NO_COLOUR = re.compile(
    r"transparent|(?:rgb|hsl)a?\((?:(?:[^),/]*,){3}|[^)/]*/)\s*(?:0(?:\.0*)?|\.0+)%?\s*\)"
    r"|#(?:[0-9a-f]{3}0|[0-9a-f]{6}00)$"
)
_FLAT = re.compile(
    r"(?<![-\w])(?:max-)?(?:height|width)\s*:\s*0(?:px|pt|em|rem|%)?\s*(?:;|$|!)", re.IGNORECASE
)
_CUT = re.compile(r"overflow(?:-[xy])?\s*:\s*(?:hidden|clip)", re.IGNORECASE)
_SIZE = re.compile(r"font-size\s*:\s*(\d*\.?\d+)\s*(px|pt|em|rem|%)?", re.IGNORECASE)
_TINY = {"px": 2.0, "pt": 2.0, "": 2.0, "em": 0.15, "rem": 0.15, "%": 15.0}
_COLOUR = re.compile(r"(?<![-\w])color\s*:\s*([^;!]+)", re.IGNORECASE)
_BACKGROUND = re.compile(r"background(?:-color)?\s*:\s*([^;!]+)", re.IGNORECASE)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_MEDIA = re.compile(r"@media([^{]*)\{((?:[^{}]*\{[^{}]*\})*[^{}]*)\}", re.IGNORECASE)
_ON_SCREEN = ("", "all", "screen", "only screen")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_SIMPLE = re.compile(r"[.#]?[\w-]+")
_LONGEST_SHEET = 200_000  # letters
_MOST_SELECTORS = 300  # of those that must be looked for in the page: hostile sheets have more
_NO_PAINT = ("none", "transparent", "inherit", "initial", "unset")
WHITE = 0xF5  # each channel from here on: nobody tells #fefefe from paper
_CHANNELS = re.compile(r"rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)", re.IGNORECASE)


def is_white(colour: str) -> bool:
    """Whether a CSS colour, by name, in hex or as rgb(), is white or so near that nobody sees it on paper."""
    channels = _rgb(colour)
    return channels is not None and all(channel >= WHITE for channel in channels)


def _rgb(colour: str) -> tuple[int, ...] | None:
    """The three channels of a CSS colour; None for one that is not told in full, as `inherit` or a variable."""
    from PIL import ImageColor

    if spaced := _CHANNELS.match(colour.strip()):
        return tuple(map(int, spaced.groups()))
    try:
        return ImageColor.getrgb(colour.strip())[:3]
    except ValueError:
        return None


def hides(style: str) -> bool:
    """Whether a CSS declaration block hides its text whatever lies behind: not shown, size zero, off the page."""
    if _STYLE.search(style) or _is_tiny(style) or (_FLAT.search(style) and _CUT.search(style)):
        return True
    colour, background = _colour(style), _background(style)
    if _NO_COLOUR.match(colour):
        return True
    return bool(colour and background and colour == background)


def whitens(style: str) -> bool:
    """Whether it makes its letters white, so that they are seen on paint alone."""
    colour = _colour(style)
    return bool(colour) and is_white(colour) and not paints(style)


def paints(style: str) -> bool:
    """Whether it lays a colour or a picture behind its text."""
    background = _background(style)
    return bool(background) and not is_white(background) and background not in _NO_PAINT


def _is_tiny(style: str) -> bool:
    size = _SIZE.search(style)
    return size is not None and float(size.group(1)) <= _TINY[(size.group(2) or "").lower()]


def _colour(style: str) -> str:
    found = _COLOUR.search(style)
    return found.group(1).strip().lower() if found else ""


def _background(style: str) -> str:
    found = _BACKGROUND.search(style)
    return found.group(1).strip().lower() if found else ""


@dataclass(frozen=True, slots=True)
class Meant:
    """The elements that some rules mean: by a plain name (`.class`, `#id`, `tag`), and those found in the page."""

    names: frozenset[str]
    nodes: frozenset[Node]

    @classmethod
    def of(cls, selectors: Iterable[str], root: Node) -> Meant:
        told = {one.strip() for one in selectors}
        simple = {one.lower() for one in told if _SIMPLE.fullmatch(one)}
        further = sorted(one for one in told if one and not _SIMPLE.fullmatch(one))[:_MOST_SELECTORS]
        return cls(frozenset(simple), frozenset(node for one in further for node in _found(one, root)))

    def __contains__(self, node: Node) -> bool:
        return not self.names.isdisjoint(_names(node)) or node in self.nodes


class StyleSheets:
    """What a page's own sheets do to its text, each asked for once."""

    def __init__(self, root: Node) -> None:
        self._root = root
        self._rules = [rule for sheet in root.iter("style") for rule in _rules(sheet.text or "")]

    @cached_property
    def hiding(self) -> Meant:
        return self._meant(hides)

    @cached_property
    def white(self) -> Meant:
        return self._meant(whitens)

    @cached_property
    def painted(self) -> Meant:
        return self._meant(paints)

    def loses(self, node: Node) -> bool:
        """Whether a node makes its letters the colour of what they stand on."""
        colour = _rgb(self._said(node, _colour, self._colours))
        if colour is None:
            return False
        grounds = (
            self._said(above, _background, self._backgrounds) for above in (node, *node.iterancestors())
        )
        ground = next((one for one in grounds if one and one not in _NO_PAINT), "")
        return _rgb(ground) == colour

    def _said(self, node: Node, read: Callable[[str], str], ruled: Sequence[tuple[str, Meant]]) -> str:
        """What a node's own style says, or all rules that mean it; nothing where they differ."""
        if own := read(node.get("style") or ""):
            return own
        told = {value for value, meant in ruled if node in meant}
        return told.pop() if len(told) == 1 else ""

    @cached_property
    def _colours(self) -> list[tuple[str, Meant]]:
        return self._by_value(_colour)

    @cached_property
    def _backgrounds(self) -> list[tuple[str, Meant]]:
        return self._by_value(_background)

    def _by_value(self, read: Callable[[str], str]) -> list[tuple[str, Meant]]:
        heads: dict[str, list[str]] = defaultdict(list)
        for head, body in self._rules:
            if value := read(body):
                heads[value] += head.split(",")
        if sum(map(len, heads.values())) > _MOST_SELECTORS:
            return []
        return [(value, Meant.of(told, self._root)) for value, told in heads.items()]

    def _meant(self, does: Callable[[str], bool]) -> Meant:
        heads = [head for head, body in self._rules if does(body)]
        return Meant.of((one for head in heads for one in head.split(",")), self._root)


def _rules(css: str) -> list[tuple[str, str]]:
    """Selectors and declarations as a screen shows them; what is for print or small screens alone counts nothing."""
    css = _COMMENT.sub(" ", css[:_LONGEST_SHEET])
    css = _MEDIA.sub(lambda media: media[2] if media[1].strip().lower() in _ON_SCREEN else " ", css)
    return [(head, body) for head, body in _RULE.findall(css) if "@" not in head]


def _found(selector: str, root: Node) -> list[Node]:
    """The elements of the page that a selector means; none where it cannot be read, as of one that is hovered over."""
    from cssselect import HTMLTranslator, SelectorError

    try:
        path = HTMLTranslator().css_to_xpath(selector)
        found: list[Node] = root.xpath(path)
    except (SelectorError, XPathError):
        return []
    return found


def _names(node: Node) -> set[str]:
    """The plain selectors that mean an element."""
    tag = node.tag.lower() if isinstance(node.tag, str) else ""
    classes = {f".{name}" for name in (node.get("class") or "").lower().split()}
    return {tag, f"#{(node.get('id') or '').lower()}"} | classes
