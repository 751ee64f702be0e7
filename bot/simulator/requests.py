"""A Bot API call as it comes over HTTP: query, form, JSON or multipart, all read into the same shape."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import Request

from bot.simulator.errors import Refusal, bad_request
from bot.simulator.limits import MAX_UPLOAD, MEGABYTE

MAX_BODY = MAX_UPLOAD + MEGABYTE  # the envelope around a file of the largest size


@dataclass(frozen=True)
class Upload:
    """A file that came with a call."""

    name: str
    data: bytes
    mime_type: str


@dataclass
class RawCall:
    """What a call carried, before anybody looked at its meaning."""

    values: dict[str, Any] = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)


async def read_call(request: Request, *, max_body: int = MAX_BODY) -> RawCall:
    """Read query and body; raises Telegram's 413 for a body over 50 MB and 400 for one that cannot be read."""
    call = RawCall(dict(request.query_params))
    if request.method == "POST":
        refuse_large(request.headers.get("content-length"), max_body)
        kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
        if kind == "application/json":
            call.values.update(await _json(request))
        elif kind in ("application/x-www-form-urlencoded", "multipart/form-data"):
            await _form(request, call, max_body)
        elif await request.body():
            raise bad_request(f"content type {kind or 'unknown'} is not JSON, form or multipart")
    return call


def refuse_large(length: str | None, max_body: int) -> None:
    if length and length.isdigit() and int(length) > max_body:
        raise Refusal(413, "Request Entity Too Large")


async def _json(request: Request) -> dict[str, Any]:
    body = await request.body()
    if not body.strip():
        return {}
    try:
        values = json.loads(body)
    except ValueError:
        raise bad_request("can't parse JSON object") from None
    if not isinstance(values, dict):
        raise bad_request("JSON object expected")
    return values


async def _form(request: Request, call: RawCall, max_body: int) -> None:
    try:
        async with request.form(max_files=100, max_fields=1000, max_part_size=max_body) as form:
            for name, value in form.multi_items():
                if isinstance(value, UploadFile):
                    call.uploads[name] = await _upload(name, value)
                else:
                    call.values[name] = value
    except (MultiPartException, HTTPException, UnicodeDecodeError) as error:
        raise bad_request(f"can't parse the request body: {error}") from None


async def _upload(name: str, part: UploadFile) -> Upload:
    return Upload(part.filename or name, await part.read(), part.content_type or "application/octet-stream")
