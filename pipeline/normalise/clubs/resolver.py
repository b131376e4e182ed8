"""Which club a mention means: the steps of the package's docstring, one method each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from pipeline.domain.keys import slug
from pipeline.domain.match import Club
from pipeline.facts import Fact, Section
from pipeline.normalise.clubs.mentions import Mention, read_mentions, read_team_list_rows
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
    """A name that no rule settles: the provisional club, and the clubs that it might mean."""

    code: Literal["unknown-club", "ambiguous-club"]
    club: Club
    candidates: frozenset[Club] = frozenset()


@dataclass(frozen=True, slots=True)
class ClubResolver:
    """What a season's page and the data files say about names; `resolve` asks it.

    season:    its label
    row_clubs: the club of each row of the team lists, in page order
    names:     the names whose club the page itself gives
    """

    season: str
    club_file: ClubFile
    departments: Departments
    row_clubs: tuple[Club, ...]
    names: SeasonNames
    _ambiguous_articles: frozenset[str] = field(repr=False)
    _mentioned_names: frozenset[str] = field(repr=False)
    _regions: Regions = field(repr=False)

    def resolve(self, mention: Mention) -> Club | Unresolved:
        """Return the club that the mention means, else what it might mean."""
        linked_article = mention.linked_article
        if linked_article and linked_article not in self._ambiguous_articles:
            return self._resolve_link(mention)
        clubs = self._clubs_of_mention(mention)
        if len(clubs) == 1:
            return clubs.pop()
        return self._leave_open(mention, clubs)

    def region_of(self, section: Section) -> frozenset[str] | None:
        """Return the departments of the section, None if it is in no region."""
        return nearest_region(section, self._regions)

    def _resolve_link(self, mention: Mention) -> Club | Unresolved:
        club = find_linked_club(mention.linked_article, self.season, self.club_file, self.row_clubs)
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
        lines = self.club_file.lines_named(name, self.season)
        lines_for_anywhere = [line for line in lines if line.department == ANYWHERE]
        # the lists have two clubs Grau: a line that says which one must be about this season
        if clubs_of_season:
            lines_for_anywhere = [
                line for line in lines_for_anywhere if not line.holds_in_any_season
            ]
        clubs_anywhere = self._clubs_of_lines(lines_for_anywhere)
        if len(clubs_anywhere) == 1:
            return clubs_anywhere
        if clubs_of_season:
            return clubs_of_season
        # "torino,Torino,PE-PIU": in a region of Piura alone, that Torino is meant
        only_department = self._only_department_of(section)
        return self._clubs_of_lines(line for line in lines if line.department == only_department)

    def _clubs_of_season(self, name: str, section: Section) -> set[Club]:
        """Return the clubs of the season that have the name and can play in the section."""
        listed_names = self.names.listed(name)
        clubs = {
            season_name.club
            for season_name in listed_names
            if can_play_in(section, season_name.department_code, self._regions)
        }
        # "octavio-espinosa-ica,Octavio Espinoza,any": another spelling of a club that takes part
        for line in self.club_file.lines_named(name, self.season):
            if self._means_participant(line, section):
                clubs.add(self.club_file.clubs[line.key])
        linked_names = self.names.linked(name)
        clubs_linked_here = {linked.club for linked in linked_names if linked.section == section}
        if not clubs and not listed_names:
            # "Municipal" is linked once in Region I: it is that club there and in the final
            # stage, but another one may be meant in Region II
            return clubs_linked_here or {
                linked.club for linked in linked_names if can_share_clubs(linked.section, section)
            }
        # two clubs Alfonso Ugarte are listed, and this section links one of them
        if len(clubs) > 1 and len(clubs_linked_here) == 1 and clubs_linked_here <= clubs:
            return clubs_linked_here
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
        if region is None or len(region) != 1:
            return None
        (department_code,) = region
        if department_code in self.names.listed_department_codes():
            return None
        return department_code

    def _clubs_at_place_in_brackets(self, mention: Mention) -> set[Club]:
        """Return the clubs of the name in front of a bracket that are of the place inside it."""
        last_bracket = bracket(mention.printed)
        if last_bracket is None:
            return set()
        name, place = comparable(last_bracket.stem), last_bracket.inside
        listed_names = self.names.listed(name)
        # "Universitario (Tarma)": the list has a Universitario of Tarma
        clubs_of_town = {
            listed.club for listed in listed_names if slug(listed.town or "") == slug(place)
        }
        department = self.departments.of_place(place)
        if clubs_of_town or department is None:
            return clubs_of_town
        # "Universitario (Junín)": of any town in Junín; "Universitario (Huancayo)": of Junín, and
        # the list must not say that it is of another town
        is_department = self.departments.find(place) == department
        clubs_of_department = {
            listed.club
            for listed in listed_names
            if listed.department_code == department.code and (is_department or not listed.town)
        }
        if clubs_of_department:
            return clubs_of_department
        # "Torino (Talara)": no list has it, but "torino,Torino,PE-PIU,Talara" stands in the file
        return self._clubs_of_lines(
            line
            for line in self.club_file.lines_named(name, self.season)
            if line.department == department.code and slug(line.town) in {"", slug(place)}
        )

    def _clubs_of_lines(self, lines: Iterable[ClubLine]) -> set[Club]:
        return {self.club_file.clubs[line.key] for line in lines}

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
    linked_mentions = []
    for mention in mentions:
        article = mention.linked_article
        if article and article not in evidence.ambiguous_articles:
            club = find_linked_club(article, season, club_file, row_clubs)
            linked_mentions.append((mention, club))
    return ClubResolver(
        season=season,
        club_file=club_file,
        departments=departments,
        row_clubs=tuple(row_clubs),
        names=build_season_names(zip(rows, row_clubs, strict=True), linked_mentions),
        _ambiguous_articles=evidence.ambiguous_articles,
        _mentioned_names=frozenset(mention.names[0] for mention in mentions),
        _regions=regions,
    )
