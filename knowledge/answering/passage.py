"""A passage as the pieces an answer can be made of: sentences, list items with their lead-in, table rows."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import zip_longest

import regex

from knowledge.types import Chunk

# After these a number follows, and no sentence ends ("Ksh. 300", "Jan. 15"); before a word they may end one.
_BEFORE_NUMBER = r"Rs|Re|[TKU]?shs?|Kes|Tzs|Ugx|रु|Tel|Mob|Ext|Max|Min|Env|Aprox|Nos?|N[uú]m|Cap|Fig|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
_SENTENCE_END = regex.compile(
    r"(?<=[.!?।॥؟۔።။።][\"'”’)\]]?)(?<!\b(?:No|Nos|Mr|Mrs|Ms|Dr|St|Art|Sec|approx|etc|e\.g|i\.e|vs|p|pp|Bw|Bi|Sr|Sra|Mme|n)\.)"
    rf"(?<!\b\p{{Lu}}\.)(?:\s+(?=[\p{{Lu}}\p{{Lo}}\"'“‘(¿¡\[])|(?<!\b(?i:{_BEFORE_NUMBER})\.)\s+(?=\p{{N}}))"
    r"|(?<=[。！？；][”’）」』]?)\s*(?=\S)"
)
_UNMARKED = regex.compile(r"(?<=[\p{Thai}\p{Lao}\p{Khmer}\p{M}]) +(?=[\p{Thai}\p{Lao}\p{Khmer}])")
CLAUSE = 60  # characters; a shorter one is part of its neighbour: a "but" is not left out
_ITEM = regex.compile(r"^\s*(?:[-*•]|\d+[.)])\s+")
_RULE = regex.compile(r"^\s*\|?\s*:?-{2,}.*$")


class UnitKind(StrEnum):
    """What an answer piece is in its document."""

    SENTENCE = "sentence"
    ITEM = "item"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece with what it needs to be understood.

    `lead` is a list's or table's lead-in, `under` the items that a nested item stands under, `cells` a row's.
    """

    text: str
    kind: UnitKind
    place: int
    lead: str = ""
    cells: tuple[tuple[str, str], ...] = ()
    under: tuple[str, ...] = ()


@lru_cache(maxsize=4096)
def units(chunk: Chunk) -> tuple[Unit, ...]:
    """The pieces of a chunk in reading order."""
    return tuple(_units(chunk.text))


def _units(text: str) -> Iterator[Unit]:
    lead, place, subject = "", 0, ""
    header: tuple[str, ...] = ()
    above: list[tuple[int, str]] = []
    for line in text.split("\n"):
        stripped = line.strip()
        if not stripped or (_RULE.match(stripped) and "|" in stripped):
            continue
        if stripped.startswith("|"):
            cells = _cells(stripped)
            if not header:
                header, subject = cells, ""
                continue
            subject = cells[0] or subject
            yield _row(header, (subject, *cells[1:]), lead, place)
        elif _ITEM.match(line):
            above = [one for one in above if one[0] < _indent(line)]
            item = _ITEM.sub("", stripped)
            yield Unit(item, UnitKind.ITEM, place, lead, under=tuple(text for _at, text in above))
            above.append((_indent(line), item))
        else:
            header, above = (), []
            found = sentences(stripped)
            for number, sentence in enumerate(found):
                yield Unit(sentence, UnitKind.SENTENCE, place + number)
            place += len(found) - 1
            lead = found[-1]
        place += 1


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph, trimmed; Thai and its neighbours mark none, there clauses of some length."""
    found = [part for sentence in _SENTENCE_END.split(text) if sentence and (part := sentence.strip())]
    return [clause for sentence in found for clause in _clauses(sentence)]


def _clauses(sentence: str) -> list[str]:
    found: list[str] = []
    for part in _UNMARKED.split(sentence):
        if found and min(len(found[-1]), len(part)) < CLAUSE:
            found[-1] = f"{found[-1]} {part}"
        else:
            found.append(part)
    return found


def _cells(line: str) -> tuple[str, ...]:
    inner = line.strip().removeprefix("|").removesuffix("|")
    return tuple(cell.replace("\\|", "|").strip() for cell in regex.split(r"(?<!\\)\|", inner))


def _row(header: tuple[str, ...], cells: tuple[str, ...], lead: str, place: int) -> Unit:
    """A row; a first cell left empty was the one above again, and a cell beyond the header has no name."""
    pairs = tuple((name, cell) for name, cell in zip_longest(header, cells, fillvalue="") if cell)
    return Unit(" | ".join(cell for _name, cell in pairs), UnitKind.ROW, place, lead, pairs)
