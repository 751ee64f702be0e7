"""`/privacy`: what is kept, all of it as a file, and erasure with a second press."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict
from typing import Any

from sqlalchemy import update

from bot.conversation import handed, lending
from bot.conversation.application import reminders
from bot.conversation.guarantor import reminders as guarantors
from bot.conversation.messages import Attachment, Button, Reply
from bot.conversation.notifications import notify
from bot.conversation.turn import Commit, Turn, Tx, just
from bot.conversation.wording import lines, paragraphs
from bot.services import Services
from bot.tables import inbox, outbox
from intake.applications import RUNNING
from intake.applications import Attachment as SentIn
from intake.errors import NotFound
from intake.people.data_rights import DataRights

NOBODY = 0
MOST_IN_A_FILE = (
    20_000_000  # bytes sent in, a third more as base64: Telegram takes 50 MB, a thin line not even that
)
EXPORT, ERASE, ERASE_YES, ERASE_NO = "v.exp", "v.del", "v.dely", "v.deln"


def room(turn: Turn) -> Commit | None:
    """`/privacy` and its buttons; in private alone."""
    if not turn.incoming.private:
        return None
    if turn.incoming.command == "privacy":
        return just(_what_is_kept(turn))
    for action, handle in PRESSES.items():
        arguments = turn.pressed(action)
        if arguments is not None:
            return handle(turn, arguments)
    return None


def _what_is_kept(turn: Turn) -> Reply:
    kept = lines(
        turn.say("What we keep about you:"),
        turn.say("• what you answer when you apply, with your photos, recordings and papers"),
        turn.say("• the questions you ask, and our answers"),
        turn.say("• what you and your officer write to each other here"),
    )
    who = turn.say(
        "It is locked. Only your officer and those who decide on your loan read it, "
        "and each time is written down. We give it to nobody else."
    )
    unanswered = turn.say(
        "Questions that I could not answer are shown, without your name, to those who look after our rules."
    )
    rights = turn.say("You can have all of it as a file. You can have it deleted.")
    return Reply(
        paragraphs(kept, who, unanswered, rights),
        buttons=(
            (Button(turn.plain("Send me everything"), EXPORT),),
            (Button(turn.plain("Delete what you keep"), ERASE),),
        ),
    )


def _export(turn: Turn, arguments: Sequence[str]) -> Commit:
    turn.busy()
    *before, last = (
        Attachment(turn.services.attachments.put(content.encode()), name) for name, content in _files(turn)
    )
    said = turn.say("This is all that we keep about you.")
    return just(*(Reply(attachment=one) for one in before), Reply(said, attachment=last))


def _files(turn: Turn) -> Iterator[tuple[str, str]]:
    """Names and contents: all of it in one file, or in as many as what he sent in needs."""
    record, sent_in = everything(turn)
    day = lending.today(turn.services, turn.now)
    for number, some in enumerate(_shared_out(sent_in), start=1):
        content = {**(record if number == 1 else {}), "attachments": _in_base64(turn.services, some)}
        name = f"my-data-{day:%Y-%m-%d}{f'-{number}' if number > 1 else ''}.json"
        yield name, json.dumps(content, ensure_ascii=True, indent=2, default=str)


def _shared_out(sent_in: Sequence[SentIn]) -> list[list[SentIn]]:
    """No more in one file than its share."""
    files: list[list[SentIn]] = [[]]
    for one in sent_in:
        if files[-1] and sum(other.size for other in files[-1]) + one.size > MOST_IN_A_FILE:
            files.append([])
        files[-1].append(one)
    return files


def _in_base64(services: Services, sent_in: Sequence[SentIn]) -> dict[str, str]:
    found = {}
    for one in sent_in:
        with suppress(NotFound):  # a lost file must not keep the rest from its owner
            content = services.applications.attachments.read(one.attachment_id)
            found[one.name] = base64.b64encode(content).decode()
    return found


def everything(turn: Turn) -> tuple[dict[str, Any], Sequence[SentIn]]:
    """All that the product keeps about one person, and what he sent in; the log says that he had it."""
    services, user_id = turn.services, turn.user_id
    with services.engine.begin() as connection:
        found = _rights(services).export(connection, user_id)
        questions = services.knowledge.log.of(connection, str(user_id))
        passed_on = handed.of_chat(connection, services, user_id)
    record = {
        "lender": services.lender.text(services.lender.name, turn.language),
        "language": turn.language,
        "conversation": dict(turn.state),
        "file": found.record,
        "questions": [asdict(one) for one in questions],
        "questions_to_officers": [asdict(one) for one in passed_on],
    }
    return record, found.sent_in


def _rights(services: Services) -> DataRights:
    return DataRights(services.applications, services.vault, services.clock)


def _erase(turn: Turn, arguments: Sequence[str]) -> Commit:
    text = turn.say(
        "Shall I delete what we keep about you? An application that is not decided is taken back first. "
        "This cannot be undone. What the law tells us to keep about a loan stays, and no longer than the law says."
    )
    yes = Button(turn.plain("Yes, delete it"), ERASE_YES)
    no = Button(turn.plain("No, keep it"), ERASE_NO)
    return just(Reply(text, buttons=((yes,), (no,)), asks=(yes, no), weighty=True))


def _erase_no(turn: Turn, arguments: Sequence[str]) -> Commit:
    return just(Reply(turn.say("Good. Nothing was deleted.")))


def _erase_yes(turn: Turn, arguments: Sequence[str]) -> Commit:
    """Take back what runs, then forget everything, in one transaction."""
    services, user_id = turn.services, turn.user_id

    def commit(tx: Tx) -> None:
        _take_back(tx, services, user_id)
        draft = services.applications.open_draft(tx.connection, user_id)
        if draft is not None:
            reminders.drop(tx, services, draft)
        _rights(services).erase(tx.connection, user_id)
        services.knowledge.log.erase(tx.connection, str(user_id))
        handed.erase(tx, user_id)
        _forget_post(tx, turn.incoming.chat_id)
        tx.forgotten = True
        tx.reply(Reply(turn.say("It is deleted. If you write to me again, we begin as strangers."), keys=()))

    return commit


def _forget_post(tx: Tx, chat_id: int) -> None:
    """That he wrote and was written to: the numbers of the updates stay, so that none counts twice, without his own."""
    for table, more in ((inbox, {}), (outbox, {"key": None})):
        done = (table.c.chat_id == chat_id, table.c.done_at.is_not(None))
        tx.connection.execute(update(table).where(*done).values(chat_id=NOBODY, **more))


def _take_back(tx: Tx, services: Services, user_id: int) -> None:
    guarantors.release(tx, services, user_id)
    for application in services.applications.by_farmer(tx.connection, user_id):
        if application.status in RUNNING:
            _, events = services.applications.withdraw(tx.connection, application.application_id, user_id)
            notify(tx, services, events)


PRESSES: dict[str, Callable[[Turn, Sequence[str]], Commit]] = {
    EXPORT: _export,
    ERASE: _erase,
    ERASE_YES: _erase_yes,
    ERASE_NO: _erase_no,
}
