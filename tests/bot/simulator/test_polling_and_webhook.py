"""Updates reach the bot once and in order, polled or pushed; floods are told to wait."""

from __future__ import annotations

import asyncio
import json
import random
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx
import pytest

from bot.simulator.errors import Refusal
from bot.simulator.faults import Faults
from bot.simulator.limits import FloodGate, Limits
from bot.simulator.signal import Signal
from bot.simulator.updates import UpdateQueue
from tests.bot.simulator.conftest import Call
from tests.support.simulator import Phone, Simulator


def identifiers(answer: dict[str, Any]) -> list[int]:
    return [update["update_id"] for update in answer["result"]]


def test_offset_confirms_and_limit_limits(call: Call, started: Phone) -> None:
    for number in range(4):
        started.send(f"number {number}")
    everything = identifiers(call("getUpdates"))
    assert everything == sorted(set(everything)) and len(everything) == 5
    assert identifiers(call("getUpdates")) == everything, "nothing was confirmed"
    assert identifiers(call("getUpdates", limit=2)) == everything[:2]
    assert identifiers(call("getUpdates", offset=everything[2])) == everything[2:]
    assert identifiers(call("getUpdates", offset=-1)) == everything[-1:]
    assert identifiers(call("getUpdates")) == everything[-1:], "the rest was forgotten"
    assert identifiers(call("getUpdates", offset=everything[-1] + 1)) == []


def test_allowed_updates(call: Call, started: Phone) -> None:
    call("getUpdates", allowed_updates=["callback_query"])
    started.send("not wanted")
    assert [list(update)[1] for update in call("getUpdates")["result"]] == ["message"], (
        "only the one from before"
    )
    call("getUpdates", offset=2**31 - 1, allowed_updates=[])
    message = started.send("wanted")
    started.edit(message["message_id"], "wanted, changed")
    kinds = [list(update)[1] for update in call("getUpdates")["result"]]
    assert kinds == ["message", "edited_message"]


def test_a_long_poll_returns_as_soon_as_there_is_something(call: Call, started: Phone) -> None:
    (first,) = identifiers(call("getUpdates"))
    with ThreadPoolExecutor() as pool:
        waiting = pool.submit(call, "getUpdates", offset=first + 1, timeout=18)
        started.send("here")
        assert waiting.result(timeout=15)["result"][0]["message"]["text"] == "here"


def test_the_second_poller_ends_the_first(simulator: Simulator, call: Call, farmer: Phone) -> None:
    url = f"{simulator.base_url}{simulator.token}/getUpdates"
    with ThreadPoolExecutor() as pool:
        first = pool.submit(httpx.get, url, params={"timeout": 30}, timeout=60, trust_env=False)
        while not first.done():  # it may not have begun yet
            assert call("getUpdates", timeout=0) == {"ok": True, "result": []}
    ended = first.result().json()
    assert ended["error_code"] == 409
    assert ended["description"].startswith("Conflict: terminated by other getUpdates request")


class Hook(BaseHTTPRequestHandler):
    """A webhook that keeps what it got and answers what it was told to."""

    statuses: list[int]
    got: list[tuple[str | None, dict[str, Any]]]
    arrived: threading.Semaphore
    reply: bytes

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        type(self).got.append((self.headers.get("X-Telegram-Bot-Api-Secret-Token"), body))
        self.send_response(type(self).statuses.pop(0) if type(self).statuses else 200)
        self.send_header("Content-Length", str(len(type(self).reply)))
        self.end_headers()
        self.wfile.write(type(self).reply)
        type(self).arrived.release()

    def log_message(self, *_: Any) -> None:
        """Silence."""


@pytest.fixture
def hook(simulator: Simulator, call: Call) -> Iterator[type[Hook]]:
    state = {"statuses": [], "got": [], "arrived": threading.Semaphore(0), "reply": b""}
    kind: type[Hook] = type("FreshHook", (Hook,), state)
    server = ThreadingHTTPServer(("127.0.0.1", 0), kind)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    call("setWebhook", url=f"http://127.0.0.1:{server.server_port}/hook", secret_token="s3cret")
    yield kind
    call("deleteWebhook", drop_pending_updates=True)
    server.shutdown()
    server.server_close()


def test_a_webhook_hears_each_update_with_the_secret(hook: type[Hook], call: Call, started: Phone) -> None:
    started.send("second")
    for _ in range(2):
        assert hook.arrived.acquire(timeout=60)
    assert [secret for secret, _ in hook.got] == ["s3cret", "s3cret"]
    assert [body["message"]["text"] for _, body in hook.got] == ["/start", "second"]
    assert call("getUpdates")["error_code"] == 409


def test_a_webhook_that_fails_hears_it_again_in_order(hook: type[Hook], call: Call, farmer: Phone) -> None:
    hook.statuses += [500, 404]
    farmer.send("first")
    farmer.send("second")
    for _ in range(4):
        assert hook.arrived.acquire(timeout=60)
    assert [body["message"]["text"] for _, body in hook.got] == ["first", "first", "first", "second"]
    info = call("getWebhookInfo")["result"]
    assert info["last_error_message"].startswith("Wrong response from the webhook: 404")


def test_a_webhook_may_answer_with_a_call(hook: type[Hook], farmer: Phone) -> None:
    hook.reply = json.dumps({"method": "sendMessage", "chat_id": 1001, "text": "From the webhook"}).encode()
    farmer.send("hello")
    assert farmer.wait()[0]["text"] == "From the webhook"


def test_wait_is_quiet_only_after_the_webhook_said_yes(
    hook: type[Hook], simulator: Simulator, farmer: Phone
) -> None:
    farmer.send("nobody answers this")
    answer = simulator.client.get("/sim/users/1001/wait", params={"timeout": 0.5}).json()
    assert answer["timed_out"] and not answer["quiet"]


class Turned:
    """A clock in seconds that stands until it is turned."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def waits(gate: FloodGate, clock: Turned, chat: int, sends: int, every: float) -> list[int]:
    told = []
    for _ in range(sends):
        try:
            gate.admit(chat)
        except Refusal as refusal:
            told.append(refusal.parameters["retry_after"])
        clock.now += every
    return told


def test_floods_in_a_chat_a_group_and_in_all() -> None:
    clock = Turned()
    gate = FloodGate(clock, Limits(chat_burst=3))
    assert waits(gate, clock, 1001, 3, 0) == []
    assert waits(gate, clock, 1001, 1, 0) == [1]
    assert waits(gate, clock, 1001, 10, 1.0) == [1], "only the first, then one a second passes"
    assert waits(gate, clock, -5, 20, 0.1) == []
    assert waits(gate, clock, -5, 1, 0)[0] in (1, 2)
    clock.now += 100
    assert waits(gate, clock, -5, 20, 3.0) == []
    everybody = FloodGate(clock, Limits(total_burst=30))
    refused = [chat for chat in range(1, 41) if waits(everybody, clock, chat, 1, 0)]
    assert refused == list(range(31, 41))


async def test_polling_the_queue_itself_is_cancelled_cleanly() -> None:
    clock = Turned()
    queue = UpdateQueue(clock, Faults(random.Random(1)), Signal())
    poll = asyncio.create_task(queue.poll(0, 100, 50))
    await asyncio.sleep(0)
    queue.end_polls("terminated by setWebhook request")
    with pytest.raises(Refusal, match="setWebhook"):
        await poll
