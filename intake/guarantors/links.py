"""The secret in a guarantor's link."""

from __future__ import annotations

import secrets

PREFIX = "g-"  # tells a guarantor's link from an employee's
TOKEN_LETTERS = 24


def is_link(token: str) -> bool:
    """Whether a start link is a guarantor's; an employee's may begin alike, but is shorter."""
    return token.startswith(PREFIX) and len(token) >= TOKEN_LETTERS - 1


def random_token() -> str:
    """128 random bits in 24 characters that fit a t.me start link."""
    return PREFIX + secrets.token_urlsafe(16)
