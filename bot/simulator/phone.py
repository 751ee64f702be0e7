"""What a person does on his phone: sends, presses, edits, blocks."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

from bot.simulator.chats import Callback, Chat, Entry, Person, Raw
from bot.simulator.errors import ControlError
from bot.simulator.keyboards import buttons_of, keyboard_buttons
from bot.simulator.limits import LIVE_FOR_EVER, MAX_TEXT
from bot.simulator.methods.chats import member
from bot.simulator.methods.media import KNOWN_KINDS, store
from bot.simulator.methods.outgoing import without_reply
from bot.simulator.requests import Upload
from bot.simulator.texts import FormattedText, user_text
from bot.simulator.world import World

DEFAULT_LOCATION = {"latitude": 30.2741, "longitude": 120.1551}  # where the sample lender's villages lie


class Phone:
    """One person's hand on one chat."""

    def __init__(self, world: World, person: Person, chat: Chat) -> None:
        self.world = world
        self.person = person
        self.chat = chat

    # Sending

    def send_text(self, text: str, reply_to: int | None = None) -> list[Entry]:
        """Send a text; one too long for a message goes out in pieces, as the apps do it."""
        pieces = [piece for piece in map(user_text, _pieces(text)) if piece]
        if not pieces:
            raise ControlError("text is empty: Telegram sends no message without a visible character")
        return [self._send(_text_fields(piece), reply_to) for piece in pieces]

    def send_contact(self, contact: Raw | None = None) -> Entry:
        """Share a contact; without one, his own number."""
        own = {"phone_number": self.person.phone_number, "first_name": self.person.first_name}
        if self.person.last_name:
            own["last_name"] = self.person.last_name
        return self._send({"contact": contact or (own | {"user_id": self.person.user_id})})

    def send_location(self, location: Raw | None = None) -> Entry:
        return self._send({"location": location or DEFAULT_LOCATION})

    async def send_file(self, kind: str, upload: Upload, caption: str = "", **facts: Any) -> Entry:
        """Send a photo, a document or a recording of some kind."""
        content = await store(self.world, kind, upload, facts)
        words = user_text(caption)
        if words.length > MAX_TEXT // 4:
            raise ControlError("the caption is longer than the 1024 characters Telegram takes")
        if words:
            content = content | {"caption": words.text}
            content |= {"caption_entities": words.entities} if words.entities else {}
        return self._send(content)

    def _send(self, content: Raw, reply_to: int | None = None) -> Entry:
        self._unless_blocked()
        if reply_to is not None:
            if reply_to not in self.chat.entries:
                raise ControlError(f"there is no message {reply_to} to reply to", status=404)
            content = content | {"reply_to_message": without_reply(self.chat.entries[reply_to].raw)}
        self.chat.started = True
        entry = self.world.post(self.chat, self.person.user(), content, by_bot=False)
        if self._bot_sees(entry):
            self._update("message", entry.raw)
        if self.chat.keyboard and self.chat.keyboard.get("one_time_keyboard"):
            self.chat.keyboard["hidden"] = True
        return entry

    def edit_text(self, message_id: int, text: str) -> Entry:
        """Change a text he sent before."""
        self._unless_blocked()
        entry = self._message(message_id)
        if entry.raw["from"]["id"] != self.person.user_id:
            raise ControlError(f"message {message_id} was not sent by user {self.person.user_id}", status=403)
        field = "text" if "text" in entry.raw else "caption"
        if field == "caption" and not any(name in entry.raw for name in KNOWN_KINDS):
            raise ControlError(f"message {message_id} has no text that could be changed")
        words = user_text(text)
        if not words or words.length > MAX_TEXT:
            raise ControlError(f"the new text must have 1 to {MAX_TEXT} characters")
        content = {name: entry.raw[name] for name in KNOWN_KINDS if name in entry.raw}
        self.world.edit(self.chat, entry, content | _text_fields(words, field), None, by_bot=False)
        if self._bot_sees(entry):
            self._update("edited_message", entry.raw)
        return entry

    def move(self, message_id: int, place: Raw | None) -> Entry:
        """His phone tells where it is by now, under a live location; without a place that one stops."""
        self._unless_blocked()
        entry = self._message(message_id)
        before = entry.raw.get("location", {})
        period = before.get("live_period", 0)
        begun = entry.raw["date"]
        if not period or (period != LIVE_FOR_EVER and self.world.now() > begun + period):
            raise ControlError(f"message {message_id} is no live location, or one that has ended")
        still = {"live_period": period} if place else {}
        kept = {name: value for name, value in (place or before).items() if name != "live_period"}
        self.world.move(self.chat, entry, kept | still)
        if self._bot_sees(entry):
            self._update("edited_message", entry.raw)
        return entry

    def _bot_sees(self, entry: Entry) -> bool:
        """In a group, a bot in privacy mode hears commands, its name and replies to it; an admin hears all."""
        if self.chat.kind == "private":
            return True
        status = self.chat.members.get(self.world.bot_id, "left")
        if status != "member":
            return status == "administrator"
        raw = entry.raw
        words = str(raw.get("text", raw.get("caption", "")))
        replied = raw.get("reply_to_message", {}).get("from", {}).get("id") == self.world.bot_id
        named = f"@{self.world.bot_username}".lower() in words.lower()
        return replied or named or (words.startswith("/") and "@" not in words.split(maxsplit=1)[0])

    def _update(self, kind: str, body: Raw) -> int | None:
        return self.world.updates.add(kind, body, self.person.user_id, self.chat.chat_id)

    # Pressing

    def press(self, button: int | str, message_id: int | None = None) -> Raw:
        """Press a button by its text or its index; says what that did."""
        self._unless_blocked()
        entry, found = self._find(button, message_id)
        kind = found["kind"]
        if kind == "callback":
            assert entry is not None
            return self._press_callback(entry, found["data"])
        if kind == "url":
            return self._open(found["url"])
        if kind == "copy":
            return {"pressed": "copy", "copied": found["data"]}
        if kind == "other":
            raise ControlError(f"the simulator does not implement the button {found['text']!r} of this kind")
        return self._press_reply(found)

    def _press_reply(self, button: Raw) -> Raw:
        if button["kind"] == "contact":
            entry = self.send_contact()
        elif button["kind"] == "location":
            entry = self.send_location()
        else:
            entry = self.send_text(button["text"])[0]
        return {"pressed": button["kind"], "message_id": entry.message_id}

    def _press_callback(self, entry: Entry, data: str) -> Raw:
        number = str(self.world.random.randrange(10**18, 9 * 10**18))
        asked = Callback(
            number, self.chat.chat_id, self.person.user_id, entry.message_id, self.world.monotonic()
        )
        self.world.callbacks[number] = asked
        self.chat.spinning[number] = asked.asked_at
        seq = self.world.did(self.chat)
        query = {"id": number, "from": self.person.user(), "message": entry.raw, "data": data}
        self._update("callback_query", query | {"chat_instance": str(self.chat.chat_id)})
        self.world.tell("press", self.chat.chat_id, message_id=entry.message_id)
        return {"pressed": "callback", "callback_query_id": number, "data": data, "seq": seq}

    def _open(self, url: str) -> Raw:
        start = self._deep_link(url)
        if start is None:
            return {"pressed": "url", "url": url}
        entry = self.send_text(f"/start {start}".strip())[0]
        return {"pressed": "deep_link", "url": url, "message_id": entry.message_id}

    def _deep_link(self, url: str) -> str | None:
        """The start parameter of a link to this bot, None for any other link."""
        parts = urlsplit(url)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        name = query.get("domain", "") if parts.scheme == "tg" else parts.path.strip("/")
        ours = parts.scheme == "tg" or parts.hostname in ("t.me", "telegram.me")
        if not ours or name.lower() != self.world.bot_username.lower():
            return None
        return query.get("start", "")

    def _find(self, button: int | str, message_id: int | None) -> tuple[Entry | None, Raw]:
        entries = (
            [self._message(message_id)] if message_id is not None else reversed(self.chat.entries.values())
        )
        for entry in entries:
            if found := _pick(buttons_of(entry, self.chat), button):
                return entry, found
        if isinstance(button, str) and (found := _pick(keyboard_buttons(self.chat), button)):
            return None, found
        raise ControlError(self._missing(button, message_id), status=404)

    def _missing(self, button: int | str, message_id: int | None) -> str:
        entry = self.chat.entries.get(message_id) if message_id is not None else None
        shown = [
            item["text"] for item in (buttons_of(entry, self.chat) if entry else keyboard_buttons(self.chat))
        ]
        where = f"message {message_id}" if message_id is not None else "the chat"
        return f"there is no button {button!r} on {where}; its buttons are {shown}"

    def _message(self, message_id: int) -> Entry:
        try:
            return self.chat.entries[message_id]
        except KeyError:
            raise ControlError(f"there is no message {message_id} in this chat", status=404) from None

    # Blocking

    def block(self, blocked: bool) -> None:
        """Block the bot or take it back; the bot hears `my_chat_member`."""
        if self.chat.blocked == blocked:
            return
        bot = self.world.bot_user()
        before, after = ("member", "kicked") if blocked else ("kicked", "member")
        self.chat.blocked = blocked
        change = {
            "chat": self.world.chat_raw(self.chat),
            "from": self.person.user(),
            "date": self.world.now(),
            "old_chat_member": member(bot, before),
            "new_chat_member": member(bot, after),
        }
        if self.chat.started:
            self._update("my_chat_member", change)
        self.world.tell("block", self.chat.chat_id, blocked=blocked)

    def _unless_blocked(self) -> None:
        if self.chat.blocked:
            raise ControlError(
                f"user {self.person.user_id} has blocked the bot; POST /sim/users/{self.person.user_id}/unblock first",
                status=409,
            )


def _pick(buttons: list[Raw], wanted: int | str) -> Raw | None:
    """By index, by exact text, or by text with other capitals and spaces."""
    if isinstance(wanted, int):
        return next((button for button in buttons if button["index"] == wanted), None)
    exact = [button for button in buttons if button["text"] == wanted]
    folded = [button for button in buttons if _fold(button["text"]) == _fold(wanted)]
    return next(iter(exact or folded), None)


def _fold(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip().casefold()


def _pieces(text: str) -> list[str]:
    """A long text in pieces of at most 4096 UTF-16 units."""
    data = text.encode("utf-16-le", "surrogatepass")
    if len(data) <= 2 * MAX_TEXT:
        return [text]
    pieces, piece, size = [], "", 0
    for character in text:
        width = 1 + (character > "\uffff")
        if size + width > MAX_TEXT:
            pieces.append(piece)
            piece, size = "", 0
        piece, size = piece + character, size + width
    return [*pieces, piece]


def _text_fields(text: FormattedText, field: str = "text") -> Raw:
    names = {"text": "entities", "caption": "caption_entities"}
    return {field: text.text} | ({names[field]: text.entities} if text.entities else {})
