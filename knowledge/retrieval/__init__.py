"""From a question to the passages that may answer it."""

from knowledge.retrieval.query import Query, QueryReader
from knowledge.retrieval.retriever import Retrieved, Retriever, System

__all__ = ["Query", "QueryReader", "Retrieved", "Retriever", "System"]
