"""The pace: never faster than Telegram allows, never slower than it must be."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.pace import Pace


class Time:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@given(st.lists(st.tuples(st.integers(1, 5), st.floats(0, 0.5)), max_size=200))
def test_no_second_holds_more_sends_than_allowed(tries: list[tuple[int, float]]) -> None:
    time = Time()
    pace = Pace(time, per_second=10)
    sent: list[tuple[float, int]] = []
    for chat, pause in tries:
        time.now += pause
        if pace.wait(chat) == 0:
            sent.append((time.now, chat))
    for start, _ in sent:
        window = [chat for at, chat in sent if start <= at < start + 1]
        assert len(window) <= 20  # a full bucket and a second's refill
        assert all(window.count(chat) <= 4 for chat in window)


def test_slower_than_one_a_second_is_slow_and_not_never() -> None:
    time = Time()
    pace = Pace(time, per_second=0.25, chat_per_second=0.1)
    sent = []
    for chat in range(5):
        while (wait := pace.wait(chat)) > 0 and time.now < 200:
            time.now += wait
        sent.append(time.now)
    assert sent == [100, 104, 108, 112, 116]


def test_a_chat_held_by_retry_after_waits_and_no_other_does() -> None:
    time = Time()
    pace = Pace(time, per_second=10)
    pace.hold(7, 20)
    assert pace.wait(7) == 20
    assert pace.wait(8) == 0
    time.now += 20
    assert pace.wait(7) == 0


def test_a_group_gets_twenty_a_minute() -> None:
    time = Time()
    pace = Pace(time, per_second=30)
    sent = 0
    for _ in range(600):
        sent += pace.wait(-5) == 0
        time.now += 0.1
    assert sent <= 25
