"""The football layer: departments, clubs and what they are called."""

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy import UniqueConstraint as Unique
from sqlalchemy.orm import Mapped, mapped_column

from schema.models.base import Base, check_one_of


class Department(Base):
    """A department of Peru, or Callao."""

    __tablename__ = "department"
    __table_args__ = (
        Unique("ubigeo"),
        Unique("name"),
        # ISO codes end in three letters (PE-PUN); Callao, which is no department, has one too.
        CheckConstraint("length(code) = 6 AND substr(code, 1, 3) = 'PE-'", name="iso_code"),
        CheckConstraint("length(ubigeo) = 2", name="two_digits"),
        {"comment": "A department of Peru, or the constitutional province of Callao"},
    )
    code: Mapped[str] = mapped_column(primary_key=True, comment="ISO 3166-2:PE, such as PE-AMA")
    ubigeo: Mapped[str] = mapped_column(comment="two digits of the statistics institute")
    name: Mapped[str] = mapped_column(comment="in Spanish, without 'Departamento de'")


class Club(Base):
    """A club, whatever it is called from season to season."""

    __tablename__ = "club"
    __table_args__ = ({"comment": "A club, whatever it is called from season to season"},)
    key: Mapped[str] = mapped_column(primary_key=True, comment="readable and stable")
    name: Mapped[str | None] = mapped_column(
        comment="in the clubs data file; NULL where only pages name the club"
    )
    department: Mapped[str | None] = mapped_column(
        ForeignKey("department.code"), index=True, comment="in the clubs data file"
    )
    town: Mapped[str | None] = mapped_column(comment="in the clubs data file")


class ClubName(Base):
    """A spelling of a club in one season."""

    __tablename__ = "club_name"
    __table_args__ = (
        # One row a spelling, however often the page prints it; position is of the first time.
        Unique("season", "club", "printed"),
        check_one_of("origin", "list", "match", "table"),
        CheckConstraint("position >= 1", name="position_from_one"),
        {"comment": "A spelling of a club in one season"},
    )
    key: Mapped[str] = mapped_column(primary_key=True, comment="season/club/printed name")
    season: Mapped[str] = mapped_column(
        ForeignKey("season.label"), index=True, comment="the season whose page prints it"
    )
    club: Mapped[str] = mapped_column(ForeignKey("club.key"), index=True, comment="who is meant")
    printed: Mapped[str] = mapped_column(comment="the page's own spelling")
    origin: Mapped[str] = mapped_column(comment="where it is printed first: list, match or table")
    position: Mapped[int] = mapped_column(comment="order of appearance in the season, lists first")


class Team(Base):
    """The one name of each club that views show, kept as the view team_naming says."""

    __tablename__ = "team"
    __table_args__ = (
        Unique("name"),
        {"comment": "The name that views show for a club, unique; from the view team_naming"},
    )
    # A load deletes a club that no season needs any more; the names are updated only after it.
    key: Mapped[str] = mapped_column(
        ForeignKey("club.key", ondelete="CASCADE"), primary_key=True, comment="the club"
    )
    name: Mapped[str] = mapped_column(
        comment="from the data file, a list or a match; with department, town or key where shared"
    )
    department: Mapped[str | None] = mapped_column(
        ForeignKey("department.code"), index=True, comment="from the data file, else from a list"
    )
    town: Mapped[str | None] = mapped_column(comment="from the data file, else from a list")
