"""A person's name as it is written at the question for it: no "I am" before it, nobody else behind it."""

from __future__ import annotations

import re

from intake.interview.types import Ambiguous, Code, Refused
from intake.reading import Candidate, Reason

MOST_WORDS = 5  # of a name behind "it is": "I am sure that …" is none
LEAD = re.compile(
    r"^\s*(?:(?:it is|it's|i am|i'm|this is|he is|she is|soy|je suis|c'est|mimi ni)(?:\s+called)?\s+"
    r"|(?:the |my |his |her |full )*name(?:\s+is\s+|\s*[:：-]\s*)|我是)(?P<name>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
# What follows is of somebody else, or of a place: "and my wife Mei", ", from Willow Bend".
BEHIND = re.compile(
    r"\s*[,，;；]?\s+(?:and|&|from|living|na|y|et|और)\s+\S|[,，;；]\s*(?=\d|aged?\b|i\b|my\b|we\b|from\b)"
    r"|(?<=[\u3400-\u9fff]{2})(?:和|跟|与|还有)(?=[\u3400-\u9fff])",
    re.IGNORECASE,
)


def person(text: str, path: str, *, says_yes_or_no: bool) -> str | Ambiguous | Refused:
    """The name; two are offered where more stands there, and figures or a lone yes are none."""
    lead = LEAD.match(text)
    name = lead["name"].strip(" .。") if lead and len(lead["name"].split()) <= MOST_WORDS else text
    if not re.search(r"[^\W\d_]", name) or (says_yes_or_no and len(name.split()) == 1):
        return Refused(path, Code.WRONG_KIND, {"wanted": "text", "given": "text"})
    behind = BEHIND.search(name)
    first = name[: behind.start()].strip() if behind else ""
    if not first:
        return name
    return Ambiguous(path, (Candidate(first, first), Candidate(name, name)), Reason.SEVERAL)
