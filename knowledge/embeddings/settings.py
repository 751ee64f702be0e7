"""Which encoders turn text into vectors: a setting, because the choice was made with figures that change."""

from __future__ import annotations

from dataclasses import dataclass

DEFAULT_ENCODERS = ("e5", "minilm")  # the second where the first cannot be had: English alone
# Those multilingual-e5-small was made from saw (Conneau et al., 2020, table 6); trained on by us were the first six.
_E5_LANGUAGES = """en zh sw hi es fr af am ar as az be bg bn br bs ca cs cy da de el eo et eu fa fi fy ga gd gl gu ha
he hr hu hy id is it ja jv ka kk km kn ko ku ky la lo lt lv mg mk ml mn mr ms my ne nl no om or pa
pl ps pt ro ru sa sd si sk sl so sq sr su sv ta te th tl tr ug uk ur uz vi xh yi"""
E5_LANGUAGES = frozenset(_E5_LANGUAGES.split())
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
