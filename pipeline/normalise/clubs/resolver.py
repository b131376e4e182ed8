"""Which club a printed name means: by its link, else by name and place, inside the season first.

What `clubs.csv` says of a spelling counts where its department and seasons hold. What stays open
becomes a provisional club and a finding: nothing is merged because it looks alike.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from pipeline.domain.keys import slug
from pipeline.domain.match import Club
from pipeline.facts import Fact, Section
from pipeline.normalise.clubs.mentions import (
    Mention,
    Regions,
    can_be_in,
    can_meet,
    list_rows,
    mentions,
    region_around,
    regions,
)
from pipeline.normalise.clubs.team_lists import PROVISIONAL, doubtful_links, listed_clubs
from pipeline.reference.clubs import ANYWHERE, ClubFile, ClubLine, article
from pipeline.reference.departments import Departments
from pipeline.values.club_names import bracket, comparable


@dataclass(frozen=True, slots=True)
class Unsettled:
    """A name that no rule settles, the club that stands in, and those that it might mean."""

    code: Literal["unknown-club", "ambiguous-club"]
    club: Club
    candidates: frozenset[Club] = frozenset()


@dataclass(frozen=True, slots=True)
class Known:
    """A name of a club in the season: in a list with its place, else under a link."""

    club: Club
    printed: str
    link: str | None
    code: str | None
    town: str | None
    section: Section
    listed: bool


@dataclass(frozen=True, slots=True)
class Directory:
    """The clubs that a name on the season's pages can mean.

    listed: the club of each row of the team lists, in page order
    """

    season: str
    file: ClubFile
    departments: Departments
    listed: tuple[Club, ...]
    _known: dict[str, list[Known]] = field(repr=False)
    _printed: frozenset[str] = field(repr=False)
    _doubtful: set[str] = field(repr=False)
    _regions: Regions = field(repr=False)

    def find(self, mention: Mention) -> Club | Unsettled:
        """Return the club that the name or its link means, else what it might mean."""
        link = article(mention.link or "")
        if link and link not in self._doubtful:
            return self._linked(link, mention)
        for name in mention.names:
            found = self._named(name, mention.section)
            if found:
                break
        else:
            found = self._placed(mention)
        return found.pop() if len(found) == 1 else self._unsettled(mention, found)

    def names(self) -> dict[str, Known]:
        """Return the season's names for comparing, each with the first club it was given."""
        return {name: known[0] for name, known in self._known.items() if known}

    def known_as(self, club: Club) -> Known:
        """Return the name by which the season has a club that is no provisional one."""
        return next(one for known in self._known.values() for one in known if one.club == club)

    def listed_as(self, mention: Mention) -> list[Known]:
        """Return what the lists call by one of the mention's names, wherever it is from."""
        known = [known for name in mention.names for known in self._known.get(name, ())]
        return [one for one in known if one.listed]

    def region(self, section: Section) -> frozenset[str] | None:
        """Return the departments of the nearest section around that has some."""
        return region_around(self._regions, section)

    def _linked(self, link: str, mention: Mention) -> Club | Unsettled:
        """Return the club of the link; in doubt where the lists give its name to another club."""
        made = _of_link(link, self.season, self.file, self.listed)
        if made.name:
            return made
        others = frozenset(known.club for known in self.listed_as(mention)) - {made}
        return Unsettled("unknown-club", made, others) if others else made

    def _named(self, name: str, section: Section) -> set[Club]:
        """Return the clubs that the name can mean there: of the season, else of the file."""
        found = self._of_season(name, section)
        if len(found) == 1:
            return found
        lines = self.file.lines_named(name, self.season)
        said = {
            self.file.clubs[line.key]
            for line in lines
            if line.department == ANYWHERE and not (found and line.holds_in_any_season)
        }
        if len(said) == 1:
            return said
        home = self._only_department(section)
        return found or {self.file.clubs[line.key] for line in lines if line.department == home}

    def _only_department(self, section: Section) -> str | None:
        """Return the department whose clubs alone play there, if no list says which they are."""
        region = self.region(section) or frozenset()
        listed = {one.code for known in self._known.values() for one in known if one.listed}
        return next(iter(region - listed), None) if len(region) == 1 else None

    def _of_season(self, name: str, section: Section) -> set[Club]:
        """Return the season's clubs of that name which the section's region can hold."""
        known = self._known.get(name, [])
        listed = {
            one.club for one in known if one.listed and can_be_in(self._regions, section, one.code)
        }
        listed |= {
            self.file.clubs[line.key]
            for line in self.file.lines_named(name, self.season)
            if self._takes_part(line, section)
        }
        linked = {o.club for o in known if not o.listed and can_meet(o.section, section)}
        near = {one.club for one in known if not one.listed and one.section == section}
        if not listed and not any(one.listed for one in known):
            return near or linked
        return near if len(listed) > 1 and len(near & listed) == len(near) == 1 else listed

    def _takes_part(self, line: ClubLine, section: Section) -> bool:
        club = self.file.clubs[line.key]
        entered = {one.code for known in self._known.values() for one in known if one.club == club}
        places = {ANYWHERE, "", club.department, *entered}
        return (
            bool(entered)
            and line.department in places
            and any(can_be_in(self._regions, section, code) for code in entered)
        )

    def _placed(self, mention: Mention) -> set[Club]:
        """Return what a name with a place in brackets means: a club of that name there."""
        last = bracket(mention.printed)
        if not last:
            return set()
        stem, inside = comparable(last.stem), last.inside
        listed = [one for one in self._known.get(stem, ()) if one.listed]
        at_town = {one.club for one in listed if slug(one.town or "") == slug(inside)}
        home = self.departments.of_place(inside)
        if at_town or not home:
            return at_town
        is_department = self.departments.find(inside) == home
        there = [one for one in listed if one.code == home.code]
        known = {one.club for one in there if is_department or not one.town}
        return known or {
            self.file.clubs[line.key]
            for line in self.file.lines_named(stem, self.season)
            if line.department == home.code and slug(line.town) in {"", slug(inside)}
        }

    def _unsettled(self, mention: Mention, found: set[Club]) -> Unsettled:
        fullest, *_ = mention.names
        shorter = (name for name in reversed(mention.names) if name in self._printed)
        name = next(shorter, fullest)
        provisional = Club(f"{PROVISIONAL}-{slug(self.season)}-{slug(name)}")
        if found:
            return Unsettled("ambiguous-club", provisional, frozenset(found))
        return Unsettled("unknown-club", provisional)


def directory(
    season: str, facts: Sequence[Fact], file: ClubFile, departments: Departments
) -> Directory:
    """Return the clubs that the page's team lists define and its links name."""
    rows, elsewhere = list_rows(facts, departments), mentions(facts)
    held = regions(facts, rows, departments)
    clubs = tuple(listed_clubs(rows, elsewhere, held, season, file))
    doubtful = doubtful_links(rows)
    known: defaultdict[str, list[Known]] = defaultdict(list)
    for row, club in zip(rows, clubs, strict=True):
        known[row.name].append(
            Known(club, row.printed, row.link, row.code, row.town, row.section, listed=True)
        )
    for mention in elsewhere:
        link = article(mention.link or "")
        if link and link not in doubtful:
            club = _of_link(link, season, file, clubs)
            here = Known(club, mention.printed, link, None, None, mention.section, listed=False)
            known[mention.names[0]].append(here)
    printed = frozenset(mention.names[0] for mention in elsewhere)
    return Directory(season, file, departments, clubs, dict(known), printed, doubtful, held)


def _of_link(link: str, season: str, file: ClubFile, listed: Sequence[Club]) -> Club:
    """Return the club of a link, with what a list says of it."""
    made = file.club_of_link(link, season)
    return next((club for club in listed if club.key == made.key), made)
