"""Where each chat stands, encrypted, with a version that a turn compares before it commits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from bot.conversation.turn import Stale
from bot.tables import conversations
from intake.vault import Vault


@dataclass(frozen=True, slots=True)
class Conversation:
    """A chat's standing. Version 0: not yet stored."""

    chat_id: int
    user_id: int
    language: str
    language_chosen: bool = False
    state: dict[str, Any] = field(default_factory=dict)
    version: int = 0


class Conversations:
    """Loads and saves conversations; a save of an outdated one raises `Stale`."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def get(self, connection: Connection, chat_id: int) -> Conversation | None:
        """The conversation of a chat, if there was one."""
        row = (
            connection.execute(select(conversations).where(conversations.c.chat_id == chat_id))
            .mappings()
            .first()
        )
        if row is None:
            return None
        return Conversation(
            chat_id,
            row["user_id"],
            row["language"],
            row["language_chosen"],
            self._vault.decrypt_json(row["state"]),
            row["version"],
        )

    def save(
        self, connection: Connection, conversation: Conversation, now: datetime, *, heard: bool = False
    ) -> None:
        """Store the conversation as the successor of its version. Raises Stale when another turn came first.

        `heard`: the person himself did something, so he has not shut the bot out.
        """
        values: dict[str, Any] = {
            "language": conversation.language,
            "language_chosen": conversation.language_chosen,
            "state": self._vault.encrypt_json(conversation.state),
            "version": conversation.version + 1,
            "updated_at": now,
        }
        if heard:
            values["blocked_at"] = None
        if conversation.version == 0:
            self._insert(connection, conversation, values)
            return
        saved = connection.execute(
            update(conversations)
            .where(
                conversations.c.chat_id == conversation.chat_id,
                conversations.c.version == conversation.version,
            )
            .values(values)
        )
        if saved.rowcount != 1:
            raise Stale(conversation.chat_id)

    def _insert(self, connection: Connection, conversation: Conversation, values: dict[str, Any]) -> None:
        known = select(conversations.c.chat_id).where(conversations.c.chat_id == conversation.chat_id)
        if connection.scalar(known) is not None:
            raise Stale(conversation.chat_id)
        connection.execute(
            insert(conversations).values(chat_id=conversation.chat_id, user_id=conversation.user_id, **values)
        )

    def forget(self, connection: Connection, conversation: Conversation) -> None:
        """Drop the conversation, its language and all. Raises Stale when another turn came first."""
        dropped = connection.execute(
            delete(conversations).where(
                conversations.c.chat_id == conversation.chat_id,
                conversations.c.version == conversation.version,
            )
        )
        if conversation.version and dropped.rowcount != 1:
            raise Stale(conversation.chat_id)

    def change_state(
        self, connection: Connection, chat_id: int, change: Callable[[dict[str, Any]], None], now: datetime
    ) -> None:
        """Change the state of a chat from outside its own turn; a chat that never began has none to change."""
        current = self.get(connection, chat_id)
        if current is None:
            return
        change(current.state)
        self.save(connection, current, now)

    def set_language(
        self, connection: Connection, chat_id: int, user_id: int, language: str, now: datetime
    ) -> None:
        """Record the language of a person before the first message (staff enrolled from the shell)."""
        if self.get(connection, chat_id) is None:
            self.save(connection, Conversation(chat_id, user_id, language, language_chosen=True), now)

    def language_of(self, connection: Connection, user_id: int) -> str | None:
        """The language a person's private chat is held in."""
        return connection.scalar(select(conversations.c.language).where(conversations.c.chat_id == user_id))

    def blocked_since(self, connection: Connection, chat_id: int) -> datetime | None:
        """Since when nothing arrives in a chat; None while it does."""
        since: datetime | None = connection.scalar(
            select(conversations.c.blocked_at).where(conversations.c.chat_id == chat_id)
        )
        return since

    def mark_blocked(self, connection: Connection, chat_id: int, now: datetime | None) -> None:
        """Record that the person blocked the bot, the first time it is known, or let it in again (None)."""
        other = conversations.c.blocked_at.is_(None) if now else conversations.c.blocked_at.is_not(None)
        connection.execute(
            update(conversations).where(conversations.c.chat_id == chat_id, other).values(blocked_at=now)
        )
