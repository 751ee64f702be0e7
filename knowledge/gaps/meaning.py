"""Groups questions that mean the same: by vectors where an encoder knows the language, else by words."""

from __future__ import annotations

import unicodedata
from array import array
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

import regex

from knowledge.answering.figures import figures

if TYPE_CHECKING:
    from knowledge.embeddings import Embedders, Encoder

Embed = Callable[[Sequence[str], str], Sequence[Sequence[float]] | None]
"""Vectors of texts in a language, or None where no encoder knows it."""

SAME_MEANING = 0.5  # of the way from two unrelated questions to the same question
SAME_WORDS = 74.0  # rapidfuzz's 0 to 100
END = 150  # letters compared at each end of a long text
KEPT = 2000  # vectors
SMALL_IN_WORDS = 10

# Questions of one field that mean different things: how near an encoder puts those is its zero.
_UNRELATED = {
    "en": (
        "Where is your office?",
        "What is the interest rate?",
        "Do I need a guarantor?",
        "My goat died, what now?",
        "Can my wife sign for me?",
        "How do I join?",
    ),
    "zh": (
        "营业室在哪里？",
        "利率是多少？",
        "要不要担保人？",
        "羊死了怎么办？",
        "妻子可以代签吗？",
        "怎么入社？",
    ),
    "sw": (
        "Ofisi yenu iko wapi?",
        "Riba ni kiasi gani?",
        "Je, nahitaji mdhamini?",
        "Mbuzi wangu amekufa, nifanye nini?",
        "Mke wangu anaweza kutia sahihi?",
        "Nawezaje kujiunga?",
    ),
}


def by_encoders(embedders: Embedders) -> Embed:
    """The encoder of each language; every press of a button asks for all questions again, so vectors are kept."""

    @lru_cache(KEPT)
    def vector(encoder: Encoder, text: str) -> Sequence[float]:
        return array("f", encoder.embeddings.embed_documents([text])[0])

    def embed(texts: Sequence[str], language: str) -> Sequence[Sequence[float]] | None:
        encoder = embedders.within(language)
        return None if encoder is None else [vector(encoder, text) for text in texts]

    return embed


def plain(text: str) -> str:
    """A question without case, punctuation and spare spaces."""
    words = regex.findall(r"[\p{L}\p{M}\p{N}%]+", unicodedata.normalize("NFKC", text).casefold())
    return " ".join(words)


def group(texts: Sequence[str], language: str, embed: Embed | None) -> list[list[int]]:
    """Indices of texts by meaning, largest group first; the first of a group is its most typical text."""
    same: dict[str, list[int]] = {}
    for place, text in enumerate(texts):
        same.setdefault(plain(text), []).append(place)
    distinct = sorted(same.values(), key=lambda places: (-len(places), places[0]))
    firsts = [texts[places[0]] for places in distinct]
    near, counted = (
        _likeness([_ends(text) for text in firsts], language, embed),
        [_counted(text) for text in firsts],
    )
    groups = _leaders(len(distinct), lambda one, other: counted[one] == counted[other] and near(one, other))
    merged = [[place for member in members for place in distinct[member]] for members in groups]
    return sorted(merged, key=lambda places: (-len(places), places[0]))


def _counted(text: str) -> frozenset[Decimal]:
    """What a question counts: an answer for 5,000 is none for 200,000, however alike the words around them are.

    A small number in words counts little: "the two wells", "in one go".
    """
    return frozenset(
        one.value
        for one in figures(text)
        if one.counts and (one.value > SMALL_IN_WORDS or one.said[0].isdecimal())
    )


def _ends(text: str) -> str:
    """Where a story has its question: comparing takes time by the letter, and anybody can write long nonsense."""
    return text if len(text) <= 2 * END else f"{text[:END]} {text[-END:]}"


def _leaders(count: int, alike: Callable[[int, int], bool]) -> list[list[int]]:
    """Each text joins the first group most of whose members it is alike to."""
    groups: list[list[int]] = []
    for place in range(count):
        for members in groups:
            if sum(alike(place, member) for member in members) * 2 > len(members):
                members.append(place)
                break
        else:
            groups.append([place])
    return groups


def _likeness(texts: Sequence[str], language: str, embed: Embed | None) -> Callable[[int, int], bool]:
    unrelated = _UNRELATED.get(language, _UNRELATED["en"])
    vectors = embed([*texts, *unrelated], language) if embed else None
    if vectors is None:
        return _by_words([plain(text) for text in texts])
    return _by_vectors(vectors, len(texts))


def _by_vectors(vectors: Sequence[Sequence[float]], count: int) -> Callable[[int, int], bool]:
    import numpy as np

    matrix = np.asarray(vectors, dtype=np.float32)
    matrix /= np.maximum(np.linalg.norm(matrix, axis=1, keepdims=True), 1e-9)
    unrelated = matrix[count:] @ matrix[count:].T
    pairs = len(unrelated) * (len(unrelated) - 1)
    zero = float((unrelated.sum() - np.trace(unrelated)) / pairs)
    near = zero + SAME_MEANING * (1 - zero)
    cosines = matrix[:count] @ matrix[:count].T
    return lambda one, other: bool(cosines[one, other] >= near)


def _by_words(texts: Sequence[str]) -> Callable[[int, int], bool]:
    from rapidfuzz import fuzz

    ordered = [" ".join(sorted(text.split())) for text in texts]
    return lambda one, other: fuzz.ratio(ordered[one], ordered[other], score_cutoff=SAME_WORDS) > 0
