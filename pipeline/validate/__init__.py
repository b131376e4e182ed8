"""Season -> findings: every check, on one screen.

A check is a generator whose name is the claim; it yields what contradicts it. The referee compares
the published tables with the matches first, so that a check can tell what it found.
"""

from dataclasses import replace

from pipeline.domain.season import Season
from pipeline.findings import Finding
from pipeline.validate.checks.champion import (
    the_champion_of_the_matches_is_the_stated_one,
    the_neighbouring_seasons_lie_before_and_after,
)
from pipeline.validate.checks.check import Check
from pipeline.validate.checks.edition_list import (
    the_champion_is_that_of_the_list_of_editions,
    the_runner_up_is_that_of_the_list_of_editions,
)
from pipeline.validate.checks.listed_goals import listed_goals_give_the_score
from pipeline.validate.checks.playing_days import (
    dates_lie_within_a_year_of_the_season,
    no_club_plays_twice_on_a_day,
)
from pipeline.validate.checks.published_tables import (
    clubs_level_on_every_rule_share_their_rank,
    published_rows_agree_with_themselves,
    published_tables_count_points_by_the_rules,
    published_tables_follow_from_the_matches,
    sums_of_published_tables_can_be,
)
from pipeline.validate.checks.regions import (
    clubs_of_the_last_stage_come_from_a_list,
    every_listed_department_is_in_a_region,
    no_department_is_in_two_regions,
)
from pipeline.validate.checks.round_robin import (
    clubs_that_should_go_on_play_on,
    every_club_plays_once_a_round,
    every_pair_of_a_group_meets_equally_often,
)
from pipeline.validate.checks.stated_counts import (
    no_match_of_the_last_stage_has_more_goals_than_the_stated_most,
    stated_departments_are_those_listed,
    stated_goals_are_those_of_as_many_matches,
    stated_matches_are_no_fewer_than_those_of_the_last_stage,
)
from pipeline.validate.checks.tie_results import (
    brackets_agree_with_the_matches,
    losers_of_ties_do_not_play_on_alone,
    printed_aggregates_are_those_of_the_legs,
    winners_of_ties_are_the_stated_ones,
)
from pipeline.validate.referee import compare_published_tables

__all__ = ["CHECKS", "Check", "add_differences", "validate"]

# fmt: off
CHECKS: tuple[Check, ...] = (
    Check("champion-differs", "warning", the_champion_of_the_matches_is_the_stated_one),
    Check("season-out-of-order", "error", the_neighbouring_seasons_lie_before_and_after),
    Check("round-robin-incomplete", "warning", every_pair_of_a_group_meets_equally_often),
    Check("club-twice-in-round", "warning", every_club_plays_once_a_round),
    Check("qualifier-missing", "warning", clubs_that_should_go_on_play_on),
    Check("row-contradicts-itself", "warning", published_rows_agree_with_themselves),
    Check("points-rule-differs", "warning", published_tables_count_points_by_the_rules),
    Check("table-contradicts-itself", "warning", sums_of_published_tables_can_be),
    Check("table-differs", "warning", published_tables_follow_from_the_matches),
    Check("rank-shared", "info", clubs_level_on_every_rule_share_their_rank),
    Check("aggregate-differs", "warning", printed_aggregates_are_those_of_the_legs),
    Check("tie-winner-differs", "warning", winners_of_ties_are_the_stated_ones),
    Check("loser-plays-on", "warning", losers_of_ties_do_not_play_on_alone),
    Check("bracket-differs", "warning", brackets_agree_with_the_matches),
    Check("date-outside-season", "error", dates_lie_within_a_year_of_the_season),
    Check("club-twice-a-day", "warning", no_club_plays_twice_on_a_day),
    Check("goals-differ-from-score", "warning", listed_goals_give_the_score),
    Check("department-without-region", "warning", every_listed_department_is_in_a_region),
    Check("department-in-two-regions", "warning", no_department_is_in_two_regions),
    Check("finalist-not-listed", "warning", clubs_of_the_last_stage_come_from_a_list),
    Check("stated-count-differs", "warning", stated_departments_are_those_listed),
    Check("stated-goals-differ", "warning", stated_goals_are_those_of_as_many_matches),
    Check("stated-matches-differ", "warning",
          stated_matches_are_no_fewer_than_those_of_the_last_stage),
    Check("stated-extreme-differs", "warning",
          no_match_of_the_last_stage_has_more_goals_than_the_stated_most),
    Check("edition-champion-differs", "info", the_champion_is_that_of_the_list_of_editions),
    Check("edition-runner-up-differs", "info", the_runner_up_is_that_of_the_list_of_editions),
)
# fmt: on


def add_differences(season: Season) -> Season:
    """Return the season with the differences between its published tables and its matches."""
    return replace(season, differences=compare_published_tables(season))


def validate(season: Season, page: str) -> tuple[Finding, ...]:
    """Return what the checks find on a season that has its differences.

    page: the title of the page that the spans belong to
    """
    findings: list[Finding] = []
    for check in CHECKS:
        for message, span in check.claim(season):
            finding = Finding(check.code, check.severity, message, page, span, season.label)
            findings.append(finding)
    return tuple(findings)
