"""The ties of a page before they are decided: rows of tables, else matches of knock-out rounds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.domain.grouping import group_by
from pipeline.domain.match import Club, Match
from pipeline.domain.tie import Legs, Pair
from pipeline.facts import Fact, TieFact
from pipeline.lineage import Span
from pipeline.normalise.clubs.mentions import Mention
from pipeline.normalise.context import NormaliseContext
from pipeline.normalise.results.matches import SeasonMatches, leg_facts_of_tie
from pipeline.normalise.rounds import round_kind
from pipeline.normalise.stages import Place
from pipeline.values.scores import parse_score

EXTRA_LEG = 3  # a third score in a row of a table is the extra match that settles the two legs


@dataclass(frozen=True, slots=True)
class StatedTie:
    """A tie as the page states it, not decided yet.

    names:         of team 1 and team 2 as printed
    legs_expected: how many legs it has, without extra matches; None where nothing says it yet
    printed:       aggregate or points as printed
    measure:       what `printed` counts, "goals" or "points"
    stated_winner: who went on, where a parameter says so
    """

    place: Place
    names: tuple[str, str]
    legs: Legs
    legs_expected: int | None
    printed: str | None
    measure: str
    stated_winner: Club | None
    span: Span

    @property
    def clubs(self) -> frozenset[Club]:
        """Both clubs."""
        return frozenset((self.legs.team1, self.legs.team2))


def read_stated_ties(
    context: NormaliseContext, facts: Sequence[Fact], season_matches: SeasonMatches
) -> list[StatedTie]:
    """Return the ties in page order."""
    ties_of_tables = _without_repetitions(_ties_of_tables(context, facts, season_matches))
    ties_of_rounds = _ties_of_rounds(_matches_without_tie(season_matches, ties_of_tables))
    return sorted([*ties_of_tables, *ties_of_rounds], key=lambda tie: tie.span)


def _without_repetitions(ties: Iterable[StatedTie]) -> list[StatedTie]:
    """Return the ties; of one that two tables of a round print alike, the one that tells more.

    A table and a list below it may both have "Alfa 3–1 Beta" of the semifinals.
    """
    tie_by_statement: dict[object, StatedTie] = {}
    for tie in ties:
        numbers = tie.legs.aggregate or tie.legs.points
        # team 1 and team 2 may be turned round in the second table
        totals = frozenset(zip((tie.legs.team1, tie.legs.team2), numbers or (), strict=False))
        statement = (tie.place.round_id, tie.clubs, tie.measure, totals)
        known = tie_by_statement.get(statement if numbers else tie.span)
        if known is None or len(tie.legs.matches) > len(known.legs.matches):
            tie_by_statement[statement if numbers else tie.span] = tie
    return list(tie_by_statement.values())


def _ties_of_tables(
    context: NormaliseContext, facts: Sequence[Fact], season_matches: SeasonMatches
) -> list[StatedTie]:
    """Return what tables of ties print; one without two clubs becomes no row."""
    stated_ties: list[StatedTie] = []
    for position, fact in enumerate(facts):
        if not isinstance(fact, TieFact) or not fact.team1 or not fact.team2:
            continue
        mention1 = Mention(fact.team1, fact.team1_link, fact.section)
        mention2 = Mention(fact.team2, fact.team2_link, fact.section)
        team1 = context.resolve_club(mention1, fact.span)
        team2 = context.resolve_club(mention2, fact.span)
        if team1 == team2:
            context.unloaded_facts[position] = "tie of a club against itself"
            context.warn("club-against-itself", f"{fact.team1} plays {fact.team2}", fact.span)
            continue
        leg_facts = leg_facts_of_tie(facts, position)
        # a row "Semifinals" inside the table names the round of the ties below it
        tie_place = context.place(fact.section, fact.round)
        # "Finalísima" in a table of ties: three clubs that all meet are a group
        if context.place_of_clubs(tie_place, {team1, team2}).is_group:
            continue
        legs: list[tuple[int | None, Match]] = []
        for leg_position, leg_fact in enumerate(leg_facts, position + 1):
            match = season_matches.match_of_fact(leg_position)
            if match is not None:
                legs.append((leg_fact.leg, match))
        names = (fact.team1, fact.team2)
        stated_ties.append(_read_tie(fact, tie_place, names, (team1, team2), legs))
    return stated_ties


def _read_tie(
    fact: TieFact,
    tie_place: Place,
    names: tuple[str, str],
    teams: tuple[Club, Club],
    legs: Sequence[tuple[int | None, Match]],
) -> StatedTie:
    """Return the tie of a row; `legs` are its matches, each with the number of the leg."""
    score = parse_score(fact.aggregate_text)
    aggregate_printed = _pair(score.home, score.away)
    points_printed = None
    # "Alianza || 3–3 || Boca" below the header "Points": a win and a defeat, not six goals
    if fact.measure == "points":
        aggregate_printed, points_printed = None, aggregate_printed
    known_legs = Legs(
        *teams,
        matches=tuple(match for leg, match in legs if leg != EXTRA_LEG),
        extra=tuple(match for leg, match in legs if leg == EXTRA_LEG),
        aggregate=aggregate_printed,
        points=points_printed,
        penalties=_pair(fact.penalties1, fact.penalties2),
    )
    return StatedTie(
        place=tie_place,
        names=names,
        legs=known_legs,
        legs_expected=_legs_of_row(fact, legs),
        printed=fact.aggregate_text,
        measure=fact.measure,
        stated_winner=_stated_winner(fact, teams),
        span=fact.span,
    )


def _legs_of_row(fact: TieFact, legs: Sequence[tuple[int | None, Match]]) -> int | None:
    """Return how many legs the row of a table has room for; None where it prints none."""
    leg_count = len(fact.legs[: EXTRA_LEG - 1])
    # `{{TwoLegResult|Boca||3–2|Grau|| |0–1}}`: a leg without a score is a leg all the same; one
    # that is the only score of its row is the first of two if it has the number of a leg
    has_numbers = any(leg is not None for leg, _ in legs)
    if leg_count == 1 and has_numbers:
        return EXTRA_LEG - 1
    return leg_count or None


def _stated_winner(fact: TieFact, teams: tuple[Club, Club]) -> Club | None:
    """Return who went on by a parameter such as `winner=2`."""
    if fact.winner is None:
        return None
    return teams[fact.winner - 1]


def _pair(first: int | None, second: int | None) -> Pair | None:
    if first is None or second is None:
        return None
    return first, second


def _matches_without_tie(
    season_matches: SeasonMatches, ties_of_tables: Iterable[StatedTie]
) -> list[Match]:
    """Return the matches that count for no standings and are no legs of a table's ties."""
    keys_of_legs: set[str] = set()
    for tie in ties_of_tables:
        keys_of_legs.update(match.key for match in (*tie.legs.matches, *tie.legs.extra))
    uncounted_matches = [match for match in season_matches.rows if not match.counts]
    # a box that tells a leg of the table again is no other tie
    return [match for match in uncounted_matches if match.key not in keys_of_legs]


def _ties_of_rounds(matches: Iterable[Match]) -> list[StatedTie]:
    """Return the ties of matches outside groups: those of one round between the same clubs."""
    legs_by_tie = group_by(
        lambda match: (match.stage, match.group, match.round, match.clubs), matches
    )
    return [_tie_of_matches(legs) for legs in legs_by_tie.values()]


def _tie_of_matches(legs: Sequence[Match]) -> StatedTie:
    """Return the tie whose team 1 is at home in the first leg."""
    first_leg = legs[0]
    kind = round_kind(first_leg.round_name)
    return StatedTie(
        place=Place(first_leg.stage, first_leg.group, first_leg.round, kind),
        names=(first_leg.home_printed, first_leg.away_printed),
        legs=Legs(first_leg.home, first_leg.away, matches=tuple(legs)),
        legs_expected=_legs_of_matches(legs),
        printed=None,
        measure="goals",
        stated_winner=None,
        span=first_leg.span,
    )


def _legs_of_matches(legs: Sequence[Match]) -> int | None:
    """Return how many legs the matches of a round between two clubs show, None for one match."""
    # a match below "First leg", or both matches
    has_number = any(match.leg is not None for match in legs)
    return EXTRA_LEG - 1 if has_number or len(legs) > 1 else None
