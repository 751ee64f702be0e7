"""A phone number in a story that no word leads from: the farmer's own, or said back."""

from __future__ import annotations

import re
from collections.abc import Sequence

from intake.interview.answering import typed
from intake.interview.clauses import Figure
from intake.interview.questions import Questions
from intake.interview.story_found import Ask, Found
from intake.reading import Kind, LenderLocale
from intake.reading.kin import is_of_kin, names_kin

_MINE = re.compile(r"\bme\b|\bmy\b|\byangu\b|我")
_OF_ANOTHER = re.compile(
    r"\b(?:his|her|their|him|them|guarantor\w*|officer|bank|shop|\w+'s|y?ake|yao|mdhamini)\b|[他她]|担保|银行"
)
_CALLED = re.compile(
    r"(?:'s?|的|\s|[:：]|\b(?:cell|mobile|tele)?phones?\b|\b(?:mobile|cell|tel|simu|namba|number|no|contact|is|ni|yake)\b|电话|手机|号码?|是)+$"
)


def may_be_his(ask: Ask, clause: str, figure: Figure) -> bool:
    """Whether the question may ask for the number: that for his own not for "my wife's phone"."""
    if figure.kind is not Kind.PHONE or not _is_his_own(ask):
        return True
    return not is_of_kin(_CALLED.sub("", clause[: figure.start]), clause[figure.end :])


def lone_phone(
    free: Sequence[tuple[str, Figure]],
    asks: Sequence[Ask],
    questions: Questions,
    locale: LenderLocale,
    found: Found,
) -> list[str]:
    """Give the one number to the question for his own, unless it is told whose it is; what is left is said back."""
    phones = [(part, one) for part, one in free if one.kind is Kind.PHONE]
    path = next((ask.path for ask in asks if ask.reads is Kind.PHONE and _is_his_own(ask)), "")
    if len(phones) == 1 and path and not _is_of_another(*phones[0]):
        [(_part, one)] = phones
        read = typed(one.words, questions, path, locale)
        if isinstance(read, str):
            found.take(path, read, one.words)
    known = {item.value for item in questions.answered()} | set(found.values.values())
    return [one.words for _part, one in phones if _value(one) not in known]


def _is_his_own(ask: Ask) -> bool:
    return any(_MINE.search(cue) for cue in ask.cues)


def _is_of_another(part: str, phone: Figure) -> bool:
    around = part[: phone.start] + part[phone.end :]
    return _OF_ANOTHER.search(around) is not None or names_kin(around)


def _value(phone: Figure) -> str:
    return str(phone.reading.best.value) if phone.reading.best is not None else phone.words
