"""One household, one file: found by phone or identity number without storing either in the clear."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, or_, select, update

from intake.tables import applications, households, people
from intake.vault import Vault

LEAST_DIGITS = 4  # of an identity number that tells one person from another


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
        if phone:
            conditions.append(people.c.phone_index == self._phone_index(phone))
        if index := self._id_index(national_id):
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
            "phone_index": self._phone_index(phone) if phone else None,
            "national_id_index": self._id_index(national_id),
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
        found = self.find(connection, phone=phone, national_id=national_id)
        if user_id is not None:
            found += self._of(connection, user_id)
        same_household = applications.c.household_id.in_({person.household_id for person in found})
        condition = or_(same_household, applications.c.user_id == user_id)
        query = select(applications.c.reference).where(condition, applications.c.status.in_(statuses))
        return list(connection.execute(query.order_by(applications.c.application_id)).scalars())

    def _of(self, connection: Connection, user_id: int) -> list[KnownPerson]:
        person = self.of_user(connection, user_id)
        return [] if person is None else [person]

    def _household(
        self, connection: Connection, village: str, phone: str | None, national_id: str | None, at: datetime
    ) -> int:
        kin = self.find(connection, phone=phone, national_id=national_id)
        if kin:
            return kin[0].household_id
        new = insert(households).values(village=village, created_at=at).returning(households.c.household_id)
        return int(connection.execute(new).scalar_one())

    def _sealed(
        self, name: str, phone: str | None, national_id: str | None, known: Mapping[str, Any]
    ) -> bytes:
        return self._vault.encrypt_json(
            {"name": name, "phone": phone, "national_id": national_id, "known": dict(known)}
        )

    def _phone_index(self, phone: str) -> str:
        return self._vault.blind_index("phone:" + re.sub(r"[^\d+]", "", phone))

    def _id_index(self, national_id: str | None) -> str | None:
        """None where there are too few digits: "lost it" is the number of nobody, and would make strangers kin."""
        if national_id is None or sum(sign.isdigit() for sign in national_id) < LEAST_DIGITS:
            return None
        return self._vault.blind_index("national_id:" + re.sub(r"[\W_]", "", national_id))

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
        )
