"""Knowledge: what the bot and the command line ask; joins library, index, answers and their log."""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from knowledge.answering import Answerer
from knowledge.answers import AnswerLog, Cipher
from knowledge.clock import Clock
from knowledge.index import ChunkIndex, Health
from knowledge.language import detect, detection
from knowledge.types import Audience, Citation, Outcome, Progress

if TYPE_CHECKING:
    from knowledge.library import Library, Version

_log = logging.getLogger(__name__)

__all__ = ["Knowledge"]


class Knowledge:
    """Answers from the documents in force, for those who may read them."""

    def __init__(
        self, library: Library, index: ChunkIndex, answerer: Answerer, *, cipher: Cipher, clock: Clock
    ) -> None:
        self.library = library
        self.index = index
        self.log = AnswerLog(cipher, clock)
        self.answerer = answerer
        self._clock = clock
        self._mending: threading.Thread | None = None

    def ask(
        self,
        question: str,
        *,
        language: str,
        audience: Audience,
        history: Sequence[str] = (),
        on: date | None = None,
    ) -> Outcome:
        """An answer with its citation, a refusal or a redirect; slow, so never inside a transaction.

        `language` is what the person chose; `history` his earlier questions, oldest first; `on` the day whose
        documents count, today without it.
        """
        versions = self.library.live_versions(on or self._clock().date(), audience)
        return self.answerer.ask(question, versions=versions, language=language, history=history)

    def hears_despair(self, answer: str, language: str) -> bool:
        """Whether what is no question to the documents means that somebody wants to live no longer.

        Quick, and opens nothing: it hears where `warm` was called, and nothing before.
        """
        return self.answerer.hears_despair(answer, language)

    def language_of(self, message: str, languages: Sequence[str], chosen: str) -> str:
        """The language a message is in, among the lender's; the chosen one decides where it is short."""
        return detect(message, languages, chosen)

    def record(self, connection: Connection, question: str, outcome: Outcome, *, asker: str) -> int:
        """Keep the question (encrypted) with its outcome and trace; returns the answer's id."""
        return self.log.record(connection, question, outcome, asker=asker)

    def rate(self, connection: Connection, answer_id: int, good: bool) -> bool:
        """Keep a 👍 or 👎; False when there is no such answer."""
        return self.log.rate(connection, answer_id, good)

    def source(self, citation: Citation) -> str:
        """The whole section a citation stands in, as the library holds it; empty when it is gone."""
        return self.library.section(citation.chunk_id)

    def is_in_force(self, citation: Citation, audience: Audience) -> bool:
        """Whether `audience` may be answered today from the version a citation stands in."""
        chunk = self.library.chunk(citation.chunk_id)
        versions = self.library.live_versions(self._clock().date(), audience)
        return chunk is not None and any(one.version_id == chunk.version_id for one in versions)

    def mend(self, on_progress: Progress | None = None) -> Health:
        """Fill the index from the library and repair its dense side; questions are answered meanwhile."""
        self.index.take()
        self.index.healthy()  # a side that lost its vectors answers nobody until it is repaired
        self.library.recover(on_progress)
        return self.index.repair(on_progress)

    def keep(self, on_progress: Progress | None = None) -> list[Version]:
        """Now and then: finish publications, also where the index was another process's until now."""
        if not self.index.owner and self.index.take():
            self.mend(on_progress)
        return self.library.recover(on_progress)

    def start(self) -> None:
        """Mend the index in the background, so that the bot is up at once."""
        self._mending = threading.Thread(target=self._mend, name="mend-index", daemon=True)
        self._mending.start()

    def warm(self, languages: Sequence[str]) -> None:
        """Open whatever an answer needs in these languages, so that the first farmer does not wait for it."""
        detection.warm()
        for language in languages:
            encoder = self.index.embedders.within(language)
            if encoder is not None:
                encoder.embeddings.embed_query("warm")
        self.answerer.warm()

    def wait_until_mended(self, seconds: float | None = None) -> bool:
        """Whether the work `start` began is done, waiting for it at most that long."""
        if self._mending is not None:
            self._mending.join(seconds)
            return not self._mending.is_alive()
        return True

    def _mend(self) -> None:
        try:
            health = self.mend()
            _log.info("index: %s", "whole" if health.ok else "; ".join(health.problems))
        except Exception:
            _log.exception("the index could not be mended; the next start tries again")
