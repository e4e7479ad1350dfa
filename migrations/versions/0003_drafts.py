"""A workout that is not recorded yet is kept, so that it is there again after the program was ended."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "drafts",
        sa.Column("name", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("draft", sa.Text, nullable=False),
        sa.CheckConstraint("draft <> ''", name=op.f("ck_drafts_draft")),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_drafts")),
    )


def downgrade() -> None:
    op.drop_table("drafts")
