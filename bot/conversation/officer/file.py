"""The whole credit file as a PDF, and what was sent in with it; who opened it stands in the audit log."""

from __future__ import annotations

from bot.conversation.messages import Attachment, Button, Reply
from bot.conversation.officer.deeds import why_not
from bot.conversation.turn import Commit, Turn, just
from bot.conversation.wording import quoted
from intake.applications import ApplicationFile
from intake.applications import Attachment as SentIn
from intake.errors import IntakeError, NotFound
from intake.review import StaffMember

SENT_IN = "o.pics"
SHOWN = 10


def open_file(turn: Turn, member: StaffMember, application_id: int) -> Commit:
    """Log the read, draw the dossier, send it."""
    file = _read(turn, member, application_id)
    if not isinstance(file, ApplicationFile):
        return file
    from bot.conversation.officer.dossier import dossier

    pdf = dossier(turn.services, file, member)
    stored = turn.services.attachments.put(pdf)
    name = f"{file.application.reference}.pdf"
    text = turn.say("The file of {reference}. It is confidential.", reference=file.application.reference)
    return just(Reply(text, attachment=Attachment(stored, name)))


def show_sent_in(turn: Turn, member: StaffMember, application_id: int, start: int = 0) -> Commit:
    """The photos, recordings and papers in the file, one message each, the newest first and so many at a time."""
    file = _read(turn, member, application_id)
    if not isinstance(file, ApplicationFile):
        return file
    newest = file.attachments[::-1]
    replies = [reply for one in newest[start : start + SHOWN] if (reply := _sent_in(turn, file, one))]
    if (left := len(newest) - start - SHOWN) > 0:
        replies.append(_more(turn, file, application_id, start + SHOWN, left))
    return just(*replies) if replies else just(Reply(turn.say("Nothing was sent in with this file.")))


def _more(turn: Turn, file: ApplicationFile, application_id: int, start: int, left: int) -> Reply:
    text = turn.say(
        "{reference}: {count} older ones are left.", reference=file.application.reference, count=left
    )
    more = Button(turn.plain("more ▶"), SENT_IN, (str(application_id), str(start)))
    return Reply(text, buttons=((more,),))


def _sent_in(turn: Turn, file: ApplicationFile, one: SentIn) -> Reply | None:
    try:
        data = turn.services.applications.attachments.read(one.attachment_id)
    except NotFound:
        return None  # a lost file must not keep the others from being seen
    caption = turn.say(
        "{reference} · {when} {caption}",
        reference=file.application.reference,
        when=turn.wording.moment(one.created_at),
        caption=quoted(one.caption, 200) if one.caption else "",
    )
    stored = turn.services.attachments.put(data)
    return Reply(caption, attachment=Attachment(stored, one.name, picture=one.picture))


def _read(turn: Turn, member: StaffMember, application_id: int) -> ApplicationFile | Commit:
    """The file with the read logged, in a transaction of its own: what was read is logged whatever comes after."""
    turn.busy()
    try:
        with turn.services.engine.begin() as connection:
            return turn.services.review.open_file(connection, member.user_id, application_id)
    except IntakeError as error:
        found = error
        return lambda tx: tx.reply(Reply(why_not(turn, tx, found)))
