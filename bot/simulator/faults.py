"""Faults on order: what goes wrong, how often, and from which seed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from random import Random
from typing import Any

from bot.simulator.errors import ControlError

UPDATE_KINDS = ("drop", "delay", "duplicate", "reorder")
CALL_KINDS = ("429", "5xx", "timeout")


@dataclass
class Fault:
    """One thing that goes wrong; `count` is how often it still may (None: always)."""

    kind: str
    probability: float = 1.0
    count: int | None = None
    seconds: float = 1.0  # delay of an update, length of a time-out
    copies: int = 2  # of a duplicated update
    retry_after: int = 1
    status: int = 502
    delivers: bool = False  # whether the call does its work before it fails
    methods: list[str] = field(default_factory=list)  # empty: every method that sends or changes something
    users: list[int] = field(default_factory=list)  # empty: everybody
    fired: int = 0

    def concerns(self, method: str | None, user_id: int | None) -> bool:
        if self.users and user_id not in self.users:
            return False
        if method is None or not self.methods:
            return method is None or method not in UNTOUCHED
        return method in {name.lower() for name in self.methods}

    def strikes(self, random: Random) -> bool:
        """Whether it goes wrong this time; counts it."""
        if self.count is not None and self.fired >= self.count:
            return False
        if random.random() >= self.probability:
            return False
        self.fired += 1
        return True


# Unless a fault names them: with these failing, a bot cannot even listen, which is another experiment.
UNTOUCHED = frozenset({"getme", "getupdates", "setwebhook", "deletewebhook", "getwebhookinfo"})


class Faults:
    """The faults on order now."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._faults: list[Fault] = []

    def order(self, body: dict[str, Any]) -> None:
        """Replace all faults by those of `body`: kind -> probability | {settings} | [{settings}], and `seed`."""
        wanted = [fault for kind, value in body.items() if kind != "seed" for fault in _read(kind, value)]
        if "seed" in body:
            self._random = Random(body["seed"])  # noqa: S311 - faults are to be repeatable, not secret
        self._faults = wanted

    def clear(self) -> None:
        self._faults = []

    def shown(self) -> list[dict[str, Any]]:
        return [asdict(fault) for fault in self._faults]

    def of_update(self, user_id: int | None) -> list[Fault]:
        """What goes wrong with an update of this user."""
        return list(self._struck(UPDATE_KINDS, None, user_id))

    def of_call(self, method: str, chat_id: int | None) -> Fault | None:
        """What goes wrong with a call; the first on order that strikes."""
        return next(self._struck(CALL_KINDS, method.lower(), chat_id), None)

    def _struck(self, kinds: tuple[str, ...], method: str | None, user_id: int | None) -> Iterator[Fault]:
        for fault in self._faults:
            if fault.kind in kinds and fault.concerns(method, user_id) and fault.strikes(self._random):
                yield fault


def _read(kind: str, value: Any) -> list[Fault]:
    if kind not in UPDATE_KINDS + CALL_KINDS:
        known = ", ".join(UPDATE_KINDS + CALL_KINDS)
        raise ControlError(f"there is no fault called {kind!r}; the faults are {known} (and seed)")
    if isinstance(value, list):
        return [fault for item in value for fault in _read(kind, item)]
    if value is True:
        return [Fault(kind)]
    if isinstance(value, int | float):
        value = {"probability": float(value)} if 0 < value < 1 else {"count": int(value)}
    if not isinstance(value, dict):
        raise ControlError(f"the fault {kind} must be a probability, a count or an object of settings")
    return [_settings(kind, value)]


def _settings(kind: str, value: dict[str, Any]) -> Fault:
    known = [name for name in Fault.__dataclass_fields__ if name not in ("kind", "fired")]
    for name, setting in value.items():
        if name not in known:
            raise ControlError(
                f"the fault {kind} has no setting {name!r}; its settings are {', '.join(known)}"
            )
        if name in ("methods", "users"):
            valid = isinstance(setting, list)
        else:
            valid = isinstance(setting, bool) if name == "delivers" else isinstance(setting, int | float)
        if not valid:
            raise ControlError(f"the setting {name} of the fault {kind} has the wrong type: {setting!r}")
    return Fault(kind, **value)
