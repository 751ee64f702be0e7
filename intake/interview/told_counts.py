"""What a figure beside a yes or a no counts: the animals he has chosen, or children, wives and years of age."""

from __future__ import annotations

import re

from intake.forms import QuestionKind
from intake.interview.clauses import Figure
from intake.interview.columns import packed, read_as
from intake.interview.leading import LEADS, lead
from intake.interview.questions import Questions
from intake.reading import Kind
from intake.reading.cleaning import clean, fold

BEHIND = re.compile(r"[\s.]*(?:now|already|only|of them|left|sasa|tu|tayari|ya|deja|个|只|头|了|呢)*[\s.]*")
BEFORE = re.compile(
    r"(?:[\s:=]|\b(?:now|already|only|just|still|about|around|roughly|nearly|almost|at least|over|like|maybe|is|are|"
    r"kama|karibu|takriban|sasa|tu|tayari|ni|wapatao|unas|unos|como|solo|casi|environ|seulement|presque)\b"
    r"|现在|已经|大概|大约|差不多|一共|总共|只|才|有|了|是|多)+$"
)


def is_of_the_chosen(figure: Figure, view: Questions) -> bool:
    """Whether what it counts is what he has chosen: "25 sheep" of a goat keeper are not his goats."""
    named = {
        (path, name)
        for path, name, words in _named(view)
        if figure.counts is not None and figure.counts in words
    }
    return not named or any(view.value(path) == name for path, name in named)


def counts_others(clause: str, figure: Figure, path: str, view: Questions) -> bool:
    """ "I have 2 children", "nina watoto 5", "nina miaka 45": a bare small number beside other words counts what nobody
    asks, and years are those of the work only where a word besides the years says so."""
    if figure.kind is Kind.DURATION and read_as(view.cells(path)) == (Kind.DURATION, "years"):
        hidden = clause[: figure.start] + "#" * len(figure.words) + clause[figure.end :]
        return lead(hidden, figure, path, view, ("story_words", "sure_words")) is None
    if figure.kind is not Kind.NUMBER:
        return False
    return not BEHIND.fullmatch(clause[figure.end :]) or not _is_led(clause[: figure.start], path, view)


def _is_led(before: str, path: str, view: Questions) -> bool:
    """Whether nothing but the chosen animal stands between the number and a word that leads to the question."""
    cells = view.cells(path)
    cues = [word for column in LEADS for word in packed(cells.get(column, ""), view.language, "en")]
    chosen = [word for at, name, words in _named(view) if view.value(at) == name for word in words]
    left = BEFORE.sub("", before)
    for word in sorted(chosen, key=len, reverse=True):
        if left.endswith(word):
            left = BEFORE.sub("", left.removesuffix(word))
            break
    return not left or any(_ends(text, fold(clean(cue))) for text in (before.rstrip(), left) for cue in cues)


def _ends(text: str, cue: str) -> bool:
    return re.search(rf"(?<![^\W_\u3400-\u9fff]){re.escape(cue)}$", text) is not None


def _named(view: Questions) -> list[tuple[str, str, set[str]]]:
    """The choices that have been made one of, each with what it is called."""
    return [
        (control.path, option.name, {fold(clean(word)) for word in (*option.labels, *option.synonyms)})
        for control in view.session.questions()
        if control.kind is QuestionKind.SELECT_ONE and view.value(control.path)
        for option in view.options(control.path)
    ]
