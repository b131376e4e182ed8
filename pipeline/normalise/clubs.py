"""Which club a printed name means: by its link, else by name and department.

`clubs.csv` gives clubs that pages link to or print in several ways. Everywhere else a row of a
team list defines its club, and a later name on the page means the one club listed under it. What
stays open becomes a provisional club and a finding: nothing is merged because it looks alike.
"""

import csv
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from pipeline.domain.match import Club
from pipeline.domain.names import fold, slug
from pipeline.domain.season import Department, Entry


@cache
def _filed() -> tuple[dict[str, Club], dict[tuple[str, str], Club]]:
    """Read the data file: clubs by link, and by folded name and department code."""
    source = files("pipeline.normalise").joinpath("clubs.csv")
    by_link, by_name = {}, {}
    for row in csv.DictReader(source.read_text(encoding="utf-8").splitlines()):
        club = Club(row["key"], row["name"], row["department"], row["town"] or None)
        by_name[fold(row["name"]), row["department"]] = club
        if row["link"]:
            by_link[row["link"]] = club
    return by_link, by_name


def listed_club(printed: str, link: str | None, department: Department | None) -> Club:
    """Return the club that a row of a team list defines."""
    by_link, by_name = _filed()
    code = department.code if department else None
    if link and link in by_link:
        return by_link[link]
    if link:
        return Club(slug(link), department=code)
    if code and (filed := by_name.get((fold(printed), code))):
        return filed
    place = slug(department.name) if department else "no-department"
    return Club(f"{slug(printed)}-{place}", department=code)


@dataclass(frozen=True, slots=True)
class Unsettled:
    """A name that no rule settles, and the clubs it might mean."""

    club: Club
    candidates: tuple[Club, ...]


@dataclass(frozen=True, slots=True)
class Directory:
    """The clubs of a season that a name on its pages can mean."""

    season: str
    _by_name: dict[str, set[Club]] = field(repr=False)
    _by_key: dict[str, Club] = field(repr=False)

    def find(self, printed: str, link: str | None) -> Club | Unsettled:
        """Return the club that the name or its link means, else what it might mean."""
        by_link, _ = _filed()
        if link:
            named = by_link.get(link) or self._by_key.get(slug(link))
            return named or Club(slug(link))
        found = self._by_name.get(fold(printed), set())
        if len(found) == 1:
            return next(iter(found))
        provisional = Club(f"provisional-{self.season}-{slug(printed)}")
        return Unsettled(provisional, tuple(sorted(found)))


def directory(season: str, entries: Iterable[Entry]) -> Directory:
    """Return the clubs that the season's team lists define."""
    by_name: dict[str, set[Club]] = defaultdict(set)
    by_key = {}
    for entry in entries:
        by_name[fold(entry.printed)].add(entry.club)
        by_key[entry.club.key] = entry.club
    return Directory(season, by_name, by_key)
