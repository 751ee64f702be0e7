"""Which Bot API methods the simulator really does."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.simulator.errors import bad_request
from bot.simulator.limits import MAX_UPLOAD
from bot.simulator.requests import Upload
from bot.simulator.world import World


@dataclass(frozen=True)
class Call:
    """One checked Bot API call."""

    world: World
    method: str
    params: Mapping[str, Any]
    uploads: Mapping[str, Upload]

    def get(self, name: str, default: Any = None) -> Any:
        return self.params.get(name, default)

    def language(self) -> str:
        """The `language_code`, or none."""
        language = str(self.get("language_code", ""))
        if language and not re.fullmatch(r"[a-z]{2}", language):
            raise bad_request("invalid language code specified")
        return language

    def upload(self, field: str, value: str | None = None) -> Upload | None:
        """The file that came for `field`: as a part of that name, or under the name `attach://…` points at."""
        value = self.get(field) if value is None else value
        if isinstance(value, str) and value.startswith("attach://"):
            upload = self.uploads.get(value.removeprefix("attach://"))
            if upload is None:
                raise bad_request("failed to find attached file: " + value)
        else:
            upload = self.uploads.get(field)
        if upload is not None and len(upload.data) > MAX_UPLOAD:
            raise bad_request("file is too big")
        return upload


Handler = Callable[[Call], Awaitable[Any]]
HANDLERS: dict[str, Handler] = {}


def answers(*names: str) -> Callable[[Handler], Handler]:
    """Mark a function as doing the methods `names`."""

    def register(handler: Handler) -> Handler:
        for name in names:
            HANDLERS[name.lower()] = handler
        return handler

    return register
