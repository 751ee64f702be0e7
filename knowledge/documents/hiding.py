"""Signs that a person does not see a text although a machine reads it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0(?:\.0+)?\s*(?:;|$|!)|"
    r"font-size\s*:\s*0*(?:\.\d+)?(?:px|pt|em|rem|%)?\s*(?:;|$|!)|text-indent\s*:\s*-\d{3,}|"
    r"(?:left|top|margin-left)\s*:\s*-\d{4,}|clip\s*:\s*rect\(\s*0|mso-hide\s*:\s*all",
    re.IGNORECASE,
)
_COLOUR = re.compile(r"(?<![-\w])color\s*:\s*([^;!]+)", re.IGNORECASE)
_BACKGROUND = re.compile(r"background(?:-color)?\s*:\s*([^;!]+)", re.IGNORECASE)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_SIMPLE = re.compile(r"[.#]?[\w-]+")
_NO_PAINT = ("none", "transparent", "inherit", "initial", "unset")
_WHITE = re.compile(r"^\s*(?:white|#fff(?:fff)?|rgba?\(\s*255\s*,\s*255\s*,\s*255\b.*)\s*$", re.IGNORECASE)


def hides(style: str) -> bool:
    """Whether a CSS declaration block hides its text whatever lies behind: not shown, size zero, off the page."""
    if _STYLE.search(style):
        return True
    colour, background = _colour(style), _background(style)
    return bool(colour and background and colour == background)


def whitens(style: str) -> bool:
    """Whether it makes its letters white, so that they are seen on paint alone."""
    return bool(_WHITE.match(_colour(style))) and not paints(style)


def paints(style: str) -> bool:
    """Whether it lays a colour or a picture behind its text."""
    background = _background(style)
    return bool(background) and not _WHITE.match(background) and background not in _NO_PAINT


def _colour(style: str) -> str:
    found = _COLOUR.search(style)
    return found.group(1).strip().lower() if found else ""


def _background(style: str) -> str:
    found = _BACKGROUND.search(style)
    return found.group(1).strip().lower() if found else ""


@dataclass(frozen=True, slots=True)
class Selectors:
    """The simple selectors (`.class`, `#id`, `tag`) of a page by what their rules do to the text."""

    hiding: frozenset[str]
    white: frozenset[str]
    painted: frozenset[str]

    @classmethod
    def of(cls, sheets: Iterable[str]) -> Selectors:
        found: dict[str, set[str]] = {"hiding": set(), "white": set(), "painted": set()}
        for css in sheets:
            for selectors, body in _RULE.findall(css[:200_000]):
                kinds = {"hiding": hides, "white": whitens, "painted": paints}
                for kind, does in kinds.items():
                    if "@" not in selectors and does(body):
                        found[kind].update(part.strip().lower() for part in selectors.split(","))
        return cls(**{kind: frozenset(filter(_SIMPLE.fullmatch, names)) for kind, names in found.items()})
