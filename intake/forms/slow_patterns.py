"""Regular expressions that try without end: each repeat in them is pumped with what it matches, and tried."""

from __future__ import annotations

import random as _random
from collections.abc import Iterator
from typing import Any

from intake.forms.patterns import parsed, written
from intake.forms.xpath import ExpressionError
from intake.forms.xpath.functions.texts import search

TURNS = 48  # doubled with each turn, no machine comes to the end; all else takes a millisecond
EXAMPLES = 3
SPOILERS = ("!", "\x00", "é~")
_REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT"})


def endless(pattern: str) -> str | None:
    """A text on which the pattern runs into its time limit, or None."""
    tree = parsed(pattern)
    if tree is None:
        return None
    for text in _pumped(tree, _random.Random(0)):  # noqa: S311
        try:
            search(pattern, text)
        except ExpressionError:
            return text
    return None


def _pumped(parts: Any, random: _random.Random) -> Iterator[str]:
    """What leads to each repeat, many turns of it, an end that fits nowhere, and what the pattern looks for first."""
    for before, inner, after in _repeats(parts, (), ()):
        try:
            turns = dict.fromkeys(written(inner, random) for _ in range(EXAMPLES))
            lead, tail = written(before, random), written(after, random)
        except NotImplementedError:
            continue
        for turn in turns:
            for spoiler in SPOILERS:
                yield lead + turn * TURNS + spoiler
                yield lead + turn * TURNS + spoiler + tail


_Parts = tuple[Any, ...]


def _repeats(parts: Any, before: _Parts, after: _Parts) -> Iterator[tuple[_Parts, Any, _Parts]]:
    """Every repeat without an upper bound, with what stands before and behind it."""
    for place, (operation, argument) in enumerate(parts):
        around = ((*before, *list(parts)[:place]), (*list(parts)[place + 1 :], *after))
        match str(operation):
            case name if name in _REPEATS:
                if int(argument[1]) > TURNS:
                    yield around[0], argument[2], around[1]
                yield from _repeats(argument[2], *around)
            case "SUBPATTERN":
                yield from _repeats(argument[3], *around)
            case "BRANCH":
                for branch in argument[1]:
                    yield from _repeats(branch, *around)
