"""The worker: takes the first update of each chat, has it answered, and commits all of it or nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import structlog
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from bot.clock import Clock
from bot.conversation.messages import Unreachable
from bot.conversation.turn import Stale
from bot.database import reader
from bot.delivery.inbox import Inbox, StoredUpdate

log = structlog.get_logger(__name__)

MAX_ATTEMPTS = 5
STALE_RETRIES = 5
PATIENCE = timedelta(minutes=15)  # with a file that cannot be fetched: its chat waits as long
SHORTEST_WAIT, LONGEST_WAIT = timedelta(seconds=2), timedelta(seconds=30)  # between two tries at it


class Worker:
    """Answers updates. `prepare` does the slow part and returns what the transaction must do."""

    def __init__(
        self,
        engine: Engine,
        inbox: Inbox,
        prepare: Callable[[StoredUpdate], Callable[[Connection], None]],
        give_up: Callable[[Connection, StoredUpdate], None],
        clock: Clock,
        *,
        name: str,
        lease: timedelta,
        catching_up: Callable[[], bool] = lambda: False,
        still_trying: Callable[[Connection, StoredUpdate], None] = lambda connection, update: None,
    ) -> None:
        self._engine = engine
        self._inbox = inbox
        self._prepare = prepare
        self._give_up = give_up
        self._still_trying = still_trying
        self._clock = clock
        self._name = name
        self._lease = lease
        self._catching_up = catching_up

    def take(self, limit: int) -> list[StoredUpdate]:
        """Lease the next update of up to `limit` chats; none while what people wrote in our absence still comes in."""
        if self._catching_up():
            return []
        with reader(self._engine).begin() as connection:
            if not self._inbox.ready(connection, self._clock()):
                return []
        with self._engine.begin() as connection:
            return self._inbox.take(
                connection, worker=self._name, now=self._clock(), lease=self._lease, limit=limit
            )

    def answer(self, update: StoredUpdate) -> None:
        """Answer one update. An error gives it back for later; after five it is put aside with an apology."""
        try:
            self._answer(update)
        except Unreachable as error:
            log.warning("a file cannot be fetched", update_id=update.update_id, reason=str(error))
            self._wait_for(update, str(error))
        except Exception as error:
            # The traceback names our code; the person's words stay out of the log (law 7).
            log.exception("update failed", update_id=update.update_id, attempts=update.attempts)
            self._put_back(update, type(error).__name__)

    def _answer(self, update: StoredUpdate) -> None:
        for _ in range(STALE_RETRIES):
            commit = self._prepare(update)
            try:
                with self._engine.begin() as connection:
                    if self._finish(connection, update):
                        commit(connection)
            except Stale:
                continue
            return
        raise Stale(update.chat_id)

    def _wait_for(self, update: StoredUpdate, error: str) -> None:
        """It counts as no try while there is patience: a fault of a quarter of an hour loses no photo."""
        now = self._clock()
        age = now - update.received_at
        if not timedelta() <= age < PATIENCE:
            self._put_back(update, error)
            return
        wait = min(LONGEST_WAIT, max(SHORTEST_WAIT, age))
        with self._engine.begin() as connection:
            self._inbox.release(
                connection, update.update_id, worker=self._name, retry_at=now + wait, counted=False
            )
            if age >= LONGEST_WAIT:
                self._still_trying(connection, update)

    def _put_back(self, update: StoredUpdate, error: str) -> None:
        if update.attempts >= MAX_ATTEMPTS:
            self._put_aside(update, error)
            return
        wait = timedelta(seconds=2**update.attempts)
        with self._engine.begin() as connection:
            self._inbox.release(
                connection, update.update_id, worker=self._name, retry_at=self._clock() + wait
            )

    def _put_aside(self, update: StoredUpdate, error: str) -> None:
        """With an apology; without one if that fails too, or the chat's next update would wait for ever."""
        try:
            with self._engine.begin() as connection:
                if self._finish(connection, update, error):
                    self._give_up(connection, update)
        except SQLAlchemyError:
            raise  # taken again when its lease ends
        except Exception:
            log.exception("no apology either", update_id=update.update_id)
            with self._engine.begin() as connection:
                self._finish(connection, update, error)

    def _finish(self, connection: Connection, update: StoredUpdate, error: str | None = None) -> bool:
        return self._inbox.finish(
            connection, update.update_id, worker=self._name, now=self._clock(), error=error
        )
