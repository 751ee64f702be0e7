"""Rules for sums: a question about 30,000 is not answered by what holds below 20,000."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import inf

import regex

from knowledge.answering.sums import SMALLEST, SUM, compiled, value
from knowledge.language import normalize

_MONEY = r"\s*(?:yuan|shillings?|rupees?|dollars?|pesos?|euros?|francs?|[ku]?shs?|元|块|रुपये|रुपए|/[=-])?"
_YEAR = r"(?:19|20)\d\d"
# "You can borrow not more than 20,000" is a limit, which answers for every sum.
_NO_LIMIT = r"(?<!\b(?:borrow|lend|lent|get|receive|give|take|pay|is|are|be|prestamos|prestar|recibir?|pr[eê]tons|pr[eê]ter|emprunter|kukopa|kopesha|kupata)\b[^.;:]{0,30})"
_NO_LIMIT_ZH = r"(?<!(?:最多|最高|可借|可贷|能借|能贷|额度|金额|合计|总共|一共|加起来)[^。;,]{0,8})"
_NO_DENIAL = r"(?<!\b(?:not|never|cannot|can't|no se|no puede|pas|jamais|nunca|huwezi|hawezi|hatu\w+|si)\b[^.;:,]{0,30})"
_NO_REFUSAL = r"(?<!\b(?:not|never|cannot|can't|no) (?:lend|borrow|give|take|accept|grant|pay|prest\w+)\b[^.;:,]{0,20})(?<!\b(?:not?|pas|si) )"
_BELOW = (
    rf"(?:{_NO_REFUSAL}\b(?:below|under|less than|smaller than|menos de|inferior(?:es)? a|por debajo de|moins de|au-dessous de|chini ya|pungufu ya)\s+{SUM})"
    rf"|(?:{SUM}{_MONEY}\s*से (?:कम|नीचे)(?! न))|(?<!不[能得可会要应]?)(?:低于|少于|小于|不到|不足){SUM}"
)
_UP_TO = (
    rf"{_NO_LIMIT}\b(?:(?:not|no) (?:more than|over|above)|not exceeding|no m[aá]s de|pas plus de|[iuwy]?a?si[yz]o?zidi|si zaidi ya)\s+{SUM}(?![^.;]{{0,20}}\b(?:together|in (?:all|total)))"
    rf"|{_NO_LIMIT_ZH}(?:不超过|不高于|不多于){SUM}|{_NO_LIMIT_ZH}{SUM}{_MONEY}\s*(?:及?以下|以内)|{SUM}{_MONEY}\s*से (?:अधिक|ज\u093c?्यादा) न हो"
)
_NOT_TO = rf"(?!{_MONEY}\s*(?:(?:up )?to|hadi|hasta|a|à|jusqu'[àa]|-|–)\s*\d)"
_FROM = (
    rf"(?:\b(?:from|kuanzia|desde|a partir de|à partir de|dès)\s+(?!{_YEAR}\b){SUM}{_NOT_TO})"
    rf"|(?:{_NO_DENIAL}(?<!\bno )\b(?:over|above|more than|zaidi ya|m[aá]s de|superior(?:es)? a|plus de|au-dessus de)\s+{SUM})"
    rf"|(?:{SUM}{_MONEY}\s*(?:or more|and more|and above|or above|au zaidi|na zaidi|o más|y más|ou plus|et plus|及?以上|起|से (?:अधिक|ज\u093c?्यादा|ऊपर)(?! न)|या अधिक))"
    rf"|(?<!不[能得可会要应]?)(?:超过|高于|大于|多于){SUM}"
)
_BETWEEN = (
    rf"{SUM}{_MONEY}\s*(?:to|hadi|hasta|至|到|a|à|से|-|–)\s*{SUM}"
    rf"|\b(?:between|entre|kati ya)\s+{SUM}{_MONEY}\s+(?:and|y|et|na)\s+{SUM}"
)
# "From 20,000 a guarantor is needed. Below that none is."
_BELOW_THAT = regex.compile(
    r"\b(?:below|under|less than) (?:that|this|it)\b|\b(?:chini ya|pungufu ya) (?:hapo|hiyo|hicho|hizo)\b|\b(?:por debajo|menos) de (?:eso|ello)\b|\ben dessous\b|以下不|这个数以下|इससे (?:कम|नीचे)"
)
_CLOSED = rf"{SUM}{_MONEY}(?:及?以上)[、,]?(?:至|到)?{SUM}{_MONEY}(?:及?以下|以内)"


@dataclass(frozen=True, slots=True)
class Band:
    """Sums from `least` on, below `limit`, or up to it where it is `within`."""

    least: float
    limit: float
    within: bool = False

    def holds(self, amount: float) -> bool:
        return self.least <= amount < self.limit or (self.within and amount == self.limit)


def warm() -> None:
    """Compile what a question is first looked through with."""
    for pattern in (SUM, _CLOSED, _BETWEEN, _BELOW, _UP_TO, _FROM):
        compiled(pattern)


def amount_asked(question: str) -> float | None:
    """The one sum of money a question names; None where it names none or several."""
    found = {
        value(one["sum"])
        for one in compiled(SUM).finditer(normalize(question))
        if not regex.fullmatch(_YEAR, one[0].strip())
    }
    sums = [amount for amount in found if amount >= SMALLEST]
    return sums[0] if len(sums) == 1 else None


def band_columns(names: Sequence[str], amount: float) -> tuple[str, ...]:
    """The columns whose heading is a band with this amount in it."""
    bands = {name: list(_bands(name, between=True)) for name in names}
    starts = {band.least for found in bands.values() for band in found}
    return tuple(name for name, found in bands.items() if _any_holds(found, amount, starts))


def is_for_another_amount(text: str, question: str) -> bool:
    """Whether a text tells only what holds for other sums than the one asked about.

    Limits ("500 to 20,000 yuan") do not count: that 30,000 is beyond them is an answer.
    """
    amount = amount_asked(question)
    bands = list(_bands(text, between=False)) if amount is not None else []
    starts = {band.least for band in bands}
    return bool(bands) and not _any_holds(bands, amount or 0.0, starts)


def _any_holds(bands: Iterable[Band], amount: float, starts: set[float]) -> bool:
    """ "20,000以下" is with 20,000, unless another band starts there."""
    return any(replace(band, within=band.within and band.limit not in starts).holds(amount) for band in bands)


def _bands(text: str, *, between: bool) -> Iterator[Band]:
    """The bands in a text; numbers too small for sums of money count something else."""
    folded = normalize(text)
    for pattern in map(compiled, (_CLOSED, _BETWEEN) if between else (_CLOSED,)):
        yield from filter(_is_money, (_closed(*found.captures("sum")) for found in pattern.finditer(folded)))
        folded = pattern.sub(" ", folded)
    yield from filter(_is_money, _open(folded))


def _open(folded: str) -> Iterator[Band]:
    starts = [value(found["sum"]) for found in compiled(_FROM).finditer(folded)]
    if starts and _BELOW_THAT.search(folded):
        yield Band(0.0, min(starts))
    yield from (Band(0.0, value(found["sum"])) for found in compiled(_BELOW).finditer(folded))
    yield from (Band(0.0, value(found["sum"]), within=True) for found in compiled(_UP_TO).finditer(folded))
    yield from (Band(start, inf) for start in starts)


def _closed(low: str, high: str) -> Band:
    """From the one to the other; of "2 to 5 lakh" both are lakhs."""
    if value(low) < SMALLEST:
        low = regex.sub(r"^\d[\d.,]*", low, high)
    return Band(value(low), value(high), within=True)


def _is_money(band: Band) -> bool:
    return (band.least if band.limit == inf else band.limit) >= SMALLEST
