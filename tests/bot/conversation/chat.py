"""One person's chat with the real conversation: updates through Dispatch, replies out of the outbox."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import select

from bot.conversation.dispatch import Dispatch
from bot.conversation.messages import (
    Button,
    CallbackAnswer,
    Contact,
    FileRef,
    Incoming,
    IncomingKind,
    Location,
    Press,
    Reply,
)
from bot.conversation.turn import Stale
from bot.delivery.outbox import _from_json
from bot.services import Services
from bot.tables import outbox

_updates = itertools.count(1)
_messages = itertools.count(1)


def drain(services: Services, chat_id: int) -> list[Reply | CallbackAnswer]:
    """What waits in the outbox for one chat, marked as sent."""
    with services.engine.begin() as connection:
        waiting = (outbox.c.chat_id == chat_id, outbox.c.done_at.is_(None))
        rows = connection.execute(select(outbox).where(*waiting).order_by(outbox.c.outbox_id)).all()
        values: dict[str, Any] = {"done_at": services.clock(), "outcome": "sent", "payload": None}
        for row in rows:
            known = {"message_id": next(_messages)}
            connection.execute(
                outbox.update().where(outbox.c.outbox_id == row.outbox_id).values({**values, **known})
            )
    return [_from_json(services.vault.decrypt_json(row.payload)) for row in rows]


def deliver(services: Services, chat_id: int) -> None:
    """He has seen what waits, and it is numbered before what he writes next; `drain` still finds it."""
    with services.engine.begin() as connection:
        unseen = (outbox.c.chat_id == chat_id, outbox.c.message_id.is_(None))
        connection.execute(outbox.update().where(*unseen).values(message_id=next(_messages)))


@dataclass
class Chat:
    """A person and what he has been told."""

    services: Services
    dispatch: Dispatch
    user_id: int
    language_code: str = "en"
    said: list[Reply] = field(default_factory=list)
    toasts: list[CallbackAnswer] = field(default_factory=list)

    def send(self, text: str) -> list[Reply]:
        """Write a text or a command."""
        if text.startswith("/"):
            name, _, rest = text[1:].partition(" ")
            return self.update(IncomingKind.COMMAND, command=name, text=rest)
        return self.update(IncomingKind.TEXT, text=text)

    def press(self, label: str, *, among: list[Reply] | None = None) -> list[Reply]:
        """Press the newest button whose text contains `label`."""
        return self.tap(self.button(label, among=among))

    def tap(self, button: Button) -> list[Reply]:
        """Press this very button, however old it is."""
        press = Press(f"cb{next(_updates)}", button.action, button.args, 1)
        return self.update(IncomingKind.PRESS, press=press)

    def button(self, label: str, *, among: list[Reply] | None = None) -> Button:
        found = [one for one in self.buttons(among) if label in one.text]
        assert found, f"no button {label!r} among {[one.text for one in self.buttons(among)]}"
        return found[-1]

    def buttons(self, among: list[Reply] | None = None) -> list[Button]:
        replies = self.said if among is None else among
        return [button for reply in replies for row in reply.buttons for button in row]

    def contact(self, phone: str, *, own: bool = True) -> list[Reply]:
        return self.update(IncomingKind.CONTACT, contact=Contact(phone, own))

    def location(self, latitude: float, longitude: float) -> list[Reply]:
        return self.update(IncomingKind.LOCATION, location=Location(latitude, longitude))

    def file(self, kind: IncomingKind, name: str = "file", size: int = 1000) -> list[Reply]:
        return self.update(kind, file=FileRef(f"file-{next(_updates)}", name, "", size))

    def update(self, kind: IncomingKind, **fields: Any) -> list[Reply]:
        """Feed one update; returns what was said to this chat in answer."""
        deliver(self.services, self.user_id)
        incoming = Incoming(
            update_id=next(_updates),
            chat_id=self.user_id,
            user_id=self.user_id,
            kind=kind,
            private=True,
            **{"sent_at": self.services.clock()} | fields,
            language_code=self.language_code,
            message_id=next(_messages),
            name="Someone",
        )
        return self.feed(incoming)

    def feed(self, incoming: Incoming) -> list[Reply]:
        for _ in range(5):
            commit = self.dispatch.prepare(incoming, lambda: None)
            try:
                with self.services.engine.begin() as connection:
                    commit(connection)
                break
            except Stale:
                continue
        else:
            raise AssertionError("still stale after five tries")
        return self.hear()

    def hear(self) -> list[Reply]:
        """What has been said to this chat since."""
        new = drain(self.services, self.user_id)
        self.toasts += [one for one in new if isinstance(one, CallbackAnswer)]
        replies = [one for one in new if isinstance(one, Reply)]
        self.said += replies
        return replies

    @property
    def state(self) -> dict[str, Any]:
        with self.services.reading() as connection:
            found = self.services.conversations.get(connection, self.user_id)
        return found.state if found else {}


def text_of(replies: list[Reply]) -> str:
    """All that was said, one text."""
    return "\n".join(reply.text for reply in replies)


def speaking(services: Services, language: str, user_id: int) -> None:
    """The person has chosen this language before."""
    with services.engine.begin() as connection:
        services.conversations.set_language(connection, user_id, user_id, language, services.clock())


Opener = Callable[..., Chat]
SAMPLES = Path(__file__).parent.parent.parent.parent / "intake" / "samples"
