"""After the fact: every number, date and name of an answer stands in a cited passage, every sentence is supported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import regex

from knowledge.answering.passage import sentences
from knowledge.language import content_terms, normalize, terms

SUPPORT = 0.6  # of a sentence's content terms that must stand in the passages
_NUMBER = regex.compile(r"\d+(?:[.,\u00a0\u202f' ]\d{3})*(?:[.,]\d+)?")
_NAME = regex.compile(r"(?<![.!?:•\-\n]\s)(?<!^)(?<![\p{L}\p{N}])\p{Lu}\p{L}{2,}(?:[ -]\p{Lu}\p{L}+)*")
_LINK = regex.compile(
    r"(?:https?://|www\.)\S+|(?<![\p{L}\p{N}.])@\w{3,}|\b[\w.-]+@[\w-]+\.\w+|\bt\.me/\S+", regex.IGNORECASE
)
_HAN_DIGITS = {
    "零": 0,
    "〇": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "hundred": 100,
    "moja": 1, "mbili": 2, "tatu": 3, "nne": 4, "tano": 5, "sita": 6, "saba": 7, "nane": 8, "tisa": 9, "kumi": 10,
    "uno": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10,
    "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six ": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10,
}  # fmt: skip


def numbers_without_source(text: str, passages: Iterable[str]) -> list[str]:
    """Numbers said in `text` that stand in none of the passages, digits or words, however grouped."""
    known = {value for passage in passages for value in _values(passage)}
    return [said for said, value in _said_numbers(text) if value not in known]


def names_without_source(text: str, passages: Iterable[str]) -> list[str]:
    """Capitalised names inside sentences that stand in none of the passages (scripts with capitals only)."""
    known = normalize(" ".join(passages))
    return [
        name
        for name in _NAME.findall(text)
        if not all(normalize(part) in known for part in regex.split(r"[ -]", name))
    ]


def links_without_source(text: str, passages: Iterable[str]) -> list[str]:
    """Links, addresses and handles that no passage holds."""
    known = " ".join(passages).casefold()
    return [link for link in _LINK.findall(text) if link.casefold().rstrip(".,;)") not in known]


def unsupported_sentences(text: str, passages: Sequence[str], language: str) -> list[str]:
    """Sentences too few of whose content terms stand in the passages."""
    known = {term for passage in passages for term in terms(passage, language)}
    return [sentence for sentence in _parts(text) if not _supported(sentence, known, language)]


def _parts(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        yield from sentences(line.removeprefix("•").strip())


def _supported(sentence: str, known: set[str], language: str) -> bool:
    found = content_terms(sentence, language)
    return not found or sum(term in known for term in found) >= SUPPORT * len(found)


def _said_numbers(text: str) -> Iterator[tuple[str, str]]:
    for said in _NUMBER.findall(normalize(text)):
        yield said, _value(said)


def _values(passage: str) -> Iterator[str]:
    folded = normalize(passage)
    yield from (value for _said, value in _said_numbers(folded))
    for word in regex.findall(r"\p{L}+", folded):
        if word in _WORDS:
            yield str(_WORDS[word])
    for run in regex.findall(r"[零〇一二两三四五六七八九十百千万]+", folded):
        yield str(_han_value(run))


def _value(said: str) -> str:
    """1,00,000 and 100 000 and 100000 are one number; a decimal keeps its fraction without trailing zeros."""
    digits = regex.sub(r"[\u00a0\u202f' ]", "", said)
    whole, mark, fraction = digits, "", ""
    match = regex.fullmatch(r"(.*?)[.,](\d{1,2}|\d{4,})", digits)
    if match:
        whole, mark, fraction = match[1], ".", match[2].rstrip("0")
    whole = regex.sub(r"[.,]", "", whole).lstrip("0") or "0"
    return whole + (mark + fraction if fraction else "")


def _han_value(run: str) -> int:
    total, section, digit = 0, 0, 0
    for char in run:
        if char in _HAN_DIGITS:
            digit = _HAN_DIGITS[char]
        elif char == "万":
            total, section, digit = (total + section + digit) * 10_000, 0, 0
        else:
            section += (digit or 1) * {"十": 10, "百": 100, "千": 1000}[char]
            digit = 0
    return total + section + digit
