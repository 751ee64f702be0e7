"""Sections that are offered to read stand apart from those cited: a refusal cites none, and an answer has both."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("answers", sa.Column("nearest", sa.JSON(), nullable=False, server_default="[]"))
    op.execute("UPDATE answers SET nearest = citations, citations = '[]' WHERE kind = 'no_answer'")


def downgrade() -> None:
    op.execute("UPDATE answers SET citations = nearest WHERE kind = 'no_answer'")
    op.drop_column("answers", "nearest")
