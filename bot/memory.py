"""What the C library keeps of memory that Python, onnxruntime and SQLite have given back.

glibc gives threads heaps of their own and returns little of them: the same night's backlog ended between 490 and
650 MB as the threads fell. With one heap it ends at 430, and the interpreter's lock leaves no thread to wait for it.
See mallopt(3) and malloc_trim(3); another C library is left as it is.
"""

from __future__ import annotations

import ctypes
import platform

M_ARENA_MAX = -8


def one_heap() -> None:
    """Let all threads share one heap; to be called before there are any."""
    if platform.libc_ver()[0] == "glibc":
        ctypes.CDLL(None).mallopt(M_ARENA_MAX, 1)


def give_back() -> None:
    """Return free pages of the heap to the system."""
    if platform.libc_ver()[0] == "glibc":
        ctypes.CDLL(None).malloc_trim(0)
