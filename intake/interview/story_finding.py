"""Which words of a story answer which question: choices by their names, numbers and days by the words beside them."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from intake.forms import QuestionKind
from intake.interview.answering import typed, yes_or_no
from intake.interview.bought import Told, bought, may_count
from intake.interview.clause_days import Day, days
from intake.interview.clauses import Figure, clauses, figures
from intake.interview.dealing import as_dealer, is_named, of_his_own, trader
from intake.interview.doing_spans import doing, experience, is_of_doing, may_ask
from intake.interview.leading import distance, spoken
from intake.interview.measures import MOST_KEPT, Typed
from intake.interview.money_placing import Sums
from intake.interview.money_states import Role
from intake.interview.money_tokens import without_creditors
from intake.interview.prices import without_past
from intake.interview.questions import Questions
from intake.interview.story_found import Ask, Found
from intake.interview.story_phones import lone_phone, may_be_his
from intake.interview.story_starts import Clause, first_day
from intake.interview.story_texts import take_counted, take_texts
from intake.interview.story_times import how_long, instalments, is_left, is_of_starting, lone_time
from intake.interview.types import Ambiguous, Refused
from intake.reading import Candidate, Kind, LenderLocale, Reason
from intake.reading.choices import covers, mentions

LONGEST_CLAUSE, MOST_CLAUSES = 240, 24  # what a person says in one breath, and in one story
LEAST_LOAN = 100  # a smaller lone number is not taken for the sum asked for
PRICES = re.compile(
    r"\b(?:each|per|costs?|price|priced|worth|kila mmoja|bei|inagharimu|thamani|cada|cuesta|precio|vale|chacune?)\b"
    r"|\b(?:coûte|prix)\b|每(?!个?[月年季周])|单价|一头|一只|价|हर|कीमत"
)


def find(
    body: str,
    language: str,
    asks: Sequence[Ask],
    questions: Questions,
    locale: LenderLocale,
    at: str = "",
) -> Found:
    """All that the story says in one language; what it leaves in doubt stands apart. `at`: the question asked now."""
    found = Found()
    parts = [part[:LONGEST_CLAUSE] for part in clauses(body)[:MOST_CLAUSES]]
    chosen = "; ".join(map(without_creditors, parts))
    deals = trader(chosen, asks)
    _choices(chosen, asks, questions, found, deals=deals)
    counted = [name for ask in asks for option in ask.options for name in (*option.labels, *option.synonyms)]
    dated = [(part, days(part, language, locale)) for part in parts]
    told = [
        (part, [f for f in figures(part, language, locale, counted) if not _inside(f, here)])
        for part, here in dated
    ]
    shared = _within_sums(dated, told)
    dated = [(part, [day for day in here if day not in shared]) for part, here in dated]
    heard, told = told, bought(told, asks, found.values, questions, language)
    spent = _spent(heard, told)
    ordered = sorted(asks, key=lambda ask: ask.path != at)
    denies = len(parts) > 1 and yes_or_no(parts[0], language, locale) is False
    sums = Sums(told, ordered, questions, at, denies=denies)
    taken: list[Figure] = []
    loose: list[tuple[str, Figure]] = []
    for part, every in told:
        marks = [f for f in every if not sums.is_no_plan(part, f)]
        taken += _figures(part, marks, asks, questions, language, locale, found, sums)
        loose += [(part, mark) for mark in marks]
    free = [(part, mark) for part, mark in loose if mark not in taken]
    _lone_sum(free, found, sums)
    experience(free, ordered, questions, locale, found)
    lone_time(
        [each for each in free if not (is_of_doing(*each) or is_of_starting(*each))],
        ordered,
        questions,
        locale,
        found,
        at,
    )
    instalments("; ".join(parts), ordered, found)
    found.unplaced = [
        words
        for part, mark in free
        if (words := _left(part, mark, free, spent)) not in ("", *found.words.values())
    ]
    found.unplaced += sums.said_back()
    found.unplaced += lone_phone(free, asks, questions, locale, found)
    found.several = sums.several_debts()
    found.times = [day.words for day in shared]
    found.times += [doing(*each) or each[1].words for each in free if is_left(*each, found)]
    clauses_told = [Clause(part, here, every) for (part, here), (_, every) in zip(dated, told, strict=True)]
    first_day(clauses_told, ordered, questions, locale, found, language)
    found.counts = [mark.words for _, mark in free if mark.counts and mark.words not in found.words.values()]
    found.areas = [mark.words for _, mark in free if mark.kind is Kind.AREA]
    named = [ask for ask in asks if not (deals and is_named(ask.path, questions))]
    take_texts(without_past(body), named, questions, language, found)
    take_counted(loose, named, questions, found)
    return found


def _left(clause: str, figure: Figure, free: Sequence[tuple[str, Figure]], spent: Collection[Figure]) -> str:
    """A sum that has no question, also one that is `spent`, or more than people keep ("5000 goats 1yr"), with the time
    behind that has none."""
    if figure.kind is Kind.INTEGER and figure.counts and _at_least(figure, MOST_KEPT + 1):
        times = [one.end for part, one in free if part == clause and one.kind is Kind.DURATION]
        return clause[figure.start : max((figure.end, *times))]
    least = MOST_KEPT + 1 if figure in spent else LEAST_LOAN  # "buy 150" stands in the purpose
    money = figure.kind is Kind.AMOUNT or figure in spent
    return figure.words if money and _at_least(figure, least) else ""


def _spent(heard: Told, told: Told) -> list[Figure]:
    """The sums that are said to be for buying ("buy 15000 of seed"), and so are neither the loan nor a count."""
    pairs = zip(
        (mark for _, marks in heard for mark in marks),
        (mark for _, marks in told for mark in marks),
        strict=True,
    )
    return [now for was, now in pairs if was.kind is Kind.AMOUNT and now.kind is Kind.NUMBER]


def _within_sums(dated: Sequence[tuple[str, Sequence[Day]]], told: Told) -> list[Day]:
    """The days that begin with what may be a sum's last digit: "借一万五月还500" may tell of each month."""
    return [
        day
        for (_part, here), (_, marks) in zip(dated, told, strict=True)
        for day in here
        if any(mark.kind is Kind.AMOUNT and mark.start < day.start < mark.end for mark in marks)
    ]


def _inside(figure: Figure, here: Sequence[Day]) -> bool:
    return any(day.start <= figure.start and figure.end <= day.end for day in here)


def _choices(body: str, asks: Sequence[Ask], questions: Questions, found: Found, *, deals: bool) -> None:
    """Choices that are named; a longer name hides a shorter one of any question."""
    hits = [(ask, hit) for ask in asks for hit in mentions(body, ask.options, questions.language)]
    hits = as_dealer(body, hits, asks, questions) if deals else [h for h in hits if not of_his_own(body, h)]
    kept = [(ask, hit) for ask, hit in hits if not any(covers(other, hit) for _, other in hits)]
    for ask in asks:
        named = {hit[2].name: hit for each, hit in kept if each is ask}
        if len(named) == 1:
            name, hit = next(iter(named.items()))
            found.take(ask.path, name, body[hit[0] : hit[1]])
        elif len(named) > 1:
            options = tuple(Candidate(name, hit[2].labels[0]) for name, hit in named.items())
            found.unclear.setdefault(ask.path, Ambiguous(ask.path, options, Reason.SEVERAL))


def _figures(
    clause: str,
    marks: Sequence[Figure],
    asks: Sequence[Ask],
    questions: Questions,
    language: str,
    locale: LenderLocale,
    found: Found,
    sums: Sums,
) -> list[Figure]:
    """Give each number to the question whose words stand nearest, if it may be of it; each number and each question
    once. Returns those that have their question."""
    pairs = sorted(
        (
            (gap, place, ask)
            for place, mark in enumerate(marks)
            for ask in asks
            if _measures(ask, mark)
            and may_ask(ask, clause, mark)
            and may_be_his(ask, clause, mark)
            and may_count(ask, clause, mark)
            and not is_of_starting(clause, mark)
            and sums.may_be(ask.path, clause, mark)
            and (gap := distance(clause, mark, spoken(ask.path, questions, language), language, marks))
            is not None
        ),
        key=lambda pair: pair[:2],
    )
    used: dict[int, str] = {}
    second: list[int] = []
    for _, place, ask in pairs:
        if place in used or place in second or ask.path in used.values():
            continue
        read = _typed(marks[place], ask, questions, locale)
        if isinstance(read, Refused):
            continue
        if found.values.get(ask.path, read) != read:
            second.append(place)
            continue
        used[place] = ask.path
        found.take(ask.path, read, marks[place].words)
    return [marks[place] for place in used]


def _measures(ask: Ask, figure: Figure) -> bool:
    if figure.kind is Kind.INTEGER:
        return ask.reads in (Kind.INTEGER, Kind.NUMBER) and ask.kind in (
            QuestionKind.INTEGER,
            QuestionKind.DECIMAL,
        )
    return ask.reads is figure.kind


def _typed(figure: Figure, ask: Ask, questions: Questions, locale: LenderLocale) -> Typed:
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
    if figure.kind is Kind.DURATION:
        return how_long(figure, questions, ask.path, locale)
    return typed(words, questions, ask.path, locale)


def _sum(figure: Figure, path: str) -> Typed:
    best = figure.reading.best
    if best is not None:
        return str(best.value)
    offered = tuple(replace(each, value=str(each.value)) for each in figure.reading.candidates)
    return Ambiguous(path, offered, str(figure.reading.reason))


def _lone_sum(free: Sequence[tuple[str, Figure]], found: Found, sums: Sums) -> None:
    """ "8000 for goats, my own 3000": the one sum nothing points to is the sum asked for, the form's first amount; one
    that is wanted comes first, and one that is his own has its own question."""
    large = [(part, one) for part, one in free if one.kind is Kind.AMOUNT and _at_least(one, LEAST_LOAN)]
    able = [(path, part, one) for part, one in large if (path := sums.lone_for(part, one))]
    for path in dict.fromkeys(path for path, _part, _one in able):
        here = [(part, one) for other, part, one in able if other == path]
        known = [each for each in here if sums.role(*each) is not Role.UNKNOWN]
        lone = known or here
        if len(lone) == 1 and (known or not any(PRICES.search(part) for part, _one in here)):
            found.take(path, _sum(lone[0][1], path), lone[0][1].words)


def _at_least(figure: Figure, least: int) -> bool:
    return bool(figure.reading.candidates) and float(str(figure.reading.candidates[0].value)) >= least
