"""The figures of a question by their value, however grouped, in digits of any script, with "thousand" or zeros."""

from __future__ import annotations

from decimal import Decimal
from math import prod

import regex

from knowledge.language import normalize

_WRITTEN = {
    100: "hundred hundreds 百 सौ mia",
    1_000: "k thousand thousands 千 elfu हजार हज़ार hazar hazaar mil mille",
    10_000: "万",
    100_000: "lakh lakhs lac lacs laki लाख",
    1_000_000: "million millions milioni millón millon millones",
    10_000_000: "crore crores करोड़",
    100_000_000: "亿",
}
_SCALES = {normalize(word): scale for scale, words in _WRITTEN.items() for word in words.split()}
_LETTER = r"[\p{L}\p{M}--\p{Han}]"
_SCALE = rf"(?:[百千万亿]|(?:{'|'.join(word for word in _SCALES if word not in '百千万亿')})(?!{_LETTER}))"
_SWAHILI = "mia|elfu|laki|milioni"  # they stand before: "elfu 5", "laki tano"
_BEFORE = rf"(?<!{_LETTER})(?<scale>{_SWAHILI})\s+"
_NUMBER = r"(?<number>\d{1,3}(?:[ ']\d{3})+(?!\d)|\d+(?:[.,]\d+)*)"
_FIGURE = regex.compile(
    rf"(?V1){_BEFORE}{_NUMBER}|{_NUMBER}(?:[\s-]*(?<scale>{_SCALE}))*"
    r"|[一二两三四五六七八九十][零〇一二两三四五六七八九十百千万亿]+"
    rf"|{_BEFORE}{_LETTER}+|(?<!{_LETTER}){_LETTER}++(?:[\s-]+(?!(?:k|{_SWAHILI})\b){_SCALE})+"
)


def figures(text: str) -> frozenset[Decimal | str]:
    """What a question counts: an answer for 5,000 is none for 200,000, however alike the words around them are.

    Numbers in words are kept as they stand where a "thousand" goes with them: "five thousand" is not "two thousand".
    """
    return frozenset(
        _value(found["number"]) * prod(_SCALES[scale] for scale in found.captures("scale"))
        if found["number"]
        else found[0]
        for found in _FIGURE.finditer(normalize(text))
    )


def _value(number: str) -> Decimal:
    """1,00,000 is 1 00 000 is 100000; what is not three digits after the last mark is a fraction."""
    whole, mark, last = regex.sub(r"[ ']", "", number).replace(",", ".").rpartition(".")
    fraction = mark if len(last) != 3 else ""
    return Decimal(f"{whole.replace('.', '')}{fraction}{last}")
