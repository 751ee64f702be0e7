"""Which encoders turn text into vectors: a setting, because the choice was made with figures that change."""

from __future__ import annotations

from dataclasses import dataclass

DEFAULT_ENCODERS = ("e5", "minilm")  # the second where the first cannot be had: English alone
# Of the hundred that multilingual-e5-small saw, those it was measured on or saw most of; trained on were the first six.
E5_LANGUAGES = frozenset(
    {"en", "zh", "sw", "hi", "es", "fr", "ar", "bn", "de", "id", "it"}
    | {"ja", "ko", "pt", "ru", "ta", "te", "th", "tr", "ur", "vi"}
)
E5_SHA256 = "0037195dbbd01a5f95790da35826c9db332963bb10dec9e16192fc50c540102d"  # of encoder.onnx; names its vectors too


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
