"""What the farmer sends in: photos, recordings, papers; looked at before the transaction, kept encrypted in it."""

from __future__ import annotations

import mimetypes
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.conversation.application.desk import ROOM, Sitting
from bot.conversation.messages import DOWNLOAD_LIMIT, IncomingKind, Reply
from bot.conversation.turn import Commit, Turn, Tx
from bot.conversation.wording import Html, clean
from intake.applications import Prepared, prepare_photo, prepare_upload
from intake.errors import Refused
from intake.forms import QuestionKind
from intake.interview import Utterance
from intake.interview.answering import UPLOADS

MORE_WITHIN = timedelta(minutes=5)  # photos of one album come as messages of their own
MOST = 6  # files to one question
LIMIT = DOWNLOAD_LIMIT // 1_000_000  # MB
# What a message carries; a document is whatever its content is.
CARRIES = {IncomingKind.PHOTO: "photo", IncomingKind.VOICE: "audio", IncomingKind.VIDEO: "video"}
GIVEN = {
    "image": "photo",
    "audio": "audio",
    "video": "video",
    "file": "file",
}  # by what a file was found to be
SAID: dict[str, Callable[[str], Utterance]] = {
    "photo": lambda name: Utterance(photo=name),
    "audio": lambda name: Utterance(audio=name),
    "video": lambda name: Utterance(video=name),
    "file": lambda name: Utterance(file=name),
}


def fits(turn: Turn, kind: QuestionKind) -> bool:
    """Whether this message may answer a question of that kind, as far as can be told unopened."""
    carried = CARRIES.get(turn.incoming.kind)
    return carried is None or kind in UPLOADS[carried]


def announced(turn: Turn) -> str:
    """What the message says that it carries; a paper where a document does not call itself anything else."""
    file = turn.incoming.file
    mime = (file.mime or mimetypes.guess_type(file.name)[0] or "") if file is not None else ""
    return CARRIES.get(turn.incoming.kind) or GIVEN.get(mime.partition("/")[0], "file")


def utterance(turn: Turn, prepared: Prepared | None) -> Utterance:
    """The file as an answer, under the name it is kept by; unopened, as what the message carries."""
    given = GIVEN[prepared.kind] if prepared else CARRIES.get(turn.incoming.kind, "file")
    ending = prepared.ending if prepared else "bin"
    return SAID[given](_name(turn, given, ending))


def name(turn: Turn, prepared: Prepared) -> str:
    """What the file of this message is called where it is kept."""
    return _name(turn, GIVEN[prepared.kind], prepared.ending)


def _name(turn: Turn, given: str, ending: str) -> str:
    return f"{given}-{turn.incoming.update_id}.{ending}"


def fetch(turn: Turn) -> Prepared | Html:
    """The file of this message, looked at; or the sentence that says why it cannot be used. Slow."""
    file = turn.incoming.file
    assert file is not None  # the caller looked
    if file.size is not None and file.size > DOWNLOAD_LIMIT:
        return _too_big(turn)
    if not turn.services.room_for_files():
        return no_room(turn)
    turn.busy()
    try:
        data = turn.services.download(file)
        if turn.incoming.kind is IncomingKind.PHOTO:
            return prepare_photo(data)
        return prepare_upload(data, sound=turn.incoming.kind is IncomingKind.VOICE)
    except Refused as refused:
        if refused.code == "file_kind":
            return turn.say(
                "I cannot keep this kind of file. Please send a photo, a recording, a video, "
                "or a PDF, Word or Excel file."
            )
        if refused.code == "file_swells":
            return turn.say(
                "I have not kept this file: it unpacks to far more than its size. "
                "Please send a photo of the paper, or save it as a PDF."
            )
        if refused.code == "photo_unreadable":
            return turn.say("I could not open this photo. Please take it again, or send another one.")
        return _too_big(turn)


def no_room(turn: Turn) -> Html:
    """The disk is full: files must wait, words need not."""
    return turn.say("I cannot keep files just now. Please go on in words, and send this again tomorrow.")


def _too_big(turn: Turn) -> Html:
    if turn.incoming.kind in (IncomingKind.VOICE, IncomingKind.VIDEO):
        return turn.say(
            "This recording is too big: I can take {limit} MB at most. Please send a shorter one.",
            limit=LIMIT,
        )
    if turn.incoming.kind is IncomingKind.PHOTO:
        return turn.say(
            "This photo is too big: I can take {limit} MB at most. Please send it as a photo, not as a file, "
            "or take a smaller one.",
            limit=LIMIT,
        )
    return turn.say(
        "This file is too big: I can take {limit} MB at most. Please send a smaller one, or a photo of it.",
        limit=LIMIT,
    )


def keep(
    turn: Turn,
    tx: Tx,
    sitting: Sitting,
    path: str,
    kind: QuestionKind,
    prepared: Prepared,
    *,
    instead: bool = False,
) -> None:
    """Store the file as an answer to the question at `path`; `instead` of what he had sent for it before."""
    if instead:
        turn.services.applications.attachments.drop(tx.connection, sitting.draft.draft_id, path)
    turn.services.applications.attachments.add(
        tx.connection,
        sitting.draft.draft_id,
        path,
        prepared,
        name=name(turn, prepared),
        caption=clean(turn.text, 500),
    )
    tx.state[ROOM]["upload"] = {"path": path, "kind": kind.value, "at": turn.now.isoformat()}


def answers(prepared: Prepared, kind: QuestionKind) -> bool:
    """Whether what was found in a file answers a question of that kind."""
    return kind in UPLOADS[GIVEN[prepared.kind]]


def another(turn: Turn, sitting: Sitting, found: Prepared | None = None) -> Commit | None:
    """A further file (`found`, if it was opened) to the question just answered with one.

    None when none was, or it wants another kind.
    """
    last = turn.state.get(ROOM, {}).get("upload")
    sent_at = min(turn.now, turn.incoming.sent_at)  # how long it then waited for us does not count
    if not last or sent_at - datetime.fromisoformat(last["at"]) > MORE_WITHIN:
        return None
    path, kind = str(last["path"]), QuestionKind(last["kind"])
    if not fits(turn, kind):
        return None
    prepared = found or fetch(turn)
    if isinstance(prepared, Prepared) and not answers(prepared, kind):
        return None

    def commit(tx: Tx) -> None:
        if isinstance(prepared, Html):
            tx.reply(Reply(prepared))
            return
        kept = turn.services.applications.attachments.of_draft(tx.connection, sitting.draft.draft_id)
        count = sum(one.path == path for one in kept)
        if count >= MOST:
            tx.reply(Reply(_enough(turn, kind)))
            return
        keep(turn, tx, sitting, path, kind, prepared)
        tx.reply(Reply(_counted(turn, kind, count + 1)))

    return commit


def _enough(turn: Turn, kind: QuestionKind) -> Html:
    if kind is QuestionKind.IMAGE:
        return turn.say("Thank you, these are enough photos.")
    return turn.say("Thank you, these are enough files.")


def _counted(turn: Turn, kind: QuestionKind, count: int) -> Html:
    if kind is QuestionKind.IMAGE:
        return turn.wording.count("I have {n} photo now.", "I have {n} photos now.", count)
    return turn.wording.count("I have {n} file now.", "I have {n} files now.", count)


def thanks(turn: Turn, kind: QuestionKind) -> Html:
    """That it has come, and that there may be more of it."""
    if kind is QuestionKind.IMAGE:
        return turn.say("Thank you for the photo. You may send more of it now.")
    return turn.say("Thank you, I have it. You may send more of it now.")
