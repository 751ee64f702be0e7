"""Staff: invited by a single-use link, bound to a role and villages, revoked at once."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from intake.audit import AuditLog, staff_actor
from intake.clock import Clock
from intake.errors import NotAllowed, NotFound, Reason
from intake.tables import staff, staff_invites
from intake.vault import Vault

INVITE_HOURS = 72


class Role(StrEnum):
    """What a member of staff is employed for."""

    OFFICER = "officer"
    REVIEWER = "reviewer"
    LEAD = "lead"
    ADMIN = "admin"


@dataclass(frozen=True)
class StaffMember:
    """A member of staff as he stands now; `villages` are those contracted to him.

    `formerly` are the ids under which the same person was enrolled before: a new phone is no second pair of eyes.
    """

    user_id: int
    name: str
    role: Role
    villages: frozenset[str]
    language: str
    active: bool
    formerly: frozenset[int] = frozenset()

    @property
    def ids(self) -> frozenset[int]:
        """Every Telegram id this person has worked under."""
        return self.formerly | {self.user_id}

    @property
    def actor(self) -> str:
        return staff_actor(self.user_id)


@dataclass(frozen=True)
class Invite:
    """A link's secret, shown once; only its hash is stored."""

    token: str
    role: Role
    villages: frozenset[str]
    expires_at: datetime


def random_token() -> str:
    """128 random bits in 22 characters that fit a t.me start link."""
    return secrets.token_urlsafe(16)


class Staff:
    """The store of staff and their invitations."""

    def __init__(self, vault: Vault, clock: Clock, new_token: Callable[[], str] = random_token) -> None:
        self._vault = vault
        self._clock = clock
        self._new_token = new_token
        self._audit = AuditLog(vault)
        self._names: dict[
            bytes, str
        ] = {}  # by the sealed name: whoever is enrolled or renamed is not among them yet

    def invite(
        self,
        connection: Connection,
        role: Role,
        villages: Iterable[str],
        *,
        by: str,
        hours: int = INVITE_HOURS,
        instead_of: int | None = None,
    ) -> Invite:
        """Make a link's secret, good once and for `hours`. `by` is the actor.

        `instead_of` is the id under which the same person worked before: what he did then binds him still.
        Raises `NotFound` for an id that never was enrolled, `NotAllowed` (ALREADY_STAFF) while it still works.
        """
        if instead_of is not None and (before := self.get(connection, instead_of)).active:
            raise NotAllowed(Reason.ALREADY_STAFF, role=before.role)
        now = self._clock()
        invite = Invite(self._new_token(), role, frozenset(villages), now + timedelta(hours=hours))
        row = {
            "token_hash": _hashed(invite.token),
            "role": role.value,
            "villages": sorted(invite.villages),
            "created_at": now,
            "created_by": by,
            "expires_at": invite.expires_at,
            "instead_of": instead_of,
        }
        connection.execute(insert(staff_invites).values(row))
        facts: dict[str, Any] = {"role": role.value, "villages": row["villages"]}
        if instead_of is not None:
            facts["instead_of"] = instead_of
        self._audit.write(connection, by, "staff:invite", now, **facts)
        return invite

    def enrol(
        self, connection: Connection, token: str, user_id: int, *, name: str, language: str
    ) -> StaffMember:
        """Take the invitation up. Raises `NotAllowed`: INVITE_UNKNOWN, INVITE_EXPIRED, INVITE_USED, ALREADY_STAFF."""
        now = self._clock()
        present = self._row(connection, user_id)
        if present is not None and present.active:
            raise NotAllowed(Reason.ALREADY_STAFF, role=present.role)
        invite = self._take(connection, token, user_id, now)
        formerly = self._same_person(connection, user_id, invite.instead_of)
        role, villages = Role(invite.role), frozenset(invite.villages)
        member = StaffMember(user_id, name, role, villages, language, True, formerly)
        self.put(connection, member)
        return member

    def put(self, connection: Connection, member: StaffMember) -> None:
        """Write a member as given: enrolment, the sample staff of the demo, a change of villages."""
        columns: dict[str, Any] = {
            "role": member.role.value,
            "language": member.language,
            "villages": sorted(member.villages),
            "active": member.active,
            "sealed": self._vault.encrypt_json({"name": member.name}),
            "enrolled_at": self._clock(),
            "revoked_at": None,
        }
        if member.formerly:
            columns["formerly"] = sorted(member.formerly)
        changed = connection.execute(update(staff).where(staff.c.user_id == member.user_id).values(columns))
        if not changed.rowcount:
            connection.execute(insert(staff).values(user_id=member.user_id, **columns))
        now, role = self._clock(), member.role.value
        self._audit.write(
            connection, member.actor, "staff:enrol", now, role=role, villages=columns["villages"]
        )

    def revoke(self, connection: Connection, user_id: int, *, by: str) -> StaffMember:
        """Take all rights away, from the next press on. Raises `NotFound`."""
        member = self.get(connection, user_id)
        now = self._clock()
        revoked = update(staff).where(staff.c.user_id == user_id).values(active=False, revoked_at=now)
        connection.execute(revoked)
        self._audit.write(connection, by, "staff:revoke", now, staff=user_id)
        return member

    def revoke_invite(self, connection: Connection, token: str, *, by: str) -> bool:
        """Make an open invitation useless; False when there is none."""
        now = self._clock()
        condition = staff_invites.c.token_hash == _hashed(token), staff_invites.c.used_at.is_(None)
        closed = update(staff_invites).where(*condition).values(used_at=now)
        if not connection.execute(closed).rowcount:
            return False
        self._audit.write(connection, by, "staff:invite_cancelled", now)
        return True

    def set_language(self, connection: Connection, user_id: int, language: str) -> None:
        """From now on he is spoken to in this language."""
        connection.execute(update(staff).where(staff.c.user_id == user_id).values(language=language))

    def find(self, connection: Connection, user_id: int) -> StaffMember | None:
        """The active member of staff with this user id."""
        row = self._row(connection, user_id)
        return None if row is None or not row.active else self._member(row)

    def revoked_at(self, connection: Connection, user_id: int) -> datetime | None:
        """When his rights were taken away; None for who has them and who never had any."""
        row = self._row(connection, user_id)
        return None if row is None or row.active else row.revoked_at

    def get(self, connection: Connection, user_id: int) -> StaffMember:
        """Active or not. Raises `NotFound`."""
        row = self._row(connection, user_id)
        if row is None:
            raise NotFound("staff", user_id)
        return self._member(row)

    def members(
        self, connection: Connection, *, role: Role | None = None, active: bool = True
    ) -> list[StaffMember]:
        """Members by user id; `active=False` gives all."""
        query = select(staff).order_by(staff.c.user_id)
        if active:
            query = query.where(staff.c.active.is_(True))
        if role is not None:
            query = query.where(staff.c.role == role.value)
        return [self._member(row) for row in connection.execute(query)]

    def names(self, connection: Connection) -> list[str]:
        """The names of all who work or worked here, by user id; asked often, so each is unsealed once."""
        sealed = connection.scalars(select(staff.c.sealed).order_by(staff.c.user_id)).all()
        known = self._names
        names = {one: known[one] if one in known else self._name(one) for one in sealed}
        self._names = names
        return list(names.values())

    def officers_of(self, connection: Connection, village: str) -> list[StaffMember]:
        """The officers to whom the village is contracted."""
        officers = self.members(connection, role=Role.OFFICER)
        return [member for member in officers if village in member.villages]

    def _same_person(self, connection: Connection, user_id: int, instead_of: int | None) -> frozenset[int]:
        """The other ids of whoever is enrolled now: those he gave up, and those that were given up for this one."""
        everybody = self.members(connection, active=False)
        known = {user_id} if instead_of is None else {user_id, instead_of}
        same = [member.ids for member in everybody if member.ids & known]
        return frozenset(known.union(*same)) - {user_id}

    def _take(self, connection: Connection, token: str, user_id: int, now: datetime) -> Row[Any]:
        """Use the invitation up, once, however often the link is pressed."""
        found = staff_invites.c.token_hash == _hashed(token)
        invite = connection.execute(select(staff_invites).where(found)).one_or_none()
        if invite is None:
            raise NotAllowed(Reason.INVITE_UNKNOWN)
        if invite.used_at is None and now >= invite.expires_at:
            raise NotAllowed(Reason.INVITE_EXPIRED, at=invite.expires_at)
        taken = update(staff_invites).where(found, staff_invites.c.used_at.is_(None))
        if not connection.execute(taken.values(used_at=now, used_by=user_id)).rowcount:
            raise NotAllowed(Reason.INVITE_USED, at=invite.used_at)
        return invite

    def _row(self, connection: Connection, user_id: int) -> Row[Any] | None:
        return connection.execute(select(staff).where(staff.c.user_id == user_id)).one_or_none()

    def _name(self, sealed: bytes) -> str:
        return str(self._vault.decrypt_json(sealed)["name"])

    def _member(self, row: Row[Any]) -> StaffMember:
        name = self._name(row.sealed)
        villages = frozenset(row.villages)
        formerly = frozenset(row.formerly)
        return StaffMember(row.user_id, name, Role(row.role), villages, row.language, row.active, formerly)


def _hashed(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
