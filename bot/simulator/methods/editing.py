"""Changing and removing what the bot said."""

from __future__ import annotations

from typing import Any

from bot.simulator.chats import Chat, Entry, Raw
from bot.simulator.errors import bad_request
from bot.simulator.keyboards import check_markup
from bot.simulator.methods.media import KNOWN_KINDS, item_content
from bot.simulator.methods.messages import CONTENT, message_text, text_content
from bot.simulator.methods.outgoing import caption_fields
from bot.simulator.methods.registry import Call, answers

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)
DELETABLE_SECONDS = 48 * 3600


@answers("editMessageText")
async def edit_message_text(call: Call) -> Raw:
    text = message_text(call)
    chat, entry = _editable(call)
    if "text" not in entry.raw:
        raise bad_request("there is no text in the message to edit")
    return _edit(call, chat, entry, text_content(call, text), call.get("reply_markup"))


@answers("editMessageCaption")
async def edit_message_caption(call: Call) -> Raw:
    caption = caption_fields(call.params)
    chat, entry = _editable(call)
    if not any(name in entry.raw for name in KNOWN_KINDS):
        raise bad_request("there is no caption in the message to edit")
    content = {name: entry.raw[name] for name in KNOWN_KINDS if name in entry.raw}
    return _edit(call, chat, entry, content | caption, call.get("reply_markup"))


@answers("editMessageMedia")
async def edit_message_media(call: Call) -> Raw:
    chat, entry = _editable(call)
    content = await item_content(call, call.params["media"])
    return _edit(call, chat, entry, content, call.get("reply_markup"))


@answers("editMessageReplyMarkup")
async def edit_message_reply_markup(call: Call) -> Raw:
    chat, entry = _editable(call)
    content = {name: entry.raw[name] for name in CONTENT if name in entry.raw}
    return _edit(call, chat, entry, content, call.get("reply_markup"))


def _editable(call: Call) -> tuple[Chat, Entry]:
    if call.get("inline_message_id") is not None:
        raise bad_request("MESSAGE_ID_INVALID")
    if call.get("chat_id") is None:
        raise bad_request("chat_id is empty")
    chat = call.world.chat_for_bot(call.params["chat_id"])
    entry = chat.entries.get(call.get("message_id", 0))
    if entry is None:
        raise bad_request("message to edit not found")
    if not entry.by_bot or "forward_origin" in entry.raw:
        raise bad_request("message can't be edited")
    if entry.markup and "inline_keyboard" not in entry.markup:
        raise bad_request("message can't be edited")  # Telegram keeps what a reply keyboard hangs on
    return chat, entry


def _edit(call: Call, chat: Chat, entry: Entry, content: Raw, markup: Any) -> Raw:
    if markup:
        check_markup(markup, chat)
    markup = markup if markup and markup["inline_keyboard"] else None
    if markup == entry.markup and _same(content, entry.raw):
        raise bad_request(NOT_MODIFIED)
    call.world.flood.admit(chat.chat_id)
    call.world.edit(chat, entry, content, markup, by_bot=True)
    return entry.raw


def _same(content: Raw, raw: Raw) -> bool:
    return content == {name: raw[name] for name in (*CONTENT, "show_caption_above_media") if name in raw}


@answers("deleteMessage")
async def delete_message(call: Call) -> bool:
    chat = call.world.chat_for_bot(call.params["chat_id"])
    entry = chat.entries.get(call.params["message_id"])
    if entry is None:
        raise bad_request("message to delete not found")
    foreign = not entry.by_bot and chat.kind != "private"
    administers = chat.members.get(call.world.bot_id) == "administrator"
    if call.world.now() - entry.raw["date"] > DELETABLE_SECONDS or (foreign and not administers):
        raise bad_request("message can't be deleted")
    call.world.delete(chat, entry)
    return True
