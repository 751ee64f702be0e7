"""Text into vectors: several encoders behind langchain's `Embeddings`, each knowing which languages it knows."""

from knowledge.embeddings.embedders import Embedders, Encoder
from knowledge.embeddings.reader import PassageReader, packaged_reader
from knowledge.embeddings.settings import EmbeddingSettings

__all__ = ["Embedders", "EmbeddingSettings", "Encoder", "PassageReader", "packaged_reader"]
