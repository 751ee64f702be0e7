"""Signs that a person does not see a text although a machine reads it."""

from __future__ import annotations

import re

_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0(?:\.0+)?\s*(?:;|$|!)|"
    r"font-size\s*:\s*0*(?:\.\d+)?(?:px|pt|em|rem|%)?\s*(?:;|$|!)|text-indent\s*:\s*-\d{3,}|"
    r"(?:left|top|margin-left)\s*:\s*-\d{4,}|clip\s*:\s*rect\(\s*0|mso-hide\s*:\s*all",
    re.IGNORECASE,
)
_COLOUR = re.compile(r"(?<![-\w])color\s*:\s*([^;!]+)", re.IGNORECASE)
_BACKGROUND = re.compile(r"background(?:-color)?\s*:\s*([^;!]+)", re.IGNORECASE)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_WHITE = re.compile(r"^\s*(?:white|#fff(?:fff)?|rgba?\(\s*255\s*,\s*255\s*,\s*255\b.*)\s*$", re.IGNORECASE)


def hides(style: str) -> bool:
    """Whether a CSS declaration block hides its text: not shown, size zero, off the page, white on white."""
    if _STYLE.search(style):
        return True
    colour, background = _COLOUR.search(style), _BACKGROUND.search(style)
    if not colour:
        return False
    if background:
        return colour.group(1).strip().lower() == background.group(1).strip().lower()
    return bool(_WHITE.match(colour.group(1)))


def hiding_selectors(css: str) -> set[str]:
    """The simple selectors (`.class`, `#id`, `tag`) whose rules hide their text."""
    found: set[str] = set()
    for selectors, body in _RULE.findall(css[:200_000]):
        if "@" not in selectors and hides(body):
            found.update(part.strip().lower() for part in selectors.split(","))
    return {selector for selector in found if re.fullmatch(r"[.#]?[\w-]+", selector)}
