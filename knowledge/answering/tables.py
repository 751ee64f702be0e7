"""The table that answers a topic whole: "interest?" asks for the rate of every loan, "papers?" for all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from knowledge.answering.evidence import Evidence
from knowledge.answering.passage import Unit, UnitKind, units
from knowledge.language import normalize, terms
from knowledge.retrieval.topics import Topic
from knowledge.types import Hit

LONGEST = 900  # characters; a longer table is no answer on a small screen
EVERY = "*"


def whole_table(topic: Topic, hits: Sequence[Hit], language: str) -> Evidence | None:
    """The table among the passages that answers this topic for all its rows; the one that says it shortest."""
    found = [one for hit in hits for one in _tables(topic, hit, language)]
    return min(found, key=lambda one: len(said_whole(one)), default=None)


def said_whole(evidence: Evidence) -> str:
    """A line a row, with the columns asked for; a single one of several is named once, above."""
    rows = table_of(evidence.hit, evidence.unit)
    several = len(rows[0].cells) > 2
    one = evidence.columns[0] if len(evidence.columns) == 1 else ""
    colon, stop, dash = ("：", "；", "：") if evidence.hit.chunk.language == "zh" else (": ", "; ", " — ")
    lines = [one] if one and several else []
    for row in rows:
        cells = [(name, cell) for name, cell in row.cells[1:] if name in evidence.columns]
        said = stop.join(cell if one else f"{name}{colon}{cell}" for name, cell in cells)
        lines.append(f"• {row.cells[0][1]}{(colon if one else dash) if said else ''}{said}")
    return "\n".join(lines)


def table_of(hit: Hit, row: Unit) -> list[Unit]:
    """All rows of the table a row stands in."""
    return next(rows for rows in _rows(hit) if row in rows)


def _tables(topic: Topic, hit: Hit, language: str) -> Iterator[Evidence]:
    for rows in _rows(hit):
        columns = _columns(topic, rows, language)
        found = Evidence(hit, rows[0], 1.0, 1.0, 0.0, None, 1.0, columns=columns)
        if columns and len(said_whole(found)) <= LONGEST:
            yield found


def _columns(topic: Topic, rows: Sequence[Unit], language: str) -> tuple[str, ...]:
    """Which columns of a table answer the topic; none where it is not about it."""
    subjects = [row.cells[0][1] for row in rows]
    if len(rows) < 2 or len(set(subjects)) < len(subjects):  # a loan with many rows is no list of loans
        return ()
    names = tuple(dict.fromkeys(name for row in rows for name, _cell in row.cells[1:] if name))
    header = rows[0].cells[0][0]
    if topic.table:
        return names if _is_about(topic.table, header, subjects, language, least=2) else ()
    if not topic.of_each_loan or not _is_about(
        topic.loans, header, subjects, language, least=len(subjects) // 2 + 1
    ):
        return ()
    if topic.of_each_loan == (EVERY,):
        return names if len(names) > 1 else ()
    return tuple(name for name in names if _names(name, topic.of_each_loan, language))


def _is_about(
    phrases: Sequence[str], header: str, subjects: Sequence[str], language: str, *, least: int
) -> bool:
    """Whether a table's rows are what the phrases name: its first header says so, or at least so many subjects."""
    naming = sum(_names(subject, phrases, language) for subject in subjects)
    return _names(header, phrases, language) or naming >= least


def _rows(hit: Hit) -> list[list[Unit]]:
    tables = groupby(
        (unit for unit in units(hit.chunk) if unit.kind is not UnitKind.ITEM),
        key=lambda unit: (unit.kind, tuple(name for name, _cell in unit.cells[:1])),
    )
    return [list(rows) for (kind, _header), rows in tables if kind is UnitKind.ROW]


def _names(text: str, phrases: Sequence[str], language: str) -> bool:
    """Whether a text says one of the phrases, in any form of its words."""
    if language == "zh":
        return any(phrase in normalize(text) for phrase in phrases)
    stems = f" {' '.join(terms(text, language))} "
    return any(f" {' '.join(terms(phrase, language))} " in stems for phrase in phrases)
