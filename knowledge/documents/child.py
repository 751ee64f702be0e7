"""The child process: reads one hostile file from standard input and prints what it found as JSON."""

from __future__ import annotations

import gc
import json
import os
import resource
import sys
from typing import Any, BinaryIO

FILE_BYTES = (
    128 * 1024 * 1024
)  # the language model unpacks through a temporary file; the parent caps the answer


def main() -> None:
    """Parse standard input under the limits given as the first argument."""
    figures = json.loads(sys.argv[1])
    answer = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a parser that prints must not spoil the answer
    _limit(figures)
    gc.disable()  # a short life with a memory limit needs no collector; parsing is a third quicker
    _write(answer, _outcome(sys.stdin.buffer.read(), sys.argv[2], figures))


def _limit(figures: dict[str, Any]) -> None:
    memory, seconds = figures["memory_bytes"], figures["cpu_seconds"]
    for what, soft, hard in (
        (resource.RLIMIT_AS, memory, memory),
        (resource.RLIMIT_CPU, seconds, seconds + 1),  # the soft limit's signal says why; the hard one kills
        (resource.RLIMIT_FSIZE, FILE_BYTES, FILE_BYTES),
        (resource.RLIMIT_CORE, 0, 0),
        (resource.RLIMIT_NOFILE, 64, 64),
    ):
        resource.setrlimit(what, (soft, hard))


def _outcome(data: bytes, filename: str, figures: dict[str, Any]) -> dict[str, Any]:
    from knowledge.documents.loading import read
    from knowledge.documents.refusal import DocumentRefused, Refusal

    try:
        return read(data, filename, figures)
    except DocumentRefused as refused:
        return {"refused": refused.code, "facts": refused.facts}
    except MemoryError:
        return {"refused": Refusal.TOO_MUCH_MEMORY}
    except RecursionError:
        return {"refused": Refusal.DAMAGED, "facts": {"detail": "nested too deeply"}}
    except Exception as error:
        return {"refused": Refusal.DAMAGED, "facts": {"detail": type(error).__name__}}


def _write(answer: BinaryIO, outcome: dict[str, Any]) -> None:
    answer.write(json.dumps(outcome, ensure_ascii=True).encode())
    answer.flush()
    os._exit(0)  # parsers' atexit and destructors have nothing left to say


if __name__ == "__main__":
    main()
