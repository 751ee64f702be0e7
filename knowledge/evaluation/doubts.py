"""What is odd in a set of questions and yet may be meant: it is counted as it stands, and told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


class Doubts:
    """Warnings, one a kind however many lines it concerns; iterating gives them as sentences."""

    def __init__(self) -> None:
        self._found: dict[str, list[str]] = {}

    def add(self, where: str, what: str, fix: str) -> None:
        """A line where something is odd, and what is made of it."""
        self._found.setdefault(fix, []).append(f"{where}: {what}")

    def repeated(self, keys: Iterable[tuple[str, str]]) -> None:
        """Of pairs of place and id, each whose id stood before."""
        seen: set[str] = set()
        for where, key in keys:
            if key in seen:
                self.add(
                    where, f"'id' {key!r} stands on a line before", "each is counted, give each its own id"
                )
            seen.add(key)

    def __iter__(self) -> Iterator[str]:
        for fix, found in self._found.items():
            more = f" ({len(found)} such lines)" if len(found) > 1 else ""
            yield f"{found[0]}{more}; {fix}"
