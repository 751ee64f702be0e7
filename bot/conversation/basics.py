"""The rooms everybody passes: start, language, help, groups, things the bot cannot read, and the last word."""

from __future__ import annotations

from bot.conversation import enclosing, unreachable, written
from bot.conversation.application import unfinished
from bot.conversation.expects import settle
from bot.conversation.messages import Button, IncomingKind, Reply, parse_callback
from bot.conversation.turn import Commit, Turn, Tx, just
from bot.conversation.wording import N_, Html, Wording, native_name, paragraphs
from intake.review import StaffMember

LANGUAGE = "lang"
MENU = "menu"
EXPIRED = "old"


def group(turn: Turn) -> Commit | None:
    """In a group nothing personal is said or asked: one line, only when spoken to."""
    if turn.incoming.private:
        return None
    if not turn.incoming.for_us or turn.incoming.kind in (IncomingKind.EDIT, IncomingKind.PRESS):
        return lambda tx: None
    text = turn.say(
        "I only talk in private, so that your affairs stay yours. Write to me here: {link}",
        link=f"https://t.me/{turn.services.bot_username}",
    )
    return just(Reply(text))


def membership(turn: Turn) -> Commit | None:
    """Blocked or let in again: whom it concerns hears of it."""
    services, user_id = turn.services, turn.user_id
    if turn.incoming.kind is IncomingKind.BLOCKED:
        return lambda tx: unreachable.shut(tx, services, user_id)
    if turn.incoming.kind is IncomingKind.UNBLOCKED:
        return lambda tx: unreachable.opened(tx, services, user_id, turn.wording)
    return None


def language(turn: Turn) -> Commit | None:
    """`/language`, and the choice."""
    chosen = chosen_language(turn)
    if chosen:
        return _speak(turn, chosen)
    if turn.incoming.command == "language":
        return just(language_question(turn))
    return None


def chosen_language(turn: Turn) -> str:
    """The language whose button was pressed, if the lender speaks it; else ""."""
    pressed = turn.pressed(LANGUAGE)
    return pressed[0] if pressed and pressed[0] in turn.services.lender.languages else ""


def language_first(turn: Turn, key: str, kept: object) -> Commit:
    """Ask for the language before going on; what somebody came for waits in the chat's state under `key`."""

    def commit(tx: Tx) -> None:
        tx.state[key] = kept
        tx.reply(language_question(turn))

    return commit


def language_question(turn: Turn) -> Reply:
    """The question in every language at once: who cannot read one can read another."""
    languages = turn.services.lender.languages
    asked = " · ".join(
        turn.services.wording(code).plain("Which language do you speak?") for code in languages
    )
    buttons = tuple((Button(native_name(code), LANGUAGE, (code,)),) for code in languages)
    return Reply(Html(asked), buttons=buttons, named=True)


def _speak(turn: Turn, code: str) -> Commit:
    wording, hello = turn.services.wording(code), welcome(turn, code)

    def commit(tx: Tx) -> None:
        tx.language = code
        if turn.staff is not None:  # the cards and news that come to him by themselves too
            turn.services.staff.set_language(tx.connection, turn.user_id, code)
        tx.toast(wording.plain("We speak English now."))
        tx.reply(hello)

    return commit


def start(turn: Turn) -> Commit | None:
    """`/start`: the language first if it was never chosen, else a welcome with what can be done here."""
    if turn.incoming.command != "start" or turn.incoming.text:
        return None
    begins = welcome(turn, turn.language) if turn.conversation.language_chosen else language_question(turn)

    def commit(tx: Tx) -> None:
        if turn.staff is None:  # an officer's half-written step has its own way out
            settle(tx)
        tx.reply(begins)

    return commit


def help_room(turn: Turn) -> Commit | None:
    """`/help` and the menu."""
    if turn.incoming.command in ("help", "menu") or turn.pressed(MENU) is not None:
        return just(welcome(turn, turn.language))
    return None


def welcome(turn: Turn, code: str, member: StaffMember | None = None) -> Reply:
    """Who we are, what can be done here, in one screen; `member` when he was enrolled only now."""
    wording, lender = turn.services.wording(code), turn.services.lender
    staff = member or turn.staff
    if staff is not None:
        return _staff_welcome(turn, wording, staff)
    hello = wording.say("Hello! This is {lender}.", lender=lender.text(lender.name, code))
    what = wording.say(
        "Ask me anything about our loans in your own words. I answer from our own papers and show you where it stands. "
        "If I don't know, I ask your officer."
    )
    apply = wording.say(
        "You can also apply for a loan here. We take it step by step, and you may stop any time."
    )
    begin = Button(wording.plain("Apply for a loan"), "apply")
    with turn.services.reading() as connection:
        draft = turn.services.applications.open_draft(connection, turn.user_id)
    if draft is not None:
        apply = unfinished.standing(wording, draft.answered, draft.total)
        begin = Button(wording.plain("Carry on with my application"), "a.on")
    return Reply(
        paragraphs(hello, what, apply),
        buttons=(
            (begin,),
            (Button(wording.plain("My applications"), "status"),),
            (Button(wording.plain("Talk to a person"), "person"),),
        ),
    )


def _staff_welcome(turn: Turn, wording: Wording, member: StaffMember) -> Reply:
    from bot.conversation.officer import queue

    hello = wording.say("Hello {name}.", name=member.name)
    shown = [wording.say(line) for line in STAFF_COMMANDS[member.role.value]]
    waiting = queue.how_many(turn, member)
    now = wording.say("Waiting for you now: {count}.", count=wording.number(waiting)) if waiting else ""
    rows = ((Button(wording.plain("Show the list"), queue.QUEUE),),) if waiting else ()
    text = paragraphs(hello, now, Html("\n".join(shown)), wording.say("You can ask me about the rules too."))
    return Reply(text, buttons=rows)


STAFF_COMMANDS = {
    "officer": (
        N_("/queue – applications waiting in your villages"),
        N_("/mine – applications you hold"),
        N_("/questions – farmers' questions waiting for you"),
    ),
    "reviewer": (N_("/queue – applications waiting for review"),),
    "lead": (
        N_("/queue – the whole queue, and who holds what"),
        N_("/mine – applications you hold"),
        N_("/questions – all farmers' questions"),
    ),
    "admin": (
        N_("/documents – the documents farmers are answered from"),
        N_("/gaps – what I could not answer"),
        N_("Send me a file to add or replace a document."),
    ),
}


def takes_button(turn: Turn) -> Commit | None:
    """A written yes to what cannot be undone: the button is shown once more, and nothing is done."""
    held = turn.state.get(written.KEY, {}).get("held")
    if turn.pressed(written.TAKES_BUTTON) is None or not held:
        return None
    yes, no = (Button(text, *parse_callback(data)) for text, data in held)
    text = turn.say("This cannot be undone. So please press the button: “{button}”.", button=yes.text)
    return just(Reply(text, buttons=((yes,), (no,)), asks=(yes, no), weighty=True))


def old_button(turn: Turn) -> Commit | None:
    """A button no room knows any more."""
    if turn.incoming.kind is not IncomingKind.PRESS:
        return None
    hello = welcome(turn, turn.language)

    def commit(tx: Tx) -> None:
        tx.toast(turn.plain("This button is no longer in use. Here is where you can go on."), alert=False)
        tx.reply(hello)

    return commit


def last_word(turn: Turn) -> Commit:
    """Nothing took the turn: say what can be done, lose nothing."""
    if turn.incoming.kind is IncomingKind.EDIT:
        return just(
            Reply(
                turn.say(
                    "You changed an earlier message. I cannot see which answer you mean: please write it again."
                )
            )
        )
    if turn.incoming.kind is IncomingKind.COMMAND:
        return just(Reply(turn.say("I don't know that command. /help shows what I can do.")))
    if enclosing.comes(turn) and turn.staff is None:
        return just(Reply(paragraphs(enclosing.unread(turn), turn.say("You can also write to me in words."))))
    text = turn.say(
        "I can't use that here. Write to me in words, or use the buttons. /help shows what I can do."
    )
    return just(Reply(text))
