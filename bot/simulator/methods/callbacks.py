"""Answering a pressed inline button."""

from __future__ import annotations

from bot.simulator.errors import bad_request
from bot.simulator.limits import MAX_CALLBACK_ANSWER
from bot.simulator.methods.registry import Call, answers
from bot.simulator.texts import utf16_length

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


@answers("answerCallbackQuery")
async def answer_callback_query(call: Call) -> bool:
    world, text = call.world, call.get("text", "")
    callback = world.callbacks.get(call.params["callback_query_id"])
    if callback is None or callback.answered:
        raise bad_request(TOO_OLD)
    if world.monotonic() - callback.asked_at > world.flood.limits.callback_seconds:
        raise bad_request(TOO_OLD)
    if utf16_length(text) > MAX_CALLBACK_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    if call.get("url"):
        raise bad_request("URL_INVALID")
    callback.answered = True
    chat = world.chats[callback.chat_id]
    chat.spinning.pop(callback.query_id, None)
    chat.toasts.append(
        {
            "seq": world.heard(chat, passing=True),
            "callback_query_id": callback.query_id,
            "message_id": callback.message_id,
            "user_id": callback.user_id,
            "text": text,
            "show_alert": bool(call.get("show_alert")),
        }
    )
    world.tell("callback_answer", chat.chat_id, text=text)
    return True
