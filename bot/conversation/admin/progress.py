"""The progress of a long job, told on one message that is edited."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from bot.conversation.messages import Reply
from bot.services import Services

STEPS = 5  # how often the message is edited at most: Telegram's pace is about one a second
Progress = Callable[[int, int], None]


def teller(services: Services, ring: Callable[[], None], facts: Mapping[str, Any], sentence: str) -> Progress:
    """Tells of each fifth of the work, in a small transaction of its own; `sentence` holds a place {share}."""
    told = [0]

    def progress(done: int, whole: int) -> None:
        step = STEPS * done // max(whole, 1)
        if not told[0] < step < STEPS:
            return
        told[0] = step
        text = services.wording(facts["language"]).say(sentence, share=f"{100 * done // whole}%")
        with services.engine.begin() as connection:
            services.outbox.put(
                connection,
                int(facts["chat_id"]),
                Reply(text, edit=facts["message"]),
                now=services.clock(),
                key=f"{facts['message']}:{step}",
            )
        ring()

    return progress
