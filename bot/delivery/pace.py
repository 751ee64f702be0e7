"""Telegram's limits on sending: so many a second in all, and a slower pace within one chat."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

REMEMBERED_CHATS = 10_000
CHATS_IN_A_ROW = 5  # refused with no success between: not these chats are too fast but the bot as a whole


@dataclass(slots=True)
class Bucket:
    """A token bucket on a monotonic clock, in seconds; `wait` tells how long until the next token."""

    rate: float
    burst: float
    tokens: float
    at: float

    def wait(self, now: float) -> float:
        self.tokens = min(self.burst, self.tokens + (now - self.at) * self.rate)
        self.at = now
        return 0.0 if self.tokens >= 1 else (1 - self.tokens) / self.rate


class Pace:
    """When the next message to a chat may leave. Groups (negative ids) get 20 a minute, people about one a second."""

    def __init__(
        self,
        monotonic: Callable[[], float],
        *,
        per_second: float,
        chat_per_second: float = 1.0,
        chat_burst: float = 3,
    ) -> None:
        self._monotonic = monotonic
        self._chat_rate = chat_per_second
        self._chat_burst = chat_burst
        burst = max(1.0, per_second)  # a bucket that holds less than one is never full enough
        self._all = Bucket(per_second, burst, burst, monotonic())
        self._chats: OrderedDict[int, Bucket] = OrderedDict()
        self._held: dict[int, float] = {}
        self._refused: dict[int, float] = {}  # chats refused since the last success, and until when
        self._all_held = 0.0

    def wait(self, chat_id: int) -> float:
        """Seconds until this chat may be sent to; 0 takes the place at once."""
        now = self._monotonic()
        held = max(self._held.get(chat_id, 0.0), self._all_held) - now
        if held > 0:
            return held
        self._held.pop(chat_id, None)
        chat = self._chat(chat_id, now)
        wait = max(self._all.wait(now), chat.wait(now))
        if wait == 0:
            self._all.tokens -= 1
            chat.tokens -= 1
        return wait

    def hold(self, chat_id: int, seconds: float) -> None:
        """Telegram said `retry_after`: nothing to this chat before then.

        It does not say whether the chat or the bot was too fast. When one chat after the other is refused it was the
        bot, and all wait; then the next refusal, or success, tells again.
        """
        now = self._monotonic()
        self._held[chat_id] = self._refused[chat_id] = now + seconds
        if len(self._refused) >= CHATS_IN_A_ROW:
            self._all_held = min(until for until in self._refused.values() if until > now)

    def passed(self) -> None:
        """Telegram took a message: the bot as a whole is not too fast."""
        self._refused.clear()

    def _chat(self, chat_id: int, now: float) -> Bucket:
        bucket = self._chats.get(chat_id)
        if bucket is None:
            rate, burst = (20 / 60, 5.0) if chat_id < 0 else (self._chat_rate, self._chat_burst)
            bucket = self._chats[chat_id] = Bucket(rate, burst, burst, now)
            if len(self._chats) > REMEMBERED_CHATS:
                self._chats.popitem(last=False)
        self._chats.move_to_end(chat_id)
        return bucket
