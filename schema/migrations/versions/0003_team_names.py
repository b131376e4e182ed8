"""The name that views show for a club is kept, no longer worked out at every query."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")  # sorted by its bytes


def upgrade() -> None:
    op.create_table(
        "team",
        sa.Column("key", TEXT, nullable=False, comment="the club"),
        sa.Column(
            "name",
            TEXT,
            nullable=False,
            comment="from the data file, a list or a match; with department, town or key where "
            "shared",
        ),
        sa.Column(
            "department", TEXT, nullable=True, comment="from the data file, else from a list"
        ),
        sa.Column("town", TEXT, nullable=True, comment="from the data file, else from a list"),
        sa.ForeignKeyConstraint(
            ["department"], ["department.code"], name=op.f("fk_team_department")
        ),
        sa.ForeignKeyConstraint(
            ["key"], ["club.key"], name=op.f("fk_team_key"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_team")),
        sa.UniqueConstraint("name", name=op.f("uq_team_name")),
        comment="The name that views show for a club, unique; from the view team_naming",
    )
    op.create_index(op.f("ix_team_department"), "team", ["department"])


def downgrade() -> None:
    op.drop_table("team")
