"""Which row of a table of loans a question is about: "goats" is the Livestock and Fish Loan's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from knowledge.answering.passage import Unit, units
from knowledge.language import content_terms, normalize, terms, words
from knowledge.retrieval.query import Query, same_in_trade
from knowledge.retrieval.subjects import named_in
from knowledge.types import Hit

# Share of the words that must be met. Chinese words are not parted, so that pairs across their borders are never met.
MET, MET_ZH = 0.99, 0.5


def loans_meant(rows: Sequence[Unit], hits: Sequence[Hit], query: Query, language: str) -> list[Unit]:
    """The row whose loan is what the question is about, by its name or by what documents say under that name.

    Several rows only where they meet it equally well by name; none where that is left to guess. Of a table in another
    language than the question's the thing is looked for as that language names it.
    """
    named = "" if query.language == language else named_in(query.about, query.language, language)
    if named:
        same = same_in_trade(named, language)
        query = replace(query, about=named, language=language, alternatives=same)
    wanted = content_terms(query.about, query.language)
    least = MET_ZH if query.language == "zh" else MET
    by_name = [_share(wanted, _terms(_subject(row), language), query.alternatives) for row in rows]
    if max(by_name) >= least:
        return [row for row, share in zip(rows, by_name, strict=True) if share == max(by_name)]
    if query.language != language or all(term.isdecimal() for term in wanted):  # 18 is an age, not a loan
        return []
    by_text = [
        max((_stands(wanted, one, language) for one in _under(row, hits, language)), default=0)
        for row in rows
    ]
    found = [
        row for row, share in zip(rows, by_text, strict=True) if share >= least and share == max(by_text)
    ]
    return found if len(found) == 1 else []


def names_one(text: str, phrases: Sequence[str], language: str, *, exact: bool = False) -> bool:
    """Whether a text says one of the phrases, in any form of its words; `exact`: "months" is not "monthly"."""
    if language == "zh":
        return any(phrase in normalize(text) for phrase in phrases)

    def parts(one: str) -> str:
        return f" {' '.join(words(one) if exact else terms(one, language))} "

    said = parts(text)
    return any(parts(phrase) in said for phrase in phrases)


def _subject(row: Unit) -> str:
    return row.cells[0][1]


def _terms(text: str, language: str) -> frozenset[str]:
    return frozenset(terms(text, language))


def _under(row: Unit, hits: Sequence[Hit], language: str) -> list[str]:
    """What stands in each passage headed by a loan's name, and each list item that ends in it."""
    name = [_subject(row)]
    found = []
    for hit in hits:
        if names_one(" ".join(hit.chunk.heading_path), name, language):
            found += [hit.chunk.text] if language == "zh" else [unit.text for unit in units(hit.chunk)]
        found += [
            unit.text
            for unit in units(hit.chunk)
            if not unit.cells and ":" in unit.text and names_one(unit.text.rsplit(":", 1)[1], name, language)
        ]
    return found


def _stands(wanted: Sequence[str], text: str, language: str) -> float:
    """Whether the words stand in a text side by side: "out" and "before" stand in many, a water tank in few.

    Of Chinese, whose words are not parted, the share of them that is met.
    """
    if language == "zh":
        return _share(wanted, _terms(text, language), {})
    return float(f" {' '.join(wanted)} " in f" {' '.join(content_terms(text, language))} ")


def _share(wanted: Sequence[str], stood: frozenset[str], same: Mapping[str, frozenset[str]]) -> float:
    met = sum(term in stood or not stood.isdisjoint(_telling(same.get(term, frozenset()))) for term in wanted)
    return met / max(len(wanted), 1)


def _telling(same: frozenset[str]) -> frozenset[str]:
    """Of what means the same, no single Chinese character: that of 农具 (tool) stands in 农产品 (produce) too."""
    return frozenset(term for term in same if len(term) > 1)
