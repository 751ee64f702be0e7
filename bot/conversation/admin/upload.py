"""A file sent to the bot: read, shown for what it is, then audience, document and date asked, then published or not."""

from __future__ import annotations

from datetime import date
from typing import Any

from bot.conversation import done
from bot.conversation.admin.asking import next_question
from bot.conversation.admin.rehearsed import STATE
from bot.conversation.admin.rehearsing import drop_if_other, overtaken, still_running
from bot.conversation.admin.shown import changes, what_was_read
from bot.conversation.admin.terms import AUDIENCES, DRAFT, NEW, OVER, ROOM, WARNED, all_decided, mark
from bot.conversation.admin.words import refused
from bot.conversation.expects import expect, settle
from bot.conversation.messages import DOWNLOAD_LIMIT, Button, Reply
from bot.conversation.turn import Commit, Turn, Tx, just
from bot.conversation.wording import N_, Html
from knowledge.documents import DocumentRefused
from knowledge.library import Draft, LibraryError, VersionStatus
from knowledge.rehearsal import beside

RESUME = "d.open"
# What a button of a draft that is none any more hears, by what the library has on record of it.
BECAME = {
    "published": N_(
        "“{title}” was published already, by {who}, on {when}. /documents shows what is in force."
    ),
    "discarded": N_("“{title}” was thrown away already, by {who}, on {when}. Nothing had changed."),
}


def received(turn: Turn) -> Commit:
    """A document from an admin."""
    file = turn.incoming.file
    assert file is not None  # the room looked
    if file.size is not None and file.size > DOWNLOAD_LIMIT:
        text = turn.say(
            "This file has {size} MB. Telegram lets me fetch {limit} MB at most. Split it, or load it from the shell.",
            size=turn.wording.number(file.size // 1_000_000),
            limit=turn.wording.number(DOWNLOAD_LIMIT // 1_000_000),
        )
        return just(Reply(text))
    turn.busy()
    data = turn.services.download(file)
    try:
        draft = turn.services.library.stage(data, file.name or "document", author=_by(turn))
    except DocumentRefused as error:
        return just(Reply(refused(turn, error, file.name)))
    return _begin(turn, draft)


def resume(turn: Turn, draft_id: str) -> Commit:
    """A draft that was left lying."""
    draft = open_draft(turn, draft_id)
    return _begin(turn, draft) if draft is not None else forget(turn, draft_id)


def _begin(turn: Turn, draft: Draft) -> Commit:
    return ask_next(turn, draft, {DRAFT: draft.draft_id}, Reply(what_was_read(turn, draft)))


def ask_next(turn: Turn, draft: Draft, known: dict[str, Any], *first: Reply) -> Commit:
    """What is known of a draft now, and what is asked next."""
    asked = next_question(turn, draft, known)

    def commit(tx: Tx) -> None:
        tx.state[ROOM] = known
        drop_if_other(tx.state)
        expect(tx, ROOM, draft=draft.draft_id)
        for reply in (*first, asked):
            tx.reply(reply)

    return commit


# what was decided


def chose_audience(turn: Turn, who: str, draft_id: str) -> Commit:
    """Who may be answered from it."""
    return _chose(turn, draft_id, "audience", who) if who in AUDIENCES else forget(turn, draft_id)


def chose_document(turn: Turn, version_id: str, draft_id: str) -> Commit:
    """Which document it is the next version of; what changes in it is shown if it was not before."""
    if version_id == NEW:
        return _chose(turn, draft_id, "replaces", NEW)
    try:
        document = turn.services.library.version(version_id).document_id or NEW
    except LibraryError:
        return forget(turn, draft_id)
    return _chose(turn, draft_id, "replaces", document)


def chose_day(turn: Turn, day: str, draft_id: str) -> Commit:
    """From which day it is in force."""
    return _chose(turn, draft_id, "from", date.fromisoformat(day).isoformat())


def redo_day(turn: Turn, draft_id: str) -> Commit:
    """Another day after all."""
    return _chose(turn, draft_id, "from", None)


def _chose(turn: Turn, draft_id: str, key: str, value: str | None) -> Commit:
    state = dict(turn.state.get(ROOM, {}))
    draft = open_draft(turn, draft_id)
    if draft is None or state.get(DRAFT) != draft_id:
        return of_another_file(turn, draft_id)
    known = {**state, key: value}
    if value is None:
        known.pop(key)
    if key != "replaces":
        return ask_next(turn, draft, known)
    known[OVER] = newest_of(turn, value)
    if value in (NEW, draft.replaces):
        return ask_next(turn, draft, known)
    new = turn.services.library.draft(draft.draft_id, replaces=value)
    return ask_next(turn, draft, known, Reply(changes(turn.wording, new.diff)))


def facts_of(turn: Turn, draft: Draft, key: str) -> dict[str, Any] | None:
    """What a job needs to know of a draft on which all is decided; None before that."""
    known = turn.state.get(ROOM, {})
    if known.get(DRAFT) != draft.draft_id or not all_decided(known):
        return None
    return {
        "draft_id": draft.draft_id,
        "audience": known["audience"],
        "replaces": None if known["replaces"] == NEW else known["replaces"],
        "over": known.get(OVER),
        WARNED: known.get(WARNED, ""),
        "from": known["from"],
        "reason": known.get("reason", ""),
        "by": _by(turn),
        "chat_id": turn.incoming.chat_id,
        "language": turn.language,
        "message": key,
    }


def publish(turn: Turn, draft_id: str, shown: str) -> Commit:
    """Publish as a job: it may take minutes, and a kill half-way changes nothing that farmers see."""
    draft = open_draft(turn, draft_id)
    key = f"publish:{draft_id}:{turn.incoming.update_id}"
    facts = facts_of(turn, draft, key) if draft is not None else None
    if draft is None or facts is None:
        return of_another_file(turn, draft_id)
    if still_running(turn):
        return just(Reply(turn.say("The rehearsal is still running. Please wait for its end.")))
    if facts[WARNED] and shown == mark({**facts, WARNED: ""}):
        return _look_again(turn, draft)
    if shown != mark(facts):
        other = turn.say("Something else was decided after this button. This is how it stands now:")
        return ask_next(turn, draft, dict(turn.state[ROOM]), Reply(other))
    if overtaken(turn, facts):
        return _look_again(turn, draft)
    beginning = turn.say("Publishing “{title}”…", title=draft.version.title[:200])

    def commit(tx: Tx) -> None:
        tx.state.pop(ROOM, None)
        tx.state.pop(STATE, None)
        settle(tx)
        tx.reply(Reply(beginning), key=key)
        tx.job(key, "publish_document", facts, tx.now)
        done.remember(turn, tx, beginning)

    return commit


def _look_again(turn: Turn, draft: Draft) -> Commit:
    """What was rehearsed is not what would be: it is hers to decide, by the buttons under this alone."""
    text = turn.say(
        "The documents have changed since you rehearsed: other answers may change than those you saw. "
        "Rehearse it again, or publish it all the same."
    )
    known = dict(turn.state[ROOM])
    known[WARNED] = beside(turn.services.library, date.fromisoformat(known["from"]))
    ask = ask_next(turn, draft, known, Reply(text))

    def commit(tx: Tx) -> None:
        tx.state.pop(STATE, None)
        ask(tx)

    return commit


def discard(turn: Turn, draft_id: str) -> Commit:
    """Throw the draft away; nothing was visible of it."""
    if open_draft(turn, draft_id) is None:
        return forget(turn, draft_id)
    try:
        turn.services.library.discard(draft_id, by=_by(turn))
    except LibraryError:
        return forget(turn, draft_id)
    return _closed(turn, draft_id, turn.say("Thrown away. Nothing has changed."))


def of_another_file(turn: Turn, draft_id: str) -> Commit:
    """A button of another file than the one that is open here, or of one still in question, decides nothing."""
    pressed = open_draft(turn, draft_id)
    here = open_draft(turn, str(turn.state.get(ROOM, {}).get(DRAFT, "")))
    if pressed is not None and here is not None and here.draft_id == draft_id:
        return ask_next(turn, here, dict(turn.state[ROOM]))  # not all is decided yet
    if pressed is None or here is None:
        return forget(turn, draft_id)
    text = turn.say(
        "This button belongs to “{other}”. Open here is “{title}”.",
        other=pressed.version.title[:200],
        title=here.version.title[:200],
    )
    return just(Reply(text, buttons=(_carry_on(turn, here), _carry_on(turn, pressed))))


def _carry_on(turn: Turn, draft: Draft) -> tuple[Button, ...]:
    title = draft.version.title[:40]
    return (Button(turn.plain("Carry on with “{title}”", title=title), RESUME, (draft.draft_id,)),)


def forget(turn: Turn, draft_id: str) -> Commit:
    """The draft of an old button or an old state: published, thrown away or never there."""
    said = _what_became_of(turn, draft_id) or turn.say(
        "This draft is no longer open. /documents shows what is in force."
    )
    return _closed(turn, draft_id, said)


def _what_became_of(turn: Turn, draft_id: str) -> Html:
    """Who published it or threw it away, and when; that it is about to be published."""
    try:
        title = turn.services.library.version(draft_id).title[:200]
    except LibraryError:
        return Html("")
    for event in reversed(turn.services.library.history(draft_id)):
        if event.action in BECAME and event.version_id == draft_id:
            when = turn.wording.moment(event.at)
            return turn.say(BECAME[event.action], title=title, who=event.actor or "–", when=when)
    return done.before(turn)


def _closed(turn: Turn, draft_id: str, text: Html) -> Commit:
    """Ends what is open about a draft; another file that is open meanwhile stays so."""

    def commit(tx: Tx) -> None:
        if tx.state.get(ROOM, {}).get(DRAFT, draft_id) == draft_id:
            tx.state.pop(ROOM, None)
            tx.state.pop(STATE, None)
            if tx.state.get("expects", {}).get("room") == ROOM:
                settle(tx)
        tx.reply(Reply(text))

    return commit


def newest_of(turn: Turn, document_id: str | None) -> str | None:
    """The version of a document that the next one comes over; None for a new document."""
    if document_id is None or document_id == NEW:
        return None
    return turn.services.library.newest(document_id)


def open_draft(turn: Turn, draft_id: str) -> Draft | None:
    """The draft, if it is one still."""
    try:
        draft = turn.services.library.draft(draft_id)
    except LibraryError:
        return None
    return draft if draft.version.status is VersionStatus.DRAFT else None


def _by(turn: Turn) -> str:
    return turn.staff.name if turn.staff else ""
