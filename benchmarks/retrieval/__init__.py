"""Retrieval beside its named peers: Chroma with a plain dense default, and BM25 alone (bm25s)."""
