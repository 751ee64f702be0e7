"""A second reading of the Bot API, Telegram's own page as data, agrees with what the simulator does."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.simulator.methods import HANDLERS
from bot.simulator.schema import METHODS
from tests.bot.simulator.conftest import Call, picture
from tests.support.simulator import Phone, Simulator

SHARED = Path("shared/data/telegram/bot_api_10_1.json")
PLACES = (Path(__file__).parents[4] / SHARED, Path("/work") / SHARED)
BOT_API = next((place for place in PLACES if place.exists()), PLACES[0])
NEWER = {"can_send_welcome_messages"}  # aiogram reads 10.3, the page at hand is 10.1
PLAIN = {"Integer": int, "String": str, "Boolean": bool, "True": bool, "Float": (int, float)}

pytestmark = pytest.mark.skipif(not BOT_API.exists(), reason=f"{BOT_API} is not on this machine")


@pytest.fixture(scope="module")
def reading() -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(BOT_API.read_text())
    return answer


def problems(reading: dict[str, Any], value: Any, kinds: list[str], where: str) -> list[str]:
    """What is wrong with a value that should be of one of these kinds; the least wrong reading counts."""
    return min((_of_kind(reading, value, kind, where) for kind in kinds), key=len)


def _of_kind(reading: dict[str, Any], value: Any, kind: str, where: str) -> list[str]:
    if kind.startswith("Array of "):
        if not isinstance(value, list):
            return [f"{where} is no array"]
        inner = [kind.removeprefix("Array of ")]
        return [found for item in value for found in problems(reading, item, inner, where)]
    if kind in PLAIN:
        right = isinstance(value, PLAIN[kind]) and (
            kind in ("Boolean", "True") or not isinstance(value, bool)
        )
        return [] if right else [f"{where} is no {kind}: {value!r}"]
    declared = reading["types"][kind]
    if declared.get("subtypes"):
        return problems(reading, value, declared["subtypes"], where)
    if not isinstance(value, dict):
        return [f"{where} is no {kind}"]
    return list(_fields(reading, value, declared.get("fields", []), f"{where}.{kind}"))


def _fields(
    reading: dict[str, Any], value: dict[str, Any], fields: list[dict[str, Any]], where: str
) -> list[str]:
    known = {field["name"]: field for field in fields}
    found = [f"{where}.{name} is not in the Bot API" for name in value.keys() - known.keys() - NEWER]
    found += [
        f"{where}.{name} is missing"
        for name, field in known.items()
        if field["required"] and name not in value
    ]
    for name, content in value.items():
        if name in known:
            found += problems(reading, content, known[name]["types"], f"{where}.{name}")
    return found


def test_every_method_is_known_and_those_done_exist(reading: dict[str, Any]) -> None:
    official = {name.lower() for name in reading["methods"]}
    assert official <= METHODS.keys()
    assert HANDLERS.keys() <= official


def test_required_fields_are_asked_for(reading: dict[str, Any]) -> None:
    """Where aiogram asks for less than Telegram, a call would pass that Telegram refuses."""
    for name in HANDLERS:
        declared = next(method for key, method in reading["methods"].items() if key.lower() == name)
        required = {field["name"] for field in declared.get("fields", []) if field["required"]}
        asked = {key for key, field in METHODS[name].model_fields.items() if field.is_required()}
        assert required <= asked, name


def test_answers_and_updates(
    reading: dict[str, Any], call: Call, simulator: Simulator, started: Phone
) -> None:
    started.send(photo=picture())
    started.send(document=b"x", filename="a.txt")
    started.send(voice=b"OggS")
    started.send(contact=True)
    started.send(location=True)
    simulator.client.post(
        "/sim/groups", json={"id": -100, "title": "G", "members": [1001], "bot_is_admin": True}
    )
    markup = {"inline_keyboard": [[{"text": "Yes", "callback_data": "yes"}]]}
    photo = started.messages()[1]["files"][0]["file_id"]
    calls: list[tuple[str, dict[str, Any]]] = [
        ("getMe", {}),
        ("sendMessage", {"text": "<b>x</b> /help", "parse_mode": "HTML", "reply_markup": markup}),
        ("sendPhoto", {"photo": photo, "caption": "x", "reply_parameters": {"message_id": 1}}),
        ("sendMediaGroup", {"media": [{"type": "photo", "media": photo}] * 2}),
        ("sendLocation", {"latitude": 1, "longitude": 2}),
        ("sendContact", {"phone_number": "1", "first_name": "x"}),
        ("forwardMessage", {"from_chat_id": 1001, "message_id": 1}),
        ("copyMessage", {"from_chat_id": 1001, "message_id": 1}),
        ("pinChatMessage", {"message_id": 1}),
        ("getChat", {}),
        ("getChat", {"chat_id": -100}),
        ("getChatMember", {"user_id": 1001}),
        ("getChatMember", {"chat_id": -100, "user_id": 1001}),
        ("getChatMember", {"chat_id": -100, "user_id": simulator.world.bot_id}),
        ("getChatMenuButton", {}),
        ("getMyCommands", {}),
        ("getMyName", {}),
        ("getMyDescription", {}),
        ("getMyShortDescription", {}),
        ("getWebhookInfo", {}),
        ("getFile", {"file_id": photo}),
    ]
    for name, params in calls:
        asked = reading["methods"][name].get("fields", [])
        chat = {"chat_id": 1001} if any(field["name"] == "chat_id" for field in asked) else {}
        answer = call(name, **(chat | params))
        assert answer["ok"], answer
        assert problems(reading, answer["result"], reading["methods"][name]["returns"], name) == []
    started.press("Yes")
    started.edit(1 + min(message["id"] for message in started.messages()) - 1, "changed")
    started.block()
    updates = call("getUpdates")["result"]
    assert {list(update)[1] for update in updates} == {
        "message",
        "my_chat_member",
        "callback_query",
        "edited_message",
    }
    for update in updates:
        assert problems(reading, update, ["Update"], "update") == []
