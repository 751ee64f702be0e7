"""Words while a file is open: a day, the reason it is published for, or a question, which is answered beside it."""

from __future__ import annotations

import re

from bot.conversation.about_officer import holds_question
from bot.conversation.admin.asking import DATE, next_question, which_day
from bot.conversation.admin.terms import DRAFT, ROOM
from bot.conversation.admin.upload import ask_next, chose_day, forget, open_draft
from bot.conversation.lending import locale
from bot.conversation.messages import Button, Reply
from bot.conversation.turn import Commit, Turn, both, just
from bot.conversation.wording import clean
from bot.locale import Days, read_days
from knowledge.library import Draft

LONGEST_REASON = 200
# "Can farmers repay early", with no mark behind it: no reason begins like this.
_BEGINS_ASKING = re.compile(r"(?:can|could|may|must|should|do|does|is|are|will) \w+ \w+", re.IGNORECASE)

_A_TIME = re.compile(r"(?:when|once|as soon as)\b[^?？]*", re.IGNORECASE)  # "when the bees swarm"


def typed(turn: Turn) -> Commit:
    """A day where one is asked or told anew, a reason once all is decided; else what is open is said again."""
    known = dict(turn.state.get(ROOM, {}))
    draft = open_draft(turn, str(known.get(DRAFT, "")))
    if draft is None:
        return forget(turn, str(known.get(DRAFT, "")))
    days = read_days(turn.text, turn.language, locale(turn.services, turn.now))
    dated = bool(days.may) or days.no_such
    if not dated and _asks(turn):
        return _answered(turn, ask_next(turn, draft, known))
    if "from" in known and not dated:
        return ask_next(turn, draft, {**known, "reason": clean(turn.text, LONGEST_REASON)})
    if "replaces" in known:
        return _day(turn, draft, days)
    reminder = turn.say("A document is still open here: publish it or throw it away.")
    return just(Reply(reminder), next_question(turn, draft, known))


def _asks(turn: Turn) -> bool:
    if _A_TIME.fullmatch(turn.text.strip()):
        return False
    return holds_question(turn.text, turn.language) or bool(_BEGINS_ASKING.match(turn.text.strip()))


def _answered(turn: Turn, onward: Commit) -> Commit:
    from bot.conversation import questions

    return both(questions.respond(turn, turn.text).commit, onward)


def _day(turn: Turn, draft: Draft, days: Days) -> Commit:
    if days.clear:
        return chose_day(turn, days.clear.isoformat(), draft.draft_id)
    if not days.may:
        text = turn.say("I could not read that as a day. Write it such as 2026-03-15.")
        return just(Reply(text), which_day(turn, draft))
    rows = tuple(
        (Button(turn.wording.date(day), DATE, (day.isoformat(), draft.draft_id)),) for day in days.may[:4]
    )
    return just(Reply(turn.say("Which day do you mean?"), buttons=rows))
