"""What is shared instead of written: a phone number, places, files; and what cannot be used here."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.conversation.application import asking, outline, uploads
from bot.conversation.application.desk import Sitting
from bot.conversation.application.hearing import heard, text
from bot.conversation.application.standing import again, keyboard_is_open, step
from bot.conversation.messages import IncomingKind, Reply
from bot.conversation.turn import Commit, Turn, Tx, both, just
from bot.conversation.wording import Html
from intake.forms import QuestionKind
from intake.interview import Accepted, Prompt, Utterance
from intake.interview.answering import MEDIA, OUTLINES, UPLOADS
from intake.interview.columns import read_as
from intake.reading import Kind

Cells = Mapping[str, str]


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
    before = uploads.thanks(turn, prompt.kind) if taken else _not_kept(turn, sitting)
    onward = heard(turn, sitting, result, before=before)

    def commit(tx: Tx) -> None:
        onward(tx)
        if taken:
            uploads.keep(
                turn, tx, sitting, prompt.path, prompt.kind, found, instead=prompt.present is not None
            )

    return commit


def _not_asked(turn: Turn, sitting: Sitting) -> Commit:
    if turn.incoming.kind is IncomingKind.VOICE:
        told = turn.say("I cannot listen to voice yet. Please write it, or press a button.")
        return again(turn, sitting, told)
    return not_here(turn, sitting)


def not_here(turn: Turn, sitting: Sitting) -> Commit:
    """What was sent is not kept, and that is said; words that came with it are heard."""
    told = _not_kept(turn, sitting)
    if turn.text.strip():
        return both(just(Reply(told)), text(turn, sitting))
    return again(turn, sitting, told)


def _not_kept(turn: Turn, sitting: Sitting) -> Html:
    """What becomes of it: asked for later, or for the officer's eyes; promised only what a question takes."""
    if _asked_later(turn, sitting):
        return turn.say("I cannot keep this yet. I ask you for it later, please send it then.")
    if turn.incoming.kind not in FILES:
        return turn.say("I cannot use this here and have not kept it. All you told me before is kept.")
    return turn.say(
        "I have not kept this: nothing here asks for it. Please keep it and show it to your officer, "
        "who comes to see you. All you told me before is kept."
    )


def _asked_later(turn: Turn, sitting: Sitting) -> bool:
    """Whether a question that is still open takes what was sent."""
    about = sitting.interview.questions
    takes = TAKES.get(turn.incoming.kind)
    return (
        not sitting.interview.finished()
        and takes is not None
        and any(
            not about.value(question.path) and takes(turn, question.kind, about.cells(question.path))
            for question in sitting.interview.session.questions()
        )
    )


def _takes_file(turn: Turn, kind: QuestionKind, _cells: Cells) -> bool:
    return kind in UPLOADS[uploads.announced(turn)]


FILES = (IncomingKind.PHOTO, IncomingKind.VIDEO, IncomingKind.DOCUMENT)
TAKES: dict[IncomingKind, Callable[[Turn, QuestionKind, Cells], bool]] = {
    IncomingKind.PHOTO: _takes_file,
    IncomingKind.VIDEO: _takes_file,
    IncomingKind.DOCUMENT: _takes_file,
    IncomingKind.LOCATION: lambda _turn, kind, _cells: kind is QuestionKind.GEOPOINT,
    IncomingKind.CONTACT: lambda _turn, _kind, cells: read_as(cells)[0] is Kind.PHONE,
}


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
