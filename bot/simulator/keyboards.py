"""Keyboards: what Telegram refuses in them, and the buttons a person sees."""

from __future__ import annotations

from collections.abc import Iterator

from bot.simulator.chats import Chat, Entry, Raw
from bot.simulator.errors import bad_request
from bot.simulator.limits import MAX_BUTTONS, MAX_CALLBACK_DATA, MAX_PLACEHOLDER

ACTIONS = frozenset(
    [
        "url",
        "callback_data",
        "web_app",
        "login_url",
        "switch_inline_query",
        "switch_inline_query_current_chat",
        "switch_inline_query_chosen_chat",
        "copy_text",
        "callback_game",
        "pay",
    ]
)
SCHEMES = ("http://", "https://", "tg://", "ton://", "tonsite://")


def check_markup(markup: Raw, chat: Chat) -> None:
    """Raise what Telegram says to a keyboard it does not take."""
    if len(markup.get("input_field_placeholder") or "") > MAX_PLACEHOLDER:
        raise bad_request("input field placeholder is too long")
    rows = markup.get("inline_keyboard", markup.get("keyboard"))
    if rows is None:
        return
    buttons = [button for row in rows for button in row]
    if len(buttons) > MAX_BUTTONS and "inline_keyboard" in markup:
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    for button in buttons:
        if "inline_keyboard" in markup:
            _check_inline(button)
        else:
            _check_reply(button, chat)


def _check_inline(button: Raw) -> None:
    if not button["text"].strip():
        raise bad_request("inline keyboard button text must be non-empty")
    if not ACTIONS & button.keys():
        raise bad_request("Text buttons are unallowed in the inline keyboard")
    data = button.get("callback_data")
    if data is not None and not 1 <= len(data.encode()) <= MAX_CALLBACK_DATA:
        raise bad_request("BUTTON_DATA_INVALID")
    url = button.get("url")
    if url is not None and not _usable(url):
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    if "web_app" in button and not str(button["web_app"].get("url", "")).startswith("https://"):
        raise bad_request("BUTTON_URL_INVALID")


def _usable(url: str) -> bool:
    return url.lower().startswith(SCHEMES) or ("." in url and " " not in url and "://" not in url)


def _check_reply(button: Raw, chat: Chat) -> None:
    if not button["text"].strip():
        raise bad_request("keyboard button text must be non-empty")
    if chat.kind != "private":
        for wanted, subject in (("request_contact", "phone number"), ("request_location", "location")):
            if button.get(wanted):
                raise bad_request(f"{subject} can be requested in private chats only")


def apply_reply_keyboard(chat: Chat, entry: Entry) -> None:
    """A message with a reply keyboard puts it in force or takes it away."""
    markup = entry.markup or {}
    if "keyboard" in markup:
        chat.keyboard = markup | {"message_id": entry.message_id, "hidden": False}
    elif markup.get("remove_keyboard"):
        chat.keyboard = None


def buttons_of(entry: Entry, chat: Chat) -> list[Raw]:
    """The buttons of a message in reading order, reply keyboard buttons only while theirs is in force."""
    markup = entry.markup or {}
    if "inline_keyboard" in markup:
        return list(_numbered(markup["inline_keyboard"]))
    if chat.keyboard and chat.keyboard["message_id"] == entry.message_id:
        return keyboard_buttons(chat)
    return []


def keyboard_buttons(chat: Chat) -> list[Raw]:
    """The buttons of the reply keyboard in force."""
    return list(_numbered(chat.keyboard["keyboard"])) if chat.keyboard else []


def _numbered(rows: list[list[Raw]]) -> Iterator[Raw]:
    index = 0
    for row_number, row in enumerate(rows):
        for button in row:
            yield {"index": index, "row": row_number, "text": button["text"], **_meaning(button)}
            index += 1


def _meaning(button: Raw) -> Raw:
    if "callback_data" in button:
        return {"kind": "callback", "data": button["callback_data"]}
    if "url" in button or "web_app" in button:
        return {"kind": "url", "url": button.get("url") or button["web_app"]["url"]}
    if "copy_text" in button:
        return {"kind": "copy", "data": button["copy_text"]["text"]}
    if button.get("request_contact"):
        return {"kind": "contact"}
    if button.get("request_location"):
        return {"kind": "location"}
    return {"kind": "other" if ACTIONS & button.keys() else "text"}
