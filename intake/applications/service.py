"""What a farmer does with his application: write, submit, look, talk, withdraw."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection

from intake.applications.model import (
    Application,
    ApplicationFile,
    Draft,
    Enclosure,
    Event,
    EventKind,
    Person,
    Submission,
)
from intake.applications.reference import make_reference, next_number, read_reference
from intake.applications.status import RUNNING, Action, ApplicationStatus
from intake.applications.submission import problems, relate_named, relate_staff, relate_to_running
from intake.applications.writing import Writing
from intake.audit import SYSTEM, farmer
from intake.errors import NotAllowed, NotFound, Reason, Refused, TransitionNotAllowed
from intake.tables import applications

ENCLOSED = "enclosed"  # where files sent with messages stand among the attachments


class Applications(Writing):
    """The farmer's side. Every change returns the events that somebody should hear of; nothing commits."""

    def submit(
        self, connection: Connection, draft_id: str, user_id: int, submission: Submission
    ) -> tuple[Application, list[Event]]:
        """Hand the draft in. Two taps make one application: the second gets the first's, and no events.

        Raises `Refused` ("consent", "village", "product", "limits" with its `problems`), `NotFound`,
        `TransitionNotAllowed` when the draft was given up or expired.
        """
        present = self._submitted_already(connection, draft_id, user_id)
        if present is not None:
            return present, []
        self._check(connection, user_id, submission)
        try:
            draft = self._own_draft(connection, draft_id, user_id)
            self.drafts.close(connection, draft, Action.SUBMIT, by=farmer(user_id), at=self._clock())
        except TransitionNotAllowed:
            present = self._submitted_already(connection, draft_id, user_id)
            if present is None:
                raise
            return present, []
        return self._open(connection, draft, submission)

    def withdraw(
        self, connection: Connection, application_id: int, user_id: int, reason: str = ""
    ) -> tuple[Application, list[Event]]:
        """The farmer takes it back, while it is not decided."""
        application = self.get(connection, application_id, user_id)
        by = farmer(user_id)
        changed = self.store.change(
            connection, application, Action.WITHDRAW, by=by, at=self._clock(), holder=None
        )
        self.record(connection, changed, by, Action.WITHDRAW, reason=reason)
        return changed, [
            self.event(EventKind.WITHDRAWN, changed, by, holder=application.holder, reason=reason)
        ]

    def reply(
        self,
        connection: Connection,
        application_id: int,
        user_id: int,
        text: str,
        enclosure: Enclosure | None = None,
    ) -> tuple[Application, list[Event]]:
        """The farmer answers the officer's question; the application goes back under review.

        When nobody waits for an answer any more, his words, and what came with them, still reach the file.
        """
        application = self.get(connection, application_id, user_id)
        if application.status in RUNNING - {ApplicationStatus.INFORMATION_REQUESTED}:
            events = self.write_message(connection, application_id, user_id, text, enclosure)
            return self.store.get(connection, application_id), events
        by, now = farmer(user_id), self._clock()
        changed = self.store.change(connection, application, Action.REPLY, by=by, at=now)
        self.store.add_message(connection, changed, by, text, now, enclosure=enclosure)
        facts = self._enclose(connection, changed, text, enclosure)
        self.record(connection, changed, by, Action.REPLY, **facts)
        return changed, [self.event(EventKind.QUESTION_ANSWERED, changed, by, text=text, enclosure=enclosure)]

    def write_message(
        self,
        connection: Connection,
        application_id: int,
        user_id: int,
        text: str,
        enclosure: Enclosure | None = None,
    ) -> list[Event]:
        """A word from the farmer to his officer that nobody asked for; the status stays."""
        application = self.get(connection, application_id, user_id)
        by = farmer(user_id)
        self.store.add_message(connection, application, by, text, self._clock(), enclosure=enclosure)
        facts = self._enclose(connection, application, text, enclosure)
        self.record(connection, application, by, "message", **facts)
        return [self.event(EventKind.MESSAGE_SENT, application, by, text=text, enclosure=enclosure)]

    def enclosed(self, connection: Connection, application: Application) -> int:
        """How many files were sent with messages about it."""
        files = self.attachments.of_draft(connection, application.draft_id)
        return sum(one.path == ENCLOSED for one in files)

    def _enclose(
        self, connection: Connection, application: Application, text: str, enclosure: Enclosure | None
    ) -> dict[str, str]:
        """Keep the file among what was sent in with the application; returns what the log says of it."""
        if enclosure is None:
            return {}
        if enclosure.file is not None:
            self.attachments.add(
                connection,
                application.draft_id,
                ENCLOSED,
                enclosure.file,
                name=enclosure.name,
                caption=text,
            )
        return {"enclosed": enclosure.kind}

    def get(self, connection: Connection, application_id: int, user_id: int) -> Application:
        """The farmer's own application. Raises `NotFound`, also when it is another's."""
        application = self.store.get(connection, application_id)
        if application.user_id != user_id:
            raise NotFound("application", application_id)
        return application

    def by_reference(self, connection: Connection, typed: str, user_id: int) -> Application:
        """The farmer's own, by the number he typed. Raises `Refused` ("reference") or `NotFound`."""
        reference = read_reference(typed, self._lender.reference_prefix)
        if reference is None:
            raise Refused("reference", typed=typed)
        application = self.store.by_reference(connection, reference)
        return self.get(connection, application.application_id, user_id)

    def by_farmer(self, connection: Connection, user_id: int) -> list[Application]:
        """All of a farmer's applications, newest first."""
        return self.store.find(connection, applications.c.user_id == user_id)[::-1]

    def relate(self, connection: Connection, employee: int) -> None:
        """Somebody has become an employee: the running loans that touch him are none of his to handle."""
        relate_to_running(connection, employee)

    def relate_guarantor(
        self, connection: Connection, application: Application, named: Person, employees: set[int]
    ) -> None:
        """Somebody is named as guarantor afterwards: if he works here, the loan is none of his to handle.

        `employees` bear that name; who has the phone or the identity number is found here.
        """
        relate_named(connection, self.people, application, named, employees)

    def file(self, connection: Connection, application: Application) -> ApplicationFile:
        """Everything about one application. Staff use `ReviewQueue.open_file`, which logs the read."""
        number = application.application_id
        others = self._others_of_household(connection, application)
        return ApplicationFile(
            application,
            tuple(self.store.findings(connection, number)),
            tuple(self.store.messages(connection, number)),
            tuple(self.attachments.of_draft(connection, application.draft_id)),
            tuple(self.audit.of_application(connection, number)),
            tuple(others),
        )

    # shared with the officers' side

    def record(
        self, connection: Connection, application: Application, by: str, action: str, **facts: Any
    ) -> None:
        """One line in the audit log, in the transaction of the deed."""
        self.audit.write(
            connection,
            by,
            f"application:{action}",
            self._clock(),
            application_id=application.application_id,
            user_id=application.user_id,
            status=application.status.value,
            **facts,
        )

    def event(
        self, kind: EventKind, application: Application, by: str, *, holder: int | None = None, **facts: Any
    ) -> Event:
        """The event of a change to `application`; `holder` when it is no longer the one in the record."""
        return Event(
            kind,
            by,
            application.user_id,
            application.language,
            application.application_id,
            application.reference,
            application.village,
            holder if holder is not None else application.holder,
            facts,
        )

    def _submitted_already(self, connection: Connection, draft_id: str, user_id: int) -> Application | None:
        present = self.store.by_draft(connection, draft_id)
        if present is not None and present.user_id != user_id:
            raise NotAllowed(Reason.NOT_OWNER)
        return present

    def _check(self, connection: Connection, user_id: int, submission: Submission) -> None:
        if not self.has_consented(connection, user_id):
            raise Refused("consent", version=self.consent_version)
        problems(self._lender, submission)

    def _open(
        self, connection: Connection, draft: Draft, submission: Submission
    ) -> tuple[Application, list[Event]]:
        now, by = self._clock(), farmer(draft.user_id)
        applicant = submission.applicant
        others = self.other_running(
            connection, draft.user_id, phone=applicant.phone, national_id=applicant.national_id
        )
        person = self.people.remember(
            connection,
            user_id=draft.user_id,
            village=submission.village,
            language=draft.language,
            name=applicant.name,
            phone=applicant.phone,
            national_id=applicant.national_id,
            known=submission.known,
            at=now,
        )
        related = relate_staff(connection, self.people, draft.user_id, person.household_id, submission)
        # a draft may have been carried over to a newer form than it was begun on
        form = submission.instance.form if submission.instance else None
        columns = {
            "reference": self._next_reference(connection),
            "draft_id": draft.draft_id,
            "user_id": draft.user_id,
            "household_id": person.household_id,
            "language": draft.language,
            "status": ApplicationStatus.SUBMITTED.value,
            "version": 1,
            "changed_by": by,
            "form_id": form.id if form else draft.form_id,
            "form_version": form.version if form else draft.form_version,
            "currency": self._lender.currency,
            "large": self._lender.is_large(submission.requested_amount),
            "related_staff": sorted(related),
            "submitted_at": now,
            "updated_at": now,
        }
        application = self.store.insert(
            connection, submission, columns, self._lender.product(submission.product_id)
        )
        for employee in related:
            relate_to_running(connection, employee)
        if submission.instance is not None:
            self.instances.keep(connection, application.application_id, submission.instance, by=SYSTEM)
        self.record(connection, application, by, Action.SUBMIT, other_running=others)
        submitted = self.event(
            EventKind.SUBMITTED,
            application,
            by,
            other_running=others,
            staff_related=application.staff_related,
        )
        return application, [submitted]

    def _next_reference(self, connection: Connection) -> str:
        prefix = self._lender.reference_prefix
        year = self._clock().astimezone(self._lender.zone).year
        return make_reference(prefix, year, next_number(connection, f"reference:{prefix}-{year}"))

    def _others_of_household(self, connection: Connection, application: Application) -> list[str]:
        same = self.store.with_status(
            connection,
            RUNNING,
            applications.c.household_id == application.household_id,
            applications.c.application_id != application.application_id,
        )
        return [other.reference for other in same]
