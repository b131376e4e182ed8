"""Runs, what they changed, and what waits for a person."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")  # sorted by its bytes


def upgrade() -> None:
    op.create_table(
        "run",
        sa.Column("key", TEXT, nullable=False, comment="given by the caller"),
        sa.Column("started_at", TEXT, nullable=False, comment="ISO 8601 with time zone"),
        sa.Column("code_version", TEXT, nullable=False, comment="of the program"),
        sa.Column("duration_seconds", sa.Float(), nullable=True, comment="NULL until it ends"),
        sa.Column(
            "outcome",
            TEXT,
            nullable=False,
            comment="running, succeeded, incomplete (something was not loaded) or failed",
        ),
        sa.Column("inserted", sa.Integer(), nullable=False, comment="rows"),
        sa.Column("updated", sa.Integer(), nullable=False, comment="rows"),
        sa.Column("deleted", sa.Integer(), nullable=False, comment="rows"),
        sa.Column("unchanged", sa.Integer(), nullable=False, comment="rows"),
        sa.Column("accepted_season", TEXT, nullable=True, comment="held before, let through"),
        sa.Column("accepted_by", TEXT, nullable=True, comment="who let it through"),
        sa.CheckConstraint(
            "(outcome = 'running') = (duration_seconds IS NULL)",
            name=op.f("ck_run_ended_has_duration"),
        ),
        sa.CheckConstraint(
            "outcome IN ('running', 'succeeded', 'incomplete', 'failed')",
            name=op.f("ck_run_known_outcome"),
        ),
        sa.CheckConstraint(
            "(accepted_season IS NULL) = (accepted_by IS NULL)",
            name=op.f("ck_run_accepted_by_somebody"),
        ),
        sa.CheckConstraint("duration_seconds >= 0", name=op.f("ck_run_duration_not_negative")),
        sa.CheckConstraint(
            "inserted >= 0 AND updated >= 0 AND deleted >= 0 AND unchanged >= 0",
            name=op.f("ck_run_counts_not_negative"),
        ),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_run")),
        comment="One ingestion; one that was killed stays 'running'",
    )
    op.create_index(op.f("ix_run_started_at"), "run", ["started_at"])
    op.create_table(
        "run_page",
        sa.Column("run_key", TEXT, nullable=False, comment="the run"),
        sa.Column("season", TEXT, nullable=False, comment="the season"),
        sa.Column("page", TEXT, nullable=False, comment="title of the page"),
        sa.Column(
            "revision",
            TEXT,
            nullable=False,
            comment="the wiki's number, or the first 12 digits of sha256",
        ),
        sa.ForeignKeyConstraint(["run_key"], ["run.key"], name=op.f("fk_run_page_run_key")),
        sa.PrimaryKeyConstraint("run_key", "season", name=op.f("pk_run_page")),
        comment="A page that a run loaded a season from",
    )
    op.create_table(
        "change",
        sa.Column("key", TEXT, nullable=False, comment="season/load/number from 1"),
        sa.Column("run_key", TEXT, nullable=True, comment="the run, NULL where none was recorded"),
        sa.Column("season", TEXT, nullable=False, comment="the season"),
        sa.Column(
            "load_number",
            sa.Integer(),
            nullable=False,
            comment="of the loads that changed the season, from 1",
        ),
        sa.Column("table_name", TEXT, nullable=False, comment="table of the fact"),
        sa.Column("fact_key", TEXT, nullable=False, comment="key of the fact"),
        sa.Column("kind", TEXT, nullable=False, comment="added, removed or changed"),
        sa.Column(
            "column_name",
            TEXT,
            nullable=False,
            comment="the column that changed, '' for a whole fact",
        ),
        sa.Column(
            "before",
            TEXT,
            nullable=True,
            comment="the value, or a removed fact in words; NULL for none",
        ),
        sa.Column(
            "after",
            TEXT,
            nullable=True,
            comment="the value, or an added fact in words; NULL for none",
        ),
        sa.CheckConstraint(
            "(kind = 'changed') = (column_name <> '')", name=op.f("ck_change_changed_has_column")
        ),
        sa.CheckConstraint(
            "kind <> 'added' OR before IS NULL", name=op.f("ck_change_added_has_no_before")
        ),
        sa.CheckConstraint(
            "kind <> 'removed' OR after IS NULL", name=op.f("ck_change_removed_has_no_after")
        ),
        sa.CheckConstraint(
            "kind IN ('added', 'removed', 'changed')", name=op.f("ck_change_known_kind")
        ),
        sa.CheckConstraint("before <> after", name=op.f("ck_change_values_differ")),
        sa.CheckConstraint("load_number >= 1", name=op.f("ck_change_load_number_from_one")),
        sa.ForeignKeyConstraint(["run_key"], ["run.key"], name=op.f("fk_change_run_key")),
        sa.ForeignKeyConstraint(["season"], ["season.label"], name=op.f("fk_change_season")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_change")),
        comment="What a load changed in a season that was there before",
    )
    op.create_index(op.f("ix_change_run_key"), "change", ["run_key"])
    op.create_index(op.f("ix_change_season"), "change", ["season"])
    op.create_table(
        "held",
        sa.Column("season", TEXT, nullable=False, comment="the season"),
        sa.Column("page", TEXT, nullable=False, comment="title of the page that waits"),
        sa.Column("sha256", TEXT, nullable=False, comment="of the bytes of the page that waits"),
        sa.Column("reason", TEXT, nullable=False, comment="one sentence for people"),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_held_whole_sha256")),
        sa.ForeignKeyConstraint(["season"], ["season.label"], name=op.f("fk_held_season")),
        sa.PrimaryKeyConstraint("season", name=op.f("pk_held")),
        comment="A season whose page lost so much that a person must let it through",
    )
    op.create_table(
        "held_fact",
        sa.Column("key", TEXT, nullable=False, comment="season/number from 1"),
        sa.Column("season", TEXT, nullable=False, comment="the held season"),
        sa.Column("table_name", TEXT, nullable=False, comment="table of the fact"),
        sa.Column("fact_key", TEXT, nullable=False, comment="key of the fact"),
        sa.Column("kind", TEXT, nullable=False, comment="added, removed or changed"),
        sa.Column(
            "column_name",
            TEXT,
            nullable=False,
            comment="the column that changed, '' for a whole fact",
        ),
        sa.Column(
            "before",
            TEXT,
            nullable=True,
            comment="the value, or a removed fact in words; NULL for none",
        ),
        sa.Column(
            "after",
            TEXT,
            nullable=True,
            comment="the value, or an added fact in words; NULL for none",
        ),
        sa.CheckConstraint(
            "(kind = 'changed') = (column_name <> '')", name=op.f("ck_held_fact_changed_has_column")
        ),
        sa.CheckConstraint(
            "kind <> 'added' OR before IS NULL", name=op.f("ck_held_fact_added_has_no_before")
        ),
        sa.CheckConstraint(
            "kind <> 'removed' OR after IS NULL", name=op.f("ck_held_fact_removed_has_no_after")
        ),
        sa.CheckConstraint(
            "kind IN ('added', 'removed', 'changed')", name=op.f("ck_held_fact_known_kind")
        ),
        sa.CheckConstraint("before <> after", name=op.f("ck_held_fact_values_differ")),
        sa.ForeignKeyConstraint(["season"], ["held.season"], name=op.f("fk_held_fact_season")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_held_fact")),
        comment="What letting a held season through would change",
    )
    op.create_index(op.f("ix_held_fact_season"), "held_fact", ["season"])


def downgrade() -> None:
    op.drop_table("held_fact")
    op.drop_table("held")
    op.drop_table("change")
    op.drop_table("run_page")
    op.drop_table("run")
