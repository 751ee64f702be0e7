"""Which phone and identity numbers tell one person from another."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from intake.vault import Vault

RULE = 1  # raise it when `tells` changes: what was indexed by an older rule is looked through again
LEAST_DIGITS = 4


def tells(written: str | None) -> bool:
    """False for "lost it", for too few digits, and for what is typed to get past a question: 0000, 12345678."""
    digits = [unicodedata.digit(sign) for sign in written or "" if sign.isdigit()]
    steps = {(after - before) % 10 for before, after in pairwise(digits)}
    return len(digits) >= LEAST_DIGITS and steps not in ({0}, {1}, {9})


def phone_index(vault: Vault, phone: str | None) -> str | None:
    """To find a person by, without storing the number; None where it is the number of nobody."""
    if phone is None or not tells(phone):
        return None
    return vault.blind_index("phone:" + re.sub(r"[^\d+]", "", phone))


def id_index(vault: Vault, national_id: str | None) -> str | None:
    """To find a person by, without storing the number; None where it is the number of nobody."""
    if national_id is None or not tells(national_id):
        return None
    return vault.blind_index("national_id:" + same_words(national_id))


def same_words(national_id: str) -> str:
    """The letters and digits that count."""
    return re.sub(r"[\W_]", "", national_id)
