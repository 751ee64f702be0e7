"""Phone numbers: read where one is asked, noticed where a sum is asked."""

from __future__ import annotations

import re

from intake.reading.cleaning import clean
from intake.reading.types import Candidate, LenderLocale, Reading, Reason, ambiguous, refused, sure

LONGEST_LOCAL_SUM = 7  # digits: a longer figure behind a nought or a plus is a phone number
LONG_AS_A_PHONE = 10  # digits: a bare figure as long, and not round, is asked about in any country
ROUND = "000"  # how large sums end, and hardly a phone number
# Figures as phones are written: spaces, dashes and brackets between, no decimals behind.
FIGURES = re.compile(r"(?<![\d.,/])(?:\+\s?|00\s?)?\(?\d(?:[ ()-]{0,2}\d)+(?![\d/]|[.,]\d)")


def read_phone(text: str, language: str, locale: LenderLocale) -> Reading:
    """Read a phone number to E.164; without a country code it is the lender's country."""
    import phonenumbers

    body = clean(text)
    try:
        number = phonenumbers.parse(body, locale.country)
    except phonenumbers.NumberParseException:
        return refused(
            Reason.NOT_UNDERSTOOD if not re.search(r"\d{5}", re.sub(r"\D", "", body)) else Reason.INVALID
        )
    written = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    shown = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    candidate = Candidate(written, shown)
    if len(re.findall(r"\+?\d[\d ()-]{6,}", body)) > 1:
        return ambiguous(Reason.SEVERAL, candidate)
    if phonenumbers.is_valid_number(number):
        return sure(candidate)
    if phonenumbers.is_possible_number(number):
        return ambiguous(Reason.INVALID, candidate)
    return refused(Reason.INVALID)


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
