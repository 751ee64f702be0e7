"""The table that answers a topic whole: "interest?" asks for the rate of every loan, "papers?" for all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

import regex

from knowledge.answering.bands import amount_asked, band_columns
from knowledge.answering.evidence import Evidence
from knowledge.answering.passage import Unit, UnitKind, units
from knowledge.answering.subjects import loans_meant, names_one
from knowledge.language import normalize
from knowledge.retrieval.query import Query
from knowledge.retrieval.topics import EVERY, Topic, topics_of_columns
from knowledge.types import Hit

_FIGURE = regex.compile(r"\d[\d.,  ]*")
_FIGURES = regex.compile(r"[\p{N}\p{P}\p{Zs}]*")
_TOTAL = regex.compile(r"(?:grand |sub-?)?totale?s?:?|jumla(?: kuu)?:?|合计|总计|小计|कुल(?: योग)?:?")
LONGEST = 900  # characters; a longer table is no answer on a small screen


def find_tables(topic: Topic, hits: Sequence[Hit], query: Query, language: str) -> list[Evidence]:
    """The table among the passages that answers a topic: for all its rows, or for those the question is about.

    Of several the one that tells most of the loans (an example of own funds has a column "loan at most", which is no
    limit), then the one that says it shortest; of tables that are no loans', the one found first. Where others tell the
    same loans otherwise (for members, for all others), all of them under their headings: which holds is not guessed.
    """
    found = _answering(topic, hits, query, language)
    if topic.table and not _of_a_loan(query):
        return found[:1]
    found = [kept for one in found if (kept := _of_rows(one, [row for row in one.rows if _tells(row, one)]))]
    found.sort(key=lambda one: (-_told(one, language), len(said_table(one))))
    told: list[Evidence] = []
    for one in found:
        if all(_contradicts(one, other) for other in told):
            told.append(one)
    return _labelled(told) if len(told) > 1 else told


def _of_a_loan(query: Query) -> bool:
    return bool(query.about) and amount_asked(query.about) is None


def _contradicts(one: Evidence, other: Evidence) -> bool:
    """Whether two tables give a loan different figures under the same heading."""
    figures = dict(_figures(other))
    return any(figures.get(key, figure) != figure for key, figure in _figures(one))


def _figures(evidence: Evidence) -> Iterator[tuple[tuple[str, str], tuple[str, ...]]]:
    for row in evidence.rows:
        for name, cell in row.cells[1:]:
            if name in evidence.columns:
                found = (regex.sub(r"\D", "", one) for one in _FIGURE.findall(cell))
                yield (normalize(row.cells[0][1]), normalize(name)), tuple(found)


def _labelled(tables: Sequence[Evidence]) -> list[Evidence]:
    """Each under what sets it apart; none where nothing does, or where they are too long together."""
    for label in (_heading, _lead, _path):
        labels = [label(one) for one in tables]
        if all(labels) and len(set(labels)) == len(labels):
            found = [replace(one, label=text) for one, text in zip(tables, labels, strict=True)]
            return found if sum(len(said_table(one)) for one in found) <= LONGEST else []
    return []


def _heading(evidence: Evidence) -> str:
    return evidence.hit.chunk.heading_path[-1]


def _lead(evidence: Evidence) -> str:
    return evidence.unit.lead


def _path(evidence: Evidence) -> str:
    return " › ".join(evidence.hit.chunk.heading_path)


def _answering(topic: Topic, hits: Sequence[Hit], query: Query, language: str) -> list[Evidence]:
    """The tables with such rows, in the order of their passages."""
    amount = amount_asked(query.about)
    found = [one for hit in hits for one in _tables(topic, hit, language, _of_a_loan(query))]
    if amount is not None:
        found = [kept for one in found if (kept := _of_band(one, amount))]
    elif query.about:
        found = [
            kept for one in found if (kept := _of_rows(one, loans_meant(one.rows, hits, query, language)))
        ]
    return found


def _told(evidence: Evidence, language: str) -> int:
    """How many things a table tells of each loan: its rate, its amounts, its term."""
    names = [name for name, _cell in evidence.unit.cells[1:]]
    return sum(
        any(_is_column(name, topic, language) for name in names) for topic in topics_of_columns(language)
    )


def _tells(row: Unit, evidence: Evidence) -> bool:
    return any(name in evidence.columns for name, _cell in row.cells[1:])


def _of_rows(evidence: Evidence, rows: Sequence[Unit]) -> Evidence | None:
    return replace(evidence, unit=rows[0], rows=tuple(rows)) if rows else None


def _of_band(evidence: Evidence, amount: float) -> Evidence | None:
    """What a table of bands ("below 20,000", "20,000 to 49,999") says for one sum."""
    columns = band_columns(evidence.columns, amount)
    return replace(evidence, columns=columns) if len(columns) == 1 else None


def said_table(evidence: Evidence) -> str:
    """A line a row, with the columns asked for; a single one of several is named once, above."""
    rows = evidence.rows
    several = len(rows[0].cells) > 2
    one = evidence.columns[0] if len(evidence.columns) == 1 and len(rows) > 1 else ""
    colon, stop = ("：", "；") if evidence.hit.chunk.language == "zh" else (": ", "; ")
    lines = [evidence.label] if evidence.label else []
    lines += [one] if one and several else []
    for row in rows:
        cells = [(name, cell) for name, cell in row.cells[1:] if name in evidence.columns]
        said = stop.join(cell if one else f"{name}{colon}{cell}" for name, cell in cells)
        bullet = "• " if len(rows) > 1 else ""
        between = (colon if one else " — ") if said else ""
        lines.append(f"{bullet}{row.cells[0][1]}{between}{said}")
    return "\n".join(lines)


def _tables(topic: Topic, hit: Hit, language: str, about: bool) -> Iterator[Evidence]:
    for rows in _rows(hit):
        columns = _columns(topic, rows, language, about)
        found = Evidence(hit, rows[0], 1.0, 1.0, 0.0, None, 1.0, columns=columns, rows=tuple(rows))
        if columns and len(said_table(found)) <= LONGEST:
            yield found


def _columns(topic: Topic, rows: Sequence[Unit], language: str, about: bool) -> tuple[str, ...]:
    """Which columns of a table answer the topic; none where it is not about it."""
    subjects = [row.cells[0][1] for row in rows]
    if all(_FIGURES.fullmatch(subject) for subject in subjects):  # sums of an example, or numbers of rows
        return ()
    if len(rows) < 2 or len(set(subjects)) < len(subjects):  # a loan with many rows is no list of loans
        return ()
    names = tuple(dict.fromkeys(name for row in rows for name, _cell in row.cells[1:] if name))
    header = rows[0].cells[0][0]
    if topic.table and not about:
        return names if _is_about(topic.table, header, subjects, language, least=2) else ()
    if not topic.of_each_loan or not _is_about(
        topic.loans, header, subjects, language, least=len(subjects) // 2 + 1
    ):
        return ()
    if topic.of_each_loan == (EVERY,):
        return names if len(names) > 1 else ()
    return tuple(name for name in names if _is_column(name, topic, language))


def _is_column(name: str, topic: Topic, language: str) -> bool:
    """Whether a column is the topic's by its name, or by what it measures where it is no other topic's."""
    if names_one(name, topic.of_each_loan, language):
        return True
    measures = regex.search(r"\d", name) is None and names_one(name, topic.measures, language, exact=True)
    others = (one.of_each_loan for one in topics_of_columns(language) if one.name != topic.name)
    return measures and not any(names_one(name, other, language) for other in others)


def _is_about(
    phrases: Sequence[str], header: str, subjects: Sequence[str], language: str, *, least: int
) -> bool:
    """Whether a table's rows are what the phrases name: its first header says so, or at least so many subjects."""
    naming = sum(names_one(subject, phrases, language) for subject in subjects)
    return names_one(header, phrases, language) or naming >= least


def _rows(hit: Hit) -> list[list[Unit]]:
    tables = groupby(
        (unit for unit in units(hit.chunk) if unit.kind is not UnitKind.ITEM),
        key=lambda unit: (unit.kind, tuple(name for name, _cell in unit.cells[:1])),
    )
    told = [
        [row for row in rows if not _TOTAL.fullmatch(normalize(row.cells[0][1]))]
        for (kind, header), rows in tables
        if kind is UnitKind.ROW and header
    ]
    return [rows for rows in told if rows]
