"""The Bot API as aiogram reads it: every request and every answer is held against these types."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args

import aiogram.methods
from aiogram.methods.base import TelegramMethod
from aiogram.types import (
    ForceReply,
    InlineKeyboardMarkup,
    InputFile,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    Update,
)
from pydantic import BaseModel, TypeAdapter, ValidationError, create_model

from bot.simulator.errors import Refusal, SimulatorError, bad_request

Params = dict[str, Any]

MARKUPS: dict[str, type[BaseModel]] = {
    "inline_keyboard": InlineKeyboardMarkup,
    "keyboard": ReplyKeyboardMarkup,
    "remove_keyboard": ReplyKeyboardRemove,
    "force_reply": ForceReply,
}
MISSING = {
    "chat_id": "chat_id is empty",
    "text": "message text is empty",
    "photo": "there is no photo in the request",
    "document": "there is no document in the request",
    "voice": "there is no voice in the request",
    "audio": "there is no audio in the request",
    "video": "there is no video in the request",
    "media": "there is no media in the request",
    "message_id": "message identifier is not specified",
    "callback_query_id": "query is too old and response timeout expired or query ID is invalid",
    "file_id": "file_id not specified",
}


class AnswerRefused(SimulatorError):
    """The simulator was about to say something that is not in the Bot API: a bug of the simulator."""


METHODS: dict[str, type[TelegramMethod[Any]]] = {
    method.__api_method__.lower(): method
    for name in aiogram.methods.__all__
    if isinstance(method := getattr(aiogram.methods, name), type)
    and issubclass(method, TelegramMethod)
    and isinstance(getattr(method, "__api_method__", None), str)
}


def find_method(name: str) -> type[TelegramMethod[Any]]:
    """The method called `name`, in any case of letters, or Telegram's 404."""
    try:
        return METHODS[name.lower()]
    except KeyError:
        raise Refusal(404, "Not Found: method not found") from None


def read_request(method: type[TelegramMethod[Any]], raw: Mapping[str, Any]) -> Params:
    """The parameters of a call, checked: scalars converted to their types, nested ones as plain JSON values."""
    values = {name: _decoded(method, name, value) for name, value in raw.items() if value is not None}
    _spell_out(values.get("reply_markup"))
    try:
        _check_markup(values.get("reply_markup"))
        model = method.model_validate(values)
    except ValidationError as error:
        raise _wording(error) from None
    return {
        name: _plain(getattr(model, name), values[name]) for name in values if name in method.model_fields
    }


def _spell_out(markup: Any) -> None:
    """A reply keyboard's button may be a mere string, which aiogram does not know."""
    rows = markup.get("keyboard") if isinstance(markup, dict) else None
    for row in rows if isinstance(rows, list) else ():
        if isinstance(row, list):
            row[:] = [{"text": button} if isinstance(button, str) else button for button in row]


def _check_markup(markup: Any) -> None:
    """Read a keyboard as the kind its field names: aiogram's defaults would take any object for one."""
    if not isinstance(markup, dict) or not markup:
        return
    kind = next((MARKUPS[name] for name in MARKUPS if name in markup), None)
    if kind is None:
        raise bad_request("can't parse reply keyboard markup: object expected as reply markup")
    _markup_adapter(kind).validate_python({"reply_markup": markup})


@cache
def _markup_adapter(kind: type[BaseModel]) -> TypeAdapter[Any]:
    return TypeAdapter(create_model("Markup", reply_markup=(kind, ...)))


def check_answer(method: type[TelegramMethod[Any]], answer: Any) -> None:
    """Hold what a method returns against its declared type, unknown fields included."""
    _check(_adapter(method), answer, method.__api_method__)


def check_update(update: dict[str, Any]) -> None:
    _check(_update_adapter(), update, "update")


def _check(adapter: TypeAdapter[Any], answer: Any, subject: str) -> None:
    try:
        parsed = adapter.validate_python(answer)
    except ValidationError as error:
        raise AnswerRefused(f"{subject}: the simulator's answer is not Bot API: {error}") from error
    unknown = sorted(_unknown_fields(parsed))
    if unknown:
        raise AnswerRefused(f"{subject}: the simulator's answer has unknown fields {unknown}")


@cache
def _adapter(method: type[TelegramMethod[Any]]) -> TypeAdapter[Any]:
    return TypeAdapter(method.__returning__)


@cache
def _update_adapter() -> TypeAdapter[Any]:
    return TypeAdapter(Update)


def _unknown_fields(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from _unknown_fields(item)
    elif isinstance(value, BaseModel):
        yield from (f"{type(value).__name__}.{name}" for name in value.model_extra or ())
        for name in value.model_fields_set & set(type(value).model_fields):
            yield from _unknown_fields(getattr(value, name))


def _decoded(method: type[TelegramMethod[Any]], name: str, value: Any) -> Any:
    """Telegram takes objects and arrays as JSON inside a string."""
    if not isinstance(value, str) or _is_scalar(method, name):
        return value
    if not value.strip():
        return None
    try:
        return json.loads(value)
    except ValueError:
        subject = "reply keyboard markup" if name == "reply_markup" else name
        raise bad_request(f"can't parse {subject} JSON object") from None


@cache
def _is_scalar(method: type[TelegramMethod[Any]], name: str) -> bool:
    field = method.model_fields.get(name)
    return field is None or str in _flat(field.annotation) or not _nested(field.annotation)


def _nested(annotation: Any) -> bool:
    return any(
        getattr(part, "__origin__", None) is list
        or (isinstance(part, type) and issubclass(part, BaseModel) and not issubclass(part, InputFile))
        for part in _flat(annotation)
    )


def _flat(annotation: Any) -> list[Any]:
    """The members of a union, without looking into lists."""
    if getattr(annotation, "__origin__", None) is list or not get_args(annotation):
        return [annotation]
    return [part for member in get_args(annotation) for part in _flat(member)]


def _plain(parsed: Any, raw: Any) -> Any:
    return parsed if isinstance(parsed, bool | int | float | str) else raw


def _wording(error: ValidationError) -> Refusal:
    first = error.errors()[0]
    field = str(first["loc"][0]) if first["loc"] else "request"
    if first["type"] == "missing" and len(first["loc"]) == 1:
        return bad_request(MISSING.get(field, f'parameter "{field}" is required'))
    where = ".".join(str(part) for part in first["loc"] if not str(part)[:1].isupper())
    return bad_request(f'can\'t parse parameter "{where or field}": {first["msg"]}')


def takes_file_name(method: type[TelegramMethod[Any]], name: str) -> bool:
    """Whether a field takes a file, or a text that names one."""
    field = method.model_fields.get(name)
    return field is not None and {str, InputFile} <= set(_flat(field.annotation))
