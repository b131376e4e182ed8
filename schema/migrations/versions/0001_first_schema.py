"""First schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")  # sorted by its bytes


def upgrade() -> None:
    op.create_table(
        "department",
        sa.Column("code", TEXT, nullable=False, comment="ISO 3166-2:PE, such as PE-AMA"),
        sa.Column("ubigeo", TEXT, nullable=False, comment="two digits of the statistics institute"),
        sa.Column("name", TEXT, nullable=False, comment="in Spanish, without 'Departamento de'"),
        sa.CheckConstraint(
            "length(code) = 6 AND substr(code, 1, 3) = 'PE-'", name=op.f("ck_department_iso_code")
        ),
        sa.CheckConstraint("length(ubigeo) = 2", name=op.f("ck_department_two_digits")),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_department")),
        sa.UniqueConstraint("name", name=op.f("uq_department_name")),
        sa.UniqueConstraint("ubigeo", name=op.f("uq_department_ubigeo")),
        comment="A department of Peru, or the constitutional province of Callao",
    )
    op.create_table(
        "page",
        sa.Column("key", TEXT, nullable=False, comment="site/title, 'unlisted' for no site"),
        sa.Column(
            "title", TEXT, nullable=False, comment="as the wiki shows it, blanks for underscores"
        ),
        sa.Column(
            "site",
            TEXT,
            nullable=False,
            comment="host of the wiki, 'own', or '' where none is known",
        ),
        sa.Column("licence", TEXT, nullable=False, comment="of the text, '' where none is known"),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_page")),
        sa.UniqueConstraint("site", "title", name=op.f("uq_page_site_title")),
        comment="A page of a wiki, or one of our own",
    )
    op.create_table(
        "club",
        sa.Column("key", TEXT, nullable=False, comment="readable and stable"),
        sa.Column(
            "name",
            TEXT,
            nullable=True,
            comment="in the clubs data file; NULL where only pages name the club",
        ),
        sa.Column("department", TEXT, nullable=True, comment="in the clubs data file"),
        sa.Column("town", TEXT, nullable=True, comment="in the clubs data file"),
        sa.ForeignKeyConstraint(
            ["department"], ["department.code"], name=op.f("fk_club_department")
        ),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_club")),
        comment="A club, whatever it is called from season to season",
    )
    op.create_index(op.f("ix_club_department"), "club", ["department"])
    op.create_table(
        "revision",
        sa.Column(
            "key",
            TEXT,
            nullable=False,
            comment="page@revision id, or the first 12 digits of sha256",
        ),
        sa.Column("page_key", TEXT, nullable=False, comment="the page"),
        sa.Column(
            "revision_id", sa.BigInteger(), nullable=True, comment="the wiki's number of it, if any"
        ),
        sa.Column("timestamp", TEXT, nullable=True, comment="ISO 8601, as the wiki gives it"),
        sa.Column("sha256", TEXT, nullable=False, comment="of the bytes, in hexadecimal digits"),
        sa.Column("characters", sa.Integer(), nullable=False, comment="length of the text"),
        sa.CheckConstraint("characters >= 0", name=op.f("ck_revision_characters_not_negative")),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_revision_whole_sha256")),
        sa.ForeignKeyConstraint(["page_key"], ["page.key"], name=op.f("fk_revision_page_key")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_revision")),
        comment="The text of a page at one moment",
    )
    op.create_index(op.f("ix_revision_page_key"), "revision", ["page_key"])
    op.create_table(
        "season",
        sa.Column("label", TEXT, nullable=False, comment="such as 1997 or 2016–17"),
        sa.Column("competition", TEXT, nullable=False, comment="as the page names it"),
        sa.Column("champion_stated", TEXT, nullable=True, comment="the winner the infobox prints"),
        sa.Column(
            "champion", TEXT, nullable=True, comment="by the matches; NULL where they leave it open"
        ),
        sa.Column(
            "runner_up",
            TEXT,
            nullable=True,
            comment="by the matches; NULL where they leave it open",
        ),
        sa.Column("promoted_to", TEXT, nullable=True, comment="the tournament the champion joins"),
        sa.Column("previous", TEXT, nullable=True, comment="the season before, as the page says"),
        sa.Column("next", TEXT, nullable=True, comment="the season after, as the page says"),
        sa.Column(
            "departments_stated", sa.Integer(), nullable=True, comment="how many the page speaks of"
        ),
        sa.Column("revision_key", TEXT, nullable=False, comment="the revision that states it"),
        sa.Column(
            "span_start",
            sa.Integer(),
            nullable=False,
            comment="first character of the statement, from 0",
        ),
        sa.Column(
            "span_end", sa.Integer(), nullable=False, comment="the character after the statement"
        ),
        sa.Column(
            "line", sa.Integer(), nullable=False, comment="line of the first character, from 1"
        ),
        sa.CheckConstraint("champion <> runner_up", name=op.f("ck_season_two_finalists")),
        sa.CheckConstraint(
            "departments_stated >= 0", name=op.f("ck_season_departments_not_negative")
        ),
        sa.CheckConstraint(
            "span_start >= 0 AND span_end >= span_start AND line >= 1",
            name=op.f("ck_season_span_in_page"),
        ),
        sa.ForeignKeyConstraint(["champion"], ["club.key"], name=op.f("fk_season_champion")),
        sa.ForeignKeyConstraint(
            ["revision_key"], ["revision.key"], name=op.f("fk_season_revision_key")
        ),
        sa.ForeignKeyConstraint(["runner_up"], ["club.key"], name=op.f("fk_season_runner_up")),
        sa.PrimaryKeyConstraint("label", name=op.f("pk_season")),
        comment="One edition of the cup",
    )
    op.create_index(op.f("ix_season_champion"), "season", ["champion"])
    op.create_index(op.f("ix_season_revision_key"), "season", ["revision_key"])
    op.create_index(op.f("ix_season_runner_up"), "season", ["runner_up"])
    op.create_table(
        "club_name",
        sa.Column("key", TEXT, nullable=False, comment="season/club/printed name"),
        sa.Column("season", TEXT, nullable=False, comment="the season whose page prints it"),
        sa.Column("club", TEXT, nullable=False, comment="who is meant"),
        sa.Column("printed", TEXT, nullable=False, comment="the page's own spelling"),
        sa.Column(
            "origin",
            TEXT,
            nullable=False,
            comment="where it is printed first: list, match or table",
        ),
        sa.Column(
            "position",
            sa.Integer(),
            nullable=False,
            comment="order of appearance in the season, lists first",
        ),
        sa.CheckConstraint(
            "origin IN ('list', 'match', 'table')", name=op.f("ck_club_name_known_origin")
        ),
        sa.CheckConstraint("position >= 1", name=op.f("ck_club_name_position_from_one")),
        sa.ForeignKeyConstraint(["club"], ["club.key"], name=op.f("fk_club_name_club")),
        sa.ForeignKeyConstraint(["season"], ["season.label"], name=op.f("fk_club_name_season")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_club_name")),
        sa.UniqueConstraint(
            "season", "club", "printed", name=op.f("uq_club_name_season_club_printed")
        ),
        comment="A spelling of a club in one season",
    )
    op.create_index(op.f("ix_club_name_club"), "club_name", ["club"])
    op.create_index(op.f("ix_club_name_season"), "club_name", ["season"])
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
    op.create_table(
        "finding",
        sa.Column("key", TEXT, nullable=False, comment="season/code/number from 1"),
        sa.Column("season", TEXT, nullable=False, comment="the season"),
        sa.Column("code", TEXT, nullable=False, comment="the kind of problem"),
        sa.Column("severity", TEXT, nullable=False, comment="info, warning or error"),
        sa.Column("message", TEXT, nullable=False, comment="one sentence for people"),
        sa.Column("revision_key", TEXT, nullable=False, comment="the revision it was found in"),
        sa.Column(
            "span_start", sa.Integer(), nullable=True, comment="NULL where the whole page is meant"
        ),
        sa.Column("span_end", sa.Integer(), nullable=True, comment="the character after it"),
        sa.Column(
            "line", sa.Integer(), nullable=True, comment="line of the first character, from 1"
        ),
        sa.CheckConstraint(
            "severity IN ('info', 'warning', 'error')", name=op.f("ck_finding_known_severity")
        ),
        sa.CheckConstraint(
            "(span_start IS NULL) = (span_end IS NULL) AND (span_start IS NULL) = (line IS NULL)",
            name=op.f("ck_finding_whole_span"),
        ),
        sa.CheckConstraint(
            "span_start >= 0 AND span_end >= span_start AND line >= 1",
            name=op.f("ck_finding_span_in_page"),
        ),
        sa.ForeignKeyConstraint(
            ["revision_key"], ["revision.key"], name=op.f("fk_finding_revision_key")
        ),
        sa.ForeignKeyConstraint(["season"], ["season.label"], name=op.f("fk_finding_season")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_finding")),
        comment="A problem in the data of a season",
    )
    op.create_index(op.f("ix_finding_revision_key"), "finding", ["revision_key"])
    op.create_index(op.f("ix_finding_season"), "finding", ["season"])
    op.create_table(
        "region_member",
        sa.Column("key", TEXT, nullable=False, comment="season/region/department"),
        sa.Column("season", TEXT, nullable=False, comment="the season"),
        sa.Column("region", TEXT, nullable=False, comment="as the page names it"),
        sa.Column("department", TEXT, nullable=True, comment="NULL where the name is none we know"),
        sa.Column("department_printed", TEXT, nullable=False, comment="the page's own spelling"),
        sa.Column("revision_key", TEXT, nullable=False, comment="the revision that states it"),
        sa.Column(
            "span_start",
            sa.Integer(),
            nullable=False,
            comment="first character of the statement, from 0",
        ),
        sa.Column(
            "span_end", sa.Integer(), nullable=False, comment="the character after the statement"
        ),
        sa.Column(
            "line", sa.Integer(), nullable=False, comment="line of the first character, from 1"
        ),
        sa.CheckConstraint(
            "span_start >= 0 AND span_end >= span_start AND line >= 1",
            name=op.f("ck_region_member_span_in_page"),
        ),
        sa.ForeignKeyConstraint(
            ["department"], ["department.code"], name=op.f("fk_region_member_department")
        ),
        sa.ForeignKeyConstraint(
            ["revision_key"], ["revision.key"], name=op.f("fk_region_member_revision_key")
        ),
        sa.ForeignKeyConstraint(["season"], ["season.label"], name=op.f("fk_region_member_season")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_region_member")),
        comment="A department that a region is made of",
    )
    op.create_index(op.f("ix_region_member_department"), "region_member", ["department"])
    op.create_index(op.f("ix_region_member_revision_key"), "region_member", ["revision_key"])
    op.create_index(op.f("ix_region_member_season"), "region_member", ["season"])
    op.create_table(
        "stage",
        sa.Column("key", TEXT, nullable=False, comment="season/slug of the heading"),
        sa.Column("season", TEXT, nullable=False, comment="the season it belongs to"),
        sa.Column("name", TEXT, nullable=False, comment="the heading"),
        sa.Column("position", sa.Integer(), nullable=False, comment="order on the page, from 1"),
        sa.CheckConstraint("position >= 1", name=op.f("ck_stage_position_from_one")),
        sa.ForeignKeyConstraint(["season"], ["season.label"], name=op.f("fk_stage_season")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_stage")),
        sa.UniqueConstraint("season", "key", name=op.f("uq_stage_season_key")),
        comment="A stage of a season",
    )
    op.create_index(op.f("ix_stage_season"), "stage", ["season"])
    op.create_table(
        "entry",
        sa.Column("key", TEXT, nullable=False, comment="season/stage/team"),
        sa.Column("season", TEXT, nullable=False, comment="the season"),
        sa.Column("stage", TEXT, nullable=False, comment="the stage whose section holds the list"),
        sa.Column("department", TEXT, nullable=True, comment="NULL where the name is none we know"),
        sa.Column("department_printed", TEXT, nullable=True, comment="the page's own spelling"),
        sa.Column("club", TEXT, nullable=False, comment="who is meant"),
        sa.Column("printed", TEXT, nullable=False, comment="the team as the page spells it"),
        sa.Column("location", TEXT, nullable=True, comment="the place as the page spells it"),
        sa.Column("revision_key", TEXT, nullable=False, comment="the revision that states it"),
        sa.Column(
            "span_start",
            sa.Integer(),
            nullable=False,
            comment="first character of the statement, from 0",
        ),
        sa.Column(
            "span_end", sa.Integer(), nullable=False, comment="the character after the statement"
        ),
        sa.Column(
            "line", sa.Integer(), nullable=False, comment="line of the first character, from 1"
        ),
        sa.CheckConstraint(
            "span_start >= 0 AND span_end >= span_start AND line >= 1",
            name=op.f("ck_entry_span_in_page"),
        ),
        sa.ForeignKeyConstraint(["club"], ["club.key"], name=op.f("fk_entry_club")),
        sa.ForeignKeyConstraint(
            ["department"], ["department.code"], name=op.f("fk_entry_department")
        ),
        sa.ForeignKeyConstraint(
            ["revision_key"], ["revision.key"], name=op.f("fk_entry_revision_key")
        ),
        sa.ForeignKeyConstraint(
            ["season", "stage"], ["stage.season", "stage.key"], name=op.f("fk_entry_season_stage")
        ),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_entry")),
        comment="A club in a team list",
    )
    op.create_index(op.f("ix_entry_club"), "entry", ["club"])
    op.create_index(op.f("ix_entry_department"), "entry", ["department"])
    op.create_index(op.f("ix_entry_revision_key"), "entry", ["revision_key"])
    op.create_index("ix_entry_season_stage", "entry", ["season", "stage"])
    op.create_table(
        "match",
        sa.Column("key", TEXT, nullable=False, comment="season/stage[/group][/round]/home-away"),
        sa.Column("season", TEXT, nullable=False, comment="the season"),
        sa.Column("stage", TEXT, nullable=False, comment="the stage"),
        sa.Column("grp", TEXT, nullable=True, comment="the group; NULL where the stage has none"),
        sa.Column("round", TEXT, nullable=True, comment="the round as the page names it"),
        sa.Column("leg", sa.Integer(), nullable=True, comment="of a tie, from 1"),
        sa.Column("date", TEXT, nullable=True, comment="1997-11-30, 1997-11 or 1997"),
        sa.Column("date_precision", TEXT, nullable=False, comment="day, month, year or none"),
        sa.Column("date_text", TEXT, nullable=True, comment="the date as the page prints it"),
        sa.Column("home_club", TEXT, nullable=False, comment="the club at home"),
        sa.Column("away_club", TEXT, nullable=False, comment="the visitors"),
        sa.Column(
            "home_printed", TEXT, nullable=False, comment="the page's spelling of the club at home"
        ),
        sa.Column(
            "away_printed", TEXT, nullable=False, comment="the page's spelling of the visitors"
        ),
        sa.Column(
            "home_goals", sa.Integer(), nullable=True, comment="after extra time, no shoot-out"
        ),
        sa.Column(
            "away_goals", sa.Integer(), nullable=True, comment="after extra time, no shoot-out"
        ),
        sa.Column(
            "extra_time",
            sa.Integer(),
            nullable=False,
            comment="1 if the page says there was extra time",
        ),
        sa.Column("home_penalties", sa.Integer(), nullable=True, comment="in the shoot-out"),
        sa.Column("away_penalties", sa.Integer(), nullable=True, comment="in the shoot-out"),
        sa.Column(
            "status",
            TEXT,
            nullable=False,
            comment="played, scheduled, awarded, walkover, abandoned, cancelled, annulled, unknown",
        ),
        sa.Column(
            "counts_for_standings",
            sa.Integer(),
            nullable=False,
            comment="1 if it enters its group's table",
        ),
        sa.Column("stadium", TEXT, nullable=True, comment="as the page prints it"),
        sa.Column("revision_key", TEXT, nullable=False, comment="the revision that states it"),
        sa.Column(
            "span_start",
            sa.Integer(),
            nullable=False,
            comment="first character of the statement, from 0",
        ),
        sa.Column(
            "span_end", sa.Integer(), nullable=False, comment="the character after the statement"
        ),
        sa.Column(
            "line", sa.Integer(), nullable=False, comment="line of the first character, from 1"
        ),
        sa.CheckConstraint(
            "(date IS NULL) = (date_precision = 'none')", name=op.f("ck_match_date_or_none")
        ),
        sa.CheckConstraint(
            "date_precision IN ('day', 'month', 'year', 'none')",
            name=op.f("ck_match_known_date_precision"),
        ),
        sa.CheckConstraint(
            "length(date) = CASE date_precision WHEN 'day' THEN 10 WHEN 'month' THEN 7 ELSE 4 END",
            name=op.f("ck_match_date_as_precise"),
        ),
        sa.CheckConstraint(
            "status <> 'played' OR home_goals IS NOT NULL", name=op.f("ck_match_played_has_score")
        ),
        sa.CheckConstraint(
            "status IN ('played', 'scheduled', 'awarded', 'walkover', 'abandoned', "
            "'cancelled', 'annulled', 'unknown')",
            name=op.f("ck_match_known_status"),
        ),
        sa.CheckConstraint(
            "status NOT IN ('scheduled', 'unknown') OR home_goals IS NULL",
            name=op.f("ck_match_open_has_no_score"),
        ),
        sa.CheckConstraint(
            "(home_goals IS NULL) = (away_goals IS NULL)", name=op.f("ck_match_whole_score")
        ),
        sa.CheckConstraint(
            "(home_penalties IS NULL) = (away_penalties IS NULL)",
            name=op.f("ck_match_whole_shoot_out"),
        ),
        sa.CheckConstraint(
            "counts_for_standings IN (0, 1)", name=op.f("ck_match_counts_for_standings_is_flag")
        ),
        sa.CheckConstraint(
            "extra_time = 0 OR home_goals IS NOT NULL", name=op.f("ck_match_extra_time_after_score")
        ),
        sa.CheckConstraint("extra_time IN (0, 1)", name=op.f("ck_match_extra_time_is_flag")),
        sa.CheckConstraint("home_club <> away_club", name=op.f("ck_match_two_clubs")),
        sa.CheckConstraint(
            "home_goals >= 0 AND away_goals >= 0", name=op.f("ck_match_goals_not_negative")
        ),
        sa.CheckConstraint(
            "home_penalties >= 0 AND away_penalties >= 0",
            name=op.f("ck_match_penalties_not_negative"),
        ),
        sa.CheckConstraint(
            "home_penalties IS NULL OR home_goals IS NOT NULL",
            name=op.f("ck_match_shoot_out_after_score"),
        ),
        sa.CheckConstraint("leg >= 1", name=op.f("ck_match_leg_from_one")),
        sa.CheckConstraint(
            "span_start >= 0 AND span_end >= span_start AND line >= 1",
            name=op.f("ck_match_span_in_page"),
        ),
        sa.ForeignKeyConstraint(["away_club"], ["club.key"], name=op.f("fk_match_away_club")),
        sa.ForeignKeyConstraint(["home_club"], ["club.key"], name=op.f("fk_match_home_club")),
        sa.ForeignKeyConstraint(
            ["revision_key"], ["revision.key"], name=op.f("fk_match_revision_key")
        ),
        sa.ForeignKeyConstraint(
            ["season", "stage"], ["stage.season", "stage.key"], name=op.f("fk_match_season_stage")
        ),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_match")),
        comment="One match, and the span of wikitext that states it",
    )
    op.create_index(op.f("ix_match_away_club"), "match", ["away_club"])
    op.create_index(op.f("ix_match_home_club"), "match", ["home_club"])
    op.create_index(op.f("ix_match_revision_key"), "match", ["revision_key"])
    op.create_index("ix_match_season_stage", "match", ["season", "stage"])
    op.create_table(
        "standing",
        sa.Column("key", TEXT, nullable=False, comment="season/stage[/group]/origin/printed name"),
        sa.Column("season", TEXT, nullable=False, comment="the season"),
        sa.Column("stage", TEXT, nullable=False, comment="the stage"),
        sa.Column("grp", TEXT, nullable=True, comment="the group; NULL where the stage has none"),
        sa.Column("origin", TEXT, nullable=False, comment="derived or published"),
        sa.Column(
            "position",
            sa.Integer(),
            nullable=True,
            comment="the rank; equal where no rule parts them",
        ),
        sa.Column("club", TEXT, nullable=False, comment="who is meant"),
        sa.Column("played", sa.Integer(), nullable=True, comment="matches"),
        sa.Column("won", sa.Integer(), nullable=True, comment="matches won"),
        sa.Column("drawn", sa.Integer(), nullable=True, comment="matches drawn"),
        sa.Column("lost", sa.Integer(), nullable=True, comment="matches lost"),
        sa.Column("goals_for", sa.Integer(), nullable=True, comment="goals scored"),
        sa.Column("goals_against", sa.Integer(), nullable=True, comment="goals conceded"),
        sa.Column(
            "goal_difference", sa.Integer(), nullable=True, comment="scored less conceded, as shown"
        ),
        sa.Column("points", sa.Integer(), nullable=True, comment="after any adjustment"),
        sa.Column(
            "adjustment", sa.Integer(), nullable=True, comment="points given or taken by decision"
        ),
        sa.Column("qualification", TEXT, nullable=True, comment="what the page says it leads to"),
        sa.Column("revision_key", TEXT, nullable=True, comment="the revision that prints it"),
        sa.Column("span_start", sa.Integer(), nullable=True, comment="first character, from 0"),
        sa.Column("span_end", sa.Integer(), nullable=True, comment="the character after it"),
        sa.Column(
            "line", sa.Integer(), nullable=True, comment="line of the first character, from 1"
        ),
        sa.CheckConstraint(
            "(origin = 'published') = (revision_key IS NOT NULL) AND (revision_key IS "
            "NULL) = (span_start IS NULL) AND (revision_key IS NULL) = (span_end IS NULL) "
            "AND (revision_key IS NULL) = (line IS NULL)",
            name=op.f("ck_standing_published_has_source"),
        ),
        sa.CheckConstraint(
            "origin = 'published' OR position IS NOT NULL AND played IS NOT NULL AND won "
            "IS NOT NULL AND drawn IS NOT NULL AND lost IS NOT NULL AND goals_for IS NOT "
            "NULL AND goals_against IS NOT NULL AND goal_difference IS NOT NULL AND "
            "points IS NOT NULL",
            name=op.f("ck_standing_derived_is_whole"),
        ),
        sa.CheckConstraint(
            "origin = 'published' OR won + drawn + lost = played AND goals_for - "
            "goals_against = goal_difference",
            name=op.f("ck_standing_derived_adds_up"),
        ),
        sa.CheckConstraint(
            "origin IN ('derived', 'published')", name=op.f("ck_standing_known_origin")
        ),
        sa.CheckConstraint("position >= 1", name=op.f("ck_standing_position_from_one")),
        sa.CheckConstraint(
            "span_start >= 0 AND span_end >= span_start AND line >= 1",
            name=op.f("ck_standing_span_in_page"),
        ),
        sa.ForeignKeyConstraint(["club"], ["club.key"], name=op.f("fk_standing_club")),
        sa.ForeignKeyConstraint(
            ["revision_key"], ["revision.key"], name=op.f("fk_standing_revision_key")
        ),
        sa.ForeignKeyConstraint(
            ["season", "stage"],
            ["stage.season", "stage.key"],
            name=op.f("fk_standing_season_stage"),
        ),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_standing")),
        comment="A club's line in a table, published on the page or derived from the matches",
    )
    op.create_index(op.f("ix_standing_club"), "standing", ["club"])
    op.create_index(op.f("ix_standing_revision_key"), "standing", ["revision_key"])
    op.create_index("ix_standing_season_stage", "standing", ["season", "stage"])
    op.create_table(
        "tie",
        sa.Column("key", TEXT, nullable=False, comment="the key of its first match"),
        sa.Column("season", TEXT, nullable=False, comment="the season"),
        sa.Column("stage", TEXT, nullable=False, comment="the stage"),
        sa.Column("grp", TEXT, nullable=True, comment="the group; NULL where the stage has none"),
        sa.Column("round", TEXT, nullable=True, comment="the round as the page names it"),
        sa.Column("team1", TEXT, nullable=False, comment="at home in the first leg"),
        sa.Column("team2", TEXT, nullable=False, comment="the other club"),
        sa.Column("legs", sa.Integer(), nullable=False, comment="how many matches"),
        sa.Column("aggregate", TEXT, nullable=True, comment="team 1's total first, such as 3–2"),
        sa.Column("measure", TEXT, nullable=False, comment="what decides: goals or points"),
        sa.Column(
            "winner",
            TEXT,
            nullable=True,
            comment="one of the two; NULL where the matches leave it open",
        ),
        sa.Column("decided_by", TEXT, nullable=True, comment="goals or penalties"),
        sa.Column("revision_key", TEXT, nullable=False, comment="the revision that states it"),
        sa.Column(
            "span_start",
            sa.Integer(),
            nullable=False,
            comment="first character of the statement, from 0",
        ),
        sa.Column(
            "span_end", sa.Integer(), nullable=False, comment="the character after the statement"
        ),
        sa.Column(
            "line", sa.Integer(), nullable=False, comment="line of the first character, from 1"
        ),
        sa.CheckConstraint(
            "decided_by IN ('goals', 'penalties')", name=op.f("ck_tie_known_decided_by")
        ),
        sa.CheckConstraint("measure IN ('goals', 'points')", name=op.f("ck_tie_known_measure")),
        sa.CheckConstraint(
            "(winner IS NULL) = (decided_by IS NULL)", name=op.f("ck_tie_decision_has_reason")
        ),
        sa.CheckConstraint("legs >= 1", name=op.f("ck_tie_legs_from_one")),
        sa.CheckConstraint(
            "span_start >= 0 AND span_end >= span_start AND line >= 1",
            name=op.f("ck_tie_span_in_page"),
        ),
        sa.CheckConstraint("team1 <> team2", name=op.f("ck_tie_two_clubs")),
        sa.CheckConstraint("winner IN (team1, team2)", name=op.f("ck_tie_winner_took_part")),
        sa.ForeignKeyConstraint(
            ["revision_key"], ["revision.key"], name=op.f("fk_tie_revision_key")
        ),
        sa.ForeignKeyConstraint(
            ["season", "stage"], ["stage.season", "stage.key"], name=op.f("fk_tie_season_stage")
        ),
        sa.ForeignKeyConstraint(["team1"], ["club.key"], name=op.f("fk_tie_team1")),
        sa.ForeignKeyConstraint(["team2"], ["club.key"], name=op.f("fk_tie_team2")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_tie")),
        comment="Two clubs over one match or more",
    )
    op.create_index(op.f("ix_tie_revision_key"), "tie", ["revision_key"])
    op.create_index("ix_tie_season_stage", "tie", ["season", "stage"])
    op.create_index(op.f("ix_tie_team1"), "tie", ["team1"])
    op.create_index(op.f("ix_tie_team2"), "tie", ["team2"])


def downgrade() -> None:
    for table in (
        "tie",
        "standing",
        "match",
        "entry",
        "stage",
        "region_member",
        "finding",
        "coverage",
        "club_name",
        "season",
        "revision",
        "club",
        "page",
        "department",
    ):
        op.drop_table(table)
