"""Season -> findings: every check, on one screen.

A check is a generator whose name is the claim; it yields what contradicts it. The referee hears the
published tables first, so that a check can tell what it found.
"""

from dataclasses import replace

from pipeline.domain.season import Season
from pipeline.findings import Finding
from pipeline.validate.checks import (
    champion,
    edition_list,
    listed_goals,
    playing_days,
    published_tables,
    regions,
    stated_counts,
    tie_results,
)
from pipeline.validate.checks import round_robin as groups
from pipeline.validate.checks.check import Check
from pipeline.validate.referee import referee

__all__ = ["CHECKS", "Check", "judged", "validate"]

CHECKS: tuple[Check, ...] = (
    Check("champion-differs", "warning", champion.the_champion_of_the_matches_is_the_stated_one),
    Check("season-out-of-order", "error", champion.the_neighbouring_seasons_lie_before_and_after),
    Check("round-robin-incomplete", "warning", groups.every_pair_of_a_group_meets_equally_often),
    Check("club-twice-in-round", "warning", groups.every_club_plays_once_a_round),
    Check("qualifier-missing", "warning", groups.clubs_that_should_go_on_play_on),
    Check(
        "row-contradicts-itself", "warning", published_tables.published_rows_agree_with_themselves
    ),
    Check(
        "points-rule-differs",
        "warning",
        published_tables.published_tables_count_points_by_the_rules,
    ),
    Check("table-contradicts-itself", "warning", published_tables.sums_of_published_tables_can_be),
    Check("table-differs", "warning", published_tables.published_tables_follow_from_the_matches),
    Check("rank-shared", "info", published_tables.clubs_level_on_every_rule_share_their_rank),
    Check("aggregate-differs", "warning", tie_results.printed_aggregates_are_those_of_the_legs),
    Check("tie-winner-differs", "warning", tie_results.winners_of_ties_are_the_stated_ones),
    Check("loser-plays-on", "warning", tie_results.losers_of_ties_do_not_play_on_alone),
    Check("bracket-differs", "warning", tie_results.brackets_agree_with_the_matches),
    Check("date-outside-season", "error", playing_days.dates_lie_within_a_year_of_the_season),
    Check("club-twice-a-day", "warning", playing_days.no_club_plays_twice_on_a_day),
    Check("goals-differ-from-score", "warning", listed_goals.listed_goals_give_the_score),
    Check("department-without-region", "warning", regions.every_listed_department_is_in_a_region),
    Check("department-in-two-regions", "warning", regions.no_department_is_in_two_regions),
    Check("finalist-not-listed", "warning", regions.clubs_of_the_last_stage_come_from_a_list),
    Check("stated-count-differs", "warning", stated_counts.stated_departments_are_those_listed),
    Check(
        "stated-goals-differ", "warning", stated_counts.stated_goals_are_those_of_as_many_matches
    ),
    Check(
        "stated-matches-differ",
        "warning",
        stated_counts.stated_matches_are_no_fewer_than_those_of_the_last_stage,
    ),
    Check(
        "stated-extreme-differs",
        "warning",
        stated_counts.no_match_of_the_last_stage_has_more_goals_than_the_stated_most,
    ),
    Check(
        "edition-champion-differs",
        "info",
        edition_list.the_champion_is_that_of_the_list_of_editions,
    ),
    Check(
        "edition-runner-up-differs",
        "info",
        edition_list.the_runner_up_is_that_of_the_list_of_editions,
    ),
)


def judged(season: Season) -> Season:
    """Return the season with the differences between its published tables and its matches."""
    return replace(season, differences=referee(season))


def validate(season: Season, page: str) -> tuple[Finding, ...]:
    """Return what the checks find on a judged season; its spans belong to the page of the title."""
    return tuple(
        Finding(check.code, check.severity, message, page, span, season.label)
        for check in CHECKS
        for message, span in check.claim(season)
    )
