"""Every table, typed: the pages, the football they state, and what is judged about it.

A row is found by its readable `key`. Text sorts by its bytes, so both engines order it alike.
Truth values are 1 and 0, dates are text as exact as the page: what SQLite and PostgreSQL share.
"""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    MetaData,
    Text,
)
from sqlalchemy import UniqueConstraint as Unique
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

STATUSES = (
    "played", "scheduled", "awarded", "walkover", "abandoned", "cancelled", "annulled", "unknown",
)  # fmt: skip


class Base(DeclarativeBase):
    """What all tables share: names for every constraint, and the order of text."""

    type_annotation_map = {str: Text().with_variant(Text(collation="C"), "postgresql")}  # noqa: RUF012
    metadata = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        }
    )


def known(column: str, *words: str) -> CheckConstraint:
    """Return the constraint that the column holds one of the words."""
    listed = ", ".join(f"'{word}'" for word in words)
    return CheckConstraint(f"{column} IN ({listed})", name=f"known_{column}")


def flag(column: str) -> CheckConstraint:
    """Return the constraint that the column is a truth value."""
    return CheckConstraint(f"{column} IN (0, 1)", name=f"{column}_is_flag")


def span() -> CheckConstraint:
    """Return the constraint that the span and its line can be in a page."""
    rule = "span_start >= 0 AND span_end >= span_start AND line >= 1"
    return CheckConstraint(rule, name="span_in_page")


def of_season(table: str) -> tuple[ForeignKeyConstraint, Index]:
    """Return the reference to a stage of the same season, and its index."""
    return (
        ForeignKeyConstraint(["season", "stage"], ["stage.season", "stage.key"]),
        Index(f"ix_{table}_season_stage", "season", "stage"),
    )


class Sourced:
    """The columns of a row that a page states."""

    revision_key: Mapped[str] = mapped_column(
        ForeignKey("revision.key"), index=True, comment="the revision that states it", sort_order=90
    )
    span_start: Mapped[int] = mapped_column(
        comment="first character of the statement, from 0", sort_order=91
    )
    span_end: Mapped[int] = mapped_column(
        comment="the character after the statement", sort_order=92
    )
    line: Mapped[int] = mapped_column(comment="line of the first character, from 1", sort_order=93)


class Page(Base):
    """A page of a wiki, or one that we wrote."""

    __tablename__ = "page"
    __table_args__ = (Unique("site", "title"), {"comment": "A page of a wiki, or one of our own"})
    key: Mapped[str] = mapped_column(primary_key=True, comment="site/title, 'unlisted' for no site")
    title: Mapped[str] = mapped_column(comment="as the wiki shows it, blanks for underscores")
    site: Mapped[str] = mapped_column(comment="host of the wiki, 'own', or '' where none is known")
    licence: Mapped[str] = mapped_column(comment="of the text, '' where none is known")


class Revision(Base):
    """The text of a page at one moment."""

    __tablename__ = "revision"
    __table_args__ = (
        CheckConstraint("length(sha256) = 64", name="whole_sha256"),
        CheckConstraint("characters >= 0", name="characters_not_negative"),
        {"comment": "The text of a page at one moment"},
    )
    key: Mapped[str] = mapped_column(
        primary_key=True, comment="page@revision id, or the first 12 digits of sha256"
    )
    page_key: Mapped[str] = mapped_column(ForeignKey("page.key"), index=True, comment="the page")
    revision_id: Mapped[int | None] = mapped_column(
        BigInteger, comment="the wiki's number of it, if any"
    )
    timestamp: Mapped[str | None] = mapped_column(comment="ISO 8601, as the wiki gives it")
    sha256: Mapped[str] = mapped_column(comment="of the bytes, in hexadecimal digits")
    characters: Mapped[int] = mapped_column(comment="length of the text")


class Department(Base):
    """A department of Peru, or Callao."""

    __tablename__ = "department"
    __table_args__ = (
        Unique("ubigeo"),
        Unique("name"),
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


class Season(Sourced, Base):
    """One edition of the cup."""

    __tablename__ = "season"
    __table_args__ = (
        CheckConstraint("champion <> runner_up", name="two_finalists"),
        CheckConstraint("departments_stated >= 0", name="departments_not_negative"),
        span(),
        {"comment": "One edition of the cup"},
    )
    label: Mapped[str] = mapped_column(primary_key=True, comment="such as 1997 or 2016–17")
    competition: Mapped[str] = mapped_column(comment="as the page names it")
    champion_stated: Mapped[str | None] = mapped_column(comment="the winner the infobox prints")
    champion: Mapped[str | None] = mapped_column(
        ForeignKey("club.key"), index=True, comment="by the matches; NULL where they leave it open"
    )
    runner_up: Mapped[str | None] = mapped_column(
        ForeignKey("club.key"), index=True, comment="by the matches; NULL where they leave it open"
    )
    promoted_to: Mapped[str | None] = mapped_column(comment="the tournament the champion joins")
    previous: Mapped[str | None] = mapped_column(comment="the season before, as the page says")
    next: Mapped[str | None] = mapped_column(comment="the season after, as the page says")
    departments_stated: Mapped[int | None] = mapped_column(comment="how many the page speaks of")


class ClubName(Base):
    """A spelling of a club in one season."""

    __tablename__ = "club_name"
    __table_args__ = (
        Unique("season", "club", "printed"),
        known("origin", "list", "match", "table"),
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


class Stage(Base):
    """A stage of a season."""

    __tablename__ = "stage"
    __table_args__ = (
        Unique("season", "key"),
        CheckConstraint("position >= 1", name="position_from_one"),
        {"comment": "A stage of a season"},
    )
    key: Mapped[str] = mapped_column(primary_key=True, comment="season/slug of the heading")
    season: Mapped[str] = mapped_column(
        ForeignKey("season.label"), index=True, comment="the season it belongs to"
    )
    name: Mapped[str] = mapped_column(comment="the heading")
    position: Mapped[int] = mapped_column(comment="order on the page, from 1")


class Entry(Sourced, Base):
    """A club in a team list."""

    __tablename__ = "entry"
    __table_args__ = (*of_season("entry"), span(), {"comment": "A club in a team list"})
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
    __table_args__ = (span(), {"comment": "A department that a region is made of"})
    key: Mapped[str] = mapped_column(primary_key=True, comment="season/region/department")
    season: Mapped[str] = mapped_column(
        ForeignKey("season.label"), index=True, comment="the season"
    )
    region: Mapped[str] = mapped_column(comment="as the page names it")
    department: Mapped[str | None] = mapped_column(
        ForeignKey("department.code"), index=True, comment="NULL where the name is none we know"
    )
    department_printed: Mapped[str] = mapped_column(comment="the page's own spelling")


class Match(Sourced, Base):
    """One match, and the span of wikitext that states it."""

    __tablename__ = "match"
    __table_args__ = (
        *of_season("match"),
        CheckConstraint("home_club <> away_club", name="two_clubs"),
        CheckConstraint("(home_goals IS NULL) = (away_goals IS NULL)", name="whole_score"),
        CheckConstraint("home_goals >= 0 AND away_goals >= 0", name="goals_not_negative"),
        CheckConstraint(
            "(home_penalties IS NULL) = (away_penalties IS NULL)", name="whole_shoot_out"
        ),
        CheckConstraint(
            "home_penalties >= 0 AND away_penalties >= 0", name="penalties_not_negative"
        ),
        CheckConstraint(
            "home_penalties IS NULL OR home_goals IS NOT NULL", name="shoot_out_after_score"
        ),
        CheckConstraint("extra_time = 0 OR home_goals IS NOT NULL", name="extra_time_after_score"),
        known("status", *STATUSES),
        CheckConstraint("status <> 'played' OR home_goals IS NOT NULL", name="played_has_score"),
        CheckConstraint(
            "status NOT IN ('scheduled', 'unknown') OR home_goals IS NULL", name="open_has_no_score"
        ),
        known("date_precision", "day", "month", "year", "none"),
        CheckConstraint("(date IS NULL) = (date_precision = 'none')", name="date_or_none"),
        CheckConstraint(
            "length(date) = CASE date_precision WHEN 'day' THEN 10 WHEN 'month' THEN 7 ELSE 4 END",
            name="date_as_precise",
        ),
        CheckConstraint("leg >= 1", name="leg_from_one"),
        flag("extra_time"),
        flag("counts_for_standings"),
        span(),
        {"comment": "One match, and the span of wikitext that states it"},
    )
    key: Mapped[str] = mapped_column(
        primary_key=True, comment="season/stage[/group][/round]/home-away"
    )
    season: Mapped[str] = mapped_column(comment="the season")
    stage: Mapped[str] = mapped_column(comment="the stage")
    grp: Mapped[str | None] = mapped_column(comment="the group; NULL where the stage has none")
    round: Mapped[str | None] = mapped_column(comment="the round as the page names it")
    leg: Mapped[int | None] = mapped_column(comment="of a tie, from 1")
    date: Mapped[str | None] = mapped_column(comment="1997-11-30, 1997-11 or 1997")
    date_precision: Mapped[str] = mapped_column(comment="day, month, year or none")
    date_text: Mapped[str | None] = mapped_column(comment="the date as the page prints it")
    home_club: Mapped[str] = mapped_column(
        ForeignKey("club.key"), index=True, comment="the club at home"
    )
    away_club: Mapped[str] = mapped_column(
        ForeignKey("club.key"), index=True, comment="the visitors"
    )
    home_printed: Mapped[str] = mapped_column(comment="the page's spelling of the club at home")
    away_printed: Mapped[str] = mapped_column(comment="the page's spelling of the visitors")
    home_goals: Mapped[int | None] = mapped_column(comment="after extra time, no shoot-out")
    away_goals: Mapped[int | None] = mapped_column(comment="after extra time, no shoot-out")
    extra_time: Mapped[int] = mapped_column(comment="1 if the page says there was extra time")
    home_penalties: Mapped[int | None] = mapped_column(comment="in the shoot-out")
    away_penalties: Mapped[int | None] = mapped_column(comment="in the shoot-out")
    status: Mapped[str] = mapped_column(comment=", ".join(STATUSES))
    counts_for_standings: Mapped[int] = mapped_column(comment="1 if it enters its group's table")
    stadium: Mapped[str | None] = mapped_column(comment="as the page prints it")
    score_text: Mapped[str | None] = mapped_column(
        comment="the result as the page prints it; NULL where it prints none"
    )


class Tie(Sourced, Base):
    """Two clubs over one match or more."""

    __tablename__ = "tie"
    __table_args__ = (
        *of_season("tie"),
        CheckConstraint("team1 <> team2", name="two_clubs"),
        CheckConstraint("winner IN (team1, team2)", name="winner_took_part"),
        CheckConstraint("(winner IS NULL) = (decided_by IS NULL)", name="decision_has_reason"),
        CheckConstraint("legs >= 1", name="legs_from_one"),
        known("measure", "goals", "points"),
        known("decided_by", "goals", "penalties"),
        span(),
        {"comment": "Two clubs over one match or more"},
    )
    key: Mapped[str] = mapped_column(primary_key=True, comment="the key of its first match")
    season: Mapped[str] = mapped_column(comment="the season")
    stage: Mapped[str] = mapped_column(comment="the stage")
    grp: Mapped[str | None] = mapped_column(comment="the group; NULL where the stage has none")
    round: Mapped[str | None] = mapped_column(comment="the round as the page names it")
    team1: Mapped[str] = mapped_column(
        ForeignKey("club.key"), index=True, comment="at home in the first leg"
    )
    team2: Mapped[str] = mapped_column(ForeignKey("club.key"), index=True, comment="the other club")
    legs: Mapped[int] = mapped_column(comment="how many matches")
    aggregate: Mapped[str | None] = mapped_column(comment="team 1's total first, such as 3–2")
    measure: Mapped[str] = mapped_column(comment="what decides: goals or points")
    winner: Mapped[str | None] = mapped_column(
        comment="one of the two; NULL where the matches leave it open"
    )
    decided_by: Mapped[str | None] = mapped_column(comment="goals or penalties")


class Standing(Base):
    """A club's line in a table, published on the page or derived from the matches."""

    __tablename__ = "standing"
    __table_args__ = (
        *of_season("standing"),
        known("origin", "derived", "published"),
        CheckConstraint(
            "(origin = 'published') = (revision_key IS NOT NULL)"
            " AND (revision_key IS NULL) = (span_start IS NULL)"
            " AND (revision_key IS NULL) = (span_end IS NULL)"
            " AND (revision_key IS NULL) = (line IS NULL)",
            name="published_has_source",
        ),
        CheckConstraint(
            "origin = 'published' OR position IS NOT NULL AND played IS NOT NULL"
            " AND won IS NOT NULL AND drawn IS NOT NULL AND lost IS NOT NULL"
            " AND goals_for IS NOT NULL AND goals_against IS NOT NULL"
            " AND goal_difference IS NOT NULL AND points IS NOT NULL",
            name="derived_is_whole",
        ),
        CheckConstraint(
            "origin = 'published' OR won + drawn + lost = played"
            " AND goals_for - goals_against = goal_difference",
            name="derived_adds_up",
        ),
        CheckConstraint("position >= 1", name="position_from_one"),
        span(),
        {"comment": "A club's line in a table, published on the page or derived from the matches"},
    )
    key: Mapped[str] = mapped_column(
        primary_key=True, comment="season/stage[/group]/origin/printed name"
    )
    season: Mapped[str] = mapped_column(comment="the season")
    stage: Mapped[str] = mapped_column(comment="the stage")
    grp: Mapped[str | None] = mapped_column(comment="the group; NULL where the stage has none")
    origin: Mapped[str] = mapped_column(comment="derived or published")
    position: Mapped[int | None] = mapped_column(comment="the rank; equal where no rule parts them")
    club: Mapped[str] = mapped_column(ForeignKey("club.key"), index=True, comment="who is meant")
    played: Mapped[int | None] = mapped_column(comment="matches")
    won: Mapped[int | None] = mapped_column(comment="matches won")
    drawn: Mapped[int | None] = mapped_column(comment="matches drawn")
    lost: Mapped[int | None] = mapped_column(comment="matches lost")
    goals_for: Mapped[int | None] = mapped_column(comment="goals scored")
    goals_against: Mapped[int | None] = mapped_column(comment="goals conceded")
    goal_difference: Mapped[int | None] = mapped_column(comment="scored less conceded, as shown")
    points: Mapped[int | None] = mapped_column(comment="after any adjustment")
    adjustment: Mapped[int | None] = mapped_column(comment="points given or taken by decision")
    qualification: Mapped[str | None] = mapped_column(comment="what the page says it leads to")
    revision_key: Mapped[str | None] = mapped_column(
        ForeignKey("revision.key"), index=True, comment="the revision that prints it"
    )
    span_start: Mapped[int | None] = mapped_column(comment="first character, from 0")
    span_end: Mapped[int | None] = mapped_column(comment="the character after it")
    line: Mapped[int | None] = mapped_column(comment="line of the first character, from 1")


class Finding(Base):
    """A problem in the data of a season."""

    __tablename__ = "finding"
    __table_args__ = (
        known("severity", "info", "warning", "error"),
        CheckConstraint(
            "(span_start IS NULL) = (span_end IS NULL) AND (span_start IS NULL) = (line IS NULL)",
            name="whole_span",
        ),
        span(),
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


class Coverage(Base):
    """How much of a page became rows, and why the rest did not."""

    __tablename__ = "coverage"
    __table_args__ = (
        Unique("season", "disposition", "reason"),
        known("disposition", "loaded", "context", "ignored", "quarantined", "unrecognised"),
        CheckConstraint("units >= 1 AND characters >= 0", name="counted"),
        {"comment": "How much of a season's page became rows, and why the rest did not"},
    )
    key: Mapped[str] = mapped_column(primary_key=True, comment="season/disposition/reason")
    season: Mapped[str] = mapped_column(
        ForeignKey("season.label"), index=True, comment="the season the page was read for"
    )
    revision_key: Mapped[str] = mapped_column(
        ForeignKey("revision.key"), index=True, comment="the revision that was read"
    )
    disposition: Mapped[str] = mapped_column(
        comment="loaded, context, ignored, quarantined or unrecognised"
    )
    reason: Mapped[str] = mapped_column(comment="name of the rule or handler")
    units: Mapped[int] = mapped_column(comment="constructs of the page")
    characters: Mapped[int] = mapped_column(comment="their length together")
