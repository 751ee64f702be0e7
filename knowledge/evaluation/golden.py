"""A lender's golden questions: what may be asked, and the passage that answers or the reason why none does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import regex

from knowledge.evaluation.doubts import Doubts
from knowledge.evaluation.sets import BadSet, rows, several
from knowledge.language import base_code, detect_questions
from knowledge.types import Audience

_CODE = regex.compile("[a-z]{2,3}")
_REQUIRED = ("id", "question")


@dataclass(frozen=True, slots=True)
class GoldenQuestion:
    """One row; `passages` are (document, verbatim stretch) pairs that all count as right, `where` its file and line."""

    key: str
    language: str
    question: str
    audience: Audience
    answerable: bool
    passages: tuple[tuple[str, str], ...] = ()
    answer_contains: tuple[str, ...] = ()
    history: tuple[str, ...] = ()
    where: str = field(default="", compare=False)

    def cites(self, document: str, passage: str) -> bool:
        """Whether a cited passage holds one of the right stretches; without stretches the document is enough."""
        if not any(stretch for _document, stretch in self.passages):
            return document in {named for named, _stretch in self.passages}
        bare = bare_text(passage)
        return any(named == document and bare_text(stretch) in bare for named, stretch in self.passages)


def bare_text(text: str) -> str:
    """Letters, marks and digits alone, lower case: page layout and table rules fall away."""
    return regex.sub(r"[^\p{L}\p{M}\p{N}]", "", text.casefold())


def read_golden(path: Path, doubts: Doubts | None = None) -> list[GoldenQuestion]:
    """JSON lines as described in `tests/golden/README.md`; a fault names the line and the field.

    A row without a language is in that of its words, one without `answerable` is answered where it names a place.
    """
    doubts = doubts or Doubts()
    return _in_languages([_question(where, row, doubts) for where, row in rows(path, _REQUIRED)], doubts)


def _in_languages(asked: Sequence[GoldenQuestion], doubts: Doubts) -> list[GoldenQuestion]:
    """The questions with a code each, heard from all of them where a row has none."""
    unsaid = [question for question in asked if not _CODE.fullmatch(question.language)]
    if not unsaid:
        return list(asked)
    for question in unsaid:
        what = f"'language' is {question.language!r}" if question.language else "'language' is missing"
        fix = "its words tell which it is in, write a code such as en, zh or sw"
        doubts.add(question.where, what, fix)
    said = Counter(question.language for question in asked if question not in unsaid)
    heard = detect_questions([one.question for one in asked], [code for code, _count in said.most_common()])
    return [
        replace(one, language=code) if one in unsaid else one for one, code in zip(asked, heard, strict=True)
    ]


def doubt_golden(asked: Sequence[GoldenQuestion], doubts: Doubts) -> None:
    """What of golden questions is odd, whatever the documents are."""
    doubts.repeated((question.where, question.key) for question in asked)
    for question in asked:
        if not question.question.strip():
            doubts.add(question.where, "'question' is empty", "it is asked as it stands, write its words")
        if question.answerable and not question.passages:
            fix = "it counts as wrong whatever is cited, write 'document' and 'passage', or false"
            doubts.add(question.where, "'answerable' is true and no 'document' is named", fix)
        if any(stretch and not bare_text(stretch) for _document, stretch in question.passages):
            fix = "the whole document counts as right, write words that stand in it"
            doubts.add(question.where, "'passage' has neither letter nor digit", fix)
        if not all(map(bare_text, question.answer_contains)):
            fix = "every answer holds it, write words or figures"
            doubts.add(question.where, "'answer_contains' has a part without letter or digit", fix)


def doubt_documents(
    asked: Sequence[GoldenQuestion], documents: Mapping[Audience, Collection[str]], doubts: Doubts
) -> None:
    """Places named that are in no document the asker may be answered from."""
    for question in asked:
        named = dict.fromkeys(document for document, _stretch in question.passages)
        strange = [document for document in named if document not in documents[question.audience]]
        if question.answerable and strange:
            fix = "nothing in it counts as right, write the id of one in force for who asks"
            doubts.add(question.where, f"'document' {strange[0]!r} is not among those asked", fix)


def _question(where: str, row: Mapping[str, Any], doubts: Doubts) -> GoldenQuestion:
    audience = row.get("audience") or Audience.FARMER
    if audience not in list(Audience):
        raise BadSet(f"{where}: 'audience' is {audience!r}; write {' or '.join(Audience)}")
    passages = tuple(_passages(where, row))
    answerable = row.get("answerable")
    if answerable is None:
        answerable = bool(passages)
        fix = "it is true where a document is named, else false, write which"
        doubts.add(where, "'answerable' is missing", fix)
    if not isinstance(answerable, bool):
        raise BadSet(f"{where}: 'answerable' is {answerable!r}; write true or false")
    return GoldenQuestion(
        key=str(row["id"]),
        language=base_code(_text(where, row, "language")),
        question=_text(where, row, "question"),
        audience=Audience(audience),
        answerable=answerable,
        passages=passages,
        answer_contains=tuple(map(str, several(where, row, "answer_contains"))),
        history=tuple(map(str, several(where, row, "history"))),
        where=where,
    )


def _passages(where: str, row: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The places that count as right: `passages`, or else `document` with its `passage`, and `documents`."""
    for place in several(where, row, "passages"):
        if not isinstance(place, dict) or "document" not in place:
            raise BadSet(
                f"{where}: a place among 'passages' has no 'document'; write {{\"document\": …, \"passage\": …}}"
            )
        yield _text(where, place, "document"), _text(where, place, "passage")
    if not row.get("passages"):
        named = [row.get("document"), *several(where, row, "documents")]
        yield from ((str(document), _text(where, row, "passage")) for document in named if document)


def _text(where: str, row: Mapping[str, Any], name: str) -> str:
    found = row.get(name)
    if found is None:
        return ""
    if not isinstance(found, str):
        raise BadSet(f"{where}: {name!r} is no text; write it in quotes")
    return found
