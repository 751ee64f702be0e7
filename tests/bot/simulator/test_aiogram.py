"""The simulator under aiogram: the same, spoken by another library."""

from __future__ import annotations

import aiogram
import pytest
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramConflictError,
    TelegramForbiddenError,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
    ReactionTypeEmoji,
)

from tests.bot.simulator.conftest import picture
from tests.support.simulator import Phone, Simulator

BUTTONS = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Yes", callback_data="yes")]])


async def test_a_conversation_with_edits_and_a_press(aio: aiogram.Bot, started: Phone) -> None:
    (update,) = await aio.get_updates(timeout=1, allowed_updates=["message", "callback_query"])
    assert update.message and update.message.text == "/start"
    sent = await aio.send_message(1001, "*Yes* or no\\?", parse_mode="MarkdownV2", reply_markup=BUTTONS)
    assert sent.entities and sent.entities[0].type == "bold"
    started.press(0, sent.message_id)
    (pressed,) = await aio.get_updates(offset=update.update_id + 1, timeout=1)
    assert pressed.callback_query and pressed.callback_query.message
    await aio.answer_callback_query(pressed.callback_query.id, text="Good", show_alert=True)
    await aio.edit_message_text("Thank you", chat_id=1001, message_id=sent.message_id)
    assert started.last()["text"] == "Thank you"
    assert started.chat()["callback_answers"][0]["show_alert"] is True


async def test_files_go_and_come_back(aio: aiogram.Bot, started: Phone) -> None:
    photo = await aio.send_photo(1001, BufferedInputFile(picture(), "field.png"), caption="The field")
    assert photo.photo and photo.photo[-1].width == 640
    document = await aio.send_document(1001, BufferedInputFile(b"figures", "plan.csv"))
    assert document.document
    content = await aio.download(document.document)
    assert content and content.read() == b"figures"
    await aio.send_voice(1001, BufferedInputFile(b"OggS", "voice.ogg"))
    album = [
        InputMediaDocument(media=BufferedInputFile(b"1", "1.txt")),
        InputMediaDocument(media=document.document.file_id),
    ]
    assert len(await aio.send_media_group(1001, album)) == 2
    changed = InputMediaPhoto(media=BufferedInputFile(picture(64, 64), "small.png"))
    assert await aio.edit_message_media(changed, chat_id=1001, message_id=photo.message_id)
    assert [file["kind"] for message in started.messages() for file in message["files"]] == [
        "photo",
        "document",
        "voice",
        "document",
        "document",
    ]


async def test_profile_commands_and_chats(aio: aiogram.Bot, started: Phone) -> None:
    assert (await aio.get_me()).is_bot
    await aio.set_my_commands(
        [BotCommand(command="apply", description="Apply")], BotCommandScopeAllPrivateChats()
    )
    assert started.chat()["commands"][0]["command"] == "apply"
    await aio.delete_my_commands(BotCommandScopeAllPrivateChats())
    sent = await aio.send_message(1001, "Hello")
    assert await aio.set_message_reaction(1001, sent.message_id, [ReactionTypeEmoji(emoji="👍")])
    assert await aio.pin_chat_message(1001, sent.message_id)
    assert (await aio.get_chat(1001)).type == "private"
    assert (await aio.get_chat_menu_button(chat_id=1001)).type == "commands"
    assert (await aio.get_webhook_info()).url == ""
    assert await aio.delete_message(1001, sent.message_id)


async def test_errors_are_the_ones_the_library_knows(
    aio: aiogram.Bot, simulator: Simulator, started: Phone
) -> None:
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await aio.send_message(4242, "Hello?")
    with pytest.raises(TelegramBadRequest, match="the simulator does not implement sendDice"):
        await aio.send_dice(1001)
    simulator.faults(**{"429": {"count": 1, "retry_after": 7}})
    with pytest.raises(TelegramRetryAfter) as flood:
        await aio.send_message(1001, "Hello?")
    assert flood.value.retry_after == 7
    started.block()
    with pytest.raises(TelegramForbiddenError):
        await aio.send_message(1001, "Hello?")
    with pytest.raises(TelegramUnauthorizedError):
        await aiogram.Bot("111:another", session=aio.session).get_me()
    await aio.set_webhook("http://127.0.0.1:1/")
    with pytest.raises(TelegramConflictError):
        await aio.get_updates()
    await aio.delete_webhook()
