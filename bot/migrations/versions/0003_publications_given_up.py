"""A publication that was given up kept its document and its attempts: it can begin again under its own name."""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("UPDATE library_versions SET document_id = NULL, attempts = 0 WHERE status = 'draft'")
    op.execute(
        "DELETE FROM library_documents WHERE NOT EXISTS"
        " (SELECT 1 FROM library_versions v WHERE v.document_id = library_documents.document_id)"
    )


def downgrade() -> None:
    """Nothing to take back: a draft needs no document."""
