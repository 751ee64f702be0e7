"""Which encoders turn text into vectors: a setting, because the choice was made with figures that change."""

from __future__ import annotations

from dataclasses import dataclass

DEFAULT_ENCODERS = ("minilm", "e5")


@dataclass(frozen=True, slots=True)
class EmbeddingSettings:
    """`encoders` in order of preference; `languages` are those the lender's people ask in.

    An encoder is a built-in name (`minilm`, `e5`, `use`), `langchain:<provider>:<model>` for anything
    `init_embeddings` speaks, or `import:<module>:<factory>` for a callable that returns a langchain
    `Embeddings`. The last two are taken to know every language.
    """

    encoders: tuple[str, ...] = DEFAULT_ENCODERS
    languages: tuple[str, ...] = ("en", "zh", "sw")
    threads: int = 2
