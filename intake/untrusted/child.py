"""The child: reads one hostile file from standard input and writes a line of facts, then the content."""

from __future__ import annotations

import json
import os
import resource
import sys
from typing import Any


def main() -> None:
    """Open standard input as the kind of the first argument, under the limits of the second."""
    limits = json.loads(sys.argv[2])
    answer = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a decoder that prints must not spoil the answer
    _limit(limits["memory_bytes"], limits["cpu_seconds"])
    facts, content = _outcome(sys.argv[1], sys.stdin.buffer.read())
    answer.write(json.dumps(facts).encode() + b"\n" + content)
    answer.flush()
    os._exit(0)  # nothing is left to say


def _limit(memory: int, seconds: int) -> None:
    for what, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 32),
    ):
        resource.setrlimit(what, (most, most))


def _outcome(kind: str, data: bytes) -> tuple[dict[str, Any], bytes]:
    from intake.errors import Refused

    try:
        return _open(kind, data)
    except Refused as refused:
        return {"refused": refused.code, **refused.facts}, b""
    except MemoryError:
        return {"refused": "too_much_memory"}, b""
    except Exception as error:  # decoders raise what they like: OSError, SyntaxError, struct.error …
        return {"refused": "unreadable", "why": type(error).__name__}, b""


def _open(kind: str, data: bytes) -> tuple[dict[str, Any], bytes]:
    if kind == "archive":
        from intake.untrusted.archives import looked_into

        return looked_into(data), b""
    from intake.untrusted.pictures import made_small

    return made_small(data)


if __name__ == "__main__":
    main()
