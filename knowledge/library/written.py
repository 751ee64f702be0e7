"""An answer that staff wrote, as the file that is kept of it: the question on one line, an empty one, the words."""

from __future__ import annotations

WRITTEN_NAME = "written.txt"


def as_file(question: str, words: str) -> bytes:
    """The bytes that are kept."""
    return f"{' '.join(question.split())}\n\n{words.strip()}\n".encode("utf-8", "replace")


def words_of(data: bytes) -> str:
    """The answer without its question."""
    return data.decode("utf-8", "replace").partition("\n\n")[2].strip()
