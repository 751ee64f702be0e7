"""Numbers, sums, spans, areas and days as they are typed, in the value and unit the form stores."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from intake.forms import Accepted, FormSession, QuestionKind
from intake.interview.clause_days import is_whole_year
from intake.interview.clauses import LEAST_SUM, Figure, clauses, figures
from intake.interview.named_days import day_within, span_named_by_a_day
from intake.interview.questions import Questions
from intake.interview.spelling import spelled
from intake.interview.types import Ambiguous, Code, Refused
from intake.reading import Candidate, Kind, LenderLocale, Reading, Reason, Status, read
from intake.reading.calendar_words import months
from intake.reading.cleaning import clean, fold
from intake.reading.instead import Instead, instead, only_denied
from intake.reading.noughts import is_beginner, is_nought
from intake.reading.types import ambiguous, plain
from intake.reading.words import number_words

Typed = str | Ambiguous | Refused
MOST_KEPT = 1000  # of what is counted, animals above all; who names more is asked if he means it
# Who does not pay by the month counts nothing by it, though a way of paying is called so.
BY_THE_MONTH = re.compile(
    r"\b(?:monthly|weekly|(?:every|each|per|a) (?:month|week)|kila (?:mwezi|wiki)|kwa mwezi)\b|每个?月|按月",
    re.IGNORECASE,
)
# "干了20年了", "有8年了": the words of doing around a span, which say no more than the span.
DONE_FOR = re.compile(
    r"(?:我们?|俺|咱们?)?(?:已经|都)?(?:[干做养种搞开卖跑]|有)?[了过]?(?P<span>[\d零一二两三四五六七八九十百]+个?(?:年|月)半?)[了啦]?"
)
ONCE = re.compile(r"一次性?(?=[还付给交结])")  # "卖羊的时候一次还" names no sum
YEAR_AND_HALF = re.compile(
    r"^((?:maybe |about |for |say |like |over )*)(?=year and (?:a )?half\b)", re.IGNORECASE
)
HAN = re.compile(r"[\u3400-\u9fff]")
FIGURES = frozenset({Kind.AMOUNT, Kind.NUMBER, Kind.INTEGER, Kind.DURATION, Kind.AREA})
COUNTS = frozenset({Kind.NUMBER, Kind.INTEGER})
THINGS = frozenset({Kind.INTEGER, Kind.DURATION, Kind.AREA})


def figured(
    text: str, wanted: Kind, unit: str | None, questions: Questions, path: str, locale: LenderLocale
) -> Typed:
    """The value to store, a doubt, or a refusal; of "1 oct not 1 nov" the first."""
    turned = instead(text, questions.language)
    if turned is not None:
        meant, wrong = (
            figured(words, wanted, unit, questions, path, locale) for words in (turned.meant, turned.wrong)
        )
        if not isinstance(meant, Refused) and not isinstance(wrong, Refused):
            fuller = _as_wrong(turned, questions.language)
            shared = figured(fuller, wanted, unit, questions, path, locale) if fuller else meant
            return meant if shared == meant else _either(shared, meant, path)
    denied = only_denied(text, questions.language)
    if denied and isinstance(figured(denied, wanted, unit, questions, path, locale), str):
        return Refused(path, Reason.NOT_UNDERSTOOD)  # "not 8000" says no other sum
    if wanted in FIGURES and (none := _none_at_all(text, wanted, questions, path, locale)):
        return none if none == "0" else Refused(path, none, {"words": text.strip()})
    if wanted is Kind.AMOUNT and (counted := _counts_things(text, questions, locale)) is not None:
        return _money_or_things(counted, path)
    instead_of_a_span = span_named_by_a_day(text, wanted, unit, questions.language, locale)
    if instead_of_a_span is not None:
        return Ambiguous(path, (_again(Decimal(instead_of_a_span), unit or ""),), Reason.OTHER_WORDS)
    expected = _expected(questions, path)
    reading = _read(text, wanted, unit, expected, questions, locale)
    if wanted is Kind.INTEGER and _is_time(text, questions, locale):
        return Refused(path, Reason.NOT_UNDERSTOOD)
    best = reading.best
    if wanted is Kind.INTEGER and best and far_too_many(best.value) and _may_stand(best, questions, path):
        reading = ambiguous(Reason.OTHER_WORDS, best)
    if wanted in (Kind.DURATION, Kind.AREA):
        whole = questions.session.kind(path) is QuestionKind.INTEGER
        return _measured(reading, wanted, unit, path, whole=whole)
    if wanted is Kind.DATE and not reading.candidates:
        reading = day_within(text, questions.language, locale) or reading
    if wanted is Kind.DATE and reading.best is not None and is_whole_year(reading.best):
        return Refused(path, Code.NO_MONTH, {"words": text.strip()})
    if questions.session.kind(path) is QuestionKind.DATETIME:
        return settled(reading, path, lambda candidate: f"{candidate.value}T00:00:00")
    return settled(reading, path, as_written)


def _as_wrong(turned: Instead, language: str) -> str:
    """ "5 not 6 June", "8 not 9 thousand": the first with the words of the second; empty where it has its own."""
    told, other = turned.meant.split(), turned.wrong.split()
    month = (_names_month(words, language) for words in (turned.meant, turned.wrong))
    lacks = not next(month) and next(month)
    shorter = len(told) < len(other) or len(HAN.findall(turned.meant)) < len(HAN.findall(turned.wrong))
    figure = re.search(r"\d[\d.,]*", turned.meant)
    if not (lacks or shorter):
        return ""
    if figure is None:
        return " ".join((*told, *other[len(told) :]))
    return re.sub(r"\d[\d.,]*(?![\d月])", figure[0], turned.wrong, count=1)


def _names_month(text: str, language: str) -> bool:
    said = fold(clean(text))
    names = months(language) | months("en")
    return "月" in said or any(
        re.search(rf"(?<![^\W\d_]){re.escape(name)}(?![^\W\d_])", said) for name in names
    )


def _either(one: Typed, other: Typed, path: str) -> Typed:
    """Both readings, to be asked."""
    found = [
        candidate
        for each in (one, other)
        for candidate in (
            each.candidates
            if isinstance(each, Ambiguous)
            else (Candidate(each, each),)
            if isinstance(each, str)
            else ()
        )
    ]
    return Ambiguous(path, tuple(found), Reason.OTHER_WORDS)


def _read(
    text: str,
    wanted: Kind,
    unit: str | None,
    expected: tuple[str, ...],
    questions: Questions,
    locale: LenderLocale,
) -> Reading:
    """As it is typed; where that is not sure, as it would be written out ("6 thosand")."""

    def reading(words: str) -> Reading:
        return read(words, wanted, language=questions.language, locale=locale, unit=unit, expected=expected)

    done = DONE_FOR.fullmatch(text.strip(" 。，,.!！")) if wanted is Kind.DURATION else None
    text = done["span"] if done else text
    if wanted in FIGURES:
        text = YEAR_AND_HALF.sub(r"\1a ", ONCE.sub("", text)).strip() or text
    first, plainly = reading(text), spelled(text)
    if first.sure or plainly == text:
        return first
    second = reading(plainly)
    return second if second.sure else first


# What no sum or count is asked of, unless the question speaks of it: "I have no husband".
_OF_ANOTHER = re.compile(
    r"\b(?:husband|wife|child(?:ren)?|kids?|phone|bank|account|guarantor|mume|mke|watoto|mtoto|simu|benki|mdhamini|esposo|esposa|hijos|telefono|banco|mari|femme|enfants|telephone|banque)\b"
    r"|丈夫|老公|老婆|妻子|媳妇|孩子|电话|手机|银行|担保人|पति|पत्नी|बच्चे|फोन|बैंक"
)

# "No land" counts no goats.
_OF_LAND = re.compile(
    r"\b(?:land|fields?|plots?|shamba|mashamba|ardhi|tierra|terre)\b|地(?!方|点|址)|田|ज़मीन|खेत"
)


def _none_at_all(text: str, wanted: Kind, questions: Questions, path: str, locale: LenderLocale) -> str:
    """0 for "nothing", "sina"; of years of work also "I am new". "No goats" is no answer about money or time."""
    languages = tuple(dict.fromkeys((questions.language, "en", *locale.languages)))
    if wanted is Kind.DURATION and is_beginner(text, languages):
        return "0"
    if not is_nought(text, languages):
        return ""
    other = _OF_ANOTHER.search(fold(clean(text)))
    if other is not None and other[0] not in fold(clean(questions.label(path))):
        return Reason.NOT_UNDERSTOOD
    if wanted is not Kind.AREA and _OF_LAND.search(fold(clean(text))):
        return Reason.NOT_UNDERSTOOD
    things = BY_THE_MONTH.sub(" ", text)
    counts = wanted not in COUNTS and any(_stands(name, things) for name in countable(questions))
    if not counts:
        return "0"
    return Code.NO_MONEY if wanted is Kind.AMOUNT else Reason.NOT_UNDERSTOOD


def has_none(text: str, questions: Questions, locale: LenderLocale) -> bool:
    """ "I have no phone"."""
    return is_nought(spelled(text), tuple(dict.fromkeys((questions.language, "en", *locale.languages))))


def countable(questions: Questions) -> list[str]:
    """The names of what people count, by the choices of the form's questions: goats, not yes and no."""
    controls = [
        control
        for control in questions.session.form.questions
        if control.kind is QuestionKind.SELECT_ONE
        and all(each.repeat is None for each in control.field.ancestors())
    ]
    return [
        name
        for control in controls
        for option in questions.options(control.field.path)
        if option.synonyms and option.name not in ("yes", "no")
        for name in (*option.labels, *option.synonyms)
    ]


def _stands(name: str, text: str) -> bool:
    word, said = fold(clean(name)), fold(clean(text))
    return bool(word) and (
        word in said if word[0] >= "\u3400" else bool(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", said))
    )


def _counts_things(text: str, questions: Questions, locale: LenderLocale) -> Figure | None:
    """The only figure of a text, where it counts goats (or years) and not money."""
    counted = countable(questions)
    found = [
        figure for clause in clauses(text) for figure in figures(clause, questions.language, locale, counted)
    ]
    lone = found[0] if len(found) == 1 else None
    return lone if lone is not None and lone.kind in THINGS else None


def _money_or_things(figure: Figure, path: str) -> Typed:
    """ "2 goats" is no money; "8000 goats" may be, and is asked."""
    best = figure.reading.best
    if figure.kind is Kind.INTEGER and best is not None and Decimal(str(best.value)) >= LEAST_SUM:
        return Ambiguous(path, (Candidate(str(best.value), best.echo),), Reason.OTHER_WORDS)
    return Refused(path, Code.NO_MONEY, {"words": figure.words})


def far_too_many(count: object) -> bool:
    """Whether it is more than people keep: perhaps a sum."""
    return Decimal(str(count)) > MOST_KEPT


def _may_stand(candidate: Candidate, questions: Questions, path: str) -> bool:
    """Whether the form takes it at all: what it refuses is refused at once, and not offered to be confirmed."""
    session = questions.session
    trial = FormSession.restore(session.form, session.save(), clock=session.clock)
    return isinstance(trial.answer(path, str(candidate.value)), Accepted)


def _is_time(text: str, questions: Questions, locale: LenderLocale) -> bool:
    """A span of time counts no goats: "five years", "五年", "nimefuga miaka mitano"."""
    if read(text, Kind.DURATION, language=questions.language, locale=locale).best is not None:
        return True
    told = [one for part in clauses(text) for one in figures(part, questions.language, locale, ())]
    return bool(told) and all(one.kind is Kind.DURATION for one in told)


def _expected(questions: Questions, path: str) -> tuple[str, ...]:
    """Words that may stand beside the number: those of the label and of choices made before ("12 goats")."""
    language = questions.language
    words = set(re.findall(r"[^\W\d_]{2,}", clean(questions.label(path)))) | set(questions.story_words(path))
    for item in questions.answered():
        if item.kind is QuestionKind.SELECT_ONE:
            option = next((o for o in questions.options(item.path) if o.name == item.value), None)
            words |= set((*option.labels, *option.synonyms) if option else ())
    if language == "zh":
        words |= set("头只匹口条棵个")
    numbers = number_words(language)
    reserved = numbers.vague | numbers.ranges | numbers.joins | numbers.scales.keys() | numbers.units.keys()
    return tuple(
        word for word in words if word not in reserved and not re.search(r"\d", word) and len(word) < 30
    )


def _measured(reading: Reading, wanted: Kind, unit: str | None, path: str, *, whole: bool) -> Typed:
    """Durations and areas in the unit the form stores; half a month must be asked."""
    amounts = [(candidate, _in_unit(candidate, wanted, unit)) for candidate in reading.candidates]
    if whole and reading.status is Status.SURE and amounts[0][1] != amounts[0][1].to_integral_value():
        exact = amounts[0][1]
        near = [n for n in dict.fromkeys((Decimal(int(exact)), Decimal(int(exact) + 1))) if n > 0]
        return Ambiguous(path, tuple(_again(n, unit) for n in near), Reason.NOT_WHOLE)
    if reading.status is Status.SURE:
        return plain(amounts[0][1])
    options = tuple(_again(value, unit) for _, value in amounts)
    return settled(Reading(reading.status, options, reading.reason), path, as_written)


def _in_unit(candidate: Candidate, wanted: Kind, unit: str | None) -> Decimal:
    facts: Any = candidate.facts
    if wanted is Kind.AREA:
        value = facts.get("in_lender_unit", candidate.value)
    elif unit in ("months", "month"):
        value = facts["months"]
    elif unit in ("years", "year"):
        value = Decimal(facts["months"]) / 12
    else:
        value = facts["days"]
    number = Decimal(value)
    near = number.quantize(Decimal("0.0001"))
    return near.to_integral_value() if near == near.to_integral_value() else near


def _again(value: Decimal, unit: str | None) -> Candidate:
    return Candidate(value, plain(value) + (f" {unit}" if unit else ""), unit)


def as_written(candidate: Candidate) -> str:
    value = candidate.value
    return plain(value) if isinstance(value, Decimal) else str(value)


def settled(reading: Reading, path: str, text: Any) -> Typed:
    if reading.best is not None:
        return str(text(reading.best))
    if reading.candidates:
        asked = tuple(
            Candidate(str(text(c)), c.echo, c.unit, c.confidence, c.facts) for c in reading.candidates
        )
        return Ambiguous(path, asked, str(reading.reason))
    return Refused(path, str(reading.reason))
