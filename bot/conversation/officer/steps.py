"""Steps that need words: asked one at a time, with ready-made answers to press, then done."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bot.conversation import done, handoff
from bot.conversation.expects import KEY as EXPECTS
from bot.conversation.expects import expect, expected, settle
from bot.conversation.marks import mark_of
from bot.conversation.messages import Button, Reply
from bot.conversation.officer import newest
from bot.conversation.officer.deeds import do, find, find_in, hindrance, not_worker
from bot.conversation.officer.papers import one_line
from bot.conversation.officer.phrases import PHRASES, in_language
from bot.conversation.turn import Commit, Turn, Tx, just
from bot.conversation.wording import N_, Html, bold, lines, native_name, paragraphs, quoted
from intake.applications import Action, Application
from intake.review import StaffMember

ROOM = "officer"
CANCEL, QUICK = "o.no", "o.quick"
ANSWER, ASKED = (
    handoff.ANSWER,
    "q",
)  # a farmer's question to a person; how its number is told from an application's
LEND, AMOUNT, SURE, YES, LESS, SHARE = "o.lend", "o.lent", "o.sure", "o.yes", "o.less", "o.share"
PAPERS = "o.paper"  # the words that wait were a question to the papers
DIALOGUE = (QUICK, LEND, AMOUNT, YES, LESS)  # buttons that stand under a question, not under a card
OF_THE_STEP = (QUICK, AMOUNT, SURE, CANCEL, newest.INSTEAD, PAPERS)  # judged by the step that is open
WRITTEN = ("words", "reasons_for", "reasons_against")  # what he has written in a step so far
LONGEST = 2000  # letters of what a person writes in one step
LONGEST_OF = {ANSWER: handoff.MAX_LETTERS}
Facts = Mapping[str, Any]
Heard = Callable[[Turn, StaffMember, Facts, str], Commit]

# The questions put to the officer, by the verb of the button that needs an answer in words.
QUESTIONS = {
    "o.ask": N_("What do you want to ask the farmer? It goes to the farmer as you write it."),
    "o.msg": N_("What do you want to tell the farmer? It goes to the farmer as you write it."),
    "o.seen": N_(
        "What did you see? Write about the place, the animals or goods, the people, and anything that worries you. "
        "You may first send photos of it, or share where you are."
    ),
    "o.rej": N_("Why not? Give the real reason in plain words. The farmer reads it."),
    "o.ret": N_("What is missing? It goes back to the officer with your words."),
    "o.for": N_("What speaks for this loan?"),
    "o.against": N_("And what speaks against it? If there is nothing, write that."),
    "o.amt": N_("How much would you lend? Write an amount."),
    "o.sum": N_("How much do you approve? Write an amount."),
}
HINT = N_("Press one, or write it in your own words.")
READ_BY_FARMER = ("o.ask", "o.msg", "o.rej")

ACTIONS = {
    "o.ask": Action.ASK_FARMER,
    "o.seen": Action.RECORD_VISIT,
    "o.day": Action.SET_VISIT,
    "o.rej": Action.REJECT,
    "o.ret": Action.RETURN,
    "o.for": Action.RECOMMEND,
    "o.against": Action.RECOMMEND,
    "o.amt": Action.RECOMMEND,
    "o.rec": Action.RECOMMEND,
    "o.sum": Action.APPROVE,
}
DECISIONS = ("o.rej", "o.ret", "o.for", "o.against", "o.sum")  # never on a card that has grown old


def ask(
    turn: Turn,
    member: StaffMember,
    verb: str,
    application_id: str,
    version: str,
    *,
    words: str = "",
    **facts: Any,
) -> Commit:
    """Put the question of `verb`, if it may be done at all, and wait for the words.

    `words` were typed for the step before: given back if this one can no longer be done.
    """
    if stop := _hindered(turn, member, verb, application_id, version, words):
        return stop
    application = find(turn.services, application_id)
    assert application is not None  # looked at just now; the deed is judged again at the end
    quick = ready_made(turn, verb, application_id)
    hint = turn.say(HINT) if quick else ""
    question = lines(about(application), turn.say(QUESTIONS[verb]))
    text = paragraphs(question, _reader(turn, verb, application), hint)
    kept = {"verb": verb, "id": application_id, "version": version, **facts}
    return waiting(
        turn, Reply(text, buttons=(*quick, never_mind_row(turn, application_id)), edit=in_place(turn)), kept
    )


def _hindered(
    turn: Turn, member: StaffMember, verb: str, application_id: str, version: str, words: str
) -> Commit | None:
    number = int(application_id)
    if verb == "o.msg":
        return not_worker(turn, member, number)
    known = int(version) if verb in DECISIONS else None
    return hindrance(turn, member, ACTIONS[verb], number, known, words)


def about(application: Application) -> Html:
    """Which application, and whose: two may be open, and words must not go to the wrong farmer."""
    return bold(lines(Html(f"{application.reference} · {one_line(application.applicant.name, 60)}")))


def in_place(turn: Turn) -> int | None:
    """The question that was just answered by a press: the next one takes its place. A card stays where it is."""
    press = turn.incoming.press
    return press.message_id if press is not None and press.action in DIALOGUE else None


def ready_made(turn: Turn, verb: str, application_id: str) -> tuple[tuple[Button, ...], ...]:
    """A row for each ready-made sentence."""
    return tuple(
        (Button(turn.plain(sentence), QUICK, (verb, str(place), application_id)),)
        for place, sentence in enumerate(PHRASES.get(verb, ()))
    )


def never_mind_row(turn: Turn, subject: str) -> tuple[Button, ...]:
    """The way out of the step about `subject`, and of no other."""
    return (Button(turn.plain("Never mind"), CANCEL, (subject,)),)


def subject_of(facts: Facts) -> str:
    """What a step is about: an application's number, or a farmer's question's with a letter before it."""
    return f"{ASKED}{facts['id']}" if facts["verb"] == ANSWER else str(facts["id"])


def belongs(facts: Facts | None, subject: Sequence[str]) -> bool:
    """Whether a button that carries this subject was put by the step that is open."""
    return facts is not None and list(subject[:1]) == [subject_of(facts)]


def are_you_sure(turn: Turn, facts: Facts, text: Html, yes: str, other: tuple[Button, ...] = ()) -> Commit:
    """Show what is about to be done and wait for the press that does it: that of this very text and no other."""
    mark = mark_of(text)
    subject = subject_of(facts)
    rows = ((Button(yes, SURE, (subject, mark)),), *((one,) for one in other), never_mind_row(turn, subject))
    return waiting(turn, Reply(text, buttons=rows, edit=in_place(turn)), {**facts, "mark": mark})


def over(turn: Turn, facts: Facts | None) -> Commit:
    """A button under a question that is no longer open: nothing is done, least of all to the one that is."""
    application = find(turn.services, facts["id"]) if facts and facts["verb"] != ANSWER else None
    said = done.before(turn) or paragraphs(
        turn.say("That question is over, so I did nothing."), _lapsed(turn) if facts is None else ""
    )
    if application is None:
        return just(Reply(said))
    now = turn.say("I am waiting for your words about {reference}.", reference=application.reference)
    return just(Reply(paragraphs(said, now)))


def _lapsed(turn: Turn) -> Html:
    """The words under the pressed button, which waited so long that they are not sent any more."""
    step, press = expected(turn, ROOM), turn.incoming.press
    if step is None or press is None or list(press.args) != [subject_of(step), step.get("mark")]:
        return Html("")
    return unused(turn, step)


def _reader(turn: Turn, verb: str, application: Application) -> Html:
    """A word of warning where the farmer reads another language than the officer writes."""
    if verb not in READ_BY_FARMER or application.language == turn.language:
        return Html("")
    return turn.say("The farmer reads {language}.", language=native_name(application.language))


def waiting(turn: Turn, reply: Reply, facts: Facts) -> Commit:
    """Say something and give the next free text to this room, with `facts` kept.

    Words that waited in a step whose place this takes are given back.
    """

    def commit(tx: Tx) -> None:
        if note := _displaced(turn, tx.state.get(EXPECTS, {})):
            tx.reply(Reply(note))
        kept = {key: value for key, value in facts.items() if key not in ("room", "at")}
        expect(tx, ROOM, at=tx.now.isoformat(), **kept)
        tx.reply(reply)

    return commit


def _displaced(turn: Turn, step: Facts) -> Html:
    given_up = step.get("room") == ROOM and is_beside(turn) and any(step.get(key) for key in WRITTEN)
    return left(turn, step) if given_up else Html("")


def is_beside(turn: Turn) -> bool:
    """Whether this is a press on a card, or under another question: it uses nothing of the step that is open."""
    press = turn.incoming.press
    return press is not None and press.action not in OF_THE_STEP


def left(turn: Turn, facts: Facts) -> Html:
    """That the step he was in is over, because he turned to something else; his words to copy, if some waited."""
    kept = unused(turn, facts)
    if facts["verb"] == ANSWER:
        return paragraphs(turn.say("The farmer's question still waits: nothing was sent."), kept)
    application = find(turn.services, str(facts["id"]))
    if application is None:
        return kept
    closed = turn.say(
        "What you began for {reference} is closed. Nothing was done.", reference=application.reference
    )
    return paragraphs(closed, kept)


def unused(turn: Turn, facts: Facts) -> Html:
    """The words that were written in a step, to copy."""
    said = "\n".join(str(facts[key]) for key in WRITTEN if facts.get(key))
    return turn.say("Your words were not used: {words}", words=quoted(said, LONGEST)) if said else Html("")


def never_mind(turn: Turn, subject: Sequence[str] = ()) -> Commit:
    """Leave the step; nothing was done. The way out of an older question leaves the newer one open."""
    edit = turn.incoming.press.message_id if turn.incoming.press else None

    def commit(tx: Tx) -> None:
        open_now = tx.state.get("expects", {})
        if open_now.get("room") == ROOM and (not subject or belongs(open_now, subject)):
            settle(tx)
        tx.reply(Reply(turn.say("All right, nothing was changed."), edit=edit))

    return commit


# one function a step


def for_farmer(turn: Turn, application_id: str, words: str) -> str:
    """As it is kept for the farmer: a ready-made sentence in his language, own words as they are."""
    application = find(turn.services, application_id)
    return words if application is None else in_language(words, turn.services.wording(application.language))


def _ask_farmer(turn: Turn, member: StaffMember, facts: Facts, words: str) -> Commit:
    review, number = turn.services.review, int(facts["id"])
    question = for_farmer(turn, facts["id"], words)
    return do(
        turn,
        Action.ASK_FARMER,
        number,
        lambda connection: review.ask_farmer(connection, member.user_id, number, question),
        turn.say("Asked. The answer comes to you here."),
        words=words,
    )


def _message(turn: Turn, member: StaffMember, facts: Facts, words: str) -> Commit:
    services, number = turn.services, int(facts["id"])

    def deed(connection: Any) -> Any:
        events = services.review.write_message(connection, member.user_id, number, words)
        return find_in(connection, services, number), events

    return do(turn, None, number, deed, turn.say("Sent to the farmer."), words=words)


def _seen(turn: Turn, member: StaffMember, facts: Facts, words: str) -> Commit:
    review, number = turn.services.review, int(facts["id"])
    place = (float(facts["place"][0]), float(facts["place"][1])) if facts.get("place") else None
    return do(
        turn,
        Action.RECORD_VISIT,
        number,
        lambda connection: review.record_visit(connection, member.user_id, number, words, location=place),
        turn.say("The visit is in the file."),
        words=words,
    )


def _return(turn: Turn, member: StaffMember, facts: Facts, words: str) -> Commit:
    review, number, version = turn.services.review, int(facts["id"]), int(facts["version"])
    return do(
        turn,
        Action.RETURN,
        number,
        lambda connection: review.return_for_information(connection, member.user_id, number, words, version),
        turn.say("Returned to the officer."),
        words=words,
    )


HEARD: dict[str, Heard] = {
    "o.ask": _ask_farmer,
    "o.msg": _message,
    "o.seen": _seen,
    "o.ret": _return,
}
