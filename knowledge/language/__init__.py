"""Languages: which one a text is in, its words, and the terms lexical search compares."""

from knowledge.language.detection import (
    SPOKEN,
    asked_in,
    base_code,
    detect,
    detect_document,
    heard_in,
    searched_in,
)
from knowledge.language.many import detect_documents, detect_questions
from knowledge.language.stems import stem
from knowledge.language.tokens import (
    asked_terms,
    content_terms,
    indexed_terms,
    normalize,
    stop_words,
    terms,
    words,
)

__all__ = [
    "SPOKEN",
    "asked_in",
    "asked_terms",
    "base_code",
    "content_terms",
    "detect",
    "detect_document",
    "detect_documents",
    "detect_questions",
    "heard_in",
    "indexed_terms",
    "normalize",
    "searched_in",
    "stem",
    "stop_words",
    "terms",
    "words",
]
