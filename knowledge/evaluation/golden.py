"""A lender's golden questions: what may be asked, and the passage that answers or the reason why none does."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import regex

from knowledge.evaluation.sets import BadSet
from knowledge.types import Audience

_REQUIRED = ("id", "language", "question", "answerable")


@dataclass(frozen=True, slots=True)
class GoldenQuestion:
    """One row; `passages` are (document, verbatim stretch) pairs that all count as right."""

    key: str
    language: str
    question: str
    audience: Audience
    answerable: bool
    passages: tuple[tuple[str, str], ...] = ()
    answer_contains: tuple[str, ...] = ()
    history: tuple[str, ...] = ()

    def cites(self, document: str, passage: str) -> bool:
        """Whether a cited passage holds one of the right stretches; without stretches the document is enough."""
        if not any(stretch for _document, stretch in self.passages):
            return document in {named for named, _stretch in self.passages}
        bare = bare_text(passage)
        return any(named == document and bare_text(stretch) in bare for named, stretch in self.passages)


def bare_text(text: str) -> str:
    """Letters, marks and digits alone, lower case: page layout and table rules fall away."""
    return regex.sub(r"[^\p{L}\p{M}\p{N}]", "", text.casefold())


def read_golden(path: Path) -> list[GoldenQuestion]:
    """JSON lines as described in `tests/golden/README.md`; a fault names the line and the field."""
    found: list[GoldenQuestion] = []
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), 1):
        if line.strip():
            found.append(_row(path, number, line))
    return found


def _row(path: Path, number: int, line: str) -> GoldenQuestion:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise BadSet(f"{path}, line {number}: not JSON ({error.msg})") from error
    missing = [name for name in _REQUIRED if name not in row]
    if missing:
        raise BadSet(f"{path}, line {number}: {missing[0]!r} is missing")
    passages = row.get("passages") or [
        {"document": document, "passage": row.get("passage", "")}
        for document in (row.get("document"), *row.get("documents", ()))
        if document
    ]
    return GoldenQuestion(
        key=str(row["id"]),
        language=row["language"],
        question=row["question"],
        audience=Audience(row.get("audience") or "farmer"),
        answerable=bool(row["answerable"]),
        passages=tuple((one["document"], one.get("passage", "")) for one in passages),
        answer_contains=tuple(row.get("answer_contains") or ()),
        history=tuple(row.get("history") or ()),
    )
