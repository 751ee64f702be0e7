"""Eight characters that stand for something inside a button: one under older words does nothing to newer ones."""

from __future__ import annotations

import hashlib
import zlib


def token(*parts: str) -> str:
    """Stands for a question, a choice, a loan: names and figures of ours."""
    return f"{zlib.crc32('|'.join(parts).encode('utf-8', 'surrogatepass')):08x}"


def mark_of(*shown: str) -> str:
    """Stands for words that somebody typed and was shown; no words are made to stand for others."""
    return hashlib.sha256("\0".join(shown).encode("utf-8", "surrogatepass")).hexdigest()[:8]
