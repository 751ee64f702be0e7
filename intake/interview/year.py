"""The months of a year that are not named one by one ("all year", "at harvest"), and years counted from one on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from intake.reading import LenderLocale
from intake.reading.cleaning import clean, fold

MONTHS = 12
_ALL = re.compile(
    r"\b(?:all|every|each) (?:the )?(?:year|months?)\b|\b(?:whole|entire) year\b|\byear round\b|\ball of them\b"
    r"|全年|整年|一年到头|一年四季|每个?月|月月|天天都"
    r"|\bmwaka (?:mzima|wote)\b|\b(?:kila mwezi|miezi yote|zote)\b"
    r"|(?:पूरे|सारे) साल|साल भर|हर महीने|सब महीने"
    r"|\btodo el ano\b|\b(?:todos los|cada) mes(?:es)?\b|\btoute l'annee\b|\b(?:tous les|chaque) mois\b"
)
_NOT_ALL = re.compile(r"\b(?:not|except|but|isipokuwa|ila|menos|sauf)\b|除了|不是")
_SINCE = re.compile(
    r"(?:.*\b)?(?:since|from|tangu|kuanzia|toka|desde|depuis)\D{1,12}(?P<a>(?:19|20)\d\d)"
    r"|\D{0,6}(?P<b>(?:19|20)\d\d)年?(?:开始|起|以来|就|到现在).*|(?P<c>(?:19|20)\d\d) से.*"
)
MOST_YEARS = 80


def months_of(text: str, names: Sequence[str], language: str, locale: LenderLocale) -> list[str]:
    """Of the twelve `names` in the order of the year those that a word for many means; none for other words."""
    said = fold(clean(text)).strip(" .!,;")
    if len(names) != MONTHS or _NOT_ALL.search(said):
        return []
    if _ALL.search(said):
        return list(names)
    spans = [
        (int(season.starts[:2]) - 1, int(season.ends[:2]))
        for season in locale.seasons
        if any(
            fold(clean(name)) in said
            for name in (*season.names.get(language, ()), *season.names.get("en", ()))
        )
    ]
    return [name for place, name in enumerate(names) if any(first <= place < last for first, last in spans)]


def years_since(text: str, locale: LenderLocale) -> int | None:
    """ "Since 2015" as years until today."""
    match = _SINCE.fullmatch(fold(clean(text)).strip(" .!,"))
    if match is None:
        return None
    years = locale.today.year - int(match["a"] or match["b"] or match["c"])
    return years if 0 <= years <= MOST_YEARS else None
