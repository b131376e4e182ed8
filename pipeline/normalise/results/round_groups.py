"""Rounds of which the clubs all meet: groups, whatever the headings call them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.domain.match import Club
from pipeline.domain.meetings import CLUBS_OF_A_TIE, Pair, are_group, clubs_of, split_by_clubs
from pipeline.facts import Fact, MatchFact, StandingFact
from pipeline.normalise.clubs.mentions import Mention
from pipeline.normalise.context import NormaliseContext
from pipeline.normalise.results.matches import positions_of_legs
from pipeline.normalise.rounds import is_final
from pipeline.normalise.stages import RoundId


@dataclass(slots=True)
class _Round:
    """What the page tells under one heading of a round.

    pairs:           of clubs that meet
    clubs_in_tables: of the published tables
    has_days:        whether a match is one of a day of a league, such as `Fecha 1`
    """

    pairs: set[Pair] = field(default_factory=set)
    clubs_in_tables: set[Club] = field(default_factory=set)
    has_days: bool = False


def find_round_groups(
    context: NormaliseContext, facts: Sequence[Fact]
) -> Mapping[RoundId, frozenset[Club]]:
    """Return the rounds that are groups by what is played in them, each with the clubs."""
    round_groups: dict[RoundId, frozenset[Club]] = {}
    for round_id, contents in _read_rounds(context, facts).items():
        clubs = _clubs_of_groups(round_id, contents)
        if clubs:
            round_groups[round_id] = frozenset(clubs | contents.clubs_in_tables)
    return round_groups


def _read_rounds(context: NormaliseContext, facts: Sequence[Fact]) -> dict[RoundId, _Round]:
    """Return what each round of ties has by its headings."""
    leg_positions = positions_of_legs(facts)
    rounds: defaultdict[RoundId, _Round] = defaultdict(_Round)
    for position, fact in enumerate(facts):
        if isinstance(fact, MatchFact):
            _add_match(context, rounds, fact, is_leg_of_tie=position in leg_positions)
        if isinstance(fact, StandingFact):
            mention = Mention(fact.team, fact.team_link, fact.section, in_table=True)
            contents = rounds[context.place(fact.section).round_id]
            contents.clubs_in_tables.add(_resolve(context, mention))
    return rounds


def _add_match(
    context: NormaliseContext,
    rounds: defaultdict[RoundId, _Round],
    fact: MatchFact,
    *,
    is_leg_of_tie: bool,
) -> None:
    match_place = context.place(fact.section, fact.round)
    is_of_ties = is_leg_of_tie or not match_place.counts_for_standings
    if not fact.home or not fact.away or not is_of_ties:
        return
    home = _resolve(context, Mention(fact.home, fact.home_link, fact.section))
    away = _resolve(context, Mention(fact.away, fact.away_link, fact.section))
    if home == away:
        return
    contents = rounds[match_place.round_id]
    contents.pairs.add(frozenset((home, away)))
    contents.has_days |= match_place.round_inside is not None


def _resolve(context: NormaliseContext, mention: Mention) -> Club:
    """Return the club; what is doubtful of the name is said where it becomes a row."""
    resolution = context.clubs.resolve(mention)
    return resolution if isinstance(resolution, Club) else resolution.club


def _clubs_of_groups(round_id: RoundId, contents: _Round) -> set[Club]:
    """Return the clubs that meet as those of a group do."""
    clubs_of_groups: set[Club] = set()
    for pairs in split_by_clubs(contents.pairs):
        clubs = clubs_of(pairs)
        # days of a league or a table say that it is a group, though matches are missing
        is_said_to_be_group = contents.has_days or clubs <= contents.clubs_in_tables
        if are_group(pairs) or (len(clubs) > CLUBS_OF_A_TIE and is_said_to_be_group):
            clubs_of_groups |= clubs
    # "Finalísima / Fecha 1: Alfa v Beta, Gama v Delta": a final has two clubs
    is_of_one_tie = is_final(round_id.round or round_id.stage)
    if contents.has_days and is_of_one_tie and len(contents.pairs) > 1:
        return clubs_of(contents.pairs)
    return clubs_of_groups
