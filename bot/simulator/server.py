"""The Bot API over HTTP: `/bot<token>/<method>` and `/file/bot<token>/<path>`."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from typing import Any

import structlog
from aiogram.methods.base import TelegramMethod
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.simulator.chats import Chat
from bot.simulator.errors import Refusal, bad_request, too_many_requests
from bot.simulator.faults import Fault
from bot.simulator.limits import MAX_DOWNLOAD
from bot.simulator.methods import HANDLERS, Call
from bot.simulator.requests import RawCall, read_call
from bot.simulator.schema import AnswerRefused, check_answer, find_method, read_request, takes_file_name
from bot.simulator.world import World

log = structlog.get_logger(__name__)


class BotApi:
    """Answers the bot's calls on one world."""

    def __init__(self, world: World) -> None:
        self.world = world

    def routes(self) -> list[Route]:
        return [
            Route("/bot{token}/{method}", self.call, methods=["GET", "POST"]),
            Route("/file/bot{token}/{path:path}", self.download, methods=["GET"]),
        ]

    async def call(self, request: Request) -> Response:
        """One call over HTTP; every refusal is JSON in Telegram's envelope."""
        try:
            self._check_token(request.path_params["token"])
            method = find_method(request.path_params["method"])
            result = await self.do(method, await read_call(request))
        except Refusal as refusal:
            return JSONResponse(refusal.payload(), status_code=refusal.code)
        except AnswerRefused as bug:
            log.exception("simulator_answer_refused")
            return _internal(str(bug))
        return JSONResponse({"ok": True, "result": result})

    async def do(self, method: type[TelegramMethod[Any]], raw: RawCall) -> Any:
        """Check a call, do it, check the answer; faults on order strike on the way."""
        name = method.__api_method__
        params = read_request(method, _with_uploads(method, raw))
        handler = HANDLERS.get(name.lower())
        if handler is None:
            raise bad_request(f"the simulator does not implement {name}")
        chat = self._chat(params)
        fault = self.world.faults.of_call(name, chat.chat_id if chat else None)
        if fault and not fault.delivers:
            await self._fail(fault, chat)
        with _Busy(chat):
            answer = await self._answer(handler(Call(self.world, name, params, raw.uploads)), chat)
        check_answer(method, answer)
        if fault:
            await self._fail(fault, chat)
        return answer

    async def _answer(self, work: Any, chat: Chat | None) -> Any:
        try:
            return await work
        except Refusal as refusal:
            self._expect_again(chat, refusal)
            raise

    def _expect_again(self, chat: Chat | None, refusal: Refusal) -> None:
        """A bot told to wait has not gone quiet: it will be back."""
        if chat and refusal.code == 429:
            chat.busy_until = self.world.monotonic() + refusal.parameters["retry_after"] + 1

    async def _fail(self, fault: Fault, chat: Chat | None) -> None:
        refusal = await _refusal(fault)
        self._expect_again(chat, refusal)
        raise refusal

    def _chat(self, params: Mapping[str, Any]) -> Chat | None:
        chat_id = str(params.get("chat_id", ""))
        return self.world.chats.get(int(chat_id)) if chat_id.lstrip("-").isdigit() else None

    def _check_token(self, token: str) -> None:
        if not re.fullmatch(r"\d+:[A-Za-z0-9_-]+", token):
            raise Refusal(404, "Not Found")
        if token != self.world.token:
            raise Refusal(401, "Unauthorized")

    async def download(self, request: Request) -> Response:
        """A file by the path that getFile gave."""
        try:
            self._check_token(request.path_params["token"])
        except Refusal as refusal:
            return JSONResponse(refusal.payload(), status_code=refusal.code)
        stored = self.world.files.at(request.path_params["path"])
        if stored is None or len(stored.data) > MAX_DOWNLOAD:
            return JSONResponse(Refusal(404, "Not Found").payload(), status_code=404)
        return Response(stored.data, media_type="application/octet-stream")


class _Busy:
    """A chat the bot is talking to right now."""

    def __init__(self, chat: Chat | None) -> None:
        self._chat = chat

    def __enter__(self) -> None:
        if self._chat:
            self._chat.in_flight += 1

    def __exit__(self, *_: object) -> None:
        if self._chat:
            self._chat.in_flight -= 1


async def _refusal(fault: Fault) -> Refusal:
    """How a call fails under a fault."""
    if fault.kind == "429":
        return too_many_requests(fault.retry_after)
    if fault.kind == "timeout":
        await asyncio.sleep(fault.seconds)
        return Refusal(504, "Gateway Timeout")
    names = {
        500: "Internal Server Error",
        502: "Bad Gateway",
        503: "Service Unavailable",
        504: "Gateway Timeout",
    }
    return Refusal(fault.status, names.get(fault.status, "Internal Server Error"))


def _with_uploads(method: type[TelegramMethod[Any]], raw: RawCall) -> dict[str, Any]:
    """The values of a call; a file sent under a field's own name stands there as an attachment."""
    values = {name: value for name, value in raw.values.items() if not (name == "chat_id" and value == "")}
    for name in raw.uploads:
        if name not in values and takes_file_name(method, name):
            values[name] = f"attach://{name}"
    return values


def _internal(description: str) -> Response:
    body = {"ok": False, "error_code": 500, "description": f"Internal Server Error: {description}"}
    return JSONResponse(body, status_code=500)
