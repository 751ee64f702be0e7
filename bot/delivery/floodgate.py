"""One person who sends without end must not fill the disk or hold up the others: what is too much is not taken in.

What was sent in the hours while the bot was away comes all at once and is no flood: Telegram's own dates tell.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from bot.delivery.inbox import chat_of, date_of
from bot.delivery.pace import REMEMBERED_CHATS, Bucket

PER_SECOND = 2.0  # faster than anybody writes or presses for long
BURST = 150  # three albums of photos, or what a person has written while the bot was away


@dataclass(frozen=True, slots=True)
class Sifted:
    """What is taken in, and the chats of which something was not."""

    kept: list[dict[str, Any]]
    flooding: set[int]


@dataclass(slots=True)
class _Chat:
    """What a chat may still send, and when it last did: by our clock, and by Telegram's date."""

    bucket: Bucket
    at: float
    sent: float | None = None

    def passes(self, now: float, sent: float | None) -> bool:
        gone = [now - self.at, 0.0]
        if sent is not None:
            gone.append(sent - (sent if self.sent is None else self.sent))
            self.sent = max(sent, sent if self.sent is None else self.sent)
        self.at = now
        if self.bucket.wait(self.bucket.at + max(gone)) > 0:
            return False
        self.bucket.tokens -= 1
        return True


class Floodgate:
    """A token bucket for each chat. It fills by the longer of the two: what passed here, or between two messages."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._chats: OrderedDict[int, _Chat] = OrderedDict()

    def sift(self, payloads: Iterable[dict[str, Any]]) -> Sifted:
        """Draw one token for each update."""
        kept, flooding = [], set()
        for payload in payloads:
            chat = chat_of(payload)
            if self._admits(chat, date_of(payload)):
                kept.append(payload)
            else:
                flooding.add(chat)
        return Sifted(kept, flooding)

    def give_back(self, payloads: Iterable[dict[str, Any]]) -> None:
        """What was let through and could not be stored will be brought again: that it comes twice is not its fault.

        Nothing is noted for a chat that is forgotten by then, as so many others have written since.
        """
        for payload in payloads:
            chat = self._chats.get(chat_of(payload))
            if chat is not None:
                chat.bucket.tokens += 1

    def _admits(self, chat_id: int, sent: float | None) -> bool:
        now = self._monotonic()
        chat = self._chats.setdefault(chat_id, _Chat(Bucket(PER_SECOND, BURST, BURST, 0.0), now))
        self._chats.move_to_end(chat_id)
        if len(self._chats) > REMEMBERED_CHATS:
            self._chats.popitem(last=False)
        return chat.passes(now, sent)
