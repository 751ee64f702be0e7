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
_SAME_LINE = 60  # likeness, figures left out, from which a line counts as the other one changed
_COMPARED = 40_000  # pairs of lines; of longer sections the lines are taken in their order


@dataclass(frozen=True, slots=True)
class SectionChange:
    """One section that reads differently: sentences and figures gone, sentences and figures new.

    Its name counts as a sentence where that changed. The figures are those of each changed line in turn.
    """

    section: str
    was: str
    removed: tuple[str, ...]
    added: tuple[str, ...]
    numbers_removed: tuple[str, ...]
    numbers_added: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Diff:
    """The difference between two versions, in the order of the new one. `title` is the old and the new one."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[SectionChange, ...]
    unchanged: int
    title: tuple[str, str] | None = None

    @property
    def is_empty(self) -> bool:
        return not (self.added or self.removed or self.changed or self.title)

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)


def compare(old: Iterable[Chunk], new: Iterable[Chunk]) -> Diff:
    """Compare two versions section by section; a section that was only renamed is the same section."""
    old, new = list(old), list(new)
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
        title=_title(old, new),
    )


def numbers(text: str) -> list[str]:
    """The figures in a text, spaces taken out: `8.4 %` and `8.4%` are one."""
    return [found.replace(" ", "").rstrip(".,") for found in _NUMBER.findall(text)]


def _title(old: Sequence[Chunk], new: Sequence[Chunk]) -> tuple[str, str] | None:
    if not old or not new or old[0].heading_path[0] == new[0].heading_path[0]:
        return None
    return old[0].heading_path[0], new[0].heading_path[0]


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
    lines = list(difflib.ndiff(old, new)) if len(old) * len(new) < _COMPARED else _plain(old, new)
    removed = [line[2:] for line in lines if line.startswith("- ")]
    added = [line[2:] for line in lines if line.startswith("+ ")]
    if old_name != name:
        removed = [old_name, *(line for line in removed if line != old_name)]
        added = [name, *(line for line in added if line != name)]
    if not removed and not added:
        return None
    figures = dict.fromkeys(figures_moved(was, now) for was, now in lines_changed(removed, added))
    return SectionChange(
        section=name,
        was=old_name,
        removed=tuple(removed),
        added=tuple(added),
        numbers_removed=tuple(n for gone, _come in figures for n in gone),
        numbers_added=tuple(n for _gone, come in figures for n in come),
    )


def figures_moved(was: str, now: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The figures of one line that are no longer where they stood, and what stands there."""
    old, new = numbers(was), numbers(now)
    if len(old) == len(new):
        moved = [(one, other) for one, other in zip(old, new, strict=True) if one != other]
        return tuple(one for one, _ in moved), tuple(other for _, other in moved)
    while old and new and old[0] == new[0]:
        old, new = old[1:], new[1:]
    while old and new and old[-1] == new[-1]:
        old, new = old[:-1], new[:-1]
    return tuple(old), tuple(new)


def lines_changed(removed: Sequence[str], added: Sequence[str]) -> list[tuple[str, str]]:
    """Each line that went with the one that came in its stead, found by their words; "" where there is none."""
    pairs = _alike(removed, added)
    taken = set(pairs.values())
    changed = [(line, added[pairs[place]] if place in pairs else "") for place, line in enumerate(removed)]
    return changed + [("", line) for place, line in enumerate(added) if place not in taken]


def _alike(removed: Sequence[str], added: Sequence[str]) -> dict[int, int]:
    """The places of lines that are much the same but for their figures, the most alike first."""
    from rapidfuzz import fuzz

    if len(removed) * len(added) > _COMPARED:
        return {place: place for place in range(min(len(removed), len(added)))}
    olds, news = ([_NUMBER.sub("", line).casefold() for line in lines] for lines in (removed, added))
    likeness = {(i, k): fuzz.ratio(old, new) for i, old in enumerate(olds) for k, new in enumerate(news)}
    pairs: dict[int, int] = {}
    for i, k in sorted(likeness, key=lambda pair: (-likeness[pair], abs(pair[0] - pair[1]))):
        if i not in pairs and k not in pairs.values() and likeness[i, k] >= _SAME_LINE:
            pairs[i] = k
    return pairs


def _plain(old: list[str], new: list[str]) -> list[str]:
    """For very long sections: what stands in only one of them, without looking for near lines."""
    before, after = set(old), set(new)
    return [f"- {line}" for line in old if line not in after] + [
        f"+ {line}" for line in new if line not in before
    ]
