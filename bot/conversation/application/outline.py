"""A line or an area on the land: places shared one after another, until he says that is all."""

from __future__ import annotations

from bot.conversation.application.desk import ROOM
from bot.conversation.messages import Location, Reply
from bot.conversation.turn import Commit, Turn, Tx
from bot.conversation.wording import Html, paragraphs
from intake.interview import Prompt
from intake.interview.answering import OUTLINES, outline

MOST = 100  # corners of a field


def place(turn: Turn, prompt: Prompt, shared: Location) -> Commit:
    """One more place of it."""
    places = _places(turn, prompt.path)
    new = f"{shared.latitude} {shared.longitude}"
    if len(places) < MOST and places[-1:] != [new]:  # the same corner twice is one tap too many
        places = [*places, new]
    told = turn.wording.count("I have {n} place now.", "I have {n} places now.", len(places))

    def commit(tx: Tx) -> None:
        tx.state.setdefault(ROOM, {})["places"] = {"path": prompt.path, "places": places}
        tx.reply(Reply(paragraphs(told, turn.say("Share the next one, or press “That is all”."))))

    return commit


def answer(turn: Turn, prompt: Prompt) -> str | None:
    """The places shared so far as the answer; None while they are too few."""
    places = _places(turn, prompt.path)
    return outline(places, prompt.kind) if len(set(places)) >= OUTLINES[prompt.kind] else None


def too_few(turn: Turn, prompt: Prompt) -> Html:
    return turn.say("I need at least {least} places of it. Please share more.", least=OUTLINES[prompt.kind])


def _places(turn: Turn, path: str) -> list[str]:
    """What was shared for this very question."""
    kept = turn.state.get(ROOM, {}).get("places", {})
    return list(kept["places"]) if kept.get("path") == path else []
