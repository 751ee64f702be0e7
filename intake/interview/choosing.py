"""From a typed text to one choice of a list, or to several."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from intake.forms import QuestionKind
from intake.interview.measures import Typed, as_written, settled
from intake.interview.money_tokens import others_owe
from intake.interview.month_choices import as_months, bare_numbers, beside, each_month, numbered
from intake.interview.owing import owes_besides
from intake.interview.questions import Questions
from intake.interview.types import Ambiguous, Refused
from intake.interview.year import months_of
from intake.reading import Candidate, Kind, LenderLocale, Option, Reading, Reason, read
from intake.reading.choices import Mention, Told, straightened, told
from intake.reading.cleaning import clean, fold
from intake.reading.denials import excepts, hedges
from intake.reading.noughts import is_nought
from intake.reading.types import ambiguous

_OF_MONTH = r"(?: (?:the )?(?:end|start|beginning|middle)(?: of)?)?(?: month)?(?: the)?"
# What stands between the first and the last of several; "a" is a range in Spanish, and "au" an "or" in Swahili.
RANGES: Mapping[str, str] = {
    "en": rf"(?:up |right |all the way )?(?:to|till|til|until|through|thru|upto){_OF_MONTH}|[-~]|->",
    "sw": r"(?:hadi|mpaka|mpk|kufikia)(?: mwisho wa)?(?: mwezi)?(?: wa)?",
    "es": r"a|al|hasta(?: el)?(?: mes de)?",
    "fr": r"a|au|jusqu'(?:en|a|au)",
    "hi": r"से|से लेकर|se",
    "zh": r"份?[底初中]?(?:左右|开始|起)?(?:一直)?[到至](?:次年|第二年|来年|明年)?的?|份?[-~]",
}
_BETWEEN = re.compile(r"\b(?:between|kati ya|entre)\s+(?:the months? (?:of )?|mwezi wa |miezi ya )?$")
_BETWEEN_JOIN = re.compile(r"(?:and|na|y|et|&|n)(?: mwezi wa| wa)?")
_ALL = re.compile(
    r"\b(?:all|every\w*|each|any\w*|whole|(?:the )?(?:rest|others?)|kila|mzima|\w+ote|\w*ingine)\b"
    r"|\b(?:tod[oa]s?|cada|tous|toutes?|chaque)\b"
    r"|都|全|每|所有|其他|其余|सब|सभी|हर|सारे"
)
# "Until June", "from June on" are more months than the one that is named.
_OPEN_END = re.compile(
    r"\b(?:from|since|after|until|till|before|up to) "
    r"|\b(?:hadi|mpaka|kuanzia|tangu|baada ya|kabla ya|desde|hasta|depuis|jusqu'en) "
    r"|月份?[底初中]?(?:以后|之后|后|以前|之前|前|起|开始)"
)
LEAST_RANGE = 5  # choices; "March to June" makes sense in a long ordered list only


def yes_no_choices(questions: Questions, path: str) -> bool:
    """Whether the question is answered by yes or no."""
    return sorted(choice.name for choice in questions.choices(path)) == ["no", "yes"]


def chosen(text: str, questions: Questions, path: str, locale: LenderLocale) -> Typed:
    """The name of the choice, or the names; a doubt, or a refusal."""
    options, language = questions.options(path), questions.language
    if questions.session.kind(path) is not QuestionKind.SELECT_ONE:
        return _several(text, options, questions, path, locale)
    if yes_no_choices(questions, path):
        own = read(text, Kind.CHOICE, language=language, locale=locale, options=[*map(_without_han, options)])
        return _yes_or_no(text, own, options, questions, path, locale)
    return settled(
        read(text, Kind.CHOICE, language=language, locale=locale, options=options), path, as_written
    )


def _without_han(option: Option) -> Option:
    """Without a label of one character: 是 is a yes, and stands in 就是, too."""
    labels = tuple(one for one in option.labels if len(one) > 1)
    return replace(option, labels=labels) if option.synonyms else option


def _yes_or_no(
    text: str, own: Reading, options: Sequence[Option], questions: Questions, path: str, locale: LenderLocale
) -> Typed:
    """A yes or a no, or the question's own words for them ("no debts"); who denies one of these may mean the other."""
    language = questions.language
    answer = read(text, Kind.YES_NO, language=language, locale=locale)
    own_yes = any(one.value == "yes" for one in own.candidates) or re.search(
        r"\bnow\b", text.lower()
    )  # 没还清
    if is_nought(text, (language, "en")) and not (own_yes or any(one.value for one in answer.candidates)):
        return "no"  # "0", "none at all"
    by_its_own_words = own.best is not None and any(option.synonyms for option in options)
    first = own if by_its_own_words and answer.best is None else answer
    if [one.value in (False, "no") for one in first.candidates] == [True] and (
        hedges(_body(text), language) or owes_besides(text, path, questions, locale)
    ):
        both = [Candidate(name, name) for name in ("yes", "no")]
        return settled(ambiguous(Reason.OTHER_WORDS, *both), path, as_written)
    if answer.best is None and own.best is not None and own.best.value == "yes" and others_owe(text):
        return settled(
            ambiguous(Reason.OTHER_WORDS, Candidate("yes", "yes"), Candidate("no", "no")), path, as_written
        )
    if answer.best is None and not by_its_own_words:
        denied = {option.name for option in told(_body(text), options, language).denied}
        meant = {"yes", "no"} - denied if len(denied) == 1 else set()
        said = {"yes" if candidate.value else "no" for candidate in answer.candidates}
        if meant:
            both = [Candidate(name, name) for name in ("yes", "no") if name in meant | said]
            return settled(ambiguous(Reason.OTHER_WORDS, *both), path, as_written)
    if answer.candidates and (answer.best is not None or not by_its_own_words):
        return settled(answer, path, lambda candidate: "yes" if candidate.value else "no")
    return settled(own, path, as_written)


def _several(
    text: str, options: Sequence[Option], questions: Questions, path: str, locale: LenderLocale
) -> Typed:
    """Every choice that is named and not denied; what was denied, or heard through a slip, is asked about."""
    language, names = questions.language, [option.name for option in options]
    in_order = questions.session.kind(path) is QuestionKind.SELECT_MULTIPLE
    months = as_months(options, language) if in_order else []
    body = numbered(_body(each_month(text))) if months else _body(text)
    bare = bare_numbers(body) if months else ""
    known = months or options
    plainly = straightened(body, known)
    heard = told(bare or plainly, known, language)
    fill = in_order and len(names) >= LEAST_RANGE
    said, against = (
        _names(hits, bare or plainly, names, language, fill=fill) for hits in (heard.mentions, heard.against)
    )
    said = [name for name in said if name not in against]
    if against:
        return _without(said, against, plainly, heard, names, path, language)
    figures = [names[month - 1] for month in (beside(plainly, heard) if months else ())]
    besides = [name for name in figures if name not in said]
    open_end = bool(months) and len(said) == 1 and _OPEN_END.search(plainly) is not None
    if said and (besides or bare or plainly != body or open_end):
        return _asked([*said, *besides], names if in_order else [], path)
    if not said and in_order:
        said = months_of(text, names, language, locale)
    if said:
        return " ".join(said)
    return settled(
        read(text, Kind.CHOICE, language=language, locale=locale, options=options), path, as_written
    )


def _without(
    said: Sequence[str],
    against: Sequence[str],
    body: str,
    heard: Told,
    names: Sequence[str],
    path: str,
    language: str,
) -> Typed:
    """ "Every month except May": all but that one; else what is left beside what was denied. Asked, both."""
    if said:
        return _asked(said, (), path)
    rest = body
    for start, end, _option in sorted(heard.against, key=lambda hit: -hit[0]):
        rest = f"{rest[:start]} {rest[end:]}"
    if _ALL.search(rest) or excepts(body, language):
        return _asked([name for name in names if name not in against], (), path)
    return Refused(path, Reason.NOT_UNDERSTOOD)


def _asked(found: Sequence[str], order: Sequence[str], path: str) -> Typed:
    """All of them together as one reading, to be confirmed; in the order of the list, where it has one."""
    together = " ".join([name for name in order if name in found] if order else found)
    if not together:
        return Refused(path, Reason.NOT_UNDERSTOOD)
    return Ambiguous(path, (Candidate(together, together),), Reason.OTHER_WORDS)


def _names(
    hits: Sequence[Mention], body: str, names: Sequence[str], language: str, *, fill: bool
) -> list[str]:
    """The choices named, each once; "March to June" is four, "November to January" goes round the year's end."""
    found: list[str] = []
    for place, (start, end, option) in enumerate(hits):
        following = hits[place + 1] if place + 1 < len(hits) else None
        found.append(option.name)
        if fill and following and _is_range(body[:start], body[end : following[0]], language):
            first, last = names.index(option.name), names.index(following[2].name)
            found += names[first : last + 1] if first <= last else [*names[first:], *names[: last + 1]]
    return list(dict.fromkeys(found))


def _is_range(before: str, between: str, language: str) -> bool:
    words = between.strip()
    tongues = dict.fromkeys((language, "en", "zh"))
    if any(re.fullmatch(RANGES.get(tongue, r"(?!)"), words) for tongue in tongues):
        return True
    return bool(_BETWEEN.search(before) and _BETWEEN_JOIN.fullmatch(words))


def _body(text: str) -> str:
    return fold(clean(text.replace("、", "和")))  # a list, where a comma may part two sentences
