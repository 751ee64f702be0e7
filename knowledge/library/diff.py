"""What a new version changes: sections that came, went or read differently, and the figures in them."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from knowledge.types import Chunk

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*\s?%?")
_PIECE = re.compile(r"(?<=[.!?।])\s+|(?<=[。！？；])|\n")
_SAME_SECTION = 0.6  # share of text in common from which a renamed section counts as the same


@dataclass(frozen=True, slots=True)
class SectionChange:
    """One section that reads differently: sentences and figures gone, sentences and figures new."""

    section: str
    was: str
    removed: tuple[str, ...]
    added: tuple[str, ...]
    numbers_removed: tuple[str, ...]
    numbers_added: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Diff:
    """The difference between two versions, in the order of the new one."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[SectionChange, ...]
    unchanged: int

    @property
    def is_empty(self) -> bool:
        return not (self.added or self.removed or self.changed)

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)


def compare(old: Iterable[Chunk], new: Iterable[Chunk]) -> Diff:
    """Compare two versions section by section; a section that was only renamed is the same section."""
    before, after = _sections(old), _sections(new)
    pairs = {name: name for name in after if name in before}
    pairs |= _renamed(
        {name: text for name, text in before.items() if name not in after},
        {name: text for name, text in after.items() if name not in before},
    )
    changes = [_change(old_name, before[old_name], name, after[name]) for name, old_name in pairs.items()]
    changed = {change.section: change for change in changes if change is not None}
    return Diff(
        added=tuple(name for name in after if name not in pairs),
        removed=tuple(name for name in before if name not in pairs.values()),
        changed=tuple(changed[name] for name in after if name in changed),
        unchanged=len(pairs) - len(changed),
    )


def numbers(text: str) -> list[str]:
    """The figures in a text, spaces taken out: `8.4 %` and `8.4%` are one."""
    return [found.replace(" ", "").rstrip(".,") for found in _NUMBER.findall(text)]


def _sections(chunks: Iterable[Chunk]) -> dict[str, list[str]]:
    """Section name → its sentences and table rows in order; the title is no part of the name."""
    found: dict[str, list[str]] = {}
    for chunk in chunks:
        name = " › ".join(chunk.heading_path[1:]) or "—"
        pieces = found.setdefault(name, [])
        pieces += [
            piece.strip() for piece in _PIECE.split(chunk.text) if piece.strip() and piece not in pieces[-3:]
        ]
    return found


def _renamed(gone: dict[str, list[str]], come: dict[str, list[str]]) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for name, pieces in come.items():
        likeness = {other: _likeness(gone[other], pieces) for other in gone if other not in pairs.values()}
        best = max(likeness, key=lambda other: likeness[other], default=None)
        if best is not None and likeness[best] >= _SAME_SECTION:
            pairs[name] = best
    return pairs


def _likeness(old: Sequence[str], new: Sequence[str]) -> float:
    from rapidfuzz import fuzz

    return fuzz.ratio(" ".join(old)[:4000], " ".join(new)[:4000]) / 100


def _change(old_name: str, old: list[str], name: str, new: list[str]) -> SectionChange | None:
    lines = list(difflib.ndiff(old, new)) if len(old) * len(new) < 40_000 else _plain(old, new)
    removed = tuple(line[2:] for line in lines if line.startswith("- "))
    added = tuple(line[2:] for line in lines if line.startswith("+ "))
    if not removed and not added and old_name == name:
        return None
    gone, come = numbers(" ".join(removed)), numbers(" ".join(added))
    return SectionChange(
        section=name,
        was=old_name,
        removed=removed,
        added=added,
        numbers_removed=tuple(n for n in dict.fromkeys(gone) if n not in come),
        numbers_added=tuple(n for n in dict.fromkeys(come) if n not in gone),
    )


def _plain(old: list[str], new: list[str]) -> list[str]:
    """For very long sections: what stands in only one of them, without looking for near lines."""
    before, after = set(old), set(new)
    return [f"- {line}" for line in old if line not in after] + [
        f"+ {line}" for line in new if line not in before
    ]
