"""What the simulated Telegram is made of: people, their chats, the messages in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

Raw = dict[str, Any]


@dataclass
class Person:
    """Somebody with a phone."""

    user_id: int
    first_name: str
    language_code: str
    last_name: str | None = None
    username: str | None = None
    phone_number: str = ""

    def user(self) -> Raw:
        names = ("first_name", "last_name", "username")
        shown = {name: value for name in names if (value := getattr(self, name))}
        return {"id": self.user_id, "is_bot": False, **shown, "language_code": self.language_code}


@dataclass
class Entry:
    """A message in a chat; `seq` is its place in the chat's order of events, renewed by an edit."""

    raw: Raw  # the Bot API's Message
    seq: int
    by_bot: bool
    markup: Raw | None = None  # whatever keyboard came with it
    edits: list[Raw] = field(default_factory=list)  # what it said before
    reactions: list[str] = field(default_factory=list)

    @property
    def message_id(self) -> int:
        return int(self.raw["message_id"])


@dataclass
class Chat:
    """A private chat or a group, with its messages and what is going on in it.

    `counter` numbers events: a new message takes the next number as its id, an edit, a press or an answer to
    one takes the next number too. So "after N" means the same whether N was a message id or a seq.
    """

    chat_id: int
    kind: str
    title: str = ""
    members: dict[int, str] = field(default_factory=dict)  # user id -> status; the bot's own id too
    entries: dict[int, Entry] = field(default_factory=dict)
    deleted: dict[int, int] = field(default_factory=dict)  # message id -> seq of its deletion
    toasts: list[Raw] = field(default_factory=list)  # answers to pressed buttons
    counter: int = 0
    keyboard: Raw | None = None  # reply keyboard in force, with its message id
    pinned: int | None = None
    menu_button: Raw | None = None
    started: bool = False  # the bot has heard from this chat
    blocked: bool = False
    last_user_seq: int = 0
    last_bot_seq: int = 0
    last_shown_seq: int = 0  # the bot's newest act that stays in the chat, which an answered press does not
    last_bot_at: float = float("-inf")
    spinning: dict[str, float] = field(default_factory=dict)  # presses not answered yet, and since when
    action: str = ""
    action_until: float = float("-inf")
    busy_until: float = float("-inf")  # the bot was told to wait, so it has not finished
    in_flight: int = 0

    def next(self) -> int:
        self.counter += 1
        return self.counter

    def after(self, seq: int) -> Iterator[Entry]:
        return (entry for entry in self.entries.values() if entry.seq > seq)


@dataclass
class Callback:
    """A pressed inline button waiting for its answer."""

    query_id: str
    chat_id: int
    user_id: int
    message_id: int
    asked_at: float
    answered: bool = False
