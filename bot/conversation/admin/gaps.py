"""`/gaps`: what could not be answered, most asked first, each to be answered or put aside."""

from __future__ import annotations

from bot.conversation.admin import curated
from bot.conversation.messages import Button, Reply
from bot.conversation.turn import Commit, Turn, Tx, just
from bot.conversation.wording import Html, lines, native_name, paragraphs, quoted
from knowledge.gaps import Closed, Gap, UnknownGap
from knowledge.types import Audience

WRITE, DISMISS, MORE = "d.gap", "d.drop", "d.gaps"
SHOWN = 5
SHOWN_OTHERS = 4  # wordings of one question
SHOWN_ANSWER = 600  # letters


def listing(turn: Turn, start: int = 0) -> Commit:
    """The gaps, one message each, so that each has its own buttons; before them the answers due for another look."""
    turn.busy()
    with turn.services.reading() as connection:
        asked = turn.services.gaps.asked(connection)
    found = turn.services.gaps.open(asked)
    due = curated.due(turn) if start == 0 else []
    if not found:
        return just(*due, Reply(turn.say("Every question so far was answered.")))
    head = turn.wording.count(
        "{n} kind of question has no answer", "{n} kinds of questions have no answer", len(found)
    )
    shown = [_shown(turn, gap) for gap in found[start : start + SHOWN]]
    left = len(found) - start - len(shown)
    return just(*due, *([Reply(head)] if start == 0 else []), *shown, *_more(turn, start, left))


def _more(turn: Turn, start: int, left: int) -> list[Reply]:
    if left <= 0:
        return []
    text = turn.wording.count("{n} more kind of question", "{n} more kinds of questions", left)
    return [Reply(text, buttons=((Button(turn.plain("more ▶"), MORE, (str(start + SHOWN),)),),))]


def _shown(turn: Turn, gap: Gap) -> Reply:
    asked = turn.wording.count("asked {n} time", "asked {n} times", gap.count)
    facts = turn.say("{asked} · {language}", asked=asked, language=native_name(gap.language))
    if gap.thumbed_down:
        down = turn.wording.count("👎 {n} time", "👎 {n} times", gap.thumbed_down)
        facts = turn.say("{facts} · {down}", facts=facts, down=down)
    if gap.audience is Audience.STAFF:
        facts = turn.say("{facts} · asked by staff", facts=facts)
    text = paragraphs(*questions(turn, gap), facts)
    number = str(gap.gap_id)
    write = Button(turn.plain("Write the answer"), WRITE, (number,))
    drop = Button(turn.plain("Needs no answer"), DISMISS, (number,))
    return Reply(text, buttons=((write, drop),))


def questions(turn: Turn, gap: Gap) -> tuple[Html, ...]:
    """The question, how others asked it (one answer goes to all of them), and the answer that did not please."""
    others = (turn.say("• {question}", question=quoted(text, 200)) for text in gap.questions[1:SHOWN_OTHERS])
    asked = (quoted(gap.question, 300), lines(*others))
    if not gap.marked:
        return asked
    return (*asked, turn.say("What I said, marked 👎: {answer}", answer=quoted(gap.marked, SHOWN_ANSWER)))


def dismiss(turn: Turn, gap_id: str) -> Commit:
    """Close questions that need no answer; nobody is told."""
    gap = gap_of(turn, gap_id)
    if gap is None:
        return just(Reply(done_already(turn, gap_id)))

    def commit(tx: Tx) -> None:
        turn.services.gaps.dismiss(tx.connection, gap.answer_ids, by=turn.staff.name if turn.staff else "")
        tx.reply(Reply(turn.say("Put aside.")))

    return commit


def done_already(turn: Turn, gap_id: str) -> Html:
    """What became of a question that is no longer open, and by whom."""
    closed = closed_by(turn, gap_id)
    if closed is None or not closed.by:
        return turn.say("Somebody has answered this already.")
    if is_mine(turn, closed):
        if closed.put_aside:
            return turn.say("This is done: you have put it aside already.")
        return turn.say("This is done: you have answered it already.")
    if closed.put_aside:
        return turn.say("{name} has put this aside already.", name=closed.by)
    return turn.say("{name} has answered this already.", name=closed.by)


def closed_by(turn: Turn, gap_id: str) -> Closed | None:
    """Who dealt with the question of a button."""
    if not gap_id.isdecimal():
        return None
    with turn.services.reading() as connection:
        return turn.services.gaps.closed(connection, int(gap_id))


def is_mine(turn: Turn, closed: Closed) -> bool:
    """Whether it was who presses now."""
    return turn.staff is not None and closed.by == turn.staff.name


def gap_of(turn: Turn, gap_id: str) -> Gap | None:
    """The open gap that a button or a step was about."""
    try:
        with turn.services.reading() as connection:
            asked = turn.services.gaps.asked(connection)
        return turn.services.gaps.of(asked, int(gap_id))
    except (UnknownGap, ValueError):
        return None
