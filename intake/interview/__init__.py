"""The interview: a form in conversation, story first, one plain question at a time, nothing asked twice."""

from intake.interview.interview import Interview
from intake.interview.types import (
    Accepted,
    Ambiguous,
    Checks,
    Code,
    Command,
    CommandKind,
    Heard,
    LooksLikeQuestion,
    NoChecks,
    Problem,
    Prompt,
    ReadyToSubmit,
    Refused,
    Story,
    StoryItem,
    StoryReader,
    SummaryItem,
    Understood,
    Utterance,
    Which,
)

__all__ = [
    "Accepted", "Ambiguous", "Checks", "Code", "Command", "CommandKind", "Heard", "Interview", "LooksLikeQuestion",
    "NoChecks", "Problem", "Prompt", "ReadyToSubmit", "Refused", "Story", "StoryItem", "StoryReader", "SummaryItem",
    "Understood", "Utterance", "Which",
]  # fmt: skip
