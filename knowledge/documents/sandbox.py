"""Parsing in a child process that may die without harm: memory, processor, wall clock and output are capped."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import IO, Any

from knowledge.documents.limits import LIMITS, Limits
from knowledge.documents.refusal import DocumentRefused, Refusal
from knowledge.types import Element, ElementKind, LoadedDocument

_ROOT = Path(__file__).resolve().parents[2]
_PASSED_ON = ("PATH", "LANG", "LC_ALL", "TESSDATA_PREFIX", "TMPDIR", "VIRTUAL_ENV")


def parse_in_child(data: bytes, filename: str, limits: Limits = LIMITS) -> LoadedDocument:
    """Parse `data` in a fresh process and rebuild its result; raises `DocumentRefused` for every other end."""
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as answer:
        given.write(data)
        given.seek(0)
        code = _run(_command(filename, limits), given, answer, limits)
        return _result(answer, code, limits)


def _command(filename: str, limits: Limits) -> list[str]:
    figures = json.dumps(
        {
            "memory_bytes": limits.memory_bytes,
            "cpu_seconds": limits.cpu_seconds,
            "soft_cpu_seconds": limits.soft_cpu_seconds,
            "soft_wall_seconds": limits.soft_wall_seconds,
            "elements": limits.elements,
            "characters": limits.characters,
        }
    )
    name = filename.encode("utf-8", "replace").decode().replace("\x00", "")[-200:]
    return [sys.executable, "-m", "knowledge.documents.child", figures, name]


def _run(command: list[str], given: IO[bytes], answer: IO[bytes], limits: Limits) -> int:
    child = subprocess.Popen(  # noqa: S603 - our own module; the file goes in as bytes, never as an argument
        command,
        stdin=given,
        stdout=answer,
        stderr=subprocess.DEVNULL,
        cwd=_ROOT,
        env=_environment(),
        start_new_session=True,
    )
    try:
        return child.wait(timeout=limits.wall_seconds)
    except subprocess.TimeoutExpired as error:
        raise DocumentRefused(Refusal.TOO_SLOW, seconds=round(limits.wall_seconds)) from error
    finally:
        _end(child)


def _end(child: subprocess.Popen[bytes]) -> None:
    """Kill the child's whole session: an OCR process it started must not outlive it."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, signal.SIGKILL)
    child.wait()


def _environment() -> dict[str, str]:
    """The little a parser needs: no token, no key and no password is handed to hostile input."""
    kept = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "OMP_THREAD_LIMIT"), "1")
    return kept | threads | {"PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1"}


def _result(answer: IO[bytes], code: int, limits: Limits) -> LoadedDocument:
    if code == -signal.SIGXCPU:
        raise DocumentRefused(Refusal.TOO_SLOW, seconds=limits.cpu_seconds)
    if code == -signal.SIGXFSZ:
        raise DocumentRefused(Refusal.TOO_MUCH_TEXT)
    if code == -signal.SIGKILL:
        raise DocumentRefused(Refusal.TOO_MUCH_MEMORY)
    answer.seek(0)
    raw = answer.read(limits.result_bytes + 1)
    if len(raw) > limits.result_bytes:
        raise DocumentRefused(Refusal.TOO_MUCH_TEXT)
    try:
        return _rebuild(json.loads(raw))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise DocumentRefused(Refusal.DAMAGED, detail="its reader broke off") from error


def _rebuild(result: dict[str, Any]) -> LoadedDocument:
    if refused := result.get("refused"):
        raise DocumentRefused(Refusal(refused), **result.get("facts", {}))
    return LoadedDocument(
        title=result["title"],
        elements=tuple(
            Element(ElementKind(kind), text, level, page) for kind, text, level, page in result["elements"]
        ),
        language=result["language"],
        pages=result["pages"],
        warnings=tuple(result["warnings"]),
    )
