"""Texts that match a regular expression, for trying forms out."""

from __future__ import annotations

import random as _random
from functools import lru_cache
from typing import Any

MOST = 4
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def example(pattern: str, random: _random.Random) -> str | None:
    """A text the pattern matches, or None when it is too strange to say."""
    tree = parsed(pattern)
    if tree is None:
        return None
    try:
        return written(tree, random)
    except NotImplementedError:
        return None


def written(parts: Any, random: _random.Random) -> str:
    """A text that parts of a parsed pattern match; raises `NotImplementedError` when they are too strange."""
    return _write(parts, random, {})


@lru_cache(maxsize=256)
def parsed(pattern: str) -> Any:
    """The pattern as the standard library takes it apart, or None."""
    from re import _parser

    try:
        return _parser.parse(pattern.replace(r"\p{L}", "[A-Za-z]"))
    except Exception:
        return None


def _write(parts: Any, random: _random.Random, groups: dict[int, str]) -> str:
    return "".join(_piece(str(operation), argument, random, groups) for operation, argument in parts)


def _piece(operation: str, argument: Any, random: _random.Random, groups: dict[int, str]) -> str:
    match operation:
        case "LITERAL":
            return chr(argument)
        case "NOT_LITERAL":
            return "b" if chr(argument) == "a" else "a"
        case "ANY":
            return random.choice(_LETTERS)
        case "IN":
            return _one_of(argument, random)
        case "AT" | "ASSERT_NOT":
            return ""
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            low, high, inner = argument
            times = random.randint(low, max(low, min(int(high), low + MOST)))
            return "".join(_write(inner, random, groups) for _ in range(times))
        case "SUBPATTERN":
            groups[argument[0] or 0] = _write(argument[3], random, groups)
            return groups[argument[0] or 0]
        case "BRANCH":
            return _write(random.choice(argument[1]), random, groups)
        case "GROUPREF":
            return groups.get(argument, "")
        case "ATOMIC_GROUP":
            return _write(argument, random, groups)
        case "ASSERT":
            return ""
    raise NotImplementedError(operation)


def _one_of(members: Any, random: _random.Random) -> str:
    if str(members[0][0]) == "NEGATE":
        banned = list(members[1:])
        for candidate in "a1 A-_.é":
            if not any(_holds(member, candidate) for member in banned):
                return candidate
        raise NotImplementedError("NEGATE")
    operation, argument = random.choice(members)
    match str(operation):
        case "LITERAL":
            return chr(argument)
        case "RANGE":
            return chr(random.randint(argument[0], min(argument[1], argument[0] + 200)))
    return _CATEGORIES.get(str(argument), "a")


_CATEGORIES = {
    "CATEGORY_DIGIT": "7",
    "CATEGORY_NOT_DIGIT": "a",
    "CATEGORY_SPACE": " ",
    "CATEGORY_NOT_SPACE": "a",
    "CATEGORY_WORD": "w",
    "CATEGORY_NOT_WORD": "-",
}


def _holds(member: Any, character: str) -> bool:
    operation, argument = str(member[0]), member[1]
    if operation == "LITERAL":
        return chr(argument) == character
    if operation == "RANGE":
        return bool(argument[0] <= ord(character) <= argument[1])
    return {
        "CATEGORY_DIGIT": character.isdigit(),
        "CATEGORY_SPACE": character.isspace(),
        "CATEGORY_WORD": character.isalnum() or character == "_",
    }.get(str(argument), False)
