"""The terms a draft is to be published on, and the mark that tells a button whether they are still those it showed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.conversation.marks import token
from bot.conversation.wording import N_
from knowledge.types import Audience

ROOM, DRAFT = "admin", "draft"  # where the conversation keeps what is decided about a draft
OVER = "over"  # the version the draft was compared with
WARNED = (
    "warned"  # the documents beside it of which the admin was told that they are no longer those rehearsed
)
DECIDED = ("audience", "replaces", "from")  # in the order they are asked
NEW = "-"
AUDIENCES = {Audience.FARMER.value: N_("Farmers and staff"), Audience.STAFF.value: N_("Staff only")}


def all_decided(known: Mapping[str, Any]) -> bool:
    """Whether nothing is left to ask."""
    return set(DECIDED) <= set(known)


def mark(terms: Mapping[str, Any]) -> str:
    """What tells these terms from others, in a chat's state or a job's facts; empty while some are open."""
    if not all_decided(terms):
        return ""
    warned = (
        [terms[WARNED]] if terms.get(WARNED) else []
    )  # a button from before the warning publishes nothing
    return token(*(str(terms[key] or NEW) for key in DECIDED), terms.get(OVER) or "", *warned)
