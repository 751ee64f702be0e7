"""Text (XPath 1.0 section 4.2; OpenRosa string functions)."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Any

from intake.forms.xpath.environment import Context, bounded
from intake.forms.xpath.errors import ExpressionLimit, WrongArguments
from intake.forms.xpath.functions.basics import flattened
from intake.forms.xpath.functions.registry import MANY, function
from intake.forms.xpath.values import Value, to_number, to_string

REGEX_SECONDS = 0.25
MAX_REGEX_INPUT = 20_000


@function("string", 0, 1)
def string(context: Context, value: Value | None = None) -> Value:
    return to_string([context.node] if value is None else value)


@function("concat", 0, MANY)
def concat(_context: Context, *values: Value) -> Value:
    return bounded("".join(to_string(value) for value in flattened(values)))


@function("join", 1, MANY)
def join(_context: Context, glue: Value, *values: Value) -> Value:
    return bounded(to_string(glue).join(to_string(value) for value in flattened(values)))


@function("starts-with", 2)
def starts_with(_context: Context, text: Value, start: Value) -> Value:
    return to_string(text).startswith(to_string(start))


@function("ends-with", 2)
def ends_with(_context: Context, text: Value, end: Value) -> Value:
    return to_string(text).endswith(to_string(end))


@function("contains", 2)
def contains(_context: Context, text: Value, part: Value) -> Value:
    return to_string(part) in to_string(text)


@function("substring-before", 2)
def substring_before(_context: Context, text: Value, mark: Value) -> Value:
    before, found, _ = to_string(text).partition(to_string(mark)) if to_string(mark) else ("", "", "")
    return before if found else ""


@function("substring-after", 2)
def substring_after(_context: Context, text: Value, mark: Value) -> Value:
    if not to_string(mark):
        return to_string(text)
    return to_string(text).partition(to_string(mark))[2]


@function("substring", 2, 3)
def substring(_context: Context, text: Value, start: Value, length: Value | None = None) -> Value:
    """The characters whose 1-based place p satisfies round(start) <= p < round(start) + round(length)."""
    first = _round(to_number(start))
    end = math.inf if length is None else first + _round(to_number(length))
    if math.isnan(first) or math.isnan(end):
        return ""
    return "".join(c for place, c in enumerate(to_string(text), start=1) if first <= place < end)


def _round(number: float) -> float:
    return float(math.floor(number + 0.5)) if math.isfinite(number) else number


@function("substr", 2, 3)
def substr(_context: Context, text: Value, start: Value, end: Value | None = None) -> Value:
    """From 0-based `start` to before `end`; negative places count from the end."""
    whole = to_string(text)
    size = len(whole)
    first = _place(to_number(start), size)
    last = size if end is None else _place(to_number(end), size)
    return whole[first:last] if first <= last else ""


def _place(number: float, size: int) -> int:
    if math.isnan(number):
        return 0
    if math.isinf(number):
        return size if number > 0 else 0
    place = math.trunc(number)
    return max(0, min(size, place + size if place < 0 else place))


@function("string-length", 0, 1)
def string_length(context: Context, value: Value | None = None) -> Value:
    return float(len(to_string([context.node] if value is None else value)))


@function("normalize-space", 0, 1)
def normalize_space(context: Context, value: Value | None = None) -> Value:
    text = to_string([context.node] if value is None else value)
    return " ".join(word for word in _xml_split(text) if word)


def _xml_split(text: str) -> list[str]:
    for blank in "\t\r\n":
        text = text.replace(blank, " ")
    return text.split(" ")


@function("translate", 3)
def translate(_context: Context, text: Value, old: Value, new: Value) -> Value:
    replacement = to_string(new)
    table: dict[int, str | None] = {}
    for place, character in enumerate(to_string(old)):
        table.setdefault(ord(character), replacement[place] if place < len(replacement) else None)
    return to_string(text).translate(table)


@function("upper-case", 1)
def upper_case(_context: Context, text: Value) -> Value:
    return to_string(text).upper()


@function("lower-case", 1)
def lower_case(_context: Context, text: Value) -> Value:
    return to_string(text).lower()


@function("regex", 2)
def matches(_context: Context, text: Value, pattern: Value) -> Value:
    """Whether the pattern is found in the text; write ^ and $ to ask for the whole."""
    return search(to_string(pattern), to_string(text))


def search(pattern: str, text: str) -> bool:
    """Search with a time limit, so that no pattern can hold the bot up."""
    if len(text) > MAX_REGEX_INPUT:
        raise ExpressionLimit(f"regex() looks at no more than {MAX_REGEX_INPUT} characters")
    try:
        return compile_pattern(pattern).search(text, timeout=REGEX_SECONDS) is not None
    except TimeoutError:
        raise ExpressionLimit(f"the regular expression {pattern!r} takes too long") from None


@lru_cache(maxsize=512)
def compile_pattern(pattern: str) -> Any:
    """The compiled pattern. Raises `WrongArguments` when it is not a regular expression."""
    import regex

    try:
        return regex.compile(pattern.replace(r"\d", "[0-9]") if r"[\d" not in pattern else pattern)
    except regex.error as error:
        raise WrongArguments(f"{pattern!r} is not a regular expression: {error}") from None


@function("uuid", 0, 1, memorable=True)
def uuid(context: Context, length: Value | None = None) -> Value:
    if length is None:
        return new_uuid(context.environment.random)
    size = to_number(length)
    if math.isnan(size) or size < 0 or size > 1000:
        raise WrongArguments("uuid() takes a length from 0 to 1000")
    alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    return "".join(context.environment.random.choice(alphabet) for _ in range(int(size)))


def new_uuid(random: Any) -> str:
    """A version 4 UUID from the randomness handed in."""
    from uuid import UUID

    return str(UUID(int=random.getrandbits(128), version=4))
