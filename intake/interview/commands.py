"""Commands in words: "go back", "改金额", "sijui"; near spellings count, doubtful ones do not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from intake.interview.command_words import AROUND, CHANGE, DONE, LATER, PHRASES, REMOVE, SHOW, UNWANTED
from intake.interview.spelling import amending
from intake.interview.types import CommandKind
from intake.reading.cleaning import clean, fold
from intake.reading.words import words

LONGEST = 60  # letters; a command is short, a story is not
NEAR = 90  # rapidfuzz ratio, for phrases of six Latin letters and more
LEAST_NEAR_LENGTH = 6


def without_no(text: str) -> str:
    """ "No, that's all" says that it is all."""
    return re.sub(r"^(?:no|nope|hapana|la|不|没有?|नहीं|non)[\s,，.]+", "", text.strip(), flags=re.IGNORECASE)


def is_done(text: str, language: str) -> bool:
    """Whether it says what the button "Done" says."""
    told = {fold(clean(phrase)) for tongue in ("en", language) for phrase in words(DONE.get(tongue, ""))}
    return fold(clean(text)).strip(" .!？！。✅") in told


@dataclass(frozen=True, slots=True)
class Spoken:
    """A command recognised in words; `what` belongs to CHANGE and REMOVE, `rest` to CHANGE. `unwanted`: it removes only
    what may be left open."""

    kind: CommandKind
    what: str = ""
    rest: str = ""
    unwanted: bool = False


@cache
def _table(language: str) -> dict[str, CommandKind]:
    table: dict[str, CommandKind] = {}
    for tongue in ("en", language):
        for kind, phrases in PHRASES.get(tongue, {}).items():
            table |= {fold(clean(phrase)): kind for phrase in words(phrases)}
    return table


def spoken(text: str, language: str) -> Spoken | None:
    """The command that `text` is, in the farmer's language or in English; None for anything else."""
    if len(text) > LONGEST:
        return None
    body = _bare(amending(text))
    table = _table(language)
    if body in table:
        return Spoken(table[body])
    if any(re.fullmatch(LATER.get(tongue, r"(?!)"), body) for tongue in ("en", language)):
        return Spoken(CommandKind.STOP)
    if any(re.fullmatch(SHOW.get(tongue, r"(?!)"), body) for tongue in ("en", language)):
        return Spoken(CommandKind.SUMMARY)
    return _near(body, table) or _remove(body, language) or _change(body, language)


def _bare(text: str) -> str:
    body = fold(clean(text)).strip(" .!?？！。,;¿¡/")
    return re.sub(AROUND, "", body) or body


def _near(body: str, table: dict[str, CommandKind]) -> Spoken | None:
    if len(body) < LEAST_NEAR_LENGTH or not body.isascii() or re.search(r"\d", body):
        return None
    from rapidfuzz import fuzz, process

    long = [phrase for phrase in table if len(phrase) >= LEAST_NEAR_LENGTH and phrase.isascii()]
    found = process.extractOne(body, long, scorer=fuzz.ratio, score_cutoff=NEAR)
    return Spoken(table[found[0]]) if found else None


def _remove(body: str, language: str) -> Spoken | None:
    for patterns, unwanted in ((REMOVE, False), (UNWANTED, True)):
        for tongue in dict.fromkeys((language, "en")):
            match = re.fullmatch(patterns.get(tongue, r"(?!)"), body)
            if match:
                what = next(told for told in match.groups() if told)
                return Spoken(CommandKind.REMOVE, what.strip(), unwanted=unwanted)
    return None


def _change(body: str, language: str) -> Spoken | None:
    for tongue in dict.fromkeys((language, "en")):
        match = re.fullmatch(CHANGE.get(tongue, r"(?!)"), body)
        if match:
            groups = match.groupdict()
            what, rest = (
                next((told for name, told in groups.items() if name.startswith(kind) and told), "")
                for kind in ("what", "rest")
            )
            return Spoken(CommandKind.CHANGE, what.strip(), rest.strip())
    return None
