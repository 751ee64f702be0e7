"""Steps that need words: asked one at a time, with ready-made answers to press, then done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from bot.conversation.expects import expect, settle
from bot.conversation.lending import locale
from bot.conversation.messages import Button, Reply
from bot.conversation.officer.deeds import do, find, find_in, hindrance
from bot.conversation.officer.phrases import PHRASES, in_language
from bot.conversation.turn import Commit, Turn, Tx, just
from bot.conversation.wording import N_, Html, native_name, paragraphs
from intake.applications import Action, Application
from intake.reading import Kind, read
from intake.review import StaffMember

ROOM = "officer"
CANCEL, QUICK = "o.no", "o.quick"
LEND, AMOUNT, SURE, YES, LESS, SHARE = "o.lend", "o.lent", "o.sure", "o.yes", "o.less", "o.share"
DIALOGUE = (QUICK, LEND, AMOUNT, YES, LESS)  # buttons that stand under a question, not under a card
LONGEST = 2000  # letters of what a person writes in one step
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
    "o.against": N_("And what speaks against it? Every loan has something."),
    "o.amt": N_("How much would you lend? Write an amount."),
    "o.sum": N_("How much do you approve? Write an amount."),
}
HINT = N_("Press one, or write it in your own words.")
READ_BY_FARMER = ("o.ask", "o.msg", "o.rej")

ACTIONS = {
    "o.ask": Action.ASK_FARMER,
    "o.seen": Action.RECORD_VISIT,
    "o.rej": Action.REJECT,
    "o.ret": Action.RETURN,
    "o.rec": Action.RECOMMEND,
    "o.app": Action.APPROVE,
}
DECISIONS = ("o.rej", "o.ret", "o.rec", "o.app")  # never on a card that has grown old


def begin(turn: Turn, member: StaffMember, verb: str, args: tuple[str, ...]) -> Commit:
    """A button whose step needs words: first whether it may be done at all, then the question."""
    return _hindered(turn, member, verb, args) or ask(turn, verb, args[0], args[1])


def _hindered(turn: Turn, member: StaffMember, verb: str, args: tuple[str, ...]) -> Commit | None:
    version = int(args[1]) if verb in DECISIONS else None
    return hindrance(turn, member, ACTIONS[verb], int(args[0]), version)


def ask(turn: Turn, verb: str, application_id: str, version: str, **facts: Any) -> Commit:
    """Put the question of `verb` and wait for the words."""
    application = find(turn.services, application_id)
    if application is None:
        return just(Reply(turn.say("I cannot find this application.")))
    quick = ready_made(turn, verb)
    hint = turn.say(HINT) if quick else ""
    text = paragraphs(turn.say(QUESTIONS[verb]), _reader(turn, verb, application), hint)
    kept = {"verb": verb, "id": application_id, "version": version, **facts}
    return waiting(Reply(text, buttons=(*quick, never_mind_row(turn)), edit=in_place(turn)), kept)


def in_place(turn: Turn) -> int | None:
    """The question that was just answered by a press: the next one takes its place. A card stays where it is."""
    press = turn.incoming.press
    return press.message_id if press is not None and press.action in DIALOGUE else None


def ready_made(turn: Turn, verb: str) -> tuple[tuple[Button, ...], ...]:
    """A row for each ready-made sentence."""
    return tuple(
        (Button(turn.plain(sentence), QUICK, (verb, str(place))),)
        for place, sentence in enumerate(PHRASES.get(verb, ()))
    )


def never_mind_row(turn: Turn) -> tuple[Button, ...]:
    """The way out of every step."""
    return (Button(turn.plain("Never mind"), CANCEL),)


def _reader(turn: Turn, verb: str, application: Application) -> Html:
    """A word of warning where the farmer reads another language than the officer writes."""
    if verb not in READ_BY_FARMER or application.language == turn.language:
        return Html("")
    return turn.say("The farmer reads {language}.", language=native_name(application.language))


def waiting(reply: Reply, facts: Facts) -> Commit:
    """Say something and give the next free text to this room, with `facts` kept."""

    def commit(tx: Tx) -> None:
        kept = {key: value for key, value in facts.items() if key not in ("room", "at")}
        expect(tx, ROOM, at=tx.now.isoformat(), **kept)
        tx.reply(reply)

    return commit


def never_mind(turn: Turn) -> Commit:
    """Leave the step; nothing was done."""
    edit = turn.incoming.press.message_id if turn.incoming.press else None

    def commit(tx: Tx) -> None:
        if tx.state.get("expects", {}).get("room") == ROOM:
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


def amounts(turn: Turn, words: str) -> list[Decimal]:
    """The amounts that the words may mean."""
    reading = read(words, Kind.AMOUNT, language=turn.language, locale=locale(turn.services, turn.now))
    return [Decimal(str(one.value)) for one in reading.candidates]


def unreadable(turn: Turn) -> Commit:
    """What was written is no amount."""
    return just(Reply(turn.say("I could not read that as an amount. Write it in figures, such as 8000.")))
