"""Sending texts, places and contacts; forwarding, copying; what the bot is seen doing."""

from __future__ import annotations

from typing import Any

from bot.simulator.chats import Entry, Raw
from bot.simulator.errors import bad_request
from bot.simulator.limits import MAX_ACCURACY, MAX_TEXT, MAX_VCARD
from bot.simulator.methods.outgoing import (
    caption_fields,
    entity_field,
    label,
    send,
    target,
)
from bot.simulator.methods.registry import Call, answers
from bot.simulator.texts import FormattedText, read_text

ACTIONS = frozenset(
    [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    ]
)
CONTENT = (
    "text",
    "entities",
    "link_preview_options",
    "photo",
    "document",
    "voice",
    "audio",
    "video",
    "video_note",
    "caption",
    "caption_entities",
    "location",
    "contact",
)


def message_text(call: Call) -> FormattedText:
    """The text of a call, parsed and of a length Telegram takes."""
    text = read_text(call.params["text"], call.get("parse_mode"), call.get("entities"))
    if not text:
        raise bad_request("message text is empty")
    if text.length > MAX_TEXT:
        raise bad_request("message is too long")
    return text


@answers("sendMessage")
async def send_message(call: Call) -> Raw:
    text = message_text(call)
    return send(call, target(call), text_content(call, text)).raw


def text_content(call: Call, text: FormattedText) -> Raw:
    preview = call.get("link_preview_options")
    shown = {"link_preview_options": preview} if preview else {}
    return {"text": text.text, **entity_field("entities", text), **shown}


@answers("sendLocation")
async def send_location(call: Call) -> Raw:
    latitude, longitude = call.params["latitude"], call.params["longitude"]
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise bad_request("wrong location coordinates")
    accuracy = min(call.get("horizontal_accuracy", 0.0), MAX_ACCURACY)
    exact = {"horizontal_accuracy": accuracy} if accuracy > 0 else {}
    return send(call, target(call), {"location": {"latitude": latitude, "longitude": longitude} | exact}).raw


@answers("sendContact")
async def send_contact(call: Call) -> Raw:
    phone, name = label(call.params["phone_number"]), label(call.params["first_name"])
    if not phone:
        raise bad_request("phone number is empty")
    if not name:
        raise bad_request("first name is empty")
    if len(call.get("vcard", "").encode()) > MAX_VCARD:
        raise bad_request("vCard is too long")
    extra = {field: call.get(field) for field in ("last_name", "vcard") if call.get(field)}
    return send(call, target(call), {"contact": {"phone_number": phone, "first_name": name, **extra}}).raw


@answers("sendChatAction")
async def send_chat_action(call: Call) -> bool:
    chat = call.world.chat_for_bot(call.params["chat_id"])
    if call.params["action"] not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    call.world.show_action(chat, call.params["action"])
    return True


@answers("forwardMessage")
async def forward_message(call: Call) -> Raw:
    source = _source(call, "forward")
    origin = {"type": "user", "sender_user": source.raw["from"], "date": source.raw["date"]}
    content = _content(source) | {"forward_origin": source.raw.get("forward_origin", origin)}
    return send(call, target(call), content).raw


@answers("copyMessage")
async def copy_message(call: Call) -> Raw:
    source = _source(call, "copy")
    content = _content(source)
    if call.get("caption") is not None and "text" not in content:
        content = {name: value for name, value in content.items() if not name.startswith("caption")}
        content |= caption_fields(call.params)
    return {"message_id": send(call, target(call), content).message_id}


def _source(call: Call, verb: str) -> Entry:
    chat = call.world.chat_for_bot(call.params["from_chat_id"], to_send=False)
    entry = chat.entries.get(call.params["message_id"])
    if entry is None:
        raise bad_request(f"message to {verb} not found")
    if not any(name in entry.raw for name in CONTENT):
        raise bad_request(f"the message can't be {'copied' if verb == 'copy' else 'forwarded'}")
    return entry


def _content(entry: Entry) -> Raw:
    return {name: entry.raw[name] for name in CONTENT if name in entry.raw}


@answers("setMessageReaction")
async def set_message_reaction(call: Call) -> bool:
    chat = call.world.chat_for_bot(call.params["chat_id"])
    entry = chat.entries.get(call.params["message_id"])
    if entry is None:
        raise bad_request("message to react not found")
    wanted: list[dict[str, Any]] = call.get("reaction") or []
    if len(wanted) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    if any(item["type"] != "emoji" or item.get("emoji") not in REACTIONS for item in wanted):
        raise bad_request("REACTION_INVALID")
    entry.reactions = [item["emoji"] for item in wanted]
    entry.seq = call.world.heard(chat)
    call.world.tell("edit", chat.chat_id, message_id=entry.message_id, by_bot=True)
    return True


# Telegram's list of emoji that may be a reaction.
REACTIONS = frozenset(
    [
        "❤",
        "👍",
        "👎",
        "🔥",
        "🥰",
        "👏",
        "😁",
        "🤔",
        "🤯",
        "😱",
        "🤬",
        "😢",
        "🎉",
        "🤩",
        "🤮",
        "💩",
        "🙏",
        "👌",
        "🕊",
        "🤡",
        "🥱",
        "🥴",
        "😍",
        "🐳",
        "❤\u200d🔥",
        "🌚",
        "🌭",
        "💯",
        "🤣",
        "⚡",
        "🍌",
        "🏆",
        "💔",
        "🤨",
        "😐",
        "🍓",
        "🍾",
        "💋",
        "🖕",
        "😈",
        "😴",
        "😭",
        "🤓",
        "👻",
        "👨\u200d💻",
        "👀",
        "🎃",
        "🙈",
        "😇",
        "😨",
        "🤝",
        "✍",
        "🤗",
        "🫡",
        "🎅",
        "🎄",
        "☃",
        "💅",
        "🤪",
        "🗿",
        "🆒",
        "💘",
        "🙉",
        "🦄",
        "😘",
        "💊",
        "🙊",
        "😎",
        "👾",
        "🤷\u200d♂",
        "🤷",
        "🤷\u200d♀",
        "😡",
    ]
)
