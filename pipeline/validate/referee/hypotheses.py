"""Every hypothesis worth trying on a published table, and which of them give its rows."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from pipeline.domain.match import Club, Match
from pipeline.domain.season import Group
from pipeline.validate.referee.cells import ZERO, Cells
from pipeline.validate.referee.hypothesis import Hypothesis, Kind, TableRows, effect_of_match
from pipeline.validate.referee.match_hypotheses import (
    describe_match,
    match_is_missing,
    score_is_other,
)
from pipeline.validate.referee.ranking import earlier_moments
from pipeline.validate.referee.row_arithmetic import WIN_POINTS

# kind -> plainer kinds: with the same effect it says no more than they do, and they are tried first
PLAINER_KINDS: Mapping[Kind, set[Kind]] = {
    # "Boca 1–0 Grau" stands twice on the page, "Grau 0–1 Boca" once: each gives the same points.
    "match left out": {"match doubled"},
    # The last round has one match: the table after the round before it leaves out that match.
    "earlier table": {"match doubled", "match left out"},
    # "the page lacks Boca 1–0 Grau": the page has just this match, as the play-off.
    "match missing": {"play-off counted"},
}


def matching_hypotheses(group: Group, rows: TableRows) -> list[Hypothesis]:
    """Return the hypotheses that give the printed rows they touch, the plainest kind first."""
    matching: list[Hypothesis] = []
    kinds_by_effect: defaultdict[frozenset[tuple[Club, Cells]], set[Kind]] = defaultdict(set)
    for hypothesis in _all_hypotheses(group, rows):
        touches_differing_row = not rows.deviations.keys().isdisjoint(hypothesis.effect)
        if not touches_differing_row or not rows.become_printed(hypothesis.effect):
            continue
        kinds = kinds_by_effect[frozenset(hypothesis.effect.items())]
        plainer_kinds = PLAINER_KINDS.get(hypothesis.kind, set())
        if kinds.isdisjoint(plainer_kinds):
            kinds.add(hypothesis.kind)
            matching.append(hypothesis)
    return matching


def _all_hypotheses(group: Group, rows: TableRows) -> Iterator[Hypothesis]:
    matches: list[Match] = []
    for match in group.matches:
        # A match of two clubs whose rows agree explains nothing.
        if match.result and not match.clubs.isdisjoint(rows.deviations):
            matches.append(match)
    yield from _win_has_other_points(group)
    yield from _play_off_is_counted(group)
    yield from _match_is_left_out(matches, group)
    for match in matches:
        yield from score_is_other(match, group, rows)
    yield from _table_is_earlier(group)
    yield from match_is_missing(group, rows)


def _win_has_other_points(group: Group) -> Iterator[Hypothesis]:
    for win_points in sorted({*WIN_POINTS} - {group.rules.win}):
        more_points = win_points - group.rules.win
        effect: dict[Club, Cells] = {}
        for row in group.table:
            if row.won:
                effect[row.club] = Cells(points=row.won * more_points)
        text = f"the table counts {win_points} points for a win"
        yield Hypothesis("points for a win", text, effect)


def _play_off_is_counted(group: Group) -> Iterator[Hypothesis]:
    for match in group.play_offs:
        if match.result:
            effect = effect_of_match(match.home, match.away, match.result, group.rules)
            text = f"the table counts the play-off {describe_match(match, match.result)}"
            yield Hypothesis("play-off counted", text, effect)


def _match_is_left_out(matches: Sequence[Match], group: Group) -> Iterator[Hypothesis]:
    """Yield the table without each match, first those that the page has more than once."""
    matches_by_text: defaultdict[str, list[Match]] = defaultdict(list)
    for match in matches:
        if match.result:
            matches_by_text[describe_match(match, match.result)].append(match)
    most_frequent_first = sorted(
        matches_by_text.items(), key=lambda item: len(item[1]), reverse=True
    )
    for match_text, same_matches in most_frequent_first:
        effect = _effect_without(same_matches[:1], group)
        if len(same_matches) == 1:
            text = f"the table leaves out {match_text}"
            yield Hypothesis("match left out", text, effect)
        else:
            # "the table has A 1–0 B once less than the page (Round 1 and Round 4)"
            rounds = " and ".join(match.round or match.date or "?" for match in same_matches)
            text = f"the table has {match_text} once less than the page ({rounds})"
            yield Hypothesis("match doubled", text, effect)


def _table_is_earlier(group: Group) -> Iterator[Hypothesis]:
    for moment, later_matches in earlier_moments(group):
        effect = _effect_without(later_matches, group)
        yield Hypothesis("earlier table", f"it is the table after {moment}", effect)


def _effect_without(matches: Sequence[Match], group: Group) -> dict[Club, Cells]:
    """Return what it adds to the rows when these matches are taken away."""
    effect: dict[Club, Cells] = {}
    for match in matches:
        if match.result is None:
            continue
        added = effect_of_match(match.home, match.away, match.result, group.rules)
        for club, cells in added.items():
            effect[club] = effect.get(club, ZERO).minus(cells)
    return effect
