"""While a change is proposed, the answer to the question that waits behind it: "1 july" instead of a yes or a no."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from intake.interview import asking, commands, mind_changing
from intake.interview.answering import storable, typed
from intake.interview.clauses import clauses
from intake.interview.leading import lead
from intake.interview.questions import Questions
from intake.interview.swapping import marks_of
from intake.interview.types import Ambiguous, Understood, Which
from intake.reading import LenderLocale
from intake.reading.cleaning import clean, fold

_MEANT = re.compile(
    r"\s*(?:(?:sorry|no|oh|that is|that's)[\s,]+)*(?:wrong|mistake|i mean|i meant|make|change (?:it )?to|it should be|should be)\b"
    r"|(?:不好意思[,，]?|对不起[,，]?)?(?:(?:我)?(?:写|说|弄|打|搞)?错了|不对|我(?:是)?(?:想)?(?:说|指)的?(?:是)?|我的意思是|应该是)"
    r"|\s*(?:samahani[\s,]+)?(?:nimekosea|nilikosea|kosa|si sahihi|(?:na|nina|nili)maanisha|iwe|fanya)\b"
)


@dataclass(slots=True)
class Waiting:
    """What a message is for the question that waits: its `value`, or what is asked."""

    path: str = ""
    value: str = ""
    doubt: Ambiguous | None = None
    which: Which | None = None


def for_the_waiting(
    text: str,
    before: Mapping[str, str],
    after: Mapping[str, str],
    heard: Understood | Which,
    questions: Questions,
    locale: LenderLocale,
) -> Waiting:
    """`before` was proposed, and the message made `after` of it. Words that changed nothing there are the answer to the
    question, if they can be one; a bare figure that fits both may be either."""
    current = questions.session.current()
    nothing = Waiting()
    if current is None or current.path in (*before, *after) or _is_correction(text, questions.language):
        return nothing
    read = typed(text, questions, current.path, locale)
    if isinstance(read, Ambiguous):
        read = str(read.candidates[0].value) if len(read.candidates) == 1 else read
    free, value = questions.free_text(current.path), read if isinstance(read, str) else ""
    # What the question could never take is the change, as is what "I meant" leads to.
    other = (
        bool(value) and not free and questions.session.would_hold(current.path, value) and not _meant(text)
    )
    if isinstance(heard, Which):
        if not other or heard.of_another:
            return nothing
        return Waiting(current.path, which=Which(heard.words, {**heard.values, current.path: value}))
    changed = {path: one for path, one in after.items() if before.get(path) != one}
    if changed:
        either = other and _is_bare(text, changed, before, questions, locale)
        return (
            Waiting(current.path, which=Which(text.strip(), {**changed, current.path: value}))
            if either
            else nothing
        )
    if heard.items or heard.unclear:
        return nothing
    if isinstance(read, Ambiguous):
        return Waiting(current.path, doubt=read)
    if not value:
        return nothing
    # Any words fill a free text: "too much" is hardly a name.
    return (
        Waiting(current.path, which=Which(text.strip(), {current.path: value}))
        if free
        else Waiting(current.path, value)
    )


def _meant(text: str) -> bool:
    """ "Wrong, 8500", "i meant 8500", "make 8500"."""
    return _MEANT.match(fold(clean(text))) is not None


def _is_correction(text: str, language: str) -> bool:
    """ "No, 9000", "make it 9000", a question of his own."""
    return (
        mind_changing.changes_mind(text, language)
        or commands.spoken(text, language) is not None
        or asking.asks(text, language)
    )


def _is_bare(
    text: str,
    changed: Mapping[str, str],
    before: Mapping[str, str],
    questions: Questions,
    locale: LenderLocale,
) -> bool:
    """Whether it is one figure in the place of another that was proposed, and no word leads there."""
    parts = clauses(storable(text))
    marks = marks_of(parts, questions, locale)
    if len(changed) != 1 or len(marks) != 1 or not set(changed) <= set(before):
        return False
    [path] = changed
    return lead(parts[marks[0].place], marks[0].figure, path, questions) is None
