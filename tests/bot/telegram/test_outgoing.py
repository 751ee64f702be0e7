"""What leaves for Telegram over HTTP: long texts, long captions, edits that grew, a file that is gone."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator

import httpx
import pytest
from telegram import Bot
from telegram.error import NetworkError, TelegramError, TimedOut

from bot.conversation.messages import Attachment, Button, Reply
from bot.conversation.wording import Html, lines, quoted
from bot.delivery.outbox import Outgoing
from bot.delivery.pieces import parts
from bot.delivery.sender import Failure, SendFailed
from bot.simulator.limits import MEGABYTE
from bot.telegram.outgoing import TelegramSender, verdict
from tests.bot.conversation.conftest import photo
from tests.support.simulator import Phone, Simulator, running_simulator

FILES = {"picture": photo(), "paper": b"%PDF-1.7 of the file", "film": bytes(52 * MEGABYTE)}
LONG = "😀" * 3000  # 6,000 UTF-16 units: more than a message holds, though fewer than 4,096 letters
BUTTONS = ((Button("Claim", "o.claim", ("1", "1")),),)


@pytest.fixture(scope="module")
def telegram() -> Iterator[Simulator]:
    with running_simulator() as simulator:
        yield simulator


@pytest.fixture
def phone(telegram: Simulator) -> Phone:
    telegram.reset()
    phone = telegram.phone(1001)
    phone.send("/start")
    return phone


@pytest.fixture
async def send(telegram: Simulator) -> AsyncIterator[TelegramSender]:
    bot = Bot(telegram.token, base_url=telegram.base_url, base_file_url=telegram.base_file_url)

    def content(name: str) -> bytes:
        if name not in FILES:
            raise FileNotFoundError(name)
        return FILES[name]

    async with bot:
        yield TelegramSender(bot, content, sent_with)


def sent_with(key: str) -> int | None:
    """As the database would tell it, which must not be waited for in the loop."""
    with pytest.raises(RuntimeError):
        asyncio.get_running_loop()
    return None


async def post(send: TelegramSender, reply: Reply) -> int | None:
    """As the outbox keeps it, part by part."""
    message_id = None
    for part in parts(reply):
        message_id = await send(Outgoing(1, 1001, part, part.careful, 0, False))
    return message_id


def said(phone: Phone) -> list[dict[str, object]]:
    return [message for message in phone.messages() if message["sender"] == "bot"]


async def test_a_message_of_many_emoji_arrives_whole(send: TelegramSender, phone: Phone) -> None:
    await post(send, Reply(quoted(LONG), buttons=BUTTONS))
    found = said(phone)
    assert "".join(str(one["text"]) for one in found).count("😀") == 3000
    assert [len(one["buttons"]) for one in found] == [0, 1]  # type: ignore[arg-type]


async def test_an_edit_that_grew_too_long_goes_on_in_a_second_message(
    send: TelegramSender, phone: Phone
) -> None:
    first = await post(send, Reply(Html("What speaks for it?")))
    text = lines("For it:", quoted("<" * 3000), "Against it:", quoted("&" * 3000))
    await post(send, Reply(text, buttons=BUTTONS, edit=first))
    found = said(phone)
    whole = "".join(str(one["text"]) for one in found)
    assert whole.count("<") == whole.count("&") == 3000
    assert len(found) == 2 and found[-1]["buttons"]


@pytest.mark.parametrize("words", ["😀" * 1000, "<" * 1024, "x" * 3000])
async def test_a_caption_that_is_too_long_stands_under_the_file(
    send: TelegramSender, phone: Phone, words: str
) -> None:
    await post(send, Reply(quoted(words), attachment=Attachment("picture", "p.jpg", picture=True)))
    assert "".join(str(one["text"]) for one in said(phone)).count(words[0]) == len(words)


async def test_a_message_to_be_changed_that_was_never_sent_is_sent(
    send: TelegramSender, phone: Phone
) -> None:
    await post(send, Reply(Html("It is claimed."), edit="card:1:2001"))
    assert [one["text"] for one in said(phone)] == ["It is claimed."]


async def test_a_file_that_is_gone_is_no_reason_to_try_for_ever(send: TelegramSender, phone: Phone) -> None:
    with pytest.raises(SendFailed) as failed:
        await post(send, Reply("The file of VC-1.", attachment=Attachment("swept", "VC-1.pdf")))
    assert failed.value.failure is Failure.NEVER
    assert said(phone) == []


async def test_a_file_that_telegram_finds_too_big_does_not_stop_the_chat(
    send: TelegramSender, phone: Phone
) -> None:
    """A 413 comes as a `NetworkError`, like an outage, and does not pass like one."""
    with pytest.raises(SendFailed) as failed:
        await post(send, Reply("All of it.", attachment=Attachment("film", "film.mp4")))
    assert failed.value.failure is Failure.NEVER and "Too Large" in failed.value.reason


async def test_a_link_in_somebodys_words_does_not_unfold(
    send: TelegramSender, phone: Phone, telegram: Simulator
) -> None:
    first = await post(send, Reply(quoted("see https://example.org/approved")))
    await post(send, Reply(quoted("see https://example.org/again"), edit=first))
    await post(send, Reply(quoted("https://example.org/ " + LONG)))
    chat = telegram.world.chats[1001]
    options = [entry.raw.get("link_preview_options") for entry in chat.entries.values() if entry.by_bot]
    assert options and all(one == {"is_disabled": True} for one in options)


async def test_what_telegram_quotes_of_a_message_is_not_in_the_reason(
    send: TelegramSender, phone: Phone
) -> None:
    with pytest.raises(SendFailed) as failed:
        await post(send, Reply(Html("<wangfang>her words</wangfang>")))
    assert failed.value.failure is Failure.NEVER
    assert "wangfang" not in failed.value.reason and "parse entities" in failed.value.reason
    assert said(phone) == []


@pytest.mark.parametrize(
    ("error", "cause", "failure"),
    [
        (TimedOut, httpx.ReadTimeout, Failure.SILENT),
        (TimedOut, httpx.WriteTimeout, Failure.SILENT),
        (TimedOut, httpx.ConnectTimeout, Failure.LATER),
        (TimedOut, httpx.PoolTimeout, Failure.LATER),
        (NetworkError, httpx.ConnectError, Failure.LATER),
        (NetworkError, httpx.ReadError, Failure.UNKNOWN),
    ],
)
def test_a_time_out_before_it_left_is_no_silence(
    error: type[TelegramError], cause: type[httpx.TransportError], failure: Failure
) -> None:
    """A host that lets no connection through takes no message, however long it is tried."""
    raised = error("…")
    raised.__cause__ = cause("…")
    assert verdict(raised).failure is failure
