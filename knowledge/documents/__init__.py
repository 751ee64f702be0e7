"""Files in, chunks out: sniffed, parsed in a child process, cut along their structure."""

from __future__ import annotations

from pathlib import Path

from knowledge.documents.builder import Warn
from knowledge.documents.chunking import chunk
from knowledge.documents.limits import LIMITS, PATIENT, Limits
from knowledge.documents.refusal import NOT_A_TEXT, DocumentRefused, Refusal
from knowledge.documents.sandbox import parse_in_child
from knowledge.documents.sniff import sniff
from knowledge.types import LoadedDocument

__all__ = [
    "LIMITS",
    "NOT_A_TEXT",
    "PATIENT",
    "DocumentRefused",
    "Limits",
    "Refusal",
    "Warn",
    "chunk",
    "load",
    "load_bytes",
]


def load(path: Path, *, filename: str | None = None, limits: Limits = LIMITS) -> LoadedDocument:
    """Read a file. Raises `DocumentRefused` with a code and facts; `filename` overrides the path's name."""
    size = path.stat().st_size
    if size > limits.file_bytes:
        raise DocumentRefused(Refusal.TOO_LARGE, size=size, limit=limits.file_bytes)
    return load_bytes(path.read_bytes(), filename or path.name, limits=limits)


def load_bytes(data: bytes, filename: str, *, limits: Limits = LIMITS) -> LoadedDocument:
    """Read a file's bytes: checked here by size and kind, parsed in a child process under `limits`."""
    if len(data) > limits.file_bytes:
        raise DocumentRefused(Refusal.TOO_LARGE, size=len(data), limit=limits.file_bytes)
    sniff(data, filename, limits)
    return parse_in_child(data, filename, limits)
