""" "I want 10 goats", "goats cost 600 each, I want 10": what is wanted by number is to be bought."""

from __future__ import annotations

import re
from collections.abc import Sequence

from intake.interview.story_found import Ask
from intake.reading.cleaning import fold
from intake.reading.patterns import compiled
from intake.reading.types import Kind

# Who wants, by language, and the word of buying that belongs behind it.
WANTING = (
    (r"\b(?:want|need|wanna get|would like|looking for|like to have)\b", "to buy"),
    (r"\b(?:nataka|nahitaji|naomba|natafuta|tunataka|tunahitaji)\b", "kununua"),
    (r"\b(?:quiero|necesito|quisiera|queremos|necesitamos)\b", "comprar"),
    (r"\b(?:veux|voudrais|voulons|souhaite)\b", "acheter"),
    (r"(?:想要|需要|要)(?![买购借贷])", "买"),
)
WANTED = re.compile("|".join(want for want, _buy in WANTING), re.IGNORECASE)
COUNT = r"\d{1,2}(?![\d.,]*\d|\s*(?:k|mil|mille|thousand|elfu|万|千)\b)"  # three figures and more are money as well
ENDS = r"(?=\s*(?:of (?:them|these)|only|tu|no más|seulement)?\s*(?:[,;.!?，。；！？\n]|$))"
EACH = re.compile(
    r"\d[\d,.]*\s*(?:yuan|kuai|shillings?)?\s*(?:each|apiece|a piece|a head|kila mmoja|cada un[oa]|chacune?)\b",
    re.IGNORECASE,
)


def with_buying(text: str, asks: Sequence[Ask]) -> str:
    """The story with the word of buying put where a number of things is wanted; the thing too, where it stands
    elsewhere ("goats cost 600 each, I want 10")."""
    names = _counted(asks) if WANTED.search(text) else {}
    if not names:
        return text
    thing = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    for want, buy in WANTING:
        gap = "" if buy == "买" else " "
        measured = r"[只头匹口条棵个]?" if buy == "买" else r"\s+(?:\w+\s+)?"
        counted = rf"(?:{COUNT}{measured}(?:{thing})|(?:{thing})\s+{COUNT})(?!\w)"
        if buy == "买":
            counted = rf"{COUNT}{measured}(?:{thing})"
        text = compiled(rf"({want})\s*(?={counted})", re.IGNORECASE).sub(rf"\1{gap}{buy}{gap}", text)
    return _named_elsewhere(text, names)


def _named_elsewhere(text: str, names: dict[str, str]) -> str:
    said = {
        option: name
        for name, option in sorted(names.items(), key=lambda pair: len(pair[0]))
        if compiled(rf"(?<![^\W_]){re.escape(name)}(?![^\W_])", re.IGNORECASE).search(text)
    }
    if len(said) != 1:
        return text
    [name] = said.values()
    price = EACH.search(text)
    for want, buy in WANTING[:-1]:
        each = f" ({price[0]})" if price else ""
        bare = compiled(rf"({want})\s+({COUNT}){ENDS}", re.IGNORECASE)
        order = rf"\1 {buy} {name} \2{each}" if buy == "kununua" else rf"\1 {buy} \2 {name}{each}"
        text = bare.sub(order, text)
    return text


def _counted(asks: Sequence[Ask]) -> dict[str, str]:
    """The names of what is chosen and counted, when the form counts anything: goats, sheep."""
    if not any(ask.reads is Kind.INTEGER for ask in asks):
        return {}
    return {
        fold(word.lower()): f"{ask.path}:{option.name}"
        for ask in asks
        for option in ask.options
        for word in (*option.labels, *option.synonyms)
        if not word.startswith("=")
    }
