"""A bot of forty lines that polls over plain HTTP, to answer the phones in tests."""

from __future__ import annotations

import threading
import time
from typing import Any

import httpx

from tests.support.simulator import Simulator

KEYBOARD = {"keyboard": [["Apply", "Ask"], [{"text": "Share my number", "request_contact": True}]]}
BUTTONS = {
    "inline_keyboard": [
        [{"text": "Yes", "callback_data": "yes"}, {"text": "No", "callback_data": "no"}],
        [{"text": "Join", "url": "https://t.me/three_rivers_credit_bot?start=abc"}],
        [{"text": "Book", "url": "https://example.com/book"}],
    ]
}


class SmallBot:
    """Echoes texts, edits on a press, thinks slowly when asked to."""

    def __init__(self, simulator: Simulator) -> None:
        self.client = httpx.Client(
            base_url=f"{simulator.base_url}{simulator.token}/", timeout=20, trust_env=False
        )
        self.stopped = threading.Event()
        self.thread = threading.Thread(target=self.run, daemon=True)
        self.updates: list[dict[str, Any]] = []

    def call(self, method: str, **params: Any) -> Any:
        answer = self.client.post(method, json=params).json()
        assert answer["ok"] or method == "getUpdates", answer
        return answer

    def run(self) -> None:
        offset = 0
        while not self.stopped.is_set():
            try:
                answer = self.call("getUpdates", offset=offset, timeout=1)
            except httpx.HTTPError:
                return
            for update in answer.get("result", []):
                offset = max(offset, update["update_id"] + 1)
                self.updates.append(update)
            if answer.get("result"):
                self.call(
                    "getUpdates", offset=offset, timeout=0
                )  # confirmed before it is handled, as law 1 has it
            for update in answer.get("result", []):
                self.handle(update)

    def handle(self, update: dict[str, Any]) -> None:
        if "message" in update:
            self.answer(update["message"]["chat"]["id"], update["message"].get("text", "something"))
        elif query := update.get("callback_query"):
            self.call("answerCallbackQuery", callback_query_id=query["id"], text=f"You chose {query['data']}")
            place = {"chat_id": query["message"]["chat"]["id"], "message_id": query["message"]["message_id"]}
            self.call("editMessageText", **place, text=f"<b>Chosen</b>: {query['data']}", parse_mode="HTML")

    def answer(self, chat: int, text: str) -> None:
        if text == "slow":
            self.call("sendChatAction", chat_id=chat, action="typing")
            time.sleep(0.7)
        markup = {"/start": KEYBOARD, "buttons": BUTTONS}.get(text.split(maxsplit=1)[0])
        extra = {"reply_markup": markup} if markup else {}
        self.call("sendMessage", chat_id=chat, text=f"You said {text}", **extra)

    def stop(self) -> None:
        self.stopped.set()
        self.thread.join(timeout=5)
        self.client.close()
