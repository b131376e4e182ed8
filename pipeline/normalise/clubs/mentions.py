"""Names of clubs where a page prints them: in a team list, in a match, in a table."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.domain.keys import slug
from pipeline.domain.season import Department
from pipeline.facts import EntryFact, Fact, MatchFact, RegionFact, Section, StandingFact, TieFact
from pipeline.normalise.stages import place
from pipeline.reference.departments import Departments
from pipeline.values.club_names import comparable, name_proper, without_status

Regions = Mapping[Section, frozenset[str]]


@dataclass(frozen=True, slots=True)
class ListRow:
    """A club in a team list.

    department: None where the page states none we know
    stated:     the department as printed, None for a blank
    town:       None where the page states none; the department's name again may be none
    """

    printed: str
    link: str | None
    department: Department | None
    stated: str | None
    town: str | None
    section: Section

    @property
    def name(self) -> str:
        """The name for comparing."""
        return comparable(name_proper(self.printed))

    @property
    def code(self) -> str | None:
        """The code of the department."""
        return self.department.code if self.department else None

    @property
    def place(self) -> str:
        """The department, as printed where it is none we know, empty for a blank."""
        return self.department.name if self.department else self.stated or ""

    def is_at(self, town: str) -> bool:
        """Whether the row states this town; case, accents and dots do not count."""
        return self.town is not None and slug(self.town) == slug(town)

    def is_elsewhere(self, town: str) -> bool:
        """Whether the row states a town and not this one; an empty text is none."""
        return self.town is not None and town != "" and not self.is_at(town)


@dataclass(frozen=True, slots=True)
class Mention:
    """A club anywhere else; in a table a capital in brackets may be a status."""

    printed: str
    link: str | None
    section: Section
    in_table: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """The names for comparing that the print allows, the fullest first."""
        proper = name_proper(self.printed)
        stem = without_status(proper) if self.in_table else None
        return tuple(comparable(name) for name in (proper, stem) if name)


def list_rows(facts: Iterable[Fact], departments: Departments) -> list[ListRow]:
    """Return the rows of the team lists; a town stands in for a department left blank."""
    return [_list_row(fact, departments) for fact in facts if isinstance(fact, EntryFact)]


def _list_row(fact: EntryFact, departments: Departments) -> ListRow:
    known = departments.find(fact.department)
    if not fact.department:
        known = departments.of_place(fact.location)
    town = departments.town_in(known, fact.location)
    return ListRow(fact.team, fact.team_link, known, fact.department, town, fact.section)


def mentions(facts: Iterable[Fact]) -> list[Mention]:
    """Return every name of a match, tie or table."""
    return [mention for fact in facts for mention in mentioned(fact)]


def mentioned(fact: Fact) -> list[Mention]:
    """Return the names of a match, of a tie, or of a line of a table."""
    if isinstance(fact, MatchFact | TieFact):
        return [Mention(name, link, fact.section) for name, link in _sides(fact) if name]
    if isinstance(fact, StandingFact):
        return [Mention(fact.team, fact.team_link, fact.section, in_table=True)]
    return []


def region_around(regions: Regions, section: Section) -> frozenset[str] | None:
    """Return the departments of the nearest section around that has some."""
    paths = (section[:end] for end in range(len(section), 0, -1))
    return next((regions[path] for path in paths if path in regions), None)


def can_be_in(regions: Regions, section: Section, code: str | None) -> bool:
    """Whether a club of the department can play there: its region holds it, or no region does."""
    region = region_around(regions, section)
    if region is None or code is None or code in region:
        return True
    return all(code not in codes for codes in regions.values())


@lru_cache(maxsize=1024)
def can_meet(one: Section, other: Section) -> bool:
    """Whether a club of one section can be in the other: not in two groups of one stage."""
    first, second = place(one, ""), place(other, "")
    groups = [(at.group or "").split(" / ")[0] for at in (first, second)]
    return first.stage != second.stage or "" in groups or groups[0] == groups[1]


def _sides(fact: MatchFact | TieFact) -> Sequence[tuple[str | None, str | None]]:
    if isinstance(fact, MatchFact):
        return (fact.home, fact.home_link), (fact.away, fact.away_link)
    return (fact.team1, fact.team1_link), (fact.team2, fact.team2_link)


def regions(facts: Iterable[Fact], rows: Sequence[ListRow], departments: Departments) -> Regions:
    """Return the departments of each section that a sentence or else a team list gives some."""
    stated: defaultdict[Section, set[str]] = defaultdict(set)
    listed: defaultdict[Section, set[str]] = defaultdict(set)
    for fact in facts:
        if isinstance(fact, RegionFact):
            known = (departments.find(printed) for printed in fact.departments)
            stated[fact.section] |= {one.code for one in known if one}
    for row in rows:
        listed[row.section] |= {row.code} if row.code else set()
    both = dict(listed) | dict(stated)
    return {section: frozenset(codes) for section, codes in both.items() if codes}
