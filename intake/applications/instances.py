"""What a farmer handed in, as the XML of his form: sealed, and with it the form, so that both can be read together."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, insert, select

from intake.clock import Clock
from intake.forms.form import Form
from intake.forms.store import FormStore
from intake.tables import instances
from intake.vault import Vault


@dataclass(frozen=True)
class Instance:
    """A finished form: `xml` is the instance document of `form`."""

    form: Form
    xml: str


class Instances:
    """One for each application, until the farmer has his data erased."""

    def __init__(self, vault: Vault, clock: Clock) -> None:
        self._vault = vault
        self._forms = FormStore(clock)

    def keep(self, connection: Connection, application_id: int, instance: Instance, *, by: str) -> None:
        """Keep it with its form; it is handed in once."""
        self._forms.keep(connection, instance.form, by=by)
        values = {
            "application_id": application_id,
            "form_sha256": instance.form.sha256,
            "sealed": self._vault.encrypt(instance.xml.encode()),
        }
        connection.execute(insert(instances).values(values))

    def of(self, connection: Connection, application_id: int) -> Instance | None:
        """What was handed in; None when it was erased."""
        query = select(instances).where(instances.c.application_id == application_id)
        row = connection.execute(query).one_or_none()
        if row is None:
            return None
        xml = self._vault.decrypt(row.sealed).decode()
        return Instance(self._forms.form(connection, row.form_sha256), xml)
