"""The story: what one message in the farmer's own words answers.

Numbers go to the question whose `story_words` stand nearest; choices are found by their `synonyms`; what a question
needs before it applies is inferred (goats: keeping animals). Whatever is found is only proposed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from intake.forms import Accepted as FormAccepted
from intake.forms import FormSession, QuestionKind
from intake.interview.answering import Typed, storable, typed
from intake.interview.clauses import Day, Figure, clauses, days, figures
from intake.interview.columns import packed, read_as
from intake.interview.questions import Questions
from intake.interview.types import Ambiguous, StoryItem, StoryReader, Understood
from intake.reading import Candidate, Kind, LenderLocale, Option, Reason
from intake.reading.choices import covers, mentions
from intake.reading.cleaning import clean, fold

LEAST_WORDS = 5  # a shorter message answers one question, if any
LEAST_HAN = 8
LONGEST = 2000  # letters
LONGEST_CLAUSE, MOST_CLAUSES = 240, 24  # what a person says in one breath, and in one story
FAR = 45  # letters between a word that points to a question and the number it points at
FAR_HAN = 14
LEAST_LOAN = 100  # a smaller lone number is not taken for the sum asked for
NAME_WORDS = 4
QUESTIONS_A_QUOTE = 2  # that a model may answer with the same words ("goats": which trade, which animals)


@dataclass(frozen=True, slots=True)
class _Ask:
    """A question a story may answer."""

    path: str
    kind: QuestionKind
    reads: Kind | None
    unit: str | None
    cues: tuple[str, ...]
    options: tuple[Option, ...] = ()


@dataclass(slots=True)
class _Found:
    """Values by path, with the words each stands on; and doubts."""

    values: dict[str, str] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    inferred: set[str] = field(default_factory=set)
    unclear: dict[str, Ambiguous] = field(default_factory=dict)

    def take(self, path: str, read: Typed, words: str) -> None:
        if path in self.values or path in self.unclear:
            return
        if isinstance(read, str):
            self.values[path] = read
            self.words[path] = words
        elif isinstance(read, Ambiguous):
            self.unclear[path] = read


def understand(
    text: str, questions: Questions, locale: LenderLocale, reader: StoryReader | None = None
) -> Understood:
    """Everything the story tells that the form asks and that is not answered yet."""
    body = storable(text)[:LONGEST]
    asks = _asks(questions)
    best = _Found()
    for language in _languages(body, questions.language, locale):
        found = _find(body, language, asks, questions, locale)
        if len(found.values) > len(best.values):
            best = found
    if reader is not None and body.strip():
        _let_model_point(body, reader, asks, best, questions, locale)
    return _checked(best, asks, questions)


def _languages(body: str, language: str, locale: LenderLocale) -> Iterable[str]:
    if re.search(r"[\u3400-\u9fff]", body):
        return ("zh",)
    if re.search(r"[\u0900-\u097f]", body):
        return ("hi",)
    return dict.fromkeys(
        (language if language != "zh" else "en", "en", *(t for t in locale.languages if t != "zh"))
    )


def _asks(questions: Questions) -> list[_Ask]:
    """Every question outside repeats that has no answer yet, whether it applies yet or not."""
    session = questions.session
    found = []
    for control in session.form.questions:
        path = control.field.path
        if any(each.repeat is not None for each in control.field.ancestors()) or questions.value(path):
            continue
        cells = questions.cells(path)
        reads, unit = read_as(cells)
        chooses = control.kind is QuestionKind.SELECT_ONE and _has_synonyms(questions, path)
        options = tuple(questions.options(path)) if chooses else ()
        cues = packed(cells.get("story_words", ""))
        found.append(_Ask(path, control.kind, reads, unit, cues, options))
    return found


def _has_synonyms(questions: Questions, path: str) -> bool:
    return any(choice.extras.get("synonyms") for choice in questions.choices(path))


def _find(
    body: str, language: str, asks: Sequence[_Ask], questions: Questions, locale: LenderLocale
) -> _Found:
    found = _Found()
    parts = [part[:LONGEST_CLAUSE] for part in clauses(body)[:MOST_CLAUSES]]
    _choices("; ".join(parts), asks, found)
    counted = [name for ask in asks for option in ask.options for name in (*option.labels, *option.synonyms)]
    taken: list[Figure] = []
    loose: list[tuple[str, Figure]] = []
    for part in parts:
        here = days(part, language, locale)
        _days(part, here, asks, questions, language, found)
        marks = [f for f in figures(part, language, locale, counted) if not _inside(f, here)]
        taken += _figures(part, marks, asks, questions, language, locale, found)
        loose += [(part, mark) for mark in marks]
    _lone_sum([mark for _, mark in loose if mark not in taken], asks, found)
    _texts(body, asks, questions, language, found)
    return found


def _inside(figure: Figure, here: Sequence[Day]) -> bool:
    return any(day.start <= figure.start and figure.end <= day.end for day in here)


# --- choices


def _choices(body: str, asks: Sequence[_Ask], found: _Found) -> None:
    """Choices that are named; a longer name hides a shorter one of any question."""
    hits = [(ask, hit) for ask in asks for hit in mentions(body, ask.options)]
    kept = [(ask, hit) for ask, hit in hits if not any(covers(other, hit) for _, other in hits)]
    for ask in asks:
        named = {hit[2].name: hit for each, hit in kept if each is ask}
        if len(named) == 1:
            name, hit = next(iter(named.items()))
            found.take(ask.path, name, body[hit[0] : hit[1]])
        elif len(named) > 1:
            options = tuple(Candidate(name, hit[2].labels[0]) for name, hit in named.items())
            found.unclear.setdefault(ask.path, Ambiguous(ask.path, options, Reason.SEVERAL))


# --- numbers


def _figures(
    clause: str,
    marks: Sequence[Figure],
    asks: Sequence[_Ask],
    questions: Questions,
    language: str,
    locale: LenderLocale,
    found: _Found,
) -> list[Figure]:
    """Give each number to the question whose words stand nearest; each number and each question once."""
    pairs = sorted(
        (
            (distance, place, ask)
            for place, mark in enumerate(marks)
            for ask in asks
            if _measures(ask, mark)
            and (distance := _distance(clause, mark, _spoken(ask, questions, language), language)) is not None
        ),
        key=lambda pair: pair[:2],
    )
    used: dict[int, str] = {}
    for _, place, ask in pairs:
        if place not in used and ask.path not in used.values():
            used[place] = ask.path
            found.take(ask.path, _typed(marks[place], ask, questions, locale), marks[place].words)
    return [marks[place] for place in used]


def _spoken(ask: _Ask, questions: Questions, language: str) -> tuple[str, ...]:
    cell = questions.cells(ask.path).get("story_words", "")
    return tuple(fold(clean(cue)) for cue in packed(cell, language))


def _measures(ask: _Ask, figure: Figure) -> bool:
    if figure.kind is Kind.INTEGER:
        return ask.reads in (Kind.INTEGER, Kind.NUMBER) and ask.kind in (
            QuestionKind.INTEGER,
            QuestionKind.DECIMAL,
        )
    return ask.reads is figure.kind


def _distance(clause: str, figure: Figure, cues: Sequence[str], language: str) -> float | None:
    """Letters between the figure and the nearest cue; a cue behind it counts a little farther, a longer one nearer."""
    far = FAR_HAN if language == "zh" else FAR
    best: float | None = None
    for cue in cues:
        for start in _places(cue, clause):
            end = start + len(cue)
            gap = figure.start - end if end <= figure.start else start - figure.end + 2
            if start >= figure.start and start < figure.end:
                gap = 0
            if 0 <= gap <= far and (best is None or gap - len(cue) / 4 < best):
                best = gap - len(cue) / 4
    return best


def _places(cue: str, clause: str) -> list[int]:
    if cue[:1] >= "\u3400":
        return [match.start() for match in re.finditer(re.escape(cue), clause)]
    return [m.start() for m in re.finditer(rf"(?<![^\W_]){re.escape(cue)}(?![^\W_])", clause)]


def _typed(figure: Figure, ask: _Ask, questions: Questions, locale: LenderLocale) -> Typed:
    """The figure as the question's own reader takes it (months, the lender's area unit, whole numbers)."""
    words = figure.words
    if figure.counts:
        words = words.replace(figure.counts, " ").strip()
        best = figure.reading.best
        return (
            str(best.echo.split()[0])
            if best
            else Ambiguous(ask.path, figure.reading.candidates, Reason.SEVERAL)
        )
    if ask.reads is Kind.AMOUNT:
        return _sum(figure, ask.path)
    return typed(words, questions, ask.path, locale)


def _sum(figure: Figure, path: str) -> Typed:
    best = figure.reading.best
    if best is not None:
        return str(best.value)
    offered = tuple(replace(each, value=str(each.value)) for each in figure.reading.candidates)
    return Ambiguous(path, offered, str(figure.reading.reason))


def _lone_sum(loose: Sequence[Figure], asks: Sequence[_Ask], found: _Found) -> None:
    """ "8000 for goats": the only sum in the story is the sum asked for, the first amount the form asks."""
    sums = [f for f in loose if f.kind is Kind.AMOUNT and _at_least(f, LEAST_LOAN)]
    first = next((ask for ask in asks if ask.reads is Kind.AMOUNT), None)
    amounts = {ask.path for ask in asks if ask.reads is Kind.AMOUNT}
    told = amounts & (found.values.keys() | found.unclear.keys())
    if len(sums) == 1 and first is not None and not told:
        found.take(first.path, _sum(sums[0], first.path), sums[0].words)


def _at_least(figure: Figure, least: int) -> bool:
    return bool(figure.reading.candidates) and float(str(figure.reading.candidates[0].value)) >= least


# --- days and texts


def _days(
    clause: str, here: Sequence[Day], asks: Sequence[_Ask], questions: Questions, language: str, found: _Found
) -> None:
    """A day goes to the date question whose words stand in the same clause."""
    for day in here:
        for ask in asks:
            cues = (
                _spoken(ask, questions, language)
                if ask.reads is Kind.DATE or ask.kind is QuestionKind.DATE
                else ()
            )
            if any(_places(cue, clause) for cue in cues):
                best = day.reading.best
                doubt = Ambiguous(ask.path, day.reading.candidates, str(day.reading.reason))
                found.take(ask.path, str(best.value) if best else doubt, day.words)
                break


def _texts(body: str, asks: Sequence[_Ask], questions: Questions, language: str, found: _Found) -> None:
    """`to buy 12 goats` (from the word on) and `my name is Amina` (after it), in the farmer's own letters."""
    for ask in asks:
        how = (questions.cells(ask.path).get("read_as") or "").strip().lower()
        if ask.kind is not QuestionKind.TEXT or not how.startswith("words:"):
            continue
        cues = packed(questions.cells(ask.path).get("story_words", ""), language)
        keep = how == "words:from"
        words = _said_before(body, cues) if keep and language == "hi" else _said(body, cues, keep)
        if words:
            found.take(ask.path, words, words)


def _said(body: str, cues: Sequence[str], keep: bool) -> str:
    """What the first cue introduces, up to the clause's end."""
    for cue in sorted(cues, key=len, reverse=True):
        lead = re.escape(cue) if cue[:1] >= "\u3400" else rf"(?<![^\W_]){re.escape(cue)}(?![^\W_])"
        match = re.search(
            rf"(?P<cue>{lead})[\s:：]*(?P<rest>[^,;.!?\n，。；！？]+(?:[,.](?=\d)[^,;.!?\n，。；！？]+)*)",
            body,
            re.IGNORECASE,
        )
        if match and match["rest"].strip():
            return _trimmed(match[0], keep=True) if keep else _trimmed(match["rest"], keep=False)
    return ""


def _said_before(body: str, cues: Sequence[str]) -> str:
    """Hindi puts the verb last: the words before it, and it."""
    for cue in sorted(cues, key=len, reverse=True):
        match = re.search(rf"(?P<rest>[^,;.!?\n।]*?){re.escape(cue)}", body)
        if match and match["rest"].strip():
            return " ".join([*match["rest"].split()[-NAME_WORDS:], cue])
    return ""


def _trimmed(words: str, *, keep: bool) -> str:
    words = re.split(
        r"\s(?:and|but|then|na|y|et) (?=i\b|my\b|can\b|will\b|pay\b|repay\b|have\b|nina|nita|tengo|j')",
        words,
        maxsplit=1,
    )[0]
    words = re.sub(r"^(?:to|for)\s+", "", words.strip())
    return words if keep or words[:1] >= "\u3400" else " ".join(words.split()[:NAME_WORDS])


# --- a chat model may point, the reader reads


def _let_model_point(
    body: str,
    reader: StoryReader,
    asks: Sequence[_Ask],
    found: _Found,
    questions: Questions,
    locale: LenderLocale,
) -> None:
    """Quotes that stand in the text, read by the same reader; everything else a model says is dropped.

    Sums, days and times are never the model's to place: they are left to the words beside them, or asked. And the same
    words for question after question are no reading: a small model that is out of its depth answers "goats" to
    everything, the identity number included.
    """
    open_asks = [ask for ask in asks if ask.path not in found.values and not _figures_only(ask)]
    labels = {ask.path: questions.label(ask.path) for ask in open_asks}
    quotes: Mapping[str, str] = reader.read(body, labels) if labels else {}
    said = clean(body)
    often = Counter(clean(quote) for quote in quotes.values())
    for path, quote in quotes.items():
        if path not in labels or not quote.strip() or clean(quote) not in said:
            continue
        if often[clean(quote)] > QUESTIONS_A_QUOTE:
            continue
        read = typed(quote, questions, path, locale)
        if isinstance(read, str):
            found.unclear.pop(path, None)
            found.take(path, read, quote)


def _figures_only(ask: _Ask) -> bool:
    by_kind = ask.kind in (QuestionKind.DATE, QuestionKind.DATETIME, QuestionKind.TIME)
    return by_kind or ask.reads in (Kind.AMOUNT, Kind.DATE, Kind.DURATION, Kind.TIME)


# --- only what the form would take is proposed


def _checked(found: _Found, asks: Sequence[_Ask], questions: Questions) -> Understood:
    """Try everything on a copy of the form, in its order, with what must be so for it to apply."""
    trial = _copy(questions)
    for ask in asks:
        if ask.path in found.values and not trial.relevant(ask.path):
            _infer(ask.path, asks, trial, found)
    view = Questions(trial, questions.language)
    items = []
    for control in trial.form.questions:
        path = control.field.path
        if path not in found.values or path in found.unclear or not trial.relevant(path):
            continue
        taken = trial.answer(path, found.values[path])
        if isinstance(taken, FormAccepted):
            items.append(StoryItem(view.item(path), found.words.get(path, ""), path in found.inferred))
    unclear = tuple(doubt for path, doubt in found.unclear.items() if trial.relevant(path))
    return Understood(tuple(items), unclear)


def _copy(questions: Questions) -> FormSession:
    session = questions.session
    copy = FormSession.restore(session.form, session.save(), clock=session.clock)
    copy.language = session.language
    return copy


def _infer(path: str, asks: Sequence[_Ask], trial: FormSession, found: _Found) -> None:
    """The one choice of an earlier question that makes `path` apply: goats mean keeping animals."""
    for control in trial.form.questions:
        parent = control.field.path
        if parent == path or control.kind is not QuestionKind.SELECT_ONE or trial.value(parent):
            continue
        making = [
            choice.name for choice in trial.choices(parent) if _makes_apply(parent, choice.name, path, trial)
        ]
        if len(making) != 1:
            continue
        _agree(parent, making[0], found.words.get(path, ""), asks, found)
        return


def _makes_apply(parent: str, name: str, path: str, trial: FormSession) -> bool:
    if not isinstance(trial.answer(parent, name), FormAccepted):
        return False
    applies = trial.relevant(path)
    trial.clear(parent)
    return applies


def _agree(parent: str, name: str, words: str, asks: Sequence[_Ask], found: _Found) -> None:
    """What is inferred must not contradict what was said: then the farmer is asked."""
    said = found.values.get(parent)
    if said is None and parent not in found.unclear:
        found.values[parent], found.words[parent] = name, words
        found.inferred.add(parent)
    elif said is not None and said != name:
        labels = {
            option.name: option.labels[0] for ask in asks if ask.path == parent for option in ask.options
        }
        both = tuple(Candidate(each, labels.get(each, each)) for each in (said, name))
        found.unclear[parent] = Ambiguous(parent, both, Reason.SEVERAL)
