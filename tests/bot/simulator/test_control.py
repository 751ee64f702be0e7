"""The control API: people do what people do, and what is wrong is said in a sentence."""

from __future__ import annotations

import base64
import json
from typing import Any

import httpx
import pytest

from tests.bot.simulator.conftest import Call, picture
from tests.bot.simulator.small_bot import SmallBot
from tests.support.simulator import Phone, Simulator, running_simulator


def send(simulator: Simulator, **body: Any) -> httpx.Response:
    return simulator.client.post("/sim/users/1001/send", json=body)


def newest(call: Call) -> dict[str, Any]:
    message: dict[str, Any] = call("getUpdates", offset=-1)["result"][0]["message"]
    return message


def test_a_talk_with_keyboards_presses_and_edits(small_bot: SmallBot, farmer: Phone) -> None:
    (welcome,) = farmer.ask("/start")
    assert [button["kind"] for button in welcome["buttons"]] == ["text", "text", "contact"]
    assert farmer.tap("apply")[0]["text"] == "You said Apply"
    assert farmer.tap(2, welcome["id"])[0]["text"] == "You said something"
    assert farmer.messages()[-2]["contact"]["user_id"] == 1001
    (asked,) = farmer.ask("buttons")
    (changed,) = farmer.tap("Yes", asked["id"])
    assert changed["id"] == asked["id"] and changed["text"] == "Chosen: yes"
    assert [edit["text"] for edit in changed["edits"]] == ["You said buttons"]
    assert changed["seq"] > asked["seq"] and changed["buttons"] == []
    assert farmer.chat()["callback_answers"][-1]["text"] == "You chose yes"


def test_links_are_opened_and_deep_links_start(small_bot: SmallBot, farmer: Phone) -> None:
    farmer.ask("buttons")
    assert farmer.press("Book") == {"ok": True, "pressed": "url", "url": "https://example.com/book"}
    assert farmer.press("Join")["pressed"] == "deep_link"
    assert farmer.wait()[-1]["text"] == "You said /start abc"


def test_wait_sees_through_slow_thinking(small_bot: SmallBot, farmer: Phone) -> None:
    assert farmer.ask("slow", seconds=10)[0]["text"] == "You said slow"


def test_wait_times_out_honestly(simulator: Simulator, farmer: Phone) -> None:
    farmer.send("anybody?")
    answer = simulator.client.get("/sim/users/1001/wait", params={"timeout": 0.2}).json()
    assert (answer["quiet"], answer["timed_out"], answer["messages"]) == (False, True, [])


def test_wait_for_what_nobody_asked_for(call: Call, simulator: Simulator, started: Phone) -> None:
    call("getUpdates", offset=2**31 - 1)
    call("sendMessage", chat_id=1001, text="Your application was approved")
    assert started.wait()[0]["text"] == "Your application was approved"


@pytest.mark.parametrize(
    ("body", "field", "expected"),
    [
        (
            {"contact": True},
            "contact",
            {"phone_number": "+8613555501001", "first_name": "Wang Fang", "user_id": 1001},
        ),
        ({"contact": "+254700000001"}, "contact", {"phone_number": "+254700000001", "first_name": "Contact"}),
        ({"location": [30.5, 120.25]}, "location", {"latitude": 30.5, "longitude": 120.25}),
        ({"location": {"latitude": "1", "longitude": 2}}, "location", {"latitude": 1.0, "longitude": 2.0}),
    ],
)
def test_contacts_and_places(
    simulator: Simulator,
    farmer: Phone,
    call: Call,
    body: dict[str, Any],
    field: str,
    expected: dict[str, Any],
) -> None:
    assert send(simulator, **body).status_code == 200
    assert newest(call)[field] == expected


def test_a_live_location_moves_until_it_is_stopped(call: Call, simulator: Simulator, farmer: Phone) -> None:
    sent = farmer.send(location={"latitude": 30, "longitude": 120, "live_period": 600})
    where = sent["message_id"]
    assert newest(call)["location"]["live_period"] == 600
    acted = simulator.world.chats[1001].last_user_seq
    farmer.move(where, [30.5, 120])
    farmer.move(where)
    began, moved, stopped = call("getUpdates")["result"]
    assert began["message"]["location"]["latitude"] == 30, "what was said before stays said"
    assert moved["edited_message"]["message_id"] == where
    assert moved["edited_message"]["location"] == {"latitude": 30.5, "longitude": 120.0, "live_period": 600}
    assert moved["edited_message"]["edit_date"] >= moved["edited_message"]["date"]
    assert stopped["edited_message"]["location"] == {"latitude": 30.5, "longitude": 120.0}
    assert simulator.world.chats[1001].last_user_seq == acted, (
        "his phone did that: nobody waits for an answer"
    )
    refused = simulator.client.post("/sim/users/1001/move", json={"message_id": where, "location": [31, 120]})
    assert refused.status_code == 400 and "no live location" in refused.json()["error"]


def test_files_as_base64_data_url_object_and_multipart(
    simulator: Simulator, farmer: Phone, call: Call
) -> None:
    image = picture(120, 80, "JPEG")
    encoded = base64.b64encode(image).decode()
    for body in (
        {"photo": encoded},
        {"photo": f"data:image/jpeg;base64,{encoded}"},
        {"photo": {"data": encoded}},
    ):
        shown = send(simulator, caption="My field", **body).json()["message"]
        assert shown["files"][0]["width"] == 120 and shown["text"] == "My field"
    document = {"document": {"base64": encoded, "filename": "field.jpg", "caption": "as a file"}}
    assert send(simulator, **document).json()["message"]["files"][0]["mime_type"] == "image/jpeg"
    parts = {"voice": ("v.ogg", b"OggS" + bytes(2) + (96_000).to_bytes(8, "little"), "audio/ogg")}
    simulator.client.post("/sim/users/1001/send", files=parts)
    assert newest(call)["voice"]["duration"] == 2
    content = simulator.client.get(shown["files"][0]["url"])
    assert content.content[:2] == b"\xff\xd8" and content.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    ("kind", "told", "expected"),
    [
        (
            "audio",
            {"filename": "song.mp3", "duration": 7},
            {"file_name": "song.mp3", "mime_type": "audio/mpeg", "duration": 7},
        ),
        (
            "video",
            {},
            {"file_name": "video.mp4", "mime_type": "video/mp4", "duration": 1, "width": 640, "height": 480},
        ),
        ("video", {"duration": 3, "width": 90, "height": 160}, {"duration": 3, "width": 90, "height": 160}),
        ("video_note", {"duration": 4}, {"duration": 4, "length": 240}),
    ],
)
def test_recordings_of_every_kind(
    simulator: Simulator, farmer: Phone, call: Call, kind: str, told: dict[str, Any], expected: dict[str, Any]
) -> None:
    content = {"data": base64.b64encode(b"recorded").decode(), **told}
    shown = send(simulator, **{kind: content}).json()["message"]
    assert shown["files"][0]["kind"] == kind and shown["files"][0]["seconds"] == expected["duration"]
    assert expected.items() <= newest(call)[kind].items()
    found = call("getFile", file_id=newest(call)[kind]["file_id"])["result"]
    got = simulator.client.get(f"/file/bot{simulator.token}/{found['file_path']}")
    assert got.content == b"recorded"
    wrong = send(simulator, **{kind: {**content, "duration": "long"}})
    assert wrong.status_code == 400 and "number of seconds" in wrong.json()["error"]


def test_a_text_in_a_form_and_one_too_long_for_a_message(simulator: Simulator, farmer: Phone) -> None:
    assert (
        simulator.client.post("/sim/users/1001/send", data={"text": "plain form"}).json()["message"]["text"]
        == "plain form"
    )
    answer = send(simulator, text="x" * 10_000).json()
    assert [len(message["text"]) for message in answer["messages"]] == [4096, 4096, 1808]


@pytest.mark.parametrize(
    ("path", "body", "status", "sentence"),
    [
        ("/sim/users", {"first_name": "x"}, 400, "id must be a whole number"),
        ("/sim/users", {"id": -3}, 400, "positive"),
        ("/sim/users", {"id": 7, "first_name": 3}, 400, "first_name must be a text"),
        ("/sim/users/4242/send", {"text": "x"}, 404, "there is no user 4242"),
        ("/sim/users/abc/send", {"text": "x"}, 400, "whole number"),
        ("/sim/users/1001/send", {}, 400, "send exactly one of"),
        ("/sim/users/1001/send", {"text": ""}, 400, "text is empty"),
        ("/sim/users/1001/send", {"text": 5}, 400, "text must be a text"),
        ("/sim/users/1001/send", {"photo": "!!!"}, 400, "photo"),
        ("/sim/users/1001/send", {"photo": base64.b64encode(b"no").decode()}, 400, "IMAGE_PROCESS_FAILED"),
        ("/sim/users/1001/send", {"photo": 5}, 400, "photo must be base64"),
        (
            "/sim/users/1001/send",
            {"location": {"latitude": 95, "longitude": 0}},
            400,
            "latitude must be within",
        ),
        ("/sim/users/1001/send", {"location": "here"}, 400, "location must have latitude"),
        ("/sim/users/1001/send", {"contact": {"first_name": "x"}}, 400, "phone_number"),
        ("/sim/users/1001/send", {"text": "x", "reply_to": 99}, 404, "no message 99"),
        ("/sim/users/1001/send", {"text": "x", "chat_id": -5}, 404, "no group -5"),
        ("/sim/users/1001/press", {"message_id": 99, "button": 0}, 404, "no message 99"),
        ("/sim/users/1001/press", {"button": "Nothing"}, 404, "there is no button 'Nothing'"),
        ("/sim/users/1001/press", {}, 400, "button must be the text"),
        ("/sim/users/1001/edit", {"message_id": 99, "text": "x"}, 404, "no message 99"),
        ("/sim/faults", {"earthquake": 1}, 400, "there is no fault called 'earthquake'"),
        ("/sim/faults", {"drop": {"chance": 1}}, 400, "no setting 'chance'"),
        ("/sim/faults", {"drop": "often"}, 400, "probability"),
        ("/sim/limits", {"chat_burst": "many"}, 400, "positive number"),
        ("/sim/limits", {"speed": 1}, 400, "there is no limit called 'speed'"),
        ("/sim/groups", {"id": 5, "members": [1001]}, 400, "negative"),
        ("/sim/groups", {"id": -5, "members": []}, 400, "members"),
        ("/sim/nowhere", {}, 404, "there is nothing at /sim/nowhere"),
    ],
)
def test_wrong_requests(
    simulator: Simulator, farmer: Phone, path: str, body: dict[str, Any], status: int, sentence: str
) -> None:
    response = simulator.client.post(path, json=body)
    assert response.status_code == status
    assert response.json()["ok"] is False and sentence in response.json()["error"]


def test_unreadable_control_requests(simulator: Simulator, farmer: Phone) -> None:
    headers = {"content-type": "application/json"}
    response = simulator.client.post("/sim/users/1001/send", content=b"{not json", headers=headers)
    assert response.status_code == 400 and "cannot be read" in response.json()["error"]
    surrogate = simulator.client.post("/sim/users/1001/send", content=b'{"text": "\\ud800"}', headers=headers)
    assert surrogate.status_code == 400
    assert simulator.client.get("/sim/users/1001/messages", params={"after": "x"}).status_code == 400
    assert simulator.client.get("/sim/users/1001/wait", params={"timeout": "nan"}).status_code == 400


def test_blocking_and_coming_back(call: Call, simulator: Simulator, started: Phone) -> None:
    started.block()
    refused = send(simulator, text="x")
    assert refused.status_code == 409 and "has blocked the bot" in refused.json()["error"]
    assert call("sendMessage", chat_id=1001, text="x")["error_code"] == 403
    statuses = [
        update["my_chat_member"]["new_chat_member"]["status"] for update in call("getUpdates")["result"][1:]
    ]
    assert statuses == ["kicked"]
    started.block(False)
    assert send(simulator, text="x").status_code == 200


def test_an_edited_text_and_a_reply_reach_the_bot(call: Call, simulator: Simulator, started: Phone) -> None:
    started.edit(started.messages()[0]["id"], "/start again")
    reply = started.send("yes", reply_to=started.messages()[0]["id"])
    updates = call("getUpdates")["result"]
    assert updates[1]["edited_message"]["text"] == "/start again"
    assert updates[2]["message"]["reply_to_message"]["text"] == "/start again"
    assert reply["message"]["reply_to"]["text"] == "/start again"


def test_in_a_group_the_bot_hears_what_privacy_mode_lets_through(
    call: Call, simulator: Simulator, farmer: Phone
) -> None:
    group = {"id": -77, "title": "Willow Bend", "members": [1001]}
    assert simulator.client.post("/sim/groups", json=group).status_code == 200
    for text in ("just chatting", "/apply", "/apply@other_bot", "hey @three_rivers_credit_bot"):
        send(simulator, text=text, chat_id=-77)
    heard = [update["message"].get("text") for update in call("getUpdates")["result"] if "message" in update]
    assert heard == [None, "/apply", "hey @three_rivers_credit_bot"]
    call("sendMessage", chat_id=-77, text="In private, please")
    shown = simulator.client.get("/sim/users/1001/messages", params={"chat_id": -77}).json()
    assert shown["messages"][-1]["text"] == "In private, please"
    assert farmer.messages() == []


def test_reset_forgets_people_and_goes_on_counting(call: Call, simulator: Simulator, started: Phone) -> None:
    last = started.messages()[-1]["id"]
    before = call("getUpdates")["result"][0]["update_id"]
    call("setMyCommands", commands=[{"command": "help", "description": "Help"}])
    simulator.reset()
    assert simulator.client.get("/sim/users").json()["users"] == []
    assert call("getUpdates")["result"] == []
    again = simulator.phone(1001)
    assert again.send("/start")["message_id"] == last + 1
    assert call("getUpdates")["result"][0]["update_id"] > before
    assert again.chat()["commands"][0]["command"] == "help"


def test_events_for_whoever_watches(call: Call, simulator: Simulator, started: Phone) -> None:
    seen = simulator.client.get("/sim/events", params={"timeout": 0}).json()
    assert seen["events"][-1]["type"] == "message"
    call("sendChatAction", chat_id=1001, action="typing")
    news = simulator.client.get("/sim/events", params={"after": seen["last_event"], "timeout": 5}).json()
    assert [event["type"] for event in news["events"]] == ["action"]


def test_personas_come_from_the_sample_lender(simulator: Simulator) -> None:
    personas = simulator.client.get("/sim/personas").json()["personas"]
    roles = {persona["user_id"]: persona["role"] for persona in personas}
    assert roles[1001] == "farmer" and roles[2001] == "officer" and roles[5001] == "admin"
    assert {persona["phone"] for persona in personas} == {"farmer", "officer", "admin"}


def test_forms_may_carry_json(simulator: Simulator, farmer: Phone, call: Call) -> None:
    body = {"location": json.dumps({"latitude": 1, "longitude": 2})}
    assert simulator.client.post("/sim/users/1001/send", data=body).status_code == 200
    assert newest(call)["location"]["longitude"] == 2.0


def test_events_of_a_world_where_nothing_happened_yet() -> None:
    with running_simulator() as fresh:
        answer = fresh.client.get("/sim/events", params={"timeout": 0}).json()
    assert answer["ok"] and answer["events"] == [] and answer["last_event"] == 0
