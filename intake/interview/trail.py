"""The order in which questions were answered, for the way back."""

from __future__ import annotations

from collections.abc import Collection, Iterable

LONGEST = 200  # questions that "back" remembers


class Trail:
    """Paths, the last answered last. `paths` may be saved and given back."""

    def __init__(self, paths: Iterable[str] = ()) -> None:
        self.paths = list(paths)

    def remember(self, path: str) -> None:
        """This was answered (or left open) just now."""
        if path in self.paths:
            self.paths.remove(path)
        self.paths = [*self.paths, path][-LONGEST:]

    def before(self, here: str | None, asked: Collection[str]) -> str | None:
        """The question answered last before `here`, of those that are still asked."""
        trail = self.paths[: self.paths.index(here)] if here in self.paths else self.paths
        return next((path for path in reversed(trail) if path in asked), None)
