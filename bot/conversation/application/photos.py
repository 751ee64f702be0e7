"""Photos the farmer sends: fetched and cleaned before the transaction, kept encrypted in it."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.conversation.application.desk import ROOM, Sitting
from bot.conversation.messages import Reply
from bot.conversation.turn import Commit, Turn, Tx
from bot.conversation.wording import Html, clean
from intake.applications import PreparedPhoto, prepare_photo
from intake.errors import Refused

MORE_WITHIN = timedelta(minutes=5)  # photos of one album come as messages of their own
MOST = 6  # photos to one question


def fetch(turn: Turn) -> PreparedPhoto | Html:
    """The photo of this message, cleaned; or the sentence that says why it cannot be used. Slow."""
    file = turn.incoming.file
    assert file is not None  # the caller looked
    turn.busy()
    try:
        return prepare_photo(turn.services.download(file))
    except Refused as refused:
        if refused.code == "photo_unreadable":
            return turn.say("I could not open this photo. Please take it again, or send another one.")
        return turn.say(
            "This photo is too big. Please send it as a photo, not as a file, or take a smaller one."
        )


def keep(turn: Turn, tx: Tx, sitting: Sitting, path: str, photo: PreparedPhoto) -> None:
    """Store the photo as an answer to the question at `path`."""
    turn.services.applications.photos.add(
        tx.connection, sitting.draft.draft_id, path, photo, caption=clean(turn.text, 500)
    )
    tx.state[ROOM]["photo"] = {"path": path, "at": turn.now.isoformat()}


def another(turn: Turn, sitting: Sitting) -> Commit | None:
    """A further photo to the photo question just answered; None when none was."""
    last = turn.state.get(ROOM, {}).get("photo")
    if not last or turn.now - datetime.fromisoformat(last["at"]) > MORE_WITHIN:
        return None
    photo = fetch(turn)
    path = str(last["path"])

    def commit(tx: Tx) -> None:
        if isinstance(photo, Html):
            tx.reply(Reply(photo))
            return
        kept = [
            one
            for one in turn.services.applications.photos.of_draft(tx.connection, sitting.draft.draft_id)
            if one.path == path
        ]
        if len(kept) >= MOST:
            tx.reply(Reply(turn.say("Thank you, these are enough photos.")))
            return
        keep(turn, tx, sitting, path, photo)
        tx.reply(Reply(turn.wording.count("I have {n} photo now.", "I have {n} photos now.", len(kept) + 1)))

    return commit
