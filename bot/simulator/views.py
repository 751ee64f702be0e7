"""What a person sees, as JSON for the control API and the page."""

from __future__ import annotations

from typing import Any

from bot.simulator.chats import Chat, Entry, Person, Raw
from bot.simulator.keyboards import buttons_of, keyboard_buttons
from bot.simulator.methods.commands import commands_shown
from bot.simulator.world import World

RECORDED = ("document", "voice", "audio", "video", "video_note")
PREVIEW_SIDE = 400  # the page loads this size first, for thin networks


def message_view(world: World, chat: Chat, entry: Entry) -> Raw:
    """One message."""
    raw = entry.raw
    sender = raw["from"]
    view: Raw = {
        "id": entry.message_id,
        "message_id": entry.message_id,
        "seq": entry.seq,
        "chat_id": chat.chat_id,
        "sender": "bot" if entry.by_bot else "user",
        "from": {"id": sender["id"], "first_name": sender["first_name"]},
        "date": raw["date"],
        "text": raw.get("text", raw.get("caption", "")),
        "entities": raw.get("entities", raw.get("caption_entities", [])),
        "buttons": buttons_of(entry, chat),
        "files": files_of(world, raw),
        "edits": entry.edits,
        "edited": bool(entry.edits),
        "reactions": entry.reactions,
        "pinned": chat.pinned == entry.message_id,
        "service": _service(raw),
        "force_reply": bool((entry.markup or {}).get("force_reply")),
    }
    view |= {name: raw[name] for name in ("location", "contact", "media_group_id") if name in raw}
    if "reply_to_message" in raw:
        view["reply_to"] = _quoted(raw["reply_to_message"], world)
    if "forward_origin" in raw:
        view["forwarded_from"] = raw["forward_origin"]["sender_user"]["first_name"]
    return view


def _quoted(raw: Raw, world: World) -> Raw:
    words = raw.get("text") or raw.get("caption") or _service(raw) or "…"
    sender = "bot" if raw["from"]["id"] == world.bot_id else "user"
    return {"id": raw["message_id"], "sender": sender, "name": raw["from"]["first_name"], "text": words}


def _service(raw: Raw) -> str:
    """What kind of notice a message is, when it is one."""
    kinds = ("pinned_message", "left_chat_member", "new_chat_members", "group_chat_created")
    return next((kind for kind in kinds if kind in raw), "")


def files_of(world: World, raw: Raw) -> list[Raw]:
    """The files of a message with addresses to download them from."""
    if "photo" in raw:
        best = raw["photo"][-1]
        small = next(
            (size for size in raw["photo"] if max(size["width"], size["height"]) >= PREVIEW_SIDE), best
        )
        facts = {
            "width": best["width"],
            "height": best["height"],
            "preview": _address(world, small["file_id"]),
        }
        return [_file(world, "photo", best) | facts]
    for kind in RECORDED:
        if kind in raw:
            return [_file(world, kind, raw[kind]) | {"seconds": raw[kind].get("duration", 0)}]
    return []


def _file(world: World, kind: str, reference: Raw) -> Raw:
    stored = world.files.find(reference["file_id"])
    assert stored is not None, "a message outlived its file"
    return {
        "kind": kind,
        "file_id": stored.file_id,
        "name": reference.get("file_name", stored.name),
        "mime_type": stored.mime_type,
        "size": len(stored.data),
        "url": _address(world, stored.file_id),
    }


def _address(world: World, file_id: str) -> str:
    stored = world.files.find(file_id)
    return f"/sim/files/{stored.path}" if stored else ""


def chat_view(world: World, person: Person, chat: Chat, after: int) -> Raw:
    """A chat as one person sees it: what changed after a seq, and what stands now."""
    entries = sorted(chat.after(after), key=lambda entry: entry.message_id)
    return {
        "messages": [message_view(world, chat, entry) for entry in entries],
        "deleted": [number for number, seq in chat.deleted.items() if seq > after],
        "callback_answers": [
            toast for toast in chat.toasts if toast["seq"] > after and toast["user_id"] == person.user_id
        ],
        "last_seq": chat.counter,
        "keyboard": _keyboard(chat),
        "typing": chat.action if world.monotonic() < chat.action_until else "",
        "commands": commands_shown(world, person, chat),
        "menu_button": _menu_button(world, chat),
        "blocked": chat.blocked,
        "started": chat.started,
        "pinned": chat.pinned if chat.pinned in chat.entries else None,
    }


def _keyboard(chat: Chat) -> Raw | None:
    if not chat.keyboard:
        return None
    names = ("message_id", "hidden", "one_time_keyboard", "input_field_placeholder", "is_persistent")
    kept: dict[str, Any] = {name: chat.keyboard[name] for name in names if name in chat.keyboard}
    return kept | {"buttons": keyboard_buttons(chat)}


def _menu_button(world: World, chat: Chat) -> Raw:
    own = chat.menu_button
    return own if own and own["type"] != "default" else world.menu_button


def bot_view(world: World, language: str = "") -> Raw:
    """The bot as its profile shows it in a language."""

    def told(field: str) -> str:
        return world.texts.get((field, language)) or world.texts.get((field, ""), "")

    return {
        "id": world.bot_id,
        "username": world.bot_username,
        "name": told("name") or world.bot_name,
        "description": told("description"),
        "short_description": told("short_description"),
    }


def person_view(person: Person) -> Raw:
    return person.user() | {"phone_number": person.phone_number}
