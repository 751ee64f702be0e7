"""Applications written to a folder in the shapes that servers of forms take: XML, CSV tables, and JSON lines.

It is personal data in the clear: folders are readable by their owner alone (0700), files too (0600).
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from intake.applications.instances import Instance
from intake.applications.model import Application, Attachment
from intake.clock import Clock
from intake.errors import NotFound
from intake.forms.csv_export import Tables, submission_key
from intake.forms.session import FormSession

INSTANCES, LINES = "instances", "submissions.jsonl"
FURTHER = "further"  # files sent to a question that holds another one already: no server asks for them
LONGEST_NAME = 120


@dataclass
class Exported:
    """What was written: `forms` counts submissions by form, `missing` names files that are lost."""

    submissions: int = 0
    attachments: int = 0
    forms: dict[str, int] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)


class SubmissionWriter:
    """Writes one submission after the other into an empty folder; the tables last."""

    def __init__(self, folder: Path, read: Callable[[str], bytes], clock: Clock) -> None:
        """`read` opens an attachment by its number, or raises `NotFound`."""
        self._folder = folder
        self._read = read
        self._clock = clock
        self._tables: dict[str, Tables] = {}  # by form
        self.exported = Exported()

    def add(self, application: Application, instance: Instance, attachments: Sequence[Attachment]) -> None:
        """The instance with its files in a folder of its own, and its line of JSON."""
        session = FormSession.handed_in(instance.form, instance.xml, clock=self._clock)
        key = submission_key(session.state)
        folder = self._folder_of(key, application.reference)
        write_private(folder / "instance.xml", instance.xml.encode())
        named = set(session.attachments().values())
        present = [one.name for one in self._files(folder, attachments, named)]
        missing = sorted(named - set(present))
        self.exported.missing += [f"{application.reference}: {name}" for name in missing]
        tables = self._tables.setdefault(instance.form.id, Tables())
        tables.add(session.state, application.submitted_at, len(named) - len(missing))
        self._count(instance.form.id)
        line = {
            "reference": application.reference,
            "status": application.status.value,
            "submitted_at": application.submitted_at.isoformat(),
            "instance_id": key,
            "folder": f"{INSTANCES}/{folder.name}",
            "attachments": present,
            "submission": session.submission_json(),
        }
        append_private(self._folder / LINES, json.dumps(line, ensure_ascii=False).encode() + b"\n")

    def finish(self) -> Exported:
        """Write the tables of all that was added."""
        for tables in self._tables.values():
            for name, text in tables.files().items():
                write_private(self._folder / name, text.encode())
        return self.exported

    def _folder_of(self, key: str, reference: str) -> Path:
        """A folder called by the instanceID, which a form may make of anything."""
        name = re.sub(r"[^\w.-]+", "-", key)[:LONGEST_NAME].strip(".-") or reference
        every = self._folder / INSTANCES
        every.mkdir(exist_ok=True, mode=0o700)
        folder = every / (f"{name}-{reference}" if (every / name).exists() else name)
        folder.mkdir(mode=0o700)
        return folder

    def _files(
        self, folder: Path, attachments: Sequence[Attachment], named: set[str]
    ) -> Iterator[Attachment]:
        for one in attachments:
            with suppress(NotFound):  # a lost file must not keep the rest back
                content = self._read(one.attachment_id)
                place = folder if one.name in named else folder / FURTHER
                place.mkdir(exist_ok=True, mode=0o700)
                write_private(place / one.name, content)
                self.exported.attachments += 1
                yield one

    def _count(self, form_id: str) -> None:
        self.exported.submissions += 1
        self.exported.forms[form_id] = self.exported.forms.get(form_id, 0) + 1


def write_private(path: Path, content: bytes) -> None:
    """A new file that only its owner may read."""
    _write(path, content, os.O_EXCL)


def append_private(path: Path, content: bytes) -> None:
    _write(path, content, os.O_APPEND)


def _write(path: Path, content: bytes, how: int) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | how, 0o600), "wb") as file:
        file.write(content)
