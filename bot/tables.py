"""The tables of the bot package: what came in, what goes out, what is due, and where each chat stands."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Index,
    Integer,
    MetaData,
    String,
    Table,
)

from intake.tables import Sealed, UtcDateTime

metadata = MetaData()


# BIGINT is not an alias of the rowid on SQLite, and only the rowid counts up by itself.
SerialId = BigInteger().with_variant(Integer, "sqlite")

inbox = Table(
    "inbox",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("payload", Sealed, nullable=True),  # encrypted; forgotten once done
    Column("received_at", UtcDateTime, nullable=False),
    Column("lease_by", String(64)),
    Column("lease_until", UtcDateTime),
    Column("attempts", Integer, nullable=False, default=0),
    Column("done_at", UtcDateTime),
    Column("error", String(500)),
    Index("ix_inbox_head", "done_at", "chat_id", "update_id"),
)

outbox = Table(
    "outbox",
    metadata,
    Column("outbox_id", SerialId, primary_key=True),
    Column("key", String(120), unique=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("payload", Sealed, nullable=True),  # encrypted; forgotten once sent
    Column("careful", Boolean, nullable=False, default=False),  # tells a decision: never blindly repeated
    Column("created_at", UtcDateTime, nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    Column("lease_by", String(64)),
    Column("lease_until", UtcDateTime),
    Column("attempts", Integer, nullable=False, default=0),
    Column("failures", Integer, nullable=False, default=0),  # attempts that ended with a word, not delivered
    Column("silences", Integer, nullable=False, default=0),  # of these: no answer came, perhaps delivered
    Column("faults", Integer, nullable=False, default=0),  # of these: the message could not be made
    Column("done_at", UtcDateTime),
    Column("outcome", String(20)),  # sent, uncertain, refused
    Column("message_id", BigInteger),
    Column("error", String(500)),
    Index("ix_outbox_head", "done_at", "chat_id", "outbox_id"),
    Index("ix_outbox_due", "done_at", "due_at"),
    sqlite_autoincrement=True,  # a number is given once: old buttons and keys must not mean a newer row
)

jobs = Table(
    "jobs",
    metadata,
    Column("job_id", SerialId, primary_key=True),
    Column("key", String(160), nullable=False, unique=True),
    Column("kind", String(40), nullable=False),
    Column("payload", Sealed, nullable=False),  # encrypted JSON
    Column("due_at", UtcDateTime, nullable=False),
    Column("lease_by", String(64)),
    Column("lease_until", UtcDateTime),
    Column("attempts", Integer, nullable=False, default=0),
    Column("done_at", UtcDateTime),
    Column("error", String(500)),
    Index("ix_jobs_due", "done_at", "due_at"),
)

conversations = Table(
    "conversations",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("user_id", BigInteger, nullable=False, index=True),
    Column("language", String(12), nullable=False),
    Column("language_chosen", Boolean, nullable=False, default=False),
    Column("state", Sealed, nullable=False),  # encrypted JSON
    Column("version", Integer, nullable=False, default=0),
    Column("updated_at", UtcDateTime, nullable=False),
    Column("blocked_at", UtcDateTime),
)

leases = Table(
    "leases",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("holder", String(64), nullable=False),
    Column("until", UtcDateTime, nullable=False),
    Column("fence", Integer, nullable=False, default=0),
)

handoffs = Table(
    "handoffs",  # farmers' questions that a person answers
    metadata,
    Column("handoff_id", SerialId, primary_key=True),
    Column("key", String(80), nullable=False, unique=True),  # pressed twice, passed on once
    Column("chat_id", BigInteger, nullable=False, index=True),
    Column("village", String(64), nullable=False),
    Column("language", String(12), nullable=False),
    Column("urgent", Boolean, nullable=False, default=False),
    Column("question", Sealed, nullable=False),  # encrypted
    Column("asked_at", UtcDateTime, nullable=False),
    Column("answer", Sealed),  # encrypted
    Column("answered_at", UtcDateTime),
    Column("answered_by", BigInteger),
    Column("enclosed", Sealed),  # encrypted; where the files that came with it are to be had, and places
    Index("ix_handoffs_open", "answered_at", "village"),
    sqlite_autoincrement=True,  # a number is given once: old buttons and keys must not mean a newer row
)
