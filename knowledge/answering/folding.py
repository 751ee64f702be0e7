"""A message as the patterns read it."""

from __future__ import annotations

from knowledge.language import normalize

_APOSTROPHES = str.maketrans("’‘ʼ`", "''''")
_ACCENTS = str.maketrans("áàâéèêëíîïóôúûùñç", "aaaeeeeiiioouuunc")


def folded(message: str) -> str:
    """In small letters, with plain apostrophes."""
    return normalize(message).strip().translate(_APOSTROPHES)


def bare(message: str) -> str:
    """Folded, on one line, and Spanish and French as typed without their marks; Hindi keeps its own."""
    return " ".join(folded(message).translate(_ACCENTS).split())
