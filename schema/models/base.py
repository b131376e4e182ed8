"""What all tables share: names for constraints, the order of text, where a row is stated."""

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, MetaData, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """What all tables share: names for every constraint, and the order of text."""

    # The collation "C" sorts by bytes as SQLite does; others put "Ñ" beside "N".
    type_annotation_map = {str: Text().with_variant(Text(collation="C"), "postgresql")}  # noqa: RUF012
    # Without a name of its own a constraint cannot be dropped by a later migration.
    metadata = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        }
    )


def check_one_of(column: str, *words: str) -> CheckConstraint:
    """Return the constraint that the column holds one of the words."""
    quoted_words = ", ".join(f"'{word}'" for word in words)
    return CheckConstraint(f"{column} IN ({quoted_words})", name=f"known_{column}")


def check_flag(column: str) -> CheckConstraint:
    """Return the constraint that the column is a truth value: SQLite has no type for one."""
    return CheckConstraint(f"{column} IN (0, 1)", name=f"{column}_is_flag")


def check_span() -> CheckConstraint:
    """Return the constraint that a span and its line can be in a page."""
    rule = "span_start >= 0 AND span_end >= span_start AND line >= 1"
    return CheckConstraint(rule, name="span_in_page")


def refer_to_stage(table: str) -> tuple[ForeignKeyConstraint, Index]:
    """Return the reference to a stage of the row's own season, and its index."""
    # Both columns together: a match of 1972 cannot stand in "1997/final-stage".
    return (
        ForeignKeyConstraint(["season", "stage"], ["stage.season", "stage.key"]),
        Index(f"ix_{table}_season_stage", "season", "stage"),
    )


class Sourced:
    """The columns of a row that a page states."""

    construct_key: Mapped[str] = mapped_column(
        ForeignKey("construct.key"), index=True, comment="the construct that states it"
    )
    span_start: Mapped[int] = mapped_column(comment="first character of the statement, from 0")
    span_end: Mapped[int] = mapped_column(comment="the character after the statement")
    line: Mapped[int] = mapped_column(comment="line of the first character, from 1")
