"""`/documents`: what is in force, its history, and the way back."""

from __future__ import annotations

from collections.abc import Callable

from bot.conversation.admin.words import problem, standing_line
from bot.conversation.lending import today
from bot.conversation.messages import Button, Reply
from bot.conversation.turn import Commit, Turn, just
from bot.conversation.wording import N_, Html, bold, lines, paragraphs
from knowledge.library import LibraryError, Standing, Version

LIST, SHOW, RETIRE, ROLLBACK, RESTORE, SURE = "d.list", "d.show", "d.ret", "d.back", "d.rest", "d.sure"
PAGE = 8
SHOWN_EVENTS = 8
IN_USE = (Standing.LIVE, Standing.SCHEDULED, Standing.INDEXING)

EVENTS = {
    "staged": N_("read"),
    "published": N_("published"),
    "publishing_failed": N_("publishing failed"),
    "retired": N_("retired"),
    "rolled_back": N_("rolled back"),
    "restored": N_("brought back"),
    "discarded": N_("thrown away"),
}
QUESTIONS = {
    RETIRE: N_("Retire “{title}”? Nothing is answered from it any more."),
    ROLLBACK: N_("Roll “{title}” back? What it replaced answers again."),
    RESTORE: N_("Bring “{title}” back as it was?"),
}


def documents(turn: Turn, start: int = 0) -> Commit:
    """The documents in force and to come, a page at a time."""
    day = today(turn.services, turn.now)
    library = turn.services.library
    standings = [(one, library.standing(one.version_id, day)) for one in library.versions()]
    used = [(one, how) for one, how in standings if how in IN_USE]
    if not used:
        return just(Reply(turn.say("There is no document yet. Send me a file.")))
    shown = used[start : start + PAGE]
    text = lines(
        *(Html(f"{n}. {standing_line(turn.wording, *one)}") for n, one in enumerate(shown, start + 1))
    )
    opening = [Button(str(n), SHOW, (one.version_id,)) for n, (one, _how) in enumerate(shown, start + 1)]
    rows = [tuple(opening[i : i + 4]) for i in range(0, len(opening), 4)]
    turning = []
    if start:
        turning.append(Button(turn.plain("◀ earlier"), LIST, (str(max(0, start - PAGE)),)))
    if start + PAGE < len(used):
        turning.append(Button(turn.plain("more ▶"), LIST, (str(start + PAGE),)))
    head = turn.wording.count("{n} document", "{n} documents", len(used))
    hint = turn.say("Press a number to open it. Send me a file to add or replace one.")
    return just(Reply(paragraphs(head, text, hint), buttons=(*rows, *((tuple(turning),) if turning else ()))))


def show(turn: Turn, version_id: str) -> Commit:
    """One version with its history and what may be done with it."""
    library = turn.services.library
    try:
        version = library.version(version_id)
        standing = library.standing(version_id, today(turn.services, turn.now))
    except LibraryError as error:
        return just(Reply(problem(turn.wording, error)))
    events = library.history(version.document_id or version_id)[-SHOWN_EVENTS:]
    history = lines(
        *(
            turn.say(
                "{when} · {what} · {who}",
                when=turn.wording.moment(event.at),
                what=turn.say(EVENTS.get(event.action, event.action)),
                who=event.actor or "–",
            )
            for event in events
        )
    )
    text = paragraphs(bold(version.title), standing_line(turn.wording, version, standing), history)
    return just(Reply(text, buttons=_presses(turn, version, standing)))


def _presses(turn: Turn, version: Version, standing: Standing) -> tuple[tuple[Button, ...], ...]:
    args = (version.version_id,)
    if standing in (Standing.LIVE, Standing.SCHEDULED):
        return (
            (Button(turn.plain("Roll back"), ROLLBACK, args), Button(turn.plain("Retire"), RETIRE, args)),
            (Button(turn.plain("All documents"), LIST, ("0",)),),
        )
    if standing in (Standing.RETIRED, Standing.ROLLED_BACK, Standing.SUPERSEDED):
        return (
            (Button(turn.plain("Bring it back"), RESTORE, args),),
            (Button(turn.plain("All documents"), LIST, ("0",)),),
        )
    return ((Button(turn.plain("All documents"), LIST, ("0",)),),)


def ask_first(turn: Turn, action: str, version_id: str) -> Commit:
    """Nothing that changes answers is done by one press."""
    try:
        title = turn.services.library.version(version_id).title
    except LibraryError as error:
        return just(Reply(problem(turn.wording, error)))
    rows = (
        (Button(turn.plain("Yes"), SURE, (action, version_id)),),
        (Button(turn.plain("No"), SHOW, (version_id,)),),
    )
    return just(Reply(turn.say(QUESTIONS[action], title=title), buttons=rows))


def sure(turn: Turn, action: str, version_id: str) -> Commit:
    """Do it: the library keeps its own transaction and its own history."""
    by = turn.staff.name if turn.staff else ""
    library = turn.services.library
    turn.busy()
    deeds: dict[str, Callable[..., Version]] = {
        RETIRE: library.retire,
        ROLLBACK: library.rollback,
        RESTORE: library.restore,
    }
    try:
        version = deeds[action](version_id, by=by, reason="from chat")
    except LibraryError as error:
        return just(Reply(problem(turn.wording, error)))
    standing = library.standing(version.version_id, today(turn.services, turn.now))
    return just(Reply(paragraphs(turn.say("Done."), standing_line(turn.wording, version, standing))))
