"""A photo, a paper or a place for the officer: looked at before the transaction, kept with the application in it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

from bot.conversation.messages import FileRef, Incoming, IncomingKind, Location, Reply
from bot.conversation.officer.papers import enclosed, thing_of
from bot.conversation.turn import Turn, Tx
from bot.conversation.wording import Html, Wording, clean, lines, paragraphs, quoted
from intake.applications import Enclosure

KINDS = {IncomingKind.PHOTO: "image", IncomingKind.DOCUMENT: "file", IncomingKind.LOCATION: "place"}
# What may have words under it.
CAPTIONED = (IncomingKind.PHOTO, IncomingKind.VIDEO, IncomingKind.VOICE, IncomingKind.DOCUMENT)
MOST = 30  # files sent with messages about one application
ASKED_WITH, KEPT = "asked_with", 5  # state: what came with the newest questions to the papers
SHOWN = 200  # letters of the words that are said back


def comes(turn: Turn) -> bool:
    """Whether the message holds something that can be sent to an officer, beside words."""
    return turn.incoming.kind in KINDS


def named(turn: Turn, text: str) -> Html:
    """What he sends, said back: the words, and before them what they came with."""
    said = clean(text, SHOWN)
    return enclosed(turn.wording, said, KINDS[turn.incoming.kind]) if comes(turn) else quoted(said)


def shown(wording: Wording, words: Html, one: Mapping[str, Any]) -> Html:
    """Words, and before them something that was held with them."""
    place = one.get("place")
    thing = thing_of(wording, KINDS[IncomingKind(one["kind"])], (place[0], place[1]) if place else None)
    return lines(thing, words)


def held(turn: Turn) -> dict[str, Any]:
    """What a button needs to send it later: where the file is to be had, or the place; nothing beside words."""
    kind = turn.incoming.beside or turn.incoming.kind
    if kind not in KINDS:
        return {}
    file, place = turn.incoming.file, turn.incoming.location
    return {
        "kind": kind.value,
        "file": dataclasses.asdict(file) if file else None,
        "place": [place.latitude, place.longitude] if place else None,
    }


def among(facts: Mapping[str, Any]) -> list[dict[str, Any]]:
    """What was held among other facts of words, as it is passed on; nothing where only words were."""
    return [{name: facts.get(name) for name in ("kind", "file", "place")}] if facts.get("kind") else []


def keep(turn: Turn, tx: Tx, answer_id: int) -> None:
    """What came with a question to the papers: it goes along if a person is asked after all."""
    if with_it := held(turn):
        tx.state[ASKED_WITH] = [*tx.state.get(ASKED_WITH, []), {"answer": str(answer_id), **with_it}][-KEPT:]


def kept(turn: Turn, answer_id: str) -> dict[str, Any]:
    """What came with the question of this answer, as it was held; nothing beside words."""
    found: Mapping[str, Any] = next(
        (one for one in turn.state.get(ASKED_WITH, []) if one["answer"] == answer_id), {}
    )
    return {name: found[name] for name in ("kind", "file", "place") if name in found}


def as_words(incoming: Incoming) -> Incoming | None:
    """A message with words under it, as if they had been written alone; None where there are none."""
    if incoming.kind not in CAPTIONED or not clean(incoming.text):
        return None
    return dataclasses.replace(incoming, kind=IncomingKind.TEXT, beside=incoming.kind)


def again(incoming: Incoming, words: Mapping[str, Any]) -> Incoming:
    """The message whose words were held, as if it had just come."""
    file, place = words.get("file"), words.get("place")
    return dataclasses.replace(
        incoming,
        kind=IncomingKind(words.get("kind", IncomingKind.TEXT)),
        text=words["text"],
        file=FileRef(**file) if file else None,
        location=Location(*place) if place else None,
        press=None,
    )


def unread(turn: Turn) -> Html:
    """A farmer's file that nothing here asks for, and how it comes before a person."""
    return turn.say(
        "I cannot see what is in a file or a picture. If a person should see it, write /person and send it then."
    )


def opened(turn: Turn, application_id: int) -> Enclosure | Html | None:
    """What came beside words, or the sentence that says why it cannot be used. Slow: it fetches a file."""
    from bot.conversation.application import uploads

    if not comes(turn):
        return None
    place = turn.incoming.location
    if place is not None:
        return Enclosure(place=(place.latitude, place.longitude))
    if _is_full(turn, application_id):
        return turn.say("Thank you, these are enough files.")
    prepared = uploads.fetch(turn)
    if isinstance(prepared, Html):
        return prepared
    return Enclosure(prepared, uploads.name(turn, prepared))


def refused(turn: Turn, why: Html) -> Reply:
    """The file cannot be used: nothing was sent, and the words that came with it are said back."""
    words = clean(turn.text, SHOWN)
    unsent = turn.say("I have not sent your words either: {words}", words=quoted(words)) if words else ""
    return Reply(paragraphs(why, unsent))


def _is_full(turn: Turn, application_id: int) -> bool:
    """Whether so many files were sent with messages about it that no more are taken."""
    applications = turn.services.applications
    with turn.services.reading() as connection:
        mine = applications.by_farmer(connection, turn.user_id)
        this = [one for one in mine if one.application_id == application_id]
        return any(applications.enclosed(connection, one) >= MOST for one in this)
