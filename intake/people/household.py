"""One household, one file: found by phone or identity number without storing either in the clear."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, or_, select, update

from intake.people.numbers import RULE, id_index, phone_index
from intake.tables import applications, households, people
from intake.vault import Vault


def new_household(connection: Connection, village: str, at: datetime) -> int:
    """A household of nobody yet; gives its id."""
    new = insert(households).values(village=village, created_at=at).returning(households.c.household_id)
    return int(connection.execute(new).scalar_one())


@dataclass(frozen=True)
class KnownPerson:
    """A person on file. `known` are answers that a returning farmer is not asked again."""

    person_id: int
    household_id: int
    user_id: int | None
    language: str
    name: str
    phone: str | None
    national_id: str | None
    known: Mapping[str, Any]
    updated_at: datetime
    apart: bool = False  # staff found that those who share his numbers are strangers


class People:
    """The household file. Phones should come in E.164; identity numbers as written."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def of_user(self, connection: Connection, user_id: int) -> KnownPerson | None:
        """The person behind a chat account, if he is on file."""
        row = connection.execute(select(people).where(people.c.user_id == user_id)).one_or_none()
        return None if row is None else self._person(row)

    def find(
        self, connection: Connection, *, phone: str | None = None, national_id: str | None = None
    ) -> list[KnownPerson]:
        """Everyone on file with this phone or this identity number, by blind index."""
        conditions = []
        if index := phone_index(self._vault, phone):
            conditions.append(people.c.phone_index == index)
        if index := id_index(self._vault, national_id):
            conditions.append(people.c.national_id_index == index)
        if not conditions:
            return []
        rows = connection.execute(select(people).where(or_(*conditions)).order_by(people.c.person_id))
        return [self._person(row) for row in rows]

    def remember(
        self,
        connection: Connection,
        *,
        user_id: int,
        village: str,
        language: str,
        name: str,
        phone: str | None,
        national_id: str | None,
        known: Mapping[str, Any],
        at: datetime,
    ) -> KnownPerson:
        """Open or renew a person's file. Who shares a phone or an identity number shares the household."""
        present = self.of_user(connection, user_id)
        sealed = self._sealed(name, phone, national_id, {**(present.known if present else {}), **known})
        columns = {
            "sealed": sealed,
            "language": language,
            "phone_index": phone_index(self._vault, phone),
            "national_id_index": id_index(self._vault, national_id),
            "numbers_rule": RULE,
            "updated_at": at,
        }
        if present is not None:
            change = update(people).where(people.c.person_id == present.person_id).values(columns)
            connection.execute(change)
        else:
            household_id = self._household(connection, village, phone, national_id, at)
            new = {"household_id": household_id, "user_id": user_id, "created_at": at, **columns}
            connection.execute(insert(people).values(new))
        found = self.of_user(connection, user_id)
        assert found is not None
        return found

    def running(
        self,
        connection: Connection,
        *,
        user_id: int | None = None,
        phone: str | None = None,
        national_id: str | None = None,
        statuses: frozenset[str],
    ) -> list[str]:
        """References of the running applications of this person's household, oldest first."""
        found = [] if user_id is None else self._of(connection, user_id)
        if not any(person.apart for person in found):
            found += self._kin(connection, phone, national_id)
        same_household = applications.c.household_id.in_({person.household_id for person in found})
        condition = or_(same_household, applications.c.user_id == user_id)
        query = select(applications.c.reference).where(condition, applications.c.status.in_(statuses))
        return list(connection.execute(query.order_by(applications.c.application_id)).scalars())

    def _of(self, connection: Connection, user_id: int) -> list[KnownPerson]:
        person = self.of_user(connection, user_id)
        return [] if person is None else [person]

    def _kin(self, connection: Connection, phone: str | None, national_id: str | None) -> list[KnownPerson]:
        """Whose household it is that has these numbers; who was parted from it is found by them, and no kin."""
        return [one for one in self.find(connection, phone=phone, national_id=national_id) if not one.apart]

    def _household(
        self, connection: Connection, village: str, phone: str | None, national_id: str | None, at: datetime
    ) -> int:
        kin = self._kin(connection, phone, national_id)
        if kin:
            return kin[0].household_id
        return new_household(connection, village, at)

    def _sealed(
        self, name: str, phone: str | None, national_id: str | None, known: Mapping[str, Any]
    ) -> bytes:
        return self._vault.encrypt_json(
            {"name": name, "phone": phone, "national_id": national_id, "known": dict(known)}
        )

    def _person(self, row: Row[Any]) -> KnownPerson:
        content = self._vault.decrypt_json(row.sealed)
        return KnownPerson(
            row.person_id,
            row.household_id,
            row.user_id,
            row.language,
            content["name"],
            content["phone"],
            content["national_id"],
            content["known"],
            row.updated_at,
            row.apart,
        )
