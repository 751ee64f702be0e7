"""Faults on order strike as ordered, and repeatably."""

from __future__ import annotations

from random import Random
from typing import Any

import httpx
import pytest

from bot.simulator.faults import Faults
from tests.bot.simulator.conftest import Call
from tests.support.simulator import Phone, Simulator


def texts(call: Call, **params: Any) -> list[str]:
    return [update["message"]["text"] for update in call("getUpdates", **params)["result"]]


def test_dropped_updates_never_arrive(call: Call, simulator: Simulator, farmer: Phone) -> None:
    simulator.faults(drop={"count": 1})
    farmer.send("lost")
    farmer.send("kept")
    assert texts(call) == ["kept"]


def test_duplicated_updates_come_again_after_they_were_confirmed(
    call: Call, simulator: Simulator, farmer: Phone
) -> None:
    simulator.faults(duplicate={"count": 1, "copies": 2})
    farmer.send("twice")
    (first,) = call("getUpdates")["result"]
    (again,) = call("getUpdates", offset=first["update_id"] + 1)["result"]
    assert again == first
    assert call("getUpdates", offset=first["update_id"] + 1)["result"] == []


def test_delayed_updates_arrive_after_later_ones(call: Call, simulator: Simulator, farmer: Phone) -> None:
    simulator.faults(delay={"count": 1, "seconds": 1.0})
    farmer.send("early")
    farmer.send("late")
    (second,) = call("getUpdates")["result"]
    assert second["message"]["text"] == "late"
    assert texts(call, offset=second["update_id"] + 1, timeout=5) == ["early"]


def test_reordered_updates(call: Call, simulator: Simulator, farmer: Phone) -> None:
    simulator.faults(reorder={"count": 1})
    farmer.send("one")
    farmer.send("two")
    assert texts(call) == ["two", "one"]


def test_calls_fail_with_and_without_doing_their_work(
    call: Call, simulator: Simulator, started: Phone
) -> None:
    failing = {"count": 1, "status": 503, "delivers": True, "methods": ["sendMessage"]}
    simulator.faults(**{"5xx": [failing, failing | {"delivers": False}]})
    assert call("sendChatAction", chat_id=1001, action="typing")["ok"]
    for _ in range(2):
        answer = call("sendMessage", chat_id=1001, text="x")
        assert (answer["error_code"], answer["description"]) == (503, "Service Unavailable")
    assert len(started.messages()) == 2, "the start and the one message that was delivered"
    shown = simulator.client.get("/sim/faults").json()["faults"]
    assert [fault["fired"] for fault in shown] == [1, 1]
    assert call("sendMessage", chat_id=1001, text="x")["ok"]


@pytest.mark.parametrize("delivers", [True, False])
def test_time_outs(http: httpx.Client, simulator: Simulator, started: Phone, delivers: bool) -> None:
    simulator.faults(timeout={"count": 1, "seconds": 2.0, "delivers": delivers})
    with pytest.raises(httpx.ReadTimeout):
        http.post("sendMessage", json={"chat_id": 1001, "text": "x"}, timeout=httpx.Timeout(20, read=0.5))
    assert len(started.messages()) == 1 + delivers
    simulator.faults(timeout={"count": 1, "seconds": 0, "delivers": delivers})
    assert http.post("sendMessage", json={"chat_id": 1001, "text": "x"}).status_code == 504


def test_wait_holds_on_while_the_bot_must_come_back(call: Call, simulator: Simulator, started: Phone) -> None:
    call("getUpdates", offset=10**9)
    call("sendMessage", chat_id=1001, text="first half")
    simulator.faults(**{"429": {"count": 1, "retry_after": 30}})
    assert call("sendMessage", chat_id=1001, text="second half")["parameters"] == {"retry_after": 30}
    answer = simulator.client.get("/sim/users/1001/wait", params={"timeout": 0.6}).json()
    assert answer["timed_out"] and answer["messages"][0]["text"] == "first half"


def test_the_same_seed_strikes_the_same() -> None:
    def pattern() -> list[bool]:
        faults = Faults(Random())
        faults.order({"seed": 11, "drop": 0.3})
        return [bool(faults.of_update(1001)) for _ in range(50)]

    assert pattern() == pattern()
    assert 5 < sum(pattern()) < 25


def test_faults_may_concern_some_users_only() -> None:
    faults = Faults(Random(1))
    faults.order({"drop": {"users": [1002]}})
    assert not faults.of_update(1001) and faults.of_update(1002)
