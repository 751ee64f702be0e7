"""The bot's command lists, by scope and language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from bot.simulator.chats import Chat, Person, Raw
from bot.simulator.errors import bad_request
from bot.simulator.methods.registry import Call, answers
from bot.simulator.world import World

MAX_COMMANDS = 100
NAME = re.compile(r"[a-z0-9_]{1,32}")
CHAT_SCOPES = frozenset({"chat", "chat_administrators", "chat_member"})


def scope_key(scope: Raw | None) -> str:
    """A scope as a key: the same however its fields are ordered."""
    scope = scope or {"type": "default"}
    known = {name: str(scope[name]) for name in ("type", "chat_id", "user_id") if name in scope}
    return json.dumps(known, sort_keys=True)


def _key(call: Call) -> tuple[str, str]:
    scope = call.get("scope")
    if scope and scope["type"] in CHAT_SCOPES:
        call.world.chat_for_bot(scope["chat_id"], to_send=False)
    return scope_key(scope), call.language()


@answers("setMyCommands")
async def set_my_commands(call: Call) -> bool:
    key = _key(call)
    commands = [_checked(command) for command in call.params["commands"]]
    if len(commands) > MAX_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    call.world.commands[key] = commands
    call.world.tell("commands", 0)
    return True


def _checked(command: Raw) -> Raw:
    name = command["command"].removeprefix("/").strip()
    description = command["description"].strip()
    if not NAME.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}


@answers("getMyCommands")
async def get_my_commands(call: Call) -> list[Raw]:
    return call.world.commands.get(_key(call), [])


@answers("deleteMyCommands")
async def delete_my_commands(call: Call) -> bool:
    call.world.commands.pop(_key(call), None)
    call.world.tell("commands", 0)
    return True


def commands_shown(world: World, person: Person, chat: Chat) -> list[Raw]:
    """The command list a person sees: the narrowest scope that has one, his language before any."""
    for scope in _scopes(person, chat):
        for language in (person.language_code[:2], ""):
            if found := world.commands.get((scope_key(scope), language)):
                return found
    return []


def _scopes(person: Person, chat: Chat) -> Iterator[Raw]:
    if chat.kind != "private":
        yield {"type": "chat_member", "chat_id": chat.chat_id, "user_id": person.user_id}
        if chat.members.get(person.user_id) in ("administrator", "creator"):
            yield {"type": "chat_administrators", "chat_id": chat.chat_id}
    yield {"type": "chat", "chat_id": chat.chat_id}
    if chat.kind == "private":
        yield {"type": "all_private_chats"}
    else:
        if chat.members.get(person.user_id) in ("administrator", "creator"):
            yield {"type": "all_chat_administrators"}
        yield {"type": "all_group_chats"}
    yield {"type": "default"}
