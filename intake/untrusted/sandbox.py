"""The parent's side: starts the child, hands it the bytes, takes a capped answer and ends it."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from intake.errors import Refused

MEGABYTE = 1024 * 1024
AT_ONCE = (
    2  # a picture of 100 KB may fill 100 MB while it is opened; one that hangs must not hold all others up
)
_ROOT = Path(__file__).resolve().parents[2]
_PASSED_ON = ("PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "VIRTUAL_ENV")
_places = threading.BoundedSemaphore(AT_ONCE)


@dataclass(frozen=True, slots=True)
class Limits:
    """Caps on one file; the memory is that of a progressive JPEG of the most pixels, and Python's own."""

    memory_bytes: int = 640 * MEGABYTE
    cpu_seconds: int = 10
    wall_seconds: float = 18.0
    answer_bytes: int = 4 * MEGABYTE


LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Opened:
    """What the child found: facts, and for a picture its content made anew."""

    facts: dict[str, Any]
    content: bytes


def open_in_child(kind: Literal["picture", "archive"], data: bytes, limits: Limits = LIMITS) -> Opened:
    """Open `data` in a fresh process. Raises `Refused`: what the child refuses, or "unreadable" when it dies."""
    with _places, _child(kind, limits) as child:
        assert child.stdin is not None  # both are pipes
        assert child.stdout is not None
        with contextlib.suppress(BrokenPipeError):  # it died of its limits; its answer will be no answer
            child.stdin.write(data)
            child.stdin.close()
        raw = child.stdout.read(limits.answer_bytes + 1)
    return _opened(raw, limits)


@contextmanager
def _child(kind: str, limits: Limits) -> Iterator[subprocess.Popen[bytes]]:
    child = subprocess.Popen(  # noqa: S603 - our own module; the file goes in as bytes, never as an argument
        [sys.executable, "-m", "intake.untrusted.child", kind, json.dumps(asdict(limits))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=_ROOT,
        env=_environment(),
        start_new_session=True,
    )
    timer = threading.Timer(limits.wall_seconds, _kill, [child])
    timer.start()
    try:
        yield child
    finally:
        timer.cancel()
        _kill(child)
        with contextlib.suppress(BrokenPipeError), child:  # its pipes are closed, and it is waited for
            pass


def _kill(child: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, signal.SIGKILL)


def _environment() -> dict[str, str]:
    """The little that Python needs: no token, no key and no password is handed to hostile input."""
    kept = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    return kept | {"PYTHONDONTWRITEBYTECODE": "1"}


def _opened(raw: bytes, limits: Limits) -> Opened:
    head, _, content = raw.partition(b"\n")
    try:
        if len(raw) > limits.answer_bytes:
            raise ValueError("too long an answer")
        facts = json.loads(head)
        refused = facts.pop("refused", None)
    except (ValueError, AttributeError, RecursionError):
        raise Refused("unreadable", why="its reader broke off") from None
    if refused is not None:
        raise Refused(refused, **facts)
    return Opened(facts, content)
