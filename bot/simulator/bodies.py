"""What comes into the control API: JSON, form or multipart, files as parts or as base64."""

from __future__ import annotations

import base64
import binascii
import json
import mimetypes
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request

from bot.simulator.chats import Raw
from bot.simulator.errors import ControlError, Refusal
from bot.simulator.limits import LIVE_FOR_EVER, LIVE_SECONDS, MEGABYTE
from bot.simulator.requests import RawCall, Upload, read_call

MAX_BODY = 128 * MEGABYTE  # people may send more than a bot may fetch
NAMES = {
    "photo": "photo.jpg",
    "voice": "voice.ogg",
    "audio": "audio.mp3",
    "video": "video.mp4",
    "video_note": "video.mp4",
    "document": "document.bin",
}
MEASURES = ("duration", "width", "height")  # whole numbers that may be told of a recording
CONTENT_KEYS = ("data", "base64", "content", "bytes")
NAME_KEYS = ("filename", "file_name", "name")


@dataclass
class Body:
    """Values and files of one request."""

    values: Raw
    uploads: dict[str, Upload]


async def read_body(request: Request) -> Body:
    try:
        call: RawCall = await read_call(request, max_body=MAX_BODY)
    except Refusal as refusal:
        raise ControlError(
            f"the request cannot be read: {refusal.description}", status=refusal.code
        ) from None
    if "file" in call.uploads and len(call.uploads) == 1:
        call.uploads = {str(call.values.get("kind", "document")): call.uploads["file"]}
    return Body(call.values, call.uploads)


def file_in(kind: str, body: Body) -> tuple[Upload, dict[str, Any]]:
    """The file of a request and what is said about it (caption, duration, width, height)."""
    value = body.values.get(kind)
    facts = {**body.values, **value} if isinstance(value, dict) else body.values
    upload = body.uploads.get(kind) or _from_base64(kind, value, facts)
    caption = facts.get("caption") or ""
    if not isinstance(caption, str):
        raise ControlError(f"caption must be a text, not {caption!r}")
    if not upload.data:
        raise ControlError(f"the {kind} is empty")
    told = {name: _whole(name, facts[name]) for name in MEASURES if facts.get(name) is not None}
    return upload, {"caption": caption} | told


def _whole(name: str, value: Any) -> int:
    try:
        return max(0, int(value))
    except (TypeError, ValueError):
        unit = "pixels" if name in ("width", "height") else "seconds"
        raise ControlError(f"{name} must be a number of {unit}, not {value!r}") from None


def _from_base64(kind: str, value: Any, facts: Raw) -> Upload:
    encoded = (
        next((value[key] for key in CONTENT_KEYS if key in value), None) if isinstance(value, dict) else value
    )
    if not isinstance(encoded, str):
        raise ControlError(
            f"{kind} must be base64, an object with data (base64) and filename, or a multipart part"
        )
    head, comma, tail = encoded.partition(",")
    mime_type = head[5:].partition(";")[0] if comma and head.startswith("data:") else None
    try:
        data = base64.b64decode(tail if mime_type is not None else encoded, validate=False)
    except (binascii.Error, ValueError):
        raise ControlError(f"{kind} is not base64") from None
    name = next((facts[key] for key in NAME_KEYS if isinstance(facts.get(key), str)), NAMES[kind])
    guessed = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return Upload(name, data, str(facts.get("mime_type") or mime_type or guessed))


def contact_in(value: Any) -> Raw | None:
    """A contact to share; True or an empty object shares his own."""
    value = _object(value)
    if value in (True, {}, ""):
        return None
    if isinstance(value, str | int) and not isinstance(value, bool):
        value = {"phone_number": str(value)}
    if not isinstance(value, dict) or not str(value.get("phone_number", "")).strip():
        raise ControlError("contact must have a phone_number (true shares the user's own)")
    names = ("first_name", "last_name", "user_id", "vcard")
    kept = {name: value[name] for name in names if value.get(name)}
    return {"phone_number": str(value["phone_number"]), "first_name": "Contact", **kept}


def location_in(value: Any) -> Raw | None:
    """A place to share; True shares where the phone is."""
    value = _object(value)
    if value in (True, {}, ""):
        return None
    if isinstance(value, list) and len(value) == 2:
        value = {"latitude": value[0], "longitude": value[1]}
    try:
        place = {name: float(value[name]) for name in ("latitude", "longitude")}
    except (TypeError, KeyError, ValueError):
        raise ControlError("location must have latitude and longitude, in degrees") from None
    if not (abs(place["latitude"]) <= 90 and abs(place["longitude"]) <= 180):
        raise ControlError("latitude must be within ±90 and longitude within ±180 degrees")
    accuracy = value.get("horizontal_accuracy")
    exact = {"horizontal_accuracy": float(accuracy)} if accuracy is not None else {}
    return place | exact | _live(value.get("live_period"))


def _live(period: Any) -> Raw:
    if not period:
        return {}
    seconds = _whole("live_period", period)
    if not LIVE_SECONDS[0] <= seconds <= LIVE_SECONDS[1] and seconds != LIVE_FOR_EVER:
        raise ControlError(f"live_period must be {LIVE_SECONDS[0]} to {LIVE_SECONDS[1]} seconds")
    return {"live_period": seconds}


def _object(value: Any) -> Any:
    """In a form an object comes as JSON inside a text."""
    if isinstance(value, str) and value[:1] in ("{", "[", "t"):
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value
