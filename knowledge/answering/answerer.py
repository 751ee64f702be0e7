"""Answerer: a short answer in the documents' words with its citation, or an honest refusal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.answering import bands
from knowledge.answering.another_matter import not_of_another_matter
from knowledge.answering.calibration import Calibration, Calibrations, default_calibrations
from knowledge.answering.courtesy import without_courtesy
from knowledge.answering.despair import says_farewell
from knowledge.answering.evidence import gather, weigh_terms
from knowledge.answering.expects import expected
from knowledge.answering.extract import extract, headed
from knowledge.answering.hardship import beside_debts, is_hardship, more_than_debts
from knowledge.answering.intent import redirect
from knowledge.answering.meaning import Meaning
from knowledge.answering.model import PROMPT_VERSION, ChatModel
from knowledge.answering.reading import Reader, Reading, reading
from knowledge.answering.rerank import reranked
from knowledge.answering.signals import signals
from knowledge.answering.support import holds_against
from knowledge.answering.tables import find_tables
from knowledge.answering.weighed import (
    Weighed,
    answering_first,
    both_answer,
    by_word_for_word,
    from_a_table,
    is_a_neighbours,
    names,
)
from knowledge.language import SPOKEN, content_terms, searched_in
from knowledge.orders import without_orders
from knowledge.retrieval import Retrieved, Retriever, System
from knowledge.retrieval.query import Query
from knowledge.retrieval.topics import named_in, topic_named
from knowledge.types import Answer, Citation, Hit, LiveVersion, NoAnswer, Outcome, Redirect, RedirectKind

SHOWN_NEAREST = 3  # sections offered to read where nothing answers surely, or where the answer did not help
NEAR_ENOUGH = 0.15  # confidence below which nothing in the documents is near; docs/answers.md
SHOWN_TO_MODEL = 4
# Confidence from which another language's passage is said where the question's own has documents; docs/answers.md
ACROSS = 0.98
# The same where it has none: in the languages the reader learnt, and in all others.
ALONE, ALONE_UNSPOKEN = 0.85, 0.96
# Confidence of a table that holds the asked-for column for the loan, or for every loan: nothing is guessed there.
TABLE = 0.9


class Answerer:
    """Retrieves, checks the evidence, extracts. Refuses below the calibration's threshold.

    Without a `calibration` (a lender's own) it takes those that come with the product.
    """

    def __init__(
        self,
        retriever: Retriever,
        *,
        calibration: Calibration | None = None,
        model: ChatModel | None = None,
        reader: Reader | None = None,
    ) -> None:
        self.retriever = retriever
        self._reader = reader
        self._model = model
        self._meaning = Meaning(retriever.index.embedders)
        self._calibrations = Calibrations(*[calibration] * 3) if calibration else default_calibrations()

    def warm(self) -> None:
        """Open the reader, if there is one, and learn what people say."""
        bands.warm()
        self._meaning.warm()
        if self._reader is not None:
            self._reader.read("warm", ["warm"])

    def hears_despair(self, answer: str, language: str) -> bool:
        """Whether an answer to a question of ours means that somebody wants to live no longer; some ms."""
        hard = is_hardship(answer)
        if hard and says_farewell(answer):
            return True
        told = [beside_debts(answer)] if hard else [answer]
        # "I take poison today" may be for the weeds; beside debts it is not.
        told += [answer] if hard and more_than_debts(answer) else []
        return any(self._meaning.wishes_to_die(one, language) for one in told)

    def ask(
        self, question: str, *, versions: Sequence[LiveVersion], language: str, history: Sequence[str] = ()
    ) -> Outcome:
        """An `Answer`, a `NoAnswer`, or a `Redirect` to the room the message belongs to."""
        bare = without_courtesy(question)
        searched = searched_in(bare, language, {version.language for version in versions})
        kind = redirect(question, language) or redirect(bare, language) or self._meaning.room(bare, searched)
        if kind is RedirectKind.HARDSHIP and self._despairs(bare, searched):
            kind = RedirectKind.EMERGENCY
        if kind is not None:
            return Redirect(kind, language)
        if not question.strip() or not versions:
            return NoAnswer("no question" if versions else "no documents", 0.0, language)
        found = self._best(bare, versions, searched, history)
        best = answering_first(found)
        if not best.sure:
            return self._refused(best, language, near=found.confidence)
        return self._worded(bare, best, language) or self._answered(best)

    def _despairs(self, message: str, language: str) -> bool:
        """Whether hardship is told with a wish to die; debts are heard together with what stands beside them."""
        whole = self._meaning.room(message, language) if more_than_debts(message) else None
        return whole is RedirectKind.EMERGENCY or self.hears_despair(message, language)

    def weigh(
        self,
        question: str,
        *,
        versions: Sequence[LiveVersion],
        language: str,
        k: int = 10,
        history: Sequence[str] = (),
        as_topic: bool = True,
    ) -> Weighed:
        """Retrieve and weigh without answering: what evaluation measures is what serves farmers."""
        retrieved = self.retriever.retrieve(
            question, versions=versions, language=language, k=k, history=history, as_topic=as_topic
        )
        return self._weighed(retrieved)

    def _best(
        self, question: str, versions: Sequence[LiveVersion], language: str, history: Sequence[str]
    ) -> Weighed:
        """The question's own language first; the others only where it does not answer.

        Another language's passage must be surer, but for a table that holds what was asked for.
        """
        own = self._own(question, versions, language, history)
        if own.retrieved.passage_language != language and not from_a_table(own):
            if is_a_neighbours(own):
                return replace(own, confidence=0.0)
            return replace(own, least=ALONE if language in SPOKEN else ALONE_UNSPOKEN)
        if own.sure or own.retrieved.passage_language != language:
            return own
        others = self.weigh_others(own.retrieved.query, versions)
        surest = max(others, key=lambda weighed: weighed.confidence, default=own)
        return surest if surest.sure and surest.confidence >= ACROSS else own

    def _own(
        self, question: str, versions: Sequence[LiveVersion], language: str, history: Sequence[str]
    ) -> Weighed:
        """A topic as the whole question it stands for; in its own words where that does not find the answer, or where
        they name what a passage of its own answers ("open on Saturday?").

        What begins like a follow-up is weighed alone as well: "and if I pay early?" may ask nothing of goats.
        """
        own = self.weigh(question, versions=versions, language=language, history=history)
        query = own.retrieved.query
        if query.resolved and not from_a_table(own):
            alone = self.weigh(question, versions=versions, language=language)
            return alone if alone.sure and alone.confidence > own.confidence else own
        if query.topic is None or query.about:
            return own
        named = named_in(question, query.topic)
        if own.sure and not named:
            return own
        plain = self.weigh(question, versions=versions, language=language, history=history, as_topic=False)
        if own.sure:
            return plain if plain.sure and names(plain, named, query.topic) else own
        return max(own, plain, key=lambda weighed: weighed.confidence)

    def weigh_others(self, query: Query, versions: Sequence[LiveVersion]) -> list[Weighed]:
        """The passages of every other language, weighed for the same question."""
        return [self._weighed(found) for found in self.retriever.across(query, versions, 10)]

    def _weighed(self, found: Retrieved) -> Weighed:
        query = found.query
        retrieved = replace(found, hits=not_of_another_matter(found.hits, query.text))
        asked = content_terms(query.text, query.language)
        index = self.retriever.index
        known = index.document_frequency(asked, query.within)
        weights = weigh_terms(asked, known, index.size(), query.alternatives)
        kind = expected(query.text, query.language)
        evidence = gather(query.text, retrieved, weights)
        hits, read = retrieved.hits, Reading()
        if self.retriever.system is System.HYBRID_RERANK:
            read = reading(self._reader, query, hits, retrieved.passage_language)
            hits, evidence = reranked(hits, evidence, read, query, weights)
        named = signals(retrieved, evidence, weights, kind) | read.signals(hits)
        calibration = self._calibrations.of(named)
        confidence = calibration.confidence(named) if hits else 0.0
        weighed = Weighed(retrieved, hits, tuple(evidence), weights, kind, named, confidence, calibration)
        if self.retriever.system is not System.HYBRID_RERANK:
            return weighed
        return self._whole(by_word_for_word(weighed))

    def _whole(self, weighed: Weighed) -> Weighed:
        """Where the message was a topic, its table (or the row it is about) leads, or its list is said whole."""
        query, language = weighed.retrieved.query, weighed.retrieved.passage_language
        topic = topic_named(query.topic.name, language) if query.topic else None
        if topic is None:
            return weighed
        passages = weighed.hits
        if query.about:  # "for goats" leads away from the table of all loans
            passages += self.retriever.retrieve(
                topic.asks, versions=weighed.retrieved.versions, language=language
            ).hits
        tables = find_tables(topic, passages, query, language)
        if not tables:
            whole = topic.whole_list and not query.about
            evidence = tuple(replace(one, whole_list=whole) for one in weighed.evidence)
            return replace(weighed, evidence=evidence)
        told = [one.hit for one in tables]
        hits = (*told, *(hit for hit in weighed.hits if all(hit.chunk != one.chunk for one in told)))
        found, confidence = (*tables, *weighed.evidence), max(weighed.confidence, TABLE)
        return replace(weighed, hits=hits, evidence=found, confidence=confidence)

    def _worded(self, question: str, weighed: Weighed, language: str) -> Outcome | None:
        """The chat model's words, if every sentence holds against the passages it cites; the first where none.

        A model that read them and says they do not answer is believed: silence costs less than a wrong rule.
        """
        if self._model is None:
            return None
        shown = weighed.evidence[:SHOWN_TO_MODEL]
        passages = [without_orders(_passage(one.hit)) for one in shown]
        wording = self._model.word(question, passages, language)
        if wording is None:
            return None
        trace = self._trace(weighed) | {"model": self._model.name, "prompt": PROMPT_VERSION}
        if not wording.text:
            return replace(self._refused(weighed, language, near=weighed.confidence), trace=trace)
        cited = wording.used or (0,)
        sources = [passages[number] for number in cited]
        if not holds_against(wording.text, sources, language, weighed.retrieved.passage_language):
            return None
        used = [shown[number] for number in cited]
        citations = tuple(self._citation(one.hit, one.unit.text, weighed.retrieved.versions) for one in used)
        nearest = self._nearest(weighed, but=citations)
        return Answer(wording.text, citations, weighed.confidence, language, trace, nearest)

    def _answered(self, weighed: Weighed) -> Answer:
        """The extract of the first passage; of the second as well, under its heading, where it is nearly as near and
        short."""
        versions = weighed.retrieved.versions
        tables = [one for one in weighed.evidence if one.columns]
        nearest = tables or weighed.evidence[:2]
        found = [(one, extract(one, weighed.weights, weighed.expected)) for one in nearest]
        shown = found if tables or both_answer(weighed, found) else found[:1]
        citations = tuple(self._citation(one.hit, piece.quote, versions) for one, piece in shown)
        told = [piece.text for _one, piece in shown]
        if not tables:
            told[1:] = [headed(piece.text, one.hit.chunk) for one, piece in shown[1:]]
        return Answer(
            "\n".join(told),
            citations,
            weighed.confidence,
            weighed.retrieved.passage_language,
            self._trace(weighed),
            self._nearest(weighed, but=citations),
        )

    def _refused(self, weighed: Weighed, language: str, *, near: float) -> NoAnswer:
        """`near` is the confidence before the kind of thing asked for was looked at."""
        reason = "the nearest passages do not answer this" if weighed.evidence else "no passage"
        nearest = self._nearest(weighed) if near >= NEAR_ENOUGH else ()
        return NoAnswer(reason, weighed.confidence, language, nearest, self._trace(weighed))

    def _nearest(self, weighed: Weighed, but: Sequence[Citation] = ()) -> tuple[Citation, ...]:
        """The sections that come nearest, each once, without those he is told: to read and judge himself."""
        told = {(one.document, one.section) for one in but}
        sections: dict[tuple[str, str], Citation] = {}
        for one in weighed.evidence:
            near = self._citation(one.hit, one.unit.text, weighed.retrieved.versions)
            if (near.document, near.section) not in told:
                sections.setdefault((near.document, near.section), near)
        return tuple(sections.values())[:SHOWN_NEAREST]

    @staticmethod
    def _citation(hit: Hit, quote: str, versions: Sequence[LiveVersion]) -> Citation:
        version = next(one for one in versions if one.version_id == hit.chunk.version_id)
        section = " › ".join(hit.chunk.heading_path[1:]) or hit.chunk.heading_path[0]
        return Citation(
            chunk_id=hit.chunk.chunk_id,
            document=version.document,
            title=version.title,
            version=version.version,
            section=section,
            page=hit.chunk.page,
            quote=quote,
            language=hit.chunk.language,
        )

    def _trace(self, weighed: Weighed) -> dict[str, str]:
        """How the answer was come by; nothing of the question, which is kept sealed (law 7)."""
        return {
            "calibration": weighed.calibration.name,
            "encoder": weighed.retrieved.encoder,
            "expected": weighed.expected.value,
            "versions": " ".join(dict.fromkeys(hit.chunk.version_id for hit in weighed.hits[:5])),
        }


def _passage(hit: Hit) -> str:
    return "\n".join((" › ".join(hit.chunk.heading_path), hit.chunk.text))
