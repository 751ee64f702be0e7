"""What the bot says of itself, and its farewells."""

from __future__ import annotations

from bot.simulator.chats import Raw
from bot.simulator.errors import bad_request
from bot.simulator.methods.registry import Call, answers

LENGTHS = {"name": 64, "description": 512, "short_description": 120}
FIELDS = {"name": "name", "description": "description", "shortdescription": "short_description"}


@answers("getMe")
async def get_me(call: Call) -> Raw:
    abilities = {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }
    return call.world.bot_user() | abilities


@answers("setMyName", "setMyDescription", "setMyShortDescription")
async def set_text(call: Call) -> bool:
    field = FIELDS[call.method.lower().removeprefix("setmy")]
    text = call.get(field, "").strip()
    if len(text) > LENGTHS[field]:
        raise bad_request(f"{field.replace('_', ' ')} is too long")
    key = (field, call.language())
    if text:
        call.world.texts[key] = text
    else:
        call.world.texts.pop(key, None)
    call.world.tell("profile", 0)
    return True


@answers("getMyName", "getMyDescription", "getMyShortDescription")
async def get_text(call: Call) -> Raw:
    field = FIELDS[call.method.lower().removeprefix("getmy")]
    texts = call.world.texts
    found = texts.get((field, call.language())) or texts.get((field, ""))
    return {field: found or (call.world.bot_name if field == "name" else "")}


@answers("logOut", "close")
async def say_goodbye(call: Call) -> bool:
    """Nothing to move to another server here; the bot's long poll ends, as it would at Telegram."""
    call.world.updates.end_polls("terminated by close request")
    return True
