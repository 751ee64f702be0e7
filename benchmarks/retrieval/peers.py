"""The peers, used as their own documentation shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from knowledge.embeddings import Encoder
from knowledge.evaluation.sets import Document


class PlainChroma:
    """One collection, one vector a document, one encoder: what a bare dense query costs and finds."""

    def __init__(self, encoder: Encoder | None, documents: Sequence[Document], folder: Path) -> None:
        import chromadb

        assert encoder is not None
        self._model = encoder.embeddings
        client = chromadb.PersistentClient(path=str(folder))
        self._collection = client.create_collection(
            "documents", configuration={"hnsw": {"space": "cosine"}}, embedding_function=None
        )
        texts = [f"{document.title}\n{document.text}" for document in documents]
        self._collection.add(
            ids=[document.key for document in documents], embeddings=self._model.embed_documents(texts)
        )

    def search(self, question: str) -> list[str]:
        """Ten nearest documents."""
        vector = self._model.embed_query(question)
        found: list[str] = self._collection.query(query_embeddings=[vector], n_results=10)["ids"][0]
        return found


class Bm25Alone:
    """bm25s over whatever words `cut` makes of a text."""

    def __init__(self, documents: Sequence[Document], cut: Callable[[str], list[str]]) -> None:
        import bm25s

        self._keys = [document.key for document in documents]
        self._cut = cut
        self._index = bm25s.BM25()
        texts = [cut(f"{document.title} {document.text}") for document in documents]
        self._index.index(texts, show_progress=False)

    def search(self, question: str) -> list[str]:
        """Ten best documents."""
        found, _scores = self._index.retrieve(
            [self._cut(question)], k=min(10, len(self._keys)), show_progress=False
        )
        return [self._keys[number] for number in found[0]]
