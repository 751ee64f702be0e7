"""Sums of money as people write them: 20,000, 1,00,000, 20 000, 1.5万, 三万, 3 lakh, elfu thelathini, 30k."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

from functools import cache

import regex

from knowledge.answering.figures import figures
from knowledge.answering.number_words import SCALES, SMALL

SMALLEST = 100.0  # smaller numbers count days, animals or people
_DIGITS = (
    r"(?>(?!0\d)(?:\d{1,3}(?:(?:,\d{3})+|(?:\.\d{3})+|(?:[ ’']\d{3})+)(?:[.,]\d{1,2})?|\d{1,2}(?:,\d{2})+,\d{3}|\d{1,8}(?:[.,]\d{1,2})?))"
    r"(?![.,]?\d)"
)
_HAN = "一二三四五六七八九"
_WORD = "|".join(sorted(SMALL, key=len, reverse=True))
_FACTOR = "|".join(sorted((word for word, scale in SCALES.items() if scale >= 1000), key=len, reverse=True))
_APART = regex.compile(r"\s+(?=[千万])")
_END = rf"(?:(?<=[千万])(?![\d{_HAN}十百])|(?<![千万])(?![\p{{L}}\p{{M}}]))"
# A compound that goes on is not read at all: of "two thousand five hundred" 2,000 would be wrong.
_STOP = rf"{_END}(?![ -](?:and |y |et |na )?(?:{_WORD}|hundred|mia|cent|cien|सौ)(?![\p{{L}}\p{{M}}]))"
_BEFORE = r"(?:(?:\b(?:yuan|t?sh|[tku]shs?|shilingi|shillings?|kes|tzs|ugx|rs|inr|usd|eur|rmb|cny|f?cfa)|रु|रुपये)\.?\s?|[$€₹¥£]\s?)?"
# What a number that is no money counts: time, land, weight, animals, people.
_COUNTED = (
    r"\s*-?(?:%|％|\p{L}*day|\p{L}*month|year|week|hour|minute|kg\b|kilo|km\b|met(?:er|re)s?\b|acre|hectare|litre|people|person|member|"
    r"chick|hens?\b|goats?\b|cows?\b|pigs?\b|sheep|birds?\b|trees?\b|bags?\b|sacks?\b|eggs?\b|"
    r"天|个月|年|岁|小时|公?斤|公里|米|亩|只|头|棵|人|户|次|siku|miezi|mwezi|miaka|kuku|mbuzi|ng'ombe|magunia|miti|watu|ekari|"
    r"दिन|महीन|साल|वर्ष|किलो|बीघा|एकड|मुर्गि|बकरि|d[ií]as?\b|mes(?:es)?\b|a[nñ]os?\b|semana|gallina|pollo|cabra|vaca|[aá]rbol|"
    r"jours?\b|mois|ans?\b|semaine|poule|ch[eè]vre|vache|arbre)"
)
_WRITTEN = (
    rf"{_DIGITS}(?:\s*(?:{_FACTOR}|[千万]){_END})?",
    rf"(?<![\p{{L}}\p{{M}}])(?:(?:{_WORD})[ -](?:y )?)?(?:{_WORD})\s+(?:{_FACTOR}){_STOP}",
    rf"\b(?:elfu|laki|milioni)\s+(?:{_DIGITS}|(?:{_WORD})(?: na (?:{_WORD}))?){_STOP}",
    rf"(?<![{_HAN}十百千万])(?:[{_HAN}两]|[{_HAN}]?十[{_HAN}]?)[千万]{_END}",
    # 两万五, 三千二百, 1万5: the last is of the next smaller kind
    rf"(?<![{_HAN}十百千万\d.])(?:[{_HAN}两]|[{_HAN}]?十[{_HAN}]?|\d{{1,3}})[千万](?:[{_HAN}][千百]?|\d)(?![\d{_HAN}十百千万点.])",
)
_MIXED = regex.compile(r"(\d+)([千万])(\d)")
# A sum in folded text (`knowledge.language.normalize`), its number and factor as the group.
SUM = rf"(?:(?<!\d)(?<!\d[.,]){_BEFORE}(?P<sum>{'|'.join(reversed(_WRITTEN))})(?!{_COUNTED}))"


@cache
def compiled(pattern: str) -> regex.Pattern[str]:
    """A pattern with `SUM` in it; compiled when first needed, for together they take two seconds."""
    return regex.compile(pattern)


def value(said: str) -> float:
    """What a text that the group of `SUM` holds amounts to."""
    if mixed := _MIXED.fullmatch(said):
        whole, scale, rest = mixed.groups()
        return (int(whole) + int(rest) / 10) * (10_000 if scale == "万" else 1_000)
    return float(figures(_APART.sub("", said))[0].value)
