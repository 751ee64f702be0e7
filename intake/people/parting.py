"""Households that were joined by a number that is nobody's are parted; so is a person whom staff find a stranger."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Row, select, update

from intake.applications.status import RUNNING
from intake.audit import SYSTEM, AuditLog
from intake.clock import Clock
from intake.errors import NotFound, VaultError
from intake.people.household import new_household
from intake.people.numbers import RULE, id_index, phone_index, same_words, tells
from intake.tables import applications, households, people
from intake.vault import Vault


@dataclass(frozen=True)
class Member:
    """One person of a household: his applications, and by what he is joined to another of it."""

    person_id: int
    references: tuple[str, ...]
    running: tuple[str, ...]
    shares: tuple[str, ...]  # "phone", "identity number"


@dataclass
class _Numbers:
    """What a person ever gave: numbers by which he is known, and words in their place."""

    phones: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)

    def add(self, vault: Vault, phone: str | None, national_id: str | None) -> None:
        self.phones |= {phone_index(vault, phone) or ""} - {""}
        self.ids |= {id_index(vault, national_id) or ""} - {""}
        if phone and not tells(phone):
            self.words.add("phone:" + re.sub(r"\D", "", phone))  # all that was looked at of a phone
        if national_id and not tells(national_id):
            self.words.add("id:" + same_words(national_id).casefold())


class Parting:
    """Looks through households again, and undoes a wrong join. Never commits."""

    def __init__(self, vault: Vault, clock: Clock) -> None:
        self._vault = vault
        self._clock = clock
        self._audit = AuditLog(vault)

    @staticmethod
    def due(connection: Connection) -> bool:
        """Whether anybody was indexed by an older rule of what is a number."""
        outdated = select(people.c.person_id).where(people.c.numbers_rule < RULE).limit(1)
        return connection.execute(outdated).first() is not None

    def settle(self, connection: Connection) -> int:
        """Index by the rule of today and part strangers whom an older one joined. Gives how many were parted."""
        touched = self._index_anew(connection)
        return sum(self._part_strangers(connection, one) for one in sorted(touched))

    def members(self, connection: Connection, reference: str) -> list[Member]:
        """The household of an application, its own applicant first. Raises `NotFound`."""
        own = self._applicant(connection, reference)
        rows = self._household(connection, own.household_id)
        rows.sort(key=lambda row: row.person_id != own.person_id)
        numbers = {row.person_id: self._numbers(connection, row) for row in rows}
        return [self._member(connection, row, numbers) for row in rows]

    def part(self, connection: Connection, reference: str, *, by: str) -> None:
        """The applicant is no kin of the others: a household of his own, and none by his numbers until he is erased.

        `by` is the actor.

        He is still found by them: an employee is kept from loans he stands for.
        Doing it again changes nothing. Raises `NotFound`.
        """
        own = self._applicant(connection, reference)
        if not own.apart:
            self._move(connection, [own], by, apart=True)

    def _applicant(self, connection: Connection, reference: str) -> Row[Any]:
        his = select(applications.c.user_id).where(applications.c.reference == reference)
        row = connection.execute(select(people).where(people.c.user_id.in_(his))).one_or_none()
        if row is None:
            raise NotFound("application", reference)
        return row

    @staticmethod
    def _household(connection: Connection, household_id: int) -> list[Row[Any]]:
        theirs = people.c.household_id == household_id
        query = select(people).where(theirs, people.c.user_id.is_not(None)).order_by(people.c.person_id)
        return list(connection.execute(query))

    def _member(self, connection: Connection, row: Row[Any], numbers: dict[int, _Numbers]) -> Member:
        query = select(applications.c.reference, applications.c.status).where(
            applications.c.user_id == row.user_id
        )
        sent = connection.execute(query.order_by(applications.c.application_id)).all()
        own, others = numbers[row.person_id], [one for key, one in numbers.items() if key != row.person_id]
        shares = {
            "phone": any(own.phones & one.phones for one in others),
            "identity number": any(own.ids & one.ids for one in others),
        }
        return Member(
            row.person_id,
            tuple(one.reference for one in sent),
            tuple(one.reference for one in sent if one.status in {status.value for status in RUNNING}),
            tuple(name for name, shared in shares.items() if shared),
        )

    def _index_anew(self, connection: Connection) -> set[int]:
        touched = set()
        for row in connection.execute(select(people).where(people.c.numbers_rule < RULE)).all():
            try:
                known = self._vault.decrypt_json(row.sealed)
            except VaultError:  # a key is missing: the next start tries again
                continue
            columns = {
                "phone_index": phone_index(self._vault, known["phone"]),
                "national_id_index": id_index(self._vault, known["national_id"]),
                "numbers_rule": RULE,
            }
            connection.execute(update(people).where(people.c.person_id == row.person_id).values(columns))
            touched.add(row.household_id)
        return touched

    def _part_strangers(self, connection: Connection, household_id: int) -> int:
        """Those stay together who ever gave the same number; of groups that share mere words the oldest stays."""
        rows = self._household(connection, household_id)
        numbers = {row.person_id: self._numbers(connection, row) for row in rows} if len(rows) > 1 else {}
        groups = _grouped(numbers)
        by_id = {row.person_id: row for row in rows}
        left, words = 0, [set().union(*(numbers[one].words for one in group)) for group in groups]
        for place, group in enumerate(groups[1:], start=1):
            if any(words[place] & earlier for earlier in words[:place]):
                self._move(connection, [by_id[one] for one in group], SYSTEM)
                left += len(group)
        return left

    def _numbers(self, connection: Connection, row: Row[Any]) -> _Numbers:
        """Of his file and of all he sent in: the number he was joined by may have been corrected since."""
        found = _Numbers()
        his = select(applications.c.sealed).where(applications.c.user_id == row.user_id)
        for sealed in connection.execute(his).scalars().all():
            applicant = self._open(sealed)["applicant"]
            found.add(self._vault, applicant["phone"], applicant["national_id"])
        known = self._open(row.sealed)
        found.add(self._vault, known["phone"], known["national_id"])
        return found

    def _open(self, sealed: bytes) -> dict[str, Any]:
        nothing = {"phone": None, "national_id": None}
        try:
            opened = self._vault.decrypt_json(sealed)
        except VaultError:
            opened = {}
        return {"applicant": nothing, **nothing, **opened}

    def _move(self, connection: Connection, rows: Sequence[Row[Any]], by: str, **columns: object) -> None:
        now = self._clock()
        old = select(households.c.village).where(households.c.household_id == rows[0].household_id)
        household = new_household(connection, connection.execute(old).scalar_one(), now)
        for row in rows:
            this, his = people.c.person_id == row.person_id, applications.c.user_id == row.user_id
            connection.execute(update(people).where(this).values(household_id=household, **columns))
            connection.execute(update(applications).where(his).values(household_id=household))
            self._audit.write(connection, by, "household:part", now, user_id=row.user_id)


def _grouped(numbers: dict[int, _Numbers]) -> list[list[int]]:
    """Persons who share a number, over a third if need be; the oldest person's group first."""
    holders: dict[str, set[int]] = defaultdict(set)
    for person, given in numbers.items():
        for index in given.phones | given.ids:
            holders[index].add(person)
    groups: list[set[int]] = [{person} for person in numbers]
    for together in holders.values():
        groups = _joined(groups, together)
    return sorted(sorted(group) for group in groups)


def _joined(groups: Iterable[set[int]], together: set[int]) -> list[set[int]]:
    touched, rest = set(together), []
    for group in groups:
        if group & together:
            touched |= group
        else:
            rest.append(group)
    return [touched, *rest]
