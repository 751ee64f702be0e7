"""An answer to a gap: the question it stands under, its words, a look at both; then published, told to who asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.conversation.admin import curated, heading
from bot.conversation.admin.curated import REVIEW_AFTER
from bot.conversation.admin.gaps import closed_by, done_already, gap_of, is_mine, questions
from bot.conversation.admin.preview import LONGEST_ANSWER, never_mind, only_agrees, preview, too_long
from bot.conversation.admin.words import problem
from bot.conversation.expects import calls_off, expect, expected, settle
from bot.conversation.lending import today
from bot.conversation.marks import mark_of
from bot.conversation.messages import Button, Reply
from bot.conversation.turn import Commit, Turn, Tx, both, just
from bot.conversation.wording import Html, Wording, clean, lines, native_name, paragraphs, quoted
from knowledge.gaps import Entries, Gap, ToTell, may_stand
from knowledge.library import LibraryError, Version
from knowledge.library.written import words_of
from knowledge.types import Audience

ROOM = "gap"
KEEP, PUBLISH = "d.keep", "d.tell"
SHOWN_OLD = 3  # answers whose place a new one takes


def begin(turn: Turn, gap_id: str) -> Commit:
    """Ask under which question the answer shall stand: a farmer's own words may tell of him."""
    gap = gap_of(turn, gap_id)
    if gap is None:
        return just(Reply(done_already(turn, gap_id)))
    text = paragraphs(
        *questions(turn, gap),
        heading.asked(turn, gap.language),
    )
    keep = Button(turn.plain("Keep these words"), KEEP, (str(gap.gap_id),))
    rows = (*([(keep,)] if may_stand(gap.question) else []), (never_mind(turn),))
    return _waits(Reply(text, buttons=rows), gap=gap.gap_id)


def kept(turn: Turn, gap_id: str) -> Commit:
    """The question as it was asked, which the admin has read."""
    gap = gap_of(turn, gap_id)
    if gap is None:
        return _too_late(turn, gap_id)
    return _ask_words(turn, gap, clean(gap.question)) if may_stand(gap.question) else begin(turn, gap_id)


def written(turn: Turn) -> Commit:
    """Words for the step that waits."""
    waiting = expected(turn, ROOM) or {}
    if calls_off(turn.text, turn.language):
        return leave(turn)
    gap_id = str(waiting.get("gap", ""))
    gap = gap_of(turn, gap_id)
    if gap is None:
        return _too_late(turn, gap_id)
    if "question" not in waiting:
        return _question(turn, gap)
    return _words(turn, gap, waiting)


def _question(turn: Turn, gap: Gap) -> Commit:
    question = " ".join(clean(turn.text).split())
    return heading.refusal(turn, question) or _ask_words(turn, gap, question)


def _ask_words(turn: Turn, gap: Gap, question: str) -> Commit:
    text = paragraphs(
        quoted(question),
        turn.say(
            "Write the answer now, in {language}. It becomes part of what I answer from, with your name and a date to "
            "look at it again, and goes to those who asked.",
            language=native_name(gap.language),
        ),
    )
    return _waits(Reply(text, buttons=((never_mind(turn),),)), gap=gap.gap_id, question=question)


def _words(turn: Turn, gap: Gap, waiting: dict[str, Any]) -> Commit:
    words = clean(turn.text)
    if not words or len(words) > LONGEST_ANSWER:
        return too_long(turn, LONGEST_ANSWER)
    if "words" in waiting and only_agrees(turn):
        words = str(waiting["words"])
    return _shown(turn, gap, waiting["question"], words)


def _shown(turn: Turn, gap: Gap, question: str, words: str) -> Commit:
    """As it would stand, with what it takes the place of; of an answer marked 👎 under other words that is asked."""
    found = turn.services.gaps.entries(gap, question, today(turn.services, turn.now))
    same, marked = [one.version_id for one in found.same], found.marked
    args = (str(gap.gap_id), mark_of(question, words, *same))
    ways = [Button(turn.plain("Publish"), PUBLISH, args)]
    if marked is not None:
        ways = [
            Button(turn.plain("Publish in its place"), PUBLISH, (*args, marked.version_id)),
            Button(turn.plain("Publish, and keep both"), PUBLISH, args),
        ]
    goes = turn.wording.count("It goes to {n} person.", "It goes to {n} people.", gap.people)
    for_staff = turn.say("Staff alone asked this: staff alone will read it.")
    readers = [for_staff] if gap.audience is Audience.STAFF else []
    reply = preview(turn, question, words, *_in_place_of(turn, found), *readers, goes, publish=ways)
    return _waits(reply, gap=gap.gap_id, question=question, words=words, same=same)


def _in_place_of(turn: Turn, found: Entries) -> list[Html]:
    said = [
        turn.say("It takes the place of what {name} wrote: {answer}", **_facts(turn, one))
        for one in found.same[:SHOWN_OLD]
    ]
    if found.marked is not None:
        text = turn.say(
            "The answer marked 👎 came from what {name} wrote under {title}: {answer} Is yours to take its place?",
            **_facts(turn, found.marked),
        )
        said.append(text)
    return said


def _facts(turn: Turn, version: Version) -> dict[str, str]:
    words = words_of(turn.services.library.file(version.version_id))
    return {
        "name": version.published_by or "–",
        "title": quoted(version.title, 120),
        "answer": quoted(words, 300),
    }


def publish(turn: Turn, gap_id: str, mark: str, instead_of: str) -> Commit:
    """Published first, then told, so that nobody hears what cannot be found again."""
    gap = gap_of(turn, gap_id)
    if gap is None:
        return _too_late(turn, gap_id)
    waiting = expected(turn, ROOM) or {}
    if waiting.get("gap") not in gap.answer_ids or "words" not in waiting:
        return begin(turn, gap_id)
    question, words, same = str(waiting["question"]), str(waiting["words"]), waiting["same"]
    if mark != mark_of(question, words, *same):
        return _shown(turn, gap, question, words)
    turn.busy()
    try:
        entry = _published(turn, gap, question, words, [*same, *filter(None, [instead_of])])
    except LibraryError as error:
        return both(just(Reply(_not_published(turn, error))), _shown(turn, gap, question, words))
    return lambda tx: _answered(turn, tx, gap, entry, words)


def _not_published(turn: Turn, error: LibraryError) -> Html:
    return lines(
        turn.say("The answer could not be published. Nothing was sent."), problem(turn.wording, error)
    )


def _published(turn: Turn, gap: Gap, question: str, words: str, instead_of: Sequence[str]) -> Version:
    day = today(turn.services, turn.now)
    return turn.services.gaps.write_answer(
        question,
        words,
        language=gap.language,
        author=turn.staff.name if turn.staff else "",
        review_on=day + REVIEW_AFTER,
        effective_from=day,
        audience=gap.audience,
        instead_of=instead_of,
    )


def _answered(turn: Turn, tx: Tx, gap: Gap, entry: Version, words: str) -> None:
    told = turn.services.gaps.close(tx.connection, gap.answer_ids, by=entry)
    sent = sum(_tell(turn, tx, one, words, gap.audience) for one in told)
    curated.remind(tx, turn.services, entry)
    settle(tx)
    text = turn.wording.count(
        "Published, and sent to {n} person.", "Published, and sent to {n} people.", sent
    )
    tx.reply(Reply(text))


def leave(turn: Turn) -> Commit:
    """Leave it; the gap stays open."""
    return curated.closed(turn, turn.say("All right, nothing was changed."))


def _waits(reply: Reply, **facts: Any) -> Commit:
    def commit(tx: Tx) -> None:
        expect(tx, ROOM, **facts)
        tx.reply(reply)

    return commit


def _too_late(turn: Turn, gap_id: str) -> Commit:
    """Done by a first press on the same button, or somebody else was quicker; the words are still in the chat."""
    closed, done = closed_by(turn, gap_id), done_already(turn, gap_id)
    if closed is not None and not closed.put_aside and is_mine(turn, closed):
        return curated.closed(turn, done)
    lost = turn.say("Yours was not published and not sent. /documents shows the answer in force.")
    return curated.closed(turn, paragraphs(done, lost))


def _tell(turn: Turn, tx: Tx, one: ToTell, words: str, audience: Audience) -> bool:
    """Whether it went: what is for staff does not go to somebody who has left them."""
    if not one.asker.lstrip("-").isdigit():
        return False  # asked from the shell
    chat_id = int(one.asker)
    if audience is Audience.STAFF and turn.services.staff.find(tx.connection, chat_id) is None:
        return False
    wording: Wording = turn.services.wording(tx.language_of(chat_id) or one.language)
    text = paragraphs(
        wording.say("You asked: {question}", question=quoted(one.question, 200)),
        wording.say("I did not know then. Now I do:"),
        quoted(words, LONGEST_ANSWER),
    )
    ids: Sequence[int] = one.answer_ids
    tx.send(chat_id, Reply(Html(text)), key=f"gap:{ids[0]}")
    return True
