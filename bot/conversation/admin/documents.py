"""`/documents`: what is in force, its history, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.conversation.admin.preview import LONGEST_ANSWER
from bot.conversation.admin.publishing import SHOW
from bot.conversation.admin.upload import RESUME
from bot.conversation.admin.words import STATUS_WORDS, problem, refused, standing_line
from bot.conversation.lending import today
from bot.conversation.messages import Button, Reply
from bot.conversation.turn import Commit, Turn, both, just
from bot.conversation.wording import N_, Html, bold, lines, paragraphs, quoted
from knowledge.documents import DocumentRefused
from knowledge.library import (
    WITHDRAWN,
    DocumentKind,
    LibraryError,
    LibraryEvent,
    ReadOtherwise,
    Standing,
    TransitionNotAllowed,
    Version,
)
from knowledge.library.written import WRITTEN_NAME, words_of

ANEW, HEADING = "d.anew", "d.head"  # of a written answer
LIST, RETIRE, ROLLBACK, RESTORE, SURE = "d.list", "d.ret", "d.back", "d.rest", "d.sure"
PAGE = 8
SHOWN_EVENTS = 8
IN_USE = (Standing.LIVE, Standing.SCHEDULED, Standing.INDEXING)
HIDDEN = (Standing.DISCARDED,)
USED, OLD = "used", "old"
Rows = tuple[tuple[Button, ...], ...]

EVENTS = {
    "staged": N_("read"),
    "published": N_("published"),
    "publishing_failed": N_("publishing failed"),
    "retired": N_("retired"),
    "rolled_back": N_("rolled back"),
    "restored": N_("brought back"),
    "discarded": N_("thrown away"),
    WITHDRAWN: N_("withdrawn with the version in force"),
}
QUESTIONS = {
    RETIRE: N_("Retire “{title}”? Nothing is answered from it any more."),
    ROLLBACK: N_("Roll “{title}” back?"),
    RESTORE: N_("Bring “{title}” back as it was?"),
}


DID = {RETIRE: ("retired", WITHDRAWN), ROLLBACK: ("rolled_back", WITHDRAWN), RESTORE: ("restored",)}


def documents(turn: Turn, start: int = 0, which: str = USED) -> Commit:
    """The documents in force and to come, or those not in use, a page at a time."""
    library, day = turn.services.library, today(turn.services, turn.now)
    standings = library.standings(day)
    used = [(one, how) for one, how in standings if how in IN_USE]
    old = [(one, how) for one, how in standings if how not in IN_USE and how not in HIDDEN]
    found = used if which == USED else old[::-1]
    edit = turn.incoming.press.message_id if turn.incoming.press else None
    other = _other_row(turn, which, len(used), len(old))
    if not found:
        return just(Reply(turn.say("There is no document yet. Send me a file."), buttons=other, edit=edit))
    shown = list(enumerate(found[start : start + PAGE], start + 1))
    text = paragraphs(
        turn.wording.count("{n} document", "{n} documents", len(found)),
        lines(*(Html(f"{n}. {standing_line(turn.wording, *one)}") for n, one in shown)),
        turn.say("Press a number to open it. Send me a file to add or replace one."),
    )
    opening = [Button(str(n), SHOW, (one.version_id,)) for n, (one, _how) in shown]
    rows = [tuple(opening[i : i + 4]) for i in range(0, len(opening), 4)]
    return just(Reply(text, buttons=(*rows, *_turning(turn, which, start, len(found)), *other), edit=edit))


def _turning(turn: Turn, which: str, start: int, whole: int) -> Rows:
    turning = []
    if start:
        turning.append(Button(turn.plain("◀ earlier"), LIST, (str(max(0, start - PAGE)), which)))
    if start + PAGE < whole:
        turning.append(Button(turn.plain("more ▶"), LIST, (str(start + PAGE), which)))
    return (tuple(turning),) if turning else ()


def _other_row(turn: Turn, which: str, used: int, old: int) -> Rows:
    """The way from the one list to the other."""
    if which == OLD:
        return ((Button(turn.plain("In use ({count})", count=used), LIST, ("0", USED)),),)
    return ((Button(turn.plain("Not in use ({count})", count=old), LIST, ("0", OLD)),),) if old else ()


def show(turn: Turn, version_id: str) -> Commit:
    """One version with its history and what may be done with it."""
    library = turn.services.library
    try:
        version = library.version(version_id)
        standing = library.standing(version_id, today(turn.services, turn.now))
    except LibraryError as error:
        return just(Reply(problem(turn.wording, error)))
    events = library.history(version.document_id or version_id)[-SHOWN_EVENTS:]
    text = paragraphs(
        bold(version.title[:200]),
        standing_line(turn.wording, version, standing),
        quoted(words_of(library.file(version_id)), LONGEST_ANSWER)
        if _is_written(version) and library.has_file(version)
        else turn.say("File: {name}", name=quoted(version.filename, 120)),
        turn.say("Look at it again on {day}", day=turn.wording.date(version.review_on))
        if version.review_on
        else "",
        lines(*(_event(turn, event) for event in events)),
    )
    return just(Reply(text, buttons=_presses(turn, version, standing)))


def _event(turn: Turn, event: LibraryEvent) -> Html:
    line = turn.say(
        "{when} · {what} · {who}",
        when=turn.wording.moment(event.at),
        what=turn.say(EVENTS.get(event.action, event.action)),
        who=event.actor or "–",
    )
    return Html(f"{line} · {quoted(event.reason, 200)}") if event.reason else line


def _presses(turn: Turn, version: Version, standing: Standing) -> Rows:
    args = (version.version_id,)
    every = (Button(turn.plain("All documents"), LIST, ("0", USED)),)
    if standing in (Standing.LIVE, Standing.SCHEDULED):
        roll, retire = (
            Button(turn.plain("Roll back"), ROLLBACK, args),
            Button(turn.plain("Retire"), RETIRE, args),
        )
        return ((roll, retire), *_written_anew(turn, version, standing), every)
    if standing in (Standing.RETIRED, Standing.ROLLED_BACK, Standing.SUPERSEDED, Standing.EXPIRED):
        return ((Button(turn.plain("Bring it back"), RESTORE, args),), every)
    if standing is Standing.DRAFT:
        return ((Button(turn.plain("Carry on with it"), RESUME, args),), every)
    return (every,)


def _question(turn: Turn, action: str, version: Version) -> Html:
    question = turn.say(QUESTIONS[action], title=version.title[:200])
    if action == RESTORE:
        return paragraphs(question, _without_an_end(turn, version), *_withdrawn_with(turn, version))
    if action == RETIRE:
        going = turn.services.library.goes_with(version.version_id)
        gone = _scheduled(turn, N_("With it is withdrawn what was to follow: {version}"), going)
        return paragraphs(question, gone)
    return paragraphs(question, _in_its_place(turn, version), _comes_all_the_same(turn, version))


def _withdrawn_with(turn: Turn, version: Version) -> tuple[Html, Html]:
    """What comes back with a version, and what does not because its day has come."""
    library = turn.services.library
    back = library.comes_with(version.version_id)
    stays = lines(
        *(
            turn.say(
                "Not brought back: {title} · {label}, which was to follow. Its day has come; it can be published anew.",
                title=one.title,
                label=one.label,
            )
            for one in library.stays_off(version.version_id)
        )
    )
    return _scheduled(turn, N_("With it comes back: {version}"), back), stays


def _scheduled(turn: Turn, sentence: str, versions: Sequence[Version]) -> Html:
    """The versions that go or come with another."""
    named = (standing_line(turn.wording, one, Standing.SCHEDULED) for one in versions)
    return lines(*(turn.say(sentence, version=line) for line in named))


def _written_anew(turn: Turn, version: Version, standing: Standing) -> Rows:
    """What may be done with an answer that staff wrote, besides."""
    if standing is not Standing.LIVE or not _is_written(version):
        return ()
    args = (version.version_id,)
    anew = Button(turn.plain("Write it anew"), ANEW, args)
    return ((anew, Button(turn.plain("Another question"), HEADING, args)),)


def _is_written(version: Version) -> bool:
    return version.kind is DocumentKind.CURATED and version.filename == WRITTEN_NAME


def _without_an_end(turn: Turn, version: Version) -> Html:
    """Of what has ended: as it was it would answer nothing."""
    last = version.effective_until
    if last is None or last >= today(turn.services, turn.now):
        return Html("")
    return turn.say(
        "It ended on {day}. Brought back, it answers from today on, without an end.",
        day=turn.wording.date(last),
    )


def _in_its_place(turn: Turn, version: Version) -> Html:
    """What a roll back brings to answer, by name: an earlier version may have ended or been taken off."""
    then = turn.services.library.without(version.version_id)
    if not then:
        return turn.say("Nothing answers in its place.")
    named = (standing_line(turn.wording, one, Standing.LIVE) for one in then)
    return lines(turn.say("In its place answers:"), *named)


def _comes_all_the_same(turn: Turn, version: Version) -> Html:
    """A later version of what is rolled back stands in the calendar still."""
    days = [one.effective_from for one in turn.services.library.to_follow(version.version_id)]
    if not days or days[0] is None:
        return Html("")
    return turn.say("A newer version starts on {day} all the same.", day=turn.wording.date(days[0]))


def ask_first(turn: Turn, action: str, version_id: str) -> Commit:
    """Nothing that changes answers is done by one press."""
    library = turn.services.library
    try:
        version = library.version(version_id)
        standing = library.standing(version_id, today(turn.services, turn.now))
        question = _question(turn, action, version)
    except LibraryError as error:
        return just(Reply(problem(turn.wording, error)))
    if action not in {button.action for row in _presses(turn, version, standing) for button in row}:
        said = _already(turn, action, version)  # an old button: it stands otherwise now
        return both(just(Reply(said)), show(turn, version_id)) if said else show(turn, version_id)
    rows = (
        (Button(turn.plain("Yes"), SURE, (action, version_id)),),
        (Button(turn.plain("No"), SHOW, (version_id,)),),
    )
    return just(Reply(question, buttons=rows))


def _already(turn: Turn, action: str, version: Version) -> Html:
    """By whom and when what the button does was done before; empty where something else happened last."""
    last = turn.services.library.history(version.version_id)[-1:]
    if not last or last[0].action not in DID[action]:
        return Html("")
    mine = turn.staff is not None and turn.staff.name == last[0].actor
    return turn.say(
        "Already done: it is {status} since {when}, by {who}.",
        status=turn.say(STATUS_WORDS[version.status.value]),
        when=turn.wording.moment(last[0].at),
        who=turn.plain("you") if mine else last[0].actor or "–",
    )


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
    with_it = {RETIRE: library.goes_with, RESTORE: library.comes_with}
    try:
        others = with_it[action](version_id) if action in with_it else []
        version = deeds[action](version_id, by=by, reason="")
    except DocumentRefused as error:
        return just(Reply(refused(turn, error, library.version(version_id).filename)))
    except ReadOtherwise as error:
        look = ((Button(turn.plain("Carry on with it"), RESUME, (error.draft_id,)),),)
        return just(Reply(problem(turn.wording, error), buttons=look))
    except TransitionNotAllowed as error:
        said = _already(turn, action, library.version(error.version_id))
        return just(Reply(said or problem(turn.wording, error)))
    except LibraryError as error:
        return just(Reply(problem(turn.wording, error)))
    standing = library.standing(version.version_id, today(turn.services, turn.now))
    edit = turn.incoming.press.message_id if turn.incoming.press else None
    now = ((one, library.standing(one.version_id, today(turn.services, turn.now))) for one in others)
    stand = (standing_line(turn.wording, *one) for one in ((version, standing), *now))
    text = paragraphs(turn.say("Done."), lines(*stand))
    return just(Reply(text, buttons=_presses(turn, version, standing), edit=edit))
