"""Photos, documents, recordings and albums; getting files back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import Any

from bot.simulator.chats import Raw
from bot.simulator.errors import bad_request
from bot.simulator.files import StoredFile, ogg_seconds, photo_sizes
from bot.simulator.limits import MAX_DOWNLOAD
from bot.simulator.methods.outgoing import caption_fields, send, target
from bot.simulator.methods.registry import Call, answers
from bot.simulator.requests import Upload
from bot.simulator.world import World

ALBUM_KINDS = ("photo", "document")
KNOWN_KINDS = ("photo", "document", "voice", "audio", "video", "video_note")
# What a video says of itself: nobody looks inside it here, so it is as told, or this.
VIDEO_SIDES = (640, 480)
NOTE_SIDE = 240


@answers("sendPhoto", "sendDocument", "sendVoice", "sendAudio", "sendVideo")
async def send_file(call: Call) -> Raw:
    kind = call.method.lower().removeprefix("send")
    caption = caption_fields(call.params)
    content = await file_content(call, kind, call.params[kind], call.params)
    return send(call, target(call), content | caption).raw


@answers("sendMediaGroup")
async def send_media_group(call: Call) -> list[Raw]:
    items = call.params["media"]
    check_album(items)
    contents = [await item_content(call, item) for item in items]
    chat = target(call, amount=len(items))
    group = str(call.world.random.randrange(10**17, 10**18))
    return [send(call, chat, content | {"media_group_id": group}).raw for content in contents]


def check_album(items: list[Mapping[str, Any]]) -> None:
    if not 2 <= len(items) <= 10:
        raise bad_request("must include 2-10 items")
    for item in items:
        if item["type"] not in ALBUM_KINDS:
            raise bad_request(f"the simulator does not implement {item['type']} in an album")
    if len({item["type"] for item in items}) > 1:
        raise bad_request("document can't be mixed with other media types")


async def item_content(call: Call, item: Mapping[str, Any]) -> Raw:
    """What one `InputMedia` says: the file and its caption."""
    if item["type"] not in ALBUM_KINDS:
        raise bad_request(f"the simulator does not implement media of type {item['type']}")
    return await file_content(call, item["type"], item["media"], item) | caption_fields(item)


async def file_content(call: Call, kind: str, value: Any, facts: Mapping[str, Any]) -> Raw:
    """The message field for a file: a new upload, or one sent before by its identifier."""
    upload = call.upload(kind, value if isinstance(value, str) else None)
    if upload is None:
        return _sent_before(call, kind, str(value))
    return await store(call.world, kind, upload, facts)


def _sent_before(call: Call, kind: str, value: str) -> Raw:
    if value.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content: the simulator fetches nothing from the network")
    content = call.world.contents.get(value)
    if content is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    if kind not in content:
        stored = next(iter(content))
        raise bad_request(f"can't use file of type {stored.capitalize()} as {kind.capitalize()}")
    return content


async def store(world: World, kind: str, upload: Upload, facts: Mapping[str, Any]) -> Raw:
    """Keep a file and say what a message shows of it."""
    if kind == "photo":
        content = await _photo(world, upload)
        identifiers = [size["file_id"] for size in content["photo"]]
    else:
        content = OTHERS[kind](world, upload, facts)
        identifiers = [content[kind]["file_id"]]
    world.contents.update(dict.fromkeys(identifiers, content))
    return content


async def _photo(world: World, upload: Upload) -> Raw:
    sizes = await asyncio.to_thread(photo_sizes, upload.data)
    return {"photo": [stored.photo_size() for stored in world.files.add_photo(sizes)]}


def _voice(world: World, upload: Upload, facts: Mapping[str, Any]) -> Raw:
    seconds = int(facts.get("duration") or ogg_seconds(upload.data))
    mime_type = "audio/ogg" if upload.mime_type == "application/octet-stream" else upload.mime_type
    stored = world.files.add("voice", Upload(upload.name, upload.data, mime_type), seconds=seconds)
    return {"voice": stored.reference() | {"duration": seconds, "mime_type": stored.mime_type}}


def _audio(world: World, upload: Upload, facts: Mapping[str, Any]) -> Raw:
    seconds = int(facts.get("duration") or ogg_seconds(upload.data))
    stored = world.files.add("audio", upload, seconds=seconds)
    return {"audio": stored.reference() | _named(stored) | {"duration": seconds}}


def _video(world: World, upload: Upload, facts: Mapping[str, Any]) -> Raw:
    seconds = int(facts.get("duration") or 1)
    width, height = (
        int(facts.get(name) or side) for name, side in zip(("width", "height"), VIDEO_SIDES, strict=True)
    )
    stored = world.files.add("video", upload, seconds=seconds, width=width, height=height)
    shown = {"duration": seconds, "width": width, "height": height}
    return {"video": stored.reference() | _named(stored) | shown}


def _video_note(world: World, upload: Upload, facts: Mapping[str, Any]) -> Raw:
    """A round video: it has neither a name nor a type of its own."""
    seconds = int(facts.get("duration") or 1)
    stored = world.files.add(
        "video_note",
        Upload(upload.name, upload.data, "video/mp4"),
        seconds=seconds,
        width=NOTE_SIDE,
        height=NOTE_SIDE,
    )
    return {"video_note": stored.reference() | {"duration": seconds, "length": NOTE_SIDE}}


def _document(world: World, upload: Upload, facts: Mapping[str, Any]) -> Raw:
    stored = world.files.add("document", upload)
    return {"document": stored.reference() | _named(stored)}


def _named(stored: StoredFile) -> Raw:
    """The name and the type that the sender's app gave."""
    return {"file_name": stored.name.replace("\\", "/").rpartition("/")[2], "mime_type": stored.mime_type}


OTHERS: dict[str, Callable[[World, Upload, Mapping[str, Any]], Raw]] = {
    "voice": _voice,
    "audio": _audio,
    "video": _video,
    "video_note": _video_note,
    "document": _document,
}


@answers("getFile")
async def get_file(call: Call) -> Raw:
    stored = call.world.files.find(call.params["file_id"])
    if stored is None:
        raise bad_request("invalid file_id")
    if len(stored.data) > MAX_DOWNLOAD:
        raise bad_request("file is too big")
    return stored.reference() | {"file_path": stored.path}
