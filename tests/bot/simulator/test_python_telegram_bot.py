"""The simulator under python-telegram-bot, the library the bot uses."""

from __future__ import annotations

import pytest
import telegram
from telegram import (
    BotCommand,
    BotCommandScopeChat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
)
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, RetryAfter, TimedOut

from bot.simulator.limits import Limits
from tests.bot.simulator.conftest import picture
from tests.support.simulator import Phone, Simulator

BUTTONS = InlineKeyboardMarkup([[InlineKeyboardButton("Yes", callback_data="yes")]])


async def test_a_conversation_with_edits_and_a_press(ptb: telegram.Bot, started: Phone) -> None:
    (update,) = await ptb.get_updates(timeout=1)
    assert update.message and update.message.text == "/start"
    assert update.message.entities[0].type == "bot_command"
    sent = await ptb.send_message(1001, "<b>Yes</b> or no?", parse_mode="HTML", reply_markup=BUTTONS)
    started.press("Yes", sent.message_id)
    (pressed,) = await ptb.get_updates(offset=update.update_id + 1, timeout=1)
    query = pressed.callback_query
    assert query and query.data == "yes" and query.from_user.id == 1001
    await query.answer("Good")
    await query.edit_message_text("Thank you")
    chat = started.chat()
    assert chat["callback_answers"][0]["text"] == "Good"
    assert chat["messages"][-1]["text"] == "Thank you"
    assert chat["messages"][-1]["edits"][0]["text"] == "Yes or no?"


async def test_files_go_and_come_back(ptb: telegram.Bot, started: Phone) -> None:
    photo = await ptb.send_photo(1001, picture(), caption="The field")
    assert [max(size.width, size.height) for size in photo.photo] == [90, 320, 640]
    document = await ptb.send_document(1001, b"figures", filename="plan.csv")
    assert document.document and document.document.file_name == "plan.csv"
    content = await (await document.document.get_file()).download_as_bytearray()
    assert bytes(content) == b"figures"
    voice = await ptb.send_voice(1001, b"OggS voice", duration=3)
    assert voice.voice and voice.voice.duration == 3
    again = await ptb.send_photo(1001, photo.photo[-1].file_id)
    assert again.photo == photo.photo
    album = await ptb.send_media_group(
        1001, [InputMediaPhoto(picture()), InputMediaPhoto(photo.photo[0].file_id)]
    )
    assert len({message.media_group_id for message in album}) == 1
    assert started.file(started.messages()[1])[:2] == b"\xff\xd8"


async def test_editing_media_caption_and_keyboard(ptb: telegram.Bot, started: Phone) -> None:
    sent = await ptb.send_photo(1001, picture(), caption="One")
    assert (await sent.edit_caption("Two")).caption == "Two"
    assert (await sent.edit_media(InputMediaPhoto(picture(64, 64), caption="Three"))).photo[-1].width == 64
    assert (await sent.edit_reply_markup(BUTTONS)).reply_markup == BUTTONS
    assert await sent.delete()
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await sent.edit_caption("Four")


async def test_a_file_of_the_farmer_is_downloaded(ptb: telegram.Bot, farmer: Phone) -> None:
    farmer.send(photo=picture(200, 100, "JPEG"), caption="My goats")
    farmer.send(document=b"0" * (21 * 1024 * 1024), filename="big.bin")
    first, second = await ptb.get_updates(timeout=1)
    assert first.message and first.message.caption == "My goats"
    assert await (await first.message.photo[-1].get_file()).download_as_bytearray()
    with pytest.raises(BadRequest, match="File is too big"):
        await second.message.document.get_file()  # type: ignore[union-attr]


async def test_profile_commands_and_chats(ptb: telegram.Bot, started: Phone) -> None:
    assert (await ptb.get_me()).username == "three_rivers_credit_bot"
    await ptb.set_my_commands([BotCommand("help", "What I can do")])
    await ptb.set_my_commands([BotCommand("saidia", "Msaada")], language_code="sw")
    assert started.chat()["commands"][0]["command"] == "help"
    await ptb.set_my_commands([BotCommand("queue", "Open applications")], scope=BotCommandScopeChat(1001))
    assert started.chat()["commands"][0]["command"] == "queue"
    await ptb.delete_my_commands(scope=BotCommandScopeChat(1001))
    assert (await ptb.get_my_commands(language_code="sw"))[0].command == "saidia"
    await ptb.set_my_description("About us")
    await ptb.set_my_short_description("Short")
    await ptb.set_my_name("Three Rivers")
    assert (await ptb.get_my_name()).name == "Three Rivers"
    await ptb.set_chat_menu_button(1001)
    sent = await ptb.send_message(1001, "Keep this")
    assert await sent.pin()
    assert (await ptb.get_chat(1001)).pinned_message.text == "Keep this"  # type: ignore[union-attr]
    assert (await ptb.get_chat_member(1001, 1001)).status == "member"
    assert await sent.set_reaction("👍")
    assert (await sent.forward(1001)).forward_origin
    assert (await sent.copy(1001)).message_id
    await ptb.send_location(1001, 30.1, 120.1)
    await ptb.send_contact(1001, "+8657155500140", "Office")
    assert await ptb.send_chat_action(1001, "typing")
    assert started.chat()["typing"] == "typing"


async def test_errors_are_the_ones_the_library_knows(
    ptb: telegram.Bot, simulator: Simulator, started: Phone
) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await ptb.send_message(4242, "Hello?")
    started.block()
    with pytest.raises(Forbidden, match="blocked by the user"):
        await ptb.send_message(1001, "Hello?")
    started.block(False)
    simulator.faults(**{"429": {"count": 1, "retry_after": 7}})
    with pytest.raises(RetryAfter):
        await ptb.send_message(1001, "Hello?")
    simulator.faults(timeout={"count": 1, "seconds": 3, "delivers": True})
    with pytest.raises(TimedOut):
        await ptb.send_message(1001, "Delivered all the same", read_timeout=0.5)
    assert started.last()["text"] == "Delivered all the same"
    other = telegram.Bot("111:another", base_url=simulator.base_url)
    with pytest.raises(InvalidToken):
        await other.initialize()
    await ptb.set_webhook("http://127.0.0.1:1/")
    with pytest.raises(Conflict):
        await ptb.get_updates()
    await ptb.delete_webhook()


async def test_a_flood_is_told_to_wait(ptb: telegram.Bot, simulator: Simulator, started: Phone) -> None:
    simulator.world.flood.change(Limits(chat_burst=2))
    await ptb.send_message(1001, "1")
    await ptb.send_message(1001, "2")
    with pytest.raises(RetryAfter):
        await ptb.send_message(1001, "3")
