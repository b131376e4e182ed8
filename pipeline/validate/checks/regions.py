"""Regions, the departments that they are made of, and the team lists."""

from collections import defaultdict

from pipeline.domain.match import Club
from pipeline.domain.season import Department, RegionMember, Season
from pipeline.lineage import Span
from pipeline.validate.checks.check import Contradictions

FEW_CLUBS = 3  # of a last stage; lists that lack one of so few may be of a part of the cup


def every_listed_department_is_in_a_region(season: Season) -> Contradictions:
    """Look for departments of the team lists in no region.

    Where most are in none, the page tells of a part of the regions only, and says nothing.
    """
    departments_in_regions = _members_by_department(season).keys()
    span_by_department: dict[Department, Span] = {}
    # From the last entry to the first, so that the span of the first one stays.
    for entry in reversed(season.entries):
        if entry.department:
            span_by_department[entry.department] = entry.span
    missing: list[Department] = []
    for department in reversed(span_by_department):
        if department not in departments_in_regions:
            missing.append(department)
    if 2 * len(missing) >= len(span_by_department):
        return
    for department in missing:
        message = f"{department.name} has a team in a list and is in no region"
        yield message, span_by_department[department]


def no_department_is_in_two_regions(season: Season) -> Contradictions:
    """Look for departments that two regions claim."""
    # "Region I includes teams from Ica and Puno", "Region II includes teams from Puno and Tacna".
    for department, members in _members_by_department(season).items():
        regions = sorted({member.region for member in members})
        if len(regions) > 1:
            yield f"{department.name} is in {' and '.join(regions)}", members[-1].span


def _members_by_department(season: Season) -> dict[Department, list[RegionMember]]:
    members: defaultdict[Department, list[RegionMember]] = defaultdict(list)
    for member in season.regions:
        if member.department:
            members[member.department].append(member)
    return members


def clubs_of_the_last_stage_come_from_a_list(season: Season) -> Contradictions:
    """Look for the one settled club of the last stage that no team list of the page has.

    Where lists have few of the others they are of a part of the cup only, and say nothing.
    """
    last_stage = season.last_stage
    # Where the last stage has a team list of its own, the lists before it are of other clubs too.
    stages_with_list = {entry.stage for entry in season.entries}
    if not stages_with_list or last_stage in stages_with_list:
        return
    finalists = _first_appearances(season, last_stage)
    listed_clubs = {entry.club for entry in season.entries}
    unlisted_clubs = finalists.keys() - listed_clubs
    if len(unlisted_clubs) != 1 or len(finalists) <= FEW_CLUBS:
        return
    (club,) = unlisted_clubs
    # A provisional club may be one of the list under another name.
    if not club.is_provisional:
        printed, span = finalists[club]
        yield f"{printed} plays in {last_stage} and is in no team list", span


def _first_appearances(season: Season, stage: str) -> dict[Club, tuple[str, Span]]:
    """Return each club of the stage as the first match prints it, at home if it plays there."""
    matches = [match for match in season.matches if match.stage == stage]
    appearances: dict[Club, tuple[str, Span]] = {}
    for match in matches:
        appearances.setdefault(match.home, (match.home_printed, match.span))
    for match in matches:
        appearances.setdefault(match.away, (match.away_printed, match.span))
    return appearances
