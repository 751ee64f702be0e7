"""The control API, `/sim/…`: what the page, the tests and anyone's script drive the people with."""

from __future__ import annotations

import asyncio
from bisect import bisect_right
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.simulator.bodies import Body, contact_in, file_in, location_in, read_body
from bot.simulator.chats import Entry, Person, Raw
from bot.simulator.errors import ControlError, Refusal
from bot.simulator.groups import create_group
from bot.simulator.personas import Persona
from bot.simulator.phone import DEFAULT_LOCATION, Phone
from bot.simulator.views import bot_view, chat_view, message_view, person_view
from bot.simulator.waiting import LONGEST_WAIT_SECONDS, SETTLE_SECONDS, wait_for_answer
from bot.simulator.world import World

Endpoint = Callable[[Request], Awaitable[Raw]]
FILES = ("photo", "voice", "audio", "video", "video_note", "document")
SENDABLE = ("text", "contact", "location", *FILES)
INLINE_TYPES = ("image/", "audio/", "video/", "application/pdf", "text/plain")


class ControlApi:
    """Answers `/sim/…` on one world."""

    def __init__(self, world: World, personas: Sequence[Persona]) -> None:
        self.world = world
        self.personas = personas

    def routes(self) -> list[Route]:
        return [
            self._route("/sim/users", "POST", self.create_user),
            self._route("/sim/users", "GET", self.list_users),
            self._route("/sim/users/{id}/send", "POST", self.send),
            self._route("/sim/users/{id}/press", "POST", self.press),
            self._route("/sim/users/{id}/edit", "POST", self.edit),
            self._route("/sim/users/{id}/move", "POST", self.move),
            self._route("/sim/users/{id}/block", "POST", self.block),
            self._route("/sim/users/{id}/unblock", "POST", self.unblock),
            self._route("/sim/users/{id}/messages", "GET", self.messages),
            self._route("/sim/users/{id}/wait", "GET", self.wait),
            self._route("/sim/groups", "POST", self.group),
            self._route("/sim/faults", "POST", self.order_faults),
            self._route("/sim/faults", "GET", self.show_faults),
            self._route("/sim/faults", "DELETE", self.clear_faults),
            self._route("/sim/limits", "POST", self.change_limits),
            self._route("/sim/reset", "POST", self.reset),
            self._route("/sim/events", "GET", self.events),
            self._route("/sim/bot", "GET", self.bot),
            self._route("/sim/personas", "GET", self.list_personas),
            Route("/sim/files/{path:path}", self.file, methods=["GET"]),
        ]

    def _route(self, path: str, verb: str, endpoint: Endpoint) -> Route:
        async def answer(request: Request) -> Response:
            try:
                return JSONResponse({"ok": True, **await endpoint(request)})
            except ControlError as error:
                return _error(error.sentence, error.status)
            except Refusal as refusal:
                return _error(refusal.description, refusal.code)

        return Route(path, answer, methods=[verb])

    # People

    async def create_user(self, request: Request) -> Raw:
        """Create a person, or change one: his chat stays."""
        body = (await read_body(request)).values
        user_id = _whole(body.get("id"), "id")
        if user_id <= 0 or user_id == self.world.bot_id:
            raise ControlError(f"id must be a positive number that is not the bot's, not {user_id}")
        person = Person(
            user_id,
            _words(body, "first_name", f"User {user_id}"),
            _words(body, "language_code", "en"),
            _words(body, "last_name", "") or None,
            _words(body, "username", "") or None,
            _words(body, "phone_number", f"+861355550{user_id % 10000:04d}"),
        )
        self.world.people[user_id] = person
        self.world.private_chat(person)
        self.world.tell("user", user_id)
        return {"user": person_view(person)}

    async def list_users(self, request: Request) -> Raw:
        return {"users": [person_view(person) for person in self.world.people.values()]}

    async def list_personas(self, request: Request) -> Raw:
        return {"personas": [persona.view() for persona in self.personas]}

    async def bot(self, request: Request) -> Raw:
        return {"bot": bot_view(self.world, request.query_params.get("language", ""))}

    def _phone(self, request: Request, chat_id: Any = None) -> Phone:
        person = self.world.person(_whole(request.path_params["id"], "the user id in the path"))
        wanted = chat_id if chat_id is not None else request.query_params.get("chat_id")
        chat = self.world.chat_of(person, None if wanted is None else _whole(wanted, "chat_id"))
        return Phone(self.world, person, chat)

    # Acts

    async def send(self, request: Request) -> Raw:
        body = await read_body(request)
        phone = self._phone(request, body.values.get("chat_id"))
        entries = await self._sent(phone, body)
        return self._shown(phone, entries)

    async def _sent(self, phone: Phone, body: Body) -> list[Entry]:
        kinds = [kind for kind in SENDABLE if kind in body.uploads or body.values.get(kind) is not None]
        if "text" in kinds and len(kinds) == 2:  # a text beside a file is its caption
            kinds.remove("text")
            body.values.setdefault("caption", body.values["text"])
        if len(kinds) != 1:
            raise ControlError(f"send exactly one of {', '.join(SENDABLE)}, not {kinds or 'none'}")
        return await self._send_kind(phone, kinds[0], body)

    async def _send_kind(self, phone: Phone, kind: str, body: Body) -> list[Entry]:
        value = body.values.get(kind)
        if kind == "text":
            reply_to = body.values.get("reply_to")
            target = None if reply_to is None else _whole(reply_to, "reply_to")
            return phone.send_text(_words(body.values, "text", ""), target)
        if kind == "contact":
            return [phone.send_contact(contact_in(value))]
        if kind == "location":
            return [phone.send_location(location_in(value))]
        upload, facts = file_in(kind, body)
        return [await phone.send_file(kind, upload, **facts)]

    def _shown(self, phone: Phone, entries: list[Entry]) -> Raw:
        views = [message_view(self.world, phone.chat, entry) for entry in entries]
        return {
            "message_id": entries[0].message_id,
            "seq": phone.chat.counter,
            "message": views[0],
            "messages": views,
        }

    async def press(self, request: Request) -> Raw:
        body = (await read_body(request)).values
        phone = self._phone(request, body.get("chat_id"))
        button = body.get("button")
        if not isinstance(button, int | str) or isinstance(button, bool) or button == "":
            raise ControlError("button must be the text of a button or its index, counted from 0")
        message_id = body.get("message_id")
        return phone.press(button, None if message_id is None else _whole(message_id, "message_id"))

    async def edit(self, request: Request) -> Raw:
        body = (await read_body(request)).values
        phone = self._phone(request, body.get("chat_id"))
        entry = phone.edit_text(_whole(body.get("message_id"), "message_id"), _words(body, "text", ""))
        return self._shown(phone, [entry])

    async def move(self, request: Request) -> Raw:
        body = (await read_body(request)).values
        phone = self._phone(request, body.get("chat_id"))
        told = body.get("location")
        place = None if told is None else location_in(told) or DEFAULT_LOCATION
        return self._shown(phone, [phone.move(_whole(body.get("message_id"), "message_id"), place)])

    async def block(self, request: Request) -> Raw:
        self._phone(request).block(True)
        return {"blocked": True}

    async def unblock(self, request: Request) -> Raw:
        self._phone(request).block(False)
        return {"blocked": False}

    async def group(self, request: Request) -> Raw:
        return create_group(self.world, (await read_body(request)).values)

    # Looking

    async def messages(self, request: Request) -> Raw:
        phone = self._phone(request)
        return chat_view(self.world, phone.person, phone.chat, _number(request, "after", 0))

    async def wait(self, request: Request) -> Raw:
        phone = self._phone(request)
        after = _number(request, "after", phone.chat.last_user_seq)
        seconds = min(_seconds(request, "timeout", 10.0), LONGEST_WAIT_SECONDS)
        settle = _seconds(request, "settle", SETTLE_SECONDS)
        quiet = await wait_for_answer(
            self.world, phone.person, phone.chat, after=after, seconds=seconds, settle=settle
        )
        return {"quiet": quiet, "timed_out": not quiet} | chat_view(
            self.world, phone.person, phone.chat, after
        )

    async def events(self, request: Request) -> Raw:
        """Long poll: events after a number, as soon as there are any."""
        after = _number(request, "after", 0)
        deadline = self.world.monotonic() + min(_seconds(request, "timeout", 20.0), 30.0)
        while True:
            found = _newer(self.world.events, after)
            left = deadline - self.world.monotonic()
            if found or left <= 0 or self.world.closing:
                last = self.world.events[-1]["event"] if self.world.events else after
                return {"events": found, "last_event": last}
            await self.world.signal.wait(left)

    async def file(self, request: Request) -> Response:
        stored = self.world.files.at(request.path_params["path"])
        if stored is None:
            return _error(f"there is no file {request.path_params['path']}", 404)
        return Response(
            stored.data, media_type=stored.mime_type, headers=_file_headers(stored.name, stored.mime_type)
        )

    # The weather

    async def order_faults(self, request: Request) -> Raw:
        self.world.faults.order((await read_body(request)).values)
        return {"faults": self.world.faults.shown()}

    async def show_faults(self, request: Request) -> Raw:
        return {"faults": self.world.faults.shown()}

    async def clear_faults(self, request: Request) -> Raw:
        self.world.faults.clear()
        return {"faults": []}

    async def change_limits(self, request: Request) -> Raw:
        flood = self.world.flood
        flood.change(flood.limits.changed((await read_body(request)).values))
        return {"limits": {name: getattr(flood.limits, name) for name in flood.limits.__dataclass_fields__}}

    async def reset(self, request: Request) -> Raw:
        self.world.forget()
        await asyncio.sleep(0)
        return {}


def _newer(events: Sequence[Raw], after: int) -> list[Raw]:
    """The events after a number; they are in order, and most watchers have seen almost all."""
    return list(events[bisect_right(events, after, key=lambda event: int(event["event"])) :])


def _error(sentence: str, status: int) -> Response:
    return JSONResponse({"ok": False, "error": sentence}, status_code=status)


def _file_headers(name: str, mime_type: str) -> dict[str, str]:
    """A stranger's file must not run in the page's origin."""
    shown = mime_type.startswith(INLINE_TYPES) and "svg" not in mime_type
    safe = "".join(
        character
        for character in name
        if character.isascii() and (character.isalnum() or character in "._- ")
    )
    disposition = f'{"inline" if shown else "attachment"}; filename="{safe or "file"}"'
    return {"Content-Disposition": disposition, "X-Content-Type-Options": "nosniff"}


def _whole(value: Any, name: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise ControlError(f"{name} must be a whole number, not {value!r}")
    try:
        return int(value)
    except ValueError:
        raise ControlError(f"{name} must be a whole number, not {value!r}") from None


def _number(request: Request, name: str, default: int) -> int:
    value = request.query_params.get(name)
    return default if value is None else _whole(value, name)


def _seconds(request: Request, name: str, default: float) -> float:
    value = request.query_params.get(name)
    try:
        seconds = default if value is None else float(value)
    except ValueError:
        raise ControlError(f"{name} must be a number of seconds, not {value!r}") from None
    if not 0 <= seconds < float("inf"):
        raise ControlError(f"{name} must be a number of seconds, not {value!r}")
    return seconds


def _words(body: Raw, name: str, default: str) -> str:
    value = body.get(name, default)
    if not isinstance(value, str):
        raise ControlError(f"{name} must be a text, not {value!r}")
    return value
