"""The lines that were written last are kept, so that the entry bar brings them back another day."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "lines",
        sa.Column("number", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("line", sa.Text, nullable=False),
        sa.CheckConstraint("line <> ''", name=op.f("ck_lines_line")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_lines")),
    )


def downgrade() -> None:
    op.drop_table("lines")
