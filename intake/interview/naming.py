"""Which question a farmer means by "the amount" or "我的电话"."""

from __future__ import annotations

import re

from intake.interview.columns import packed
from intake.interview.questions import Questions
from intake.reading.cleaning import clean, fold

CUTOFF = 85
# Words that name no question: "change it to 9000".
POINTING = (
    r"it|that|this|them|those|these|one|all|everything|它|这个|那个|这|那|这些|一下|hii|hiyo|hizo|hizi|hicho|hiki|ile|"
    r"yote|kitu|esto|eso|lo|ca|cela|यह|वह|इसे"
)
ANY = (  # words for any answer, or for each: "take everything out", "remove one"
    r"one|any|some|all(?: of (?:it|them|this|that)| this| that)?|(?:the )?(?:whole thing|rest|others?)|everything|both|"
    r"一个|全部|全|都|所有的?|一切|yote|zote|vyote|kila kitu|moja|todo|todos|todas|uno|tout|tous|toutes|un|सब|सभी|एक"
)


def points(what: str) -> bool:
    """Whether the word names nothing by itself: "it"."""
    return re.fullmatch(POINTING, _bare(what)) is not None


def points_nowhere(what: str) -> bool:
    """Whether the word may mean any of the answers, or all: "everything", "one"."""
    return re.fullmatch(ANY, _bare(what)) is not None


def named(what: str, questions: Questions, *, labels: bool = True) -> str | None:
    """The path of the question called `what`: by its `called` column, its name, or a word only its label has."""
    from rapidfuzz import fuzz

    wanted = _bare(what)
    if not wanted:
        return None
    best: tuple[float, str] | None = None
    for question in questions.session.questions():
        names = _names(question.path, question.name, questions)
        score = max((100.0 if name == wanted else fuzz.ratio(name, wanted) for name in names), default=0)
        if score >= CUTOFF and (best is None or score > best[0]):
            best = (score, question.path)
    if best is not None:
        return best[1]
    return _by_label(wanted, questions) if labels else None


def _bare(text: str) -> str:
    body = fold(clean(text)).strip(" .!?？。的")
    return re.sub(r"^(?:(?:把|将|我的)\s*|(?:the|my|our|a|la|le|el|mi|mon|ma|yangu|langu)\s+)", "", body)


def _names(path: str, name: str, questions: Questions) -> list[str]:
    called = packed(questions.cells(path).get("called", ""))
    return [fold(clean(word)) for word in (*called, name.replace("_", " "))]


def _by_label(wanted: str, questions: Questions) -> str | None:
    """A word of one label and of no other."""
    if len(wanted) < 2 or (wanted.isascii() and len(wanted) < 4):
        return None
    hits = [q.path for q in questions.session.questions() if wanted in fold(clean(questions.label(q.path)))]
    return hits[0] if len(hits) == 1 else None


def mentioning(what: str, questions: Questions, *, answers: bool = True) -> tuple[str, ...]:
    """The questions that speak of "the goats" (or their `answers` do), or have all words of "how many goats I have"."""
    wanted = _words(_bare(what))
    items = [questions.item(question.path) for question in questions.session.questions()] if wanted else []
    return tuple(
        item.path
        for item in items
        if _all_in(wanted, fold(clean(f"{item.label} {item.shown if answers else ''}")))
    )


def _words(text: str) -> list[str]:
    return [word for word in text.split() if len(word) > 1 or word >= "\u3400"]


def _all_in(wanted: list[str], told: str) -> bool:
    heard = set(re.findall(r"[^\W_]+", told))
    return all(word in told if word[0] >= "\u3400" else word in heard for word in wanted)
