"""The first schema: every table."""

import sqlalchemy as sa
from alembic import op

revision = "0001_baseline"
down_revision = None
branch_labels = None
depends_on = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")  # sorted by its bytes
TABLES = (  # each after those that it refers to
    "department",
    "edition",
    "gap",
    "page",
    "run",
    "club",
    "revision",
    "run_page",
    "construct",
    "team",
    "season",
    "change",
    "club_name",
    "correction",
    "finding",
    "held",
    "region_member",
    "stage",
    "difference",
    "entry",
    "held_fact",
    "match",
    "rule",
    "tie_rule",
    "goal",
    "standing",
    "tie",
)


def upgrade() -> None:
    create_department()
    create_edition()
    create_gap()
    create_page()
    create_run()
    create_club()
    create_revision()
    create_run_page()
    create_construct()
    create_team()
    create_season()
    create_change()
    create_club_name()
    create_correction()
    create_finding()
    create_held()
    create_region_member()
    create_stage()
    create_difference()
    create_entry()
    create_held_fact()
    create_match()
    create_rule()
    create_tie_rule()
    create_goal()
    create_standing()
    create_tie()

    # A season refers to the construct that states it, and a construct to its season: one of the
    # two references can only be added when both tables exist.
    with op.batch_alter_table("construct") as construct:
        construct.create_foreign_key(
            op.f("fk_construct_season"),
            "season",
            ["season"],
            ["label"],
            deferrable=True,
            initially="DEFERRED",
        )


def downgrade() -> None:
    with op.batch_alter_table("construct") as construct:
        construct.drop_constraint(op.f("fk_construct_season"), type_="foreignkey")
    for table in reversed(TABLES):
        op.drop_table(table)


def text(
    name: str,
    comment: str,
    *references: sa.ForeignKey,
    nullable: bool = False,
    primary_key: bool = False,
    index: bool = False,
) -> sa.Column[str]:
    return sa.Column(
        name,
        TEXT,
        *references,
        nullable=nullable,
        primary_key=primary_key,
        index=index,
        comment=comment,
    )


def integer(name: str, comment: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=nullable, comment=comment)


def span_in_page() -> sa.CheckConstraint:
    rule = "span_start >= 0 AND span_end >= span_start AND line >= 1"
    return sa.CheckConstraint(rule, name="span_in_page")


def stage_of_season() -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["season", "stage"], ["stage.season", "stage.key"])


def create_department() -> None:
    op.create_table(
        "department",
        text("code", "ISO 3166-2:PE, such as PE-AMA", primary_key=True),
        text("ubigeo", "two digits of the statistics institute"),
        text("name", "in Spanish, without 'Departamento de'"),
        sa.UniqueConstraint("ubigeo"),
        sa.UniqueConstraint("name"),
        sa.CheckConstraint("length(code) = 6 AND substr(code, 1, 3) = 'PE-'", name="iso_code"),
        sa.CheckConstraint("length(ubigeo) = 2", name="two_digits"),
        comment="A department of Peru, or the constitutional province of Callao",
    )


def create_edition() -> None:
    op.create_table(
        "edition",
        text("season", "the season, loaded or not", primary_key=True),
        text("champion", "as its source prints it", nullable=True),
        text("champion_source", "who says so", nullable=True),
        text("runner_up", "as its source prints it", nullable=True),
        text("runner_up_source", "who says so", nullable=True),
        text("format", "how the edition was decided, for people", nullable=True),
        text("format_source", "who says so, of final as well", nullable=True),
        integer("final", "1 if it ended in a final match or group", nullable=True),
        text("note", "what else there is to know, one sentence", nullable=True),
        sa.CheckConstraint("champion <> runner_up", name="two_finalists"),
        sa.CheckConstraint("(champion IS NULL) = (champion_source IS NULL)", name="champion_cited"),
        sa.CheckConstraint(
            "(runner_up IS NULL) = (runner_up_source IS NULL)", name="runner_up_cited"
        ),
        sa.CheckConstraint(
            "(format IS NULL AND final IS NULL) = (format_source IS NULL)", name="format_cited"
        ),
        sa.CheckConstraint("final IN (0, 1)", name="final_is_flag"),
        comment="An edition of the cup, loaded or not; NULL where nobody is cited",
    )


def create_gap() -> None:
    op.create_table(
        "gap",
        text("key", "season[/stage]/what", primary_key=True),
        text("season", "the season, loaded or not", index=True),
        text(
            "stage",
            "name of the stage, on a page or not; NULL where the whole season is meant",
            nullable=True,
        ),
        text("what", "what is missing"),
        text("why", "what is known about it, one sentence"),
        text(
            "source",
            "who says so, or where it might be; derived where it follows from the season",
            nullable=True,
        ),
        sa.CheckConstraint("stage <> ''", name="stage_or_whole_season"),
        comment="Something of a season that no page tells yet",
    )


def create_page() -> None:
    op.create_table(
        "page",
        text("key", "site/title, 'unlisted' for no site", primary_key=True),
        text("title", "as the wiki shows it, blanks for underscores"),
        text("site", "host of the wiki, 'own', or '' where none is known"),
        text("licence", "of the text, '' where none is known"),
        sa.UniqueConstraint("site", "title"),
        comment="A page of a wiki, or one of our own",
    )


def create_run() -> None:
    op.create_table(
        "run",
        text("key", "given by the caller", primary_key=True),
        text("started_at", "ISO 8601 with time zone", index=True),
        text("code_version", "of the program"),
        sa.Column("duration_seconds", sa.Float(), nullable=True, comment="NULL until it ends"),
        text("outcome", "running, succeeded, incomplete (something was not loaded) or failed"),
        integer("inserted", "rows"),
        integer("updated", "rows"),
        integer("deleted", "rows"),
        integer("unchanged", "rows"),
        text("accepted_season", "held before, let through", nullable=True),
        text("accepted_by", "who let it through", nullable=True),
        sa.CheckConstraint(
            "outcome IN ('running', 'succeeded', 'incomplete', 'failed')", name="known_outcome"
        ),
        sa.CheckConstraint("duration_seconds >= 0", name="duration_not_negative"),
        sa.CheckConstraint(
            "inserted >= 0 AND updated >= 0 AND deleted >= 0 AND unchanged >= 0",
            name="counts_not_negative",
        ),
        sa.CheckConstraint(
            "(accepted_season IS NULL) = (accepted_by IS NULL)", name="accepted_by_somebody"
        ),
        sa.CheckConstraint(
            "(outcome = 'running') = (duration_seconds IS NULL)", name="ended_has_duration"
        ),
        comment="One ingestion; one that was killed stays 'running'",
    )


def create_club() -> None:
    op.create_table(
        "club",
        text("key", "readable and stable", primary_key=True),
        text("name", "in the clubs data file; NULL where only pages name the club", nullable=True),
        text(
            "department",
            "in the clubs data file",
            sa.ForeignKey("department.code"),
            nullable=True,
            index=True,
        ),
        text("town", "in the clubs data file", nullable=True),
        comment="A club, whatever it is called from season to season",
    )


def create_revision() -> None:
    op.create_table(
        "revision",
        text("key", "page@revision id, or the first 12 digits of sha256", primary_key=True),
        text("page_key", "the page", sa.ForeignKey("page.key"), index=True),
        sa.Column(
            "revision_id", sa.BigInteger(), nullable=True, comment="the wiki's number of it, if any"
        ),
        text("timestamp", "ISO 8601, as the wiki gives it", nullable=True),
        text("sha256", "of the bytes, in hexadecimal digits"),
        integer("characters", "length of the text"),
        sa.CheckConstraint("length(sha256) = 64", name="whole_sha256"),
        sa.CheckConstraint("characters >= 0", name="characters_not_negative"),
        comment="The text of a page at one moment",
    )


def create_run_page() -> None:
    op.create_table(
        "run_page",
        text("run_key", "the run", sa.ForeignKey("run.key"), primary_key=True),
        text("season", "the season", primary_key=True),
        text("page", "title of the page"),
        text("revision", "the wiki's number, or the first 12 digits of sha256"),
        comment="A page that a run loaded a season from",
    )


def create_construct() -> None:
    op.create_table(
        "construct",
        text("key", "season@first character", primary_key=True),
        text(
            "revision_key", "the revision that was read", sa.ForeignKey("revision.key"), index=True
        ),
        text("season", "the season that the page was read for", index=True),
        integer("span_start", "first character, from 0"),
        integer("span_end", "the character after it"),
        integer("line", "line of the first character, from 1"),
        text("disposition", "loaded, context, ignored, quarantined or unrecognised"),
        text("reason", "name of the rule or handler"),
        sa.CheckConstraint(
            "disposition IN ('loaded', 'context', 'ignored', 'quarantined', 'unrecognised')",
            name="known_disposition",
        ),
        span_in_page(),
        comment="A construct of a season's page; together they are every character of it",
    )


def create_team() -> None:
    op.create_table(
        "team",
        text("key", "the club", sa.ForeignKey("club.key", ondelete="CASCADE"), primary_key=True),
        text(
            "name",
            "from the data file, a list or a match; with department, town or key where shared",
        ),
        text(
            "department",
            "from the data file, else from a list",
            sa.ForeignKey("department.code"),
            nullable=True,
            index=True,
        ),
        text("town", "from the data file, else from a list", nullable=True),
        sa.UniqueConstraint("name"),
        comment="The name that views show for a club, unique; from the view team_naming",
    )


def create_season() -> None:
    op.create_table(
        "season",
        text("label", "such as 1997 or 2016–17", primary_key=True),
        text("competition", "as the page names it"),
        text("champion_stated", "the winner the infobox prints", nullable=True),
        text(
            "champion",
            "by the matches; NULL where they leave it open",
            sa.ForeignKey("club.key"),
            nullable=True,
            index=True,
        ),
        text(
            "runner_up",
            "by the matches; NULL where they leave it open",
            sa.ForeignKey("club.key"),
            nullable=True,
            index=True,
        ),
        text("promoted_to", "the tournament the champion joins", nullable=True),
        text("previous", "the season before, as the page says", nullable=True),
        text("next", "the season after, as the page says", nullable=True),
        integer("departments_stated", "how many the page speaks of", nullable=True),
        text(
            "rating",
            "how far it can be trusted; NULL where an older program loaded it",
            nullable=True,
        ),
        text(
            "construct_key",
            "the construct that states it",
            sa.ForeignKey("construct.key"),
            index=True,
        ),
        integer("span_start", "first character of the statement, from 0"),
        integer("span_end", "the character after the statement"),
        integer("line", "line of the first character, from 1"),
        sa.CheckConstraint("champion <> runner_up", name="two_finalists"),
        sa.CheckConstraint("departments_stated >= 0", name="departments_not_negative"),
        sa.CheckConstraint(
            "rating IN ('complete', 'consistent', 'partial', 'contradictory', 'champion only')",
            name="known_rating",
        ),
        span_in_page(),
        comment="One edition of the cup",
    )


def create_change() -> None:
    op.create_table(
        "change",
        text("key", "season/load/number from 1", primary_key=True),
        text(
            "run_key",
            "the run, NULL where none was recorded",
            sa.ForeignKey("run.key"),
            nullable=True,
            index=True,
        ),
        text("season", "the season", sa.ForeignKey("season.label"), index=True),
        integer("load_number", "of the loads that changed the season, from 1"),
        text("table_name", "table of the fact"),
        text("fact_key", "key of the fact"),
        text("kind", "added, removed or changed"),
        text("column_name", "the column that changed, '' for a whole fact"),
        text("before", "the value, or a removed fact in words; NULL for none", nullable=True),
        text("after", "the value, or an added fact in words; NULL for none", nullable=True),
        sa.CheckConstraint("kind IN ('added', 'removed', 'changed')", name="known_kind"),
        sa.CheckConstraint("(kind = 'changed') = (column_name <> '')", name="changed_has_column"),
        sa.CheckConstraint("kind <> 'added' OR before IS NULL", name="added_has_no_before"),
        sa.CheckConstraint("kind <> 'removed' OR after IS NULL", name="removed_has_no_after"),
        sa.CheckConstraint("before <> after", name="values_differ"),
        sa.CheckConstraint("load_number >= 1", name="load_number_from_one"),
        comment="What a load changed in a season that was there before",
    )


def create_club_name() -> None:
    op.create_table(
        "club_name",
        text("key", "season/club/printed name", primary_key=True),
        text(
            "season", "the season whose page prints it", sa.ForeignKey("season.label"), index=True
        ),
        text("club", "who is meant", sa.ForeignKey("club.key"), index=True),
        text("printed", "the page's own spelling"),
        text("origin", "where it is printed first: list, match or table"),
        integer("position", "order of appearance in the season, lists first"),
        sa.UniqueConstraint("season", "club", "printed"),
        sa.CheckConstraint("origin IN ('list', 'match', 'table')", name="known_origin"),
        sa.CheckConstraint("position >= 1", name="position_from_one"),
        comment="A spelling of a club in one season",
    )


def create_correction() -> None:
    op.create_table(
        "correction",
        text("key", "season/section/number from 1", primary_key=True),
        text("season", "the season", sa.ForeignKey("season.label"), index=True),
        text("page", "title of the page"),
        text("section", "the innermost heading, '' before the first"),
        text("written", "the exact text of the page"),
        text("read_as", "what it should say"),
        text("reason", "why, one sentence for people"),
        text("source", "who says so"),
        comment="A mistake on a page that was mended on the way",
    )


def create_finding() -> None:
    op.create_table(
        "finding",
        text("key", "season/code/number from 1", primary_key=True),
        text("season", "the season", sa.ForeignKey("season.label"), index=True),
        text("code", "the kind of problem"),
        text("severity", "info, warning or error"),
        text("message", "one sentence for people"),
        text(
            "revision_key",
            "the revision it was found in",
            sa.ForeignKey("revision.key"),
            index=True,
        ),
        integer("span_start", "NULL where the whole page is meant", nullable=True),
        integer("span_end", "the character after it", nullable=True),
        integer("line", "line of the first character, from 1", nullable=True),
        sa.CheckConstraint("severity IN ('info', 'warning', 'error')", name="known_severity"),
        sa.CheckConstraint(
            "(span_start IS NULL) = (span_end IS NULL) AND (span_start IS NULL) = (line IS NULL)",
            name="whole_span",
        ),
        span_in_page(),
        comment="A problem in the data of a season",
    )


def create_held() -> None:
    op.create_table(
        "held",
        text("season", "the season", sa.ForeignKey("season.label"), primary_key=True),
        text("page", "title of the page that waits"),
        text("sha256", "of the bytes of the page that waits"),
        text("reason", "one sentence for people"),
        sa.CheckConstraint("length(sha256) = 64", name="whole_sha256"),
        comment="A season whose page lost so much that a person must let it through",
    )


def create_region_member() -> None:
    op.create_table(
        "region_member",
        text("key", "season/region/department", primary_key=True),
        text("season", "the season", sa.ForeignKey("season.label"), index=True),
        text("region", "as the page names it"),
        text(
            "department",
            "NULL where the name is none we know",
            sa.ForeignKey("department.code"),
            nullable=True,
            index=True,
        ),
        text("department_printed", "the page's own spelling"),
        text(
            "construct_key",
            "the construct that states it",
            sa.ForeignKey("construct.key"),
            index=True,
        ),
        integer("span_start", "first character of the statement, from 0"),
        integer("span_end", "the character after the statement"),
        integer("line", "line of the first character, from 1"),
        span_in_page(),
        comment="A department that a region is made of",
    )


def create_stage() -> None:
    op.create_table(
        "stage",
        text("key", "season/slug of the heading", primary_key=True),
        text("season", "the season it belongs to", sa.ForeignKey("season.label"), index=True),
        text("name", "the heading"),
        integer("position", "order on the page, from 1"),
        sa.UniqueConstraint("season", "key"),
        sa.CheckConstraint("position >= 1", name="position_from_one"),
        comment="A stage of a season",
    )


def create_difference() -> None:
    op.create_table(
        "difference",
        text("key", "season/stage[/group]/printed name/measure", primary_key=True),
        text("season", "the season"),
        text("stage", "the stage"),
        text("grp", "the group; NULL where the stage has none", nullable=True),
        text("club", "who is meant", sa.ForeignKey("club.key"), index=True),
        text("measure", "column of the table standing"),
        integer("published", "as the page prints it", nullable=True),
        integer("derived", "as the matches give it", nullable=True),
        text("verdict", "explained, ambiguous, not-comparable, unexplained"),
        text("explanation", "one sentence for people", nullable=True),
        stage_of_season(),
        sa.CheckConstraint(
            "measure IN ('position', 'played', 'won', 'drawn', 'lost', 'goals_for', "
            "'goals_against', 'goal_difference', 'points')",
            name="known_measure",
        ),
        sa.CheckConstraint(
            "verdict IN ('explained', 'ambiguous', 'not-comparable', 'unexplained')",
            name="known_verdict",
        ),
        sa.CheckConstraint("published <> derived", name="cells_differ"),
        sa.CheckConstraint(
            "verdict = 'unexplained' OR explanation IS NOT NULL", name="verdict_has_reason"
        ),
        sa.Index("ix_difference_season_stage", "season", "stage"),
        comment="A cell of a published table that the matches do not give",
    )


def create_entry() -> None:
    op.create_table(
        "entry",
        text("key", "season/stage/team", primary_key=True),
        text("season", "the season"),
        text("stage", "the stage whose section holds the list"),
        text(
            "department",
            "NULL where the name is none we know",
            sa.ForeignKey("department.code"),
            nullable=True,
            index=True,
        ),
        text("department_printed", "the page's own spelling", nullable=True),
        text("club", "who is meant", sa.ForeignKey("club.key"), index=True),
        text("printed", "the team as the page spells it"),
        text("location", "the place as the page spells it", nullable=True),
        text(
            "construct_key",
            "the construct that states it",
            sa.ForeignKey("construct.key"),
            index=True,
        ),
        integer("span_start", "first character of the statement, from 0"),
        integer("span_end", "the character after the statement"),
        integer("line", "line of the first character, from 1"),
        stage_of_season(),
        span_in_page(),
        sa.Index("ix_entry_season_stage", "season", "stage"),
        comment="A club in a team list",
    )


def create_held_fact() -> None:
    op.create_table(
        "held_fact",
        text("key", "season/number from 1", primary_key=True),
        text("season", "the held season", sa.ForeignKey("held.season"), index=True),
        text("table_name", "table of the fact"),
        text("fact_key", "key of the fact"),
        text("kind", "added, removed or changed"),
        text("column_name", "the column that changed, '' for a whole fact"),
        text("before", "the value, or a removed fact in words; NULL for none", nullable=True),
        text("after", "the value, or an added fact in words; NULL for none", nullable=True),
        sa.CheckConstraint("kind IN ('added', 'removed', 'changed')", name="known_kind"),
        sa.CheckConstraint("(kind = 'changed') = (column_name <> '')", name="changed_has_column"),
        sa.CheckConstraint("kind <> 'added' OR before IS NULL", name="added_has_no_before"),
        sa.CheckConstraint("kind <> 'removed' OR after IS NULL", name="removed_has_no_after"),
        sa.CheckConstraint("before <> after", name="values_differ"),
        comment="What letting a held season through would change",
    )


def create_match() -> None:
    op.create_table(
        "match",
        text("key", "season/stage[/group][/round]/home-away", primary_key=True),
        text("season", "the season"),
        text("stage", "the stage"),
        text("grp", "the group; NULL where the stage has none", nullable=True),
        text("round", "the round as the page names it", nullable=True),
        integer("leg", "of a tie, from 1", nullable=True),
        text("date", "1997-11-30, 1997-11 or 1997", nullable=True),
        text("date_precision", "day, month, year or none"),
        text("date_text", "the date as the page prints it", nullable=True),
        text("home_club", "the club at home", sa.ForeignKey("club.key"), index=True),
        text("away_club", "the visitors", sa.ForeignKey("club.key"), index=True),
        text("home_printed", "the page's spelling of the club at home"),
        text("away_printed", "the page's spelling of the visitors"),
        integer("home_goals", "after extra time, no shoot-out", nullable=True),
        integer("away_goals", "after extra time, no shoot-out", nullable=True),
        integer("extra_time", "1 if the page says there was extra time"),
        integer("home_penalties", "in the shoot-out", nullable=True),
        integer("away_penalties", "in the shoot-out", nullable=True),
        text(
            "status",
            "played, scheduled, awarded, walkover, abandoned, cancelled, annulled, unknown",
        ),
        integer("counts_for_standings", "1 if it enters its group's table"),
        text("stadium", "as the page prints it", nullable=True),
        text("location", "the town, as the page prints it", nullable=True),
        integer(
            "neutral",
            "1 if the page says that the ground was neutral; NULL where it says nothing",
            nullable=True,
        ),
        integer("attendance", "how many people watched", nullable=True),
        text("referee", "as the page prints it", nullable=True),
        text("kick_off", "the time of day, as the page prints it", nullable=True),
        text(
            "score_text",
            "the result as the page prints it; NULL where it prints none",
            nullable=True,
        ),
        text(
            "construct_key",
            "the construct that states it",
            sa.ForeignKey("construct.key"),
            index=True,
        ),
        integer("span_start", "first character of the statement, from 0"),
        integer("span_end", "the character after the statement"),
        integer("line", "line of the first character, from 1"),
        stage_of_season(),
        sa.CheckConstraint("home_club <> away_club", name="two_clubs"),
        sa.CheckConstraint("(home_goals IS NULL) = (away_goals IS NULL)", name="whole_score"),
        sa.CheckConstraint("home_goals >= 0 AND away_goals >= 0", name="goals_not_negative"),
        sa.CheckConstraint(
            "(home_penalties IS NULL) = (away_penalties IS NULL)", name="whole_shoot_out"
        ),
        sa.CheckConstraint(
            "home_penalties >= 0 AND away_penalties >= 0", name="penalties_not_negative"
        ),
        sa.CheckConstraint(
            "home_penalties IS NULL OR home_goals IS NOT NULL", name="shoot_out_after_score"
        ),
        sa.CheckConstraint(
            "extra_time = 0 OR home_goals IS NOT NULL", name="extra_time_after_score"
        ),
        sa.CheckConstraint(
            "status IN ('played', 'scheduled', 'awarded', 'walkover', 'abandoned', "
            "'cancelled', 'annulled', 'unknown')",
            name="known_status",
        ),
        sa.CheckConstraint("status <> 'played' OR home_goals IS NOT NULL", name="played_has_score"),
        sa.CheckConstraint(
            "status NOT IN ('scheduled', 'unknown') OR home_goals IS NULL", name="open_has_no_score"
        ),
        sa.CheckConstraint(
            "date_precision IN ('day', 'month', 'year', 'none')", name="known_date_precision"
        ),
        sa.CheckConstraint("(date IS NULL) = (date_precision = 'none')", name="date_or_none"),
        sa.CheckConstraint(
            "length(date) = CASE date_precision WHEN 'day' THEN 10 WHEN 'month' THEN 7 ELSE 4 END",
            name="date_as_precise",
        ),
        sa.CheckConstraint("leg >= 1", name="leg_from_one"),
        sa.CheckConstraint("extra_time IN (0, 1)", name="extra_time_is_flag"),
        sa.CheckConstraint("counts_for_standings IN (0, 1)", name="counts_for_standings_is_flag"),
        sa.CheckConstraint("neutral IN (0, 1)", name="neutral_is_flag"),
        sa.CheckConstraint("attendance >= 0", name="attendance_not_negative"),
        span_in_page(),
        sa.Index("ix_match_season_stage", "season", "stage"),
        comment="One match, and the span of wikitext that states it",
    )


def create_rule() -> None:
    op.create_table(
        "rule",
        text("key", "season/stage[/group]/rule", primary_key=True),
        text("season", "the season"),
        text("stage", "the stage"),
        text("grp", "the group; NULL where the stage has none", nullable=True),
        integer("win", "points for a win"),
        integer("draw", "points for a draw"),
        sa.Column(
            "loss", sa.Integer(), nullable=False, server_default="0", comment="points for a loss"
        ),
        integer("advance", "how many go on; NULL where nothing states it", nullable=True),
        text(
            "tiebreakers",
            "what parts clubs level on points, as one text for people, the first that does",
        ),
        text("source", "where it is stated; assumed where nobody does"),
        stage_of_season(),
        sa.CheckConstraint("win >= draw AND draw >= 0", name="a_win_is_worth_more"),
        sa.Index("ix_rule_season_stage", "season", "stage"),
        comment="How a group is ranked",
    )


def create_tie_rule() -> None:
    op.create_table(
        "tie_rule",
        text("key", "season/stage[/group]/tie-rule", primary_key=True),
        text("season", "the season"),
        text("stage", "the stage"),
        text("grp", "the group; NULL where the stage has none", nullable=True),
        text("deciders", "what decides a tie, as one text for people, the first that does"),
        text("source", "where it is stated; assumed where nobody does"),
        stage_of_season(),
        sa.Index("ix_tie_rule_season_stage", "season", "stage"),
        comment="How the ties of a stage are decided",
    )


def create_goal() -> None:
    op.create_table(
        "goal",
        text("key", "match/goal-1, numbered as listed", primary_key=True),
        text("season", "the season", sa.ForeignKey("season.label"), index=True),
        text("match_key", "the match", sa.ForeignKey("match.key"), index=True),
        integer("number", "in the order of the page, home first, from 1"),
        text("side", "home or away: for whom it counts"),
        text("player", "as the page prints the name", nullable=True),
        text("player_link", "the page that the name links to", nullable=True),
        integer("minute", "of the match", nullable=True),
        integer("stoppage", "of stoppage time: 2 of 45+2", nullable=True),
        text("kind", "goal, penalty, own-goal"),
        text(
            "construct_key",
            "the construct that states it",
            sa.ForeignKey("construct.key"),
            index=True,
        ),
        integer("span_start", "first character of the statement, from 0"),
        integer("span_end", "the character after the statement"),
        integer("line", "line of the first character, from 1"),
        sa.CheckConstraint("side IN ('home', 'away')", name="known_side"),
        sa.CheckConstraint("kind IN ('goal', 'penalty', 'own-goal')", name="known_kind"),
        sa.CheckConstraint("number >= 1", name="number_from_one"),
        sa.CheckConstraint("minute >= 1", name="minute_from_one"),
        sa.CheckConstraint("stoppage IS NULL OR minute IS NOT NULL", name="stoppage_after_minute"),
        sa.CheckConstraint("stoppage >= 1", name="stoppage_from_one"),
        span_in_page(),
        comment="A goal that the page lists",
    )


def create_standing() -> None:
    op.create_table(
        "standing",
        text("key", "season/stage[/group]/origin/printed name", primary_key=True),
        text("season", "the season"),
        text("stage", "the stage"),
        text("grp", "the group; NULL where the stage has none", nullable=True),
        text("origin", "derived or published"),
        integer("position", "the rank; equal where no rule parts them", nullable=True),
        text("club", "who is meant", sa.ForeignKey("club.key"), index=True),
        integer("played", "matches", nullable=True),
        integer("won", "matches won", nullable=True),
        integer("drawn", "matches drawn", nullable=True),
        integer("lost", "matches lost", nullable=True),
        integer("goals_for", "goals scored", nullable=True),
        integer("goals_against", "goals conceded", nullable=True),
        integer("goal_difference", "scored less conceded, as shown", nullable=True),
        integer("points", "after any adjustment", nullable=True),
        integer("adjustment", "points given or taken by decision", nullable=True),
        text("qualification", "what the page says it leads to", nullable=True),
        text(
            "rule_key",
            "how a derived row was ranked",
            sa.ForeignKey("rule.key"),
            nullable=True,
            index=True,
        ),
        text(
            "construct_key",
            "the construct that states it",
            sa.ForeignKey("construct.key"),
            nullable=True,
            index=True,
        ),
        integer("span_start", "first character, from 0", nullable=True),
        integer("span_end", "the character after it", nullable=True),
        integer("line", "line of the first character, from 1", nullable=True),
        stage_of_season(),
        sa.CheckConstraint("origin IN ('derived', 'published')", name="known_origin"),
        sa.CheckConstraint(
            "(origin = 'published') = (construct_key IS NOT NULL)"
            " AND (construct_key IS NULL) = (span_start IS NULL)"
            " AND (construct_key IS NULL) = (span_end IS NULL)"
            " AND (construct_key IS NULL) = (line IS NULL)",
            name="published_has_source",
        ),
        sa.CheckConstraint("origin = 'derived' OR rule_key IS NULL", name="published_has_no_rule"),
        sa.CheckConstraint(
            "origin = 'published' OR position IS NOT NULL AND played IS NOT NULL"
            " AND won IS NOT NULL AND drawn IS NOT NULL AND lost IS NOT NULL"
            " AND goals_for IS NOT NULL AND goals_against IS NOT NULL"
            " AND goal_difference IS NOT NULL AND points IS NOT NULL",
            name="derived_is_whole",
        ),
        sa.CheckConstraint(
            "origin = 'published' OR won + drawn + lost = played"
            " AND goals_for - goals_against = goal_difference",
            name="derived_adds_up",
        ),
        sa.CheckConstraint("position >= 1", name="position_from_one"),
        span_in_page(),
        sa.Index("ix_standing_season_stage", "season", "stage"),
        comment="A club's line in a table, published on the page or derived from the matches",
    )


def create_tie() -> None:
    op.create_table(
        "tie",
        text("key", "season/stage[/group][/round]/team1-team2", primary_key=True),
        text("season", "the season"),
        text("stage", "the stage"),
        text("grp", "the group; NULL where the stage has none", nullable=True),
        text("round", "the round as the page names it", nullable=True),
        text("team1", "at home in the first leg", sa.ForeignKey("club.key"), index=True),
        text("team2", "the other club", sa.ForeignKey("club.key"), index=True),
        integer("legs", "how many matches"),
        text("aggregate", "team 1's total first, such as 3–2", nullable=True),
        text("measure", "what the aggregate counts: goals or points"),
        text("winner", "one of the two; NULL where the matches leave it open", nullable=True),
        text(
            "decided_by",
            "points, extra-match, goals, away-goals, penalties, stated, "
            "next-round; NULL without a winner",
            nullable=True,
        ),
        text(
            "rule_key",
            "by which rules it is decided",
            sa.ForeignKey("tie_rule.key"),
            nullable=True,
            index=True,
        ),
        text(
            "construct_key",
            "the construct that states it",
            sa.ForeignKey("construct.key"),
            index=True,
        ),
        integer("span_start", "first character of the statement, from 0"),
        integer("span_end", "the character after the statement"),
        integer("line", "line of the first character, from 1"),
        stage_of_season(),
        sa.CheckConstraint("team1 <> team2", name="two_clubs"),
        sa.CheckConstraint("winner IN (team1, team2)", name="winner_took_part"),
        sa.CheckConstraint("(winner IS NULL) = (decided_by IS NULL)", name="decision_has_reason"),
        sa.CheckConstraint("legs >= 1", name="legs_from_one"),
        sa.CheckConstraint("measure IN ('goals', 'points')", name="known_measure"),
        sa.CheckConstraint(
            "decided_by IN ('points', 'extra-match', 'goals', 'away-goals', 'penalties', "
            "'stated', 'next-round')",
            name="known_decided_by",
        ),
        span_in_page(),
        sa.Index("ix_tie_season_stage", "season", "stage"),
        comment="Two clubs over one match or more",
    )
