"""The simulated Telegram on a free port in a background thread, and a phone to use it with.

with running_simulator() as simulator:
    farmer = simulator.phone(1001, "Wang Fang")
    farmer.send("/start")
    answers = farmer.wait()          # the bot's messages, once it has gone quiet
    farmer.press("Apply for a loan")
"""

from __future__ import annotations

import base64
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx
from starlette.applications import Starlette

from bot.simulator.app import DEFAULT_TOKEN, create_app
from bot.simulator.limits import OFF, Limits
from bot.simulator.serving import SimulatorServer
from bot.simulator.world import World


@dataclass
class Phone:
    """One person's phone: sends, presses, and waits for the bot."""

    client: httpx.Client
    user_id: int
    seen: int = 0  # everything up to this seq was handed out by `wait`

    def send(self, text: str | None = None, **content: Any) -> dict[str, Any]:
        """Send a text, or contact=, location=, photo=, voice=, audio=, video=, video_note=, document= (bytes).

        Files may have caption= and filename=.
        """
        body = {name: _encoded(value) for name, value in content.items()}
        if text is not None:
            body["text"] = text
        return self._post("send", body)

    def press(self, button: str | int, message_id: int | None = None) -> dict[str, Any]:
        """Press a button by its text or index; without a message id, the newest that has it."""
        return self._post("press", {"button": button, "message_id": message_id})

    def edit(self, message_id: int, text: str) -> dict[str, Any]:
        return self._post("edit", {"message_id": message_id, "text": text})

    def move(self, message_id: int, location: Any = None) -> dict[str, Any]:
        """A live location tells a new place; without one it stops."""
        return self._post("move", {"message_id": message_id, "location": location})

    def block(self, blocked: bool = True) -> None:
        self._post("block" if blocked else "unblock", {})

    def wait(
        self, seconds: float = 20.0, *, settle: float = 0.3, after: int | None = None
    ) -> list[dict[str, Any]]:
        """The bot's new and edited messages, once it has answered and gone quiet; fails when it does not."""
        query = {"after": self.seen if after is None else after, "timeout": seconds, "settle": settle}
        answer = self._get("wait", query, timeout=seconds + 10)
        assert answer["quiet"], (
            f"the bot did not answer user {self.user_id} within {seconds} s: {self.transcript()}"
        )
        self.seen = answer["last_seq"]
        return [message for message in answer["messages"] if message["sender"] == "bot"]

    def ask(self, text: str, seconds: float = 20.0) -> list[dict[str, Any]]:
        """Send a text and wait for the answer."""
        self.send(text)
        return self.wait(seconds)

    def tap(
        self, button: str | int, message_id: int | None = None, seconds: float = 20.0
    ) -> list[dict[str, Any]]:
        """Press a button and wait for the answer."""
        self.press(button, message_id)
        return self.wait(seconds)

    def messages(self, after: int = 0) -> list[dict[str, Any]]:
        """Every message of the chat that came or changed after a seq."""
        messages: list[dict[str, Any]] = self.chat(after)["messages"]
        return messages

    def chat(self, after: int = 0) -> dict[str, Any]:
        """The chat with its keyboard, commands, typing, callback answers."""
        return self._get("messages", {"after": after})

    def last(self) -> dict[str, Any]:
        """The bot's newest message."""
        return [message for message in self.messages() if message["sender"] == "bot"][-1]

    def file(self, message: dict[str, Any]) -> bytes:
        """The content of a message's first file."""
        response = self.client.get(message["files"][0]["url"])
        response.raise_for_status()
        return response.content

    def transcript(self) -> str:
        """The chat in lines, for a failing test to show."""
        lines = [f"{message['sender']}: {message['text']!r} {_names(message)}" for message in self.messages()]
        return "\n".join(["", *lines[-12:]])

    def _post(self, act: str, body: dict[str, Any]) -> dict[str, Any]:
        return _answer(self.client.post(f"/sim/users/{self.user_id}/{act}", json=body))

    def _get(self, what: str, query: dict[str, Any], timeout: float = 30) -> dict[str, Any]:
        return _answer(self.client.get(f"/sim/users/{self.user_id}/{what}", params=query, timeout=timeout))


@dataclass
class Simulator:
    """A running simulator; `world` is for looking only, it belongs to the server's thread."""

    url: str
    token: str
    world: World
    client: httpx.Client = field(repr=False)

    @property
    def base_url(self) -> str:
        """python-telegram-bot's `base_url`."""
        return f"{self.url}/bot"

    @property
    def base_file_url(self) -> str:
        return f"{self.url}/file/bot"

    def phone(self, user_id: int, first_name: str = "Wang Fang", language_code: str = "en") -> Phone:
        """A phone for a person, who is created if need be."""
        body = {"id": user_id, "first_name": first_name, "language_code": language_code}
        _answer(self.client.post("/sim/users", json=body))
        return Phone(self.client, user_id)

    def faults(self, **faults: Any) -> None:
        """Order faults, e.g. `faults(**{"429": {"count": 2, "retry_after": 1}})`; none clears them."""
        _answer(self.client.post("/sim/faults", json=faults))

    def limits(self, **limits: Any) -> None:
        _answer(self.client.post("/sim/limits", json=limits))

    def reset(self) -> None:
        _answer(self.client.post("/sim/reset"))


@contextmanager
def running_simulator(
    *,
    limits: Limits = OFF,
    token: str = DEFAULT_TOKEN,
    before: Callable[[World], None] | None = None,
    **options: Any,
) -> Iterator[Simulator]:
    """A simulator on a free port of 127.0.0.1 for as long as the block lasts; `before` sees its world unserved."""
    app = create_app(limits=limits, token=token, **options)
    if before is not None:
        before(app.state.world)
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        with serving(app, listener), httpx.Client(base_url=url, timeout=30, trust_env=False) as client:
            yield Simulator(url, token, app.state.world, client)


@contextmanager
def serving(app: Starlette, listener: socket.socket) -> Iterator[None]:
    """Serve the simulator on a bound socket from a background thread."""
    server = SimulatorServer(app)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    deadline = time.monotonic() + 30
    while not server.started:
        assert thread.is_alive() and time.monotonic() < deadline, "the server did not start"
        time.sleep(0.01)
    try:
        yield
    finally:
        server.should_exit = True
        thread.join(timeout=10)


def _encoded(value: Any) -> Any:
    return base64.b64encode(value).decode() if isinstance(value, bytes) else value


def _names(message: dict[str, Any]) -> list[str]:
    return [button["text"] for button in message["buttons"]]


def _answer(response: httpx.Response) -> dict[str, Any]:
    assert response.is_success, f"{response.request.method} {response.request.url}: {response.text}"
    answer: dict[str, Any] = response.json()
    return answer
