"""How ties are put together: extra matches with the legs that they settle, winners by the rules."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.domain.keys import KeyRegistry, join_key
from pipeline.domain.match import Club
from pipeline.domain.tie import DecidedBy, Tie, aggregate, decide_tie, format_pair, total
from pipeline.facts import Fact
from pipeline.normalise.context import NormaliseContext
from pipeline.normalise.results.matches import SeasonMatches
from pipeline.normalise.results.stated_ties import StatedTie, read_stated_ties
from pipeline.normalise.rounds import is_consolation, is_national_final, is_play_off


def build_ties(
    context: NormaliseContext, facts: Sequence[Fact], season_matches: SeasonMatches
) -> tuple[Tie, ...]:
    """Return the ties in page order, each with who won it and by what."""
    stated_ties = read_stated_ties(context, facts, season_matches)
    stated_ties = _merge_extra_matches(stated_ties)
    ties = _decide_by_rules(context, stated_ties)
    return tuple(_decide_by_next_round(ties))


def _merge_extra_matches(stated_ties: Iterable[StatedTie]) -> list[StatedTie]:
    """Return the ties; a play-off of two clubs that had a tie before is its extra match."""
    merged_ties: list[StatedTie] = []
    for tie in stated_ties:
        position = None
        if tie.place.round_kind == "play-off":
            position = _position_of_earlier_tie(tie, merged_ties)
        if position is None:
            merged_ties.append(tie)
            continue
        # "Quarterfinals / Tiebreaker: Boca 1–0 Alianza" settles the quarterfinal of these clubs
        merged_ties[position] = _with_extra_match(merged_ties[position], tie)
    return merged_ties


def _position_of_earlier_tie(tie: StatedTie, earlier_ties: Sequence[StatedTie]) -> int | None:
    """Return the position of the last tie of the same clubs and stage that is no play-off."""
    for position in reversed(range(len(earlier_ties))):
        earlier = earlier_ties[position]
        is_of_same_stage = earlier.place.stage == tie.place.stage
        is_play_off_itself = earlier.place.round_kind == "play-off"
        if earlier.clubs == tie.clubs and is_of_same_stage and not is_play_off_itself:
            return position
    return None


def _with_extra_match(tie: StatedTie, play_off: StatedTie) -> StatedTie:
    extra_matches = (*tie.legs.extra, *play_off.legs.matches)
    return replace(
        tie,
        legs=replace(tie.legs, extra=extra_matches),
        legs_stated=tie.legs_stated + play_off.legs_stated,
        stated_winner=tie.stated_winner or play_off.stated_winner,
    )


def _decide_by_rules(context: NormaliseContext, stated_ties: Iterable[StatedTie]) -> list[Tie]:
    """Return the ties decided by their rules, else as the page states who went on."""
    # a tie of one match may have the key of its match: they are rows of two tables
    keys_of_ties = KeyRegistry()
    ties: list[Tie] = []
    for stated_tie in stated_ties:
        names = " ".join(stated_tie.names)
        tie_place = stated_tie.place
        key = join_key(context.season, tie_place.stage, tie_place.group, tie_place.round, names)
        ties.append(_decide_tie(context, stated_tie, keys_of_ties.register(key)))
    return ties


def _decide_tie(context: NormaliseContext, stated_tie: StatedTie, key: str) -> Tie:
    tie_place, legs = stated_tie.place, stated_tie.legs
    rules = context.reference.rules
    tie_rules = rules.tie_rules(context.season, tie_place.stage, tie_place.group)
    # a table of points counts a win as the groups of the stage do
    group_rules = rules.group_rules(context.season, tie_place.stage, tie_place.group)
    winner, decider = decide_tie(legs, tie_rules)
    decided_by: DecidedBy | None = decider
    if decider is None and stated_tie.stated_winner:
        decided_by = "stated"
    return Tie(
        key=key,
        stage=tie_place.stage,
        group=tie_place.group,
        round=tie_place.round,
        team1=legs.team1,
        team2=legs.team2,
        legs=stated_tie.legs_stated,
        aggregate=stated_tie.printed or format_pair(aggregate(legs)),
        measure=stated_tie.measure,
        winner=winner or stated_tie.stated_winner,
        decided_by=decided_by,
        span=stated_tie.span,
        rules=tie_rules,
        matches=tuple(match.key for match in (*legs.matches, *legs.extra)),
        printed=legs.points if stated_tie.measure == "points" else legs.aggregate,
        total=total(legs, stated_tie.measure, group_rules),
        stated=stated_tie.stated_winner,
    )


def _decide_by_next_round(ties: Sequence[Tie]) -> list[Tie]:
    """Return the ties; one left open goes to the club that alone plays on."""
    decided_ties: list[Tie] = []
    for position, tie in enumerate(ties):
        # "Final", then "Intermedia": the club that plays there need not be the champion
        if tie.winner is not None or is_national_final(tie.round_name):
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
        # "Third place" is for those who lost the semifinals
        if is_consolation(later_tie.round_name) or is_play_off(later_tie.round_name):
            continue
        clubs = later_tie.clubs & tie.clubs
        if clubs:
            return clubs
    return frozenset()
