"""Which club a mention means, by the evidence that the package's docstring lists."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from pipeline.domain.grouping import only_one
from pipeline.domain.keys import slug
from pipeline.domain.match import Club
from pipeline.domain.season import Department
from pipeline.facts import Fact, Section
from pipeline.normalise.clubs.mentions import (
    Mention,
    TeamListRow,
    read_mentions,
    read_team_list_rows,
)
from pipeline.normalise.clubs.provisional_clubs import provisional_key
from pipeline.normalise.clubs.regions import (
    Regions,
    can_play_in,
    can_share_clubs,
    nearest_region,
    read_regions,
)
from pipeline.normalise.clubs.season_names import SeasonNames, build_season_names
from pipeline.normalise.clubs.team_lists import (
    define_clubs,
    find_linked_club,
    gather_list_evidence,
)
from pipeline.reference.clubs import ANYWHERE, ClubFile, ClubLine
from pipeline.reference.departments import Departments
from pipeline.values.club_names import bracket, comparable


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A name that no rule settles.

    club:       the provisional one that stands in, or that of a link which the lists contradict
    candidates: the clubs that the name might mean
    """

    code: Literal["unknown-club", "ambiguous-club"]
    club: Club
    candidates: frozenset[Club] = frozenset()


@dataclass(frozen=True, slots=True)
class ClubResolver:
    """What a season's page and the data files say about names; `resolve` asks it.

    season:    its label
    rows:      those of the team lists, in page order
    row_clubs: the club of each of them
    names:     the names whose club the page itself gives
    """

    season: str
    club_file: ClubFile
    departments: Departments
    rows: tuple[TeamListRow, ...]
    row_clubs: tuple[Club, ...]
    names: SeasonNames
    _unclear_articles: frozenset[str] = field(repr=False)
    _mentioned_names: frozenset[str] = field(repr=False)
    _regions: Regions = field(repr=False)
    _row_clubs_by_key: Mapping[str, Club] = field(repr=False)

    def resolve(self, mention: Mention) -> Club | Unresolved:
        """Return the club that the mention means, else what it might mean."""
        if mention.linked_article not in self._unclear_articles:
            return self._resolve_link(mention)
        clubs = self._clubs_of_mention(mention)
        if len(clubs) == 1:
            return clubs.pop()
        return self._leave_open(mention, clubs)

    def region_of(self, section: Section) -> frozenset[str] | None:
        """Return the departments of the section, None if it is in no region."""
        return nearest_region(section, self._regions)

    def _resolve_link(self, mention: Mention) -> Club | Unresolved:
        club = find_linked_club(
            mention.linked_article, self.season, self.club_file, self._row_clubs_by_key
        )
        # only clubs.csv gives a club a name: it knows this link, and nobody need doubt it
        if club.name:
            return club
        # "[[Club Octavio Espinoza|Octavio Espinosa]]" of a match, and a list has an Octavio
        # Espinosa with another link: whether they are one club nobody says
        listed_clubs = {season_name.club for season_name in self.names.listed_as(mention)}
        other_clubs = frozenset(listed_clubs - {club})
        if other_clubs:
            return Unresolved("unknown-club", club, other_clubs)
        return club

    def _clubs_of_mention(self, mention: Mention) -> set[Club]:
        """Return the clubs of the fullest name that means any, else those at its place."""
        for name in mention.names:
            clubs = self._clubs_of_name(name, mention.section)
            if clubs:
                return clubs
        return self._clubs_at_place_in_brackets(mention)

    def _clubs_of_name(self, name: str, section: Section) -> set[Club]:
        """Return the clubs that the name can mean in the section."""
        clubs_of_season = self._clubs_of_season(name, section)
        if len(clubs_of_season) == 1:
            return clubs_of_season
        clubs_anywhere = set()
        for line in self.club_file.lines_named(name, self.season):
            # "juan-aurich,Juan Aurich,any" of no season is no choice between two that are listed
            is_too_general = bool(clubs_of_season) and line.holds_in_any_season
            if line.department == ANYWHERE and not is_too_general:
                clubs_anywhere.add(self.club_file.clubs[line.key])
        if len(clubs_anywhere) == 1:
            return clubs_anywhere
        if clubs_of_season:
            return clubs_of_season
        # "torino,Torino,PE-PIU,Talara": in a region of Piura alone, this Torino is meant
        return self._clubs_in_file(name, self._only_department_of(section))

    def _clubs_of_season(self, name: str, section: Section) -> set[Club]:
        """Return the clubs of the season that have the name and can play in the section."""
        clubs_linked_here = set()
        clubs_linked_nearby = set()
        for linked in self.names.linked(name):
            if linked.section == section:
                clubs_linked_here.add(linked.club)
            # [[Deportivo Municipal|Municipal]] in Region I: "Municipal" is this club in the final
            # stage too, but may be another one in Region II
            if can_share_clubs(linked.section, section):
                clubs_linked_nearby.add(linked.club)
        clubs = self._clubs_of_participants(name, section)
        if not clubs and not self.names.listed(name):
            return clubs_linked_here or clubs_linked_nearby
        # two clubs Alfonso Ugarte are listed, and this section links one of them
        if len(clubs) > 1 and len(clubs_linked_here) == 1 and clubs_linked_here <= clubs:
            return clubs_linked_here
        return clubs

    def _clubs_of_participants(self, name: str, section: Section) -> set[Club]:
        """Return the clubs that a list, or a spelling of the file for one of the season, names so.

        They are those whose department can play in the section.
        """
        clubs = set()
        for listed in self.names.listed(name):
            # "Alfonso Ugarte" in the region of La Libertad is not the one of Puno
            if can_play_in(section, listed.department_code, self._regions):
                clubs.add(listed.club)
        for line in self.club_file.lines_named(name, self.season):
            # "octavio-espinosa-ica,Octavio Espinoza,any", and the lists have Octavio Espinosa
            if self._means_participant(line, section):
                clubs.add(self.club_file.clubs[line.key])
        return clubs

    def _means_participant(self, line: ClubLine, section: Section) -> bool:
        """Whether the line's club is of the season, at the line's place, and can play there."""
        club = self.club_file.clubs[line.key]
        department_codes = self.names.department_codes(club)
        if line.department not in {ANYWHERE, "", club.department, *department_codes}:
            return False
        return any(can_play_in(section, code, self._regions) for code in department_codes)

    def _only_department_of(self, section: Section) -> str | None:
        """Return the one department of the section's region, if no list says who is from there."""
        region = self.region_of(section)
        department_code = only_one(region or ())
        if department_code in self.names.listed_department_codes():
            return None
        return department_code

    def _clubs_at_place_in_brackets(self, mention: Mention) -> set[Club]:
        """Return the clubs of the name in front of a bracket that are of the place inside it."""
        last_bracket = bracket(mention.printed)
        if last_bracket is None:
            return set()
        name, place = comparable(last_bracket.stem), last_bracket.inside
        clubs_of_town = set()
        for listed in self.names.listed(name):
            # "Universitario (Tarma)": "| Junín | Universitario | Tarma |"
            if slug(listed.town or "") == slug(place):
                clubs_of_town.add(listed.club)
        department = self.departments.of_place(place)
        if clubs_of_town or department is None:
            return clubs_of_town
        clubs = self._listed_clubs_of_department(name, department, place)
        # "Torino (Talara)": in no list, but the file has "torino,Torino,PE-PIU,Talara"
        return clubs or self._clubs_in_file(name, department.code, place)

    def _listed_clubs_of_department(
        self, name: str, department: Department, place: str
    ) -> set[Club]:
        """Return the clubs of the lists that have the name, in the department of the place."""
        is_department = self.departments.find(place) == department
        clubs = set()
        for listed in self.names.listed(name):
            if listed.department_code != department.code:
                continue
            # "Universitario (Junín)" is of any town in Junín; "Universitario (Huancayo)" is the
            # one of Junín if the list does not say that it is of another town
            if is_department or not listed.town:
                clubs.add(listed.club)
        return clubs

    def _clubs_in_file(self, name: str, department_code: str | None, town: str = "") -> set[Club]:
        """Return the clubs that the file has of the name in the department, not of another town."""
        clubs = set()
        for line in self.club_file.lines_named(name, self.season):
            is_of_other_town = town != "" and slug(line.town) not in {"", slug(town)}
            if line.department == department_code and not is_of_other_town:
                clubs.add(self.club_file.clubs[line.key])
        return clubs

    def _leave_open(self, mention: Mention, candidates: set[Club]) -> Unresolved:
        """Return a provisional club for the name, `provisional-2008-grau`."""
        name = mention.names[0]
        # "Grau (C)" of a table is the "Grau" of the matches, where the page has one
        for shorter_name in reversed(mention.names):
            if shorter_name in self._mentioned_names:
                name = shorter_name
                break
        club = Club(provisional_key(self.season, name))
        if candidates:
            return Unresolved("ambiguous-club", club, frozenset(candidates))
        return Unresolved("unknown-club", club)


def build_resolver(
    season: str, facts: Sequence[Fact], club_file: ClubFile, departments: Departments
) -> ClubResolver:
    """Return what the facts of a season's page and the data files say about names of clubs."""
    rows = read_team_list_rows(facts, departments)
    mentions = read_mentions(facts)
    regions = read_regions(facts, rows, departments)
    evidence = gather_list_evidence(rows, mentions, regions, season, club_file)
    row_clubs = define_clubs(rows, evidence)
    row_clubs_by_key = {club.key: club for club in row_clubs}
    linked_mentions = []
    for mention in mentions:
        article = mention.linked_article
        if article not in evidence.unclear_articles:
            club = find_linked_club(article, season, club_file, row_clubs_by_key)
            linked_mentions.append((mention, club))
    return ClubResolver(
        season=season,
        club_file=club_file,
        departments=departments,
        rows=tuple(rows),
        row_clubs=tuple(row_clubs),
        names=build_season_names(zip(rows, row_clubs, strict=True), linked_mentions),
        _unclear_articles=evidence.unclear_articles,
        _mentioned_names=frozenset(mention.names[0] for mention in mentions),
        _regions=regions,
        _row_clubs_by_key=row_clubs_by_key,
    )
