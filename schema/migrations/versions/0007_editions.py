"""All editions of the cup, a rating for each season, and gaps that name a stage."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")  # sorted by its bytes
RATING = "ck_season_known_rating"


def upgrade() -> None:
    _create_edition()
    rows = _rows("SELECT key, season, subject AS what, reason AS why, source FROM gap")
    op.drop_table("gap")
    table = op.create_table(
        "gap",
        sa.Column("key", TEXT, nullable=False, comment="season[/stage]/what"),
        sa.Column("season", TEXT, nullable=False, comment="the season, loaded or not"),
        sa.Column(
            "stage",
            TEXT,
            nullable=True,
            comment="name of the stage, on a page or not; NULL where the whole season is meant",
        ),
        sa.Column("what", TEXT, nullable=False, comment="what is missing"),
        sa.Column("why", TEXT, nullable=False, comment="what is known about it, one sentence"),
        sa.Column(
            "source",
            TEXT,
            nullable=True,
            comment="who says so, or where it might be; derived where it follows from the season",
        ),
        sa.CheckConstraint("stage <> ''", name=op.f("ck_gap_stage_or_whole_season")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_gap")),
        comment="Something of a season that no page tells yet",
    )
    op.create_index(op.f("ix_gap_season"), "gap", ["season"])
    op.bulk_insert(table, rows)
    with op.batch_alter_table("season") as batch:
        batch.add_column(
            sa.Column(
                "rating",
                TEXT,
                nullable=True,
                comment="how far it can be trusted; NULL where an older program loaded it",
            )
        )
        batch.create_check_constraint(
            op.f(RATING),
            "rating IN ('complete', 'consistent', 'partial', 'contradictory', 'champion only')",
        )


def downgrade() -> None:
    with op.batch_alter_table("season") as batch:
        batch.drop_constraint(op.f(RATING), type_="check")
        batch.drop_column("rating")
    rows = _rows("SELECT key, season, what AS subject, why AS reason, source FROM gap")
    op.drop_table("gap")
    table = op.create_table(
        "gap",
        sa.Column("key", TEXT, nullable=False, comment="season/subject"),
        sa.Column("season", TEXT, nullable=False, comment="the season, loaded or not"),
        sa.Column("subject", TEXT, nullable=False, comment="what is missing"),
        sa.Column("reason", TEXT, nullable=False, comment="what is known about it, one sentence"),
        sa.Column("source", TEXT, nullable=True, comment="where it might be found"),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_gap")),
        comment="Something of the cup's history that no page states yet",
    )
    op.bulk_insert(table, rows)
    op.drop_table("edition")


def _create_edition() -> None:
    op.create_table(
        "edition",
        sa.Column("season", TEXT, nullable=False, comment="the season, loaded or not"),
        sa.Column("champion", TEXT, nullable=True, comment="as its source prints it"),
        sa.Column("champion_source", TEXT, nullable=True, comment="who says so"),
        sa.Column("runner_up", TEXT, nullable=True, comment="as its source prints it"),
        sa.Column("runner_up_source", TEXT, nullable=True, comment="who says so"),
        sa.Column("format", TEXT, nullable=True, comment="how the edition was decided, for people"),
        sa.Column("format_source", TEXT, nullable=True, comment="who says so, of final as well"),
        sa.Column(
            "final",
            sa.Integer(),
            nullable=True,
            comment="1 if it ended in a final match or group",
        ),
        sa.Column("note", TEXT, nullable=True, comment="what else there is to know, one sentence"),
        sa.CheckConstraint("champion <> runner_up", name=op.f("ck_edition_two_finalists")),
        sa.CheckConstraint(
            "(champion IS NULL) = (champion_source IS NULL)",
            name=op.f("ck_edition_champion_cited"),
        ),
        sa.CheckConstraint(
            "(runner_up IS NULL) = (runner_up_source IS NULL)",
            name=op.f("ck_edition_runner_up_cited"),
        ),
        sa.CheckConstraint(
            "(format IS NULL AND final IS NULL) = (format_source IS NULL)",
            name=op.f("ck_edition_format_cited"),
        ),
        sa.CheckConstraint("final IN (0, 1)", name=op.f("ck_edition_final_is_flag")),
        sa.PrimaryKeyConstraint("season", name=op.f("pk_edition")),
        comment="An edition of the cup, loaded or not; NULL where nobody is cited",
    )


def _rows(query: str) -> list[dict[str, Any]]:
    return [dict(row) for row in op.get_bind().execute(sa.text(query)).mappings()]
