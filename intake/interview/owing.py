""" "No 900", "no, i owe 2000": a no beside a sum that the question leads on to, and that is told all the same."""

from __future__ import annotations

import re
from collections.abc import Sequence

from intake.forms import FormSession
from intake.interview.clauses import Figure, clauses, figures
from intake.interview.columns import read_as
from intake.interview.leading import lead
from intake.interview.measures import countable
from intake.interview.money_roles import role
from intake.interview.money_states import NO_PLAN, Role
from intake.interview.questions import Questions
from intake.interview.spans import is_time
from intake.reading import Kind, LenderLocale
from intake.reading.cleaning import clean, fold
from intake.reading.denials import denied

LEAST_ALONE = 10  # a smaller figure with no words is a slip, or "no one"
# Beside a sum that stands alone: "no, only 900", "hapana 900 tu".
_FILLING = re.compile(
    r"\b(?:no|nope|nah|only|just|about|around|maybe|sorry|yuan|kuai|hapana|la|tu|tuu|kama|non|solo|unos|seulement|environ)\b"
    r"|没有?|不|就|只|大概|大约|左右|元|块钱?|नहीं|बस|सिर्फ|[^\w]"
)
_OVER = re.compile(
    r"\b(?:was|were|had|used to|paid|repaid|cleared|finished|settled|ago|before|last (?:year|month)|"
    r"\w*li(?:lipa|kopa|maliza)\w*|nime(?:lipa|maliza)\w*|zamani|pague|pagado|paye|rembourse)\b|(?<![月年半内])(?:[还付结]清|还完)|[还付结][清完]?了|借过|欠过|以前|去年|चुका"
)
_PAID = re.compile(
    r"\b(?:re)?paid\b|\b(?:ni|tu)(?:me|li|mesha|lisha)(?:lipa|rudisha)\w*|[还付]了|\bpague\b|\brembourse\b|चुका"
)
_WHOLE = re.compile(
    r"\b(?:all|everything|fully|in full|off|yote|wote|zote|lote|todo|tout)\b|\w*maliza\w*|[还付结][清完]|[全都]"
)
_ONLY_A_PART = re.compile(
    r"\b(?:only|just) (?:re)?paid (?:back )?\d|\d\S* (?:only|just|tu|solo|seulement)\b|\b(?:half|nusu)\b"
    r"|[只才](?:还|付)了?\s*\d|还了?一半"
)
_BORROWED = re.compile(r"\b(?:borrow|loan|debt|owed?|took|deni|mkopo)|kopa|[借贷欠债]|\bof \d")
_REST = re.compile(
    r"\b(?:bado|remain(?:s|ing)?|still|yet|quedan?|faltan?|reste) (?:\D{0,15} )?\d"
    r"|\b(?:i|zi|li|u|ya)?(?:me|na|li)?(?:baki|salia)\w*\b"
    r"|\d\S* (?:\w+ )?(?:bado|left|remain(?:s|ing)?|to go)\b|(?:还|就|只)?[剩]下?|还[欠差]"
)
_NO_DEBT = NO_PLAN - {Role.LENT} | {Role.WANTED}
_UNIT = re.compile(r"\s*(?:元|块钱?|yuan|kuai)")


def owes_besides(text: str, path: str, questions: Questions, locale: LenderLocale) -> bool:
    """Whether a sum stands beside the no that a yes would be asked for: alone, or behind the words of owing. A nought,
    a year, what is counted, how long, and what is denied or over are none."""
    if not re.search(r"\d|[一二两三四五六七八九十百千万]|[^\W\d_]{3}", text):
        return False
    told = _sums(text, questions, locale)
    of_loans = [figure for _part, figure, found in told if found is not Role.COST]
    if of_loans and owes_the_rest(text, of_loans):
        return bool(asked_behind(path, questions))
    asked = asked_behind(path, questions) if told else []
    return any(_may_be_owed(*one, asked, questions) for one in told if asked)


def owes_the_rest(text: str, sums: Sequence[Figure]) -> bool:
    """ "Nimelipa 6000 bado 4000", "I borrowed 10000 and paid 6000", "paid 6000 only": the rest is owed."""
    body = fold(clean(text))
    if not _PAID.search(body):
        return False
    if _REST.search(body):
        return True
    values = {str(one.reading.best.value) for one in sums if one.reading.best is not None}
    part = bool(_ONLY_A_PART.search(body)) or (len(values) > 1 and bool(_BORROWED.search(body)))
    return part and _WHOLE.search(body) is None


def tells_of_paying(text: str) -> bool:
    """Whether it tells of what he has paid."""
    return _PAID.search(fold(clean(text))) is not None


def asked_behind(path: str, questions: Questions) -> list[str]:
    """The sums that are asked for once the answer is a yes."""
    session = questions.session
    trial = FormSession.restore(session.form, session.save(), clock=session.clock)
    trial.answer(path, "yes")
    before = {question.path for question in _without(path, session).questions()}
    return [
        question.path
        for question in trial.questions()
        if question.path not in before and read_as(trial.extras(question.path))[0] is Kind.AMOUNT
    ]


def _without(path: str, session: FormSession) -> FormSession:
    """The form as it stands with that answered by a no."""
    trial = FormSession.restore(session.form, session.save(), clock=session.clock)
    trial.answer(path, "no")
    return trial


def _sums(text: str, questions: Questions, locale: LenderLocale) -> list[tuple[str, Figure, Role]]:
    counted, parts = countable(questions), clauses(fold(clean(text)))
    every = [
        [(place, one) for place, part in enumerate(parts) for one in figures(part, tongue, locale, counted)]
        for tongue in dict.fromkeys((questions.language, "en"))
    ]
    return [
        (parts[place], one, role(parts, place, one))
        for place, one in max(every, key=len)
        if one.kind is Kind.AMOUNT
    ]


def _may_be_owed(part: str, figure: Figure, found: Role, asked: list[str], questions: Questions) -> bool:
    best = figure.reading.candidates[0].value if figure.reading.candidates else 0
    least = float(str(best))
    if least <= 0 or is_time(part, figure) or is_over(part) or found in _NO_DEBT:
        return False
    if is_bare(part, figure):
        return least >= LEAST_ALONE
    unit = _UNIT.match(part, figure.end)
    if denied(part, [(figure.start, unit.end() if unit else figure.end)], questions.language):
        return False
    led = any(lead(part, figure, path, questions) is not None for path in asked)
    return led or found in (Role.OWED, Role.LENT, Role.LOAN)


def is_bare(part: str, figure: Figure) -> bool:
    """Whether nothing but "only" and the like stands beside the sum."""
    return not _FILLING.sub("", part[: figure.start] + " " + part[figure.end :]).strip()


def is_over(part: str) -> bool:
    """Whether the part (cleaned and folded) tells what was paid, or was owed long ago."""
    return _OVER.search(part) is not None
