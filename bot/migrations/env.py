"""Alembic's entry: runs the revisions on the connection that `migrate` hands in."""

from __future__ import annotations

from alembic import context

from bot.database import all_metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=all_metadata(),
    render_as_batch=True,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
