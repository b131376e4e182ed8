"""What a page says about its clubs, as far as it can tell who is meant."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.domain.match import Club
from pipeline.normalise.clubs.mentions import Mention, TeamListRow

Slot = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """A name at a place of the page, with the club that its own evidence gives.

    club:    of the link, the list, the line of clubs.csv; provisional where nothing gives one
    is_open: whether nothing but the name says who is meant
    is_told: whether a line of clubs.csv says what the name means: then nothing else is asked
    answers: questions with one answer a club: the region of a stage, the department
    region:  the codes of the departments that play in the section, None for no region
    groups:  those whose tables can have the name, each by its stage and headings
    """

    mention: Mention
    club: Club
    is_open: bool
    is_told: bool = False
    answers: tuple[tuple[Slot, str], ...] = ()
    region: frozenset[str] | None = None
    groups: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class ListedName:
    """A row of a team list with the club that it defines.

    list_number: that of its list; two rows of one list are two clubs
    """

    row: TeamListRow
    club: Club
    list_number: int


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a published table; two rows of one table are two clubs."""

    mention: Mention
    table_number: int
    group: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Meeting:
    """A match or tie of two names.

    days:  the rounds and dates in which each club plays once
    round: where ties are told, None for matches of a group
    score: goals of home and away, None without any
    """

    home: Mention
    away: Mention
    days: tuple[Slot, ...] = ()
    round: tuple[str, ...] | None = None
    score: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Statements:
    """All that a page says about its clubs, in any order."""

    names: Sequence[Name]
    listed: Sequence[ListedName] = ()
    table_rows: Sequence[TableRow] = ()
    meetings: Sequence[Meeting] = ()
    file_keys: frozenset[str] = frozenset()
