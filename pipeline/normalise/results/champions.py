"""Champion and runner-up: by the final, else by the last group."""

from collections import Counter
from collections.abc import Sequence

from pipeline.domain.folding import fold
from pipeline.domain.match import Club
from pipeline.domain.season import Entry, Group
from pipeline.domain.tie import Tie
from pipeline.normalise.stages import is_deciding, is_local, round_kind

Two = tuple[Club | None, Club | None]
OPEN: Two = (None, None)


def first_two(
    stages: Sequence[str],
    groups: Sequence[Group],
    ties: Sequence[Tie],
    entries: Sequence[Entry] = (),
) -> Two:
    """Return champion and runner-up, None where the page leaves them open.

    stages:  in page order; the last with a group or tie decides, unless it is a play-off after
             the final
    entries: the team lists; a group that lacks a club of its stage's own list is not complete
    """
    told = {group.stage for group in groups} | {tie.stage for tie in ties}
    for stage in (name for name in reversed(stages) if name in told):
        if is_local(stage):
            break
        finals = [tie for tie in ties if tie.stage == stage and _is_final(tie)]
        if finals:
            return _of_tie(finals[-1])
        last = [group for group in groups if group.stage == stage and _is_last(group)]
        if len(last) == 1:
            return _of_group(last[0], {e.club for e in entries if e.stage == stage})
        if round_kind(stage) != "play-off":
            break
    return OPEN


def _is_final(tie: Tie) -> bool:
    return tie.group is None and is_deciding(tie.round or tie.stage)


def _is_last(group: Group) -> bool:
    return group.name is None or "final" in fold(group.name).split()


def _of_tie(tie: Tie) -> Two:
    if tie.winner is None:
        return OPEN
    return tie.winner, tie.team2 if tie.winner == tie.team1 else tie.team1


def _of_group(group: Group, listed: set[Club]) -> Two:
    """Return the first two of the derived table, else of the published one; none shares."""
    whole = group.is_complete and listed <= group.clubs
    ranked = [(row.position, row.club) for row in group.table] if whole else []
    if not ranked and group.published:
        ranked = [(row.position or 0, row.club) for row in group.published[-1]]
    alone = Counter(position for position, _ in ranked)
    by_position = {position: club for position, club in ranked if alone[position] == 1}
    return by_position.get(1), by_position.get(2)
