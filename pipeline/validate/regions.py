"""Regions and the departments that they are made of."""

from collections import defaultdict
from collections.abc import Iterator

from pipeline.domain.season import Department, RegionMember, Season
from pipeline.findings import Finding


def every_department_is_in_exactly_one_region(season: Season, page: str) -> Iterator[Finding]:
    """Look for listed departments in no region, and departments in two, if there are regions."""
    members: dict[Department, list[RegionMember]] = defaultdict(list)
    for member in season.regions:
        if member.department:
            members[member.department].append(member)
    if not members:
        return
    seen = set()
    for entry in season.entries:
        department = entry.department
        if department and department not in members and department not in seen:
            seen.add(department)
            message = f"{department.name} has a team in a list and is in no region"
            code = "department-without-region"
            yield Finding(code, "warning", message, page, entry.span, season.label)
    for department, places in members.items():
        regions = sorted({member.region for member in places})
        if len(regions) > 1:
            message = f"{department.name} is in {' and '.join(regions)}"
            code = "department-in-two-regions"
            yield Finding(code, "warning", message, page, places[-1].span, season.label)
