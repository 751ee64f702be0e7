"""What is shared instead of written: a phone number, places, files; and what cannot be used here."""

from __future__ import annotations

from collections.abc import Callable

from bot.conversation.application import asking, outline, uploads
from bot.conversation.application.desk import Sitting
from bot.conversation.application.hearing import heard, text
from bot.conversation.application.standing import again, keyboard_is_open, step
from bot.conversation.messages import IncomingKind
from bot.conversation.turn import Commit, Turn, Tx
from bot.conversation.wording import Html
from intake.interview import Accepted, Prompt, Utterance
from intake.interview.answering import MEDIA, OUTLINES


def contact(turn: Turn, sitting: Sitting) -> Commit:
    """A shared number; only his own card counts as his own number."""
    shared = turn.incoming.contact
    prompt = sitting.interview.prompt()
    if step(turn) != "asking" or not isinstance(prompt, Prompt) or shared is None:
        return not_here(turn, sitting)
    if asking.is_own_phone(prompt) and not shared.own:
        told = turn.say("This is somebody else's number. I need your own: press the button, or write it.")
        return again(turn, sitting, told)
    return _shared(turn, sitting, Utterance(contact=shared.phone))


def location(turn: Turn, sitting: Sitting) -> Commit:
    """A shared place."""
    place = turn.incoming.location
    prompt = sitting.interview.prompt()
    if step(turn) != "asking" or place is None:
        return not_here(turn, sitting)
    if isinstance(prompt, Prompt) and prompt.kind in OUTLINES:
        return outline.place(turn, prompt, place)
    return _shared(turn, sitting, Utterance(location=(place.latitude, place.longitude)))


def _shared(turn: Turn, sitting: Sitting, utterance: Utterance) -> Commit:
    keys = keyboard_is_open(sitting)
    return heard(turn, sitting, sitting.interview.hear(utterance), keys=keys)


def upload(turn: Turn, sitting: Sitting) -> Commit:
    """A photo, a recording, a film or a paper, where one is asked; a further one of it; else a kind word."""
    prompt = sitting.interview.prompt()
    if step(turn) != "asking" or not isinstance(prompt, Prompt) or prompt.kind not in MEDIA:
        return uploads.another(turn, sitting) or _not_asked(turn, sitting)
    if not uploads.fits(turn, prompt.kind):
        more = uploads.another(turn, sitting)
        return more or heard(turn, sitting, sitting.interview.hear(uploads.utterance(turn, None)))
    found = uploads.fetch(turn)
    if isinstance(found, Html):
        return again(turn, sitting, found)
    if not uploads.answers(found, prompt.kind) and (more := uploads.another(turn, sitting, found)):
        return more
    result = sitting.interview.hear(uploads.utterance(turn, found))
    taken = isinstance(result, Accepted)
    onward = heard(turn, sitting, result, before=uploads.thanks(turn, prompt.kind) if taken else "")

    def commit(tx: Tx) -> None:
        onward(tx)
        if taken:
            uploads.keep(turn, tx, sitting, prompt.path, prompt.kind, found)

    return commit


def _not_asked(turn: Turn, sitting: Sitting) -> Commit:
    if turn.incoming.kind is IncomingKind.VOICE:
        told = turn.say("I cannot listen to voice yet. Please write it, or press a button.")
        return again(turn, sitting, told)
    return not_here(turn, sitting)


def not_here(turn: Turn, sitting: Sitting) -> Commit:
    told = turn.say("I cannot use this here, but nothing is lost. This is what I need to know:")
    return again(turn, sitting, told)


KINDS: dict[IncomingKind, Callable[[Turn, Sitting], Commit]] = {
    IncomingKind.TEXT: text,
    IncomingKind.CONTACT: contact,
    IncomingKind.LOCATION: location,
    IncomingKind.PHOTO: upload,
    IncomingKind.VOICE: upload,
    IncomingKind.VIDEO: upload,
    IncomingKind.DOCUMENT: upload,
    IncomingKind.UNSUPPORTED: not_here,
}
