"""The whole credit file as a PDF; who opened it stands in the audit log."""

from __future__ import annotations

from bot.conversation.messages import Attachment, Reply
from bot.conversation.officer.deeds import why_not
from bot.conversation.turn import Commit, Turn, Tx, just
from intake.errors import IntakeError
from intake.review import StaffMember


def open_file(turn: Turn, member: StaffMember, application_id: int) -> Commit:
    """Draw the dossier, then log the read and send it, in one transaction."""
    services = turn.services
    turn.busy()
    try:
        with services.engine.begin() as connection:
            file = services.review.open_file(connection, member.user_id, application_id)
    except IntakeError as error:
        return _said(turn, error)
    from bot.conversation.officer.dossier import dossier

    pdf = dossier(services, file, member)
    stored = services.attachments.put(pdf)
    name = f"{file.application.reference}.pdf"
    text = turn.say("The file of {reference}. It is confidential.", reference=file.application.reference)
    return just(Reply(text, attachment=Attachment(stored, name)))


def _said(turn: Turn, error: IntakeError) -> Commit:
    def commit(tx: Tx) -> None:
        tx.reply(Reply(why_not(turn, tx, error)))

    return commit
