"""From what a caller wrote to the text Telegram would store: cleaned, parsed, trimmed, entities in order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.simulator.errors import bad_request
from bot.simulator.texts.detect import detect
from bot.simulator.texts.html import parse_html
from bot.simulator.texts.markdown import parse_markdown_v2
from bot.simulator.texts.utf16 import utf16_length

Entity = dict[str, Any]
UNTOUCHED = frozenset(
    {"code", "pre", "text_link", "text_mention", "custom_emoji", "url", "mention", "bot_command"}
)
KNOWN = UNTOUCHED | frozenset(
    [
        "hashtag",
        "cashtag",
        "email",
        "phone_number",
        "bold",
        "italic",
        "underline",
        "strikethrough",
        "spoiler",
        "blockquote",
        "expandable_blockquote",
        "date_time",
    ]
)
CONTROL = {code: " " for code in range(32) if chr(code) != "\n"} | {0x0D: None, 0x2028: " ", 0x2029: " "}
DIRECTIONS = dict.fromkeys((8237, 8238))  # Telegram drops overrides that could spoof a name
# What Telegram takes for nothing: a text of these alone is refused as empty.
UNSEEN = dict.fromkeys((0xAD, *range(0x200B, 0x2010), 0x202E, 0x2800, 0xFEFF, 0xFFFC))
CLEANING: dict[int, str | None] = CONTROL | DIRECTIONS


@dataclass(frozen=True)
class FormattedText:
    """A text and its entities, offsets in UTF-16 units."""

    text: str
    entities: list[Entity] = field(default_factory=list)

    def __bool__(self) -> bool:
        """Whether there is anything to see (td's `is_empty_string`)."""
        return bool(self.text.translate(UNSEEN).strip())

    @property
    def length(self) -> int:
        return utf16_length(self.text)


def plain(text: str) -> FormattedText:
    """A text as it is written, with what Telegram finds in it."""
    return _finish(_clean(text), [])


def user_text(text: str) -> FormattedText:
    """What a person typed."""
    return plain(text)


def read_text(
    text: str, parse_mode: str | None, entities: list[Mapping[str, Any]] | None = None
) -> FormattedText:
    """What a bot sent as text or caption, under `parse_mode` or with explicit `entities`."""
    cleaned = _clean(text)
    mode = (parse_mode or "").lower()
    if mode == "html":
        return _finish(*parse_html(cleaned))
    if mode == "markdownv2":
        return _finish(*parse_markdown_v2(cleaned))
    if mode == "markdown":
        raise bad_request(
            "the simulator does not implement the legacy parse_mode Markdown; use HTML or MarkdownV2"
        )
    if mode:
        raise bad_request("unsupported parse_mode")
    return _finish(cleaned, [_checked(entity, cleaned) for entity in entities or ()])


def _clean(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:
        raise bad_request("strings must be encoded in UTF-8") from None
    return text.translate(CLEANING)


def _checked(entity: Mapping[str, Any], text: str) -> Entity:
    offset, length = entity["offset"], entity["length"]
    if entity["type"] not in KNOWN:
        raise bad_request(f"can't parse MessageEntity: unsupported type {entity['type']}")
    if offset < 0 or length < 0 or offset + length > utf16_length(text):
        raise bad_request("ENTITY_BOUNDS_INVALID")
    return dict(entity)


def _finish(text: str, entities: list[Entity]) -> FormattedText:
    trimmed = text.rstrip()
    lead = len(trimmed) - len(trimmed.lstrip())
    kept = [moved for entity in entities if (moved := _moved(entity, lead, utf16_length(trimmed)))]
    body = trimmed[lead:]
    found = detect(body, [entity for entity in kept if entity["type"] in UNTOUCHED])
    ordered = sorted([*kept, *found], key=lambda entity: (entity["offset"], -entity["length"]))
    return FormattedText(body, ordered)


def _moved(entity: Entity, lead: int, end: int) -> Entity | None:
    start = max(entity["offset"], lead)
    stop = min(entity["offset"] + entity["length"], end)
    return {**entity, "offset": start - lead, "length": stop - start} if stop > start else None
