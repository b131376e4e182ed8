"""The football layer: matches, goals, ties, and the tables that pages print or matches give."""

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from schema.models.base import Base, Sourced, check_flag, check_one_of, check_span, refer_to_stage

STATUSES = (
    "played", "scheduled", "awarded", "walkover", "abandoned", "cancelled", "annulled", "unknown",
)  # fmt: skip
DECIDED_BY = (
    "points", "extra-match", "goals", "away-goals", "penalties", "stated", "next-round",
)  # fmt: skip


class Match(Sourced, Base):
    """One match, and the span of wikitext that states it."""

    __tablename__ = "match"
    __table_args__ = (
        *refer_to_stage("match"),
        # Two names that were read as one club: the match would be against itself.
        CheckConstraint("home_club <> away_club", name="two_clubs"),
        # "2–x" and "W.O." are no scores; what the page prints stays in score_text.
        CheckConstraint("(home_goals IS NULL) = (away_goals IS NULL)", name="whole_score"),
        CheckConstraint("home_goals >= 0 AND away_goals >= 0", name="goals_not_negative"),
        CheckConstraint(
            "(home_penalties IS NULL) = (away_penalties IS NULL)", name="whole_shoot_out"
        ),
        CheckConstraint(
            "home_penalties >= 0 AND away_penalties >= 0", name="penalties_not_negative"
        ),
        # "(4–3 pen.)" follows a draw that the page prints; alone it is a misread score.
        CheckConstraint(
            "home_penalties IS NULL OR home_goals IS NOT NULL", name="shoot_out_after_score"
        ),
        CheckConstraint("extra_time = 0 OR home_goals IS NOT NULL", name="extra_time_after_score"),
        check_one_of("status", *STATUSES),
        # An awarded match or a walkover may have a score ("3–0") or none ("W.O.").
        CheckConstraint("status <> 'played' OR home_goals IS NOT NULL", name="played_has_score"),
        CheckConstraint(
            "status NOT IN ('scheduled', 'unknown') OR home_goals IS NULL", name="open_has_no_score"
        ),
        check_one_of("date_precision", "day", "month", "year", "none"),
        # "30 November 1997" is 1997-11-30, "April 1968" is 1968-04: no day is made up.
        CheckConstraint("(date IS NULL) = (date_precision = 'none')", name="date_or_none"),
        CheckConstraint(
            "length(date) = CASE date_precision WHEN 'day' THEN 10 WHEN 'month' THEN 7 ELSE 4 END",
            name="date_as_precise",
        ),
        CheckConstraint("leg >= 1", name="leg_from_one"),
        CheckConstraint("winner IN (home_club, away_club)", name="winner_took_part"),
        CheckConstraint("round_number >= 0", name="round_number_not_negative"),
        check_flag("extra_time"),
        check_flag("counts_for_standings"),
        check_flag("neutral"),
        CheckConstraint("attendance >= 0", name="attendance_not_negative"),
        check_span(),
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
    location: Mapped[str | None] = mapped_column(comment="the town, as the page prints it")
    neutral: Mapped[int | None] = mapped_column(
        comment="1 if the page says that the ground was neutral; NULL where it says nothing"
    )
    attendance: Mapped[int | None] = mapped_column(comment="how many people watched")
    referee: Mapped[str | None] = mapped_column(comment="as the page prints it")
    kick_off: Mapped[str | None] = mapped_column(comment="the time of day, as the page prints it")
    winner: Mapped[str | None] = mapped_column(
        comment="one of the two, by goals, shoot-out or decision"
    )
    round_number: Mapped[int | None] = mapped_column(comment="5 of Fecha 5; NULL for other rounds")
    score_text: Mapped[str | None] = mapped_column(
        comment="the result as the page prints it; NULL where it prints none"
    )


class Goal(Sourced, Base):
    """A goal that the page lists; most pages list none."""

    __tablename__ = "goal"
    __table_args__ = (
        check_one_of("side", "home", "away"),
        check_one_of("kind", "goal", "penalty", "own-goal"),
        CheckConstraint("number >= 1", name="number_from_one"),
        CheckConstraint("minute >= 1", name="minute_from_one"),
        # "+2" alone is no time: it follows the minute at which the half was over.
        CheckConstraint("stoppage IS NULL OR minute IS NOT NULL", name="stoppage_after_minute"),
        CheckConstraint("stoppage >= 1", name="stoppage_from_one"),
        check_span(),
        {"comment": "A goal that the page lists"},
    )
    key: Mapped[str] = mapped_column(primary_key=True, comment="match/goal-1, numbered as listed")
    season: Mapped[str] = mapped_column(
        ForeignKey("season.label"), index=True, comment="the season"
    )
    match_key: Mapped[str] = mapped_column(ForeignKey("match.key"), index=True, comment="the match")
    number: Mapped[int] = mapped_column(comment="in the order of the page, home first, from 1")
    side: Mapped[str] = mapped_column(comment="home or away: for whom it counts")
    player: Mapped[str | None] = mapped_column(comment="as the page prints the name")
    player_link: Mapped[str | None] = mapped_column(comment="the page that the name links to")
    minute: Mapped[int | None] = mapped_column(comment="of the match")
    stoppage: Mapped[int | None] = mapped_column(comment="of stoppage time: 2 of 45+2")
    kind: Mapped[str] = mapped_column(comment="goal, penalty, own-goal")


class Tie(Sourced, Base):
    """Two clubs over one match or more."""

    __tablename__ = "tie"
    __table_args__ = (
        *refer_to_stage("tie"),
        CheckConstraint("team1 <> team2", name="two_clubs"),
        CheckConstraint("winner IN (team1, team2)", name="winner_took_part"),
        # A winner whom nothing decided would be a guess.
        CheckConstraint("(winner IS NULL) = (decided_by IS NULL)", name="decision_has_reason"),
        CheckConstraint("legs_known >= 0", name="legs_not_negative"),
        CheckConstraint("legs_expected >= 1", name="legs_expected_from_one"),
        CheckConstraint(
            "complete = 0 OR legs_known >= legs_expected", name="complete_has_every_leg"
        ),
        check_flag("complete"),
        check_one_of("measure", "goals", "points"),
        check_one_of("decided_by", *DECIDED_BY),
        check_span(),
        {"comment": "Two clubs over one match or more"},
    )
    key: Mapped[str] = mapped_column(
        primary_key=True, comment="season/stage[/group][/round]/team1-team2"
    )
    season: Mapped[str] = mapped_column(comment="the season")
    stage: Mapped[str] = mapped_column(comment="the stage")
    grp: Mapped[str | None] = mapped_column(comment="the group; NULL where the stage has none")
    round: Mapped[str | None] = mapped_column(comment="the round as the page names it")
    team1: Mapped[str] = mapped_column(
        ForeignKey("club.key"), index=True, comment="at home in the first leg"
    )
    team2: Mapped[str] = mapped_column(ForeignKey("club.key"), index=True, comment="the other club")
    legs_known: Mapped[int] = mapped_column(comment="matches that the page tells the result of")
    legs_expected: Mapped[int | None] = mapped_column(
        comment="how many it has; NULL where nothing says it"
    )
    complete: Mapped[int] = mapped_column(comment="1 if no match of it is missing")
    aggregate: Mapped[str | None] = mapped_column(comment="team 1's total first, such as 3–2")
    measure: Mapped[str] = mapped_column(comment="what the aggregate counts: goals or points")
    winner: Mapped[str | None] = mapped_column(
        comment="one of the two; NULL where the matches leave it open"
    )
    decided_by: Mapped[str | None] = mapped_column(
        comment=f"{', '.join(DECIDED_BY)}; NULL without a winner"
    )
    rule_key: Mapped[str | None] = mapped_column(
        ForeignKey("tie_rule.key"), index=True, comment="by which rules it is decided"
    )


class Standing(Base):
    """A club's line in a table, published on the page or derived from the matches."""

    __tablename__ = "standing"
    __table_args__ = (
        *refer_to_stage("standing"),
        check_one_of("origin", "derived", "published"),
        # A table that the matches give is stated nowhere; a printed one is, down to the line.
        CheckConstraint(
            "(origin = 'published') = (construct_key IS NOT NULL)"
            " AND (construct_key IS NULL) = (span_start IS NULL)"
            " AND (construct_key IS NULL) = (span_end IS NULL)"
            " AND (construct_key IS NULL) = (line IS NULL)",
            name="published_has_source",
        ),
        CheckConstraint("origin = 'derived' OR rule_key IS NULL", name="published_has_no_rule"),
        # The page of 1972 prints its final table as little more than an order; ours is whole.
        CheckConstraint(
            "origin = 'published' OR position IS NOT NULL AND played IS NOT NULL"
            " AND won IS NOT NULL AND drawn IS NOT NULL AND lost IS NOT NULL"
            " AND goals_for IS NOT NULL AND goals_against IS NOT NULL"
            " AND goal_difference IS NOT NULL AND points IS NOT NULL",
            name="derived_is_whole",
        ),
        # What a page prints may not add up, and is kept: the checks tell people about it.
        CheckConstraint(
            "origin = 'published' OR won + drawn + lost = played"
            " AND goals_for - goals_against = goal_difference",
            name="derived_adds_up",
        ),
        CheckConstraint("position >= 1", name="position_from_one"),
        check_span(),
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
    rule_key: Mapped[str | None] = mapped_column(
        ForeignKey("rule.key"), index=True, comment="how a derived row was ranked"
    )
    construct_key: Mapped[str | None] = mapped_column(
        ForeignKey("construct.key"), index=True, comment="the construct that states it"
    )
    span_start: Mapped[int | None] = mapped_column(comment="first character, from 0")
    span_end: Mapped[int | None] = mapped_column(comment="the character after it")
    line: Mapped[int | None] = mapped_column(comment="line of the first character, from 1")
