"""Regions, the departments that they are made of, and the team lists."""

from collections import defaultdict

from pipeline.domain.season import Department, RegionMember, Season
from pipeline.validate.checks.check import Doubts
from pipeline.validate.checks.printed_names import is_provisional

FEW = 3  # clubs of a last stage; lists that lack one of so few may be of a part of the cup


def every_listed_department_is_in_a_region(season: Season) -> Doubts:
    """Look for departments of the team lists in no region.

    Where most are in none, the page tells of a part of the regions only, and says nothing.
    """
    members = _members(season)
    listed = {e.department: e.span for e in reversed(season.entries) if e.department}
    strangers = [department for department in reversed(listed) if department not in members]
    if 2 * len(strangers) < len(listed):
        for department in strangers:
            message = f"{department.name} has a team in a list and is in no region"
            yield message, listed[department]


def no_department_is_in_two_regions(season: Season) -> Doubts:
    """Look for departments that two regions claim."""
    for department, places in _members(season).items():
        regions = sorted({member.region for member in places})
        if len(regions) > 1:
            yield f"{department.name} is in {' and '.join(regions)}", places[-1].span


def _members(season: Season) -> dict[Department, list[RegionMember]]:
    members: dict[Department, list[RegionMember]] = defaultdict(list)
    for member in season.regions:
        if member.department:
            members[member.department].append(member)
    return members


def clubs_of_the_last_stage_come_from_a_list(season: Season) -> Doubts:
    """Look for the one settled club of the last stage that no team list of the page has.

    Where lists have few of the others they are of a part of the cup only, and say nothing.
    """
    listed = {entry.club for entry in season.entries}
    last = season.stages[-1].name if season.stages else ""
    if not listed or any(entry.stage == last for entry in season.entries):
        return
    matches = [match for match in reversed(season.matches) if match.stage == last]
    playing = {match.away: (match.away_printed, match.span) for match in matches}
    playing |= {match.home: (match.home_printed, match.span) for match in matches}
    strangers = playing.keys() - listed
    if len(strangers) != 1 or len(playing) <= FEW:
        return
    for printed, span in (playing[club] for club in strangers if not is_provisional(club)):
        yield f"{printed} plays in {last} and is in no team list", span
