"""Season -> findings: every check, on one screen.

A check is a generator whose name is the claim; it yields what contradicts it.
"""

from collections.abc import Callable, Iterator

from pipeline.domain.season import Season
from pipeline.findings import Finding
from pipeline.validate.champion import champion_of_the_matches_is_the_stated_one
from pipeline.validate.counts import stated_departments_are_those_listed
from pipeline.validate.editions import first_two_are_those_of_the_list_of_editions
from pipeline.validate.regions import every_department_is_in_exactly_one_region
from pipeline.validate.round_robin import (
    every_club_plays_once_a_round,
    every_pair_of_a_group_meets_equally_often,
)

Check = Callable[[Season, str], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    champion_of_the_matches_is_the_stated_one,
    every_pair_of_a_group_meets_equally_often,
    every_club_plays_once_a_round,
    every_department_is_in_exactly_one_region,
    stated_departments_are_those_listed,
    first_two_are_those_of_the_list_of_editions,
)


def validate(season: Season, page: str) -> tuple[Finding, ...]:
    """Return what the checks find on a season; `page` is the title its spans belong to."""
    return tuple(finding for check in CHECKS for finding in check(season, page))
