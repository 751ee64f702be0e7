"""Golden questions: what people ask, with the passages that answer, as JSON lines."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import regex

from knowledge.errors import KnowledgeError
from knowledge.types import Audience


class GoldenError(KnowledgeError):
    """A fault in a file of golden questions: names the file, the row and the fix."""


@dataclass(frozen=True, slots=True)
class GoldenQuestion:
    """A question and what is known of its answer. `answerable` None: only what changes is looked at.

    `passages` are verbatim stretches any one of which, standing in the cited chunk, makes the citation right.
    """

    question_id: str
    question: str
    language: str
    answerable: bool | None = None
    passages: tuple[str, ...] = ()
    contains: tuple[str, ...] = ()
    audience: Audience = Audience.FARMER


def read_golden(path: Path) -> list[GoldenQuestion]:
    """Read `{"id", "language", "question", "answerable", "passages": [{"passage"}], "answer_contains"}` lines."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except OSError as error:
        raise GoldenError(f"{path} cannot be read: {error.strerror}") from error
    return [_question(path, number, line) for number, line in enumerate(lines, 1) if line.strip()]


def _question(path: Path, number: int, line: str) -> GoldenQuestion:
    try:
        row: Mapping[str, Any] = json.loads(line)
        passages = [entry["passage"] for entry in row.get("passages", [])] or [row.get("passage")]
        return GoldenQuestion(
            question_id=str(row.get("id", number)),
            question=row["question"],
            language=row["language"],
            answerable=row.get("answerable"),
            passages=tuple(passage for passage in passages if passage),
            contains=tuple(row.get("answer_contains", ())),
            audience=Audience(row.get("audience", "farmer")),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise GoldenError(
            f"{path}, row {number}: {type(error).__name__} {error}; a row needs question, language and answerable"
        ) from error


def bare(text: str) -> str:
    """Letters, marks and digits alone, lower case: line breaks and table bars do not matter."""
    return "".join(regex.findall(r"[\p{L}\p{M}\p{N}]+", text.casefold()))
