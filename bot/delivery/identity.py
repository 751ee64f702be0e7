"""Who holds a lease: a name by which another process on this machine can tell that its owner is gone."""

from __future__ import annotations

import os
import secrets
import socket
from pathlib import Path

HOST_LETTERS = 26  # a name fits the 64 letters of `lease_by`
BOOT_LETTERS = 8
BOOT = Path("/proc/sys/kernel/random/boot_id")


def own_name() -> str:
    """`machine:pid:token`; the machine with its start and its process namespace, since two may share a host name."""
    return f"{_machine()}:{os.getpid()}:{secrets.token_hex(4)}"


def is_gone(name: str, own: str) -> bool:
    """Whether the process of that name is certainly no more: it ran on our machine, and its number is free or ours."""
    machine, pid, _token = name.rsplit(":", 2) if name.count(":") >= 2 else (name, "", "")
    if name == own or machine != _machine() or not pid.isdecimal():
        return False
    return int(pid) == os.getpid() or not _exists(int(pid))


def _machine() -> str:
    namespace = Path("/proc/self/ns/pid")
    mark = namespace.stat().st_ino if namespace.exists() else 0
    # The first namespace has one number everywhere, so it alone would make two hosts of one name the same.
    started = BOOT.read_text()[:BOOT_LETTERS] if BOOT.exists() else ""
    return f"{socket.gethostname()[:HOST_LETTERS]}/{started}/{mark}"


def _exists(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
