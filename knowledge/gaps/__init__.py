"""What could not be answered, and the answers people write for it."""

from knowledge.gaps.gaps import Closed, Entries, Gap, Gaps, ToTell, UnknownGap
from knowledge.gaps.meaning import Embed, by_encoders
from knowledge.gaps.public import LONGEST_QUESTION, holds_number, is_bare_number, may_stand

__all__ = [
    "LONGEST_QUESTION",
    "Closed",
    "Embed",
    "Entries",
    "Gap",
    "Gaps",
    "ToTell",
    "UnknownGap",
    "by_encoders",
    "holds_number",
    "is_bare_number",
    "may_stand",
]
