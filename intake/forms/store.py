"""Published versions of forms: a running draft can always find the very form it was begun on."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.exc import IntegrityError

from intake.errors import NotFound
from intake.forms.compare import Change, compare
from intake.forms.errors import Fault, FaultCode, FormRefused
from intake.forms.form import Form
from intake.forms.loading import load_form
from intake.tables import form_versions as table


@dataclass(frozen=True, slots=True)
class FormVersion:
    """One published version, without its source."""

    form_version_id: int
    form_id: str
    version: str
    sha256: str
    file_name: str
    published_at: datetime
    published_by: str
    published: bool = True


@dataclass(frozen=True, slots=True)
class Published:
    """What publishing did: the version, whether it is new, and what changed since the one before."""

    version: FormVersion
    new: bool
    changes: list[Change] = field(default_factory=list)


_SUMMARY = (
    table.c.form_version_id,
    table.c.form_id,
    table.c.version,
    table.c.sha256,
    table.c.file_name,
    table.c.published_at,
    table.c.published_by,
    table.c.published,
)


class FormStore:
    """The versions of every form. Loaded forms are kept in memory, for they never change."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._forms: dict[str, Form] = {}

    def publish(
        self, connection: Connection, form: Form, *, by: str, files: Mapping[str, bytes] | None = None
    ) -> Published:
        """Make `form` the current version of its id; the same file twice is published once.

        `files` are the choice files beside the form. Raises `FormRefused` while one of them is missing.
        """
        if form.errors:
            raise FormRefused(form.name, form.errors)
        known = self._by_sha(connection, form.sha256)
        if known is not None and known.published:
            return Published(known, new=False)
        before = self.current(connection, form.id)
        _refuse_reused_version(connection, form)
        # one that was only kept becomes the newest
        connection.execute(delete(table).where(table.c.sha256 == form.sha256))
        self._forms.pop(form.sha256, None)
        connection.execute(insert(table).values(**self._row(form, by, files or {}), published=True))
        version = self._by_sha(connection, form.sha256)
        assert version is not None  # it was just written
        return Published(version, new=True, changes=compare(before, form) if before is not None else [])

    def keep(self, connection: Connection, form: Form, *, by: str) -> None:
        """Have `form` at hand for what was handed in on it, without publishing it: the one in the settings, say."""
        if self._by_sha(connection, form.sha256) is not None:
            return
        with suppress(IntegrityError), connection.begin_nested():  # another hand kept it at this moment
            connection.execute(insert(table).values(**self._row(form, by, {}), published=False))

    def _row(self, form: Form, by: str, files: Mapping[str, bytes]) -> dict[str, Any]:
        return {
            "form_id": form.id,
            "version": form.version,
            "sha256": form.sha256,
            "file_name": form.name,
            "source": form.source,
            "files": {name: base64.b64encode(content).decode() for name, content in files.items()},
            "published_at": self._clock(),
            "published_by": by,
        }

    def current(self, connection: Connection, form_id: str) -> Form | None:
        """The newest version of a form."""
        newest = (
            select(table.c.sha256)
            .where(table.c.form_id == form_id, table.c.published)
            .order_by(table.c.form_version_id.desc())
            .limit(1)
        )
        sha256 = connection.execute(newest).scalar_one_or_none()
        return None if sha256 is None else self.form(connection, sha256)

    def form(self, connection: Connection, sha256: str) -> Form:
        """The form a draft was begun on or a submission handed in on, by its fingerprint. Raises `NotFound`."""
        if sha256 not in self._forms:
            row = connection.execute(select(table).where(table.c.sha256 == sha256)).mappings().one_or_none()
            if row is None:
                raise NotFound("form version", sha256)
            files = {name: base64.b64decode(content) for name, content in row["files"].items()}
            self._forms[sha256] = load_form(row["source"], row["file_name"], files=files)
        return self._forms[sha256]

    def history(self, connection: Connection, form_id: str | None = None) -> list[FormVersion]:
        """Versions, the newest first."""
        query = select(*_SUMMARY).where(table.c.published).order_by(table.c.form_version_id.desc())
        if form_id is not None:
            query = query.where(table.c.form_id == form_id)
        return [FormVersion(**row) for row in connection.execute(query).mappings()]

    def _by_sha(self, connection: Connection, sha256: str) -> FormVersion | None:
        row = connection.execute(select(*_SUMMARY).where(table.c.sha256 == sha256)).mappings().one_or_none()
        return None if row is None else FormVersion(**row)


def _refuse_reused_version(connection: Connection, form: Form) -> None:
    """Submissions name their version, so two different forms may not share one."""
    taken = select(table.c.form_version_id).where(
        table.c.form_id == form.id, table.c.version == form.version, table.c.published
    )
    if form.version and connection.execute(taken.limit(1)).first() is not None:
        message = f"version {form.version!r} of {form.id} is already published with other content"
        raise FormRefused(
            form.name,
            [
                Fault(
                    FaultCode.DUPLICATE,
                    message,
                    "raise version on the settings sheet",
                    sheet="settings",
                    column="version",
                )
            ],
        )
