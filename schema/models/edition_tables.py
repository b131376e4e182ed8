"""The reference layer: all editions of the cup, and what no page tells of them."""

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from schema.models.base import Base, check_flag


class Edition(Base):
    """One edition of the cup, loaded or not, with a source for each cell."""

    __tablename__ = "edition"
    __table_args__ = (
        # Not even the name: "Juan Aurich" cannot have beaten "Juan Aurich" in a final.
        CheckConstraint("champion <> runner_up", name="two_finalists"),
        # A cell without a source is not loaded, a source without a cell cites nothing.
        CheckConstraint("(champion IS NULL) = (champion_source IS NULL)", name="champion_cited"),
        CheckConstraint("(runner_up IS NULL) = (runner_up_source IS NULL)", name="runner_up_cited"),
        CheckConstraint(
            "(format IS NULL AND final IS NULL) = (format_source IS NULL)", name="format_cited"
        ),
        check_flag("final"),
        {"comment": "An edition of the cup, loaded or not; NULL where nobody is cited"},
    )
    season: Mapped[str] = mapped_column(primary_key=True, comment="the season, loaded or not")
    champion: Mapped[str | None] = mapped_column(comment="as its source prints it")
    champion_source: Mapped[str | None] = mapped_column(comment="who says so")
    runner_up: Mapped[str | None] = mapped_column(comment="as its source prints it")
    runner_up_source: Mapped[str | None] = mapped_column(comment="who says so")
    format: Mapped[str | None] = mapped_column(comment="how the edition was decided, for people")
    format_source: Mapped[str | None] = mapped_column(comment="who says so, of final as well")
    final: Mapped[int | None] = mapped_column(comment="1 if it ended in a final match or group")
    champion_club: Mapped[str | None] = mapped_column(
        ForeignKey("club.key"), index=True, comment="who is meant; NULL where the season is loaded"
    )
    runner_up_club: Mapped[str | None] = mapped_column(
        ForeignKey("club.key"), index=True, comment="who is meant; NULL where the season is loaded"
    )
    note: Mapped[str | None] = mapped_column(comment="what else there is to know, one sentence")


class Gap(Base):
    """Something that no page tells yet; its season may not be loaded."""

    __tablename__ = "gap"
    __table_args__ = (
        # A gap of the whole season has no stage, and NULL is the only way to say so.
        CheckConstraint("stage <> ''", name="stage_or_whole_season"),
        {"comment": "Something of a season that no page tells yet"},
    )
    key: Mapped[str] = mapped_column(primary_key=True, comment="season[/stage]/what")
    # No reference to the table season: a gap may be that no page tells of a season at all.
    season: Mapped[str] = mapped_column(index=True, comment="the season, loaded or not")
    stage: Mapped[str | None] = mapped_column(
        comment="name of the stage, on a page or not; NULL where the whole season is meant"
    )
    what: Mapped[str] = mapped_column(comment="what is missing")
    why: Mapped[str] = mapped_column(comment="what is known about it, one sentence")
    source: Mapped[str | None] = mapped_column(
        comment="who says so, or where it might be; derived where it follows from the season"
    )
