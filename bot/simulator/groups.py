"""Groups: people talking with the bot among them."""

from __future__ import annotations

from bot.simulator.chats import Chat, Raw
from bot.simulator.errors import ControlError
from bot.simulator.methods.chats import member
from bot.simulator.world import World


def create_group(world: World, body: Raw) -> Raw:
    """Create a group of known people and put the bot into it; the bot hears `my_chat_member` and a notice."""
    chat_id, members = body.get("id"), body.get("members", [])
    if not isinstance(chat_id, int) or isinstance(chat_id, bool) or chat_id >= 0:
        raise ControlError("id of a group must be a negative whole number")
    if not isinstance(members, list) or not members:
        raise ControlError("members must be a list of user ids, the first one the owner")
    people = [world.person(user_id) for user_id in members]
    owner = people[0]
    kind = "supergroup" if str(chat_id).startswith("-100") else "group"
    status = "administrator" if body.get("bot_is_admin") else "member"
    statuses = dict.fromkeys(members, "member") | {owner.user_id: "creator", world.bot_id: status}
    chat = Chat(chat_id, kind, str(body.get("title") or "Group"), statuses, started=True)
    if world.open_chat(chat) is not chat:
        raise ControlError(f"there is a group {chat_id} already", status=409)
    _announce(world, chat, owner.user(), status)
    return {"group": world.chat_raw(chat) | {"members": members}}


def _announce(world: World, chat: Chat, owner: Raw, status: str) -> None:
    change = {
        "chat": world.chat_raw(chat),
        "from": owner,
        "date": world.now(),
        "old_chat_member": member(world.bot_user(), "left"),
        "new_chat_member": member(world.bot_user(), status),
    }
    world.updates.add("my_chat_member", change, owner["id"], chat.chat_id)
    entry = world.post(chat, owner, {"new_chat_members": [world.bot_user()]}, by_bot=False)
    world.updates.add("message", entry.raw, owner["id"], chat.chat_id)
