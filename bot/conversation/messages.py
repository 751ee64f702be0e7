"""What comes in from a person and what goes out to one, free of Telegram."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

CALLBACK_LIMIT = 64  # bytes, Telegram's
MOST_BUTTONS = 90  # of a list in one message; Telegram takes 100, and the ways out stand there too
DOWNLOAD_LIMIT = 20_000_000  # bytes of a file that Telegram lets a bot fetch
SEPARATOR = "|"
LATE = timedelta(minutes=15)  # a message that is older has waited for us: the bot was away


class IncomingKind(StrEnum):
    """What a person did."""

    TEXT = "text"
    COMMAND = "command"
    PRESS = "press"
    CONTACT = "contact"
    LOCATION = "location"
    PHOTO = "photo"
    VOICE = "voice"  # spoken, or another recording
    VIDEO = "video"
    DOCUMENT = "document"
    EDIT = "edit"
    BLOCKED = "blocked"
    UNBLOCKED = "unblocked"
    UNSUPPORTED = "unsupported"


class Unreachable(Exception):
    """The file a person sent cannot be fetched just now: not his fault nor ours, and it will pass."""


@dataclass(frozen=True, slots=True)
class FileRef:
    """A file a person sent; its bytes are fetched only when they are wanted."""

    file_id: str
    name: str
    mime: str
    size: int | None


@dataclass(frozen=True, slots=True)
class Contact:
    """A shared phone number; `own` when it is the sender's own card."""

    phone: str
    own: bool


@dataclass(frozen=True, slots=True)
class Location:
    """A shared place, in degrees."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Press:
    """A pressed button: its action and arguments, and the message it stood under."""

    callback_id: str
    action: str
    args: tuple[str, ...]
    message_id: int | None


@dataclass(frozen=True, slots=True)
class Incoming:
    """One update, reduced to what a conversation needs."""

    update_id: int
    chat_id: int
    user_id: int
    kind: IncomingKind
    private: bool
    sent_at: datetime
    name: str = ""
    language_code: str = ""
    message_id: int | None = None
    reply_to: int | None = None  # the message it answers by Telegram's own "reply"
    text: str = ""
    command: str = ""
    press: Press | None = None
    contact: Contact | None = None
    location: Location | None = None
    file: FileRef | None = None
    beside: IncomingKind | None = None  # what the words came with, where they are heard as words alone
    for_us: bool = True  # in a group: addressed to the bot


@dataclass(frozen=True, slots=True)
class Button:
    """An inline button. `action` and `args` come back when it is pressed; `url` opens a page instead."""

    text: str
    action: str = ""
    args: tuple[str, ...] = ()
    url: str = ""

    def __post_init__(self) -> None:
        if not self.url and len(self.data.encode()) > CALLBACK_LIMIT:
            raise ValueError(f"callback data over {CALLBACK_LIMIT} bytes: {self.data!r}")

    @property
    def data(self) -> str:
        """The callback data that carries the button through Telegram."""
        return SEPARATOR.join((self.action, *self.args))


def parse_callback(data: str) -> tuple[str, tuple[str, ...]]:
    """The action and arguments in callback data."""
    action, *args = data.split(SEPARATOR)
    return action, tuple(args)


class KeyKind(StrEnum):
    """What a key of the reply keyboard sends."""

    TEXT = "text"
    CONTACT = "contact"
    LOCATION = "location"


@dataclass(frozen=True, slots=True)
class Key:
    """A key of the keyboard under the message box."""

    text: str
    kind: KeyKind = KeyKind.TEXT


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file to send, kept in the attachment store under `stored_as` until it is sent."""

    stored_as: str
    filename: str
    picture: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """One message to a chat. `text` is HTML of Telegram's few tags; make it with `Wording`.

    `keys`: rows of the reply keyboard; an empty tuple takes it away, None leaves it as it is.
    `edit`: the message to change instead of sending a new one, by Telegram id or by the `key` it was sent with.
    `asks`: the buttons that a written yes and a written no stand for, where the message asks for one; `named`: a
    button's label may be written instead, that of one in `unshown` too, for which there is no room; `weighty`: what
    the yes does cannot be undone, so it takes the button.
    `careful`: tells a decision, so a send of unknown outcome is not repeated (law 3); `again` is then the action of
    the button that shows how things stand.
    """

    text: str = ""
    buttons: tuple[tuple[Button, ...], ...] = ()
    keys: tuple[tuple[Key, ...], ...] | None = None
    attachment: Attachment | None = None
    edit: int | str | None = None
    careful: bool = False
    again: str = "status"
    asks: tuple[Button, Button] | None = None
    named: bool = False
    unshown: tuple[Button, ...] = ()
    weighty: bool = False

    def to_json(self) -> dict[str, Any]:
        """A JSON-able form for the outbox."""
        return asdict(self)

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> Reply:
        """The reply as it was stored, by an older program too, which knew of more."""
        keys = stored["keys"]
        known = {one.name for one in fields(cls)}
        return cls(
            **{
                **{name: value for name, value in stored.items() if name in known},
                "buttons": tuple(tuple(_button(b) for b in row) for row in stored["buttons"]),
                "keys": None if keys is None else tuple(tuple(_key(k) for k in row) for row in keys),
                "attachment": Attachment(**stored["attachment"]) if stored["attachment"] else None,
                "asks": tuple(_button(b) for b in stored["asks"]) if stored.get("asks") else None,
                "unshown": tuple(_button(b) for b in stored.get("unshown", ())),
            }
        )


@dataclass(frozen=True, slots=True)
class CallbackAnswer:
    """What a press shows at once: nothing, a passing line, or a box that must be closed."""

    callback_id: str
    text: str = ""
    alert: bool = False


def _button(stored: dict[str, Any]) -> Button:
    return Button(stored["text"], stored["action"], tuple(stored["args"]), stored["url"])


def _key(stored: dict[str, Any]) -> Key:
    return Key(stored["text"], KeyKind(stored["kind"]))
