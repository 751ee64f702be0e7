"""The figures a draft changes: which no rehearsed answer showed, and which another document gives as they were."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import regex

from knowledge.answering.passage import Unit, UnitKind, units
from knowledge.language import normalize
from knowledge.library.diff import SectionChange, compare, figures_moved, lines_changed, numbers
from knowledge.types import Chunk

# A figure as it is read: with the currency before it, and the unit or the word behind it.
_SAID = regex.compile(
    r"(?:\p{Sc}\s?|\p{Lu}{2,3}\.?\s)?\d+(?:[.,]\d+)*(?:\s?%|\s?\p{Han}{1,2}|\s\p{L}+)?", regex.UNICODE
)
Cell = tuple[str, str]  # a row's first cell and a column's name
Cells = dict[tuple[str, str, int], tuple[Cell, str]]


@dataclass(frozen=True, slots=True)
class ChangedFigure:
    """What stands where something else stood: a cell, or the figures of a sentence; `place` says where.

    `still` are the titles of other documents in force that give the same row and column as it was.
    """

    section: str
    place: str
    row: str
    old: str
    new: str
    still: tuple[str, ...] = ()

    def is_shown(self, section: str, text: str) -> bool:
        """Whether an answer from a section shows it as it is then."""
        return (
            section == self.section
            and set(numbers(self.new)) <= set(numbers(text))
            and normalize(self.row) in normalize(text)
        )


def changed_figures(
    old: Iterable[Chunk], new: Iterable[Chunk], others: Mapping[str, Sequence[Chunk]]
) -> list[ChangedFigure]:
    """The figures that read differently, in the draft's order; `others` are the other documents by title."""
    old, new = list(old), list(new)
    told = {title: _said(chunks) for title, chunks in others.items()}
    return [
        figure
        for change in compare(old, new).changed
        for figure in _of_section(change, _units(old, change.was), _units(new, change.section), told)
    ]


def _of_section(
    change: SectionChange, old: list[Unit], new: list[Unit], told: Mapping[str, set[tuple[str, str, str]]]
) -> Iterator[ChangedFigure]:
    before, after = _cells(old), _cells(new)
    for key, (cell, now) in after.items():
        was = before[key][1] if key in before else now
        if numbers(was) != numbers(now):
            still = tuple(title for title, cells in told.items() if (*key[:2], _bare(was)) in cells)
            yield ChangedFigure(change.section, ", ".join(filter(None, cell)), cell[0], was, now, still)
    rows = {key[0] for key in before} & {key[0] for key in after}
    for was, now in lines_changed(*_only(_lines(old, rows), _lines(new, rows))):
        gone, come = figures_moved(was, now) if was and now else ((), ())
        if gone != come:
            place = change.section.split(" › ")[-1]
            yield ChangedFigure(change.section, place, "", _as_said(was, gone), _as_said(now, come))


def _units(chunks: Iterable[Chunk], section: str) -> list[Unit]:
    """A section's pieces, each once: chunks of one section overlap."""
    found = (unit for chunk in chunks if _name(chunk) == section for unit in units(chunk))
    return list({(unit.text, unit.cells): unit for unit in found}.values())


def _name(chunk: Chunk) -> str:
    return " › ".join(chunk.heading_path[1:]) or "—"


def _cells(found: Sequence[Unit]) -> Cells:
    """The cells by row and column; of rows with one name (for members, for all others) the first, the second …"""
    cells: Cells = {}
    seen: dict[str, int] = {}
    for unit in found:
        if unit.kind is not UnitKind.ROW or len(unit.cells) < 2:
            continue
        label = unit.cells[0][1]
        seen[label] = seen.get(label, 0) + 1
        for column, cell in unit.cells[1:]:
            cells[normalize(label), normalize(column), seen[label]] = ((label, column), cell)
    return cells


def _lines(found: Sequence[Unit], rows: set[str]) -> list[str]:
    """What is compared line by line: sentences, and the rows that have another name now."""
    return [
        unit.text
        for unit in found
        if unit.kind is not UnitKind.ROW or not unit.cells or normalize(unit.cells[0][1]) not in rows
    ]


def _only(old: list[str], new: list[str]) -> tuple[list[str], list[str]]:
    return [line for line in old if line not in new], [line for line in new if line not in old]


def _said(chunks: Iterable[Chunk]) -> set[tuple[str, str, str]]:
    """What a document's tables say: row, column and the figures there."""
    found = [unit for chunk in chunks for unit in units(chunk)]
    return {(row, column, _bare(cell)) for (row, column, _n), (_cell, cell) in _cells(found).items()}


def _bare(cell: str) -> str:
    return " ".join(numbers(cell))


def _as_said(line: str, figures: Sequence[str]) -> str:
    """These figures of a line with their units."""
    wanted = set(figures)
    return ", ".join(
        said.strip() for said in _SAID.findall(line) if any(one in wanted for one in numbers(said))
    )
