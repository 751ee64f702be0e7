"""One person who sends without end must not fill the disk or hold up the others: what is too much is not taken in."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from bot.delivery.inbox import chat_of
from bot.delivery.pace import REMEMBERED_CHATS, Bucket

PER_SECOND = 2.0  # faster than anybody writes or presses for long
BURST = 150  # three albums of photos, or what a person has written while the bot was away


@dataclass(frozen=True, slots=True)
class Sifted:
    """What is taken in, and the chats of which something was not."""

    kept: list[dict[str, Any]]
    flooding: set[int]


class Floodgate:
    """A token bucket for each chat, on a monotonic clock."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._chats: OrderedDict[int, Bucket] = OrderedDict()

    def sift(self, payloads: Iterable[dict[str, Any]]) -> Sifted:
        """Draw one token for each update."""
        kept, flooding = [], set()
        for payload in payloads:
            chat = chat_of(payload)
            if self._admits(chat):
                kept.append(payload)
            else:
                flooding.add(chat)
        return Sifted(kept, flooding)

    def _admits(self, chat: int) -> bool:
        now = self._monotonic()
        bucket = self._chats.setdefault(chat, Bucket(PER_SECOND, BURST, BURST, now))
        self._chats.move_to_end(chat)
        if len(self._chats) > REMEMBERED_CHATS:
            self._chats.popitem(last=False)
        if bucket.wait(now) > 0:
            return False
        bucket.tokens -= 1
        return True
