"""One turn of a conversation: what is known before it, and the one transaction it ends in."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection

from bot.conversation.messages import LATE, CallbackAnswer, Incoming, Reply
from bot.conversation.wording import Html, Wording, quoted
from bot.conversation.written import remember

if TYPE_CHECKING:
    from bot.conversation.store import Conversation, Conversations
    from bot.delivery.jobs import Jobs
    from bot.delivery.outbox import Outbox
    from bot.services import Services
    from intake.review import StaffMember


class Stale(Exception):
    """The conversation changed while the slow work was done: take the turn again."""


class Tx:
    """The transaction a turn ends in: state, replies and jobs, all or nothing (law 2)."""

    def __init__(
        self,
        connection: Connection,
        *,
        now: datetime,
        outbox: Outbox,
        jobs: Jobs,
        conversations: Conversations,
        chat_id: int = 0,
        callback_id: str | None = None,
        written: bool = False,
        state: Mapping[str, Any] | None = None,
    ) -> None:
        self.connection = connection
        self.now = now
        self.chat_id = chat_id
        self.state: dict[str, Any] = copy.deepcopy(dict(state or {}))
        self.language: str | None = None  # set to change the chat's language
        self.forgotten = False  # set to keep nothing of this chat, not even that there was one
        self._callback_id = callback_id
        self._written, self._unsaid = written, ""  # a press that was written has no place for a passing line
        self._meant: dict[str, str] = {}  # words of the buttons said in this turn
        self._outbox = outbox
        self._jobs = jobs
        self._conversations = conversations

    def reply(self, reply: Reply, *, key: str | None = None) -> None:
        """Say something in this chat."""
        if self.send(self.chat_id, reply, key=key):
            self._meant |= remember(self.state, reply, self.now, self._meant)
            self._written = False

    def send(self, chat_id: int, reply: Reply, *, key: str | None = None) -> bool:
        """Say something in any chat; with a `key`, only once ever."""
        return self._outbox.put(self.connection, chat_id, reply, now=self.now, key=key)

    def toast(self, text: str, *, alert: bool = False) -> None:
        """Answer the press with a passing line, or a box to close; the first answer counts."""
        if self._callback_id is None:
            self._unsaid = self._unsaid or text
            return
        answer = CallbackAnswer(self._callback_id, text[:200], alert)
        self._callback_id = None
        self._outbox.put(self.connection, self.chat_id, answer, now=self.now)

    def close(self) -> None:
        """Nothing more is said: a press is always answered, or its button keeps spinning; a written one in words."""
        if self._written and self._unsaid:
            self.reply(Reply(quoted(self._unsaid)))
        self.toast("")

    def job(self, key: str, kind: str, payload: dict[str, Any], due_at: datetime) -> bool:
        """Enqueue work for later; one job a key, ever."""
        return self._jobs.put(self.connection, key, kind, payload, due_at)

    def drop_job(self, key: str) -> None:
        """Forget a job that is no longer needed."""
        self._jobs.drop(self.connection, key)

    def change_state(self, chat_id: int, change: Callable[[dict[str, Any]], None]) -> None:
        """Change where another chat stands (or this one)."""
        if chat_id == self.chat_id:
            change(self.state)
        else:
            self._conversations.change_state(self.connection, chat_id, change, self.now)

    def language_of(self, user_id: int) -> str | None:
        """The language a person's private chat is held in."""
        return self._conversations.language_of(self.connection, user_id)


Commit = Callable[[Tx], None]


@dataclass(frozen=True, slots=True)
class Turn:
    """What a handler knows: the update, where the chat stands, who writes, and in which words to answer."""

    incoming: Incoming
    conversation: Conversation
    staff: StaffMember | None
    wording: Wording
    services: Services
    now: datetime
    busy: Callable[[], None]  # shows "typing…" while slow work is done
    sure: bool = False  # he was asked for whom his words are, and has pressed

    @property
    def text(self) -> str:
        return self.incoming.text

    @property
    def language(self) -> str:
        return self.conversation.language

    @property
    def state(self) -> Mapping[str, Any]:
        return self.conversation.state

    @property
    def user_id(self) -> int:
        return self.incoming.user_id

    @property
    def late(self) -> bool:
        """Whether the message waited long for us. (A press tells no time of its own.)"""
        return self.incoming.press is None and self.now - self.incoming.sent_at > LATE

    def pressed(self, action: str) -> tuple[str, ...] | None:
        """The arguments of the pressed button if it is `action`."""
        press = self.incoming.press
        return press.args if press and press.action == action else None

    def is_newest(self, at: str) -> bool:
        """Whether nothing was said here since that moment (ISO): a bare answer then means what was said at it."""
        with self.services.reading() as connection:
            since = datetime.fromisoformat(at)
            return not self.services.outbox.said_since(connection, self.incoming.chat_id, since, self.now)

    def say(self, text: str, /, **facts: object) -> Html:
        return self.wording.say(text, **facts)

    def plain(self, text: str, /, **facts: object) -> str:
        return self.wording.plain(text, **facts)


Handler = Callable[[Turn], Commit | None]


def refuse(text: Html) -> Commit:
    """A press that is not this person's to make: a box to close, and the same words in the chat."""

    def commit(tx: Tx) -> None:
        tx.toast(text, alert=True)
        tx.reply(Reply(text))

    return commit


def just(*replies: Reply) -> Commit:
    """A turn that only says something."""

    def commit(tx: Tx) -> None:
        for reply in replies:
            tx.reply(reply)

    return commit


def both(first: Commit, then: Commit) -> Commit:
    """A turn that does one thing, then another."""

    def commit(tx: Tx) -> None:
        first(tx)
        then(tx)

    return commit
