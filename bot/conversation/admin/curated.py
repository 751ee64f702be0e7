"""Written answers whose day to be looked at again has come: still right, written anew, or retired."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from bot.conversation.admin.documents import ANEW, RETIRE
from bot.conversation.admin.preview import LONGEST_ANSWER, never_mind, only_agrees, preview, too_long
from bot.conversation.admin.words import problem
from bot.conversation.expects import calls_off, expect, expected, settle
from bot.conversation.lending import today
from bot.conversation.marks import mark_of
from bot.conversation.messages import Button, Reply
from bot.conversation.turn import Commit, Turn, Tx, just
from bot.conversation.wording import Html, Wording, clean, paragraphs, quoted
from bot.delivery.jobs import Job
from bot.services import Services
from intake.review import Role
from knowledge.library import LibraryError, Standing, Version
from knowledge.library.written import words_of

ROOM = "curated"
RIGHT, PUBLISH = "d.right", "d.renew"
REVIEW_AFTER = timedelta(days=365)
AT = time(9, 0)  # of the lender's day


def due(turn: Turn) -> list[Reply]:
    """One message for each answer that is due, with what can be done."""
    services = turn.services
    found = services.gaps.due_for_review(today(services, turn.now))
    return [shown(services, turn.wording, version) for version in found]


def shown(services: Services, wording: Wording, version: Version) -> Reply:
    """A written answer with the three ways on."""
    args = (version.version_id,)
    text = paragraphs(
        wording.say(
            "{name} wrote this answer. It is time to look at it again.", name=version.published_by or "–"
        ),
        quoted(version.title, 300),
        quoted(words_of(services.library.file(version.version_id)), 1500),
    )
    rows = (
        (
            Button(wording.plain("Still right"), RIGHT, args),
            Button(wording.plain("Write it anew"), ANEW, args),
        ),
        (Button(wording.plain("Retire"), RETIRE, args),),
    )
    return Reply(text, buttons=rows)


def still_right(turn: Turn, version_id: str) -> Commit:
    """The same words, to be looked at in another year."""
    try:
        words = words_of(turn.services.library.file(version_id))
    except LibraryError:
        return dealt_with(turn, version_id)
    return _published(turn, version_id, words)


def begin(turn: Turn, version_id: str) -> Commit:
    """Ask for the new words."""
    version = live(turn, version_id)
    if version is None:
        return dealt_with(turn, version_id)
    text = paragraphs(quoted(version.title, 300), turn.say("Write the new answer now."))

    def commit(tx: Tx) -> None:
        expect(tx, ROOM, version=version.version_id)
        tx.reply(Reply(text, buttons=((never_mind(turn),),)))

    return commit


def written(turn: Turn) -> Commit:
    """The new words, shown before they are published."""
    version = waited_for(turn, ROOM)
    if not isinstance(version, Version):
        return version
    waiting = expected(turn, ROOM) or {}
    words = clean(turn.text)
    if not 0 < len(words) <= LONGEST_ANSWER:
        return too_long(turn, LONGEST_ANSWER)
    return _previewed(
        turn, version, str(waiting["words"]) if "words" in waiting and only_agrees(turn) else words
    )


def _previewed(turn: Turn, version: Version, words: str) -> Commit:
    args = (version.version_id, mark_of(words))
    reply = preview(turn, version.title, words, publish=[Button(turn.plain("Publish"), PUBLISH, args)])

    def commit(tx: Tx) -> None:
        expect(tx, ROOM, version=version.version_id, words=words)
        tx.reply(reply)

    return commit


def publish(turn: Turn, version_id: str, mark: str) -> Commit:
    """The new words as they were shown."""
    waiting = expected(turn, ROOM) or {}
    if waiting.get("version") != version_id or "words" not in waiting:
        return begin(turn, version_id)
    words = str(waiting["words"])
    if mark == mark_of(words):
        return _published(turn, version_id, words)
    version = live(turn, version_id)
    return dealt_with(turn, version_id) if version is None else _previewed(turn, version, words)


def waited_for(turn: Turn, room: str) -> Version | Commit:
    """The answer that words are awaited for in a room; what to say where he calls it off or it is too late."""
    if calls_off(turn.text, turn.language):
        return closed(turn, turn.say("All right, nothing was changed."))
    version_id = str((expected(turn, room) or {}).get("version", ""))
    return live(turn, version_id) or dealt_with(turn, version_id, room)


def dealt_with(turn: Turn, version_id: str, room: str = ROOM) -> Commit:
    """Too late; another answer that is being written here meanwhile stays so."""
    text = turn.say("Somebody has dealt with this answer already.")
    waiting = expected(turn, room) or {}
    return closed(turn, text) if waiting.get("version") == version_id else just(Reply(text))


def closed(turn: Turn, text: Html) -> Commit:
    """The step is over, and that is said."""

    def commit(tx: Tx) -> None:
        settle(tx)
        tx.reply(Reply(text))

    return commit


def _published(turn: Turn, version_id: str, words: str) -> Commit:
    services, day = turn.services, today(turn.services, turn.now)
    turn.busy()
    try:
        entry = services.gaps.write_anew(
            version_id,
            words,
            author=turn.staff.name if turn.staff else "",
            review_on=day + REVIEW_AFTER,
            effective_from=day,
        )
    except LibraryError as error:
        return just(Reply(problem(turn.wording, error)))
    if entry is None:
        return dealt_with(turn, version_id)
    day_again = turn.wording.date(entry.review_on or day + REVIEW_AFTER)

    def commit(tx: Tx) -> None:
        settle(tx)
        remind(tx, services, entry)
        tx.reply(Reply(turn.say("Published. We look at it again on {day}.", day=day_again)))

    return commit


def live(turn: Turn, version_id: str) -> Version | None:
    """The version, if it is answered from today."""
    library = turn.services.library
    try:
        standing = library.standing(version_id, today(turn.services, turn.now))
        return library.version(version_id) if standing is Standing.LIVE else None
    except LibraryError:
        return None


# the day comes


def remind(tx: Tx, services: Services, entry: Version) -> None:
    """Lay down the reminder for a written answer."""
    if entry.review_on is None:
        return
    key = f"answer_review:{entry.version_id}:{entry.review_on.isoformat()}"
    tx.job(key, "answer_review", {"version_id": entry.version_id}, _morning(services, entry.review_on))


def _morning(services: Services, day: date) -> datetime:
    return datetime.combine(day, AT, services.lender.zone)


def answer_review(services: Services) -> Callable[[Job], Commit | None]:
    """The handler of `answer_review` jobs: a word to every admin, if the answer is still in force."""

    def run(job: Job) -> Commit | None:
        due_now = services.gaps.due_for_review(today(services, services.clock()))
        document_id = services.library.version(job.payload["version_id"]).document_id
        found = [one for one in due_now if one.document_id == document_id]  # read again it is another version
        return (lambda tx: _to_admins(services, tx, found[0], job.key)) if found else None

    return run


def _to_admins(services: Services, tx: Tx, version: Version, key: str) -> None:
    for admin in services.staff.members(tx.connection, role=Role.ADMIN):
        reply = shown(services, services.wording(admin.language), version)
        tx.send(admin.user_id, reply, key=f"{key}:{admin.user_id}")
