"""What an unresolved name might mean, why, and the lines of clubs.csv that would settle it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.domain.keys import slug
from pipeline.domain.match import Club
from pipeline.normalise.clubs.mentions import Mention
from pipeline.normalise.clubs.resolver import ClubResolver, Unresolved
from pipeline.reference.clubs import ANYWHERE, COLUMNS
from pipeline.reference.data_file import csv_line

_LOWEST_SCORE = 75  # of 100; below it rapidfuzz finds chance
_MOST_CANDIDATES = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """A club, and what speaks for it."""

    club: Club
    reasons: tuple[str, ...]


def describe_unresolved(
    mention: Mention, unresolved: Unresolved, resolver: ClubResolver, page_title: str
) -> str:
    """Return one sentence: the name, its candidates with reasons, the lines to paste."""
    candidates = find_candidates(mention, unresolved, resolver)
    descriptions = [
        f"{candidate.club.key} ({', '.join(candidate.reasons)})" for candidate in candidates
    ]
    problem = "is no club of clubs.csv or of a list that states its department"
    if len(candidates) > 1:
        problem = "may be several clubs"
    condition = "if it is the first" if candidates else "if it is a club of its own"
    lines = lines_to_paste(mention, unresolved, candidates, resolver, page_title)
    return (
        f"{mention.printed!r} {problem}; candidates: {'; '.join(descriptions) or 'none'}; "
        f"{condition}, add to {resolver.club_file.name}: {' and '.join(lines)}"
    )


def find_candidates(
    mention: Mention, unresolved: Unresolved, resolver: ClubResolver
) -> list[Candidate]:
    """Return the likeliest clubs first: of the same name, then those that are spelt alike."""
    # the order of the reasons is that of the clubs: evidence first, likeness last
    reasons_by_club: dict[Club, dict[str, None]] = {}
    for club, reason in _find_reasons(mention, unresolved, resolver):
        # `provisional-2008-listed-grau` would settle nothing
        if not club.is_provisional:
            reasons_by_club.setdefault(club, {})[reason] = None
    candidates = [Candidate(club, tuple(reasons)) for club, reasons in reasons_by_club.items()]
    return candidates[:_MOST_CANDIDATES]


def lines_to_paste(
    mention: Mention,
    unresolved: Unresolved,
    candidates: Sequence[Candidate],
    resolver: ClubResolver,
    page_title: str,
) -> Iterator[str]:
    """Yield the lines for clubs.csv that make the name or link mean the first candidate.

    Each line names the season, because nothing is known of the name in another one.

    candidates: empty for a club of its own
    """
    club = candidates[0].club if candidates else None
    # that of the list which prints the name without a department
    town = unresolved.club.town
    # a club that only the page has needs a first line of its own
    if club and club.key not in resolver.club_file.clubs:
        season_name = resolver.names.first_of_club(club)
        yield line_of_season(
            resolver.season,
            key=club.key,
            name=season_name.printed,
            department=club.department,
            town=club.town,
            link=season_name.linked_article,
            source=page_title,
        )
    # a key means one club in every season, so that of a new club has its season: "grau-piura-2008"
    new_key = slug(f"{mention.names[0]} {town or ''} {resolver.season}")
    yield line_of_season(
        resolver.season,
        key=club.key if club else new_key,
        name=mention.printed,
        department=ANYWHERE,
        town=town,
        link=mention.linked_article,
        source=page_title,
    )


def line_of_season(season: str, **cells: str | None) -> str:
    """Return a line of clubs.csv that holds in one season."""
    year = season[:4]
    return csv_line(COLUMNS, **{"from": year, "to": year}, **cells)


def _find_reasons(
    mention: Mention, unresolved: Unresolved, resolver: ClubResolver
) -> Iterator[tuple[Club, str]]:
    """Yield clubs with what speaks for each, the strongest reasons first."""
    region = resolver.region_of(mention.section) or frozenset()
    for listed in resolver.names.listed_as(mention):
        department_code = listed.department_code or "unknown"
        yield listed.club, f"department {department_code}: listed as {listed.printed!r}"
        if listed.department_code in region:
            yield listed.club, "in the region of this section"
    if mention.link:
        for club in sorted(unresolved.candidates):
            yield club, f"the link {mention.link!r} is not the club's"
    yield from sorted(_find_reasons_in_file(mention, resolver))
    yield from _find_similar_names(mention.names, resolver)


def _find_reasons_in_file(mention: Mention, resolver: ClubResolver) -> Iterator[tuple[Club, str]]:
    for name in mention.names:
        for line in resolver.club_file.lines_named(name, resolver.season):
            place = line.department or "no department"
            if line.town:
                place = f"{place}, town {line.town}"
            club = resolver.club_file.clubs[line.key]
            yield club, f"clubs.csv:{line.number}: in {place}"


def _find_similar_names(names: Iterable[str], resolver: ClubResolver) -> Iterator[tuple[Club, str]]:
    """Yield the season's clubs whose names are spelt alike: a hint for people, no evidence."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only what is unresolved needs it

    season_names = resolver.names.first_by_name()
    for name in names:
        similar_names = process.extract(
            name,
            list(season_names),
            scorer=fuzz.WRatio,
            limit=_MOST_CANDIDATES,
            score_cutoff=_LOWEST_SCORE,
        )
        for similar_name, score, _ in similar_names:
            season_name = season_names[similar_name]
            # "Octavio Espinoza": spelling 'Octavio Espinosa', 94 of 100
            yield season_name.club, f"spelling {season_name.printed!r}, {score:.0f} of 100"
