"""The tables of the intake package; what is personal stands in sealed columns."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    TypeDecorator,
    false,
)

metadata = MetaData()


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment, kept in UTC whatever the database does with time zones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        moment: datetime = value
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


class ExactDecimal(TypeDecorator[Decimal]):
    """A Decimal kept as text: no database rounds it, no driver turns it into a float."""

    impl = String(40)
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        return None if value is None else format(value, "f")

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value)


class Sealed(TypeDecorator[bytes]):
    """A vault token: what stands here is encrypted, and the rotation of keys finds the column by its type."""

    impl = LargeBinary
    cache_ok = True


UserId = BigInteger  # Telegram's ids need more than 32 bits

households = Table(
    "intake_households",
    metadata,
    Column("household_id", Integer, primary_key=True, autoincrement=True),
    Column("village", String(64), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
)

people = Table(
    "intake_people",
    metadata,
    Column("person_id", Integer, primary_key=True, autoincrement=True),
    Column("household_id", ForeignKey(households.c.household_id), nullable=False, index=True),
    Column("user_id", UserId, unique=True),
    Column("phone_index", String(64), index=True),
    Column("national_id_index", String(64), index=True),
    Column(
        "numbers_rule", Integer, nullable=False, server_default="0"
    ),  # `intake.people.numbers.RULE` of the time
    Column(
        "apart", Boolean, nullable=False, server_default=false()
    ),  # found to be no kin of who shares his numbers
    Column("sealed", Sealed, nullable=False),
    Column("language", String(16), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("updated_at", UtcDateTime, nullable=False),
    Column("erased_at", UtcDateTime),
)

consents = Table(
    "intake_consents",
    metadata,
    Column("consent_id", Integer, primary_key=True, autoincrement=True),
    Column("user_id", UserId, nullable=False, index=True),
    Column("version", String(32), nullable=False),
    Column("language", String(16), nullable=False),
    Column("given_at", UtcDateTime, nullable=False),
    Column("withdrawn_at", UtcDateTime),
)

drafts = Table(
    "intake_drafts",
    metadata,
    Column("draft_id", String(40), primary_key=True),
    Column("user_id", UserId, nullable=False, index=True),
    Column("form_id", String(128), nullable=False),
    Column("form_version", String(64), nullable=False),
    Column("language", String(16), nullable=False),
    Column("status", String(24), nullable=False),
    Column("version", Integer, nullable=False),
    Column("answered", Integer, nullable=False),
    Column("total", Integer, nullable=False),
    Column("sealed", Sealed, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("updated_at", UtcDateTime, nullable=False),
)
Index("ix_intake_drafts_status_updated", drafts.c.status, drafts.c.updated_at)

applications = Table(
    "intake_applications",
    metadata,
    Column("application_id", Integer, primary_key=True, autoincrement=True),
    Column("reference", String(32), nullable=False, unique=True),
    Column("draft_id", String(40), nullable=False, unique=True),
    Column("user_id", UserId, nullable=False, index=True),
    Column("household_id", ForeignKey(households.c.household_id), index=True),
    Column("village", String(64), nullable=False),
    Column("language", String(16), nullable=False),
    Column("status", String(24), nullable=False),
    Column("version", Integer, nullable=False),
    Column("changed_by", String(80), nullable=False),
    Column("form_id", String(128), nullable=False),
    Column("form_version", String(64), nullable=False),
    Column("product_id", String(64), nullable=False),
    Column("currency", String(3), nullable=False),
    Column("requested_amount", ExactDecimal, nullable=False),
    Column("own_funds", ExactDecimal, nullable=False),
    Column("term_months", Integer, nullable=False),
    Column("repayment", String(24), nullable=False),
    Column("harvest_on", Date),
    Column("large", Boolean, nullable=False),
    Column("related_staff", JSON, nullable=False),
    Column("holder", UserId, index=True),
    Column("claimed_at", UtcDateTime),
    Column("investigators", JSON, nullable=False),
    Column("recommended_by", UserId),
    Column("visit_on", Date),
    Column("approved_amount", ExactDecimal),
    Column("submitted_at", UtcDateTime, nullable=False),
    Column("updated_at", UtcDateTime, nullable=False),
    Column("decided_at", UtcDateTime),
    Column("decided_by", UserId),
    Column("sealed", Sealed, nullable=False),
)
Index("ix_intake_applications_status_village", applications.c.status, applications.c.village)

instances = Table(
    "intake_instances",  # what was handed in, as XML; the form it was asked by is kept among the form's versions
    metadata,
    Column("application_id", ForeignKey(applications.c.application_id), primary_key=True),
    Column("form_sha256", String(64), nullable=False, index=True),
    Column("sealed", Sealed, nullable=False),
)

guarantees = Table(
    "intake_guarantees",
    metadata,
    Column("guarantee_id", Integer, primary_key=True, autoincrement=True),
    Column("application_id", ForeignKey(applications.c.application_id), nullable=False, unique=True),
    Column("status", String(24), nullable=False),
    Column("version", Integer, nullable=False),
    Column("changed_by", String(80), nullable=False),
    Column("token_hash", String(64), unique=True),
    Column("expires_at", UtcDateTime, nullable=False),
    Column("user_id", UserId, index=True),
    Column("asked_at", UtcDateTime, nullable=False),
    Column("answered_at", UtcDateTime),
    Column("updated_at", UtcDateTime, nullable=False),
    Column("sealed", Sealed, nullable=False),
)

findings = Table(
    "intake_findings",
    metadata,
    Column("finding_id", Integer, primary_key=True, autoincrement=True),
    Column("application_id", ForeignKey(applications.c.application_id), nullable=False, index=True),
    Column("kind", String(24), nullable=False),
    Column("by", UserId, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("sealed", Sealed, nullable=False),
)

messages = Table(
    "intake_messages",
    metadata,
    Column("message_id", Integer, primary_key=True, autoincrement=True),
    Column("application_id", ForeignKey(applications.c.application_id), nullable=False, index=True),
    Column("sender", String(80), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("sealed", Sealed, nullable=False),
)

attachments = Table(
    "intake_attachments",
    metadata,
    Column("attachment_id", String(40), primary_key=True),
    Column("draft_id", String(40), nullable=False, index=True),
    Column("path", String(255), nullable=False),
    Column("media_type", String(64), nullable=False),
    Column("size", Integer, nullable=False),
    Column("width", Integer, nullable=False),
    Column("height", Integer, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("sealed", Sealed, nullable=False),
)

audit_events = Table(
    "intake_audit_events",
    metadata,
    Column("event_id", Integer, primary_key=True, autoincrement=True),
    Column("name", String(80), nullable=False),
    Column("actor", String(80), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("application_id", Integer, index=True),
    Column("user_id", UserId, index=True),
    Column("sealed", Sealed, nullable=False),
    Column("content", String(64), nullable=False),  # what an erasure may empty: its salted fingerprint stays
    Column(
        "link", String(64), nullable=False
    ),  # over the link before and all of this line that stays for ever
)

audit_head = Table(
    "intake_audit_head",  # one row: where the log ends, so that lines cut off its end are missed
    metadata,
    Column("head", Integer, primary_key=True, autoincrement=False),
    Column("event_id", Integer, nullable=False),
    Column("link", String(64), nullable=False),
)

sequences = Table(
    "intake_sequences",
    metadata,
    Column("name", String(64), primary_key=True),
    Column("value", Integer, nullable=False),
)

staff = Table(
    "intake_staff",
    metadata,
    Column("user_id", UserId, primary_key=True, autoincrement=False),
    Column("role", String(16), nullable=False),
    Column("language", String(16), nullable=False),
    Column("villages", JSON, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("sealed", Sealed, nullable=False),
    Column("enrolled_at", UtcDateTime, nullable=False),
    Column("revoked_at", UtcDateTime),
    Column("formerly", JSON, nullable=False, server_default="[]"),  # the same person's other Telegram ids
)

staff_invites = Table(
    "intake_staff_invites",
    metadata,
    Column("token_hash", String(64), primary_key=True),
    Column("role", String(16), nullable=False),
    Column("villages", JSON, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("created_by", String(80), nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
    Column("used_at", UtcDateTime),
    Column("used_by", UserId),
    Column("instead_of", UserId),  # the id under which the same person was enrolled before
)

form_versions = Table(
    "intake_form_versions",
    metadata,
    Column("form_version_id", Integer, primary_key=True, autoincrement=True),
    Column("form_id", String(200), nullable=False, index=True),
    Column("version", String(200), nullable=False),
    Column("sha256", String(64), nullable=False, unique=True),
    Column("file_name", String(255), nullable=False),
    Column("source", LargeBinary, nullable=False),
    Column("files", JSON, nullable=False),
    Column("published", Boolean, nullable=False),  # or only kept, for what was handed in on it
    Column("published_at", UtcDateTime, nullable=False),
    Column("published_by", String(80), nullable=False),
)
