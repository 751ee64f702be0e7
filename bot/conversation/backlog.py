"""What a person wrote while the bot was away: read together and answered once, by the message that matters (F16)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from bot.conversation import expects, written
from bot.conversation.messages import LATE, Incoming, IncomingKind, Reply
from bot.conversation.store import Conversation
from bot.conversation.turn import Commit, Turn, Tx
from bot.conversation.wording import Html, clean, paragraphs

MOST = 200  # messages read together
SHOWN = 100  # letters of the one that is answered


def run(first: Incoming, behind: Iterable[Incoming | None], now: datetime) -> list[Incoming]:
    """Those right behind `first` that are read together with it: late words after late words, one command repeated."""
    found: list[Incoming] = []
    if not _is_late(first, now):
        return found
    for one in behind:
        if one is None or not _is_late(one, now) or not _goes_with(first, one):
            break
        found.append(one)
    return found


def main(first: Incoming, behind: Sequence[Incoming], conversation: Conversation | None) -> Incoming:
    """The message to go on from. Where words were awaited the first gives them: what follows saw no later question."""
    if first.kind is not IncomingKind.TEXT or (conversation and _awaits_words(conversation)):
        return first
    return max((first, *behind), key=lambda one: len(one.text))  # it says the most


def answers_nothing(turn: Turn) -> bool:
    """Whether words are awaited that these cannot be, as he had not seen the question when he wrote."""
    words = turn.incoming.kind is IncomingKind.TEXT and _is_late(turn.incoming, turn.now)
    return words and turn.staff is None and _awaits_words(turn.conversation)


def not_taken(turn: Turn) -> Commit:
    """The question that waits goes on waiting."""
    return lambda tx: _say(
        turn,
        tx,
        turn.say(
            "What you wrote meanwhile came before my last question, so I have not taken it for an answer. "
            "Please answer that question now."
        ),
    )


def note(turn: Turn, tx: Tx) -> None:
    """Say which of his messages is answered."""
    if turn.incoming.kind is IncomingKind.TEXT:
        text = clean(turn.text, SHOWN)
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
    words = incoming.kind in (IncomingKind.TEXT, IncomingKind.COMMAND)
    return words and incoming.private and now - incoming.sent_at > LATE


def _goes_with(first: Incoming, one: Incoming) -> bool:
    if first.kind is IncomingKind.COMMAND:
        return (one.kind, one.command, one.text) == (first.kind, first.command, first.text)
    return one.kind is IncomingKind.TEXT
