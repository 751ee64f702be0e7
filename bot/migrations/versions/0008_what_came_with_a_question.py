"""A photo, a paper or a place that came with a question or a complaint is passed on with it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("handoffs", sa.Column("enclosed", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    op.drop_column("handoffs", "enclosed")
