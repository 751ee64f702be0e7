"""`/gaps`: what could not be answered, most asked first; one press to write the answer, which reaches who asked."""

from __future__ import annotations

from collections.abc import Sequence

from bot.conversation.admin import curated
from bot.conversation.admin.curated import LONGEST_ANSWER, REVIEW_AFTER
from bot.conversation.expects import expect, expected, settle
from bot.conversation.lending import today
from bot.conversation.messages import Button, Reply
from bot.conversation.turn import Commit, Turn, Tx, just
from bot.conversation.wording import Html, Wording, clean, lines, native_name, paragraphs, quoted
from knowledge.gaps import Gap, ToTell, UnknownGap
from knowledge.library import LibraryError, Version

ROOM = "gap"
WRITE, CANCEL, DISMISS, MORE = "d.gap", "d.no", "d.drop", "d.gaps"
SHOWN = 5
SHOWN_OTHERS = 4  # wordings of one question


def listing(turn: Turn, start: int = 0) -> Commit:
    """The gaps, one message each, so that each has its own buttons; before them the answers due for another look."""
    turn.busy()
    with turn.services.reading() as connection:
        found = turn.services.gaps.open(connection)
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
    text = paragraphs(
        *_questions(turn, gap),
        turn.say("{asked} · {language}", asked=asked, language=native_name(gap.language)),
    )
    number = str(gap.gap_id)
    write = Button(turn.plain("Write the answer"), WRITE, (number,))
    drop = Button(turn.plain("Needs no answer"), DISMISS, (number,))
    return Reply(text, buttons=((write, drop),))


def _questions(turn: Turn, gap: Gap) -> tuple[Html, Html]:
    """The question, and how others asked it: one answer goes to all of them."""
    others = (turn.say("• {question}", question=quoted(text, 200)) for text in gap.questions[1:SHOWN_OTHERS])
    return quoted(gap.question, 300), lines(*others)


def begin(turn: Turn, gap_id: str) -> Commit:
    """Ask for the words of the answer."""
    gap = _gap(turn, gap_id)
    if gap is None:
        return just(Reply(turn.say("Somebody has answered this already.")))
    text = paragraphs(
        *_questions(turn, gap),
        turn.say(
            "Write the answer now, in {language}. It becomes part of what I answer from, with your name and a date to "
            "look at it again, and goes to those who asked.",
            language=native_name(gap.language),
        ),
    )

    def commit(tx: Tx) -> None:
        expect(tx, ROOM, gap=gap.gap_id)
        tx.reply(Reply(text, buttons=((Button(turn.plain("Never mind"), CANCEL),),)))

    return commit


def written(turn: Turn) -> Commit:
    """The answer: published first, then told, so that nobody hears what cannot be found again."""
    waiting = expected(turn, ROOM) or {}
    gap = _gap(turn, str(waiting.get("gap", "")))
    if gap is None:
        return _too_late(turn)
    words = clean(turn.text)
    if not words or len(words) > LONGEST_ANSWER:
        limit = turn.wording.number(LONGEST_ANSWER)
        return just(Reply(turn.say("Please write it in {limit} letters or fewer.", limit=limit)))
    turn.busy()
    try:
        entry = _publish(turn, gap, words)
    except LibraryError:
        return just(
            Reply(turn.say("The answer could not be published. Nothing was sent. Please try again later."))
        )
    return lambda tx: _answered(turn, tx, gap, entry, words)


def _publish(turn: Turn, gap: Gap, words: str) -> Version:
    day = today(turn.services, turn.now)
    return turn.services.gaps.write_answer(
        gap.question,
        words,
        language=gap.language,
        author=turn.staff.name if turn.staff else "",
        review_on=day + REVIEW_AFTER,
        effective_from=day,
    )


def _answered(turn: Turn, tx: Tx, gap: Gap, entry: Version, words: str) -> None:
    told = turn.services.gaps.close(tx.connection, gap.answer_ids, by=entry)
    for one in told:
        _tell(turn, tx, one, words)
    curated.remind(tx, turn.services, entry)
    settle(tx)
    text = turn.wording.count(
        "Published, and sent to {n} person.", "Published, and sent to {n} people.", len(told)
    )
    tx.reply(Reply(text))


def dismiss(turn: Turn, gap_id: str) -> Commit:
    """Close questions that need no answer; nobody is told."""
    gap = _gap(turn, gap_id)
    if gap is None:
        return just(Reply(turn.say("Somebody has answered this already.")))

    def commit(tx: Tx) -> None:
        turn.services.gaps.dismiss(tx.connection, gap.answer_ids, by=turn.staff.name if turn.staff else "")
        tx.reply(Reply(turn.say("Put aside.")))

    return commit


def _too_late(turn: Turn) -> Commit:
    """Somebody else was quicker; the words are still in the chat."""

    def commit(tx: Tx) -> None:
        settle(tx)
        tx.reply(
            Reply(
                turn.say(
                    "Somebody has answered this already, or put it aside. Yours was not published and not sent. "
                    "/documents shows the answer in force."
                )
            )
        )

    return commit


def never_mind(turn: Turn) -> Commit:
    """Leave it; the gap stays open."""

    def commit(tx: Tx) -> None:
        settle(tx)
        tx.reply(Reply(turn.say("All right, nothing was changed.")))

    return commit


def _tell(turn: Turn, tx: Tx, one: ToTell, words: str) -> None:
    if not one.asker.lstrip("-").isdigit():
        return  # asked from the shell
    chat_id = int(one.asker)
    wording: Wording = turn.services.wording(tx.language_of(chat_id) or one.language)
    text = paragraphs(
        wording.say("You asked: {question}", question=quoted(one.question, 200)),
        wording.say("I did not know then. Now I do:"),
        quoted(words, LONGEST_ANSWER),
    )
    ids: Sequence[int] = one.answer_ids
    tx.send(chat_id, Reply(Html(text)), key=f"gap:{ids[0]}")


def _gap(turn: Turn, gap_id: str) -> Gap | None:
    try:
        with turn.services.reading() as connection:
            return turn.services.gaps.of(connection, int(gap_id))
    except (UnknownGap, ValueError):
        return None
