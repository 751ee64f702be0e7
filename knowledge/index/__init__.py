"""The index: a cache of the library's chunks that can be thrown away and rebuilt at will."""

from knowledge.index.cache import embedded_text
from knowledge.index.chunk_index import ChunkIndex, Health, IndexOwnedElsewhere

__all__ = ["ChunkIndex", "Health", "IndexOwnedElsewhere", "embedded_text"]
