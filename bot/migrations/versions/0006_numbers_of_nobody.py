"""By which rule a person's numbers were indexed, so that an older one is looked through; and who is no kin by them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "intake_people", sa.Column("numbers_rule", sa.Integer(), nullable=False, server_default="0")
    )
    op.add_column(
        "intake_people", sa.Column("apart", sa.Boolean(), nullable=False, server_default=sa.false())
    )


def downgrade() -> None:
    for name in ("apart", "numbers_rule"):
        op.drop_column("intake_people", name)
