"""What Telegram refuses is refused in Telegram's words, however the call came."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest

from tests.bot.simulator.conftest import Call, picture
from tests.support.simulator import Phone, Simulator

MEGABYTE = 1024 * 1024


def keyboard(**button: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "Press", **button}]]}


REFUSED: list[tuple[str, dict[str, Any], str]] = [
    ("sendMessage", {"text": "x"}, "chat_id is empty"),
    ("sendMessage", {"chat_id": 1001}, "message text is empty"),
    ("sendMessage", {"chat_id": 1001, "text": " \n "}, "message text is empty"),
    ("sendMessage", {"chat_id": 1001, "text": "<b></b>", "parse_mode": "HTML"}, "message text is empty"),
    ("sendMessage", {"chat_id": 1001, "text": "x" * 4097}, "message is too long"),
    ("sendMessage", {"chat_id": 1001, "text": "😀" * 2049}, "message is too long"),
    (
        "sendMessage",
        {"chat_id": 1001, "text": 5},
        'can\'t parse parameter "text": Input should be a valid string',
    ),
    ("sendMessage", {"chat_id": [1001], "text": "x"}, "can't parse parameter \"chat_id"),
    ("sendMessage", {"chat_id": 9, "text": "x"}, "chat not found"),
    ("sendMessage", {"chat_id": 1002, "text": "x"}, "chat not found"),
    ("sendMessage", {"chat_id": "@nobody", "text": "x"}, "chat not found"),
    ("sendMessage", {"chat_id": 1001, "text": "x", "parse_mode": "BBCode"}, "unsupported parse_mode"),
    (
        "sendMessage",
        {"chat_id": 1001, "text": "<b>x", "parse_mode": "HTML"},
        "can't parse entities: Can't find end tag corresponding to start tag \"b\"",
    ),
    (
        "sendMessage",
        {"chat_id": 1001, "text": "x", "reply_markup": keyboard(callback_data="é" * 32 + "x")},
        "BUTTON_DATA_INVALID",
    ),
    (
        "sendMessage",
        {"chat_id": 1001, "text": "x", "reply_markup": keyboard()},
        "Text buttons are unallowed in the inline keyboard",
    ),
    (
        "sendMessage",
        {"chat_id": 1001, "text": "x", "reply_markup": keyboard(url="javascript:alert(1)")},
        "inline keyboard button URL",
    ),
    (
        "sendMessage",
        {"chat_id": 1001, "text": "x", "reply_markup": {"inline_keyboard": "no"}},
        "can't parse parameter",
    ),
    (
        "sendMessage",
        {"chat_id": 1001, "text": "x", "reply_markup": "{"},
        "can't parse reply keyboard markup JSON object",
    ),
    (
        "sendMessage",
        {"chat_id": 1001, "text": "x", "reply_parameters": {"message_id": 99}},
        "message to be replied not found",
    ),
    (
        "sendMessage",
        {"chat_id": 1001, "text": "x", "entities": [{"type": "bold", "offset": 0, "length": 9}]},
        "ENTITY_BOUNDS_INVALID",
    ),
    ("sendPhoto", {"chat_id": 1001}, "there is no photo in the request"),
    ("sendPhoto", {"chat_id": 1001, "photo": "nonsense"}, "wrong file identifier/HTTP URL specified"),
    ("sendPhoto", {"chat_id": 1001, "photo": "attach://missing"}, "failed to find attached file"),
    (
        "sendDocument",
        {"chat_id": 1001, "document": "https://example.com/a.pdf"},
        "failed to get HTTP URL content",
    ),
    ("sendLocation", {"chat_id": 1001, "latitude": 91, "longitude": 0}, "wrong location coordinates"),
    (
        "sendContact",
        {"chat_id": 1001, "phone_number": "1", "first_name": "W", "vcard": "é" * 1024 + "x"},
        "vCard is too long",
    ),
    (
        "sendMessage",
        {
            "chat_id": 1001,
            "text": "x",
            "reply_markup": {"keyboard": [[{"text": "a"}]], "input_field_placeholder": "x" * 65},
        },
        "input field placeholder is too long",
    ),
    (
        "sendMessage",
        {
            "chat_id": 1001,
            "text": "x",
            "reply_markup": {"force_reply": True, "input_field_placeholder": "x" * 65},
        },
        "input field placeholder is too long",
    ),
    ("setMyName", {"name": "Credit", "language_code": "eng"}, "invalid language code specified"),
    ("setMyDescription", {"description": "x", "language_code": "EN"}, "invalid language code specified"),
    ("setMyShortDescription", {"language_code": "zh-CN"}, "invalid language code specified"),
    ("getMyName", {"language_code": "e"}, "invalid language code specified"),
    ("sendChatAction", {"chat_id": 1001, "action": "dancing"}, "wrong parameter action in request"),
    (
        "sendMediaGroup",
        {"chat_id": 1001, "media": [{"type": "photo", "media": "x"}]},
        "must include 2-10 items",
    ),
    ("editMessageText", {"chat_id": 1001, "message_id": 99, "text": "x"}, "message to edit not found"),
    ("editMessageText", {"chat_id": 1001, "message_id": 1, "text": "x"}, "message can't be edited"),
    ("editMessageText", {"text": "x"}, "chat_id is empty"),
    ("deleteMessage", {"chat_id": 1001, "message_id": 99}, "message to delete not found"),
    (
        "forwardMessage",
        {"chat_id": 1001, "from_chat_id": 1001, "message_id": 99},
        "message to forward not found",
    ),
    ("pinChatMessage", {"chat_id": 1001, "message_id": 99}, "message to pin not found"),
    ("answerCallbackQuery", {"callback_query_id": "123"}, "query is too old and response timeout expired"),
    ("getFile", {"file_id": "nonsense"}, "invalid file_id"),
    ("setMyCommands", {"commands": [{"command": "Help!", "description": "x"}]}, "BOT_COMMAND_INVALID"),
    (
        "setMyCommands",
        {"commands": [{"command": "help", "description": ""}]},
        "BOT_COMMAND_DESCRIPTION_INVALID",
    ),
    ("setMyCommands", {"commands": [{"command": "help"}]}, 'can\'t parse parameter "commands.0.description"'),
    ("setMyCommands", {}, 'parameter "commands" is required'),
    (
        "setMessageReaction",
        {"chat_id": 1001, "message_id": 1, "reaction": [{"type": "emoji", "emoji": "x"}]},
        "REACTION_INVALID",
    ),
    ("setWebhook", {"url": "http://example.com/"}, "bad webhook: An HTTPS URL must be provided"),
    (
        "setWebhook",
        {"url": "http://127.0.0.1/", "secret_token": "a b"},
        "secret token contains unallowed characters",
    ),
    ("leaveChat", {"chat_id": 1001}, "chat member status can't be changed in private chats"),
    (
        "sendPoll",
        {"chat_id": 1001, "question": "?", "options": []},
        "the simulator does not implement sendPoll",
    ),
]


@pytest.mark.parametrize(("method", "params", "wording"), REFUSED)
def test_refused(call: Call, simulator: Simulator, method: str, params: dict[str, Any], wording: str) -> None:
    simulator.world.numbers.clear()  # so that the message below is number 1
    assert simulator.phone(1001).send("/start")["message_id"] == 1
    answer = call(method, **params)
    assert answer["ok"] is False and answer["error_code"] == 400
    assert answer["description"].startswith("Bad Request: "), answer
    assert wording in answer["description"]


def test_what_is_just_short_enough_is_taken(call: Call, started: Phone) -> None:
    assert call("sendMessage", chat_id=1001, text="x" * 4096)["ok"]
    bold = "<b>" + "x" * 4096 + "</b>"
    assert call("sendMessage", chat_id=1001, text=bold, parse_mode="html")["ok"]
    assert call("sendMessage", chat_id=1001, text="x", reply_markup=keyboard(callback_data="x" * 64))["ok"]
    hint = {"force_reply": True, "input_field_placeholder": "x" * 64}
    assert call("sendMessage", chat_id=1001, text="x", reply_markup=hint)["ok"]
    card = {"phone_number": "1", "first_name": "W", "vcard": "é" * 1024}
    assert call("sendContact", chat_id=1001, **card)["ok"]


@pytest.mark.parametrize(
    ("told", "kept"), [(12.5, 12.5), (1500, 1500), (99_999, 1500), (0, None), (-3, None)]
)
def test_how_exact_a_place_is_is_held_to_what_telegram_keeps(
    call: Call, started: Phone, told: float, kept: float | None
) -> None:
    sent = call("sendLocation", chat_id=1001, latitude=1, longitude=2, horizontal_accuracy=told)
    assert sent["result"]["location"].get("horizontal_accuracy") == kept


def test_tokens_and_methods(simulator: Simulator, call: Call) -> None:
    def get(path: str) -> httpx.Response:
        return simulator.client.get(path)

    assert get("/bot123:wrong/getMe").json() == {
        "ok": False,
        "error_code": 401,
        "description": "Unauthorized",
    }
    assert get("/botnonsense/getMe").status_code == 404
    assert get(f"/bot{simulator.token}/noSuchThing").json()["description"] == "Not Found: method not found"
    assert get(f"/bot{simulator.token}/GETME").json()["ok"]
    assert get(f"/file/bot{simulator.token}/photos/none.jpg").status_code == 404
    assert get("/file/bot1:x/photos/none.jpg").status_code == 401


@pytest.mark.parametrize("how", ["query", "form", "json", "multipart"])
def test_every_way_of_sending_parameters(http: httpx.Client, started: Phone, how: str) -> None:
    values = {"chat_id": "1001", "text": "Hello", "disable_notification": "true"}
    markup = json.dumps(keyboard(callback_data="x"))
    values["reply_markup"] = markup
    response = {
        "query": lambda: http.get("sendMessage", params=values),
        "form": lambda: http.post("sendMessage", data=values),
        "json": lambda: http.post("sendMessage", json=values),
        "multipart": lambda: http.post("sendMessage", data=values, files={"unused": b"x"}),
    }[how]()
    assert response.json()["result"]["text"] == "Hello"
    assert started.last()["buttons"][0]["text"] == "Press"


def test_unreadable_bodies(http: httpx.Client) -> None:
    headers = {"content-type": "application/json"}
    assert (
        http.post("getMe", content=b"{", headers=headers).json()["description"]
        == "Bad Request: can't parse JSON object"
    )
    assert http.post("getMe", content=b"[]", headers=headers).status_code == 400
    assert http.post("getMe", content=b"x", headers={"content-type": "text/csv"}).status_code == 400
    broken = {"content-type": "multipart/form-data; boundary=x"}
    assert http.post("getMe", content=b"nothing", headers=broken).status_code in (200, 400)


def test_editing_to_the_same_is_refused(call: Call, started: Phone) -> None:
    sent = call("sendMessage", chat_id=1001, text="Same", reply_markup=keyboard(callback_data="x"))["result"]
    place = {"chat_id": 1001, "message_id": sent["message_id"]}
    same = call("editMessageText", **place, text="Same", reply_markup=keyboard(callback_data="x"))
    assert "message is not modified" in same["description"]
    assert call("editMessageText", **place, text="Same")["ok"]  # the keyboard went away
    again = call("editMessageReplyMarkup", **place)
    assert "message is not modified" in again["description"]
    photo = call("editMessageCaption", **place, caption="x")
    assert "there is no caption in the message to edit" in photo["description"]


def test_a_callback_query_is_answered_once_and_in_time(
    call: Call, simulator: Simulator, started: Phone
) -> None:
    call("sendMessage", chat_id=1001, text="x", reply_markup=keyboard(callback_data="x"))
    first, second = (started.press("Press")["callback_query_id"] for _ in range(2))
    assert call("answerCallbackQuery", callback_query_id=first, text="x" * 201)["description"].endswith(
        "MESSAGE_TOO_LONG"
    )
    assert call("answerCallbackQuery", callback_query_id=first)["ok"]
    assert "query is too old" in call("answerCallbackQuery", callback_query_id=first)["description"]
    simulator.limits(callback_seconds=0.000001)
    assert "query is too old" in call("answerCallbackQuery", callback_query_id=second)["description"]


def test_files_too_big_or_empty_or_no_picture(http: httpx.Client, started: Phone) -> None:
    def send(kind: str, data: bytes) -> dict[str, Any]:
        answer: dict[str, Any] = http.post(
            f"send{kind.capitalize()}", data={"chat_id": 1001}, files={kind: ("f.bin", data)}
        ).json()
        return answer

    assert "too big for a photo" in send("photo", b"x" * (10 * MEGABYTE + 1))["description"]
    assert "IMAGE_PROCESS_FAILED" in send("photo", b"no picture")["description"]
    assert "PHOTO_INVALID_DIMENSIONS" in send("photo", picture(2100, 100))["description"]
    assert "file must be non-empty" in send("document", b"")["description"]
    assert send("document", b"x" * (50 * MEGABYTE + 1))["description"] == "Bad Request: file is too big"
    assert send("document", b"x" * (52 * MEGABYTE))["error_code"] == 413
    long = http.post(
        "sendDocument", data={"chat_id": 1001, "caption": "x" * 1025}, files={"document": ("a", b"x")}
    ).json()
    assert long["description"] == "Bad Request: message caption is too long"


def test_a_file_is_not_sent_as_another_kind(call: Call, http: httpx.Client, started: Phone) -> None:
    sent = http.post("sendDocument", data={"chat_id": 1001}, files={"document": ("a.txt", b"x")}).json()[
        "result"
    ]
    wrong = call("sendPhoto", chat_id=1001, photo=sent["document"]["file_id"])
    assert "can't use file of type Document as Photo" in wrong["description"]


def test_groups_keep_to_their_own_rules(call: Call, simulator: Simulator, farmer: Phone) -> None:
    simulator.phone(1002)
    body = {"id": -1001234, "title": "Village", "members": [1001, 1002]}
    assert simulator.client.post("/sim/groups", json=body).status_code == 200
    contact = {"keyboard": [[{"text": "Number", "request_contact": True}]]}
    refused = call("sendMessage", chat_id=-1001234, text="x", reply_markup=contact)
    assert "phone number can be requested in private chats only" in refused["description"]
    assert call("pinChatMessage", chat_id=-1001234, message_id=1)["error_code"] == 400
    assert call("sendMessage", chat_id=-1001234, text="Write to me in private")["ok"]
    assert call("getChatMember", chat_id=-1001234, user_id=1001)["result"]["status"] == "creator"
    assert call("leaveChat", chat_id=-1001234)["ok"]
    assert call("sendMessage", chat_id=-1001234, text="x")["error_code"] == 403
