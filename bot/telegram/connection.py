"""One bot on one Bot API server: how it is reached, how its files are fetched, what its menu says."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from telegram import Bot
from telegram.error import BadRequest, NetworkError, RetryAfter

from bot.conversation.messages import DOWNLOAD_LIMIT, FileRef, Unreachable
from bot.delivery.readable import readable
from bot.settings import Settings
from bot.telegram.requests import Requests

T = TypeVar("T")
FETCH_TIMEOUT = 60.0  # of a file, all of it
SEND_TIMEOUT = 20.0  # of each step of a call; the sender breaks a whole send off before its lease ends
CONNECTIONS = 64
MOST_TYPING = 8  # at once, of chats where "typing…" is about to be shown: messages need the connections too


class FileTooLarge(Exception):
    """The file is over what the Bot API lets a bot download."""


class _Updates(Requests):
    """Asks for updates, and leaves of each what the library can read."""

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        answer = Requests.parse_json_payload(payload)
        if isinstance(updates := answer.get("result"), list):
            answer["result"] = [one for one in map(readable, updates) if one is not None]
        return answer


def connect(settings: Settings) -> Bot:
    """The bot at the configured server. Requests for updates have connections of their own."""
    base = settings.telegram_base_url.rstrip("/")
    return Bot(
        settings.telegram_token.get_secret_value(),
        base_url=f"{base}/bot",
        base_file_url=f"{base}/file/bot",
        request=_request(Requests, CONNECTIONS),
        get_updates_request=_request(_Updates, 2),
    )


def _request(kind: type[Requests], connections: int) -> Requests:
    return kind(
        connections,
        read_timeout=SEND_TIMEOUT,
        write_timeout=SEND_TIMEOUT,
        connect_timeout=10.0,
    )


class FromThreads:
    """Lets the synchronous conversation use the bot from its worker threads."""

    def __init__(self, bot: Bot, loop: asyncio.AbstractEventLoop) -> None:
        self._bot = bot
        self._loop = loop
        self._showing = 0

    def download(self, file: FileRef) -> bytes:
        """Fetch a file a person sent. Raises FileTooLarge, and Unreachable where it is worth trying again."""
        if file.size is not None and file.size > DOWNLOAD_LIMIT:
            raise FileTooLarge(file.size)
        try:
            return self._wait(self._download(file))
        except BadRequest:  # a "no", and a NetworkError by descent
            raise
        except (NetworkError, RetryAfter, TimeoutError) as error:
            raise Unreachable(type(error).__name__) from error

    async def _download(self, file: FileRef) -> bytes:
        async with asyncio.timeout(FETCH_TIMEOUT):
            found = await self._bot.get_file(file.file_id)
            return bytes(await found.download_as_bytearray())

    def typing(self, chat_id: int) -> Callable[[], None]:
        """Shows "typing…" in a chat; best effort, never waited for."""

        def show() -> None:
            asyncio.run_coroutine_threadsafe(self._typing(chat_id), self._loop)

        return show

    async def _typing(self, chat_id: int) -> None:
        if self._showing >= MOST_TYPING:
            return
        self._showing += 1
        try:
            with contextlib.suppress(Exception):  # a courtesy: its failure changes nothing
                await self._bot.send_chat_action(chat_id, "typing")
        finally:
            self._showing -= 1

    def _wait(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result()
