"""What a person wrote while the bot was away: read together and answered once, by the message that matters (F16)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from bot.conversation import expects, lending, written
from bot.conversation.agreeing import agrees
from bot.conversation.messages import LATE, Incoming, IncomingKind, Reply
from bot.conversation.store import Conversation
from bot.conversation.turn import Commit, Turn, Tx
from bot.conversation.wording import Html, clean, paragraphs

MOST = 200  # messages read together
SHOWN = 100  # letters of the one that is answered


def run(first: Incoming, behind: Iterable[Incoming], now: datetime) -> list[Incoming]:
    """Those right behind `first` that are read together with it: late words after late words, one command repeated."""
    found: list[Incoming] = []
    if not _is_late(first, now):
        return found
    for one in behind:
        if not _is_late(one, now) or not _goes_with(first, one):
            break
        found.append(one)
    return found


def main(first: Incoming, behind: Sequence[Incoming], conversation: Conversation | None) -> Incoming:
    """The message to go on from. Where words were awaited the first gives them: what follows saw no later question."""
    if first.kind is not IncomingKind.TEXT or (conversation and _awaits_words(conversation)):
        return first
    return max((first, *behind), key=lambda one: len(one.text))  # it says the most


def answers_nothing(turn: Turn) -> bool:
    """Whether words are awaited that these cannot be if he had not seen the question when he wrote.

    Of what comes in one go that is a bare yes or no; a farmer may well write his answers ahead.
    """
    if turn.incoming.kind is not IncomingKind.TEXT or turn.staff or not _awaits_words(turn.conversation):
        return False
    return _is_late(turn.incoming, turn.now) or _is_bare_answer(turn)


def _is_bare_answer(turn: Turn) -> bool:
    locale = lending.locale(turn.services, turn.now)
    return agrees(turn.text, turn.language, locale) is not None


def room(turn: Turn) -> Commit | None:
    """A written answer that does not count: he had not read the question yet, or that was long ago."""
    why = turn.pressed(written.AGAIN)
    if why is None:
        return None
    if why == (written.UNSEEN,):
        return not_taken(turn)
    return lambda tx: _ask_again(
        turn, tx, turn.say("I asked this some time ago. To be sure, I ask once more.")
    )


def not_taken(turn: Turn) -> Commit:
    """The question that waits goes on waiting; one that may be answered by yes or no is the last thing said again."""
    text = turn.say(
        "What you wrote meanwhile came before my last question, so I have not taken it for an answer. "
        "Please answer that question now."
    )
    return lambda tx: _ask_again(turn, tx, text)


def _ask_again(turn: Turn, tx: Tx, text: Html) -> None:
    if _is_late(turn.incoming, turn.now):
        _say(turn, tx, text)
    else:
        tx.send(tx.chat_id, Reply(text))
    question = written.question(turn.state)
    if question is not None:
        tx.reply(question)


def note(turn: Turn, main: Incoming, tx: Tx) -> None:
    """Say which of his messages is answered, as he wrote it: it may stand for a press by now."""
    if main.kind is IncomingKind.TEXT and turn.pressed(written.AGAIN) != (written.UNSEEN,):
        text = clean(main.text, SHOWN)
        _say(
            turn,
            tx,
            turn.say(
                "I have read what you wrote meanwhile and go on from this: “{text}”. "
                "Please write again what else you want to tell or ask.",
                text=text,
            ),
        )


def _say(turn: Turn, tx: Tx, read: Html) -> None:
    """With an apology, but one a day."""
    sorry = turn.say("Sorry, I was out of reach for a while.")
    if not tx.send(tx.chat_id, Reply(paragraphs(sorry, read)), key=f"away:{tx.chat_id}:{tx.now:%Y-%m-%d}"):
        tx.send(tx.chat_id, Reply(read))


def _awaits_words(conversation: Conversation) -> bool:
    return expects.KEY in conversation.state or written.KEY in conversation.state


def _is_late(incoming: Incoming, now: datetime) -> bool:
    spoken = incoming.press is not None and not incoming.press.callback_id
    words = spoken or incoming.kind in (IncomingKind.TEXT, IncomingKind.COMMAND)
    return words and incoming.private and now - incoming.sent_at > LATE


def _goes_with(first: Incoming, one: Incoming) -> bool:
    if first.kind is IncomingKind.COMMAND:
        return (one.kind, one.command, one.text) == (first.kind, first.command, first.text)
    return one.kind is IncomingKind.TEXT
