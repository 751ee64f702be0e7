"""A message parted into the yes or no that it begins with, and the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator

from intake.interview.answering import typed, yes_or_no
from intake.interview.clauses import CUTS
from intake.interview.questions import Questions
from intake.reading import LenderLocale

MOST_LEAD = 3  # words of a yes or a no at the beginning, or one character more
# Where no mark parts them, what comes next begins with who speaks, or what is his.
BEGINS = re.compile(
    r"\s*(?:(?:and|also|na|pia|also|y|et|और)\s+)?(?:i|i'm|i've|im|we|my|our|nina|nime\w+|nita\w+|na(?:taka|hitaji|omba|weka|kopa|daiwa)|tuna\w*|niko|"
    r"simu|tengo|quiero|necesito|mi|debo|j'\w+|je|mon|ma|mes|मैं|मेरे|मेरा|मेरी|मुझे)\b|\s*(?:也|还|另外)?(?:我|咱|俺|自己|家里)",
    re.IGNORECASE,
)
# Behind a yes, who has lent it: "yes the bank 3000", "ndiyo kaka yangu 2000".
A_LENDER = re.compile(
    r"\s+(?:the|a|from|to|at|bank|shop|benki|duka|dukani|la \w+|(?:kwa )?[a-z]+ [wyl]angu)\b[^\d,;.]*\d",
    re.IGNORECASE,
)
A_SUM = re.compile(r"\s*\d")


def parted(text: str, path: str, questions: Questions, locale: LenderLocale) -> tuple[str, list[str]]:
    """The yes or no that it begins with, and the parts behind that are not the same again."""
    parts = [part.strip() for part in CUTS.split(text) if part and part.strip()]
    if not parts:
        return "", []
    answer, left = _led(parts[0], path, questions, locale)
    rest = [part for part in (left, *parts[1:]) if part]
    said = [(part, typed(part, questions, path, locale)) for part in rest]
    if any(read in ("yes", "no") and read != answer and not _has_figure(part) for part, read in said):
        return "", []
    return answer, [part for part, read in said if read != answer or _has_figure(part)]


def _has_figure(part: str) -> bool:
    return re.search(r"\d", part) is not None


def _led(part: str, path: str, questions: Questions, locale: LenderLocale) -> tuple[str, str]:
    """The answer of the first part, and what is left of it: all of it ("no"), or its first words ("yes i have …")."""
    read = typed(part, questions, path, locale)
    if isinstance(read, str) and not _has_figure(part):
        return read, ""
    for end in _ends(part):
        said = yes_or_no(part[:end], questions.language, locale)
        begins = BEGINS.match(part, end) or (said and (A_SUM.match(part, end) or A_LENDER.match(part, end)))
        if said is not None and begins:
            return ("yes" if said else "no"), part[end:].strip()
    return "", ""


def _ends(part: str) -> Iterator[int]:
    """Where the first words end; of Chinese, characters."""
    words = [match.end() for match in re.finditer(r"[\u3400-\u9fff]|[^\s\u3400-\u9fff]+", part)]
    han = part[:1] >= "\u3400"
    yield from words[: MOST_LEAD + han]
