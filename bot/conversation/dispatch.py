"""One update in, one commit out: who writes, where the chat stands, which room answers."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from sqlalchemy import Connection

from bot.conversation import (
    backlog,
    enclosing,
    language_words,
    leavewords,
    lending,
    menuwords,
    unreachable,
    written,
)
from bot.conversation.basics import LANGUAGE
from bot.conversation.expects import APPLICATION
from bot.conversation.messages import Incoming, IncomingKind, Reply
from bot.conversation.store import Conversation
from bot.conversation.turn import Commit, Handler, Turn, Tx, both, just
from bot.conversation.wording import Wording
from bot.delivery.outbox import Outgoing
from bot.services import Services
from intake.applications import RUNNING

GONE, LOST = "gone:", "lost:"  # begin the keys of what is said in place of a lost file, a lost message


class Dispatch:
    """Tries the rooms in order; the first that takes the turn answers it. The order is the behaviour."""

    def __init__(self, services: Services, rooms: Sequence[Handler], last: Callable[[Turn], Commit]) -> None:
        self._services = services
        self._rooms = rooms
        self._last = last

    def prepare(
        self,
        incoming: Incoming,
        busy: Callable[[], None],
        behind: Sequence[Incoming] = (),
    ) -> Callable[[Connection], None]:
        """Do the slow part of the turn; returns what its transaction must do.

        `behind`: what `read_together` found.
        """
        main = self._main(incoming, behind)
        turn = self._turn(main, busy)
        if backlog.answers_nothing(turn) and self._unseen(turn.incoming):
            return lambda connection: self._commit(connection, turn, backlog.not_taken(turn))
        chosen = self._taken(turn) or self._words_alone(turn) or self._last(turn)
        if behind:
            chosen = both(lambda tx: backlog.note(turn, main, tx), chosen)
        return lambda connection: self._commit(connection, turn, chosen)

    def _taken(self, turn: Turn) -> Commit | None:
        return next((found for room in self._rooms if (found := room(turn)) is not None), None)

    def _words_alone(self, turn: Turn) -> Commit | None:
        """The words under a photo or a paper that no room has a use for are heard as if written alone."""
        alone = enclosing.as_words(turn.incoming)
        if alone is None or turn.staff is not None or not turn.incoming.private:
            return None
        taken = self._taken(dataclasses.replace(turn, incoming=alone))
        return both(just(Reply(enclosing.unread(turn))), taken) if taken else None

    def read_together(self, incoming: Incoming, behind: Iterable[Incoming]) -> list[Incoming]:
        """Which of the messages that wait behind one are dealt with by the same turn: a farmer's, after an absence."""
        found = backlog.run(incoming, behind, self._services.clock())
        if found:
            with self._services.reading() as connection:
                if self._services.staff.find(connection, incoming.user_id) is not None:
                    return []
        return found

    def _main(self, incoming: Incoming, behind: Sequence[Incoming]) -> Incoming:
        if not behind:
            return incoming
        with self._services.reading() as connection:
            conversation = self._services.conversations.get(connection, incoming.chat_id)
        return backlog.main(incoming, behind, conversation)

    def apologise(self, connection: Connection, chat_id: int, incoming: Incoming | None) -> None:
        """The last word on an update that could not be answered after several tries."""
        if chat_id == 0:
            return
        wording = self.wording(self._services.conversations.language_of(connection, chat_id) or "")
        tx = self.transaction(connection, chat_id)
        text = wording.say(
            "Sorry, something went wrong on our side and I could not deal with that. "
            "Nothing you told me before is lost. Please try once more, or write /person to reach your officer."
        )
        tx.reply(Reply(text), key=f"sorry:{incoming.update_id}" if incoming else None)

    def still_trying(self, connection: Connection, chat_id: int) -> None:
        """A word, once an hour, while a file that a person sent cannot be fetched."""
        wording = self.wording(self._services.conversations.language_of(connection, chat_id) or "")
        tx = self.transaction(connection, chat_id)
        text = wording.say(
            "I have seen that you sent me a file, but I cannot fetch it just now. "
            "I keep trying: you need not send it again."
        )
        tx.send(chat_id, Reply(text), key=f"fetching:{chat_id}:{tx.now:%Y-%m-%dT%H}")

    def make_up_for(self, connection: Connection, message: Outgoing) -> None:
        """After a message that is lost, or may be: a decision is pointed to, any other spoken of."""
        if message.careful:
            self.point_to_status(connection, message)
        elif isinstance(message.body, Reply) and not self._is_spoken_of(connection, message):
            wording = self.wording(
                self._services.conversations.language_of(connection, message.chat_id) or ""
            )
            file = message.body.attachment is not None
            staff = self._services.staff.find(connection, message.chat_id) is not None
            text = unreachable.lost(wording, file=file, staff=staff)
            key = f"{GONE if file else LOST}{message.outbox_id}"
            self.transaction(connection).send(message.chat_id, Reply(text), key=key)

    def _is_spoken_of(self, connection: Connection, message: Outgoing) -> bool:
        """Nothing is said of what was itself said for a lost one, nor in a group, nor of each of several at once."""
        if message.chat_id < 0 or (message.key or "").startswith((GONE, LOST)):
            return True
        file = isinstance(message.body, Reply) and message.body.attachment is not None
        return not file and self._services.outbox.has_waiting(connection, message.chat_id, LOST)

    def point_to_status(self, connection: Connection, message: Outgoing) -> None:
        """After a decision whose sending ended in doubt: not said again, but where to look is safe to say."""
        wording = self.wording(self._services.conversations.language_of(connection, message.chat_id) or "")
        again = message.body.again if isinstance(message.body, Reply) else unreachable.STATUS
        reply = unreachable.pointer(wording, again)
        self.transaction(connection, message.chat_id).reply(reply, key=f"doubt:{message.outbox_id}")

    def shut(self, connection: Connection, chat_id: int) -> None:
        """A send came back: the person blocked the bot or left."""
        unreachable.shut(self.transaction(connection, chat_id), self._services, chat_id)

    def transaction(self, connection: Connection, chat_id: int = 0) -> Tx:
        """A transaction outside a turn, for jobs."""
        services = self._services
        return Tx(
            connection,
            now=services.clock(),
            outbox=services.outbox,
            jobs=services.jobs,
            conversations=services.conversations,
            chat_id=chat_id,
        )

    def wording(self, language: str) -> Wording:
        """The words of a language the lender speaks, else of its default one."""
        return self._services.wording(language)

    def _turn(self, incoming: Incoming, busy: Callable[[], None]) -> Turn:
        services = self._services
        with services.reading() as connection:
            conversation = services.conversations.get(connection, incoming.chat_id)
            now = services.clock()
            if conversation is not None:
                incoming = self._as_answer(connection, incoming, conversation, now)
            staff = services.staff.find(connection, incoming.user_id)
            if staff is None:  # an officer's words may be a note he is writing
                incoming = self._from_menu(connection, incoming, conversation)
        conversation = conversation or self._stranger(incoming)
        wording = services.wording(conversation.language)
        return Turn(incoming, conversation, staff, wording, services, now, busy)

    def _from_menu(
        self, connection: Connection, incoming: Incoming, conversation: Conversation | None
    ) -> Incoming:
        """Words that stand on a button of the menu, as its press."""
        services = self._services
        if incoming.kind is not IncomingKind.TEXT or not incoming.private:
            return incoming
        tongue = language_words.meant(incoming.text, services.lender.languages)
        if tongue is not None:  # one that is not spoken here: which are
            return (
                menuwords.as_press(incoming, LANGUAGE, (tongue,))
                if tongue
                else menuwords.as_press(incoming, "/language")
            )
        wordings = [services.wording(one) for one in services.lender.languages]
        action = menuwords.meant(incoming.text, wordings) or leavewords.meant(incoming.text)
        if action == leavewords.TAKE_BACK and not self._has_application(connection, incoming):
            return incoming
        if action == menuwords.CARRY_ON and not self._unfinished(connection, incoming, conversation):
            return incoming
        return incoming if action is None else menuwords.as_press(incoming, action)

    def _has_application(self, connection: Connection, incoming: Incoming) -> bool:
        """Whether there is anything of his own to take back: else the words are meant for something else."""
        applications = self._services.applications
        running = any(one.status in RUNNING for one in applications.by_farmer(connection, incoming.user_id))
        return running or applications.open_draft(connection, incoming.user_id) is not None

    def _unfinished(
        self, connection: Connection, incoming: Incoming, conversation: Conversation | None
    ) -> bool:
        """Whether there is an application to go on with, and "go on" says nothing else where it stands."""
        if self._services.applications.open_draft(connection, incoming.user_id) is None:
            return False
        desk = conversation.state.get(APPLICATION, {}) if conversation else {}
        return bool(desk.get("step", "asking") == "asking")

    def _as_answer(
        self, connection: Connection, incoming: Incoming, conversation: Conversation, now: datetime
    ) -> Incoming:
        """Words that answer the question that waits, as a press: else a "yes" may be meant for something else.

        They count where he had read that question, not long ago, and it was the last thing said.
        """
        at = written.asked_at(incoming, conversation)
        if at is None:
            return incoming
        press = written.as_press(incoming, conversation, lending.locale(self._services, now))
        if press is incoming:
            return incoming
        outbox = self._services.outbox
        if outbox.unseen_by(connection, conversation.chat_id, incoming.message_id):
            return written.as_not_taken(incoming, conversation, written.UNSEEN)
        if outbox.said_since(connection, conversation.chat_id, at, now):
            return incoming
        in_time = written.in_time(incoming, at, now)
        return press if in_time else written.as_not_taken(incoming, conversation, written.OLD)

    def _unseen(self, incoming: Incoming) -> bool:
        with self._services.reading() as connection:
            return self._services.outbox.unseen_by(connection, incoming.chat_id, incoming.message_id)

    def _stranger(self, incoming: Incoming) -> Conversation:
        language = self._services.nearest_language(incoming.language_code)
        return Conversation(incoming.chat_id, incoming.user_id, language)

    def _commit(self, connection: Connection, turn: Turn, commit: Commit) -> None:
        services, before = self._services, turn.conversation
        press = turn.incoming.press
        tx = Tx(
            connection,
            now=services.clock(),
            outbox=services.outbox,
            jobs=services.jobs,
            conversations=services.conversations,
            chat_id=turn.incoming.chat_id,
            callback_id=(press.callback_id or None) if press else None,
            written=press is not None and not press.callback_id,
            state=before.state,
        )
        commit(tx)
        tx.close()
        if turn.incoming.kind is IncomingKind.BLOCKED:
            return
        if tx.forgotten:
            services.conversations.forget(connection, before)
            return
        after = dataclasses.replace(
            before,
            state=tx.state,
            language=tx.language or before.language,
            language_chosen=before.language_chosen or tx.language is not None,
        )
        if after != before or before.version == 0:
            services.conversations.save(connection, after, tx.now, heard=True)
