"""What Telegram finds in a text by itself: commands, mentions, hashtags, links, e-mail and telephone numbers."""

from __future__ import annotations

import re
from typing import Any

from bot.simulator.texts.utf16 import utf16_length

Entity = dict[str, Any]

TOP_LEVEL = "com|org|net|edu|gov|io|me|info|app|dev|cn|ke|tz|ug|in|es|fr|mx|co|uk|de|coop|farm|bank"
PATTERNS = [
    (
        "url",
        re.compile(
            rf"(?i)(?:https?://[^\s<>\"]+|(?<![\w@.-])(?:[a-z0-9-]+\.)+(?:{TOP_LEVEL})\b(?:/[^\s<>\"]*)?)"
        ),
    ),
    ("email", re.compile(r"(?i)(?<![\w.+-])[a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+")),
    ("bot_command", re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z][A-Za-z0-9_]{2,31})?(?![\w/])")),
    ("mention", re.compile(r"(?<![\w@])@[A-Za-z][A-Za-z0-9_]{2,31}\b")),
    ("hashtag", re.compile(r"(?<![\w#])#(?=\w*[^\W\d])\w{1,256}")),
    ("cashtag", re.compile(r"(?<![\w$])\$[A-Z]{3,8}\b")),
    ("phone_number", re.compile(r"(?<![\w+.])\+\d[\d ()-]{7,17}\d(?!\w)")),
]


def detect(text: str, taken: list[Entity] | None = None) -> list[Entity]:
    """Entities found in `text` where none of `taken` (code and links) already stands."""
    spans = [(entity["offset"], entity["offset"] + entity["length"]) for entity in taken or ()]
    found: list[Entity] = []
    for kind, pattern in PATTERNS:
        for match in pattern.finditer(text):
            begin, length = _measure(text, _trimmed(kind, match))
            if length and not any(begin < end and start < begin + length for start, end in spans):
                spans.append((begin, begin + length))
                found.append({"type": kind, "offset": begin, "length": length})
    return sorted(found, key=lambda entity: entity["offset"])


def _trimmed(kind: str, match: re.Match[str]) -> tuple[int, int]:
    """A sentence's full stop is no part of the address before it."""
    end = match.end() - len(match[0]) + len(match[0].rstrip(".,;:!?)'\"")) if kind == "url" else match.end()
    return match.start(), end


def _measure(text: str, span: tuple[int, int]) -> tuple[int, int]:
    return utf16_length(text[: span[0]]), utf16_length(text[span[0] : span[1]])
