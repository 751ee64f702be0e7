"""The sender's judgement: what each failure means for a plain message and for one that tells a decision."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import Connection, Engine, select

from bot.conversation.messages import CallbackAnswer, Reply
from bot.delivery.outbox import Outbox, Outgoing
from bot.delivery.pace import CHATS_IN_A_ROW, Pace
from bot.delivery.sender import Failure, Sender, SendFailed
from bot.delivery.turnstile import Turnstile
from bot.tables import outbox
from intake.vault import Vault
from tests.conftest import Clock


class Post:
    """A Telegram that answers as the test says, and remembers what reached it."""

    def __init__(self, clock: Clock) -> None:
        self.answers: list[Exception | int] = []
        self.delivered: list[str] = []
        self.silent: asyncio.Event | None = (
            None  # until it is set, Telegram takes what comes and says nothing
        )
        self.clock, self.closed_until, self.refused = clock, 0.0, 0  # to everybody

    async def __call__(self, message: Outgoing) -> int | None:
        if (wait := self.closed_until - self.clock().timestamp()) > 0:
            self.refused += 1
            raise SendFailed(Failure.LATER, "429", wait)
        answer = self.answers.pop(0) if self.answers else 1
        if isinstance(answer, Exception):
            raise answer
        self.delivered.append(message.body.text)
        if self.silent is not None:
            await self.silent.wait()
        return answer


class Office:
    """One sender over a real database."""

    def __init__(
        self,
        engine: Engine,
        vault: Vault,
        clock: Clock,
        patience: float = 60.0,
        lease: float = 60.0,
        monotonic: Callable[[], float] | None = None,
        pace: Pace | None = None,
    ) -> None:
        self.engine, self.clock, self.outbox, self.post = engine, clock, Outbox(vault), Post(clock)
        self.uncertain: list[int] = []
        self.refused: list[int] = []
        self.blocked: list[int] = []
        self.shown: list[tuple[int, int]] = []  # chats that saw "typing…", and after how many messages
        self.sender = Sender(
            engine,
            self.outbox,
            self.post,
            pace or Pace(lambda: clock().timestamp(), per_second=25),
            clock,
            name="s",
            lease=timedelta(seconds=lease),
            on_uncertain=self._uncertain,
            on_refused=lambda _connection, message: self.refused.append(message.outbox_id),
            on_blocked=lambda _connection, chat: self.blocked.append(chat),
            turnstile=Turnstile(patience),
            monotonic=monotonic or (lambda: clock().timestamp()),
            busy=self._show,
        )

    async def _show(self, chat_id: int) -> None:
        self.shown.append((chat_id, len(self.post.delivered)))
        raise SendFailed(Failure.LATER, "a courtesy that fails delays nothing")

    def _uncertain(self, connection: Connection, message: Outgoing) -> None:
        self.uncertain.append(message.outbox_id)

    def put(self, body: Reply | CallbackAnswer, chat: int = 7) -> None:
        with self.engine.begin() as connection:
            self.outbox.put(connection, chat, body, now=self.clock())

    async def work(self) -> int:
        taken = self.sender.take(10)
        for message in taken:
            await self.sender.deliver(message)
        return len(taken)

    def waits_with(self, reason: str) -> bool:
        """Whether a message waits to be sent again, for this reason."""
        with self.engine.connect() as connection:
            waiting = select(outbox.c.error).where(outbox.c.done_at.is_(None), outbox.c.lease_by.is_(None))
            return list(connection.scalars(waiting)) == [reason]

    async def begin(self, *bodies: Reply | CallbackAnswer) -> list[asyncio.Task[None]]:
        """Messages to as many chats set out at once, while Telegram takes them and says nothing."""
        self.post.silent = asyncio.Event()
        for chat, body in enumerate(bodies, start=1):
            self.put(body, chat)
        tasks = [asyncio.create_task(self.sender.deliver(message)) for message in self.sender.take(10)]
        for _ in range(3):
            await asyncio.sleep(0)
        return tasks


@pytest.fixture
def office(engine: Engine, vault: Vault, clock: Clock) -> Office:
    return Office(engine, vault, clock)


async def test_a_flood_answer_is_waited_out_to_the_second_and_others_go_on(office: Office) -> None:
    office.post.answers = [SendFailed(Failure.LATER, "429", 30)]
    office.put(Reply("one"), chat=7)
    await office.work()
    office.put(Reply("other"), chat=8)
    office.clock.advance(seconds=29)
    await office.work()
    assert office.post.delivered == ["other"]
    office.clock.advance(seconds=1)
    await office.work()
    assert office.post.delivered == ["other", "one"]


async def test_a_plain_message_of_unknown_outcome_is_sent_again(office: Office) -> None:
    office.post.answers = [SendFailed(Failure.UNKNOWN, "timeout")]
    office.put(Reply("question 3"))
    await office.work()
    office.clock.advance(seconds=2)
    await office.work()
    assert office.post.delivered == ["question 3"]


async def test_a_decision_of_unknown_outcome_is_never_repeated_but_pointed_to(office: Office) -> None:
    office.post.answers = [SendFailed(Failure.UNKNOWN, "timeout")]
    office.put(Reply("approved", careful=True))
    await office.work()
    office.clock.advance(hours=1)
    assert await office.work() == 0
    assert office.post.delivered == []
    assert len(office.uncertain) == 1


async def test_a_decision_that_certainly_did_not_leave_is_tried_until_it_does(office: Office) -> None:
    office.post.answers = [SendFailed(Failure.LATER, "connection refused")] * 6
    office.put(Reply("approved", careful=True))
    for _ in range(7):
        await office.work()
        office.clock.advance(minutes=2)
    assert office.post.delivered == ["approved"]
    assert office.uncertain == []


async def test_a_decision_whose_sender_died_is_not_sent_again(office: Office) -> None:
    office.put(Reply("approved", careful=True))
    office.sender.take(10)
    office.clock.advance(seconds=61)
    await office.work()
    assert office.post.delivered == []
    assert len(office.uncertain) == 1


async def test_who_blocked_the_bot_is_noted_and_the_message_let_go(office: Office) -> None:
    office.post.answers = [SendFailed(Failure.BLOCKED, "bot was blocked by the user")]
    office.put(Reply("hello"))
    await office.work()
    assert office.blocked == [7]
    assert await office.work() == 0


async def test_a_toast_too_old_to_show_holds_nothing_up(office: Office) -> None:
    office.post.answers = [SendFailed(Failure.NEVER, "query is too old")]
    office.put(CallbackAnswer("q", "ok"))
    office.put(Reply("next question"))
    await office.work()
    await office.work()
    assert office.post.delivered == ["next question"]


async def test_a_kill_finds_one_message_in_doubt_however_many_wait(office: Office) -> None:
    """F2: nothing goes out before the last one is written down."""
    tasks = await office.begin(*(Reply(f"number {number}") for number in range(5)))
    assert office.post.delivered == ["number 0"]
    office.post.silent.set()
    await asyncio.gather(*tasks)
    assert office.post.delivered == [f"number {number}" for number in range(5)]


async def test_a_pressed_button_is_answered_at_once(office: Office) -> None:
    """Telegram shows such an answer once, so it needs no turn."""
    tasks = await office.begin(Reply("slow"), Reply("next"), CallbackAnswer("q1", "Done"))
    assert office.post.delivered == ["slow", "Done"]
    office.post.silent.set()
    await asyncio.gather(*tasks)


async def test_a_slow_send_holds_nobody_up_for_long(engine: Engine, vault: Vault, clock: Clock) -> None:
    office = Office(engine, vault, clock, patience=0.0)
    tasks = await office.begin(Reply("a long film"), Reply("next"), Reply("last"))
    for _ in range(20):
        await asyncio.sleep(0)
    assert len(office.post.delivered) == 3
    office.post.silent.set()
    await asyncio.gather(*tasks)


async def test_a_failed_send_gives_its_turn_away(office: Office) -> None:
    office.post.answers = [SendFailed(Failure.NEVER, "chat not found")]
    tasks = await office.begin(Reply("one"), Reply("two"))
    office.post.silent.set()
    await asyncio.gather(*tasks)
    assert office.post.delivered == ["two"]


async def test_a_message_that_cannot_be_made_does_not_block_its_chat(office: Office) -> None:
    """A file that was swept, a key that is missing: the messages behind it come through."""
    office.post.answers = [ValueError("no such thing")] * 5
    office.put(Reply("broken"))
    office.put(Reply("whole"))
    for _ in range(7):
        await office.work()
        office.clock.advance(minutes=2)
    assert office.post.delivered == ["whole"]
    assert office.refused == [1]


async def test_a_passing_fault_of_ours_costs_no_message(office: Office) -> None:
    office.post.answers = [OSError("too many open files")]
    office.put(Reply("one"))
    for _ in range(3):
        await office.work()
        office.clock.advance(minutes=2)
    assert office.post.delivered == ["one"] and office.refused == []


async def test_a_decision_that_telegram_refuses_is_pointed_to(office: Office) -> None:
    office.post.answers = [SendFailed(Failure.NEVER, "can't parse entities")]
    office.put(Reply("approved", careful=True))
    await office.work()
    assert office.refused == [1]


async def test_a_message_that_is_never_answered_is_not_sent_for_ever(office: Office) -> None:
    """Each silence may have been a delivery: thirty copies are enough, and the next message must come through."""
    office.post.answers = [SendFailed(Failure.SILENT, "TimedOut")] * 30
    office.put(Reply("a long film"))
    office.put(Reply("next"))
    for _ in range(32):
        await office.work()
        office.clock.advance(minutes=2)
    assert office.post.delivered == ["next"] and office.uncertain == [1]


async def test_an_outage_of_hours_loses_nothing(office: Office) -> None:
    office.post.answers = [SendFailed(Failure.UNKNOWN, "NetworkError")] * 100
    office.put(Reply("question 3"))
    for _ in range(101):
        await office.work()
        office.clock.advance(minutes=2)
    assert office.post.delivered == ["question 3"]


@pytest.mark.parametrize("before", [Failure.LATER, Failure.UNKNOWN])
@pytest.mark.parametrize("then", [SendFailed(Failure.SILENT, "TimedOut"), ValueError("no such thing")])
async def test_one_bad_moment_after_a_long_outage_loses_nothing(
    office: Office, before: Failure, then: Exception
) -> None:
    """Only silences are perhaps so many copies, only faults of ours are hopeless: refused connections are neither."""
    office.post.answers = [SendFailed(before, "ConnectError")] * 40 + [then]
    office.put(Reply("question 3"))
    for _ in range(42):
        await office.work()
        office.clock.advance(minutes=2)
    assert office.post.delivered == ["question 3"] and office.refused == []


async def test_a_toast_that_cannot_be_made_holds_nothing_up(office: Office) -> None:
    office.post.answers = [ValueError("no such thing")] * 5
    office.put(CallbackAnswer("q", "ok"))
    office.put(Reply("next question"))
    for _ in range(7):
        await office.work()
        office.clock.advance(minutes=2)
    assert office.post.delivered == ["next question"]


async def test_a_send_is_broken_off_before_its_lease_ends(engine: Engine, vault: Vault) -> None:
    """After that another sender may take the message too, and it would go out twice at once."""
    office = Office(engine, vault, Clock(), lease=0.05)
    (task,) = await office.begin(Reply("a long film"))
    await asyncio.wait_for(task, 10)
    assert office.post.delivered == ["a long film"]
    assert office.waits_with("no answer within the lease")


async def test_a_decision_that_is_broken_off_is_pointed_to(engine: Engine, vault: Vault) -> None:
    office = Office(engine, vault, Clock(), lease=0.05)
    (task,) = await office.begin(Reply("approved", careful=True))
    await asyncio.wait_for(task, 10)
    assert len(office.uncertain) == 1


async def test_whose_turn_comes_too_late_is_not_sent_any_more(office: Office) -> None:
    office.put(Reply("one"))
    (message,) = office.sender.take(10)
    office.clock.advance(seconds=55)
    await office.sender.deliver(message)
    assert office.post.delivered == []
    office.clock.advance(seconds=2)
    await office.work()
    assert office.post.delivered == ["one"]


async def test_a_clock_that_leaps_sends_nothing_twice(engine: Engine, vault: Vault) -> None:
    """F14: by the clock the lease has ended, but the message is just on its way."""
    clock = Clock()
    office = Office(engine, vault, clock, monotonic=lambda: 0.0)
    (task,) = await office.begin(Reply("on its way"))
    clock.advance(days=1)
    assert await office.work() == 0
    office.post.silent.set()
    await task
    assert await office.work() == 0 and office.post.delivered == ["on its way"]


async def test_when_one_chat_after_the_other_is_refused_all_wait(office: Office) -> None:
    """A 429 says not whether the chat or the bot was too fast; five in a row do."""
    office.post.closed_until = office.clock().timestamp() + 30
    for chat in range(1, 41):
        office.put(Reply(f"to {chat}"), chat)
    for _ in range(10):
        await office.work()
        office.clock.advance(seconds=1)
    assert office.post.refused == CHATS_IN_A_ROW
    office.clock.advance(seconds=20)
    for _ in range(10):
        await office.work()
        office.clock.advance(seconds=1)
    assert office.post.refused == CHATS_IN_A_ROW
    assert sorted(office.post.delivered) == sorted(f"to {chat}" for chat in range(1, 41))


async def test_a_refusal_now_and_then_holds_only_its_own_chat(office: Office) -> None:
    """F6: others are unaffected, however many chats are refused."""
    for number in range(40):
        office.post.answers += [SendFailed(Failure.LATER, "429", 60) if number % 4 else 1]
        office.put(Reply(f"to {number}"), number + 1)
    for _ in range(5):
        await office.work()
        office.clock.advance(seconds=1)
    assert len(office.post.delivered) == 10


class Holding(Pace):
    """A pace that holds each message back once."""

    held = 0

    def wait(self, chat_id: int) -> float:
        self.held += 1
        return 0.001 if self.held % 2 else 0.0


async def test_typing_is_shown_while_more_is_held_by_the_pace(
    engine: Engine, vault: Vault, clock: Clock
) -> None:
    office = Office(engine, vault, clock, pace=Holding(lambda: 0.0, per_second=25))
    for number in range(2):
        office.put(Reply(f"{number}"))
    while await office.work():
        pass
    assert office.post.delivered == ["0", "1"] and office.shown == [(7, 0), (7, 1)]
