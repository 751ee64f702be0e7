"""The question a written answer stands under, written anew: a farmer's own words may tell everybody of him."""

from __future__ import annotations

from typing import Any

from bot.conversation.admin.curated import REVIEW_AFTER, dealt_with, live, remind, waited_for
from bot.conversation.admin.preview import LONGEST_ANSWER, never_mind, only_agrees, too_long
from bot.conversation.admin.words import problem
from bot.conversation.expects import expect, expected, settle
from bot.conversation.lending import today
from bot.conversation.marks import mark_of
from bot.conversation.messages import Button, Reply
from bot.conversation.turn import Commit, Turn, Tx, just
from bot.conversation.wording import Html, clean, native_name, paragraphs, quoted
from knowledge.gaps import LONGEST_QUESTION, holds_number
from knowledge.library import LibraryError, Version
from knowledge.library.written import words_of

ROOM = "heading"
PUBLISH = "d.headed"


def asked(turn: Turn, language: str) -> Html:
    """What to write, and for whom."""
    return turn.say(
        "Under which question shall the answer stand? Everybody can read it. So write it without a name, a number "
        "or anything else of one person, in {language}.",
        language=native_name(language),
    )


def refusal(turn: Turn, question: str) -> Commit | None:
    """Why words cannot be what everybody reads, as far as can be seen from outside; None where they can."""
    if not question or len(question) > LONGEST_QUESTION:
        return too_long(turn, LONGEST_QUESTION)
    if not holds_number(question):
        return None
    text = turn.say(
        "That holds a number or an address. Everybody could read it. Please write the question without it."
    )
    return just(Reply(text))


def begin(turn: Turn, version_id: str) -> Commit:
    """Ask for the new question."""
    version = live(turn, version_id)
    if version is None:
        return dealt_with(turn, version_id, ROOM)
    text = paragraphs(quoted(version.title, 300), asked(turn, version.language))
    return _waits(Reply(text, buttons=((never_mind(turn),),)), version=version_id)


def written(turn: Turn) -> Commit:
    """The new question, shown before it is published."""
    version = waited_for(turn, ROOM)
    if not isinstance(version, Version):
        return version
    waiting = expected(turn, ROOM) or {}
    question = " ".join(clean(turn.text).split())
    if "question" in waiting and only_agrees(turn):
        question = str(waiting["question"])
    return refusal(turn, question) or _shown(turn, version, question)


def _shown(turn: Turn, version: Version, question: str) -> Commit:
    publish_it = Button(turn.plain("Publish"), PUBLISH, (version.version_id, mark_of(question)))
    text = paragraphs(
        turn.say("So it would stand:"),
        quoted(question, 300),
        quoted(_words(turn, version), LONGEST_ANSWER),
        turn.say("Press a button, or write the question again in other words."),
    )
    reply = Reply(text, buttons=((publish_it,), (never_mind(turn),)))
    return _waits(reply, version=version.version_id, question=question)


def publish(turn: Turn, version_id: str, mark: str) -> Commit:
    """The same answer under the question that was shown."""
    waiting = expected(turn, ROOM) or {}
    if waiting.get("version") != version_id or "question" not in waiting:
        return begin(turn, version_id)
    version, question = live(turn, version_id), str(waiting["question"])
    if version is None:
        return dealt_with(turn, version_id, ROOM)
    if mark != mark_of(question):
        return _shown(turn, version, question)
    return _published(turn, version, question)


def _published(turn: Turn, version: Version, question: str) -> Commit:
    services, day = turn.services, today(turn.services, turn.now)
    kept = version.review_on is not None and version.review_on > day
    turn.busy()
    try:
        entry = services.gaps.write_anew(
            version.version_id,
            _words(turn, version),
            question=question,
            author=turn.staff.name if turn.staff else "",
            review_on=version.review_on if kept and version.review_on else day + REVIEW_AFTER,
            effective_from=day,
        )
    except LibraryError as error:
        return just(Reply(problem(turn.wording, error)))
    if entry is None:
        return dealt_with(turn, version.version_id, ROOM)

    def commit(tx: Tx) -> None:
        settle(tx)
        remind(tx, services, entry)
        tx.reply(Reply(turn.say("Published. The answer stands under the new question.")))

    return commit


def _words(turn: Turn, version: Version) -> str:
    return words_of(turn.services.library.file(version.version_id))


def _waits(reply: Reply, **facts: Any) -> Commit:
    def commit(tx: Tx) -> None:
        expect(tx, ROOM, **facts)
        tx.reply(reply)

    return commit
