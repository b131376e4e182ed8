"""The judgement layer in time: runs, what they changed, and what waits for a person.

These tables say what happened to one database; the hash of its content leaves them out.
"""

from sqlalchemy import CheckConstraint, Float, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from schema.models.base import Base, check_one_of

OUTCOMES = ("running", "succeeded", "incomplete", "failed")


class Run(Base):
    """One ingestion."""

    __tablename__ = "run"
    __table_args__ = (
        check_one_of("outcome", *OUTCOMES),
        CheckConstraint("duration_seconds >= 0", name="duration_not_negative"),
        CheckConstraint(
            "inserted >= 0 AND updated >= 0 AND deleted >= 0 AND unchanged >= 0",
            name="counts_not_negative",
        ),
        # `copaperu ingest --accept 1997 --by Ana`: one is worth nothing without the other.
        CheckConstraint(
            "(accepted_season IS NULL) = (accepted_by IS NULL)", name="accepted_by_somebody"
        ),
        # `copaperu forget 1997 --by Ana`
        CheckConstraint(
            "(forgotten_season IS NULL) = (forgotten_by IS NULL)", name="forgotten_by_somebody"
        ),
        # A run that was killed stays 'running' for ever, and so never took any time.
        CheckConstraint(
            "(outcome = 'running') = (duration_seconds IS NULL)", name="ended_has_duration"
        ),
        {"comment": "One ingestion; one that was killed stays 'running'"},
    )
    key: Mapped[str] = mapped_column(primary_key=True, comment="given by the caller")
    started_at: Mapped[str] = mapped_column(index=True, comment="ISO 8601 with time zone")
    code_version: Mapped[str] = mapped_column(comment="of the program")
    duration_seconds: Mapped[float | None] = mapped_column(Float, comment="NULL until it ends")
    outcome: Mapped[str] = mapped_column(
        comment="running, succeeded, incomplete (something was not loaded) or failed"
    )
    inserted: Mapped[int] = mapped_column(comment="rows")
    updated: Mapped[int] = mapped_column(comment="rows")
    deleted: Mapped[int] = mapped_column(comment="rows")
    unchanged: Mapped[int] = mapped_column(comment="rows")
    accepted_season: Mapped[str | None] = mapped_column(comment="held before, let through")
    accepted_by: Mapped[str | None] = mapped_column(comment="who let it through")
    forgotten_season: Mapped[str | None] = mapped_column(comment="taken out of the database")
    forgotten_by: Mapped[str | None] = mapped_column(comment="who took it out")


class RunPage(Base):
    """A page that a run loaded a season from."""

    __tablename__ = "run_page"
    __table_args__ = ({"comment": "A page that a run loaded a season from"},)
    run_key: Mapped[str] = mapped_column(ForeignKey("run.key"), primary_key=True, comment="the run")
    season: Mapped[str] = mapped_column(primary_key=True, comment="the season")
    page: Mapped[str] = mapped_column(comment="title of the page")
    revision: Mapped[str] = mapped_column(
        comment="the wiki's number, or the first 12 digits of sha256"
    )


class PageFile(Base):
    """The file that a season was last loaded from, by which a run knows that a page is gone."""

    __tablename__ = "page_file"
    __table_args__ = ({"comment": "The file that a season was last loaded from"},)
    season: Mapped[str] = mapped_column(
        ForeignKey("season.label"), primary_key=True, comment="the season"
    )
    path: Mapped[str] = mapped_column(comment="absolute")


class Alteration:
    """The columns that say how a fact differs from what it was."""

    table_name: Mapped[str] = mapped_column(comment="table of the fact", sort_order=10)
    fact_key: Mapped[str] = mapped_column(comment="key of the fact", sort_order=11)
    kind: Mapped[str] = mapped_column(comment="added, removed or changed", sort_order=12)
    column_name: Mapped[str] = mapped_column(
        comment="the column that changed, '' for a whole fact", sort_order=13
    )
    before: Mapped[str | None] = mapped_column(
        comment="the value, or a removed fact in words; NULL for none", sort_order=14
    )
    after: Mapped[str | None] = mapped_column(
        comment="the value, or an added fact in words; NULL for none", sort_order=15
    )


def check_alteration() -> tuple[CheckConstraint, ...]:
    """Return the constraints of the columns of Alteration."""
    return (
        check_one_of("kind", "added", "removed", "changed"),
        # Only a change is of one column ("home_goals": 2 -> 3); the others are of a whole fact.
        CheckConstraint("(kind = 'changed') = (column_name <> '')", name="changed_has_column"),
        CheckConstraint("kind <> 'added' OR before IS NULL", name="added_has_no_before"),
        CheckConstraint("kind <> 'removed' OR after IS NULL", name="removed_has_no_after"),
        # NULL <> 3 is NULL, which a CHECK lets pass: a goal that was unknown before is a change.
        CheckConstraint("before <> after", name="values_differ"),
    )


class Change(Alteration, Base):
    """What a load changed in a season that was there before."""

    __tablename__ = "change"
    __table_args__ = (
        *check_alteration(),
        CheckConstraint("load_number >= 1", name="load_number_from_one"),
        {"comment": "What a load changed in a season that was there before"},
    )
    key: Mapped[str] = mapped_column(primary_key=True, comment="season/load/number from 1")
    run_key: Mapped[str | None] = mapped_column(
        ForeignKey("run.key"), index=True, comment="the run, NULL where none was recorded"
    )
    season: Mapped[str] = mapped_column(
        ForeignKey("season.label"), index=True, comment="the season"
    )
    load_number: Mapped[int] = mapped_column(comment="of the loads that changed the season, from 1")


class Held(Base):
    """A season whose page lost so much that a person must let it through."""

    __tablename__ = "held"
    __table_args__ = (
        CheckConstraint("length(sha256) = 64", name="whole_sha256"),
        {"comment": "A season whose page lost so much that a person must let it through"},
    )
    season: Mapped[str] = mapped_column(
        ForeignKey("season.label"), primary_key=True, comment="the season"
    )
    page: Mapped[str] = mapped_column(comment="title of the page that waits")
    sha256: Mapped[str] = mapped_column(comment="of the bytes of the page that waits")
    reason: Mapped[str] = mapped_column(comment="one sentence for people")


class HeldFact(Alteration, Base):
    """What letting a held season through would change."""

    __tablename__ = "held_fact"
    __table_args__ = (
        *check_alteration(),
        {"comment": "What letting a held season through would change"},
    )
    key: Mapped[str] = mapped_column(primary_key=True, comment="season/number from 1")
    season: Mapped[str] = mapped_column(
        ForeignKey("held.season"), index=True, comment="the held season"
    )
