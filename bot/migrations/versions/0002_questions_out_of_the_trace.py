"""The question stood in the clear in the trace of its answer, beside the sealed one: it is taken out (law 7)."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

answers = sa.table("answers", sa.column("answer_id", sa.Integer), sa.column("trace", sa.JSON))


def upgrade() -> None:
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        op.execute("PRAGMA secure_delete = ON")  # what is taken out is overwritten in the file
    for answer_id, trace in connection.execute(sa.select(answers.c.answer_id, answers.c.trace)).all():
        if trace.pop("understood", None) is not None:
            change = sa.update(answers).where(answers.c.answer_id == answer_id)
            connection.execute(change.values(trace=trace))


def downgrade() -> None:
    """What was taken out does not come back."""
