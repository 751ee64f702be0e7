"""Whether words may stand where everybody reads them, or tell of one person: his number, his name, his whole story."""

from __future__ import annotations

import re
import unicodedata

LONGEST_QUESTION = 120  # letters; what is longer is a story
LONG, LONGEST_SUM = 6, 9  # figures

_DIGIT = r"[\d〇零一二三四五六七八九]"
# A telephone or identity number, however it is grouped.
_RUN = re.compile(rf"\+?\(?{_DIGIT}(?:[ \u00a0.,'’/()-]{{0,2}}{_DIGIT}){{{LONG - 1},}}")
_ADDRESS = re.compile(r"\S@\S|(?:^|\s)@\w|://|\bt\.me/", re.IGNORECASE)
_NAMED = re.compile(
    r"\b(?:my|his|her|whose) name\b|\bi(?:'m| am) called\b|\b(?:is|am) named\b"
    r"|我叫|名叫|名字(?:是|叫)|他叫|她叫"
    r"|\bjina l(?:angu|ake)\b|\b(?:na|ana|nina|ame)itwa\b"
    r"|\bme llamo\b|\b(?:mi|su) nombre\b|\bje m'appelle\b|\b(?:mon|son) nom\b|नाम",
    re.IGNORECASE,
)


def holds_number(text: str) -> bool:
    """Whether a telephone number, an identity number, an address on the net or the like stands in it."""
    plain = unicodedata.normalize("NFKC", text)
    return bool(_ADDRESS.search(plain)) or any(not _is_sum(run.group()) for run in _RUN.finditer(plain))


def is_bare_number(text: str) -> bool:
    """Whether nothing but figures stands in it: a telephone number, a sum. Nothing is asked by it."""
    plain = unicodedata.normalize("NFKC", text)
    letters = any(one.isalpha() and not one.isnumeric() for one in plain)
    return not letters and any(one.isnumeric() for one in plain)


def _is_sum(run: str) -> bool:
    """Whether a long number is a round sum of money rather than somebody's number."""
    figures = re.sub(r"\D", "", run)
    round_off = "00" if len(figures) <= LONG else "000"
    return run[0] in "123456789" and len(figures) <= LONGEST_SUM and figures.endswith(round_off)


def may_stand(text: str) -> bool:
    """Whether a person's question may be the heading everybody reads, as far as can be seen from outside."""
    plain = unicodedata.normalize("NFKC", text).replace("’", "'")
    if plain.startswith("..."):  # a follow-up alone (`whole.FOLLOWS`): nobody else knows to what
        return False
    return 0 < len(plain) <= LONGEST_QUESTION and not holds_number(plain) and not _NAMED.search(plain)
