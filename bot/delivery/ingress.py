"""Ingress: updates by long polling or by webhook, stored before Telegram hears that we have them (law 1)."""

from __future__ import annotations

import asyncio
import hmac
import time
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any

import structlog
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from telegram import Bot
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.clock import Clock
from bot.conversation.messages import LATE
from bot.database import database_reason
from bot.delivery import lease
from bot.delivery.floodgate import Floodgate
from bot.delivery.identity import is_gone
from bot.delivery.inbox import Inbox, date_of
from bot.delivery.readable import readable

log = structlog.get_logger(__name__)

ALLOWED = ["message", "edited_message", "callback_query", "my_chat_member"]
LONG_POLL_SECONDS = 15
RENEW_SECONDS = 3.0
FIRST_BACKOFF = 1.0
LEASE = timedelta(
    seconds=25
)  # outlasts a long poll begun with a lease as old as RENEW_SECONDS; F9 allows 30 s
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105
MAX_BODY = 1_000_000
BATCH = 100  # updates that Telegram gives at most in one answer
LONGEST_CATCHING_UP = 180.0  # seconds: 20,000 updates are stored in less


class Ingress:
    """Stores what Telegram brings and wakes the worker."""

    def __init__(
        self,
        engine: Engine,
        inbox: Inbox,
        clock: Clock,
        wake: Callable[[], None],
        *,
        name: str,
        on_flood: Callable[[Connection, int, datetime], None] = lambda connection, chat, now: None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._engine = engine
        self._inbox = inbox
        self._clock = clock
        self._wake = wake
        self._name = name
        self._on_flood = on_flood
        self._gate = Floodgate(monotonic)
        self._monotonic = monotonic
        self._behind_since: float | None = None

    def store(self, payloads: Sequence[dict[str, Any]]) -> int:
        """Store updates; only when this returns may Telegram be told. What floods in is let go, and noted."""
        sifted, now = self._gate.sift(payloads), self._clock()
        try:
            with self._engine.begin() as connection:
                for chat in sifted.flooding:
                    self._on_flood(connection, chat, now)
                return self._inbox.store(connection, sifted.kept, now)
        except SQLAlchemyError:
            self._gate.give_back(sifted.kept)
            raise

    async def poll(self, bot: Bot, *, long_poll: int = LONG_POLL_SECONDS) -> None:
        """Poll for ever. The next request confirms the last one's updates, which are stored by then."""
        offset: int | None = None
        backoff = FIRST_BACKOFF
        renew_at = 0.0
        monotonic = asyncio.get_running_loop().time
        while True:
            try:
                if monotonic() >= renew_at:
                    if not await asyncio.to_thread(self._hold_lease):
                        log.warning("another process polls for this bot; waiting for it to stop")
                        await asyncio.sleep(RENEW_SECONDS)
                        continue
                    renew_at = monotonic() + RENEW_SECONDS
                seconds = (
                    0 if self.catching_up() else long_poll
                )  # whether that was all is to be known at once
                updates = await bot.get_updates(
                    offset=offset, timeout=seconds, allowed_updates=ALLOWED, read_timeout=seconds + 5
                )
                payloads = [update.to_dict() for update in updates]
                self._look_behind(payloads)
                if updates:
                    await asyncio.to_thread(self.store, payloads)
                    offset = updates[-1].update_id + 1
                    self._wake()
            except InvalidToken:
                raise
            except Exception as error:
                # What could not be stored is not confirmed: Telegram brings it again.
                await asyncio.sleep(_pause(error, backoff))
                backoff = min(30.0, backoff * 2)
            else:
                backoff = FIRST_BACKOFF

    def catching_up(self) -> bool:
        """Whether Telegram still hands over what people wrote while we were away: it is answered chat by chat then."""
        since = self._behind_since
        return since is not None and self._monotonic() - since < LONGEST_CATCHING_UP

    def _look_behind(self, payloads: Sequence[dict[str, Any]]) -> None:
        before = (self._clock() - LATE).timestamp()
        sent = (date_of(payload) for payload in payloads)
        late = len(payloads) >= BATCH and any(date is not None and date < before for date in sent)
        if not late:
            self._behind_since = None
        elif self._behind_since is None:
            self._behind_since = self._monotonic()

    def _hold_lease(self) -> bool:
        with self._engine.begin() as connection:
            return lease.hold(connection, "poller", self._name, self._clock(), LEASE, self._is_gone)

    def _is_gone(self, holder: str) -> bool:
        return is_gone(holder, self._name)

    def stop_polling(self) -> None:
        """Give the poller's place up, so that a successor need not wait."""
        with self._engine.begin() as connection:
            lease.release(connection, "poller", self._name, self._clock())

    def webhook(self, secret: str, path: str = "/telegram") -> Starlette:
        """The application Telegram posts to. Anything without the secret is turned away unread."""

        async def receive(request: Request) -> Response:
            given = request.headers.get(SECRET_HEADER, "")
            if not hmac.compare_digest(given.encode(), secret.encode()):
                return PlainTextResponse("wrong secret", status_code=403)
            payload = await _body(request)
            if payload is None:
                return PlainTextResponse("not an update", status_code=400)
            try:
                await asyncio.to_thread(self.store, [payload])
            except SQLAlchemyError as error:
                log.error("an update cannot be stored", reason=database_reason(error))
                return PlainTextResponse("not stored: bring it again", status_code=503)
            self._wake()
            return Response(status_code=200)

        async def health(_request: Request) -> Response:
            return PlainTextResponse("ok")

        return Starlette(routes=[Route(path, receive, methods=["POST"]), Route("/health", health)])


async def _body(request: Request) -> dict[str, Any] | None:
    if int(request.headers.get("content-length") or 0) > MAX_BODY:
        return None
    try:
        return readable(await request.json())
    except (ValueError, RecursionError):
        return None


def _pause(error: Exception, backoff: float) -> float:
    if isinstance(error, SQLAlchemyError):
        log.error("updates cannot be stored; trying again", reason=database_reason(error))
    elif isinstance(error, Conflict):
        log.error("another program uses this bot's token; stop it, or revoke the token with BotFather")
    elif isinstance(error, TelegramError):
        log.warning("polling failed", error=type(error).__name__)
    else:
        log.error("polling failed", exc_info=error)
    if isinstance(error, RetryAfter):
        wait = error.retry_after
        return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
    return backoff
