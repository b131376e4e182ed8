"""What a page says, still as written: one class a kind of fact.

The fields are those of the public contract (docs/contract.md, section 2). A value that the page
does not state is None; nothing is guessed. Texts are visible text; dates are `1997-11-30`,
`1997-11`, `1997` or, without a year, `--11-30`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import ClassVar, TypeVar

from pipeline.lineage import Span

Section = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Common to all: the visible headings above, outermost first, and the span that states it."""

    fact: ClassVar[str]
    section: Section
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonFact(Fact):
    """The infobox; `stated` has its other filled parameters, name to visible text."""

    fact: ClassVar[str] = "season"
    competition: str | None
    season: str | None
    winners: str | None
    previous: str | None
    next: str | None
    stated: Mapping[str, str] = field(hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementFact(Fact):
    """What a sentence of the lead says: `promoted_to` or `departments`."""

    fact: ClassVar[str] = "statement"
    kind: str
    value: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryFact(Fact):
    """A row of a team list; `columns` has every header with its cell's text."""

    fact: ClassVar[str] = "entry"
    department: str | None
    team: str
    team_link: str | None
    location: str | None
    columns: Mapping[str, str] = field(hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionFact(Fact):
    """A sentence that says which departments make up a region, both as printed."""

    fact: ClassVar[str] = "region"
    region: str
    departments: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedGoal:
    """A goal in the list of scorers of a match.

    side: `home` or `away`, by the list that it stands in
    kind: `goal`, `penalty` or `own-goal`
    """

    side: str
    player: str | None
    player_link: str | None
    minute: int | None
    stoppage: int | None
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchFact(Fact):
    """One match as one place of the page states it; status is one of the contract's eight words.

    kick_off: the time of day as printed
    neutral:  True where the page says so, False where it says that it is not
    goals:    None where the page lists none
    group:    what a label of its table says, such as `Grupo A`; headings are in `section`
    """

    fact: ClassVar[str] = "match"
    home: str | None
    home_link: str | None
    away: str | None
    away_link: str | None
    date: str | None
    date_text: str | None
    home_goals: int | None
    away_goals: int | None
    extra_time: bool
    home_penalties: int | None
    away_penalties: int | None
    status: str
    score_text: str | None
    stadium: str | None
    location: str | None
    attendance: int | None
    referee: str | None
    kick_off: str | None
    neutral: bool | None
    goals: tuple[StatedGoal, ...] | None
    leg: int | None
    round: str | None
    group: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TieFact(Fact):
    """Two clubs over one match or more, as a table of ties prints it; its legs are matches too.

    measure:   `goals`, or `points` where the middle column counts points over the legs
    legs:      score texts from team 1's side; None for a leg printed as a dash
    leg_dates: one for each leg, None where the page dates none
    winner:    1 or 2 where a parameter says so; bold type says nothing
    group:     what a label of its table says
    """

    fact: ClassVar[str] = "tie"
    team1: str | None
    team1_link: str | None
    team2: str | None
    team2_link: str | None
    aggregate_text: str | None
    measure: str
    legs: tuple[str | None, ...]
    penalties1: int | None
    penalties2: int | None
    winner: int | None
    leg_dates: tuple[str | None, ...] = ()
    round: str | None = None
    group: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BracketFact(Fact):
    """A place in a bracket, a witness of the matches that the page tells elsewhere.

    scores: score texts as printed, first those of team 1, then as many of team 2
    """

    fact: ClassVar[str] = "bracket"
    round: str | None
    team1: str | None
    team2: str | None
    scores: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingFact(Fact):
    """One club's line in a published table, as the page shows it to its reader.

    points:     as the template computes them, `adjustment` (points added or taken off) included
    goals_for:  None where the page leaves the goals out, as it does by zeros all down a table
    group:      what a label of its table says
    """

    fact: ClassVar[str] = "standing"
    position: int | None
    team: str
    team_link: str | None
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
    group: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnrecognisedFact(Fact):
    """A construct that no handler reads and no rule ignores.

    kind: template, table, table-row, cell, list or line
    name:      the template's name, the table's header, or the rule that missed it
    text:      the first 200 characters of its wikitext
    """

    fact: ClassVar[str] = "unrecognised"
    kind: str
    name: str
    text: str


OneKind = TypeVar("OneKind", bound=Fact)


def facts_of_kind(kind: type[OneKind], facts: Iterable[Fact]) -> list[OneKind]:
    """Return the facts of one class, in page order."""
    return [fact for fact in facts if isinstance(fact, kind)]
