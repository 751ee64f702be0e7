"""The simulated Telegram: everybody's chats with one bot, and what happens in them."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from random import Random
from typing import Any

from bot.simulator.chats import Callback, Chat, Entry, Person, Raw
from bot.simulator.errors import ControlError, bad_request, forbidden
from bot.simulator.faults import Faults
from bot.simulator.files import FileStore
from bot.simulator.limits import FloodGate, Limits
from bot.simulator.signal import Signal
from bot.simulator.updates import UpdateQueue

TYPING_SECONDS = 5.0  # how long Telegram shows a chat action


def system_clock() -> datetime:
    """The wall clock of this machine, for those who hand in no other."""
    return datetime.fromtimestamp(time.time(), UTC)


class World:
    """Everything the simulator remembers; only code on its event loop touches it."""

    def __init__(
        self,
        *,
        token: str,
        bot_name: str,
        bot_username: str,
        limits: Limits,
        clock: Callable[[], datetime] = system_clock,
        monotonic: Callable[[], float] = time.monotonic,
        random: Random | None = None,
    ) -> None:
        self.token = token
        self.bot_name = bot_name
        self.bot_username = bot_username
        self.clock = clock
        self.monotonic = monotonic
        self.random = random or Random()  # noqa: S311 - identifiers of a simulation, not secrets
        self.signal = Signal()
        self.faults = Faults(self.random)
        self.flood = FloodGate(monotonic, limits)
        # A simulator that starts again must not repeat identifiers that the bot has stored: five a second since 2020.
        first_update = max(1, (int(clock().timestamp()) - 1_577_836_800) * 5)
        self.updates = UpdateQueue(monotonic, self.faults, self.signal, first_update)
        self.events: list[Raw] = []
        self.webhook: Raw = {}
        self.closing = False
        self.people: dict[int, Person] = {}
        self.enrolled: dict[int, Person] = {}  # who may be written to before anything was heard from them
        self.chats: dict[int, Chat] = {}
        self.numbers: dict[int, int] = {}  # chat id -> last number used before a reset
        self.callbacks: dict[str, Callback] = {}
        self.files = FileStore()
        self.contents: dict[str, Raw] = {}  # file_id -> the message field it was sent as
        self.commands: dict[tuple[str, str], list[Raw]] = {}
        self.texts: dict[tuple[str, str], str] = {}  # (name | description | …, language) -> text
        self.menu_button: Raw = {"type": "commands"}

    def forget(self) -> None:
        """Forget people, chats, files and pending updates.

        What the bot set about itself stays, and so do the numbers of messages: a bot that remembers an old
        message must not find a new one under its id.
        """
        self.numbers = {chat.chat_id: chat.counter for chat in self.chats.values()}
        self.people.clear()
        self.chats.clear()
        self.callbacks.clear()
        self.contents.clear()
        self.files = FileStore()
        self.faults.clear()
        self.flood.buckets.clear()
        self.updates.forget()
        self.tell("reset", 0)

    def close(self) -> None:
        """End every wait: the server is about to stop."""
        self.closing = True
        self.updates.close()
        self.signal.fire()

    @property
    def bot_id(self) -> int:
        return int(self.token.partition(":")[0])

    def bot_user(self) -> Raw:
        name = self.texts.get(("name", ""), self.bot_name)
        return {"id": self.bot_id, "is_bot": True, "first_name": name, "username": self.bot_username}

    def now(self) -> int:
        return int(self.clock().timestamp())

    # People and chats

    def person(self, user_id: int) -> Person:
        """The person with this id, for the control API."""
        try:
            return self.people[user_id]
        except KeyError:
            raise ControlError(
                f"there is no user {user_id}; create one with POST /sim/users", status=404
            ) from None

    def private_chat(self, person: Person) -> Chat:
        return self.open_chat(Chat(person.user_id, "private"))

    def open_chat(self, chat: Chat) -> Chat:
        """This chat, or the one that is there already."""
        chat.counter = self.numbers.get(chat.chat_id, 0)
        return self.chats.setdefault(chat.chat_id, chat)

    def chat_of(self, person: Person, chat_id: int | None) -> Chat:
        """The chat a person speaks in: his own with the bot, or a group he is a member of."""
        if chat_id is None or chat_id == person.user_id:
            return self.private_chat(person)
        chat = self.chats.get(chat_id)
        if chat is None or chat.kind == "private":
            raise ControlError(f"there is no group {chat_id}", status=404)
        if chat.members.get(person.user_id, "left") in ("left", "kicked"):
            raise ControlError(f"user {person.user_id} is no member of group {chat_id}", status=403)
        return chat

    def chat_for_bot(self, chat_id: int | str, *, to_send: bool = True) -> Chat:
        """The chat a call names, or Telegram's refusal."""
        number = int(chat_id) if str(chat_id).lstrip("-").isdigit() else None
        if number in self.enrolled:
            self._let_in(self.enrolled[number])
        chat = self.chats.get(number) if number is not None else None
        if chat is None or not chat.started:
            raise bad_request("chat not found")
        if to_send and chat.blocked:
            raise forbidden("bot was blocked by the user")
        if to_send and chat.kind != "private" and chat.members.get(self.bot_id) in ("kicked", "left"):
            raise forbidden(f"bot was kicked from the {chat.kind} chat")
        return chat

    def _let_in(self, person: Person) -> None:
        """Staff were enrolled by a link, so they have pressed START: the bot may write first."""
        if person.user_id not in self.people:
            self.people[person.user_id] = person
            self.tell("user", person.user_id)
        self.private_chat(self.people[person.user_id]).started = True

    def chat_raw(self, chat: Chat) -> Raw:
        if chat.kind != "private":
            return {"id": chat.chat_id, "type": chat.kind, "title": chat.title}
        user = self.people[chat.chat_id].user()
        names: Raw = {name: user[name] for name in ("first_name", "last_name", "username") if name in user}
        return {"id": chat.chat_id, "type": "private", **names}

    # Messages

    def post(
        self, chat: Chat, sender: Raw, content: Raw, *, by_bot: bool, markup: Raw | None = None
    ) -> Entry:
        """Put a message into a chat."""
        number = chat.next()
        raw = {
            "message_id": number,
            "from": sender,
            "chat": self.chat_raw(chat),
            "date": self.now(),
            **content,
        }
        if markup and "inline_keyboard" in markup:
            raw["reply_markup"] = markup
        entry = Entry(raw, number, by_bot, markup)
        chat.entries[number] = entry
        self._mark(chat, number, by_bot)
        self.tell("message", chat.chat_id, message_id=number, by_bot=by_bot)
        return entry

    def edit(self, chat: Chat, entry: Entry, content: Raw, markup: Raw | None, *, by_bot: bool) -> None:
        """Change a message in place: `content` replaces what the message said."""
        kept = ("message_id", "from", "chat", "date", "reply_to_message", "forward_origin", "media_group_id")
        entry.edits.append({"seq": entry.seq, "date": self.now(), "text": _words(entry.raw)})
        entry.raw = {name: entry.raw[name] for name in kept if name in entry.raw} | content
        entry.raw["edit_date"] = self.now()
        entry.markup = markup
        if markup:
            entry.raw["reply_markup"] = markup
        entry.seq = chat.next()
        self._mark(chat, entry.seq, by_bot)
        self.tell("edit", chat.chat_id, message_id=entry.message_id, by_bot=by_bot)

    def move(self, chat: Chat, entry: Entry, location: Raw) -> None:
        """A live location tells another place; the person did nothing."""
        entry.raw = entry.raw | {"location": location, "edit_date": self.now()}
        entry.seq = chat.next()
        self.tell("edit", chat.chat_id, message_id=entry.message_id, by_bot=False)

    def delete(self, chat: Chat, entry: Entry) -> None:
        del chat.entries[entry.message_id]
        chat.deleted[entry.message_id] = chat.next()
        if chat.keyboard and chat.keyboard["message_id"] == entry.message_id:
            chat.keyboard = None
        self._mark(chat, chat.counter, by_bot=True)
        self.tell("delete", chat.chat_id, message_id=entry.message_id)

    def heard(self, chat: Chat, *, passing: bool = False) -> int:
        """The bot did something in a chat that is not a message; its seq. `passing`: nothing of it stays there."""
        seq = chat.next()
        self._mark(chat, seq, by_bot=True, passing=passing)
        return seq

    def did(self, chat: Chat) -> int:
        """A person did something in a chat that is not a message; its seq."""
        seq = chat.next()
        self._mark(chat, seq, by_bot=False)
        return seq

    def _mark(self, chat: Chat, seq: int, by_bot: bool, passing: bool = False) -> None:
        if by_bot:
            chat.last_bot_seq, chat.last_bot_at = seq, self.monotonic()
            chat.last_shown_seq = chat.last_shown_seq if passing else seq
            chat.action_until = float("-inf")
        else:
            chat.last_user_seq = seq

    def show_action(self, chat: Chat, action: str) -> None:
        chat.action, chat.action_until = action, self.monotonic() + TYPING_SECONDS
        self.tell("action", chat.chat_id, action=action)

    def tell(self, kind: str, chat_id: int, **facts: Any) -> None:
        """Note an event for whoever watches, and wake those who wait."""
        number = self.events[-1]["event"] + 1 if self.events else 1
        self.events.append({"event": number, "type": kind, "chat_id": chat_id, **facts})
        del self.events[:-10_000]
        self.signal.fire()


def _words(raw: Raw) -> str:
    return str(raw.get("text", raw.get("caption", "")))
