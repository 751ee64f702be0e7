"""What is asked about a draft before it is published: audience, document and day, one question at a time."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from bot.conversation.admin.publishing import DISCARD, PUBLISH, REDO
from bot.conversation.admin.rehearsing import REHEARSE
from bot.conversation.admin.terms import AUDIENCES, NEW, mark
from bot.conversation.lending import today
from bot.conversation.messages import Button, Reply
from bot.conversation.turn import Commit, Turn, just
from bot.conversation.wording import bold, lines, paragraphs, quoted
from knowledge.library import Draft, Standing, Version

AUDIENCE, REPLACE, OTHER, DATE = "d.aud", "d.rep", "d.oth", "d.day"
PAGE = 6


def next_question(turn: Turn, draft: Draft, known: dict[str, Any]) -> Reply:
    """Audience, document, day, one at a time; then all of it with what can be done."""
    if "audience" not in known:
        return _which_audience(turn, draft)
    if "replaces" not in known:
        return _which_document(turn, draft)
    if "from" not in known:
        return which_day(turn, draft)
    return _ready(turn, draft, known)


def _discard_row(turn: Turn, draft: Draft) -> tuple[Button, ...]:
    return (Button(turn.plain("Throw it away"), DISCARD, (draft.draft_id,)),)


def _which_audience(turn: Turn, draft: Draft) -> Reply:
    rows = tuple(
        (Button(turn.plain(text), AUDIENCE, (who, draft.draft_id)),) for who, text in AUDIENCES.items()
    )
    return Reply(turn.say("Who may be answered from it?"), buttons=(*rows, _discard_row(turn, draft)))


def _which_document(turn: Turn, draft: Draft) -> Reply:
    likely = [draft.replaces] if draft.replaces else []
    likely += [one.version.document_id for one in draft.resembles if one.version.document_id]
    versions = [turn.services.library.show(name) for name in list(dict.fromkeys(likely))[:3]]
    rows = tuple(
        (
            Button(
                turn.plain("New version of “{title}”", title=one.title[:40]),
                REPLACE,
                (one.version_id, draft.draft_id),
            ),
        )
        for one in versions
    )
    new = (Button(turn.plain("A new document"), REPLACE, (NEW, draft.draft_id)),)
    other = (
        ((Button(turn.plain("New version of another one"), OTHER, ("0", draft.draft_id)),),)
        if _in_force(turn)
        else ()
    )
    return Reply(
        turn.say("Is it a new version of a document we have?"),
        buttons=(*rows, new, *other, _discard_row(turn, draft)),
    )


def others(turn: Turn, start: int, draft_id: str) -> Commit:
    """Every document it may be the next version of."""
    found = _in_force(turn)
    shown = found[start : start + PAGE]
    rows: list[tuple[Button, ...]] = [
        (Button(f"{one.title[:48]} · {one.language}", REPLACE, (one.version_id, draft_id)),) for one in shown
    ]
    if start + PAGE < len(found):
        rows.append((Button(turn.plain("more ▶"), OTHER, (str(start + PAGE), draft_id)),))
    rows.append((Button(turn.plain("A new document"), REPLACE, (NEW, draft_id)),))
    edit = turn.incoming.press.message_id if turn.incoming.press else None
    return just(Reply(turn.say("Which document is it a new version of?"), buttons=tuple(rows), edit=edit))


def _in_force(turn: Turn) -> list[Version]:
    library, day = turn.services.library, today(turn.services, turn.now)
    used = (Standing.LIVE, Standing.SCHEDULED)
    found = [one for one, how in library.standings(day) if how in used]
    return sorted({one.document_id: one for one in found}.values(), key=lambda one: one.title)


def which_day(turn: Turn, draft: Draft) -> Reply:
    """From which day: three to press, any other to write."""
    now = today(turn.services, turn.now)
    month = (now.replace(day=1) + timedelta(days=32)).replace(day=1)
    days = ((turn.plain("Today"), now), (turn.plain("Tomorrow"), now + timedelta(days=1)), (None, month))
    rows = tuple(
        (Button(text or turn.wording.date(day), DATE, (day.isoformat(), draft.draft_id)),)
        for text, day in days
    )
    text = turn.say("From which day is it in force? Press one, or write a date.")
    return Reply(text, buttons=(*rows, _discard_row(turn, draft)))


def _ready(turn: Turn, draft: Draft, known: dict[str, Any]) -> Reply:
    reason, audience = known.get("reason", ""), AUDIENCES[known["audience"]]
    text = lines(
        bold(draft.version.title[:200]),
        turn.say(audience),
        turn.say("In force from {day}", day=turn.wording.date(date.fromisoformat(known["from"]))),
        turn.say("A new document")
        if known["replaces"] == NEW
        else turn.say("Replaces: {title}", title=turn.services.library.show(known["replaces"]).title[:200]),
        turn.say("Why: {reason}", reason=quoted(reason)) if reason else "",
    )
    hint = turn.say(
        "Rehearse it first, to see which answers change. You may also write in one line why it is published: "
        "it is kept with the document."
    )
    args = (draft.draft_id,)
    publish = Button(turn.plain("Publish"), PUBLISH, (*args, mark(known)))
    rows = (
        (Button(turn.plain("Rehearse"), REHEARSE, args), publish),
        (Button(turn.plain("Another day"), REDO, args), *_discard_row(turn, draft)),
    )
    return Reply(paragraphs(text, hint), buttons=rows)
