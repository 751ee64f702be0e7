"""The purpose less what the story told of sums and times: "10 goats in dongpo for 10 months start may" is for 10 goats
in dongpo."""

# ruff: noqa: E501 - words of farmers are read whole

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from intake.forms import QuestionKind
from intake.interview.questions import Questions
from intake.interview.story_found import Ask, Found
from intake.reading import Kind
from intake.reading.patterns import compiled

TOLD = frozenset({Kind.AMOUNT, Kind.DURATION, Kind.DATE, Kind.PHONE})
# Words of borrowing, having and paying back, which say no more than the figure they stand beside.
_BEFORE = (
    r"and|to|i|we|will|can|would|could|want|wants|need|like|borrow|take|get|loan|of|which|with|using|costs?|costing|at|about|around|for|over|in|within|during|"
    r"on|by|from|term|start|starts|starting|begin|beginning|first|payment|payments|pay|pays|paying|repay|repaying|repayment|payable|repayable|return|returning|refund|settle|finish|give|giving|back|it|them|all|the|a|my|own|have|got|is|"
    r"na|nataka|nahitaji|naomba|kukopa|mkopo|wa|ya|kwa|muda|ndani|kuanzia|kuanza|nianze|nitaanza|kulipa|nitalipa|nalipa|nitarudisha|kurudisha|nirudishe|kuirudisha|kuzirudisha|nitarejesha|kurejesha|nilipe|baada|malipo|kwanza|nina|pesa|kama"
)
_BEHIND = r"yuan|kuai|rmb|please|pls|plz|only|back|myself|mine|saved|of my own|loan|term|zangu|yangu|mwenyewe|tu|tafadhali|shilingi"
_BEFORE_HAN = r"我们?|俺|自己|手里|手头|大概|大约|总共|一共|共|现在|还|再|就|想|要|需要?|得|打算|准备|可以|能|借|贷款?|款|用|花|缺|差|拿|出|有|分成?|分期|在|从|到"
_BEHIND_HAN = r"元|块钱?|人民币|左右|以内|之内|内|里|分期|还款?|还清|还完|还上|归还|付清|清|完|钱|开始|起|的|就|可以|贷款|借款"
BEFORE = rf"(?:(?:(?<![^\W_])(?:{_BEFORE})(?![^\W_])|,)\s*)*|(?:{_BEFORE_HAN})*"
BEHIND = rf"(?:\s+(?:{_BEHIND})(?![^\W_])|\s*(?:{_BEHIND_HAN}))*"
# What stands nowhere but beside the figures that went.
LEFT_OVER = re.compile(
    rf"(?:\s|[,.]|(?<![^\W_])(?:{_BEFORE}|{_BEHIND})(?![^\W_])|{_BEFORE_HAN}|{_BEHIND_HAN})*$", re.IGNORECASE
)


def leave_purpose(found: Found, asks: Sequence[Ask], questions: Questions) -> None:
    """Take what has its own question out of the words the money is for; all else that he wrote stays."""
    told = [found.words[ask.path] for ask in asks if _is_told(ask) and found.words.get(ask.path)]
    for ask in asks:
        how = (questions.cells(ask.path).get("read_as") or "").strip().lower()
        if how == "words:from" and ask.path in found.values:
            words = _without(found.values[ask.path], told, ask.cues)
            found.values[ask.path] = found.words[ask.path] = words


def _is_told(ask: Ask) -> bool:
    return ask.reads in TOLD or ask.kind is QuestionKind.DATE


def _without(purpose: str, told: Collection[str], leads: Sequence[str]) -> str:
    left = purpose
    for words in sorted(told, key=len, reverse=True):
        match = _standing(words).search(left)
        if match is None:
            continue
        before, behind = left[: match.start()].rstrip(" ,"), left[match.end() :].lstrip(" ,")
        gap = "" if not (before and behind) or before[-1] >= "\u3400" else " "
        shorter = f"{before}{gap}{behind}"
        if not LEFT_OVER.match(_less_lead(shorter, leads)):
            left = shorter
    return left if left == purpose else left.strip()


def _less_lead(purpose: str, leads: Sequence[str]) -> str:
    """Without the word that leads to the purpose ("buy"): something must be bought."""
    said = purpose.strip().lower()
    return min((said.removeprefix(lead.lower()) for lead in leads), key=len, default=said)


def _standing(words: str) -> re.Pattern[str]:
    """The words with those that lead to them."""
    spaced = r"\s+".join(re.escape(word) for word in words.split())
    whole = r"(?!\d)" if words[-1:].isdigit() else ""
    return compiled(rf"(?:{BEFORE})(?<![\d.,]){spaced}{whole}(?:{BEHIND})", re.IGNORECASE)
