"""Near misses: what a misspelt name was probably meant to be."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from intake.forms.xpath.functions import names


def closest(name: str, known: Iterable[str]) -> str:
    """The known name most like `name`, or nothing; other capitals make the same name."""
    candidates = list(known)
    same = next((each for each in candidates if each.casefold() == name.casefold()), "")
    return same or next(iter(get_close_matches(name, candidates, n=1, cutoff=0.6)), "")


def closest_function(name: str) -> str:
    return closest(name, names())
