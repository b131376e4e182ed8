"""The text of each page, the file it came from, and who took a season out."""

import sqlalchemy as sa
from alembic import op

revision = "0004_page_text"
down_revision = "0003_score_counts"
branch_labels = None
depends_on = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")  # sorted by its bytes


def upgrade() -> None:
    op.create_table(
        "page_text",
        sa.Column(
            "sha256",
            TEXT,
            primary_key=True,
            comment="of the bytes of the file, in hexadecimal digits",
        ),
        sa.Column(
            "text",
            sa.LargeBinary(),
            nullable=False,
            comment="as spans count it, in UTF-8, compressed with zlib",
        ),
        sa.CheckConstraint("length(sha256) = 64", name="whole_sha256"),
        comment="The text of the revisions whose bytes have the checksum, stored once",
    )
    op.create_table(
        "page_file",
        sa.Column(
            "season",
            TEXT,
            sa.ForeignKey("season.label"),
            primary_key=True,
            comment="the season",
        ),
        sa.Column("path", TEXT, nullable=False, comment="absolute"),
        comment="The file that a season was last loaded from",
    )
    with op.batch_alter_table("run") as run:
        run.add_column(
            sa.Column("forgotten_season", TEXT, nullable=True, comment="taken out of the database")
        )
        run.add_column(sa.Column("forgotten_by", TEXT, nullable=True, comment="who took it out"))
        run.create_check_constraint(
            "forgotten_by_somebody", "(forgotten_season IS NULL) = (forgotten_by IS NULL)"
        )


def downgrade() -> None:
    with op.batch_alter_table("run") as run:
        run.drop_constraint(op.f("ck_run_forgotten_by_somebody"), type_="check")
        run.drop_column("forgotten_by")
        run.drop_column("forgotten_season")
    op.drop_table("page_file")
    op.drop_table("page_text")
