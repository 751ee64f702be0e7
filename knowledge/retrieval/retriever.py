"""Retriever: the passages that may answer a question, and how sure each signal is of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from knowledge.embeddings import Encoder
from knowledge.index import ChunkIndex
from knowledge.language import content_terms, detect, detect_questions, words
from knowledge.language.scripts import written_in
from knowledge.retrieval.fusion import fuse, joined, raised
from knowledge.retrieval.matters import packaged_matters
from knowledge.retrieval.query import Query, QueryReader
from knowledge.types import Hit, LiveVersion

DEPTH = 50  # candidates from each side before fusion
_FEW = 2  # words that tell no language by their letters
MATTERS_DEPTH = 30  # candidates of which it is looked up what they speak of
MATTERS_WEIGHT = 2.5  # of agreement beside z-scores; docs/matters.md
TOPIC_DEPTH = 30  # passages kept for a topic: a table of a word and many numbers is found late


class System(StrEnum):
    """Which sides answer: the parts alone are for comparison."""

    DENSE = "dense"
    LEXICAL = "lexical"
    HYBRID = "hybrid"
    HYBRID_RERANK = "hybrid+rerank"


@dataclass(frozen=True, slots=True)
class Retrieved:
    """Hits best first, with both rankings they were fused from (chunk ids with their scores).

    `agreement` tells by chunk id how much it speaks of what the question is about (`matters.py`).
    """

    query: Query
    hits: tuple[Hit, ...]
    dense: tuple[tuple[str, float], ...] = ()
    lexical: tuple[tuple[str, float], ...] = ()
    second: tuple[tuple[str, float], ...] = ()
    agreement: Mapping[str, float] = field(default_factory=dict)
    passage_language: str = ""
    encoder: str = ""
    versions: tuple[LiveVersion, ...] = field(default=(), repr=False)


class Retriever:
    """Searches the versions it is given, in the question's language where they have it, else across languages."""

    def __init__(
        self,
        index: ChunkIndex,
        *,
        synonyms: Mapping[str, Sequence[str]] | None = None,
        system: System = System.HYBRID_RERANK,
        depth: int = DEPTH,
    ) -> None:
        self.index = index
        self._reader = QueryReader(index, synonyms)
        self.system = system
        self._depth = depth

    def search(
        self,
        question: str,
        *,
        versions: Sequence[LiveVersion],
        language: str,
        k: int = 10,
        history: Sequence[str] = (),
    ) -> list[Hit]:
        """The best `k` passages in whatever language, best first."""
        found = self.retrieve(question, versions=versions, language=language, k=k, history=history)
        return list(self.everywhere(found, versions, k))[:k]

    def language_of(self, question: str, versions: Sequence[LiveVersion]) -> str:
        """The language to search in for somebody who named none: of a word or two, that of the documents with them."""
        counts = Counter(version.language for version in versions)
        spoken = [language for language, _count in counts.most_common()] or ["en"]
        if not self.index.embedders.encoders:  # words alone meet words of their own language
            heard = detect(question, spoken, spoken[0])
        else:
            heard = detect_questions([question], spoken)[0]
        if written_in(question) or len(words(question)) > _FEW:
            return heard
        held = {language: self._held(question, versions, language) for language in (heard, *spoken)}
        return max(held, key=lambda language: held[language])

    def _held(self, question: str, versions: Sequence[LiveVersion], language: str) -> int:
        """How many of a question's words documents in a language hold."""
        ids = {version.version_id for version in versions if version.language == language}
        found = self.index.document_frequency(content_terms(question, language), ids) if ids else {}
        return sum(map(bool, found.values()))

    def everywhere(
        self, found: Retrieved, versions: Sequence[LiveVersion], k: int, hits: Sequence[Hit] | None = None
    ) -> tuple[Hit, ...]:
        """What was found (or `hits`, its own in another order) with what documents in the other languages hold."""
        language = found.query.language
        rankings = [(found.hits if hits is None else hits, found.passage_language == language)]
        rest = [one for one in versions if one.language != found.passage_language]
        rankings += [(other.hits, False) for other in self.across(found.query, rest, k)]
        return joined(rankings)

    def retrieve(
        self,
        question: str,
        *,
        versions: Sequence[LiveVersion],
        language: str,
        k: int = 10,
        history: Sequence[str] = (),
        as_topic: bool = True,
    ) -> Retrieved:
        """The best `k` passages in the question's language, or across languages where it has no documents."""
        own = frozenset(version.version_id for version in versions if version.language == language)
        within = own or frozenset(version.version_id for version in versions)
        query = self._reader.read(question, language, history, within=within, as_topic=as_topic)
        spoken = {version.language for version in versions}
        if own or not spoken:
            return self._in_language(query, versions, language, k)
        found = [self._in_language(query, versions, other, k) for other in sorted(spoken)]
        return max(found, key=lambda result: result.hits[0].dense or 0.0 if result.hits else -1.0)

    def across(self, query: Query, versions: Sequence[LiveVersion], k: int) -> list[Retrieved]:
        """What documents in the other languages hold: for when those in the question's own do not answer."""
        others = sorted({version.language for version in versions} - {query.language})
        return [found for other in others if (found := self._in_language(query, versions, other, k)).hits]

    def _in_language(self, query: Query, versions: Sequence[LiveVersion], language: str, k: int) -> Retrieved:
        visible = tuple(version for version in versions if version.language == language)
        ids = {version.version_id for version in visible}
        own = language == query.language
        lexical = self._lexical(query, ids, language) if own else []
        dense = self._dense(query, ids, language)
        encoder = self.index.embedders.across(query.language, language)
        second = self._second(query, ids, language) if dense and own else []
        kept = max(k, TOPIC_DEPTH if query.topic else 1)
        fused = fuse(dense, lexical, second=second)
        agreement = self._agreement(query, encoder, fused) if encoder and dense else {}
        ranking = raised(fused, agreement, MATTERS_WEIGHT)[:kept]
        hits = self._hits(ranking, dict(dense), dict(lexical), ids)
        name = encoder.name if encoder and dense else ""
        return Retrieved(
            query, hits, tuple(dense), tuple(lexical), tuple(second), agreement, language, name, visible
        )

    def _agreement(
        self, query: Query, encoder: Encoder, ranking: Sequence[tuple[str, float]]
    ) -> dict[str, float]:
        """How much the first passages speak of what the question is about; of the shipped encoder's vectors alone."""
        matters = packaged_matters()
        both = self.system in (System.HYBRID, System.HYBRID_RERANK)
        if not both or encoder.fingerprint != matters.encoder:
            return {}
        vectors = self.index.vectors(encoder, [key for key, _score in ranking[:MATTERS_DEPTH]])
        return matters.agreement(encoder.asked(query.text), vectors)

    def _lexical(self, query: Query, ids: set[str], language: str) -> list[tuple[str, float]]:
        if self.system is System.DENSE:
            return []
        return self.index.lexical(query.words, ids, self._depth, language=language)

    def _dense(self, query: Query, ids: set[str], language: str) -> list[tuple[str, float]]:
        if self.system is System.LEXICAL:
            return []
        return self.index.dense(
            query.text, ids, self._depth, question_language=query.language, language=language
        )

    def _second(self, query: Query, ids: set[str], language: str) -> list[tuple[str, float]]:
        """Where passages are held by a second encoder anyway (for questions in other languages), it is heard too."""
        held = self.index.embedders.for_passage(language)[1:]
        if self.system is System.LEXICAL or not held or not ids:
            return []
        vector = held[0].asked(query.text)
        return self.index.nearest(held[0], vector, ids, self._depth, language=language)

    def _hits(
        self,
        ranking: Sequence[tuple[str, float]],
        dense: dict[str, float],
        lexical: dict[str, float],
        ids: set[str],
    ) -> tuple[Hit, ...]:
        """The chunks of a ranking; the index may have taken in another version while it was asked."""
        chunks = self.index.chunks([key for key, _score in ranking])
        return tuple(
            Hit(chunks[key], score, dense.get(key), lexical.get(key))
            for key, score in ranking
            if key in chunks and chunks[key].version_id in ids
        )
