"""Phone numbers: read where one is asked, noticed where a sum is asked."""

from __future__ import annotations

import re

from intake.reading.cleaning import clean, fold
from intake.reading.scanning import scan
from intake.reading.types import Candidate, LenderLocale, Reading, Reason, ambiguous, refused, sure

LONGEST_LOCAL_SUM = 7  # digits: a longer figure behind a nought or a plus is a phone number
LONG_AS_A_PHONE = 10  # digits: a bare figure as long, and not round, is asked about in any country
ROUND = "000"  # how large sums end, and hardly a phone number
# Figures as phones are written: spaces, dashes and brackets between, no decimals behind.
FEWEST_DIGITS = 5  # of any phone number; fewer in figures may be more in words
CHINESE_DIGITS = {character: str(digit) for digit, both in enumerate(
    ("零〇○洞", "一幺壹", "二两贰", "三叁", "四肆", "五伍", "六陆", "七拐柒", "八捌", "九勾玖")) for character in both
} | {digit: digit for digit in "0123456789"}  # fmt: skip
REPEATED = {"double": 2, "triple": 3, "doble": 2, "डबल": 2, "dabal": 2}
# Words about the phone itself.
ABOUT_PHONES = re.compile(
    r"微信同号|微信同步|微信也是(?:这个|它)|同微信|微信|手机号?|电话|号码|我的|whatsapp|wechat|mpesa|m-pesa|safaricom|airtel|jio|phone|mobile|cell|please|thanks?|"
    r"thank you|sir|asante|gracias|merci|धन्यवाद|hai|है|call me|number"
)
# Figures in pieces: parted by a space, a dash, a dot or a comma, in that way all along.
_PIECES = re.compile(
    r"(?<![\d.,/-])(?:\+\d{1,3} ?)?\(?\d{1,7}\)?(?:(?P<by> ?[-.,，、·] ?| )\d{2,8})"
    r"(?:(?:(?P=by)|[ -])\d{1,8}){0,6}(?![\d/]|[.,-]\d)"
)
FIGURES = re.compile(r"(?<![\d.,/])(?:\+\s?|00\s?)?\(?\d(?:[ ()-]{0,2}\d)+(?![\d/]|[.,]\d)")


def read_phone(text: str, language: str, locale: LenderLocale) -> Reading:
    """Read a phone number to E.164; without a country code it is the lender's country.

    It may be spelled digit by digit, and stand among words; behind it only words about the phone itself
    ("微信同号") are no doubt: "13812345678 (wife)" may not be the farmer's own.
    """
    body = clean(text)
    spelled = spelled_digits(body, language) if len(re.findall(r"\d", body)) < FEWEST_DIGITS else None
    body, words = spelled or body, body.split()
    match = re.search(r"[+(]{0,2}\d[\d ()./+-]{4,}\d", body)
    if match is None or len(re.sub(r"\D", "", match[0])) < FEWEST_DIGITS:
        return refused(Reason.NOT_UNDERSTOOD)
    behind = re.sub(r"\W|_", "", ABOUT_PHONES.sub("", body[match.end() :]))
    reading = _number(match[0], locale)
    if reading.candidates and re.search(r"\d{5}", body[match.end() :]):
        return ambiguous(Reason.SEVERAL, *reading.candidates)
    if reading.sure and spelled and language != "zh" and len(spelled) != len(words):
        return ambiguous(Reason.SPELLING, *reading.candidates)  # in pairs, "sixty five" may be 60 5
    return ambiguous(Reason.OTHER_WORDS, *reading.candidates) if reading.sure and behind else reading


def _number(written: str, locale: LenderLocale) -> Reading:
    import phonenumbers

    try:
        number = phonenumbers.parse(written, locale.country)
    except phonenumbers.NumberParseException:
        return refused(Reason.INVALID)
    international = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    shown = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    candidate = Candidate(international, shown)
    if len(re.findall(r"\+?\d[\d ()-]{6,}", written)) > 1:
        return ambiguous(Reason.SEVERAL, candidate)
    if phonenumbers.is_valid_number(number):
        return sure(candidate)
    if phonenumbers.is_possible_number(number):
        return ambiguous(Reason.INVALID, candidate)
    return refused(Reason.INVALID)


def with_phones_whole(text: str, locale: LenderLocale) -> str:
    """The text with each phone number that is written in pieces, `138 1234 5678`, in one: no piece is a sum."""
    return _PIECES.sub(lambda match: _whole(match[0], locale), text)


def _whole(written: str, locale: LenderLocale) -> str:
    """One number, if the pieces make a mobile number of the lender's country."""
    digits = ("+" if written.startswith("+") else "") + re.sub(r"\D", "", written)
    return digits if _mobile(digits, locale.country) else written


def spelled_digits(body: str, language: str) -> str | None:
    """`幺三八…`, `zero six douze trente-quatre` in figures; None unless every word is a number below a hundred."""
    if language == "zh":
        text = re.sub(r"[\s,.-]", "", body)
        return "".join(CHINESE_DIGITS[c] for c in text) if all(c in CHINESE_DIGITS for c in text) else None
    digits, times = "", 1
    for word in fold(body).replace(",", " ").split():
        if word in REPEATED:
            times = REPEATED[word]
            continue
        value = _below_hundred(word, language)
        if value is None:
            return None
        digits, times = digits + value * times, 1
    return digits or None


def _below_hundred(word: str, language: str) -> str | None:
    """The figures of one word, or of one with hyphens in it: "soixante-dix-huit"."""
    if word in ("oh", "o") or word.isdigit():
        return word if word.isdigit() else "0"
    result = scan(word.replace("-", " "), language)
    whole = len(result.spans) == 1 and not result.strangers and len(result.spans[0].values) == 1
    value = result.spans[0].values[0] if whole else None
    return str(value) if value is not None and value.denominator == 1 and 0 <= value < 100 else None


def without_phones(body: str) -> str:
    """Cleaned text without the figures that no sum begins with: `0712345678`, `+254 712 345 678`."""
    return FIGURES.sub(lambda match: " " if _is_phone(match[0]) else match[0], body)


def doubts(body: str, locale: LenderLocale, *, currency_named: bool) -> frozenset[Reason]:
    """Why the figures in the cleaned text of a sum may be no sum."""
    found: set[Reason] = set()
    for match in FIGURES.finditer(body):
        digits = re.sub(r"\D", "", match[0])
        if digits.startswith("0") and digits.strip("0") and not re.search(r"\d", body[: match.start()]):
            found.add(Reason.LEADING_ZERO)  # the 05 of "3 dollars 05" follows a figure
        elif not currency_named and _may_be_a_phone(digits, locale):
            found.add(Reason.LIKE_A_PHONE)
    return frozenset(found)


def _is_phone(written: str) -> bool:
    digits = re.sub(r"\D", "", written)
    begins = digits.startswith("0") or written.startswith("+")
    return begins and len(digits.lstrip("0")) > LONGEST_LOCAL_SUM


def _may_be_a_phone(digits: str, locale: LenderLocale) -> bool:
    if digits.startswith("0") or digits.endswith(ROUND):
        return False
    return len(digits) >= LONG_AS_A_PHONE or _mobile(digits, locale.country)


def _mobile(digits: str, country: str | None) -> bool:
    if country is None or len(digits) <= LONGEST_LOCAL_SUM:
        return False
    import phonenumbers

    try:
        number = phonenumbers.parse(digits, country)
    except phonenumbers.NumberParseException:
        return False
    kinds = (phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE)
    return phonenumbers.is_valid_number(number) and phonenumbers.number_type(number) in kinds
