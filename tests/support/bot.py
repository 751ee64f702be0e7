"""The bot without Telegram: real services on a real database, spoken to turn by turn."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select, update

from bot.conversation.dispatch import Dispatch
from bot.conversation.duties import duties
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
from bot.conversation.rooms import ROOMS, last_word
from bot.conversation.turn import Stale
from bot.delivery.jobrunner import JobRunner
from bot.delivery.outbox import _from_json
from bot.opening import open_services
from bot.services import Services
from bot.settings import Settings
from bot.tables import outbox
from intake.review import Role, StaffMember
from tests.conftest import Clock

SETTINGS_OF_NO_FILE = {"_env_file": None}
_LEASE = timedelta(minutes=1)


def make_services(home: Path, clock: Clock, **settings: object) -> Services:
    """Real services in `home`, with the sample staff enrolled; the library is as empty as the home."""
    services = open_services(Settings(home=home, **SETTINGS_OF_NO_FILE, **settings), clock)  # type: ignore[arg-type]
    with services.engine.begin() as connection:
        for one in services.lender.staff:
            if services.staff.find(connection, one.user_id) is None:
                member = StaffMember(
                    one.user_id, one.name, Role(one.role), frozenset(one.villages), one.language, True
                )
                services.staff.put(connection, member)
            services.conversations.set_language(connection, one.user_id, one.user_id, one.language, clock())
    services.bot_username = "village_credit_bot"
    return services


def copy_home(built: Path, target: Path) -> Path:
    """A home of its own from one that was built before (its index is closed)."""
    shutil.copytree(built, target)
    return target


class World:
    """Everybody who talks to one bot, in one process; what is said to whom is read from the outbox."""

    def __init__(self, services: Services) -> None:
        self.services = services
        self.dispatch = Dispatch(services, ROOMS, last_word)
        self.files: dict[str, bytes] = {}
        self._numbers: Iterator[int] = itertools.count(1)
        services.download = lambda file: self.files[file.file_id]

    def chat(self, user_id: int, *, language: str = "en", name: str = "Wang Fang") -> Chat:
        return Chat(self, user_id, language, name)

    def next_number(self) -> int:
        return next(self._numbers)

    def turn(self, incoming: Incoming) -> None:
        """One update, as the worker does it."""
        for _ in range(5):
            commit = self.dispatch.prepare(incoming, lambda: None)
            try:
                with self.services.engine.begin() as connection:
                    commit(connection)
            except Stale:
                continue
            return
        raise AssertionError("the turn went stale five times")

    def said_to(self, chat_id: int, after: int = 0) -> list[tuple[int, Reply | CallbackAnswer]]:
        """What the outbox holds for a chat, with its number."""
        query = select(outbox).where(outbox.c.chat_id == chat_id, outbox.c.outbox_id > after)
        with self.services.reading() as connection:
            rows = connection.execute(query.order_by(outbox.c.outbox_id)).mappings().all()
        opened = self.services.vault.decrypt_json
        return [(row["outbox_id"], _from_json(opened(row["payload"]))) for row in rows]

    def run_jobs(self) -> int:
        """Run all that is due now; returns how many jobs."""
        done = 0
        runner = JobRunner(
            self.services.engine,
            self.services.jobs,
            duties(self.services, lambda: None),
            self.dispatch.transaction,
            self.services.clock,
            name="test",
            lease=_LEASE,
        )
        while taken := runner.take(50):
            for job in taken:
                runner.run(job)
                done += 1
        with self.services.reading() as connection:
            assert self.services.jobs.dead(connection) == []
        return done


class Chat:
    """One person at his phone."""

    def __init__(self, world: World, user_id: int, language: str, name: str) -> None:
        self._world, self.user_id, self._language, self._name = world, user_id, language, name
        self._seen = 0
        self.last: list[Reply] = []
        self.toasts: list[str] = []

    # what he does

    def text(self, words: str, *, reply_to: int | None = None) -> list[Reply]:
        return self._do(IncomingKind.TEXT, text=words, reply_to=reply_to)

    def command(self, line: str) -> list[Reply]:
        name, _, rest = line.lstrip("/").partition(" ")
        return self._do(IncomingKind.COMMAND, command=name, text=rest)

    def press(self, words: str) -> list[Reply]:
        """Press the newest button that says `words` (or holds them), or the key of the keyboard below."""
        found = self.button(words)
        if found is None:
            raise AssertionError(f"no button {words!r}; there are {self.buttons()}")
        return self.press_data(found.action, found.args)

    def press_data(self, action: str, args: tuple[str, ...] = ()) -> list[Reply]:
        return self._do(IncomingKind.PRESS, press=Press(f"q{self._world.next_number()}", action, args, 1))

    def contact(self, phone: str, *, own: bool = True) -> list[Reply]:
        return self._do(IncomingKind.CONTACT, contact=Contact(phone, own))

    def location(self, latitude: float, longitude: float) -> list[Reply]:
        return self._do(IncomingKind.LOCATION, location=Location(latitude, longitude))

    def photo(self, data: bytes, words: str = "") -> list[Reply]:
        return self._file(IncomingKind.PHOTO, data, "photo.jpg", "image/jpeg", text=words)

    def document(self, data: bytes, name: str, words: str = "") -> list[Reply]:
        return self._file(IncomingKind.DOCUMENT, data, name, "application/octet-stream", text=words)

    def sends(self, kind: IncomingKind, **facts: object) -> list[Reply]:
        return self._do(kind, **facts)

    # what he sees

    def buttons(self) -> list[str]:
        return [button.text for reply in self.last for row in reply.buttons for button in row]

    def button(self, words: str) -> Button | None:
        every = [button for reply in reversed(self.last) for row in reply.buttons for button in row]
        exact = [button for button in every if button.text == words]
        return next(iter(exact or [button for button in every if words.lower() in button.text.lower()]), None)

    @property
    def words(self) -> str:
        return "\n".join(reply.text for reply in self.last)

    def news(self) -> list[Reply]:
        """What has come since he last looked."""
        fresh = self._world.said_to(self.user_id, self._seen)
        self._seen = fresh[-1][0] if fresh else self._seen
        self.toasts = [one.text for _n, one in fresh if isinstance(one, CallbackAnswer)]
        replies = [one for _n, one in fresh if isinstance(one, Reply)]
        if replies:
            self.last = replies
        return replies

    @property
    def state(self) -> dict[str, Any]:
        with self._world.services.reading() as connection:
            found = self._world.services.conversations.get(connection, self.user_id)
        return found.state if found else {}

    def _file(self, kind: IncomingKind, data: bytes, name: str, mime: str, text: str = "") -> list[Reply]:
        file_id = f"file{self._world.next_number()}"
        self._world.files[file_id] = data
        return self._do(kind, file=FileRef(file_id, name, mime, len(data)), text=text)

    def _do(self, kind: IncomingKind, **facts: object) -> list[Reply]:
        deliver(self._world.services, self.user_id, self._world.next_number())
        number = self._world.next_number()
        self._world.turn(
            Incoming(
                update_id=number,
                chat_id=self.user_id,
                user_id=self.user_id,
                kind=kind,
                private=True,
                sent_at=self._world.services.clock(),
                name=self._name,
                language_code=self._language,
                message_id=number,
                **facts,  # type: ignore[arg-type]
            )
        )
        return self.news()


def deliver(services: Services, chat_id: int, number: int) -> None:
    """He has seen what waits, and it is numbered before what he writes next."""
    with services.engine.begin() as connection:
        unseen = (outbox.c.chat_id == chat_id, outbox.c.message_id.is_(None))
        connection.execute(update(outbox).where(*unseen).values(message_id=number))


def forget_leases(services: Services) -> None:
    """As after a restart: what another worker had taken is free again."""
    with services.engine.begin() as connection:
        connection.execute(update(outbox).values(lease_until=None, lease_by=None))
