"""The running bot with its loops turned by hand, so that a test can kill it between any two of its steps.

It is opened as `village-credit run` opens it and speaks the Bot API with the simulated Telegram, in one process and
without a socket. `kill` throws every object of it away; what it knows afterwards it has read from its files.
"""

from __future__ import annotations

import asyncio
import contextlib
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from random import Random
from typing import Any, NoReturn

import httpx
from sqlalchemy import select
from telegram import Bot, Update
from telegram.request import HTTPXRequest

from bot.app import Application
from bot.conversation.messages import parse_callback
from bot.delivery.ingress import ALLOWED
from bot.delivery.outbox import Outcome
from bot.settings import Settings
from bot.simulator.app import create_app
from bot.simulator.chats import Entry, Person
from bot.simulator.limits import OFF
from bot.simulator.phone import Phone
from bot.simulator.world import World
from bot.tables import inbox, outbox
from bot.telegram.connection import FromThreads
from tests.conftest import Clock

SERVER = "http://telegram.test"
FAST = 1e6  # messages a second: nobody waits for the pace here
MANY = 400  # steps after which a bot that is still busy goes in circles


class Killed(BaseException):
    """The process is gone in the middle of what it did."""


class Moment(StrEnum):
    """Where in its work the bot is killed."""

    IDLE = "between two steps"
    TAKEN = "an update is taken, nothing is done with it"
    WRITING = "within the transaction of a turn"
    SENT = "a message is sent, that is not yet written down"
    JOB = "within the transaction of a job"


class HandTurned:
    """A bot, its simulated Telegram, and what may happen to it."""

    def __init__(self, home: Path, clock: Clock, ahead: timedelta = timedelta(), **settings: object) -> None:
        self.clock, self._ahead = clock, ahead  # how far the bot's clock is ahead of Telegram's
        self._loop = asyncio.new_event_loop()
        self._telegram = create_app(
            limits=OFF, personas=(), clock=clock, monotonic=self._seconds, random=Random(1)
        )
        self.world: World = self._telegram.state.world
        self.world.updates.allowed = frozenset(ALLOWED)
        self._settings = Settings(
            home=home,
            messages_per_second=FAST,
            chat_messages_per_second=FAST,
            encoders=(),  # opened anew after every kill they would take all the time; answers come by words
            reader=False,
            _env_file=None,
            **settings,  # type: ignore[arg-type]
        )
        self._open()

    def _seconds(self) -> float:
        return self.clock().timestamp()

    def _open(self) -> None:
        self.bot = Application(self._settings, lambda: self.clock() + self._ahead, self._seconds)
        self._api = Bot(
            self.world.token,
            base_url=f"{SERVER}/bot",
            base_file_url=f"{SERVER}/file/bot",
            request=HTTPXRequest(httpx_kwargs={"transport": httpx.ASGITransport(app=self._telegram)}),
        )
        self.do(self._api.initialize())
        self.bot.services.bot_username = self._api.username
        self._threads = FromThreads(self._api, self._loop)
        self.bot.services.download = self._threads.download
        self.bot.take_over()
        self._ingress, self._worker = self.bot.ingress(), self.bot.worker(self._threads)
        self._sender, self._jobs = self.bot.sender(self._api), self.bot.job_runner()
        self._offset: int | None = None  # a new process asks for all that it has not confirmed

    def do(self, work: Any) -> Any:
        return self._loop.run_until_complete(work)

    def close(self) -> None:
        self._leave()
        self._loop.close()

    def _leave(self) -> None:
        self.do(self._api.shutdown())
        self.bot.services.engine.dispose()

    # One step of each loop; True when there was something to do.

    def poll(self) -> bool:
        """Fetch what people did and store it."""
        bodies = self.do(self.world.updates.poll(self._offset or 0, 100, 0))
        if not bodies:
            return False
        self._ingress.store([Update.de_json(body).to_dict() for body in bodies])
        self._offset = bodies[-1]["update_id"] + 1
        return True

    def answer(self) -> bool:
        taken = self._worker.take(1)
        for update in taken:
            self.do(asyncio.to_thread(self._worker.answer, update))
        return bool(taken)

    def deliver(self) -> bool:
        taken = self._sender.take(1)
        for message in taken:
            self.do(self._sender.deliver(message))
        return bool(taken)

    def work(self) -> bool:
        taken = self._jobs.take(1)
        for job in taken:
            self.do(asyncio.to_thread(self._jobs.run, job))
        return bool(taken)

    def settle(self) -> None:
        """Turn everything until nothing is left to do now."""
        for _ in range(MANY):
            if not any([self.poll(), self.answer(), self.deliver(), self.work()]):
                return
        raise AssertionError("the bot never comes to rest")

    # Ends

    def kill(self, moment: Moment = Moment.IDLE) -> None:
        """Kill the bot at this moment of its next step, throw away what it had in memory, start another."""
        services = self.bot.services
        if moment is Moment.TAKEN:
            self._worker.take(1)
        elif moment is Moment.WRITING:
            self._dies(services.conversations, "save", self.answer)
        elif moment is Moment.SENT:
            self._dies(services.outbox, "finish", self.deliver)
        elif moment is Moment.JOB:
            self._dies(services.jobs, "finish", self.work)
        self._leave()
        self._open()

    def _dies(self, part: object, where: str, step: Any) -> None:
        def die(*_args: object, **_named: object) -> NoReturn:
            raise Killed

        setattr(part, where, die)
        with contextlib.suppress(Killed):
            step()

    # What must be true once it has come to rest

    def failures(self) -> list[str]:
        """Updates put aside with an error, messages Telegram refused, work left lying: there must be none.

        Telegram forgets a press after a minute: a toast for it that a killed bot says late is refused, and no loss.
        """
        known = [chat.chat_id for chat in self.world.chats.values() if chat.started]
        with self.bot.services.reading() as connection:
            lost = connection.execute(
                select(inbox.c.update_id, inbox.c.error).where(
                    inbox.c.error.is_not(None) | inbox.c.done_at.is_(None)
                )
            ).all()
            unsent = connection.execute(
                select(outbox.c.outbox_id, outbox.c.error).where(
                    outbox.c.chat_id.in_(known),
                    (outbox.c.outcome == Outcome.REFUSED) | outbox.c.done_at.is_(None),
                    outbox.c.error.is_(None) | outbox.c.error.not_like("Query is too old%"),
                )
            ).all()
            dead = self.bot.services.jobs.dead(connection)
        return [*(f"inbox {row}" for row in lost), *(f"outbox {row}" for row in unsent), *map(str, dead)]


class Hand:
    """One person's hand on his phone; nothing he does is seen before the bot's loops are turned."""

    def __init__(
        self, machine: HandTurned, user_id: int, name: str = "Wang Fang", language: str = "en"
    ) -> None:
        person = Person(user_id, name, language, phone_number="+8613800138000")
        machine.world.people[user_id] = person
        self._machine = machine
        self.user_id, self.language_code = user_id, language
        self.phone = Phone(machine.world, person, machine.world.private_chat(person))

    @property
    def services(self) -> Any:
        return self._machine.bot.services

    @property
    def entries(self) -> list[Entry]:
        return list(self.phone.chat.entries.values())

    def buttons(self) -> list[tuple[int, dict[str, Any]]]:
        """Every callback button under every message there is, oldest first."""
        return [
            (entry.message_id, button)
            for entry in self.entries
            if entry.markup
            for row in entry.markup.get("inline_keyboard", ())
            for button in row
            if "callback_data" in button
        ]

    def tap(self, message_id: int, button: dict[str, Any]) -> None:
        self.phone._press_callback(self.phone._message(message_id), button["callback_data"])

    def tap_action(self, action: str, *args: str) -> bool:
        """Press the newest button of this action (with these last arguments); False when there is none."""
        for message_id, button in reversed(self.buttons()):
            name, found = parse_callback(button["callback_data"])
            if name == action and found[-len(args) or 99 :] == args:
                self.tap(message_id, button)
                return True
        return False

    def writes(self, text: str) -> None:
        """Send this very text, also one that Telegram's own apps would have cleaned before."""
        self.phone.send_text("…")
        body = self._machine.world.updates.pending[-1].body["message"]
        body["text"] = text
        self.phone.chat.entries[body["message_id"]].raw["text"] = text.encode(errors="replace").decode()

    def edits(self, place: int, text: str) -> bool:
        """Change an earlier message of his own."""
        own = [entry for entry in self.entries if not entry.by_bot and "text" in entry.raw]
        if not own:
            return False
        self.phone.edit_text(own[place % len(own)].message_id, text)
        return True

    def unanswered(self) -> bool:
        """Whether he did something after which the bot said and showed nothing."""
        chat = self.phone.chat
        waiting = [
            one
            for one in self._machine.world.callbacks.values()
            if one.user_id == self.user_id and not one.answered
        ]
        return chat.last_bot_seq < chat.last_user_seq or bool(waiting)

    def state(self) -> dict[str, Any]:
        with self.services.reading() as connection:
            found = self.services.conversations.get(connection, self.user_id)
        return found.state if found else {}
