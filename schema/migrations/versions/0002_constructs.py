"""Every fact points to the construct that states it; the account is kept construct by construct.

What was loaded before gets one construct, its whole page, until the page is read again.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")  # sorted by its bytes
STATED = ("season", "entry", "region_member", "match", "tie", "standing")
NO_SOURCE = "ck_standing_published_has_source"


def upgrade() -> None:
    _create_construct()
    op.execute(
        "INSERT INTO construct SELECT season.label || '@0', season.revision_key, season.label, 0,"
        " revision.characters, 1, 'loaded', 'page'"
        " FROM season JOIN revision ON revision.key = season.revision_key"
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute("SET CONSTRAINTS ALL IMMEDIATE")  # nothing may be pending when tables change
    for table in STATED:
        _exchange(table, "revision_key", "construct_key", "construct")
    op.drop_table("coverage")


def downgrade() -> None:
    _create_coverage()
    op.execute(
        "INSERT INTO coverage SELECT season || '/' || disposition || '/' || reason, season,"
        " MIN(revision_key), disposition, reason, COUNT(*), SUM(span_end - span_start)"
        " FROM construct GROUP BY season, disposition, reason"
    )
    for table in STATED:
        _exchange(table, "construct_key", "revision_key", "revision")
    op.drop_table("construct")


def _exchange(table: str, old: str, new: str, referred: str) -> None:
    """Replace one reference by the other, and its constraint and index with it."""
    comment = (
        "the construct that states it" if referred == "construct" else "the revision that states it"
    )
    with op.batch_alter_table(table) as batch:
        batch.add_column(sa.Column(new, TEXT, comment=comment))
    op.execute(f'UPDATE "{table}" SET {new} = {_found(table, new)} WHERE {old} IS NOT NULL')  # noqa: S608
    with op.batch_alter_table(table) as batch:
        batch.drop_index(f"ix_{table}_{old}")
        batch.drop_constraint(f"fk_{table}_{old}", type_="foreignkey")
        if table == "standing":
            batch.drop_constraint(op.f(NO_SOURCE), type_="check")
            batch.create_check_constraint(op.f(NO_SOURCE), _published_has_source(new))
        else:
            batch.alter_column(new, nullable=False, existing_type=TEXT)
        batch.create_foreign_key(f"fk_{table}_{new}", referred, [new], ["key"])
        batch.create_index(f"ix_{table}_{new}", [new])
        batch.drop_column(old)


def _found(table: str, new: str) -> str:
    """Return the SQL that finds the new reference of a row."""
    if new == "revision_key":
        return f'(SELECT revision_key FROM construct WHERE key = "{table}".construct_key)'  # noqa: S608
    return f"{'label' if table == 'season' else 'season'} || '@0'"


def _published_has_source(column: str) -> str:
    return (
        f"(origin = 'published') = ({column} IS NOT NULL)"
        f" AND ({column} IS NULL) = (span_start IS NULL)"
        f" AND ({column} IS NULL) = (span_end IS NULL)"
        f" AND ({column} IS NULL) = (line IS NULL)"
    )


def _create_construct() -> None:
    op.create_table(
        "construct",
        sa.Column("key", TEXT, nullable=False, comment="season@first character"),
        sa.Column("revision_key", TEXT, nullable=False, comment="the revision that was read"),
        sa.Column("season", TEXT, nullable=False, comment="the season that the page was read for"),
        sa.Column("span_start", sa.Integer(), nullable=False, comment="first character, from 0"),
        sa.Column("span_end", sa.Integer(), nullable=False, comment="the character after it"),
        sa.Column(
            "line", sa.Integer(), nullable=False, comment="line of the first character, from 1"
        ),
        sa.Column(
            "disposition",
            TEXT,
            nullable=False,
            comment="loaded, context, ignored, quarantined or unrecognised",
        ),
        sa.Column("reason", TEXT, nullable=False, comment="name of the rule or handler"),
        sa.CheckConstraint(
            "disposition IN ('loaded', 'context', 'ignored', 'quarantined', 'unrecognised')",
            name=op.f("ck_construct_known_disposition"),
        ),
        sa.CheckConstraint(
            "span_start >= 0 AND span_end >= span_start AND line >= 1",
            name=op.f("ck_construct_span_in_page"),
        ),
        sa.ForeignKeyConstraint(
            ["revision_key"], ["revision.key"], name=op.f("fk_construct_revision_key")
        ),
        sa.ForeignKeyConstraint(
            ["season"],
            ["season.label"],
            name=op.f("fk_construct_season"),
            deferrable=True,
            initially="DEFERRED",
        ),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_construct")),
        comment="A construct of a season's page; together they are every character of it",
    )
    op.create_index(op.f("ix_construct_revision_key"), "construct", ["revision_key"])
    op.create_index(op.f("ix_construct_season"), "construct", ["season"])


def _create_coverage() -> None:
    op.create_table(
        "coverage",
        sa.Column("key", TEXT, nullable=False, comment="season/disposition/reason"),
        sa.Column("season", TEXT, nullable=False, comment="the season the page was read for"),
        sa.Column("revision_key", TEXT, nullable=False, comment="the revision that was read"),
        sa.Column(
            "disposition",
            TEXT,
            nullable=False,
            comment="loaded, context, ignored, quarantined or unrecognised",
        ),
        sa.Column("reason", TEXT, nullable=False, comment="name of the rule or handler"),
        sa.Column("units", sa.Integer(), nullable=False, comment="constructs of the page"),
        sa.Column("characters", sa.Integer(), nullable=False, comment="their length together"),
        sa.CheckConstraint(
            "disposition IN ('loaded', 'context', 'ignored', 'quarantined', 'unrecognised')",
            name=op.f("ck_coverage_known_disposition"),
        ),
        sa.CheckConstraint("units >= 1 AND characters >= 0", name=op.f("ck_coverage_counted")),
        sa.ForeignKeyConstraint(
            ["revision_key"], ["revision.key"], name=op.f("fk_coverage_revision_key")
        ),
        sa.ForeignKeyConstraint(["season"], ["season.label"], name=op.f("fk_coverage_season")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_coverage")),
        sa.UniqueConstraint(
            "season", "disposition", "reason", name=op.f("uq_coverage_season_disposition_reason")
        ),
        comment="How much of a season's page became rows, and why the rest did not",
    )
    op.create_index(op.f("ix_coverage_revision_key"), "coverage", ["revision_key"])
    op.create_index(op.f("ix_coverage_season"), "coverage", ["season"])
