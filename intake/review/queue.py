"""The review queue: every press checked against the person who pressed, every change a compare-and-set."""

from __future__ import annotations

from sqlalchemy import Connection

from intake.applications.model import Application, ApplicationFile
from intake.review import rights
from intake.review.decision import Decision
from intake.review.investigation import Investigation


class ReviewQueue(Investigation, Decision):
    """What staff do with applications.

    `by` is the user id of who pressed: the member is read anew each time, so that a right taken away is gone at
    the next press. `version` is that of the button: if the application moved on since, `TransitionNotAllowed`
    says by whom. Raises `NotAllowed` with the rule that forbids, `Refused` when words or figures are missing.
    """

    def open_file(self, connection: Connection, by: int, application_id: int) -> ApplicationFile:
        """The whole credit file; the read goes into the audit log. Needs a write transaction."""
        member, application = self._press(connection, by, application_id, None)
        rights.require_reader(member, application)
        self._log_read(connection, member, application)
        return self._applications.file(connection, application)

    def look(self, connection: Connection, by: int, application_id: int) -> Application:
        """The record alone, for a card; logged like the file."""
        member, application = self._press(connection, by, application_id, None)
        rights.require_reader(member, application)
        self._log_read(connection, member, application)
        return application
