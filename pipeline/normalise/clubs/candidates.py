"""What an unsettled name might mean, why, and the line that would settle it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.domain.keys import slug
from pipeline.domain.match import Club
from pipeline.normalise.clubs.mentions import Mention
from pipeline.normalise.clubs.resolver import Directory, Unsettled
from pipeline.normalise.clubs.team_lists import is_provisional
from pipeline.reference.clubs import ANYWHERE, COLUMNS, article
from pipeline.reference.data_file import csv_line

_LIKENESS = 75  # of 100; below it rapidfuzz finds chance
_MOST = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """A club, and what speaks for it."""

    club: Club
    reasons: tuple[str, ...]


def message(mention: Mention, unsettled: Unsettled, clubs: Directory, page: str) -> str:
    """Return one sentence: the name, its candidates with reasons, the line to paste."""
    found = candidates(mention, unsettled, clubs)
    shown = "; ".join(f"{one.club.key} ({', '.join(one.reasons)})" for one in found) or "none"
    nobody = "is no club of clubs.csv or of a list that states its department"
    what = "may be several clubs" if len(found) > 1 else nobody
    who = "the first" if found else "a club of its own"
    kept, town = found[0].club if found else None, unsettled.club.town
    pasted = " and ".join(settling_lines(mention, kept, clubs, page, town))
    return (
        f"{mention.printed!r} {what}; candidates: {shown}; "
        f"if it is {who}, add to {clubs.file.name}: {pasted}"
    )


def candidates(mention: Mention, unsettled: Unsettled, clubs: Directory) -> list[Candidate]:
    """Return the likeliest clubs first: of the same name, then those that are spelt alike."""
    reasons: dict[Club, list[str]] = {}
    for club, reason in _reasons(mention, unsettled, clubs):
        if not is_provisional(club):
            reasons.setdefault(club, []).append(reason)
    return [Candidate(club, tuple(dict.fromkeys(why))) for club, why in reasons.items()][:_MOST]


def settling_lines(
    mention: Mention, club: Club | None, clubs: Directory, page: str, town: str | None = None
) -> Iterator[str]:
    """Yield the lines for clubs.csv that make the name or link mean the club.

    A club that is not yet in the file gets its own line before. Each line names the season, for of
    the name in another nothing is known; a key means its club in every season, so a new one has
    its season too.

    town: of the list that prints the name without a department
    """
    year = clubs.season[:4]
    scope = {"from": year, "to": year, "source": page}
    if club and club.key not in clubs.file.clubs:
        known = clubs.known_as(club)
        yield csv_line(
            COLUMNS,
            key=club.key,
            name=known.printed,
            department=club.department or "",
            town=club.town or "",
            link=article(known.link or ""),
            **scope,
        )
    yield csv_line(
        COLUMNS,
        key=club.key if club else slug(f"{mention.names[0]} {town or ''} {clubs.season}"),
        name=mention.printed,
        department=ANYWHERE,
        town=town or "",
        link=article(mention.link or ""),
        **scope,
    )


def _reasons(
    mention: Mention, unsettled: Unsettled, clubs: Directory
) -> Iterator[tuple[Club, str]]:
    region = clubs.region(mention.section) or frozenset()
    for known in clubs.listed_as(mention):
        yield known.club, f"department {known.code or 'unknown'}: listed as {known.printed!r}"
        if known.code in region:
            yield known.club, "in the region of this section"
    for club in sorted(unsettled.candidates):
        if mention.link:
            yield club, f"the link {mention.link!r} is not the club's"
    for club, reason in sorted(_filed(mention, clubs)):
        yield club, reason
    yield from _alike(mention.names, clubs)


def _filed(mention: Mention, clubs: Directory) -> Iterator[tuple[Club, str]]:
    for name in mention.names:
        for known in clubs.file.lines_named(name, clubs.season):
            where = known.department or "no department"
            where += f", town {known.town}" if known.town else ""
            yield clubs.file.clubs[known.key], f"clubs.csv:{known.number}: in {where}"


def _alike(names: Iterable[str], clubs: Directory) -> Iterator[tuple[Club, str]]:
    """Yield the season's clubs whose names are spelt alike: a hint for people, never a reason."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only what is unsettled needs it

    season = clubs.names()
    for name in names:
        found = process.extract(
            name, list(season), scorer=fuzz.WRatio, limit=_MOST, score_cutoff=_LIKENESS
        )
        for other, score, _ in found:
            yield season[other].club, f"spelling {season[other].printed!r}, {score:.0f} of 100"
