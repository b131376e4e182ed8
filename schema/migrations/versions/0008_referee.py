"""Say by which rule each tie is decided, and what a loss is worth."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")  # sorted by its bytes
DECIDERS = "'points', 'extra-match', 'goals', 'away-goals', 'penalties', 'stated', 'next-round'"
DECIDED = "ck_tie_known_decided_by"
COMMENTS = {  # column of tie -> before, after
    "key": ("the key of its first match", "season/stage[/group][/round]/team1-team2"),
    "measure": ("what decides: goals or points", "what the aggregate counts: goals or points"),
    "decided_by": (
        "goals or penalties",
        f"{DECIDERS}; NULL without a winner".replace("'", ""),
    ),
}


def upgrade() -> None:
    op.create_table(
        "tie_rule",
        sa.Column("key", TEXT, nullable=False, comment="season/stage[/group]/tie-rule"),
        sa.Column("season", TEXT, nullable=False, comment="the season"),
        sa.Column("stage", TEXT, nullable=False, comment="the stage"),
        sa.Column("grp", TEXT, nullable=True, comment="the group; NULL where the stage has none"),
        sa.Column(
            "deciders",
            TEXT,
            nullable=False,
            comment="what decides a tie, as one text for people, the first that does",
        ),
        sa.Column(
            "source", TEXT, nullable=False, comment="where it is stated; assumed where nobody does"
        ),
        sa.ForeignKeyConstraint(
            ["season", "stage"],
            ["stage.season", "stage.key"],
            name=op.f("fk_tie_rule_season_stage"),
        ),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_tie_rule")),
        comment="How the ties of a stage are decided",
    )
    op.create_index("ix_tie_rule_season_stage", "tie_rule", ["season", "stage"])
    with op.batch_alter_table("tie") as batch:
        batch.drop_constraint(op.f(DECIDED), type_="check")
        batch.create_check_constraint(op.f(DECIDED), f"decided_by IN ({DECIDERS})")
        batch.add_column(sa.Column("rule_key", TEXT, comment="by which rules it is decided"))
        batch.create_foreign_key("fk_tie_rule_key", "tie_rule", ["rule_key"], ["key"])
        batch.create_index("ix_tie_rule_key", ["rule_key"])
        for column, (_, comment) in COMMENTS.items():
            batch.alter_column(column, comment=comment)
    op.add_column(
        "rule",
        sa.Column(
            "loss", sa.Integer(), nullable=False, server_default="0", comment="points for a loss"
        ),
    )
    op.add_column(
        "rule",
        sa.Column("advance", sa.Integer(), comment="how many go on; NULL where nothing states it"),
    )


def downgrade() -> None:
    op.drop_column("rule", "advance")
    op.drop_column("rule", "loss")
    op.execute("DELETE FROM tie WHERE decided_by NOT IN ('goals', 'penalties')")
    with op.batch_alter_table("tie") as batch:
        batch.drop_index("ix_tie_rule_key")
        batch.drop_constraint("fk_tie_rule_key", type_="foreignkey")
        batch.drop_column("rule_key")
        batch.drop_constraint(op.f(DECIDED), type_="check")
        batch.create_check_constraint(op.f(DECIDED), "decided_by IN ('goals', 'penalties')")
        for column, (comment, _) in COMMENTS.items():
            batch.alter_column(column, comment=comment)
    op.drop_table("tie_rule")
