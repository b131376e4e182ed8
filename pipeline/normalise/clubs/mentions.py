"""Names of clubs where a page prints them: in a row of a team list, in a match, tie or table."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from pipeline.domain.keys import FOLDED_TEXTS_KEPT, slug
from pipeline.domain.season import Department, code_of
from pipeline.facts import (
    EntryFact,
    Fact,
    MatchFact,
    Section,
    StandingFact,
    TieFact,
    facts_of_kind,
)
from pipeline.reference.clubs import article
from pipeline.reference.departments import Departments
from pipeline.values.club_names import comparable, name_proper, without_status


@dataclass(frozen=True, slots=True)
class TeamListRow:
    """A club in a team list.

    department:         None where the page states none we know
    department_printed: as the page has it, None for a blank cell
    town:               None where the page states none
    """

    printed: str
    link: str | None
    department: Department | None
    department_printed: str | None
    town: str | None
    section: Section

    @property
    def name(self) -> str:
        """The name for comparing."""
        return comparable(name_proper(self.printed))

    @property
    def linked_article(self) -> str:
        """The article that the link names, empty for none."""
        return article(self.link or "")

    @property
    def department_code(self) -> str | None:
        """The code of the department, None where the page states none we know."""
        return code_of(self.department)

    @property
    def department_name(self) -> str:
        """The department, as printed where it is none we know, empty for a blank cell."""
        return self.department.name if self.department else self.department_printed or ""

    def states_town(self, town: str) -> bool:
        """Whether the row states this town; case, accents and dots do not count."""
        return self.town is not None and slug(self.town) == slug(town)

    def states_other_town(self, town: str) -> bool:
        """Whether the row states a town and not this one; an empty text is no town."""
        return self.town is not None and town != "" and not self.states_town(town)


@dataclass(frozen=True, slots=True)
class Mention:
    """A club in a match, a tie or a table; in a table a capital in brackets may be a status."""

    printed: str
    link: str | None
    section: Section
    in_table: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """The names for comparing that the print allows, the fullest first."""
        return _names_for_comparing(self.printed, in_table=self.in_table)

    @property
    def linked_article(self) -> str:
        """The article that the link names, empty for none."""
        return article(self.link or "")


@lru_cache(FOLDED_TEXTS_KEPT)
def _names_for_comparing(printed: str, *, in_table: bool) -> tuple[str, ...]:
    full_name = name_proper(printed)
    names = [comparable(full_name)]
    # "San Antonio (C)" is a name with its bracket; in a table (C) may mark the champion as well
    name_without_status = without_status(full_name) if in_table else None
    if name_without_status:
        names.append(comparable(name_without_status))
    return tuple(names)


def read_team_list_rows(facts: Iterable[Fact], departments: Departments) -> list[TeamListRow]:
    """Return the rows of the team lists, in page order."""
    return [_read_row(fact, departments) for fact in facts_of_kind(EntryFact, facts)]


def _read_row(fact: EntryFact, departments: Departments) -> TeamListRow:
    department = departments.find(fact.department)
    # "| | Ugarte | Talara |": the department is blank, but Talara is a town of Piura
    if not fact.department:
        department = departments.of_place(fact.location)
    return TeamListRow(
        printed=fact.team,
        link=fact.team_link,
        department=department,
        department_printed=fact.department,
        town=departments.town_in(department, fact.location),
        section=fact.section,
    )


def read_mentions(facts: Iterable[Fact]) -> list[Mention]:
    """Return every name of a match, tie or table, in page order."""
    mentions = []
    for fact in facts:
        mentions += mentions_of(fact)
    return mentions


def mentions_of(fact: Fact) -> list[Mention]:
    """Return the names of a match, of a tie, or of a line of a table."""
    if isinstance(fact, StandingFact):
        return [Mention(fact.team, fact.team_link, fact.section, in_table=True)]
    names_with_links: list[tuple[str | None, str | None]] = []
    if isinstance(fact, MatchFact):
        names_with_links = [(fact.home, fact.home_link), (fact.away, fact.away_link)]
    if isinstance(fact, TieFact):
        names_with_links = [(fact.team1, fact.team1_link), (fact.team2, fact.team2_link)]
    return [Mention(name, link, fact.section) for name, link in names_with_links if name]
