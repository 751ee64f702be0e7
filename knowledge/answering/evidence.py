"""Whether a passage answers this question: what was asked for, found or missing, sentence by sentence."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

import regex

from knowledge.answering.expects import Expected, expected, holds
from knowledge.answering.passage import Unit, units
from knowledge.language import content_terms, terms
from knowledge.retrieval import Retrieved
from knowledge.types import Chunk, Hit

CONSIDERED = 10  # passages looked into; the answer is rarely deeper
HEADING_CREDIT = 0.6  # a term that stands only in the headings or the lead-in
NEIGHBOUR_CREDIT = 0.35  # a term that stands only elsewhere in the passage
TYPE_CREDIT = 0.3  # what holding the asked-for kind of thing is worth, in shares of the question
_NUMBERING = regex.compile(
    r"^\s*(?:第\s*[\d一二三四五六七八九十百]+\s*[章节条]|[\d.]+[.)、]?(?=\s|\p{Han}|、)|[一二三四五六七八九十]+、)\s*"
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """How one unit of one passage meets the question. Coverages are shares of the question's idf mass, 0 to 1.

    `heading` says how far question and heading ask the same. `names_new` is false where a follow-up ("and for
    goats?") names what this passage does not. `pointed` are the words of the unit that a reader points at,
    `until` the unit where they end. `columns` are those said for `rows` of the unit's table,
    `label` is said above them, where several tables answer. `whole_list` says that of a list all items answer.
    """

    hit: Hit
    unit: Unit
    coverage: float
    passage_coverage: float
    rarest_missing: float
    type_met: bool | None
    score: float
    heading: float = 0.0
    names_new: bool = True
    pointed: str = ""
    until: Unit | None = None
    columns: tuple[str, ...] = ()
    rows: tuple[Unit, ...] = ()
    label: str = ""
    whole_list: bool = False


@dataclass(frozen=True, slots=True)
class Weights:
    """The question's terms with their inverse document frequencies; a term the library lacks weighs most."""

    idf: Mapping[str, float]
    unknown: float
    alternatives: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def met(self, term: str, stood: frozenset[str]) -> bool:
        """Whether a term, or another that means the same, is among those that stand somewhere."""
        return term in stood or not stood.isdisjoint(self.alternatives.get(term, frozenset()))

    @property
    def total(self) -> float:
        """The mass of the question."""
        return sum(self.idf.values()) or 1.0

    @property
    def heaviest(self) -> float:
        """The mass of its rarest term."""
        return max(self.idf.values(), default=1.0)


def weigh_terms(
    found: Sequence[str],
    frequency: Mapping[str, int],
    size: int,
    alternatives: Mapping[str, frozenset[str]] | None = None,
) -> Weights:
    """Inverse document frequency of each term, as in BM25 (Robertson and Zaragoza, 2009)."""
    idf = {
        term: math.log(1 + (size - frequency.get(term, 0) + 0.5) / (frequency.get(term, 0) + 0.5))
        for term in found
    }
    others = alternatives or {}
    total = sum(idf.values()) or 1.0
    unknown = sum(weight for term, weight in idf.items() if not frequency.get(term) and term not in others)
    return Weights(idf, unknown / total, others)


def gather(question: str, retrieved: Retrieved, weights: Weights) -> list[Evidence]:
    """The best unit of each of the first passages, best evidence first."""
    kind = expected(question, retrieved.query.language)
    own = retrieved.passage_language == retrieved.query.language
    found = [best for hit in retrieved.hits[:CONSIDERED] if (best := _best_unit(hit, weights, kind, own))]
    new = retrieved.query.own_terms if retrieved.query.resolved and own else ()
    named = [replace(one, names_new=_names(one.hit.chunk, new, weights)) for one in found]
    return sorted(named, key=lambda evidence: -evidence.score)


def _names(chunk: Chunk, new: Sequence[str], weights: Weights) -> bool:
    """Whether a passage names all that the follow-up names."""
    return all(weights.met(term, _terms_of(chunk)) for term in new)


def _best_unit(hit: Hit, weights: Weights, kind: Expected, own_language: bool) -> Evidence | None:
    chunk = hit.chunk
    everywhere = _terms_of(chunk)
    passage = (
        sum(weight for term, weight in weights.idf.items() if weights.met(term, everywhere)) / weights.total
    )
    missing = max(
        (weight for term, weight in weights.idf.items() if not weights.met(term, everywhere)), default=0.0
    )
    best: Evidence | None = None
    for unit, own, around in _unit_terms(chunk):
        coverage = _coverage(weights, own, around, everywhere)
        met = holds(kind, _full_text(unit))
        score = coverage + (TYPE_CREDIT if met else 0.0) + 0.3 * passage
        if best is None or score > best.score:
            best = Evidence(hit, unit, coverage, passage, missing / weights.heaviest, met, score)
    return best and replace(best, heading=_heading(chunk, weights))


def _heading(chunk: Chunk, weights: Weights) -> float:
    """How far the heading asks what the question asks: the share of the one in the other, and back, from 0 to 1.

    Lenders write their answers under farmers' questions ("How do I apply?"); then nothing says more.
    """
    heading = frozenset(content_terms(_NUMBERING.sub("", chunk.heading_path[-1]), chunk.language))
    if not heading:
        return 0.0
    asked = sum(weight for term, weight in weights.idf.items() if weights.met(term, heading))
    meant = frozenset(weights.idf).union(*weights.alternatives.values())
    return asked / weights.total * len(heading & meant) / len(heading)


def unit_holding(chunk: Chunk, wanted: Sequence[str]) -> Unit | None:
    """The piece that holds all wanted terms, most of them itself, the others in what stands over it."""
    asked, best, most = frozenset(wanted), None, 0
    for unit, own, around in _unit_terms(chunk):
        if asked <= own | around and len(asked & own) > most:
            best, most = unit, len(asked & own)
    return best


def _coverage(
    weights: Weights, own: frozenset[str], around: frozenset[str], everywhere: frozenset[str]
) -> float:
    met = 0.0
    for term, weight in weights.idf.items():
        if weights.met(term, own):
            met += weight
        elif weights.met(term, around):
            met += weight * HEADING_CREDIT
        elif weights.met(term, everywhere):
            met += weight * NEIGHBOUR_CREDIT
    return met / weights.total


def _full_text(unit: Unit) -> str:
    return " ".join(part for pair in unit.cells for part in pair) if unit.cells else unit.text


@lru_cache(maxsize=4096)
def _terms_of(chunk: Chunk) -> frozenset[str]:
    return frozenset(terms(" ".join((*chunk.heading_path, chunk.text)), chunk.language))


@lru_cache(maxsize=4096)
def _unit_terms(chunk: Chunk) -> tuple[tuple[Unit, frozenset[str], frozenset[str]], ...]:
    """Each unit with its own terms, and those of its headings, lead-in, branch and column names."""
    headings = frozenset(terms(" ".join(chunk.heading_path), chunk.language))
    found = []
    for unit in units(chunk):
        around = headings | frozenset(
            terms(" ".join((unit.lead, *unit.under, *(name for name, _ in unit.cells))), chunk.language)
        )
        found.append((unit, frozenset(terms(unit.text, chunk.language)), around))
    return tuple(found)
