"""The table of functions: name, how many arguments, how they are evaluated."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from intake.forms.xpath.errors import UnknownFunction, WrongArguments
from intake.forms.xpath.values import Value

Call = Callable[..., Value]
MANY = 10_000


@dataclass(frozen=True, slots=True)
class Function:
    """A function of the expression language.

    `lazy` functions receive closures instead of values; `memorable` ones keep their first value in a calculation.
    """

    name: str
    least: int
    most: int
    call: Call
    lazy: bool = False
    memorable: bool = False

    def check(self, count: int) -> None:
        """Raise `WrongArguments` when the function does not take `count` arguments."""
        if self.least <= count <= self.most:
            return
        if self.least == self.most:
            needed = str(self.least)
        elif self.most >= MANY:
            needed = f"at least {self.least}"
        else:
            needed = f"{self.least} to {self.most}"
        raise WrongArguments(
            f"{self.name}() takes {needed} argument{'' if needed == '1' else 's'}, not {count}"
        )


FUNCTIONS: dict[str, Function] = {}


def function(
    name: str, least: int, most: int | None = None, *, lazy: bool = False, memorable: bool = False
) -> Callable[[Call], Call]:
    """Register a function; `most` defaults to `least`."""

    def register(call: Call) -> Call:
        FUNCTIONS[name] = Function(name, least, least if most is None else most, call, lazy, memorable)
        return call

    return register


def lookup(name: str) -> Function:
    """The function called `name`, with or without its prefix. Raises `UnknownFunction`."""
    found = FUNCTIONS.get(name) or FUNCTIONS.get(name.rpartition(":")[2] if ":" in name else name)
    if found is None:
        raise UnknownFunction(name)
    return found


def names() -> list[str]:
    """Every function known, for suggestions."""
    return sorted(FUNCTIONS)


def nodes_of(value: Any, name: str) -> list[Any]:
    """The value as a node-set, or `WrongArguments`."""
    if not isinstance(value, list):
        raise WrongArguments(f"{name}() needs a path to nodes")
    return value
