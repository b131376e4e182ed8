"""How ties are put together: from tables of ties, else from the matches of a knock-out round."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pipeline.domain.keys import KeyRegistry, join_key
from pipeline.domain.match import Club, Match
from pipeline.domain.tie import Legs, Pair, Tie, aggregate, decided, shown, total
from pipeline.facts import Fact, MatchFact, TieFact
from pipeline.lineage import Span
from pipeline.normalise.clubs.mentions import Mention
from pipeline.normalise.context import NormaliseContext
from pipeline.normalise.results.matches import SeasonMatches
from pipeline.normalise.stages import (
    Place,
    is_consolation,
    is_national_final,
    is_play_off,
    place,
    round_kind,
)
from pipeline.values.scores import parse_score

EXTRA_LEG = 3  # a third score in a row of a table is the extra match that settles the two legs


@dataclass(frozen=True, slots=True)
class _OpenTie:
    """A tie as the page shows it, not decided yet.

    names:         of team 1 and team 2 as printed
    legs_stated:   how many matches the page tells of
    printed:       aggregate or points as printed
    measure:       what `printed` counts, "goals" or "points"
    stated_winner: who went on, where a parameter says so
    """

    place: Place
    names: tuple[str, str]
    legs: Legs
    legs_stated: int
    printed: str | None
    measure: str
    stated_winner: Club | None
    span: Span

    @property
    def clubs(self) -> frozenset[Club]:
        return frozenset((self.legs.team1, self.legs.team2))


def build_ties(
    context: NormaliseContext, facts: Sequence[Fact], season_matches: SeasonMatches
) -> tuple[Tie, ...]:
    """Return the ties in page order, each with who won it and by what."""
    ties_of_tables = _ties_of_tables(context, facts, season_matches)
    ties_of_rounds = _ties_of_rounds(_matches_without_tie(season_matches, ties_of_tables))
    open_ties = sorted([*ties_of_tables, *ties_of_rounds], key=lambda tie: tie.span)
    ties = _decide_ties(context, _merge_extra_matches(open_ties))
    return tuple(_decide_by_next_round(ties))


def _ties_of_tables(
    context: NormaliseContext, facts: Sequence[Fact], season_matches: SeasonMatches
) -> list[_OpenTie]:
    """Return what tables of ties print; one without two clubs becomes no row."""
    open_ties: list[_OpenTie] = []
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
        leg_facts = _leg_facts(facts, position)
        # a row "Semifinals" inside the table names the round of the ties below it
        stated_round = leg_facts[0].round if leg_facts else None
        tie_place = place(fact.section, context.page_title, stated_round)
        legs: list[tuple[int | None, Match]] = []
        for leg_position, leg_fact in enumerate(leg_facts, position + 1):
            match = season_matches.match_of_fact(leg_position)
            if match is not None:
                legs.append((leg_fact.leg, match))
        open_ties.append(_read_tie(fact, tie_place, (team1, team2), legs))
    return open_ties


def _leg_facts(facts: Sequence[Fact], tie_position: int) -> list[MatchFact]:
    """Return the legs of a tie: the matches behind it that the same row of the table states."""
    leg_facts: list[MatchFact] = []
    for position in range(tie_position + 1, len(facts)):
        fact = facts[position]
        if not isinstance(fact, MatchFact) or fact.span != facts[tie_position].span:
            break
        leg_facts.append(fact)
    return leg_facts


def _read_tie(
    fact: TieFact,
    tie_place: Place,
    teams: tuple[Club, Club],
    legs: Sequence[tuple[int | None, Match]],
) -> _OpenTie:
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
        # "–" for the second leg: the first one alone is not the whole tie
        is_whole=None not in fact.legs[: EXTRA_LEG - 1],
    )
    return _OpenTie(
        place=tie_place,
        names=(fact.team1 or "", fact.team2 or ""),
        legs=known_legs,
        legs_stated=max(len(legs), 1),
        printed=fact.aggregate_text,
        measure=fact.measure,
        stated_winner=_stated_winner(fact, teams),
        span=fact.span,
    )


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
    season_matches: SeasonMatches, ties_of_tables: Iterable[_OpenTie]
) -> list[Match]:
    """Return the matches that count for no standings and are no legs of a table's ties."""
    keys_of_legs: set[str] = set()
    for tie in ties_of_tables:
        keys_of_legs.update(match.key for match in (*tie.legs.matches, *tie.legs.extra))
    uncounted_matches = [match for match in season_matches.rows if not match.counts]
    # a box that tells a leg of the table again is no other tie
    return [match for match in uncounted_matches if match.key not in keys_of_legs]


def _ties_of_rounds(matches: Iterable[Match]) -> list[_OpenTie]:
    """Return the ties of matches outside groups: those of one round between the same clubs."""
    legs_by_tie: defaultdict[object, list[Match]] = defaultdict(list)
    for match in matches:
        legs_by_tie[match.stage, match.group, match.round, match.clubs].append(match)
    return [_tie_of_matches(legs) for legs in legs_by_tie.values()]


def _tie_of_matches(legs: Sequence[Match]) -> _OpenTie:
    """Return the tie whose team 1 is at home in the first leg."""
    first_leg = legs[0]
    kind = round_kind(first_leg.round or first_leg.stage)
    return _OpenTie(
        place=Place(first_leg.stage, first_leg.group, first_leg.round, kind),
        names=(first_leg.home_printed, first_leg.away_printed),
        legs=Legs(first_leg.home, first_leg.away, matches=tuple(legs)),
        legs_stated=len(legs),
        printed=None,
        measure="goals",
        stated_winner=None,
        span=first_leg.span,
    )


def _merge_extra_matches(open_ties: Iterable[_OpenTie]) -> list[_OpenTie]:
    """Return the ties; a play-off of two clubs that had a tie before is its extra match."""
    merged_ties: list[_OpenTie] = []
    for tie in open_ties:
        position = None
        if tie.place.round_kind == "play-off":
            position = _position_of_earlier_tie(tie, merged_ties)
        if position is None:
            merged_ties.append(tie)
            continue
        # "Quarterfinals / Tiebreaker: Boca 1–0 Alianza" settles the quarterfinal of these clubs
        merged_ties[position] = _with_extra_match(merged_ties[position], tie)
    return merged_ties


def _position_of_earlier_tie(tie: _OpenTie, earlier_ties: Sequence[_OpenTie]) -> int | None:
    """Return the position of the last tie of the same clubs and stage that is no play-off."""
    for position in reversed(range(len(earlier_ties))):
        earlier = earlier_ties[position]
        is_of_same_stage = earlier.place.stage == tie.place.stage
        is_play_off_itself = earlier.place.round_kind == "play-off"
        if earlier.clubs == tie.clubs and is_of_same_stage and not is_play_off_itself:
            return position
    return None


def _with_extra_match(tie: _OpenTie, play_off: _OpenTie) -> _OpenTie:
    extra_matches = (*tie.legs.extra, *play_off.legs.matches)
    return replace(
        tie,
        legs=replace(tie.legs, extra=extra_matches),
        legs_stated=tie.legs_stated + play_off.legs_stated,
        stated_winner=tie.stated_winner or play_off.stated_winner,
    )


def _decide_ties(context: NormaliseContext, open_ties: Iterable[_OpenTie]) -> list[Tie]:
    """Return the ties decided by their rules, else as the page states who went on."""
    # a tie of one match may have the key of its match: they are rows of two tables
    keys_of_ties = KeyRegistry()
    ties: list[Tie] = []
    for open_tie in open_ties:
        names = " ".join(open_tie.names)
        tie_place = open_tie.place
        key = join_key(context.season, tie_place.stage, tie_place.group, tie_place.round, names)
        ties.append(_decide_tie(context, open_tie, keys_of_ties.register(key)))
    return ties


def _decide_tie(context: NormaliseContext, open_tie: _OpenTie, key: str) -> Tie:
    tie_place, legs = open_tie.place, open_tie.legs
    rules = context.reference.rules
    tie_rules = rules.tie_rules(context.season, tie_place.stage, tie_place.group)
    # a table of points counts a win as the groups of the stage do
    group_rules = rules.group_rules(context.season, tie_place.stage, tie_place.group)
    winner, decider = decided(legs, tie_rules)
    decided_by: str | None = decider
    if decider is None and open_tie.stated_winner:
        decided_by = "stated"
    return Tie(
        key=key,
        stage=tie_place.stage,
        group=tie_place.group,
        round=tie_place.round,
        team1=legs.team1,
        team2=legs.team2,
        legs=open_tie.legs_stated,
        aggregate=open_tie.printed or shown(aggregate(legs)),
        measure=open_tie.measure,
        winner=winner or open_tie.stated_winner,
        decided_by=decided_by,
        span=open_tie.span,
        rules=tie_rules,
        matches=tuple(match.key for match in (*legs.matches, *legs.extra)),
        printed=legs.points if open_tie.measure == "points" else legs.aggregate,
        total=total(legs, open_tie.measure, group_rules),
        stated=open_tie.stated_winner,
    )


def _decide_by_next_round(ties: Sequence[Tie]) -> list[Tie]:
    """Return the ties; one left open goes to the club that alone plays on."""
    decided_ties: list[Tie] = []
    for position, tie in enumerate(ties):
        # "Final", then "Intermedia": the club that plays there need not be the champion
        if tie.winner is not None or is_national_final(_round_name(tie)):
            decided_ties.append(tie)
            continue
        clubs = _clubs_in_next_round(tie, ties[position + 1 :])
        # both clubs in the next round: it proves nothing
        if len(clubs) != 1:
            decided_ties.append(tie)
            continue
        (winner,) = clubs
        decided_ties.append(replace(tie, winner=winner, decided_by="next-round"))
    return decided_ties


def _clubs_in_next_round(tie: Tie, later_ties: Iterable[Tie]) -> frozenset[Club]:
    """Return which clubs of a tie stand in the next tie that has one of them.

    Only the next one counts: who was beaten may come back by another way.
    """
    for later_tie in later_ties:
        round_name = _round_name(later_tie)
        # "Third place" is for those who lost the semifinals
        if is_consolation(round_name) or is_play_off(round_name):
            continue
        clubs = later_tie.clubs & tie.clubs
        if clubs:
            return clubs
    return frozenset()


def _round_name(tie: Tie) -> str:
    return tie.round or tie.stage
