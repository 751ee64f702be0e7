"""A member of staff who comes back on a new phone stays the same person: four eyes are four eyes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("intake_staff", sa.Column("formerly", sa.JSON(), nullable=False, server_default="[]"))
    op.add_column("intake_staff_invites", sa.Column("instead_of", sa.BigInteger(), nullable=True))


def downgrade() -> None:
    op.drop_column("intake_staff_invites", "instead_of")
    op.drop_column("intake_staff", "formerly")
