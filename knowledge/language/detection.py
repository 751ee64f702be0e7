"""Which language a message or a document is in."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache
from typing import Any

import regex

from knowledge.language.scripts import is_latin, letters, written_in
from knowledge.language.stopwords import STOP_WORDS

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")
# The bot's own languages: told apart surest, also in short texts.
SPOKEN = ("en", "zh", "sw", "hi", "es", "fr")
SAMPLE = 20_000  # characters that tell a document's language
MESSAGE = 2_000
SHORT = 12  # letters below which a model's word on a Latin text is a guess
# Log odds by which a language nobody named must beat all of the named ones. Of 1,100 sentences in English, Spanish and
# Swahili the farthest was 11 away from them; of 980 in seven other Latin languages nine in ten were more than 30.
MARGIN = 20.0
FOREIGN = 10.0  # the same for a message in an asker's languages: 4 of 4,000 in them are as far away
# Of those the identifier knows: languages that people write rules in. Its others only draw texts away from these.
_CODES = """af am ar as az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu ha he hi hr ht hu hy id
ig is it ja jv ka kk km kn ko ku ky lg ln lo lt lv mg mk ml mn mr ms my ne nl no om or pa pl ps pt
qu ro ru rw si sk sl sn so sq sr st sv sw ta te tg th tk tl tr ug uk ur uz vi xh yo zh zu"""
WRITTEN = frozenset(_CODES.split())
_THREE_LETTERS = "eng:en zho:zh chi:zh cmn:zh swa:sw swh:sw hin:hi spa:es fra:fr fre:fr"
_LONG_CODES = {long: code for long, _, code in (one.partition(":") for one in _THREE_LETTERS.split())}


def detect(text: str, allowed: Collection[str], default: str) -> str:
    """The language of a message among `allowed`; `default` when the message is too short to tell.

    The script decides where it can; languages of one script go to their small words, then to py3langid restricted to
    `allowed`, since unrestricted it errs on short messages.
    """
    count = letters(text)
    if count == 0:
        return default
    script = written_in(text)
    able = tuple(sorted(code for code in allowed if (code in script if script else is_latin(code))))
    if not able:
        return default
    if len(able) == 1 and script:
        return able[0]
    by_stop_words = _by_stop_words(text, able)
    if by_stop_words:
        return by_stop_words
    if count < SHORT or len(able) == 1:
        return default if default in able else able[0]
    return _ranked(text[:MESSAGE], able)[0][0]


def detect_document(text: str, expected: Sequence[str] = SPOKEN) -> str:
    """The language of a document among all we know; one of the `expected` unless another is likelier by far."""
    sample = text[:SAMPLE]
    script = written_in(sample)
    if len(script) == 1:
        return script[0]
    likely = detect(sample, expected, _first(expected, script))
    able = {code for code in WRITTEN if (code in script if script else is_latin(code))}
    ranked = _ranked(sample, able)
    best, named = ranked[0], [score for code, score in ranked if code in {likely, *expected}]
    if best[0] in expected or (named and best[1] - max(named) < MARGIN):
        return likely
    return best[0]


def _first(expected: Sequence[str], script: Sequence[str]) -> str:
    """What a text in this script is when nothing else tells."""
    return next((one for one in expected if one in script), script[0] if script else expected[0])


def base_code(name: str) -> str:
    """A language as documents have it: en of `EN`, `en-US` and `eng`."""
    base = regex.split("[-_]", name.strip().casefold(), maxsplit=1)[0]
    return _LONG_CODES.get(base, base)


def asked_in(question: str, chosen: str, documents: Collection[str]) -> str:
    """The language to search in for somebody whom the bot speaks to in `chosen`.

    Another than that only where documents are in it and the bot has no words of its own in it.
    """
    others = set(documents) - {chosen, *SPOKEN}
    found = detect(question, {chosen, *SPOKEN, *others}, chosen) if others else chosen
    return found if found in others else chosen


def searched_in(question: str, chosen: str, documents: Collection[str]) -> str:
    """As `asked_in`; else what its letters tell, or in Latin ones its words, where it cannot be in `chosen`."""
    found = asked_in(question, chosen, documents)
    if found != chosen:
        return found
    script = written_in(question)
    if script:
        expected = (*sorted(documents), *SPOKEN)
        return chosen if chosen in script else _first((*expected, script[0]), script)
    if not is_latin(chosen) or letters(question) < SHORT:
        return chosen
    ranked = _ranked(question[:MESSAGE], {code for code in WRITTEN if is_latin(code)} | {chosen})
    home = [score for code, score in ranked if code in (chosen, *SPOKEN)]
    return ranked[0][0] if home and ranked[0][1] - max(home) >= FOREIGN else chosen


def heard_in(question: str, chosen: str) -> str:
    """Which of the bot's languages a question is in; that of the chat, unless letters or words clearly tell another."""
    script = written_in(question)
    if script:
        return chosen if chosen in script else _first(SPOKEN, script)
    able = tuple(sorted(code for code in {chosen, *SPOKEN} if is_latin(code)))
    by_stop_words = _by_stop_words(question, able)
    if by_stop_words or letters(question) < SHORT:
        return by_stop_words or chosen
    ranked = _ranked(question[:MESSAGE], able)
    least = dict(ranked).get(chosen, ranked[0][1] - FOREIGN) + FOREIGN
    return ranked[0][0] if ranked[0][1] >= least else chosen


def _by_stop_words(text: str, allowed: tuple[str, ...]) -> str:
    """Small words give a language away; empty when two are near each other, or one of them has no list of ours."""
    if not all(code in STOP_WORDS for code in allowed):
        return ""
    said = [word.casefold() for word in _WORD.findall(text[:MESSAGE])]
    counts = sorted(
        ((sum(word in STOP_WORDS[code] for word in said), code) for code in allowed), reverse=True
    )
    if counts[0][0] == 0 or (len(counts) > 1 and counts[0][0] < counts[1][0] * 2 + 1):
        return ""
    return counts[0][1] if counts[0][0] >= min(2, len(said) / 4) else ""


def warm() -> None:
    """Open the identifier: before the encoders, for it takes twice as much memory on the way as it then keeps."""
    _identifier()


def scored(text: str, allowed: Collection[str]) -> dict[str, float]:
    """The log odds of those of the allowed languages that the identifier knows."""
    return {str(code): float(score) for code, score in _identifier().rank(text) if code in allowed}


def _ranked(text: str, allowed: Collection[str]) -> list[tuple[str, float]]:
    """The allowed languages with their log odds, likeliest first; English where the identifier knows none of them."""
    found = sorted(scored(text, allowed).items(), key=lambda one: -one[1])
    return found or [("en", 0.0)]


@cache
def _identifier() -> Any:
    """One for all sets of languages: its model takes half a second and many megabytes to load."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE)
