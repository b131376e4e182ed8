"""Keep the result of a match as the page prints it."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")  # sorted by its bytes
COMMENT = "the result as the page prints it; NULL where it prints none"


def upgrade() -> None:
    op.add_column("match", sa.Column("score_text", TEXT, nullable=True, comment=COMMENT))


def downgrade() -> None:
    op.drop_column("match", "score_text")
