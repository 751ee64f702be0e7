"""Texts in a story: `to buy 12 goats` (from the word on), `my name is Amina` (after it)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from intake.forms import QuestionKind
from intake.interview.clauses import spaced
from intake.interview.columns import packed
from intake.interview.questions import Questions
from intake.interview.story_found import Ask, Found

NAME_WORDS = 4
# Between two things to be done: "dig a pond and buy carp", "挖鱼塘和买鱼苗"
JOINED = re.compile(
    r"[^\W\d_]{3,}.*\s(?:and|then|na|y|et)\s+(?:to\s+)?$|[\u3400-\u9fff]{1,8}(?:和|再|并|还|、)$",
    re.IGNORECASE,
)


def take_texts(body: str, asks: Sequence[Ask], questions: Questions, language: str, found: Found) -> None:
    """`to buy 12 goats` (from the word on) and `my name is Amina` (after it), in the farmer's own letters."""
    for ask in asks:
        how = (questions.cells(ask.path).get("read_as") or "").strip().lower()
        if ask.kind is not QuestionKind.TEXT or not how.startswith("words:"):
            continue
        cues = packed(questions.cells(ask.path).get("story_words", ""), language)
        if how == "words:named":
            words = _named(body, cues)
            if words:
                found.take(ask.path, words, words)
            continue
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
            return (
                _trimmed(_from_earlier(body, match.start(), cues) + match[0], keep=True)
                if keep
                else _trimmed(match["rest"], keep=False)
            )
    return ""


def _from_earlier(body: str, start: int, cues: Sequence[str]) -> str:
    """ "dig a pond and buy carp": what is said before in the same clause, if another such word begins it.

    A sum or a time between them ("for 12 months to buy goats") tells no purpose.
    """
    begin = max((body.rfind(mark, 0, start) for mark in ",;.!?\n，。；！？"), default=-1) + 1
    clause = body[begin:start]
    for cue in cues:
        lead = re.escape(cue) if cue[:1] >= "\u3400" else rf"(?<![^\W_]){re.escape(cue)}(?![^\W_])"
        match = re.search(rf"{lead}(?P<between>.*)$", clause, re.IGNORECASE | re.DOTALL)
        if match and JOINED.search(match["between"]):
            return match[0]
    return ""


def _named(body: str, cues: Sequence[str]) -> str:
    """The words themselves ("winter corn"), the longest that stand there."""
    for cue in sorted(cues, key=len, reverse=True):
        whole = re.escape(cue) if cue[:1] >= "\u3400" else rf"(?<![^\W_]){re.escape(cue)}(?![^\W_])"
        match = re.search(whole, body, re.IGNORECASE)
        if match:
            return match[0]
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
    words = spaced(words)[0]
    words = re.sub(r"^(?:to|for)\s+|\s+(?:instead|please|pls|badala(?: yake)?|tafadhali)$", "", words.strip())
    return words if keep or words[:1] >= "\u3400" else " ".join(words.split()[:NAME_WORDS])
