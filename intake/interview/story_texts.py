"""Texts in a story: `to buy 12 goats` (from the word on), `my name is Amina` (after it)."""

# ruff: noqa: E501 - words of farmers are read whole

from __future__ import annotations

import re
from collections.abc import Sequence

from intake.forms import QuestionKind
from intake.interview.clauses import Figure, spaced
from intake.interview.columns import packed
from intake.interview.persons import names_somebody
from intake.interview.questions import Questions
from intake.interview.story_found import Ask, Found
from intake.interview.story_names import introduced, name_alone, with_initials
from intake.reading.cleaning import clean, fold
from intake.reading.patterns import compiled, word

WORDS_BEFORE = 4  # a verb that stands last
# What is said next without a mark between: "to buy goats my phone is 138…", "买化肥缺3000".
ELSEWHERE = re.compile(
    r"(?:\s(?:and|na|y|et))?\s(?=my (?:name|phone|number|village|own|money)\b|(?:i|we) (?:have|am|live|can|will|want|need|earn|put|got|own)\b|"
    r"(?:want|need|nataka|nahitaji|naomba|quiero|necesito) (?=\d)|call me\b|pay back\b|repay\b|(?:nina|nko|niko|nitalipa|naishi|naitwa|simu)\b|(?:tengo|vivo|pago)\b|(?:j'ai|j'habite)\b)"
    r"|(?:我|现在|大概|一共|总共|还|想)*(?:缺|差|要|需要?|得)(?:借|贷款?|花|用)?(?=[\d一二两三四五六七八九十百千万])",
    re.IGNORECASE,
)
# "Farming for 15 years", "a loan for 12 months": no purpose.
A_TIME = (
    r"(?:about |over |almost |the last |the past )?(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)"
    r"(?: and a half)?\s*(?:years?|months?|weeks?|days?|miaka|miezi|anos|meses|ans|mois)\b|(?:miaka|miezi|mwaka|mwezi)\b"
)
# Nor is a sum with nothing behind it, or with a word that leads on: "apply for 8000", "ask for 8000 for goats".
A_SUM = r"[\s:：]*\d[\d,.]{2,}k?(?:\s*(?:yuan|kuai|元|块钱?))?\s*(?:[,;.!?\n，。；！？]|$|(?:for|to|because|and|but|so|as|last|this|next|each|in|at|on|from|need|want|i|we|only|cash)\b)"
# Nor is the loan itself: "asking for a loan of 5000", nor what only points: "need 8000 for more".
THE_LOAN = r"\s+(?:(?:an?|the|some|another|your|this) )?(?:(?:small|big|bank|new|little) )?(?:loans?|credit|mkopo)\b(?! (?:re)?pay)"
NO_THING = r"\s+(?:more|it|them|this|that|me|us|now|today)\s*(?:[,;.!?\n，。；！？]|$)"
_KWA = re.compile(r"\bkwa\s+$")
FOR = frozenset({"for", "kwa", "kwa ajili ya", "para", "por", "pour"})
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
            words = _named(_without_longer(body, cues, asks), cues)
            if words:
                found.take(ask.path, words, words)
            continue
        keep = how == "words:from"
        words = _said_before(body, cues) if keep and language == "hi" else _said(body, cues, keep)
        if how == "words:name":
            told = with_initials(body)
            said = _said(told, cues, keep) or (introduced(told) if _is_his_own(ask) else "")
            words = name_alone(said, _places(asks))
            named = re.search(r"[^\W\d_]", words) and names_somebody(words, questions.language)
            words = words if named else ""
        if words and (keep or not _is_choice(words, asks)):
            found.take(ask.path, words, words)


def take_counted(
    marks: Sequence[tuple[str, Figure]], asks: Sequence[Ask], questions: Questions, found: Found
) -> None:
    """ "Kwa mbuzi 12": what is counted behind the word for "for" is what the money is for."""
    for ask in asks:
        if (questions.cells(ask.path).get("read_as") or "").strip().lower() == "words:from":
            things = [one.words for part, one in marks if one.counts and _KWA.search(part[: one.start])]
            if len(things) == 1:
                found.take(ask.path, things[0], things[0])


def _is_his_own(ask: Ask) -> bool:
    """Whether the name is that of who writes, not of somebody who stands by him."""
    return any(re.search(r"my name|我叫|naitwa", cue, re.IGNORECASE) for cue in ask.cues)


def _places(asks: Sequence[Ask]) -> list[str]:
    """What is chosen at another question: a village may stand behind a name."""
    return [fold(clean(label)) for ask in asks for one in ask.options for label in one.labels]


def _is_choice(words: str, asks: Sequence[Ask]) -> bool:
    """A village, or anything else that is chosen, is nobody's name."""
    said = fold(clean(words))
    return said in _places(asks)


def _said(body: str, cues: Sequence[str], keep: bool) -> str:
    """What the first cue introduces, up to the clause's end."""
    for cue in sorted(cues, key=len, reverse=True):
        lead = word(cue).pattern
        told = compiled(
            rf"(?P<cue>{lead}){_no_purpose(cue) if keep else ''}[\s:：]*(?P<rest>[^,;.!?\n，。；！？]+(?:[,.](?=\d)[^,;.!?\n，。；！？]+)*)",
            re.IGNORECASE,
        ).finditer(body)
        match = next((one for one in told if one["rest"].strip()), None)
        if match:
            return (
                _trimmed(_from_earlier(body, match.start(), cues) + match[0])
                if keep
                else _trimmed(match["rest"])
            )
    return ""


def _no_purpose(cue: str) -> str:
    """What stands behind the cue where it leads to no purpose."""
    every = (A_SUM, THE_LOAN, NO_THING) if cue in FOR else ()
    return rf"(?![\s:：]*(?:{A_TIME}))" + "".join(f"(?!{one})" for one in every)


def _from_earlier(body: str, start: int, cues: Sequence[str]) -> str:
    """ "dig a pond and buy carp": what is said before in the same clause, if another such word begins it.

    A sum or a time between them ("for 12 months to buy goats") tells no purpose.
    """
    begin = max((body.rfind(mark, 0, start) for mark in ",;.!?\n，。；！？"), default=-1) + 1
    clause = body[begin:start]
    for cue in cues:
        match = compiled(rf"{word(cue).pattern}(?P<between>.*)$", re.IGNORECASE | re.DOTALL).search(clause)
        if match and JOINED.search(match["between"]):
            return match[0]
    return ""


def _without_longer(body: str, cues: Sequence[str], asks: Sequence[Ask]) -> str:
    """Less the choices with a longer name: a "rice mill" is no rice."""
    for name in (name for ask in asks for one in ask.options for name in one.synonyms):
        if " " in name and any(cue != name and cue in name.split() for cue in cues):
            body = compiled(rf"(?<![^\W_]){re.escape(name)}(?![^\W_])", re.IGNORECASE).sub(" ", body)
    return body


def _named(body: str, cues: Sequence[str]) -> str:
    """The words themselves ("winter corn"), the longest that stand there."""
    for cue in sorted(cues, key=len, reverse=True):
        match = word(cue, re.IGNORECASE).search(body)
        if match:
            return match[0]
    return ""


def _said_before(body: str, cues: Sequence[str]) -> str:
    """Hindi puts the verb last: the words before it, and it."""
    for cue in sorted(cues, key=len, reverse=True):
        match = compiled(rf"(?P<rest>[^,;.!?\n।]*?){re.escape(cue)}").search(body)
        if match and match["rest"].strip():
            return " ".join([*match["rest"].split()[-WORDS_BEFORE:], cue])
    return ""


def _trimmed(words: str) -> str:
    words = re.split(
        r"\s(?:and|but|then|na|y|et) (?=i\b|my\b|can\b|will\b|pay\b|repay\b|(?:return|give) (?:it|back|the)\b|have\b|nina|nita|tengo|j')",
        words,
        maxsplit=1,
    )[0]
    words = spaced(words)[0]
    words = ELSEWHERE.split(words, maxsplit=1)[0]
    return re.sub(
        r"^(?:to|for|para|pour|मुझे|मैं|हमें)\s+|\s+(?:instead|please|pls|badala(?: yake)?|tafadhali)$",
        "",
        words.strip(),
    )
