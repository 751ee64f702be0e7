"""Text into vectors: several encoders behind langchain's `Embeddings`, each knowing which languages it knows."""

from knowledge.embeddings.cross_encoder import CrossEncoder, packaged_reranker
from knowledge.embeddings.embedders import Embedders, Encoder
from knowledge.embeddings.settings import EmbeddingSettings

__all__ = ["CrossEncoder", "Embedders", "EmbeddingSettings", "Encoder", "packaged_reranker"]
