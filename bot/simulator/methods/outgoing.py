"""What every message of the bot goes through: floods, replies, keyboards, and into the chat."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.simulator.chats import Chat, Entry, Raw
from bot.simulator.errors import bad_request
from bot.simulator.keyboards import apply_reply_keyboard, check_markup
from bot.simulator.limits import MAX_CAPTION
from bot.simulator.methods.registry import Call
from bot.simulator.texts import FormattedText, plain, read_text


def target(call: Call, *, amount: int = 1) -> Chat:
    """The chat a call sends to, after the flood gate let it pass."""
    chat = call.world.chat_for_bot(call.params["chat_id"])
    call.world.flood.admit(chat.chat_id, amount)
    return chat


def send(call: Call, chat: Chat, content: Raw, *, last: bool = True) -> Entry:
    """Put one message of the bot into the chat; `last` carries the keyboard."""
    markup = call.get("reply_markup") if last else None
    if markup:
        check_markup(markup, chat)
    extra = reply_fields(call, chat)
    if call.get("protect_content"):
        extra["has_protected_content"] = True
    entry = call.world.post(chat, call.world.bot_user(), content | extra, by_bot=True, markup=markup)
    apply_reply_keyboard(chat, entry)
    return entry


def reply_fields(call: Call, chat: Chat) -> Raw:
    wanted: Mapping[str, Any] = call.get("reply_parameters") or {}
    message_id = wanted.get("message_id", call.get("reply_to_message_id"))
    if message_id is None:
        return {}
    entry = chat.entries.get(int(message_id))
    if entry is None:
        if wanted.get("allow_sending_without_reply") or call.get("allow_sending_without_reply"):
            return {}
        raise bad_request("message to be replied not found")
    return {"reply_to_message": without_reply(entry.raw)}


def without_reply(raw: Raw) -> Raw:
    """A message as another message quotes it: one level deep."""
    return {name: value for name, value in raw.items() if name != "reply_to_message"}


def caption_fields(source: Mapping[str, Any]) -> Raw:
    """Caption and its entities, from a call or from one item of an album."""
    caption = read_text(source.get("caption") or "", source.get("parse_mode"), source.get("caption_entities"))
    if caption.length > MAX_CAPTION:
        raise bad_request("message caption is too long")
    if not caption:
        return {}
    above = {"show_caption_above_media": True} if source.get("show_caption_above_media") else {}
    return {"caption": caption.text, **entity_field("caption_entities", caption), **above}


def entity_field(name: str, text: FormattedText) -> Raw:
    return {name: text.entities} if text.entities else {}


def label(text: str) -> str:
    """A short name as Telegram would keep it."""
    return plain(text).text
