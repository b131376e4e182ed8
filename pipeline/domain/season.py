"""The whole season: what its pages mean, and the tables that follow from its matches."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import Literal, get_args

from pipeline.domain.correction import Correction
from pipeline.domain.difference import Difference
from pipeline.domain.edition import Edition
from pipeline.domain.match import Club, Match, results_of
from pipeline.domain.standings import Rules, StandingsRow
from pipeline.domain.tie import Tie
from pipeline.lineage import Span

StageKind = Literal[
    "district", "provincial", "departmental", "regional", "national", "final", "play-off", "other"
]
STAGE_KINDS: tuple[StageKind, ...] = get_args(StageKind)


@dataclass(frozen=True, slots=True)
class Department:
    """A department of Peru, or the constitutional province of Callao.

    code:   ISO 3166-2:PE, such as `PE-AMA`
    ubigeo: the two digits of the statistics institute
    """

    code: str
    ubigeo: str
    name: str


def code_of(department: Department | None) -> str | None:
    """Return the code of a department, None without one."""
    return department.code if department else None


@dataclass(frozen=True, slots=True)
class Entry:
    """A club in a team list; `department` is None where the printed name is none we know."""

    key: str
    stage: str
    department: Department | None
    department_printed: str | None
    club: Club
    printed: str
    location: str | None
    span: Span

    @property
    def department_code(self) -> str | None:
        """The code of the department, None where the printed name is none we know."""
        return code_of(self.department)


@dataclass(frozen=True, slots=True)
class RegionMember:
    """A department that a region is made of."""

    region: str
    department: Department | None
    department_printed: str
    span: Span

    @property
    def department_code(self) -> str | None:
        """The code of the department, None where the printed name is none we know."""
        return code_of(self.department)


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of the season; its position in page order, from 1."""

    key: str
    name: str
    position: int
    kind: StageKind = "other"


@dataclass(frozen=True, slots=True)
class Standing:
    """A club's line in a table that the page publishes, kept as published.

    key:        season/stage[/group]/published/club as printed
    adjustment: points added or taken off, inside `points`; None where the page states none
    """

    key: str
    stage: str
    group: str | None
    position: int | None
    club: Club
    printed: str
    played: int | None
    won: int | None
    drawn: int | None
    lost: int | None
    goals_for: int | None
    goals_against: int | None
    goal_difference: int | None
    points: int | None
    adjustment: int | None
    qualification: str | None
    span: Span


Table = tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Clubs that all meet: the matches that count, the play-offs that settle a rank, the table.

    table:     derived from the matches, empty without any
    published: the tables that the page prints of the group, in page order
    """

    stage: str
    name: str | None
    rules: Rules
    matches: tuple[Match, ...]
    play_offs: tuple[Match, ...]
    table: tuple[StandingsRow, ...]
    published: tuple[Table, ...] = ()

    @property
    def clubs(self) -> frozenset[Club]:
        """Every club of a match or a published table, but for those of void matches only."""
        in_tables: set[Club] = set()
        for table in self.published:
            in_tables.update(row.club for row in table)
        in_matches: set[Club] = set()
        in_void_matches: set[Club] = set()
        for match in self.matches:
            if match.is_void:
                in_void_matches |= match.clubs
            else:
                in_matches |= match.clubs
        # a club that withdrew: the table has a row of zeros for it, its matches are annulled
        return frozenset(in_tables - in_void_matches | in_matches)

    @property
    def meetings(self) -> Counter[frozenset[Club]]:
        """How often each two clubs meet in matches with a result, 0 among them."""
        meetings = Counter({frozenset(pair): 0 for pair in combinations(self.clubs, 2)})
        meetings.update(match.clubs for match, _ in results_of(self.matches))
        return meetings

    @property
    def is_complete(self) -> bool:
        """Whether all clubs have met equally often and every match has a result."""
        meetings = self.meetings.values()
        # a group of one club, or of none, has no pair and is never complete
        has_meetings = bool(self.matches) and bool(meetings)
        return has_meetings and min(meetings) == max(meetings)


@dataclass(frozen=True, slots=True)
class Bracket:
    """A place of a bracket: a witness of a tie that the page tells elsewhere.

    scores: as printed, first those of team 1, then as many of team 2
    """

    round: str | None
    team1: Club
    team2: Club
    scores: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Season:
    """One edition of the cup.

    label:              "1997", or "2016–17"
    champion_stated:    as the infobox prints it
    champion:           by the final or the last table, else the settled club of the infobox
    standings:          the tables that the page publishes
    champion_named:     whom the infobox means, if that is settled
    champion_listed:    whom the list of editions means; None where it has nobody
    runner_up_listed:   likewise
    stated:             the other parameters of the infobox, name to text
    brackets:           what brackets say, never a match by itself
    departments_stated: how many departments the page says there are
    edition:            what the list of editions says of the season, None where it has no row
    corrections:        of the page, those that no longer apply among them
    differences:        cells of published tables that the matches do not give; of the referee
    """

    label: str
    competition: str
    champion_stated: str | None
    champion: Club | None
    runner_up: Club | None
    promoted_to: str | None
    previous: str | None
    next: str | None
    departments_stated: int | None
    stages: tuple[Stage, ...]
    entries: tuple[Entry, ...]
    regions: tuple[RegionMember, ...]
    matches: tuple[Match, ...]
    standings: tuple[Standing, ...]
    groups: tuple[Group, ...]
    ties: tuple[Tie, ...]
    span: Span
    statement_spans: dict[str, Span]
    edition: Edition | None = None
    corrections: tuple[Correction, ...] = ()
    differences: tuple[Difference, ...] = ()
    champion_named: Club | None = None
    champion_listed: Club | None = None
    runner_up_listed: Club | None = None
    stated: Mapping[str, str] = field(default_factory=dict, hash=False)
    brackets: tuple[Bracket, ...] = ()

    @property
    def last_stage(self) -> str:
        """The name of the last stage, empty for a season without stages."""
        return self.stages[-1].name if self.stages else ""

    @property
    def published_tables(self) -> Iterator[tuple[Group, Table]]:
        """The tables that the page publishes, each with its group."""
        for group in self.groups:
            for table in group.published:
                yield group, table

    @property
    def stages_with_results(self) -> set[str]:
        """The names of the stages of which the page has a match or a table."""
        stages = {match.stage for match in self.matches}
        stages |= {standing.stage for standing in self.standings}
        return stages
