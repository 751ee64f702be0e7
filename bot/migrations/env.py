"""Alembic's entry: runs the revisions on the connection that `migrate` hands in."""

from __future__ import annotations

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext

from bot.database import all_metadata


def render(kind: str, item: Any, autogen: AutogenContext) -> str | Literal[False]:
    """Our own column types are written as what they are in the database: a revision must not import our code."""
    if kind == "type" and type(item).__module__.split(".")[0] in ("bot", "knowledge", "intake"):
        return f"sa.{item.impl_instance!r}"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=all_metadata(),
    render_as_batch=True,
    compare_type=True,
    render_item=render,
)
with context.begin_transaction():
    context.run_migrations()
