"""Whether a question beside figures asks of the figures alone: "can I borrow 9000?", not "I am 68, can I borrow?"."""

# ruff: noqa: E501 - tables of words read better on their own lines

from __future__ import annotations

import re

from intake.interview.asking import asks, holds_asking
from intake.interview.spelling import spelled
from intake.reading.cleaning import clean, fold
from intake.reading.words import words

# English asks in the middle of a sentence too.
_ASKING = re.compile(
    r"[?？]|\b(?:can|could|may|must|should|shall|will|would|do|does|is|are|am) (?:i|we|you|it|this|that|my|the|one)\b|\b(?:how|what|when|where|who|why|which)\b|行不行|行吗|可以[吗不]|能[吗不]|成不成|\b(?:naweza|tunaweza|inawezekana|nitaweza)\b"
)
# What stands in a question that asks for no more than a loan of so much, for so long.
_FRAME = {
    "en": "can, could, may, i, we, you, borrow, get, take, have, lend, give, me, us, a, an, the, loan, loans, of, for, over, in, pay, paid, back, it, that, this, please, pls, how, much, what, about, would, will, be, is, ok, okay, fine, possible, and, or, then, if, with, within, month, months, monthly, year, years, half, day, days, week, weeks, money, only, just, maybe, around, about, say, to, want, like, need, do, does, cost, costs, interest, each, every, per, total, at, up, try, instead, make, k, thousand, hundred, million, yuan, kes, shillings, ksh, rmb, usd, dollars, one, two, three, four, five, six, seven, eight, nine, ten, twelve, twenty, thirty, forty, fifty, sixty, eighty, ninety, eighteen, fifteen, eleven, twenty-four",
    "sw": "je, naweza, tunaweza, nitaweza, inawezekana, kukopa, kopa, kupata, kuchukua, mkopo, wa, ya, za, la, kwa, na, ni, sawa, miezi, mwezi, mwaka, miaka, nusu, siku, wiki, pesa, tu, labda, kama, nikikopa, nikichukua, nikipata, nataka, ninataka, riba, ngapi, kiasi, gani, itakuwa, nitalipa, kulipa, lipa, kila, jumla, gharama, shilingi, elfu, mia, laki, milioni, moja, mbili, tatu, nne, tano, sita, saba, nane, tisa, kumi, ishirini, thelathini, arobaini, hamsini, sitini, sabini, themanini, tisini, na",
}
_ZH_FRAME = re.compile(
    r"能不能|可不可以|可以|能|吗|么|呢|吧|行不行|成不成|够不够|好不好|行|成|我们?|俺|想|要是|如果|要|就|那|再|借|贷款?|款|还|分|期|个月|月|年|半|元|块|钱|多少|利息|一共|总共|每个?|大概|左右|的话|的|给|是|付|换成?|改成?|[\d零〇一二两三四五六七八九十百千万亿]"
)


def asks_more(text: str, language: str) -> bool:
    """Whether something is asked in which a figure is not all: it belongs to the papers, figure and all."""
    return _is_asked(text, language) and not _is_framed(text, language)


def asks_of_figures(text: str, language: str) -> bool:
    """Whether nothing is asked but a loan of so much, for so long."""
    return _is_asked(text, language) and _is_framed(text, language)


def _is_asked(text: str, language: str) -> bool:
    said = fold(clean(spelled(text)))
    return asks(text, language) or holds_asking(text, language) or _ASKING.search(said) is not None


def _is_framed(text: str, language: str) -> bool:
    rest = re.sub(r"[\d.,]+\w?", " ", _ZH_FRAME.sub(" ", fold(clean(spelled(text)))))
    framed = {one for tongue in ("en", language) for one in words(_FRAME.get(tongue, ""))}
    return all(one in framed for one in re.findall(r"[^\W\d_]+", rest))
