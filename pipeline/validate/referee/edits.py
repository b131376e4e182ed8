"""Single changes to matches or rules, and what each would do to a table."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.domain.match import Club, Match, Score
from pipeline.domain.season import Group
from pipeline.validate.referee.arithmetic import WIN_POINTS
from pipeline.validate.referee.cells import (
    NOTHING,
    NUMBERS,
    Cells,
    Printed,
    cells,
    contributions,
    differing,
    minus,
    plus,
    shown,
)

AWARDED = (Score(3, 0), Score(0, 3))
MOST_GOALS = 15  # tried in place of a printed number

Effect = Mapping[Club, Cells]


@dataclass(frozen=True, slots=True)
class Edit:
    """One change.

    kind:   of change: of two kinds with one effect the one tried first is told
    text:   what must be so for the table to be right
    effect: what it adds to the row of each club
    """

    kind: str
    text: str
    effect: Effect


def edits(group: Group, wrong: Mapping[Club, Cells]) -> Iterator[Edit]:
    """Yield every single change worth trying, the plainest kind first.

    wrong: clubs whose published row differs, with published less derived numbers; of a club in
           fewer matches than published it says by how many
    """
    yield from _other_points(group)
    yield from (_counted(match, group) for match in group.play_offs if match.result)
    yield from _earlier(group)
    touched = [m for m in group.matches if m.result and m.clubs & wrong.keys()]
    yield from (_left_out(match, group) for match in touched)
    for match in touched:
        yield from _rescored(match, group)


def missing(group: Group, wrong: Mapping[Club, Cells], names: Mapping[Club, str]) -> Iterator[Edit]:
    """Yield the match that two clubs lack, if each has one fewer than published."""
    played = NUMBERS.index("played")
    short = sorted(club for club, cells_ in wrong.items() if cells_[played] > 0)
    if len(short) != 2 or any(wrong[club][played] != 1 for club in short):  # noqa: PLR2004 - a match has two
        return
    one, other = short
    scored, conceded = (wrong[one][NUMBERS.index(n)] for n in ("goals_for", "goals_against"))
    if min(scored, conceded) < 0:
        return
    home, away = contributions(Score(scored, conceded), group.rules)
    text = f"the page lacks {names[one]} {scored}–{conceded} {names[other]}, whoever was at home"
    yield Edit("missing", text, {one: home, other: away})


def fits(edit: Edit, table: Mapping[Club, Printed], derived: Mapping[Club, Cells]) -> bool:
    """Whether the change makes every row that it touches the published one."""
    return all(
        not differing(table[club], plus(derived.get(club, NOTHING), added))
        for club, added in edit.effect.items()
        if club in table and added != NOTHING
    )


def _other_points(group: Group) -> Iterator[Edit]:
    for win in WIN_POINTS:
        if win == group.rules.win:
            continue
        extra = win - group.rules.win
        effect = {row.club: (*NOTHING[:-1], row.won * extra) for row in group.table if row.won}
        yield Edit("points", f"the table counts {win} points for a win", effect)


def _counted(match: Match, group: Group) -> Edit:
    text = f"the table counts the play-off {shown(match)}"
    return Edit("play-off", text, _effect(match, match.result, group))


def _left_out(match: Match, group: Group) -> Edit:
    return Edit("left out", f"the table leaves out {shown(match)}", _undone((match,), group))


def _earlier(group: Group) -> Iterator[Edit]:
    """Yield the table after each round but the last, or after each day if rounds have no name."""
    rounds = list(dict.fromkeys(match.round for match in group.matches))
    if None in rounds or len(rounds) < 2:  # noqa: PLR2004 - an earlier and a later one
        yield from _earlier_days(group)
        return
    for last in rounds[:-1]:
        later = rounds[rounds.index(last) + 1 :]
        undone = [match for match in group.matches if match.round in later]
        yield Edit("earlier", f"it is the table after {last}", _undone(undone, group))


def _earlier_days(group: Group) -> Iterator[Edit]:
    days = sorted({match.date for match in group.matches if match.date})
    if any(match.precision != "day" for match in group.matches):
        return
    for last in days[:-1]:
        undone = [match for match in group.matches if (match.date or "") > last]
        yield Edit("earlier", f"it is the table after {last}", _undone(undone, group))


def _rescored(match: Match, group: Group) -> Iterator[Edit]:
    """Yield other scores: one number changed, awarded 3–0 or 0–3, the sides swapped."""
    old = match.result
    if old is None:
        return
    before = _effect(match, old, group)
    for score, kind in _scores(old).items():
        after = _effect(match, score, group)
        effect = {club: minus(after[club], before[club]) for club in after}
        text = (
            f"the table fits {shown(match, score)}{kind}, the match list says {old.home}–{old.away}"
        )
        yield Edit("score", text, effect)


def _scores(old: Score) -> dict[Score, str]:
    plain = Score(old.home, old.away)
    found = {replace(plain, home=number): "" for number in range(MOST_GOALS + 1)}
    found |= {replace(plain, away=number): "" for number in range(MOST_GOALS + 1)}
    found |= {score: " (as if awarded)" for score in AWARDED if score not in found}
    turned = Score(old.away, old.home)
    found |= {turned: " (the sides swapped)"} if turned not in found else {}
    found.pop(plain)
    return found


def _effect(match: Match, score: Score | None, group: Group) -> dict[Club, Cells]:
    if score is None:
        return {}
    home, away = contributions(score, group.rules)
    return {match.home: home, match.away: away}


def _undone(matches: Sequence[Match], group: Group) -> dict[Club, Cells]:
    effect: dict[Club, Cells] = {}
    for match in matches:
        for club, added in _effect(match, match.result, group).items():
            effect[club] = minus(effect.get(club, NOTHING), added)
    return effect


def derived_cells(group: Group) -> dict[Club, Cells]:
    """Return the numbers that the matches give to each club of the group."""
    return {row.club: cells(row) for row in group.table}
