"""Which rows of a table a question names: asked of the one, another's figures are a wrong answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import regex

from knowledge.answering.evidence import Weights
from knowledge.answering.passage import Unit, UnitKind, units
from knowledge.answering.periods import Periods, fits, periods, told_by
from knowledge.language import content_terms, normalize, terms
from knowledge.retrieval.query import Query
from knowledge.types import Chunk

MOST_ROWS = 8  # of a table that is said whole, where a question names none of them
LONGEST_NAME = 5  # words at the head of a row, or in a cell, that name it; more are a text
_BEYOND_THE_NAME = regex.compile(r"\s*[(（\[,，;；/:：].*$|\s+[-–—]\s.*$")
_AT_MOST = 0.999  # sums of weights that are alike


def rows_beside(unit: Unit, chunk: Chunk) -> list[Unit]:
    """The rows of a row's table, itself among them."""
    rows = [one for one in units(chunk) if one.kind is UnitKind.ROW]
    return [one for one in rows if one.lead == unit.lead and _header(one) == _header(unit)]


def named_rows(unit: Unit, chunk: Chunk, query: Query, weights: Weights) -> list[Unit]:
    """The rows of a row's table that a question names; none where it names none of them.

    By the whole name at its head, the longest first ("Lower Tembe" is not "Tembe"); else by the words that tell the
    heads apart, else by those of its cells. What a follow-up names goes before what the question before it named.
    """
    rows = rows_beside(unit, chunk)
    if len(rows) < 2:
        return []
    asked = {query.turn or query.text: query.own_terms, query.text: tuple(weights.idf)}
    for text, wanted in asked.items():
        told = _of_the_period(rows, text, chunk.language) or _wholly(rows, text, chunk.language)
        if found := told or _partly(rows, wanted, weights, chunk.language, _heads):
            return found
    return cells_named(rows, chunk, weights)


def rows_named_apart(unit: Unit, chunk: Chunk, query: Query) -> list[Unit]:
    """Several rows of different names, each of which stands whole in the question: "Karoo and Tembe"."""
    rows = _wholly(rows_beside(unit, chunk), query.turn or query.text, chunk.language)
    return rows if len({_subject(row) for row in rows}) > 1 else []


def cells_named(rows: Sequence[Unit], chunk: Chunk, weights: Weights) -> list[Unit]:
    """The rows that hold what is asked of in a short cell, unless more telling words stand nowhere in the passage."""
    stood = frozenset(terms(" ".join((*chunk.heading_path, chunk.text)), chunk.language))
    missing = max((weight for term, weight in weights.idf.items() if not weights.met(term, stood)), default=0)
    beside = [*chunk.heading_path, *(name for row in rows for name, _cell in row.cells), rows[0].lead]
    named = frozenset(terms(" ".join(beside), chunk.language))
    telling = tuple(
        term for term, weight in weights.idf.items() if weight >= missing and not weights.met(term, named)
    )
    return _partly(rows, telling, weights, chunk.language, _cells)


def names_a_row(rows: Sequence[Unit], chunk: Chunk, weights: Weights) -> bool:
    """Whether a question names one of the rows by any word, at its head or in a cell."""
    wanted = tuple(weights.idf)
    return bool(_partly(rows, wanted, weights, chunk.language, _heads) or cells_named(rows, chunk, weights))


def is_another_row(unit: Unit, chunk: Chunk, query: Query, weights: Weights) -> bool:
    """Whether a row can be none that the question asks for: it is of another month, year or day, or one of a table too
    long to be said whole and has not a word of it."""
    if unit.kind is not UnitKind.ROW or query.language != chunk.language:
        return False
    rows = rows_beside(unit, chunk)
    if len(rows) > MOST_ROWS and not names_a_row(rows, chunk, weights):
        return True
    heads = [periods(_subject(row), chunk.language) for row in rows]
    asked = _asked(query.turn or query.text, heads, query.language)
    return bool(asked) and not fits(periods(_subject(unit), chunk.language), asked)


def _of_the_period(rows: Sequence[Unit], text: str, language: str) -> list[Unit]:
    heads = [periods(_subject(row), language) for row in rows]
    asked = _asked(text, heads, language)
    return [row for row, head in zip(rows, heads, strict=True) if asked and fits(head, asked)]


def _asked(text: str, heads: Sequence[Periods], language: str) -> Periods:
    told = told_by(heads)
    return {measure: found for measure, found in periods(text, language).items() if measure in told}


def _wholly(rows: Sequence[Unit], text: str, language: str) -> list[Unit]:
    """The rows whose whole name stands in a text."""
    left, found = _folded(text, language), set[str]()
    for name in sorted({name for row in rows for name in _names(row, language)}, key=len, reverse=True):
        if name in left:
            found.add(name)
            left = left.replace(name, " | ")
    return [row for row in rows if not found.isdisjoint(_names(row, language))]


def _names(row: Unit, language: str) -> list[str]:
    """The head of a row, and the same without what is added to it: "Water pump, petrol"."""
    subject = _subject(row)
    names = [_folded(one, language) for one in (subject, _BEYOND_THE_NAME.sub("", subject))]
    return [name for name in dict.fromkeys(names) if regex.search(r"\p{L}", name) and len(name.strip()) > 1]


def _folded(text: str, language: str) -> str:
    if language == "zh":
        return regex.sub(r"[\p{P}\p{Z}]+", "", normalize(text))
    return f" {' '.join(content_terms(text, language))} "


def _partly(
    rows: Sequence[Unit],
    wanted: Sequence[str],
    weights: Weights,
    language: str,
    told: Callable[[Sequence[Unit], str], list[frozenset[str]]],
) -> list[Unit]:
    """The rows that hold most of the words by which they can be told apart."""
    held = told(rows, language)
    everywhere = frozenset.intersection(*held)
    telling = [
        term for term in wanted if len(term) > (language == "zh") and not weights.met(term, everywhere)
    ]
    masses = [_mass(telling, one, weights) for one in held]
    most = max(masses, default=0.0)
    return [row for row, mass in zip(rows, masses, strict=True) if most > 0 and mass >= most * _AT_MOST]


def _mass(wanted: Sequence[str], stood: frozenset[str], weights: Weights) -> float:
    """What of the words stands there; what only means the same counts half."""
    return sum(
        weights.idf.get(term, 0.0) * (1.0 if term in stood else 0.5)
        for term in wanted
        if weights.met(term, stood)
    )


def _subject(row: Unit) -> str:
    return row.cells[0][1] if row.cells else ""


def _heads(rows: Sequence[Unit], language: str) -> list[frozenset[str]]:
    """The words at the heads of the rows, where most of them are names; none where they are texts."""
    names = sum(_is_name(_subject(row), language) for row in rows)
    return [frozenset(terms(_subject(row), language) if 2 * names > len(rows) else ()) for row in rows]


def _cells(rows: Sequence[Unit], language: str) -> list[frozenset[str]]:
    """The words of the cells that are no texts."""
    named = [" ".join(cell for _name, cell in row.cells if _is_name(cell, language)) for row in rows]
    return [frozenset(terms(one, language)) for one in named]


def _is_name(text: str, language: str) -> bool:
    if language == "zh":
        return len(text) <= 2 * LONGEST_NAME
    return len(content_terms(text, language)) <= LONGEST_NAME


def _header(row: Unit) -> str:
    return row.cells[0][0] if row.cells else ""
