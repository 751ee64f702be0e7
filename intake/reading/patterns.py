"""Patterns made of words that a form or a lender brings."""

from __future__ import annotations

import re
from functools import lru_cache

KEPT = 4096  # `re` keeps 512, which the choices of one form use up: every message would compile them anew


@lru_cache(KEPT)
def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, remembered."""
    return re.compile(pattern, flags)


def word(words: str, flags: int = 0) -> re.Pattern[str]:
    """These very words with no letter or figure beside them; Chinese, which has no spaces, anywhere."""
    escaped = re.escape(words)
    return compiled(escaped if words[:1] >= "\u3400" else rf"(?<![^\W_]){escaped}(?![^\W_])", flags)
