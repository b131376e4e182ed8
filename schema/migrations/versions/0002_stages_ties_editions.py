"""Kinds of stages, legs of ties, winners of matches, clubs of editions."""

import sqlalchemy as sa
from alembic import op

revision = "0002_stages_ties_editions"
down_revision = "0001_baseline"
branch_labels = None
depends_on = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")  # sorted by its bytes
STAGE_KINDS = "district, provincial, departmental, regional, national, final, play-off, other"
WHO_IS_MEANT = "who is meant; NULL where the season is loaded"


def upgrade() -> None:
    add_stage_kind()
    add_legs_of_ties()
    add_winner_of_matches()
    add_clubs_of_editions()
    comment_champions("by matches, infobox or the list of editions")


def downgrade() -> None:
    comment_champions("by the matches; NULL where they leave it open")
    with op.batch_alter_table("edition") as edition:
        for column in ("runner_up_club", "champion_club"):
            edition.drop_index(op.f(f"ix_edition_{column}"))
            edition.drop_constraint(op.f(f"fk_edition_{column}"), type_="foreignkey")
            edition.drop_column(column)
    with op.batch_alter_table("match") as match:
        match.drop_constraint(op.f("ck_match_winner_took_part"), type_="check")
        match.drop_constraint(op.f("ck_match_round_number_not_negative"), type_="check")
        match.drop_column("round_number")
        match.drop_column("winner")
    remove_legs_of_ties()
    with op.batch_alter_table("stage") as stage:
        stage.drop_constraint(op.f("ck_stage_known_stage_kind"), type_="check")
        stage.drop_column("stage_kind")


def add_stage_kind() -> None:
    # The next load says of what kind the stages are; until then nothing does.
    kind = sa.Column(
        "stage_kind", TEXT, nullable=False, server_default="other", comment=STAGE_KINDS
    )
    with op.batch_alter_table("stage") as stage:
        stage.add_column(kind)
    quoted_kinds = ", ".join(f"'{kind}'" for kind in STAGE_KINDS.split(", "))
    with op.batch_alter_table("stage") as stage:
        stage.alter_column("stage_kind", server_default=None)
        stage.create_check_constraint(
            op.f("ck_stage_known_stage_kind"), f"stage_kind IN ({quoted_kinds})"
        )


def add_legs_of_ties() -> None:
    expected = sa.Column(
        "legs_expected", sa.Integer(), comment="how many it has; NULL where nothing says it"
    )
    complete = sa.Column(
        "complete",
        sa.Integer(),
        nullable=False,
        server_default="0",
        comment="1 if no match of it is missing",
    )
    with op.batch_alter_table("tie") as tie:
        tie.drop_constraint(op.f("ck_tie_legs_from_one"), type_="check")
        tie.alter_column(
            "legs",
            new_column_name="legs_known",
            existing_type=sa.Integer(),
            existing_nullable=False,
            comment="matches that the page tells the result of",
            existing_comment="how many matches",
        )
        tie.add_column(expected)
        tie.add_column(complete)
    with op.batch_alter_table("tie") as tie:
        tie.alter_column("complete", server_default=None)
        tie.create_check_constraint(op.f("ck_tie_legs_not_negative"), "legs_known >= 0")
        tie.create_check_constraint(op.f("ck_tie_legs_expected_from_one"), "legs_expected >= 1")
        tie.create_check_constraint(
            op.f("ck_tie_complete_has_every_leg"), "complete = 0 OR legs_known >= legs_expected"
        )
        tie.create_check_constraint(op.f("ck_tie_complete_is_flag"), "complete IN (0, 1)")


def remove_legs_of_ties() -> None:
    with op.batch_alter_table("tie") as tie:
        for name in (
            "legs_not_negative",
            "legs_expected_from_one",
            "complete_has_every_leg",
            "complete_is_flag",
        ):
            tie.drop_constraint(op.f(f"ck_tie_{name}"), type_="check")
        tie.drop_column("complete")
        tie.drop_column("legs_expected")
    # The older program counted a tie of which nothing is known as one match.
    op.execute("UPDATE tie SET legs_known = 1 WHERE legs_known = 0")
    with op.batch_alter_table("tie") as tie:
        tie.alter_column(
            "legs_known",
            new_column_name="legs",
            existing_type=sa.Integer(),
            existing_nullable=False,
            comment="how many matches",
            existing_comment="matches that the page tells the result of",
        )
    with op.batch_alter_table("tie") as tie:
        tie.create_check_constraint(op.f("ck_tie_legs_from_one"), "legs >= 1")


def add_winner_of_matches() -> None:
    with op.batch_alter_table("match") as match:
        match.add_column(
            sa.Column("winner", TEXT, comment="one of the two, by goals, shoot-out or decision")
        )
        match.add_column(
            sa.Column("round_number", sa.Integer(), comment="5 of Fecha 5; NULL for other rounds")
        )
        match.create_check_constraint(
            op.f("ck_match_winner_took_part"), "winner IN (home_club, away_club)"
        )
        match.create_check_constraint(
            op.f("ck_match_round_number_not_negative"), "round_number >= 0"
        )


def add_clubs_of_editions() -> None:
    with op.batch_alter_table("edition") as edition:
        for column in ("champion_club", "runner_up_club"):
            edition.add_column(sa.Column(column, TEXT, comment=WHO_IS_MEANT))
            edition.create_foreign_key(op.f(f"fk_edition_{column}"), "club", [column], ["key"])
            edition.create_index(op.f(f"ix_edition_{column}"), [column])


def comment_champions(comment: str) -> None:
    with op.batch_alter_table("season") as season:
        for column in ("champion", "runner_up"):
            season.alter_column(column, existing_type=TEXT, existing_nullable=True, comment=comment)
