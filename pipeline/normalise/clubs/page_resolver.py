"""Who is meant by each name of a page, resolved as a whole."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pipeline.domain.keys import slug
from pipeline.domain.match import Club
from pipeline.facts import Fact, Section
from pipeline.normalise.clubs.mentions import Mention
from pipeline.normalise.clubs.page_statements import read_statements
from pipeline.normalise.clubs.resolver import ClubResolver, Unresolved, build_resolver
from pipeline.normalise.clubs.season_names import SeasonNames
from pipeline.normalise.clubs.whole_page.assign import assign_clubs
from pipeline.normalise.clubs.whole_page.assignment import Assignment
from pipeline.reference.clubs import ClubFile
from pipeline.reference.departments import Departments


@dataclass(frozen=True, slots=True)
class PageResolver:
    """The clubs of a page; `resolve` answers for names of the page and of its infobox.

    row_clubs:  the club of each row of the team lists, in page order
    assignment: who is meant by each name, and why
    """

    single_names: ClubResolver
    row_clubs: tuple[Club, ...]
    assignment: Assignment
    _clubs_by_name: dict[str, set[Club]] = field(repr=False)
    # what the evidence of each name alone says: every row asks for its names again
    _resolutions: dict[Mention, Club | Unresolved] = field(default_factory=dict, repr=False)

    def resolve(self, mention: Mention) -> Club | Unresolved:
        """Return the club that the mention means, else what it might mean."""
        resolution = self._resolutions.get(mention)
        if resolution is None:
            resolution = self.single_names.resolve(mention)
            self._resolutions[mention] = resolution
        club = self._assigned_club(mention, resolution)
        # the infobox names a club that stands nowhere else on the page
        if club is None:
            return resolution
        if club not in self.assignment.open_clubs:
            return club
        if isinstance(resolution, Unresolved):
            return replace(resolution, club=club)
        return Unresolved("unknown-club", club)

    def _assigned_club(self, mention: Mention, resolution: Club | Unresolved) -> Club | None:
        """Return whom the page as a whole means by the mention, None where it says nothing."""
        assigned = self.assignment.club_of.get(mention)
        if assigned is not None:
            return assigned
        club = resolution if isinstance(resolution, Club) else resolution.club
        if club.key in self.assignment.club_of_key and isinstance(resolution, Club):
            return self.assignment.club_of_key[club.key]
        # a name of the infobox or of a bracket: as the page's matches have it
        for name in mention.names:
            clubs = self._clubs_by_name.get(name, set())
            if len(clubs) == 1:
                return next(iter(clubs))
        return None

    def is_read_in_group(self, mention: Mention) -> bool:
        """Whether the name means its club because no other club of a closed set fits it."""
        club = self.assignment.club_of.get(mention)
        if club is None:
            return False
        readings = self.assignment.readings.get(club, ())
        return any(
            reading.is_of_closed_set and mention.printed in reading.names for reading in readings
        )

    @property
    def season(self) -> str:
        """The label of the season."""
        return self.single_names.season

    @property
    def club_file(self) -> ClubFile:
        """The file of clubs."""
        return self.single_names.club_file

    @property
    def departments(self) -> Departments:
        """The departments."""
        return self.single_names.departments

    @property
    def names(self) -> SeasonNames:
        """The names whose club the page itself gives."""
        return self.single_names.names

    def new_key(self, printed: str) -> str:
        """Return a key for a club of its own, with the season as a key means one club in all."""
        return slug(f"{printed} {self.season}")

    def region_of(self, section: Section) -> frozenset[str] | None:
        """Return the departments of the section, None if it is in no region."""
        return self.single_names.region_of(section)


def resolve_page(
    season: str, facts: Sequence[Fact], club_file: ClubFile, departments: Departments
) -> PageResolver:
    """Return who is meant by the names of a season's page."""
    single_names = build_resolver(season, facts, club_file, departments)
    assignment = assign_clubs(read_statements(facts, single_names))
    row_clubs = tuple(assignment.club_of_key.get(club.key, club) for club in single_names.row_clubs)
    clubs_by_name: dict[str, set[Club]] = {}
    for mention, club in assignment.club_of.items():
        for name in mention.names:
            clubs_by_name.setdefault(name, set()).add(club)
    return PageResolver(single_names, row_clubs, assignment, clubs_by_name)
