"""The names that a season's page gives its clubs: in team lists, and with links elsewhere."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.domain.match import Club
from pipeline.facts import Section
from pipeline.normalise.clubs.mentions import Mention, TeamListRow
from pipeline.normalise.clubs.team_lists import RowWithClub


@dataclass(frozen=True, slots=True)
class SeasonName:
    """A name of a club: in a team list with its place, else in a match or table with its link.

    linked_article:  empty where a list has no link
    department_code: as the list states it, None elsewhere
    town:            as the list states it, None elsewhere
    """

    club: Club
    printed: str
    linked_article: str
    department_code: str | None
    town: str | None
    section: Section
    is_listed: bool


@dataclass(frozen=True, slots=True)
class SeasonNames:
    """All names of a season whose club the page itself gives."""

    _by_name: Mapping[str, Sequence[SeasonName]] = field(repr=False)
    _codes_by_club: Mapping[Club, set[str | None]] = field(repr=False)
    _listed_codes: frozenset[str | None] = field(repr=False)

    def listed(self, name: str) -> list[SeasonName]:
        """Return what the lists call by the name, which is one for comparing."""
        return [season_name for season_name in self._by_name.get(name, ()) if season_name.is_listed]

    def linked(self, name: str) -> list[SeasonName]:
        """Return what the matches and tables call by the name, with a link."""
        names = self._by_name.get(name, ())
        return [season_name for season_name in names if not season_name.is_listed]

    def listed_as(self, mention: Mention) -> list[SeasonName]:
        """Return what the lists call by one of the mention's names, wherever it is from."""
        listed_names = []
        for name in mention.names:
            listed_names += self.listed(name)
        return listed_names

    def first_by_name(self) -> dict[str, SeasonName]:
        """Return the first club of each name for comparing."""
        return {name: season_names[0] for name, season_names in self._by_name.items()}

    def first_of_club(self, club: Club) -> SeasonName:
        """Return the first name of a club; raise KeyError if the season has none."""
        for season_name in self._all():
            if season_name.club == club:
                return season_name
        raise KeyError(club.key)

    def department_codes(self, club: Club) -> set[str | None]:
        """Return the departments in which the page has the club; None for a name of no list."""
        return self._codes_by_club.get(club, set())

    def listed_department_codes(self) -> frozenset[str | None]:
        """Return the departments of which some list has a club."""
        return self._listed_codes

    def _all(self) -> Iterable[SeasonName]:
        for season_names in self._by_name.values():
            yield from season_names


def build_season_names(
    listed: Iterable[RowWithClub], linked: Iterable[tuple[Mention, Club]]
) -> SeasonNames:
    """Return the names of the rows with their clubs, then those of linked mentions with theirs."""
    # in this order, so that a list's name and place come first where a club is described
    names_by_name: defaultdict[str, list[SeasonName]] = defaultdict(list)
    for row, club in listed:
        names_by_name[row.name].append(_name_of_row(row, club))
    for mention, club in linked:
        names_by_name[mention.names[0]].append(_name_of_mention(mention, club))
    codes_by_club: defaultdict[Club, set[str | None]] = defaultdict(set)
    listed_codes: set[str | None] = set()
    for season_names in names_by_name.values():
        for season_name in season_names:
            codes_by_club[season_name.club].add(season_name.department_code)
            if season_name.is_listed:
                listed_codes.add(season_name.department_code)
    return SeasonNames(dict(names_by_name), dict(codes_by_club), frozenset(listed_codes))


def _name_of_row(row: TeamListRow, club: Club) -> SeasonName:
    return SeasonName(
        club=club,
        printed=row.printed,
        linked_article=row.linked_article,
        department_code=row.department_code,
        town=row.town,
        section=row.section,
        is_listed=True,
    )


def _name_of_mention(mention: Mention, club: Club) -> SeasonName:
    return SeasonName(
        club=club,
        printed=mention.printed,
        linked_article=mention.linked_article,
        department_code=None,
        town=None,
        section=mention.section,
        is_listed=False,
    )
