"""Rules, corrections, gaps, and the cells in which tables and matches differ."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")  # sorted by its bytes
NO_RULE = "ck_standing_published_has_no_rule"


def upgrade() -> None:
    op.create_table(
        "rule",
        sa.Column("key", TEXT, nullable=False, comment="season/stage[/group]/rule"),
        sa.Column("season", TEXT, nullable=False, comment="the season"),
        sa.Column("stage", TEXT, nullable=False, comment="the stage"),
        sa.Column("grp", TEXT, nullable=True, comment="the group; NULL where the stage has none"),
        sa.Column("win", sa.Integer(), nullable=False, comment="points for a win"),
        sa.Column("draw", sa.Integer(), nullable=False, comment="points for a draw"),
        sa.Column(
            "tiebreakers",
            TEXT,
            nullable=False,
            comment="what parts clubs level on points, as one text for people, the first that does",
        ),
        sa.Column(
            "source", TEXT, nullable=False, comment="where it is stated; assumed where nobody does"
        ),
        sa.CheckConstraint("win >= draw AND draw >= 0", name=op.f("ck_rule_a_win_is_worth_more")),
        sa.ForeignKeyConstraint(
            ["season", "stage"], ["stage.season", "stage.key"], name=op.f("fk_rule_season_stage")
        ),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_rule")),
        comment="How a group is ranked",
    )
    op.create_index("ix_rule_season_stage", "rule", ["season", "stage"])
    op.create_table(
        "difference",
        sa.Column("key", TEXT, nullable=False, comment="season/stage[/group]/printed name/measure"),
        sa.Column("season", TEXT, nullable=False, comment="the season"),
        sa.Column("stage", TEXT, nullable=False, comment="the stage"),
        sa.Column("grp", TEXT, nullable=True, comment="the group; NULL where the stage has none"),
        sa.Column("club", TEXT, nullable=False, comment="who is meant"),
        sa.Column("measure", TEXT, nullable=False, comment="column of the table standing"),
        sa.Column("published", sa.Integer(), nullable=True, comment="as the page prints it"),
        sa.Column("derived", sa.Integer(), nullable=True, comment="as the matches give it"),
        sa.Column(
            "verdict",
            TEXT,
            nullable=False,
            comment="explained, ambiguous, not-comparable, unexplained",
        ),
        sa.Column("explanation", TEXT, nullable=True, comment="one sentence for people"),
        sa.CheckConstraint(
            "measure IN ('position', 'played', 'won', 'drawn', 'lost', 'goals_for', "
            "'goals_against', 'goal_difference', 'points')",
            name=op.f("ck_difference_known_measure"),
        ),
        sa.CheckConstraint(
            "verdict = 'unexplained' OR explanation IS NOT NULL",
            name=op.f("ck_difference_verdict_has_reason"),
        ),
        sa.CheckConstraint(
            "verdict IN ('explained', 'ambiguous', 'not-comparable', 'unexplained')",
            name=op.f("ck_difference_known_verdict"),
        ),
        sa.CheckConstraint("published <> derived", name=op.f("ck_difference_cells_differ")),
        sa.ForeignKeyConstraint(["club"], ["club.key"], name=op.f("fk_difference_club")),
        sa.ForeignKeyConstraint(
            ["season", "stage"],
            ["stage.season", "stage.key"],
            name=op.f("fk_difference_season_stage"),
        ),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_difference")),
        comment="A cell of a published table that the matches do not give",
    )
    op.create_index(op.f("ix_difference_club"), "difference", ["club"])
    op.create_index("ix_difference_season_stage", "difference", ["season", "stage"])
    op.create_table(
        "correction",
        sa.Column("key", TEXT, nullable=False, comment="season/section/number from 1"),
        sa.Column("season", TEXT, nullable=False, comment="the season"),
        sa.Column("page", TEXT, nullable=False, comment="title of the page"),
        sa.Column(
            "section", TEXT, nullable=False, comment="the innermost heading, '' before the first"
        ),
        sa.Column("written", TEXT, nullable=False, comment="the exact text of the page"),
        sa.Column("read_as", TEXT, nullable=False, comment="what it should say"),
        sa.Column("reason", TEXT, nullable=False, comment="why, one sentence for people"),
        sa.Column("source", TEXT, nullable=False, comment="who says so"),
        sa.ForeignKeyConstraint(["season"], ["season.label"], name=op.f("fk_correction_season")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_correction")),
        comment="A mistake on a page that was mended on the way",
    )
    op.create_index(op.f("ix_correction_season"), "correction", ["season"])
    op.create_table(
        "gap",
        sa.Column("key", TEXT, nullable=False, comment="season/subject"),
        sa.Column("season", TEXT, nullable=False, comment="the season, loaded or not"),
        sa.Column("subject", TEXT, nullable=False, comment="what is missing"),
        sa.Column("reason", TEXT, nullable=False, comment="what is known about it, one sentence"),
        sa.Column("source", TEXT, nullable=True, comment="where it might be found"),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_gap")),
        comment="Something of the cup's history that no page states yet",
    )
    with op.batch_alter_table("standing") as batch:
        batch.add_column(sa.Column("rule_key", TEXT, comment="how a derived row was ranked"))
        batch.create_foreign_key("fk_standing_rule_key", "rule", ["rule_key"], ["key"])
        batch.create_index("ix_standing_rule_key", ["rule_key"])
        batch.create_check_constraint(op.f(NO_RULE), "origin = 'derived' OR rule_key IS NULL")


def downgrade() -> None:
    with op.batch_alter_table("standing") as batch:
        batch.drop_constraint(op.f(NO_RULE), type_="check")
        batch.drop_index("ix_standing_rule_key")
        batch.drop_constraint("fk_standing_rule_key", type_="foreignkey")
        batch.drop_column("rule_key")
    op.drop_table("gap")
    op.drop_table("correction")
    op.drop_table("difference")
    op.drop_table("rule")
