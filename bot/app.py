"""The composition root: opens the engine, builds the services, joins the loops."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

import structlog
import uvicorn
from sqlalchemy import Connection
from telegram import Bot
from telegram.error import BadRequest, NetworkError, RetryAfter

from bot.clock import Clock, utc_now
from bot.conversation import backlog, flooding
from bot.conversation.dispatch import Dispatch
from bot.conversation.duties import duties
from bot.conversation.messages import LATE, Incoming
from bot.conversation.rooms import ROOMS, last_word
from bot.delivery.identity import is_gone, own_name
from bot.delivery.inbox import Inbox, StoredUpdate
from bot.delivery.ingress import ALLOWED, Ingress
from bot.delivery.jobrunner import JobRunner
from bot.delivery.leasing import release_gone
from bot.delivery.pace import Pace
from bot.delivery.runtime import Bell, Runtime
from bot.delivery.sender import Sender
from bot.delivery.steadiness import boot_time
from bot.delivery.worker import Worker
from bot.housekeeping import Housekeeping
from bot.opening import open_services
from bot.settings import Settings
from bot.tables import inbox, jobs, outbox
from bot.telegram.connection import FromThreads, connect
from bot.telegram.incoming import to_incoming
from bot.telegram.menu import StaffMenus, publish_menu
from bot.telegram.outgoing import TelegramSender

log = structlog.get_logger(__name__)

SERVER_THREADS = 32


class Application:
    """The running bot: services, conversation and delivery, on one Bot API server.

    `run` turns its parts for as long as it is let; a test turns them one step at a time.
    """

    def __init__(
        self, settings: Settings, clock: Clock = utc_now, elapsed: Callable[[], float] = boot_time
    ) -> None:
        self.settings = settings
        self._elapsed = elapsed
        self.services = open_services(settings, clock)
        self.dispatch = Dispatch(self.services, ROOMS, last_word)
        self._name = own_name()
        self._bell = Bell()
        self._inbox = Inbox(self.services.vault)
        self._ingress: Ingress | None = None

    async def run(self) -> None:
        """Run until cancelled."""
        loop = asyncio.get_running_loop()
        loop.set_default_executor(ThreadPoolExecutor(SERVER_THREADS, thread_name_prefix="bot"))
        async with _connected(self.settings) as bot:
            self.services.bot_username = bot.username
            threads = FromThreads(bot, loop)
            self.services.download = threads.download
            ingress = self._ingress = self.ingress()
            await asyncio.to_thread(self.take_over)
            await publish_menu(bot, self.services)
            log.info("running", bot=bot.username, ingress=self.settings.ingress)
            try:
                await self._runtime(bot, threads).run(
                    self._receive(bot, ingress),
                    Housekeeping(self.services).run(),
                    StaffMenus(bot, self.services).run(),
                )
            finally:
                ingress.stop_polling()

    def take_over(self) -> None:
        """What a killed bot of this machine had in hand is free at once, not when its leases end."""
        with self.services.engine.begin() as connection:
            for table in (inbox, outbox, jobs):
                release_gone(connection, table, lambda holder: is_gone(holder, self._name))

    def ingress(self) -> Ingress:
        """What stores the updates."""
        services = self.services

        def on_flood(connection: Connection, chat_id: int, now: datetime) -> None:
            flooding.noted(services, connection, chat_id, now)

        return Ingress(
            services.engine,
            self._inbox,
            services.clock,
            self._bell.ring,
            name=self._name,
            on_flood=on_flood,
        )

    async def _receive(self, bot: Bot, ingress: Ingress) -> None:
        settings = self.settings
        if settings.ingress == "polling":
            await _insist(bot.delete_webhook)
            await ingress.poll(bot)
            return
        secret = settings.webhook_secret.get_secret_value()
        server = uvicorn.Server(
            uvicorn.Config(
                ingress.webhook(secret),
                host=settings.webhook_host,
                port=settings.webhook_port,
                log_level="warning",
                log_config=None,  # into our log, which holds no words of an error
                lifespan="off",
            )
        )
        await _insist(
            lambda: bot.set_webhook(settings.webhook_url, secret_token=secret, allowed_updates=ALLOWED)
        )
        await server.serve()

    def _runtime(self, bot: Bot, threads: FromThreads) -> Runtime:
        return Runtime(
            self.worker(threads),
            self.sender(bot),
            self.job_runner(),
            self._bell,
            workers=self.settings.workers,
        )

    def worker(self, threads: FromThreads) -> Worker:
        """What answers them."""
        services = self.services

        def prepare(update: StoredUpdate) -> Callable[[Connection], None]:
            incoming = self._incoming(update)
            if incoming is None:
                return lambda connection: None
            typing = threads.typing(incoming.chat_id)
            if services.clock() - incoming.sent_at > LATE:
                return self._prepare_late(update, incoming, typing)
            return self.dispatch.prepare(incoming, typing)

        def give_up(connection: Connection, update: StoredUpdate) -> None:
            self.dispatch.apologise(connection, update.chat_id, self._incoming(update))

        def still_trying(connection: Connection, update: StoredUpdate) -> None:
            self.dispatch.still_trying(connection, update.chat_id)

        return Worker(
            services.engine,
            self._inbox,
            prepare,
            give_up,
            services.clock,
            name=self._name,
            lease=timedelta(seconds=self.settings.lease_seconds),
            catching_up=lambda: self._ingress is not None and self._ingress.catching_up(),
            still_trying=still_trying,
        )

    def _prepare_late(
        self, update: StoredUpdate, incoming: Incoming, typing: Callable[[], None]
    ) -> Callable[[Connection], None]:
        """What came while the bot was away, with what waits behind it and is read together with it (F16)."""
        with self.services.reading() as connection:
            behind = self._inbox.behind(connection, update, backlog.MOST)
        heard = [(one, said) for one in behind if (said := self._incoming(one)) is not None]
        together = self.dispatch.read_together(incoming, [said for _, said in heard])
        commit = self.dispatch.prepare(incoming, typing, together)

        def commit_all(connection: Connection) -> None:
            commit(connection)
            done = [one for one, _ in heard[: len(together)]]
            self._inbox.close(connection, done, self.services.clock())

        return commit_all

    def _incoming(self, update: StoredUpdate) -> Incoming | None:
        return to_incoming(update.payload, self.services.bot_username)

    def sender(self, bot: Bot) -> Sender:
        """What sends the answers."""
        services = self.services

        def message_id_of(key: str) -> int | None:
            with services.reading() as connection:
                return services.outbox.message_id(connection, key)

        return Sender(
            services.engine,
            services.outbox,
            TelegramSender(bot, services.attachments.get, message_id_of),
            Pace(
                time.monotonic,
                per_second=self.settings.messages_per_second,
                chat_per_second=self.settings.chat_messages_per_second,
            ),
            services.clock,
            name=self._name,
            lease=timedelta(seconds=self.settings.lease_seconds),
            on_uncertain=self.dispatch.make_up_for,
            on_refused=self.dispatch.make_up_for,
            on_blocked=self.dispatch.shut,
            busy=lambda chat_id: bot.send_chat_action(chat_id, "typing"),
        )

    def job_runner(self) -> JobRunner:
        """What does what is due later."""
        services = self.services
        return JobRunner(
            services.engine,
            services.jobs,
            duties(services, self._bell.ring),
            self.dispatch.transaction,
            services.clock,
            name=self._name,
            lease=timedelta(minutes=10),  # publishing a large document takes minutes
            elapsed=self._elapsed,
        )


@asynccontextmanager
async def _connected(settings: Settings) -> AsyncIterator[Bot]:
    """The bot, once its server answers: an outage at start is waited out like any other. Raises `InvalidToken`."""
    bot = connect(settings)
    await _insist(bot.initialize)
    try:
        yield bot
    finally:
        await bot.shutdown()


async def _insist(call: Callable[[], Awaitable[object]]) -> None:
    """Call until it is answered, however long the Bot API server is out of reach."""
    wait = 1.0
    while True:
        try:
            await call()
        except BadRequest:  # a "no", and a NetworkError by descent
            raise
        except (NetworkError, RetryAfter) as error:
            log.warning(
                "the Bot API server cannot be reached; trying again", reason=error.message, seconds=wait
            )
            await asyncio.sleep(wait)
            wait = min(30.0, 2 * wait)
        else:
            return
