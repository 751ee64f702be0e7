"""Migrations: each revision up, down and up again, and at the end exactly the tables of the code."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect, text

from bot.conversation.messages import Reply
from bot.database import all_metadata, open_engine
from bot.delivery.outbox import Outbox
from bot.migrations import configuration, migrate
from intake.vault import Vault
from tests.conftest import Clock


def run(engine: Engine, target: str, *, up: bool) -> None:
    with engine.begin() as connection:
        config = configuration()
        config.attributes["connection"] = connection
        (command.upgrade if up else command.downgrade)(config, target)


def test_the_stairway(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'stairs.sqlite'}")
    script = ScriptDirectory.from_config(configuration())
    revisions = [revision.revision for revision in reversed(list(script.walk_revisions()))]
    for number, revision in enumerate(revisions):
        run(engine, revision, up=True)
        run(engine, revisions[number - 1] if number else "base", up=False)
        run(engine, revision, up=True)
    run(engine, "base", up=False)
    assert set(inspect(engine).get_table_names()) <= {"alembic_version"}


def test_the_revisions_make_the_tables_of_the_code(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'state.sqlite'}")
    migrate(engine)
    with engine.begin() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = compare_metadata(context, all_metadata())  # type: ignore[arg-type]
    assert differences == [], "write a revision: python scripts/revision.py MESSAGE"


def test_migrating_what_is_migrated_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "state.sqlite"
    engine = open_engine(f"sqlite:///{path}")
    migrate(engine)
    before = path.read_bytes()
    migrate(engine)
    assert path.read_bytes() == before


def test_questions_that_stood_open_beside_their_answers_are_gone(tmp_path: Path) -> None:
    path = tmp_path / "state.sqlite"
    engine = open_engine(f"sqlite:///{path}")
    run(engine, "0001", up=True)
    asked = "my husband Juma Otieno has HIV, can I get a loan " * 9
    row = (
        "INSERT INTO answers (asked_at, asker, question_enc, language, kind, reason, text, citations, trace)"
        " VALUES ('2026-03-02', '1', 'x', 'en', :kind, '', '', '[]', :trace)"
    )
    with engine.begin() as connection:
        for kind, trace in (("answer", {"encoder": "e5", "understood": asked}), ("redirect", {})):
            connection.execute(text(row), {"kind": kind, "trace": json.dumps(trace)})
    migrate(engine)
    with engine.begin() as connection:
        kept = connection.execute(text("SELECT trace FROM answers ORDER BY answer_id")).scalars().all()
    assert [json.loads(trace) for trace in kept] == [{"encoder": "e5"}, {}]
    engine.dispose()
    assert b"Otieno" not in path.read_bytes()


def test_a_message_that_waits_while_the_program_is_renewed_is_sent(tmp_path: Path, vault: Vault) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'state.sqlite'}")
    run(engine, "0004", up=True)
    row = (
        "INSERT INTO outbox (chat_id, payload, careful, created_at, due_at, attempts, failures)"
        " VALUES (7, :payload, 0, :at, :at, 35, 35)"
    )
    payload, now = vault.encrypt_json({"reply": Reply("hello").to_json()}), Clock()()
    with engine.begin() as connection:
        connection.execute(text(row), {"payload": payload, "at": f"{now:%Y-%m-%d %H:%M:%S.%f}"})
    migrate(engine)
    with engine.begin() as connection:
        (waiting,) = Outbox(vault).take(connection, worker="a", now=now, lease=timedelta(minutes=1), limit=5)
    assert (waiting.body, waiting.failures, waiting.silences, waiting.faults) == (Reply("hello"), 35, 0, 0)


def test_a_publication_that_was_given_up_can_begin_again(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'state.sqlite'}")
    run(engine, "0002", up=True)
    version = (
        "INSERT INTO library_versions (version_id, document_id, label, title, language, status, revision, attempts,"
        " filename, content_hash, size, warnings, sketch, staged_at, staged_by, reason) VALUES (:id, :id, '', 'T',"
        " 'en', :status, 1, 4, 't.md', 'x', 1, '[]', '[]', '2026-03-02', 'x', '')"
    )
    with engine.begin() as connection:
        for name, status in (("zed", "draft"), ("rates", "published")):
            document = "INSERT INTO library_documents VALUES (:id, 'policy', '2026-03-02')"
            connection.execute(text(document), {"id": name})
            connection.execute(text(version), {"id": name, "status": status})
    migrate(engine)
    with engine.begin() as connection:
        kept = connection.execute(text("SELECT document_id FROM library_versions ORDER BY version_key")).all()
        documents = connection.execute(text("SELECT document_id FROM library_documents")).scalars().all()
    assert ([row[0] for row in kept], documents) == ([None, "rates"], ["rates"])


def test_what_refusals_offered_is_offered_still_and_cited_by_none(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'state.sqlite'}")
    run(engine, "0006", up=True)
    row = (
        "INSERT INTO answers (asked_at, asker, question_enc, language, kind, reason, text, citations, trace)"
        " VALUES ('2026-03-02', '1', 'x', 'en', :kind, '', '', :citations, '{}')"
    )
    with engine.begin() as connection:
        for kind in ("answer", "no_answer"):
            connection.execute(text(row), {"kind": kind, "citations": f'["{kind}"]'})
    migrate(engine)
    kept = "SELECT citations, nearest FROM answers ORDER BY answer_id"
    with engine.begin() as connection:
        found = [tuple(json.loads(one) for one in row) for row in connection.execute(text(kept)).all()]
    assert found == [(["answer"], []), ([], ["no_answer"])]
