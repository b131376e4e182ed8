"""How ties are put together: extra matches with the legs that they settle, winners by the rules."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.domain.keys import KeyRegistry, join_key
from pipeline.domain.match import Club, Match
from pipeline.domain.season import Group
from pipeline.domain.tie import DecidedBy, Tie, aggregate, decide_tie, format_pair, total
from pipeline.facts import Fact
from pipeline.lineage import Span
from pipeline.normalise.context import NormaliseContext
from pipeline.normalise.results.expected_legs import TWO_LEGS, expect_legs
from pipeline.normalise.results.matches import SeasonMatches
from pipeline.normalise.results.stated_ties import StatedTie, read_stated_ties
from pipeline.normalise.rounds import is_consolation, is_national_final, is_play_off


@dataclass(frozen=True, slots=True)
class _GroupOfClubs:
    """A group, and where its first match stands on the page."""

    start: Span
    clubs: frozenset[Club]


GroupsByClub = Mapping[Club, Sequence[_GroupOfClubs]]


def build_ties(
    context: NormaliseContext,
    facts: Sequence[Fact],
    season_matches: SeasonMatches,
    groups: Sequence[Group],
) -> tuple[Tie, ...]:
    """Return the ties in page order, each with who won it and by what.

    groups: of the season; a club that plays on in one of them has won its tie
    """
    stated_ties = read_stated_ties(context, facts, season_matches)
    stated_ties = _merge_extra_matches(expect_legs(context, stated_ties))
    ties = _decide_by_rules(context, stated_ties)
    return tuple(_decide_by_next_round(ties, groups))


def decide_final_by_infobox(ties: Iterable[Tie], champion: Club | None) -> tuple[Tie, ...]:
    """Return the ties; a final that its matches leave open goes to the champion of the infobox."""
    decided_ties: list[Tie] = []
    for tie in ties:
        is_open_final = tie.winner is None and tie.group is None
        is_open_final = is_open_final and is_national_final(tie.round_name)
        # "Final: León de Huánuco 0–0 Tecnológico", the other leg missing, and León is the champion
        if is_open_final and champion in tie.clubs:
            decided_ties.append(replace(tie, winner=champion, decided_by="stated"))
        else:
            decided_ties.append(tie)
    return tuple(decided_ties)


def number_legs(matches: Iterable[Match], ties: Iterable[Tie]) -> tuple[Match, ...]:
    """Return the matches, those of a tie of two numbered where the page does not number them."""
    matches = tuple(matches)
    matches_by_key = {match.key: match for match in matches}
    for tie in ties:
        legs = [matches_by_key[key] for key in tie.matches if key in matches_by_key]
        # two boxes, "Boca v Grau" and "Grau v Boca": the grounds are turned round
        has_numbers = any(leg.leg is not None for leg in legs)
        if len(legs) != TWO_LEGS or has_numbers or legs[0].home != legs[1].away:
            continue
        if all(leg.precision == "day" for leg in legs):
            legs.sort(key=lambda leg: leg.date or "")
        for number, leg in enumerate(legs, 1):
            matches_by_key[leg.key] = replace(leg, leg=number)
    return tuple(matches_by_key[match.key] for match in matches)


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
    matches = (*legs.matches, *legs.extra)
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
        legs_known=sum(match.has_ended for match in matches),
        legs_expected=_with_extra_matches(stated_tie),
        aggregate=stated_tie.printed or format_pair(aggregate(legs)),
        measure=stated_tie.measure,
        winner=winner or stated_tie.stated_winner,
        decided_by=decided_by,
        span=stated_tie.span,
        rules=tie_rules,
        matches=tuple(match.key for match in matches),
        printed=legs.points if stated_tie.measure == "points" else legs.aggregate,
        total=total(legs, stated_tie.measure, group_rules),
        stated=stated_tie.stated_winner,
    )


def _with_extra_matches(stated_tie: StatedTie) -> int | None:
    if stated_tie.legs_expected is None:
        return None
    return stated_tie.legs_expected + len(stated_tie.legs.extra)


def _decide_by_next_round(ties: Sequence[Tie], groups: Iterable[Group]) -> list[Tie]:
    """Return the ties; one left open goes to the club that alone plays on."""
    groups_by_club = _find_groups_by_club(groups)
    decided_ties: list[Tie] = []
    for position, tie in enumerate(ties):
        # "Final", then "Intermedia": the club that plays there need not be the champion
        if tie.winner is not None or is_national_final(tie.round_name):
            decided_ties.append(tie)
            continue
        clubs = _clubs_in_next_round(tie, ties[position + 1 :], groups_by_club)
        # both clubs in the next round: it proves nothing
        if len(clubs) != 1:
            decided_ties.append(tie)
            continue
        (winner,) = clubs
        decided_ties.append(replace(tie, winner=winner, decided_by="next-round"))
    return decided_ties


def _clubs_in_next_round(
    tie: Tie, later_ties: Iterable[Tie], groups_by_club: GroupsByClub
) -> frozenset[Club]:
    """Return which clubs of a tie stand in the next tie or group that has one of them.

    Only the next one counts: who was beaten may come back by another way.
    """
    for later_tie in later_ties:
        # "Third place" is for those who lost the semifinals
        if is_consolation(later_tie.round_name) or is_play_off(later_tie.round_name):
            continue
        clubs = later_tie.clubs & tie.clubs
        if clubs:
            return clubs
    # "Quarterfinals", then "Final group": another stage, and one of the two clubs plays there
    later_groups: list[_GroupOfClubs] = []
    for club in tie.clubs:
        later_groups += [group for group in groups_by_club.get(club, ()) if group.start > tie.span]
    if not later_groups:
        return frozenset()
    next_group = min(later_groups, key=lambda group: group.start)
    return next_group.clubs & tie.clubs


def _find_groups_by_club(groups: Iterable[Group]) -> GroupsByClub:
    """Return the groups with matches that each club is in, but for those of the third place."""
    groups_by_club: defaultdict[Club, list[_GroupOfClubs]] = defaultdict(list)
    for group in groups:
        # a table without matches may stand below the rounds that came after it
        if not group.matches or is_consolation(group.name):
            continue
        start = min(match.span for match in group.matches)
        group_of_clubs = _GroupOfClubs(start, group.clubs)
        for club in group.clubs:
            groups_by_club[club].append(group_of_clubs)
    return groups_by_club
