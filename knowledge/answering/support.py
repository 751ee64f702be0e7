"""After the fact: every number, date and name of an answer stands in a cited passage, every sentence is supported."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

import regex

from knowledge.answering.figures import Figure, figures
from knowledge.answering.negation import clauses, is_flipped
from knowledge.answering.passage import sentences
from knowledge.language import content_terms, terms

SUPPORT = 0.6  # of a sentence's content terms that must stand in the passages
_NAME = regex.compile(r"(?<![.!?:•\-\n]\s)(?<!^)(?<![\p{L}\p{N}])\p{Lu}\p{L}{2,}(?:[ -]\p{Lu}\p{L}+)*")
_LINK = regex.compile(
    r"(?:https?://|www\.)\S+|(?<![\p{L}\p{N}.])@\w{3,}|\b[\w.-]+@[\w-]+\.\w+|\bt\.me/\S+", regex.IGNORECASE
)


def holds_against(text: str, passages: Sequence[str], language: str, passage_language: str) -> bool:
    """Whether a wording's figures and links stand in the cited passages; in their own language its names and words too.

    Figures and names of a sentence stand together in one passage, or those of each clause in one: the rate of
    another loan is not this loan's.
    """
    if links_without_source(text, passages):
        return False
    own = language == passage_language
    if own and (
        unsupported_sentences(text, passages, language) or flipped_sentences(text, passages, language)
    ):
        return False
    named = language if own else None
    return all(_stands_in_one(sentence, passages, named) for sentence in said_sentences(text))


def _stands_in_one(sentence: str, passages: Sequence[str], named: str | None) -> bool:
    def stands(part: str, passage: str) -> bool:
        strange_name = named is not None and names_without_source(part, [passage], named)
        return not (strange_name or numbers_without_source(part, [passage]))

    if any(stands(sentence, passage) for passage in passages):
        return True
    parts = clauses(sentence)
    return len(parts) > 1 and all(any(stands(part, passage) for passage in passages) for part in parts)


def numbers_without_source(text: str, passages: Iterable[str]) -> list[str]:
    """Figures said in `text`, in digits or words, that stand in none of the passages in either.

    One that counts days there is no percentage here.
    """
    known: dict[Decimal, set[str]] = {}
    for figure in (one for passage in passages for one in figures(passage)):
        known.setdefault(figure.value, set()).add(figure.unit)
    return [one.said for one in figures(text) if one.counts and not _known(one, known)]


def _known(figure: Figure, known: Mapping[Decimal, set[str]]) -> bool:
    units = known.get(figure.value, set())
    return bool(units) and (not figure.unit or "" in units or figure.unit in units)


def names_without_source(text: str, passages: Iterable[str], language: str) -> list[str]:
    """Capitalised names inside sentences that stand in none of the passages as words (scripts with capitals only)."""
    known = {term for passage in passages for term in terms(passage, language)}
    return [name for name in _NAME.findall(text) if not known.issuperset(terms(name, language))]


def links_without_source(text: str, passages: Iterable[str]) -> list[str]:
    """Links, addresses and handles that no passage holds."""
    known = " ".join(passages).casefold()
    return [link for link in _LINK.findall(text) if link.casefold().rstrip(".,;)") not in known]


def unsupported_sentences(text: str, passages: Sequence[str], language: str) -> list[str]:
    """Sentences too few of whose content terms stand in the passages."""
    known = {term for passage in passages for term in terms(passage, language)}
    return [sentence for sentence in said_sentences(text) if not _supported(sentence, known, language)]


def said_sentences(text: str) -> list[str]:
    """The sentences of an answer, line by line."""
    return [one for line in text.split("\n") for one in sentences(line.removeprefix("•").strip())]


def flipped_sentences(text: str, passages: Sequence[str], language: str) -> list[str]:
    """Sentences that deny what the passages say in the same words, or say what those deny."""
    told = [one for passage in passages for line in passage.split("\n") for one in sentences(line.strip())]
    return [one for one in said_sentences(text) if is_flipped(one, told, language)]


def _supported(sentence: str, known: set[str], language: str) -> bool:
    found = content_terms(sentence, language)
    return not found or sum(term in known for term in found) >= SUPPORT * len(found)
