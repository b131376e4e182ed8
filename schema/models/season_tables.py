"""The football layer: a season, its stages, its team lists and regions."""

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy import UniqueConstraint as Unique
from sqlalchemy.orm import Mapped, mapped_column

from schema.models.base import Base, Sourced, check_one_of, check_span, refer_to_stage

STAGE_KINDS = (
    "district", "provincial", "departmental", "regional", "national", "final", "play-off", "other",
)  # fmt: skip
RATINGS = ("complete", "consistent", "partial", "contradictory", "champion only")


class Season(Sourced, Base):
    """One edition of the cup."""

    __tablename__ = "season"
    __table_args__ = (
        # Both are clubs here, not names: two spellings of one club are found as well.
        CheckConstraint("champion <> runner_up", name="two_finalists"),
        CheckConstraint("departments_stated >= 0", name="departments_not_negative"),
        check_one_of("rating", *RATINGS),
        check_span(),
        {"comment": "One edition of the cup"},
    )
    label: Mapped[str] = mapped_column(primary_key=True, comment="such as 1997 or 2016–17")
    competition: Mapped[str] = mapped_column(comment="as the page names it")
    champion_stated: Mapped[str | None] = mapped_column(comment="the winner the infobox prints")
    champion: Mapped[str | None] = mapped_column(
        ForeignKey("club.key"), index=True, comment="by matches, infobox or the list of editions"
    )
    runner_up: Mapped[str | None] = mapped_column(
        ForeignKey("club.key"), index=True, comment="by matches, infobox or the list of editions"
    )
    promoted_to: Mapped[str | None] = mapped_column(comment="the tournament the champion joins")
    previous: Mapped[str | None] = mapped_column(comment="the season before, as the page says")
    next: Mapped[str | None] = mapped_column(comment="the season after, as the page says")
    departments_stated: Mapped[int | None] = mapped_column(comment="how many the page speaks of")
    rating: Mapped[str | None] = mapped_column(
        comment="how far it can be trusted; NULL where an older program loaded it"
    )


class Stage(Base):
    """A stage of a season."""

    __tablename__ = "stage"
    __table_args__ = (
        # The key alone is unique; matches refer to both, so that the seasons must agree.
        Unique("season", "key"),
        CheckConstraint("position >= 1", name="position_from_one"),
        check_one_of("stage_kind", *STAGE_KINDS),
        {"comment": "A stage of a season"},
    )
    key: Mapped[str] = mapped_column(primary_key=True, comment="season/slug of the heading")
    season: Mapped[str] = mapped_column(
        ForeignKey("season.label"), index=True, comment="the season it belongs to"
    )
    name: Mapped[str] = mapped_column(comment="the heading")
    position: Mapped[int] = mapped_column(comment="order on the page, from 1")
    stage_kind: Mapped[str] = mapped_column(comment=", ".join(STAGE_KINDS))


class Entry(Sourced, Base):
    """A club in a team list."""

    __tablename__ = "entry"
    __table_args__ = (*refer_to_stage("entry"), check_span(), {"comment": "A club in a team list"})
    key: Mapped[str] = mapped_column(primary_key=True, comment="season/stage/team")
    season: Mapped[str] = mapped_column(comment="the season")
    stage: Mapped[str] = mapped_column(comment="the stage whose section holds the list")
    department: Mapped[str | None] = mapped_column(
        ForeignKey("department.code"), index=True, comment="NULL where the name is none we know"
    )
    department_printed: Mapped[str | None] = mapped_column(comment="the page's own spelling")
    club: Mapped[str] = mapped_column(ForeignKey("club.key"), index=True, comment="who is meant")
    printed: Mapped[str] = mapped_column(comment="the team as the page spells it")
    location: Mapped[str | None] = mapped_column(comment="the place as the page spells it")


class RegionMember(Sourced, Base):
    """A department that a region is made of."""

    __tablename__ = "region_member"
    __table_args__ = (check_span(), {"comment": "A department that a region is made of"})
    key: Mapped[str] = mapped_column(primary_key=True, comment="season/region/department")
    season: Mapped[str] = mapped_column(
        ForeignKey("season.label"), index=True, comment="the season"
    )
    region: Mapped[str] = mapped_column(comment="as the page names it")
    department: Mapped[str | None] = mapped_column(
        ForeignKey("department.code"), index=True, comment="NULL where the name is none we know"
    )
    department_printed: Mapped[str] = mapped_column(comment="the page's own spelling")
