"""A file sent to the bot: read, shown for what it is, then audience and date asked, then published or thrown away."""

from __future__ import annotations

from datetime import date, timedelta

from bot.conversation.admin.words import refused
from bot.conversation.expects import expect, settle
from bot.conversation.lending import today
from bot.conversation.messages import DOWNLOAD_LIMIT, Button, Reply
from bot.conversation.turn import Commit, Turn, Tx, just
from bot.conversation.wording import N_, Html, bold, lines, native_name, paragraphs, quoted
from bot.locale import lender_locale, read_days
from knowledge.documents import DocumentRefused
from knowledge.library import Diff, Draft, LibraryError, VersionStatus
from knowledge.types import Audience

ROOM = "admin"
AUDIENCE, REPLACE, DATE, PUBLISH, DISCARD = "d.aud", "d.rep", "d.day", "d.pub", "d.off"
SHOWN_CHANGES, SHOWN_WARNINGS = 6, 5
NEW = "-"

# One key of the state for each thing the admin decides, in the order it is asked.
DRAFT = "draft"


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
        draft = turn.services.library.stage(data, file.name, author=turn.staff.name if turn.staff else "")
    except DocumentRefused as error:
        return just(Reply(refused(turn, error, file.name)))
    return _begin(turn, draft)


def _begin(turn: Turn, draft: Draft) -> Commit:
    shown = Reply(_what_was_read(turn, draft))
    asked = _next_question(turn, draft, {})

    def commit(tx: Tx) -> None:
        tx.state[ROOM] = {DRAFT: draft.draft_id}
        expect(tx, ROOM, draft=draft.draft_id)
        tx.reply(shown)
        tx.reply(asked)

    return commit


def _what_was_read(turn: Turn, draft: Draft) -> Html:
    version = draft.version
    facts = lines(
        bold(version.title),
        turn.say("File: {name}", name=quoted(version.filename, 120)),
        turn.say("Language: {language}", language=native_name(version.language)),
        turn.wording.count("{n} page", "{n} pages", version.pages) if version.pages else "",
        turn.wording.count("{n} piece to answer from", "{n} pieces to answer from", draft.chunk_count),
        turn.wording.count("{n} word", "{n} words", draft.word_count),
    )
    warnings = lines(
        *(turn.say("⚠ {warning}", warning=quoted(w, 300)) for w in version.warnings[:SHOWN_WARNINGS])
    )
    same = draft.duplicate_of
    known = (
        turn.say("⚠ This very file is here already: {title}.", title=same.title)
        if same
        else _alike(turn, draft)
    )
    return paragraphs(facts, warnings, known, _changes(turn, draft.diff))


def _alike(turn: Turn, draft: Draft) -> Html:
    if not draft.resembles:
        return Html("")
    near = draft.resembles[0]
    return turn.say(
        "It is much like “{title}” ({share}).",
        title=near.version.title,
        share=f"{near.likeness:.0%}",
    )


def _changes(turn: Turn, diff: Diff | None) -> Html:
    if diff is None:
        return Html("")
    if diff.is_empty:
        return turn.say("Nothing reads differently from the version in force.")
    changed = [
        turn.say(
            "• {section}: {old} → {new}",
            section=quoted(one.section, 80),
            old=", ".join(one.numbers_removed[:5]) or "…",
            new=", ".join(one.numbers_added[:5]) or "…",
        )
        for one in diff.changed[:SHOWN_CHANGES]
    ]
    new = [turn.say("• new: {section}", section=quoted(name, 80)) for name in diff.added[:SHOWN_CHANGES]]
    gone = [turn.say("• gone: {section}", section=quoted(name, 80)) for name in diff.removed[:SHOWN_CHANGES]]
    return lines(turn.say("What changes:"), *changed, *new, *gone)


def _next_question(turn: Turn, draft: Draft, known: dict[str, str]) -> Reply:
    discard = (Button(turn.plain("Throw it away"), DISCARD, (draft.draft_id,)),)
    if "audience" not in known:
        return Reply(
            turn.say("Who may be answered from it?"),
            buttons=(
                (Button(turn.plain("Farmers and staff"), AUDIENCE, (Audience.FARMER.value,)),),
                (Button(turn.plain("Staff only"), AUDIENCE, (Audience.STAFF.value,)),),
                discard,
            ),
        )
    if "replaces" not in known:
        return _which_document(turn, draft, discard)
    if "from" not in known:
        return _which_day(turn, discard)
    return _ready(turn, draft, known, discard)


def _which_document(turn: Turn, draft: Draft, discard: tuple[Button, ...]) -> Reply:
    likely = [draft.replaces] if draft.replaces else []
    likely += [one.version.document_id for one in draft.resembles if one.version.document_id]
    rows = [
        (
            Button(
                turn.plain("New version of “{title}”", title=_title(turn, name)[:40]), REPLACE, (name[:48],)
            ),
        )
        for name in list(dict.fromkeys(likely))[:3]
    ]
    new = (Button(turn.plain("A new document"), REPLACE, (NEW,)),)
    return Reply(turn.say("Is it a new version of a document we have?"), buttons=(*rows, new, discard))


def _title(turn: Turn, document_id: str) -> str:
    return turn.services.library.show(document_id).title


def _which_day(turn: Turn, discard: tuple[Button, ...]) -> Reply:
    now = today(turn.services, turn.now)
    month = (now.replace(day=1) + timedelta(days=32)).replace(day=1)
    days = ((turn.plain("Today"), now), (turn.plain("Tomorrow"), now + timedelta(days=1)), (None, month))
    rows = tuple((Button(text or turn.wording.date(day), DATE, (day.isoformat(),)),) for text, day in days)
    text = turn.say("From which day is it in force? Press one, or write a date.")
    return Reply(text, buttons=(*rows, discard))


def _ready(turn: Turn, draft: Draft, known: dict[str, str], discard: tuple[Button, ...]) -> Reply:
    audience = {
        Audience.FARMER.value: N_("Farmers and staff"),
        Audience.STAFF.value: N_("Staff only"),
    }[known["audience"]]
    replaces = known["replaces"]
    text = lines(
        bold(draft.version.title),
        turn.say(audience),
        turn.say("In force from {day}", day=turn.wording.date(date.fromisoformat(known["from"]))),
        turn.say("Replaces: {title}", title=_title(turn, replaces))
        if replaces != NEW
        else turn.say("A new document"),
        "",
        turn.say("Shall I publish it? The answers change with it."),
    )
    publish = (Button(turn.plain("Publish"), PUBLISH, (draft.draft_id,)),)
    return Reply(text, buttons=(publish, discard))


def chose(turn: Turn, key: str, value: str) -> Commit:
    """One of the three decisions was made; ask for the next."""
    state = dict(turn.state.get(ROOM, {}))
    draft_id = state.get(DRAFT)
    if draft_id is None:
        return just(Reply(turn.say("Send me the file again, please: I no longer have it in hand.")))
    draft = _draft(turn, draft_id)
    if draft is None:
        return just(Reply(turn.say("This draft is no longer open.")))
    known = {**state, key: value}
    asked = _next_question(turn, draft, known)

    def commit(tx: Tx) -> None:
        tx.state[ROOM] = known
        expect(tx, ROOM, draft=draft_id)
        tx.reply(asked)

    return commit


def typed(turn: Turn) -> Commit:
    """Words where a date is asked; anything else is told what is open."""
    locale = lender_locale(turn.services.lender, today(turn.services, turn.now))
    days = read_days(turn.text, turn.language, locale)
    known = turn.state.get(ROOM, {})
    if len(days) == 1 and "replaces" in known:
        return chose(turn, "from", days[0].isoformat())
    if days and "replaces" in known:
        rows = tuple((Button(turn.wording.date(day), DATE, (day.isoformat(),)),) for day in days[:4])
        return just(Reply(turn.say("Which day do you mean?"), buttons=rows))
    draft = _draft(turn, str(known.get(DRAFT, "")))
    if draft is None:
        return _forget(turn)
    reminder = turn.say("A document is still open here: publish it or throw it away.")
    return just(Reply(reminder), _next_question(turn, draft, dict(known)))


def publish(turn: Turn, draft_id: str) -> Commit:
    """Publish as a job: it may take minutes, and a kill half-way changes nothing that farmers see."""
    known = turn.state.get(ROOM, {})
    draft = _draft(turn, draft_id)
    if draft is None or known.get(DRAFT) != draft_id or not {"audience", "replaces", "from"} <= set(known):
        return just(Reply(turn.say("This draft is no longer open.")))
    key = f"publish:{draft_id}:{turn.incoming.update_id}"
    facts = {
        "draft_id": draft_id,
        "audience": known["audience"],
        "replaces": None if known["replaces"] == NEW else known["replaces"],
        "from": known["from"],
        "by": turn.staff.name if turn.staff else "",
        "chat_id": turn.incoming.chat_id,
        "language": turn.language,
        "message": key,
    }

    def commit(tx: Tx) -> None:
        tx.state.pop(ROOM, None)
        settle(tx)
        tx.reply(Reply(turn.say("Publishing “{title}”…", title=draft.version.title)), key=key)
        tx.job(key, "publish_document", facts, tx.now)

    return commit


def discard(turn: Turn, draft_id: str) -> Commit:
    """Throw the draft away; nothing was visible of it."""
    draft = _draft(turn, draft_id)
    if draft is None:
        return _forget(turn)
    try:
        turn.services.library.discard(draft_id, by=turn.staff.name if turn.staff else "")
    except LibraryError:
        return _forget(turn)

    def commit(tx: Tx) -> None:
        tx.state.pop(ROOM, None)
        settle(tx)
        tx.reply(Reply(turn.say("Thrown away. Nothing has changed.")))

    return commit


def _forget(turn: Turn) -> Commit:
    def commit(tx: Tx) -> None:
        tx.state.pop(ROOM, None)
        settle(tx)
        tx.reply(Reply(turn.say("This draft is no longer open.")))

    return commit


def _draft(turn: Turn, draft_id: str) -> Draft | None:
    try:
        draft = turn.services.library.draft(draft_id)
    except LibraryError:
        return None
    return draft if draft.version.status is VersionStatus.DRAFT else None
