"""A reply as Bot API calls, and what Telegram's refusals mean."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from datetime import timedelta

import httpx
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    KeyboardButton,
    LinkPreviewOptions,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
from telegram.constants import ParseMode
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.conversation.messages import Button, CallbackAnswer, Key, KeyKind, Reply
from bot.delivery.outbox import Outgoing
from bot.delivery.sender import Failure, SendFailed
from intake.errors import VaultError

Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | None
# A link in a person's words must not unfold into a picture and a headline among ours.
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)


class TelegramSender:
    """Sends outgoing messages through a `Bot`; raises SendFailed with what is known of the outcome."""

    def __init__(
        self, bot: Bot, attachment: Callable[[str], bytes], message_id_of: Callable[[str], int | None]
    ) -> None:
        self._bot = bot
        self._attachment = attachment
        self._message_id_of = message_id_of

    async def __call__(self, outgoing: Outgoing) -> int | None:
        """Send; returns the id of the (last) message."""
        try:
            if isinstance(outgoing.body, CallbackAnswer):
                await self._answer(outgoing.body)
                return None
            return await self._say(outgoing.chat_id, outgoing.body)
        except TelegramError as error:
            raise verdict(error) from error

    async def _answer(self, answer: CallbackAnswer) -> None:
        await self._bot.answer_callback_query(
            answer.callback_id, text=answer.text or None, show_alert=answer.alert
        )

    async def _say(self, chat_id: int, reply: Reply) -> int:
        target = reply.edit
        if isinstance(target, str):
            target = await asyncio.to_thread(self._message_id_of, target)
        if target is not None and reply.attachment is None:
            return await self._edit(chat_id, target, reply)
        if reply.attachment is not None:
            return await self._file(chat_id, reply)
        return await self._send(chat_id, reply)

    async def _send(self, chat_id: int, reply: Reply) -> int:
        sent = await self._bot.send_message(
            chat_id,
            reply.text,
            parse_mode=ParseMode.HTML,
            reply_markup=markup(reply),
            link_preview_options=NO_PREVIEW,
        )
        return sent.message_id

    async def _edit(self, chat_id: int, message_id: int, reply: Reply) -> int:
        try:
            await self._bot.edit_message_text(
                reply.text,
                chat_id=chat_id,
                message_id=message_id,
                parse_mode=ParseMode.HTML,
                link_preview_options=NO_PREVIEW,
                reply_markup=InlineKeyboardMarkup(inline(reply)) if reply.buttons else None,
            )
        except BadRequest as error:
            if "message is not modified" in str(error):
                return message_id  # said already: an edit is repeated after a crash
            gone = ("message to edit not found", "message can't be edited", "there is no text in the message")
            if not any(sentence in str(error).lower() for sentence in gone):
                raise
            return await self._send(chat_id, reply)
        return message_id

    async def _file(self, chat_id: int, reply: Reply) -> int:
        assert reply.attachment is not None  # the caller looked
        file = InputFile(self._content(reply.attachment.stored_as), filename=reply.attachment.filename)
        send = self._bot.send_photo if reply.attachment.picture else self._bot.send_document
        sent = await send(
            chat_id,
            file,
            caption=reply.text or None,
            parse_mode=ParseMode.HTML,
            reply_markup=markup(reply),
        )
        return sent.message_id

    def _content(self, name: str) -> bytes:
        try:
            return self._attachment(name)
        except (FileNotFoundError, VaultError) as error:
            raise SendFailed(Failure.NEVER, f"the file to send: {type(error).__name__}") from error


def verdict(error: TelegramError) -> SendFailed:
    """What a Telegram error tells about the message that caused it."""
    if isinstance(error, RetryAfter):
        wait = error.retry_after
        seconds = wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
        return SendFailed(Failure.LATER, "429", seconds)
    if isinstance(error, Forbidden):
        return SendFailed(Failure.BLOCKED, _without_words(error.message))
    if isinstance(error, BadRequest) and "chat not found" in error.message.lower():
        return SendFailed(Failure.BLOCKED, _without_words(error.message))
    if isinstance(error, BadRequest | ChatMigrated):
        return SendFailed(Failure.NEVER, _without_words(error.message))
    if isinstance(error, NetworkError) and "too large" in error.message.lower():  # 413 has no type of its own
        return SendFailed(Failure.NEVER, _without_words(error.message))
    if isinstance(error, TimedOut | NetworkError):
        # A 5xx is no "no": a gateway that gave up waiting (504) may have passed the message on before.
        in_doubt = Failure.SILENT if isinstance(error, TimedOut) else Failure.UNKNOWN
        kind = Failure.LATER if isinstance(error.__cause__, NOT_SENT) else in_doubt
        return SendFailed(kind, type(error).__name__)
    return SendFailed(Failure.LATER, type(error).__name__)


def _without_words(sentence: str) -> str:
    """Telegram's sentence without what it quotes of the message: it goes into the log."""
    return re.sub(r"\"[^\"]*\"|(?<=\s)'[^']*'", "…", sentence)[:200]


def markup(reply: Reply) -> Markup:
    """The keyboard of a reply."""
    if reply.buttons:
        return InlineKeyboardMarkup(inline(reply))
    if reply.keys is None:
        return None
    if not reply.keys:
        return ReplyKeyboardRemove()
    rows = [[_key(key) for key in row] for row in reply.keys]
    return ReplyKeyboardMarkup(rows, resize_keyboard=True, one_time_keyboard=True)


def inline(reply: Reply) -> list[list[InlineKeyboardButton]]:
    """The inline buttons of a reply."""
    return [[_button(button) for button in row] for row in reply.buttons]


def _button(button: Button) -> InlineKeyboardButton:
    if button.url:
        return InlineKeyboardButton(button.text, url=button.url)
    return InlineKeyboardButton(button.text, callback_data=button.data)


def _key(key: Key) -> KeyboardButton:
    return KeyboardButton(
        key.text, request_contact=key.kind is KeyKind.CONTACT, request_location=key.kind is KeyKind.LOCATION
    )
