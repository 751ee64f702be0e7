"""What is shared instead of written: a phone number, a place, photos; and what cannot be used here."""

from __future__ import annotations

from collections.abc import Callable

from bot.conversation.application import asking, photos
from bot.conversation.application.desk import Sitting
from bot.conversation.application.hearing import heard, text
from bot.conversation.application.standing import again, keyboard_is_open, step
from bot.conversation.messages import IncomingKind
from bot.conversation.turn import Commit, Turn, Tx
from bot.conversation.wording import Html
from intake.forms import QuestionKind
from intake.interview import Accepted, Prompt, Utterance


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
    if step(turn) != "asking" or place is None:
        return not_here(turn, sitting)
    return _shared(turn, sitting, Utterance(location=(place.latitude, place.longitude)))


def _shared(turn: Turn, sitting: Sitting, utterance: Utterance) -> Commit:
    keys = keyboard_is_open(sitting)
    return heard(turn, sitting, sitting.interview.hear(utterance), keys=keys)


def photo(turn: Turn, sitting: Sitting) -> Commit:
    """A photo, where one is asked; a further one of the same album; else a kind word."""
    prompt = sitting.interview.prompt()
    if step(turn) != "asking" or not isinstance(prompt, Prompt) or prompt.kind is not QuestionKind.IMAGE:
        return photos.another(turn, sitting) or not_here(turn, sitting)
    found = photos.fetch(turn)
    if isinstance(found, Html):
        return again(turn, sitting, found)
    result = sitting.interview.hear(Utterance(photo=f"photo-{turn.incoming.update_id}.jpg"))
    onward = heard(
        turn, sitting, result, before=turn.say("Thank you for the photo. You may send more of it now.")
    )

    def commit(tx: Tx) -> None:
        onward(tx)
        if isinstance(result, Accepted):
            photos.keep(turn, tx, sitting, prompt.path, found)

    return commit


def not_here(turn: Turn, sitting: Sitting) -> Commit:
    told = turn.say("I cannot use this here, but nothing is lost. This is what I need to know:")
    return again(turn, sitting, told)


KINDS: dict[IncomingKind, Callable[[Turn, Sitting], Commit]] = {
    IncomingKind.TEXT: text,
    IncomingKind.CONTACT: contact,
    IncomingKind.LOCATION: location,
    IncomingKind.PHOTO: photo,
    IncomingKind.VOICE: lambda turn, sitting: again(
        turn, sitting, turn.say("I cannot listen to voice yet. Please write it, or press a button.")
    ),
    IncomingKind.DOCUMENT: not_here,
    IncomingKind.UNSUPPORTED: not_here,
}
