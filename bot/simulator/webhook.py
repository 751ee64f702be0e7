"""Delivering updates to the bot's webhook: in order in each chat, again and again until it says 2xx."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import httpx
import structlog

from bot.simulator.errors import Refusal
from bot.simulator.requests import RawCall
from bot.simulator.schema import find_method
from bot.simulator.server import BotApi
from bot.simulator.updates import Pending
from bot.simulator.world import World

log = structlog.get_logger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header
FIRST_RETRY_SECONDS = 0.25
LONGEST_RETRY_SECONDS = 5.0
REPLY_SECONDS = 30.0
IDLE_SECONDS = 5.0


class Courier:
    """Carries pending updates to the webhook while one is set."""

    def __init__(self, world: World, api: BotApi) -> None:
        self.world = world
        self.api = api
        self._attempts: dict[int, int] = {}
        self._flying: dict[int, asyncio.Task[None]] = {}

    async def run(self) -> None:
        async with httpx.AsyncClient(timeout=REPLY_SECONDS, trust_env=False) as client:
            try:
                while True:
                    self._take_off(client)
                    await self.world.signal.wait(self.world.updates.next_ready(IDLE_SECONDS))
            finally:
                for task in self._flying.values():
                    task.cancel()

    def _take_off(self, client: httpx.AsyncClient) -> None:
        if not self.world.webhook:
            return
        for pending in list(self._next()):
            if len(self._flying) >= self.world.webhook["max_connections"]:
                return
            self._flying[pending.update_id] = asyncio.create_task(self._fly(client, pending))

    def _next(self) -> Iterator[Pending]:
        """The first update of each chat, unless it is under way or waits for its next attempt."""
        now, held = self.world.monotonic(), set()
        for pending in self.world.updates.pending:
            lane = pending.chat_id or -pending.update_id
            if lane in held:
                continue
            if pending.update_id in self._flying or (
                pending.update_id in self._attempts and pending.visible_at > now
            ):
                held.add(lane)
            elif pending.visible_at <= now:
                held.add(lane)
                yield pending

    async def _fly(self, client: httpx.AsyncClient, pending: Pending) -> None:
        webhook = self.world.webhook
        self.world.updates.show(pending)
        try:
            error = await self._post(client, webhook, pending)
        finally:
            self._flying.pop(pending.update_id, None)
        if error is None:
            self._attempts.pop(pending.update_id, None)
            self.world.updates.done(pending)
        else:
            self._again(webhook, pending, error)
        self.world.signal.fire()

    def _again(self, webhook: dict[str, Any], pending: Pending, error: str) -> None:
        attempts = self._attempts[pending.update_id] = self._attempts.get(pending.update_id, 0) + 1
        seconds = min(LONGEST_RETRY_SECONDS, FIRST_RETRY_SECONDS * 2 ** (attempts - 1))
        pending.visible_at = self.world.monotonic() + seconds
        webhook["last_error_date"], webhook["last_error_message"] = self.world.now(), error

    async def _post(self, client: httpx.AsyncClient, webhook: dict[str, Any], pending: Pending) -> str | None:
        """None when it arrived, else the sentence getWebhookInfo shows."""
        headers = {SECRET_HEADER: webhook["secret_token"]} if webhook["secret_token"] else {}
        try:
            response = await client.post(webhook["url"], json=pending.body, headers=headers)
        except httpx.TimeoutException:
            return "Read timeout expired"
        except httpx.HTTPError:
            return "Connection refused"
        if not response.is_success:
            reason = response.reason_phrase
            return f"Wrong response from the webhook: {response.status_code} {reason}"
        await self._reply(response)
        return None

    async def _reply(self, response: httpx.Response) -> None:
        """A webhook may answer with a call of its own; Telegram does it and tells nobody how it went."""
        try:
            body = response.json()
        except ValueError:
            return
        if isinstance(body, dict) and isinstance(body.get("method"), str):
            try:
                await self.api.do(find_method(body.pop("method")), RawCall(body))
            except Refusal as refusal:
                log.info("webhook_reply_refused", description=refusal.description)
