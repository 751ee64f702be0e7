"""Several questions in one message: each is asked by itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from intake.interview.asking import begins_asking, holds_asking
from intake.reading.cleaning import clean, fold
from knowledge.types import Answer, NoAnswer, Redirect

if TYPE_CHECKING:
    from knowledge.types import Outcome

MOST = 3  # questions of one message that are answered
LEAST_WORDS, LEAST_HAN = 2, 3  # of a question; "when and where" is one
# Where one question may end and the next begin: at a mark, or at an "and".
_BETWEEN = re.compile(
    r"[?？!！.;；。\n]+\s*|[,，、]\s*|\s+(?=(?:and|also|plus|na|pia|y|e|et|और)\s)|(?=还有|另外|以及)",
    re.IGNORECASE,
)
_AND = re.compile(
    r"^[\s,，]*(?:(?:and|also|plus|then|na|pia|y|e|et|और)[\s,]+|(?:还有|另外|以及|那么?)[,，]?)+\s*",
    re.IGNORECASE,
)


def questions_in(text: str, language: str) -> tuple[str, ...]:
    """The questions of a message in its own words, where it holds more than one; else the message itself."""
    found: list[str] = []
    before = ""
    for piece in _pieces(text):
        if _asks(without_and(piece), language):
            found.append(before + piece)
            before = ""
        elif found:
            found[-1] += piece
        else:
            before += piece
    return tuple(one.strip(" ,，、\n") for one in found) if 1 < len(found) <= MOST else (text,)


def answer_and_question(text: str, language: str) -> tuple[str, str] | None:
    """ "12 months. And how much is the interest?": what is told before the question, and the question."""
    pieces = _pieces(text)
    first = next((place for place, one in enumerate(pieces) if _asks(without_and(one), language)), 0)
    if not first:
        return None
    told = "".join(pieces[:first]).strip(" ,，、。.;；\n")
    return (told, without_and("".join(pieces[first:])).strip()) if told else None


def each(text: str, language: str, ask: Callable[[str, Sequence[str]], Outcome]) -> list[tuple[str, Outcome]]:
    """The questions of one message with what each is told; nothing where it is one, or none has an answer."""
    parts = questions_in(text, language)
    if len(parts) == 1:
        return []
    found: list[tuple[str, Outcome]] = []
    for place, part in enumerate(parts):
        outcome = ask(without_and(part), [])
        if place and isinstance(outcome, NoAnswer):  # "and how is it counted?"
            outcome = ask(part, parts[place - 1 : place])
        if isinstance(outcome, Redirect):
            return []
        found.append((without_and(part), outcome))
    return found if any(isinstance(outcome, Answer) for _, outcome in found) else []


def without_and(question: str) -> str:
    """The question without the "and" that joins it to the one before."""
    return _AND.sub("", question)


def _pieces(text: str) -> list[str]:
    ends = [match.end() for match in _BETWEEN.finditer(text) if 0 < match.end() < len(text)]
    return [text[start:end] for start, end in zip([0, *ends], [*ends, len(text)], strict=True)]


def _asks(piece: str, language: str) -> bool:
    said = fold(clean(piece)).strip(" .!?？！。,，;；")
    enough = (
        len(said) >= LEAST_HAN if re.search(r"[\u3400-\u9fff]", said) else len(said.split()) >= LEAST_WORDS
    )
    return enough and (begins_asking(said, language) or holds_asking(said, language))
