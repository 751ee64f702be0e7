"""Sums of money as people write them: 20,000, 1,00,000, 20 000, 1.5万, 三万, 3 lakh, elfu thelathini, 30k."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import regex

SMALLEST = 100.0  # smaller numbers count days, animals or people
_DIGITS = (
    r"(?>(?!0\d)(?:\d{1,3}(?:(?:,\d{3})+|(?:\.\d{3})+|(?:[ ’']\d{3})+)(?:[.,]\d{1,2})?|\d{1,2}(?:,\d{2})+,\d{3}|\d{1,8}(?:[.,]\d{1,2})?))"
    r"(?![.,]?\d)"
)
_TIMES = {
    1e3: ("k", "thousands?", "elfu", "mil", "mille", "हज\u093c?ार", "千"),
    1e4: ("万",),
    1e5: ("lakhs?", "lacs?", "laki", "लाख"),
    1e6: ("millions?", "milioni", "mill[oó]n(?:es)?"),
}
_WORDS = {
    1: "one moja एक un une", 2: "two mbili दो dos deux", 3: "three tatu तीन tres trois", 4: "four nne चार cuatro quatre",
    5: "five tano पांच पाँच cinco cinq", 6: "six sita छह seis", 7: "seven saba सात siete sept", 8: "eight nane आठ ocho huit",
    9: "nine tisa नौ nueve neuf", 10: "ten kumi दस diez dix", 12: "twelve बारह doce douze", 15: "fifteen पंद्रह quince quinze",
    20: "twenty ishirini बीस veinte vingt", 25: "पच्चीस", 30: "thirty thelathini तीस treinta trente",
    40: "forty arobaini चालीस cuarenta quarante", 50: "fifty hamsini पचास cincuenta cinquante",
    60: "sixty sitini साठ sesenta soixante", 70: "seventy sabini सत्तर setenta", 80: "eighty themanini अस्सी ochenta",
    90: "ninety tisini नब्बे noventa", 1.5: "डेढ\u093c", 2.5: "ढाई",
}  # fmt: skip
_VALUES = {word: value for value, words in _WORDS.items() for word in words.split()}
_HAN = "一二三四五六七八九"
_WORD = "|".join(sorted(_VALUES, key=len, reverse=True))
_FACTOR = "|".join(factor for factors in _TIMES.values() for factor in factors)
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
    rf"{_DIGITS}(?:\s*(?:{_FACTOR}){_END})?",
    rf"(?<![\p{{L}}\p{{M}}])(?:(?:{_WORD})[ -](?:y )?)?(?:{_WORD})\s+(?:{_FACTOR}){_STOP}",
    rf"\b(?:elfu|laki|milioni)\s+(?:{_DIGITS}|(?:{_WORD})(?: na (?:{_WORD}))?){_STOP}",
    rf"(?<![{_HAN}十百千万])(?:[{_HAN}两]|[{_HAN}]?十[{_HAN}]?)[千万]{_END}",
)
# A sum in folded text (`knowledge.language.normalize`), its number and factor as the group.
SUM = rf"(?:(?<!\d)(?<!\d[.,]){_BEFORE}(?P<sum>{'|'.join(reversed(_WRITTEN))})(?!{_COUNTED}))"


_FACTORS = tuple(
    (times, regex.compile(rf"(?:{'|'.join(factors)})(?![\p{{L}}\p{{M}}])"))
    for times, factors in _TIMES.items()
)


def value(said: str) -> float:
    """What a text that the group of `SUM` holds amounts to."""
    times = next((times for times, factor in _FACTORS if factor.search(said)), 1.0)
    digits = regex.search(r"\d[\d,. ’']*", said)
    if digits:
        return times * _number(digits[0].strip())
    return times * (_han(said[:-1]) if said[-1] in "千万" else _spelled(said))


def _number(digits: str) -> float:
    whole, _mark, fraction = regex.sub(r"[,.](\d{1,2})$", r"|\1", digits).partition("|")
    return float(f"{regex.sub(r'[^0-9]', '', whole)}.{fraction or 0}")


def _spelled(said: str) -> float:
    return sum(_VALUES.get(word, 0.0) for word in regex.findall(r"[\p{L}\p{M}]+", said))


def _han(said: str) -> float:
    tens, ten, ones = said.rpartition("十")
    digits = "零一二三四五六七八九"
    return (digits.find(tens) if tens else 1) * 10 * bool(ten) + digits.index(
        ones.replace("两", "二") or "零"
    )
