"""Chats the bot is in: who is there, what is pinned, the menu button, leaving."""

from __future__ import annotations

from bot.simulator.chats import Chat, Raw
from bot.simulator.errors import bad_request, forbidden
from bot.simulator.methods.outgoing import without_reply
from bot.simulator.methods.registry import Call, answers

PERMISSIONS = [
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
]
RIGHTS = [
    "can_be_edited",
    "is_anonymous",
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_send_welcome_messages",
]


@answers("getChat")
async def get_chat(call: Call) -> Raw:
    chat = call.world.chat_for_bot(call.params["chat_id"], to_send=False)
    gifts = dict.fromkeys(
        ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"),
        True,
    )
    full = call.world.chat_raw(chat) | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": gifts,
    }
    if chat.kind != "private":
        full["permissions"] = dict.fromkeys(PERMISSIONS, True)
    if chat.pinned in chat.entries:
        full["pinned_message"] = without_reply(chat.entries[chat.pinned].raw)
    return full


@answers("getChatMember")
async def get_chat_member(call: Call) -> Raw:
    world = call.world
    chat = world.chat_for_bot(call.params["chat_id"], to_send=False)
    user_id = call.params["user_id"]
    if user_id == world.bot_id:
        user = world.bot_user()
    elif user_id in world.people and (chat.kind != "private" or user_id == chat.chat_id):
        user = world.people[user_id].user()
    else:
        raise bad_request("PARTICIPANT_ID_INVALID")
    status = "member" if chat.kind == "private" else chat.members.get(user_id, "left")
    return member(user, status)


def member(user: Raw, status: str) -> Raw:
    """A `ChatMember` of this status."""
    extra: Raw = {}
    if status == "creator":
        extra = {"is_anonymous": False}
    elif status == "administrator":
        extra = dict.fromkeys(RIGHTS, True) | {"can_be_edited": False, "is_anonymous": False}
    elif status == "kicked":
        extra = {"until_date": 0}
    return {"user": user, "status": status, **extra}


@answers("pinChatMessage")
async def pin_chat_message(call: Call) -> bool:
    chat = call.world.chat_for_bot(call.params["chat_id"])
    entry = chat.entries.get(call.params["message_id"])
    if entry is None:
        raise bad_request("message to pin not found")
    _may_pin(call, chat)
    chat.pinned = entry.message_id
    content = {"pinned_message": without_reply(entry.raw)}
    call.world.post(chat, call.world.bot_user(), content, by_bot=True)
    return True


@answers("unpinChatMessage", "unpinAllChatMessages")
async def unpin_chat_message(call: Call) -> bool:
    chat = call.world.chat_for_bot(call.params["chat_id"])
    _may_pin(call, chat)
    if call.get("message_id", chat.pinned) != chat.pinned or chat.pinned is None:
        raise bad_request("message to unpin not found")
    chat.pinned = None
    call.world.tell("pin", chat.chat_id)
    return True


def _may_pin(call: Call, chat: Chat) -> None:
    if chat.kind != "private" and chat.members.get(call.world.bot_id) != "administrator":
        raise bad_request("not enough rights to manage pinned messages in the chat")


@answers("leaveChat")
async def leave_chat(call: Call) -> bool:
    world = call.world
    chat = world.chat_for_bot(call.params["chat_id"])
    if chat.kind == "private":
        raise bad_request("chat member status can't be changed in private chats")
    if chat.members.get(world.bot_id, "left") == "left":
        raise forbidden("bot is not a member of the group chat")
    old = member(world.bot_user(), chat.members[world.bot_id])
    chat.members[world.bot_id] = "left"
    world.post(chat, world.bot_user(), {"left_chat_member": world.bot_user()}, by_bot=True)
    change = {
        "chat": world.chat_raw(chat),
        "from": world.bot_user(),
        "date": world.now(),
        "old_chat_member": old,
        "new_chat_member": member(world.bot_user(), "left"),
    }
    world.updates.add("my_chat_member", change, None, chat.chat_id)
    return True


@answers("setChatMenuButton")
async def set_chat_menu_button(call: Call) -> bool:
    button = call.get("menu_button") or {"type": "default"}
    chat_id = call.get("chat_id")
    if chat_id is None:
        call.world.menu_button = {"type": "commands"} if button["type"] == "default" else button
        return True
    chat = call.world.chat_for_bot(chat_id)
    if chat.kind != "private":
        raise bad_request("chat not found")
    chat.menu_button = button
    call.world.tell("commands", chat.chat_id)
    return True


@answers("getChatMenuButton")
async def get_chat_menu_button(call: Call) -> Raw:
    chat_id = call.get("chat_id")
    chat = call.world.chat_for_bot(chat_id) if chat_id is not None else None
    own = chat.menu_button if chat else None
    return own if own and own["type"] != "default" else call.world.menu_button
