"""How each printed name of a page got its club: by its link, the lists, the data file, or not."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.domain.match import Club
from pipeline.facts import EntryFact, Fact
from pipeline.lineage import Span
from pipeline.normalise.clubs.candidates import Candidate, candidates, settling_lines
from pipeline.normalise.clubs.mentions import ListRow, Mention, list_rows, mentioned
from pipeline.normalise.clubs.resolver import Directory, Unsettled, directory
from pipeline.normalise.clubs.team_lists import is_provisional
from pipeline.reference import Reference

How = Literal["list", "link", "clubs.csv", "elsewhere", "ambiguous", "new"]


@dataclass(frozen=True, slots=True)
class Naming:
    """A printed name, and the club that it means.

    how:        `elsewhere` where the page links the same name in another place
    times:      how often the page prints it so
    span:       where it comes first
    candidates: what an unsettled name might mean, the likeliest first
    paste:      the lines of clubs.csv that would settle it as the first candidate, or as a club of
                its own where there is none
    """

    printed: str
    club: Club
    how: How
    times: int
    span: Span
    candidates: tuple[Candidate, ...] = ()
    paste: tuple[str, ...] = ()

    @property
    def settled(self) -> bool:
        """Whether somebody says which club is meant."""
        return self.how not in {"ambiguous", "new"}


def namings(
    season: str, facts: Sequence[Fact], page: str, reference: Reference
) -> tuple[Naming, ...]:
    """Return every name of the lists, matches and tables once, in page order.

    page: its title, the source of the lines to paste
    """
    clubs = directory(season, facts, reference.clubs, reference.departments)
    found = list(_all(clubs, facts, page))
    times = Counter((one.printed, one.club, one.how) for one in found)
    first = {(one.printed, one.club, one.how): one for one in reversed(found)}
    return tuple(
        Naming(*key, times[key], first[key].span, first[key].candidates, first[key].paste)
        for key in dict.fromkeys((one.printed, one.club, one.how) for one in found)
    )


def _all(clubs: Directory, facts: Sequence[Fact], page: str) -> Iterator[Naming]:
    entries = [fact for fact in facts if isinstance(fact, EntryFact)]
    for entry, row, club in zip(
        entries, list_rows(facts, clubs.departments), clubs.listed, strict=True
    ):
        meaning = _listed_by(row, club, clubs, page)
        yield Naming(row.printed, meaning.club, meaning.how, 1, entry.span, *meaning.more)
    known: dict[Mention, _Meaning] = {}
    for fact in facts:
        for mention in mentioned(fact):
            if mention not in known:
                known[mention] = _meaning(mention, clubs, page)
            meaning = known[mention]
            yield Naming(mention.printed, meaning.club, meaning.how, 1, fact.span, *meaning.more)


@dataclass(frozen=True, slots=True)
class _Meaning:
    """The club of a name and how it was found; for an unsettled one candidates and lines."""

    club: Club
    how: How
    more: tuple[tuple[Candidate, ...], tuple[str, ...]] = ((), ())


def _listed_by(row: ListRow, club: Club, clubs: Directory, page: str) -> _Meaning:
    if is_provisional(club):
        mention = Mention(row.printed, None, row.section)
        return _unsettled(mention, Unsettled("unknown-club", club), clubs, page)
    if row.link:
        return _Meaning(club, "link")
    return _Meaning(club, "clubs.csv" if _is_filed([row.name], club, clubs) else "list")


def _meaning(mention: Mention, clubs: Directory, page: str) -> _Meaning:
    found = clubs.find(mention)
    if isinstance(found, Unsettled):
        return _unsettled(mention, found, clubs, page)
    if is_provisional(found):
        return _unsettled(mention, Unsettled("unknown-club", found), clubs, page)
    if mention.link:
        return _Meaning(found, "link")
    if any(known.club == found for known in clubs.listed_as(mention)):
        return _Meaning(found, "list")
    return _Meaning(found, "clubs.csv" if _is_filed(mention.names, found, clubs) else "elsewhere")


def _unsettled(mention: Mention, found: Unsettled, clubs: Directory, page: str) -> _Meaning:
    likely = tuple(candidates(mention, found, clubs))
    first = likely[0].club if likely else None
    paste = tuple(settling_lines(mention, first, clubs, page, found.club.town))
    return _Meaning(found.club, "ambiguous" if len(likely) > 1 else "new", (likely, paste))


def _is_filed(names: Iterable[str], club: Club, clubs: Directory) -> bool:
    lines = (line for name in names for line in clubs.file.lines_named(name, clubs.season))
    return any(clubs.file.clubs[line.key] == club for line in lines)
