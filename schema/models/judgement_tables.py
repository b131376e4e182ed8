"""The judgement layer: rules, and what is wrong or doubtful in the data."""

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from schema.models.base import Base, check_one_of, check_span, refer_to_stage

MEASURES = (
    "position", "played", "won", "drawn", "lost", "goals_for", "goals_against", "goal_difference",
    "points",
)  # fmt: skip
VERDICTS = ("explained", "ambiguous", "not-comparable", "unexplained")


class Rule(Base):
    """How a group is ranked."""

    __tablename__ = "rule"
    __table_args__ = (
        *refer_to_stage("rule"),
        # 2-1-0 until 1994, 3-1-0 from 1995; a loss may be worth a point where rules say so.
        CheckConstraint("win >= draw AND draw >= 0", name="a_win_is_worth_more"),
        {"comment": "How a group is ranked"},
    )
    key: Mapped[str] = mapped_column(primary_key=True, comment="season/stage[/group]/rule")
    season: Mapped[str] = mapped_column(comment="the season")
    stage: Mapped[str] = mapped_column(comment="the stage")
    grp: Mapped[str | None] = mapped_column(comment="the group; NULL where the stage has none")
    win: Mapped[int] = mapped_column(comment="points for a win")
    draw: Mapped[int] = mapped_column(comment="points for a draw")
    loss: Mapped[int] = mapped_column(server_default="0", comment="points for a loss")
    advance: Mapped[int | None] = mapped_column(
        comment="how many go on; NULL where nothing states it"
    )
    tiebreakers: Mapped[str] = mapped_column(
        comment="what parts clubs level on points, as one text for people, the first that does"
    )
    source: Mapped[str] = mapped_column(comment="where it is stated; assumed where nobody does")


class TieRule(Base):
    """How the ties of a stage are decided."""

    __tablename__ = "tie_rule"
    __table_args__ = (
        *refer_to_stage("tie_rule"),
        {"comment": "How the ties of a stage are decided"},
    )
    key: Mapped[str] = mapped_column(primary_key=True, comment="season/stage[/group]/tie-rule")
    season: Mapped[str] = mapped_column(comment="the season")
    stage: Mapped[str] = mapped_column(comment="the stage")
    grp: Mapped[str | None] = mapped_column(comment="the group; NULL where the stage has none")
    deciders: Mapped[str] = mapped_column(
        comment="what decides a tie, as one text for people, the first that does"
    )
    source: Mapped[str] = mapped_column(comment="where it is stated; assumed where nobody does")


class Difference(Base):
    """A cell of a published table that the matches do not give."""

    __tablename__ = "difference"
    __table_args__ = (
        *refer_to_stage("difference"),
        check_one_of("measure", *MEASURES),
        check_one_of("verdict", *VERDICTS),
        # A cell that agrees is no row: "played 14" beside 14 matches says nothing new.
        CheckConstraint("published <> derived", name="cells_differ"),
        # A verdict without its reason could not be checked by the one who reads it.
        CheckConstraint(
            "verdict = 'unexplained' OR explanation IS NOT NULL", name="verdict_has_reason"
        ),
        {"comment": "A cell of a published table that the matches do not give"},
    )
    key: Mapped[str] = mapped_column(
        primary_key=True, comment="season/stage[/group]/printed name/measure"
    )
    season: Mapped[str] = mapped_column(comment="the season")
    stage: Mapped[str] = mapped_column(comment="the stage")
    grp: Mapped[str | None] = mapped_column(comment="the group; NULL where the stage has none")
    club: Mapped[str] = mapped_column(ForeignKey("club.key"), index=True, comment="who is meant")
    measure: Mapped[str] = mapped_column(comment="column of the table standing")
    published: Mapped[int | None] = mapped_column(comment="as the page prints it")
    derived: Mapped[int | None] = mapped_column(comment="as the matches give it")
    verdict: Mapped[str] = mapped_column(comment=", ".join(VERDICTS))
    explanation: Mapped[str | None] = mapped_column(comment="one sentence for people")


class Finding(Base):
    """A problem in the data of a season."""

    __tablename__ = "finding"
    __table_args__ = (
        check_one_of("severity", "info", "warning", "error"),
        # A finding about the whole page has none of the three, any other has all of them.
        CheckConstraint(
            "(span_start IS NULL) = (span_end IS NULL) AND (span_start IS NULL) = (line IS NULL)",
            name="whole_span",
        ),
        check_span(),
        {"comment": "A problem in the data of a season"},
    )
    key: Mapped[str] = mapped_column(primary_key=True, comment="season/code/number from 1")
    season: Mapped[str] = mapped_column(
        ForeignKey("season.label"), index=True, comment="the season"
    )
    code: Mapped[str] = mapped_column(comment="the kind of problem")
    severity: Mapped[str] = mapped_column(comment="info, warning or error")
    message: Mapped[str] = mapped_column(comment="one sentence for people")
    revision_key: Mapped[str] = mapped_column(
        ForeignKey("revision.key"), index=True, comment="the revision it was found in"
    )
    span_start: Mapped[int | None] = mapped_column(comment="NULL where the whole page is meant")
    span_end: Mapped[int | None] = mapped_column(comment="the character after it")
    line: Mapped[int | None] = mapped_column(comment="line of the first character, from 1")


class Correction(Base):
    """A mistake on a page, and what it should say."""

    __tablename__ = "correction"
    __table_args__ = ({"comment": "A mistake on a page that was mended on the way"},)
    key: Mapped[str] = mapped_column(primary_key=True, comment="season/section/number from 1")
    season: Mapped[str] = mapped_column(
        ForeignKey("season.label"), index=True, comment="the season"
    )
    page: Mapped[str] = mapped_column(comment="title of the page")
    section: Mapped[str] = mapped_column(comment="the innermost heading, '' before the first")
    written: Mapped[str] = mapped_column(comment="the exact text of the page")
    read_as: Mapped[str] = mapped_column(comment="what it should say")
    reason: Mapped[str] = mapped_column(comment="why, one sentence for people")
    source: Mapped[str] = mapped_column(comment="who says so")
