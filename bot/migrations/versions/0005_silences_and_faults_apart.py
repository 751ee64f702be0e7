"""How often nothing was answered and how often the fault was ours is counted apart from what certainly did not leave."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("silences", "faults"):
        op.add_column("outbox", sa.Column(name, sa.Integer(), nullable=False, server_default="0"))


def downgrade() -> None:
    for name in ("faults", "silences"):
        op.drop_column("outbox", name)
