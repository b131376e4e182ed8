"""How many legs a tie has where the page shows fewer: a missing leg must not look like none.

The first that says it counts:

1. the tie itself: two legs in its row, two matches, a heading "First leg"
2. `rules.toml`, [[legs]]
3. a play-off: one match
4. another tie of the round
5. nothing: the match that the page shows is the tie; one final may well follow two semifinals
   with two legs each
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.normalise.context import NormaliseContext
from pipeline.normalise.results.stated_ties import StatedTie
from pipeline.normalise.stages import RoundId

ONE_MATCH, TWO_LEGS = 1, 2
LegsByRound = Mapping[RoundId, set[int]]


def expect_legs(context: NormaliseContext, stated_ties: Sequence[StatedTie]) -> list[StatedTie]:
    """Return the ties, each with how many legs it has and whether all are known."""
    legs_by_round = _legs_shown(stated_ties)
    expected_ties: list[StatedTie] = []
    for tie in stated_ties:
        expected = tie.legs_expected
        if expected is None:
            expected = _find_expected_legs(context, tie, legs_by_round)
        known = sum(match.has_ended for match in tie.legs.matches)
        legs = replace(tie.legs, is_whole=expected is not None and known >= expected)
        expected_ties.append(replace(tie, legs=legs, legs_expected=expected))
    return expected_ties


def _legs_shown(stated_ties: Sequence[StatedTie]) -> LegsByRound:
    """Return the numbers of legs that the ties of each round show."""
    legs_by_round: defaultdict[RoundId, set[int]] = defaultdict(set)
    for tie in stated_ties:
        if tie.legs_expected is not None:
            legs_by_round[tie.place.round_id].add(tie.legs_expected)
    return legs_by_round


def _find_expected_legs(
    context: NormaliseContext, tie: StatedTie, legs_by_round: LegsByRound
) -> int | None:
    stage, group, name = tie.place.round_id
    rules = context.reference.rules
    legs_by_rule = rules.legs_of_round(context.season, stage, group, name or stage)
    if legs_by_rule is not None:
        return legs_by_rule
    # a row with an aggregate alone
    if not tie.legs.matches:
        return None
    if tie.place.round_kind == "play-off":
        return ONE_MATCH
    # "Round of 16": seven ties with both legs, and one match of the eighth
    if TWO_LEGS in legs_by_round.get(tie.place.round_id, ()):
        return TWO_LEGS
    return ONE_MATCH
