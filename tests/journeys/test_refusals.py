"""What a running bot turns away: groups, strangers at the webhook; and the webhook's own way in."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from tests.journeys.conftest import UNREAD
from tests.journeys.people import Person
from tests.support.processes import bot_process, free_port
from tests.support.simulator import Simulator

SECRET = "only-telegram-knows"
HEADER = "X-Telegram-Bot-Api-Secret-Token"


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A home with nothing in it."""
    (tmp_path / "home").mkdir()
    return tmp_path / "home"


def test_a_group_hears_one_line_and_nothing_personal(empty: Path, telegram: Simulator) -> None:
    phone = telegram.phone(1001)
    group = {"id": -100500, "title": "Willow Bend", "members": [1001]}
    telegram.client.post("/sim/groups", json=group).raise_for_status()
    with bot_process(empty, telegram.url, **UNREAD):
        for text in ("/status", "/apply", "hello all"):
            body = {"text": text, "chat_id": -100500}
            telegram.client.post("/sim/users/1001/send", json=body).raise_for_status()
        private = Person(phone)
        assert private.say("/start")
        query = {"chat_id": -100500, "timeout": 20}
        answer = telegram.client.get("/sim/users/1001/wait", params=query, timeout=30).json()
    said = [one["text"] for one in answer["messages"] if one["sender"] == "bot"]
    assert len(said) == 2, said  # to the two commands; other people's talk is not ours
    assert all("only talk in private" in text for text in said)


def test_the_webhook_takes_updates_from_telegram_alone(empty: Path, telegram: Simulator) -> None:
    port = free_port()
    url = f"http://127.0.0.1:{port}/telegram"
    webhook = {"ingress": "webhook", "webhook_url": url, "webhook_secret": SECRET, "webhook_port": port}
    update = {"update_id": 5, "message": {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}}}
    with bot_process(empty, telegram.url, **UNREAD, **webhook), httpx.Client(trust_env=False) as stranger:
        farmer = Person(telegram.phone(1001))
        assert "Which language" in farmer.say("/start")
        assert stranger.post(url, json=update).status_code == 403
        assert stranger.post(url, json=update, headers={HEADER: "guessed"}).status_code == 403
        assert stranger.post(url, content=b"{", headers={HEADER: SECRET}).status_code == 400
        assert stranger.post(url, json={"no": "update"}, headers={HEADER: SECRET}).status_code == 400
        assert "English" in [button["text"] for button in farmer.heard[-1]["buttons"]]
        assert farmer.press("English")
