"""The facts of a page as statements about its clubs: who stands where, and who meets whom."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from pipeline.domain.keys import fold
from pipeline.domain.match import Club
from pipeline.domain.meetings import CLUBS_OF_A_TIE
from pipeline.facts import Fact, MatchFact, Section, StandingFact, TieFact
from pipeline.normalise.clubs.mentions import Mention, mentions_of
from pipeline.normalise.clubs.resolver import ClubResolver, Unresolved
from pipeline.normalise.clubs.whole_page.statements import (
    ListedName,
    Meeting,
    Name,
    Slot,
    Statements,
    TableRow,
)
from pipeline.normalise.rounds import round_kind
from pipeline.normalise.stages import Place, place

# "Group A" and "Group B", "Región IV" and "Región V": a club plays in one of them
_SIDE_BY_SIDE = re.compile(
    r"(?P<kind>group|grupo|zona|zone|serie|series|region|llave|liga|liguilla) (?P<label>.+)"
)

_LENGTH_OF_DATE = len("1997-12-31")


def read_statements(facts: Sequence[Fact], resolver: ClubResolver) -> Statements:
    """Return what the page says about its clubs, each name with the club of its own evidence."""
    names: dict[Mention, Name] = {}
    for fact in facts:
        for mention in mentions_of(fact):
            if mention not in names:
                names[mention] = _read_name(mention, fact, resolver)
    table_rows = tuple(_read_table_rows(facts))
    groups_with_table = frozenset(row.group for row in table_rows)
    return Statements(
        names=tuple(names.values()),
        listed=tuple(_read_listed(resolver)),
        table_rows=table_rows,
        meetings=tuple(_read_meetings(facts, groups_with_table)),
        file_keys=frozenset(resolver.club_file.clubs),
    )


@lru_cache(maxsize=1024)
def _place(section: Section, stated_round: str | None) -> Place:
    """Return the place of the headings; a page asks for the same ones again and again."""
    return place(section, "", stated_round)


def _read_name(mention: Mention, fact: Fact, resolver: ClubResolver) -> Name:
    resolution = resolver.resolve(mention)
    club = resolution if isinstance(resolution, Club) else resolution.club
    name_place = _place(mention.section, _round_of(fact))
    return Name(
        mention=mention,
        club=club,
        is_open=isinstance(resolution, Unresolved) and club.is_provisional,
        is_told=_is_told_by_file(mention, club, resolver),
        answers=tuple(_answers_of(name_place, resolver)),
        region=resolver.region_of(mention.section),
        groups=_groups_of(name_place),
    )


def _round_of(fact: Fact) -> str | None:
    return fact.round if isinstance(fact, MatchFact | TieFact) else None


def _is_told_by_file(mention: Mention, club: Club, resolver: ClubResolver) -> bool:
    """Whether a line of clubs.csv says what the name means."""
    if mention.linked_article or club.key not in resolver.club_file.clubs:
        return False
    for name in mention.names:
        for line in resolver.club_file.lines_named(name, resolver.season):
            if resolver.club_file.clubs[line.key] == club:
                return True
    return False


def _answers_of(name_place: Place, resolver: ClubResolver) -> Iterator[tuple[Slot, str]]:
    """Yield where the name stands among places of which a club is in one only."""
    path: list[str] = [name_place.stage]
    for heading in (name_place.group or "").split(" / "):
        folded = fold(heading)
        sides = _SIDE_BY_SIDE.fullmatch(folded)
        if sides:
            # "Group A" of the first phase, "Group 1" of the second: a letter, then a number
            is_number = sides["label"].isdigit()
            yield (*path, sides["kind"], "number" if is_number else "label"), folded
        elif resolver.departments.find(heading):
            yield (*path, "department"), folded
        path.append(folded)


def _groups_of(name_place: Place) -> tuple[tuple[str, ...], ...]:
    """Return the group of the name and those around it, none for a round of ties."""
    path = _path_of(name_place)
    if name_place.round_kind == "knock-out":
        # "== Final ==" with a table: the clubs of a stage may all meet in it
        return (path,) if name_place.round is None else ()
    return tuple(path[:depth] for depth in range(1, len(path) + 1))


def _path_of(name_place: Place) -> tuple[str, ...]:
    groups = name_place.group.split(" / ") if name_place.group else []
    return (name_place.stage, *groups)


def _read_listed(resolver: ClubResolver) -> Iterator[ListedName]:
    numbers: dict[Section, int] = {}
    for row, club in zip(resolver.rows, resolver.row_clubs, strict=True):
        number = numbers.setdefault(row.section, len(numbers))
        yield ListedName(row, club, number)


def _read_table_rows(facts: Iterable[Fact]) -> Iterator[TableRow]:
    """Yield the rows of the tables; a new table begins where headings or positions do."""
    number = 0
    previous: StandingFact | None = None
    names_in_table: set[tuple[str, str | None]] = set()
    for fact in facts:
        if not isinstance(fact, StandingFact):
            continue
        name = (fact.team, fact.team_link)
        if previous is None or _begins_table(fact, previous) or name in names_in_table:
            number += 1
            names_in_table = set()
        names_in_table.add(name)
        previous = fact
        (mention,) = mentions_of(fact)
        yield TableRow(mention, number, _path_of(_place(fact.section, None)))


def _begins_table(row: StandingFact, previous: StandingFact) -> bool:
    if row.section != previous.section:
        return True
    # positions 1, 2, 3, 4, 1
    return row.position == 1 and previous.position not in {None, 1, 2}


def _read_meetings(
    facts: Iterable[Fact], groups_with_table: frozenset[tuple[str, ...]]
) -> Iterator[Meeting]:
    for fact in facts:
        if not isinstance(fact, MatchFact | TieFact):
            continue
        mentions = mentions_of(fact)
        # "TBD" on one side: a match needs two names to tell them apart
        if len(mentions) < CLUBS_OF_A_TIE:
            continue
        home, away = mentions
        meeting_place = _place(fact.section, fact.round)
        path = (*_path_of(meeting_place), meeting_place.round or "")
        is_of_ties = isinstance(fact, TieFact) or meeting_place.round_kind == "knock-out"
        # "== Final ==" with a table is a group
        if meeting_place.round is None and _path_of(meeting_place) in groups_with_table:
            is_of_ties = False
        yield Meeting(
            home,
            away,
            days=tuple(_days_of(fact, path)),
            round=path if is_of_ties else None,
            score=_score_of(fact),
        )


def _days_of(fact: Fact, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the round and the date of a match: a club plays once in either."""
    if not isinstance(fact, MatchFact):
        return
    # "Fecha 2" above the match, in a heading or a column; below "== Final ==" it is no place
    heading = fact.section[-1] if fact.section else ""
    if round_kind(path[-1]) == "matchday":
        yield path
    elif round_kind(fact.round or heading) == "matchday":
        yield (*fact.section, fact.round or heading)
    # a month alone is no day
    if fact.date is not None and len(fact.date) == _LENGTH_OF_DATE:
        yield ("date", fact.date)


def _score_of(fact: Fact) -> tuple[int, int] | None:
    if not isinstance(fact, MatchFact) or fact.home_goals is None or fact.away_goals is None:
        return None
    return fact.home_goals, fact.away_goals
