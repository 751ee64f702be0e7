"""A Telegram update, reduced to what the conversation needs."""

from __future__ import annotations

from typing import Any

from telegram import CallbackQuery, ChatMemberUpdated, Message, Update

from bot.conversation.messages import (
    Contact,
    FileRef,
    Incoming,
    IncomingKind,
    Location,
    Press,
    parse_callback,
)


def to_incoming(payload: dict[str, Any], username: str) -> Incoming | None:
    """The update as an `Incoming`; None for kinds that need no answer (channel posts, reactions, …)."""
    update = Update.de_json(payload)
    if update.callback_query:
        return _from_press(update.update_id, update.callback_query)
    if update.my_chat_member:
        return _from_membership(update.update_id, update.my_chat_member)
    message = update.message or update.edited_message
    if message is None or message.from_user is None or message.from_user.is_bot:
        return None
    edited = update.edited_message is not None
    if edited and message.location:
        return None  # nobody can change a place he sent: it is a live one, and his phone goes on telling it
    return _from_message(update.update_id, message, edited=edited, username=username)


def _from_press(update_id: int, query: CallbackQuery) -> Incoming | None:
    message = query.message
    if message is None or query.data is None:
        return None
    action, args = parse_callback(query.data)
    return Incoming(
        update_id=update_id,
        chat_id=message.chat.id,
        user_id=query.from_user.id,
        kind=IncomingKind.PRESS,
        private=message.chat.type == "private",
        sent_at=message.date,
        name=query.from_user.full_name,
        language_code=query.from_user.language_code or "",
        message_id=message.message_id,
        press=Press(query.id, action, args, message.message_id),
    )


def _from_membership(update_id: int, change: ChatMemberUpdated) -> Incoming | None:
    if change.chat.type != "private":
        return None
    gone = change.new_chat_member.status in ("kicked", "left")
    return Incoming(
        update_id=update_id,
        chat_id=change.chat.id,
        user_id=change.from_user.id,
        kind=IncomingKind.BLOCKED if gone else IncomingKind.UNBLOCKED,
        private=True,
        sent_at=change.date,
    )


def _from_message(update_id: int, message: Message, *, edited: bool, username: str) -> Incoming:
    user = message.from_user
    assert user is not None  # the caller looked
    text = message.text or message.caption or ""
    command, rest, for_us = _command(message, username)
    kind = IncomingKind.EDIT if edited else _kind(message, command)
    return Incoming(
        update_id=update_id,
        chat_id=message.chat.id,
        user_id=user.id,
        kind=kind,
        private=message.chat.type == "private",
        sent_at=message.date,
        name=user.full_name,
        language_code=user.language_code or "",
        message_id=message.message_id,
        reply_to=message.reply_to_message.message_id if message.reply_to_message else None,
        text=rest if command else text,
        command=command,
        contact=_contact(message),
        location=_location(message),
        file=_file(message),
        for_us=for_us,
    )


def _command(message: Message, username: str) -> tuple[str, str, bool]:
    text = message.text or ""
    private = message.chat.type == "private"
    mentioned = f"@{username.lower()}" in text.lower()
    if not text.startswith("/"):
        return "", text, private or mentioned
    head, _, rest = text[1:].partition(" ")
    name, _, target = head.partition("@")
    if not name.isascii() or not name.replace("_", "").isalnum():
        return "", text, private
    ours = not target or target.lower() == username.lower()
    return (name.lower(), rest.strip(), ours) if ours else ("", text, False)


def _kind(message: Message, command: str) -> IncomingKind:
    kinds = (
        (bool(command), IncomingKind.COMMAND),
        (message.contact, IncomingKind.CONTACT),
        (message.location, IncomingKind.LOCATION),
        (message.photo, IncomingKind.PHOTO),
        (message.voice or message.audio, IncomingKind.VOICE),
        (message.video or message.video_note, IncomingKind.VIDEO),
        (message.document, IncomingKind.DOCUMENT),
        (message.text is not None, IncomingKind.TEXT),
    )
    return next((kind for present, kind in kinds if present), IncomingKind.UNSUPPORTED)


def _contact(message: Message) -> Contact | None:
    if message.contact is None or message.from_user is None:
        return None
    return Contact(message.contact.phone_number, message.contact.user_id == message.from_user.id)


def _location(message: Message) -> Location | None:
    place = message.location
    return Location(place.latitude, place.longitude) if place else None


def _file(message: Message) -> FileRef | None:
    if message.photo:
        best = message.photo[-1]
        return FileRef(best.file_id, f"photo-{best.file_unique_id}.jpg", "image/jpeg", best.file_size)
    if message.document:
        doc = message.document
        return FileRef(doc.file_id, doc.file_name or "file", doc.mime_type or "", doc.file_size)
    return _recording(message)


def _recording(message: Message) -> FileRef | None:
    """A voice message, a piece of music, a video or a round one."""
    if message.video_note:
        note = message.video_note
        return FileRef(note.file_id, f"video-{note.file_unique_id}.mp4", "video/mp4", note.file_size)
    if message.voice:
        voice = message.voice
        return FileRef(
            voice.file_id, f"voice-{voice.file_unique_id}.ogg", voice.mime_type or "", voice.file_size
        )
    sent = message.audio or message.video
    if sent is None:
        return None
    name = sent.file_name or f"recording-{sent.file_unique_id}"
    return FileRef(sent.file_id, name, sent.mime_type or "", sent.file_size)
