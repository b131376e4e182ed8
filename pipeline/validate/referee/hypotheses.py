"""Single changes to matches, rules or the table itself, and what each would do to the rows."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.domain.match import Club, Match, Score
from pipeline.domain.season import Group
from pipeline.validate.referee.arithmetic import WIN_POINTS
from pipeline.validate.referee.cells import (
    NOTHING,
    NUMBERS,
    Cells,
    contributions,
    minus,
    shown,
)
from pipeline.validate.referee.hypothesis import Edit, Rows

AWARDED = (Score(3, 0), Score(0, 3))
MOST_GOALS = 15  # tried in place of a printed number
# what says no more than a plainer kind with the same effect, which is tried first
GIVES_WAY = {
    "left out": {"doubled"},
    "earlier": {"doubled", "left out"},
    "missing": {"play-off"},
}


def fitting(group: Group, rows: Rows) -> list[Edit]:
    """Return the single changes that give the rows they touch, the plainest kind first."""
    found: list[Edit] = []
    kinds: defaultdict[object, set[str]] = defaultdict(set)
    for edit in _edits(group, rows):
        same = kinds[frozenset(edit.effect.items())]
        is_told = same & GIVES_WAY.get(edit.kind, set())
        if not is_told and edit.effect.keys() & rows.wrong.keys() and rows.fit(edit.effect):
            same.add(edit.kind)
            found.append(edit)
    return found


def _edits(group: Group, rows: Rows) -> Iterator[Edit]:
    """Yield every single change worth trying."""
    touched = [m for m in group.matches if m.result and m.clubs & rows.wrong.keys()]
    yield from _other_points(group)
    yield from (_counted(match, group) for match in group.play_offs if match.result)
    yield from _left_out(touched, group)
    for match in touched:
        yield from _rescored(match, group, rows)
    for last, later in later_matches(group):
        yield Edit("earlier", f"it is the table after {last}", _undone(later, group))
    yield from _missing(group, rows)


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


def _left_out(matches: Sequence[Match], group: Group) -> Iterator[Edit]:
    """Yield the table without each match, first those that the page has more than once."""
    same: defaultdict[str, list[Match]] = defaultdict(list)
    for match in matches:
        same[shown(match)].append(match)
    for text, (match, *more) in sorted(same.items(), key=lambda one: -len(one[1])):
        kind, said = "left out", f"the table leaves out {text}"
        if more:
            rounds = " and ".join(one.round or one.date or "?" for one in (match, *more))
            kind, said = "doubled", f"the table has {text} once less than the page ({rounds})"
        yield Edit(kind, said, _undone((match,), group))


def later_matches(group: Group) -> Iterator[tuple[str, list[Match]]]:
    """Yield each round but the last with all matches after it; days where rounds have no name."""
    rounds = list(dict.fromkeys(match.round for match in group.matches))
    if None in rounds or len(rounds) < 2:  # noqa: PLR2004 - an earlier and a later one
        yield from _after_days(group)
        return
    for at, last in enumerate(rounds[:-1], 1):
        yield str(last), [match for match in group.matches if match.round in rounds[at:]]


def _after_days(group: Group) -> Iterator[tuple[str, list[Match]]]:
    days = sorted({match.date for match in group.matches if match.date})
    if any(match.precision != "day" for match in group.matches):
        return
    for last in days[:-1]:
        yield last, [match for match in group.matches if (match.date or "") > last]


def _rescored(match: Match, group: Group, rows: Rows) -> Iterator[Edit]:
    """Yield other scores: one number changed, awarded 3–0 or 0–3, the sides swapped."""
    old = match.result
    if old is None:
        return
    before = _effect(match, old, group)
    wanted = _wanted(match, old, rows)
    for score, kind in _scores(old).items():
        if wanted and (score.home, score.away) != wanted:
            continue
        after = _effect(match, score, group)
        effect = {club: minus(after[club], before[club]) for club in after}
        if not rows.fit(effect):
            continue  # before the words, of which there would be thousands
        text = (
            f"the table fits {shown(match, score)}{kind}, the match list says {old.home}–{old.away}"
        )
        yield Edit("score", text, effect)


def _wanted(match: Match, old: Score, rows: Rows) -> tuple[int, int] | None:
    """Return the only goals that can give the published rows; None where neither prints goals."""
    scored, conceded = NUMBERS.index("goals_for"), NUMBERS.index("goals_against")
    for club in (match.home, match.away):
        if {"goals_for", "goals_against"} <= rows.printed.get(club, {}).keys():
            less = rows.wrong.get(club, NOTHING)
            more = less[scored], less[conceded]
            home, away = more if club == match.home else more[::-1]
            return old.home + home, old.away + away
    return None


def _scores(old: Score) -> dict[Score, str]:
    plain = Score(old.home, old.away)
    found = {Score(number, old.away): "" for number in range(MOST_GOALS + 1)}
    found |= {Score(old.home, number): "" for number in range(MOST_GOALS + 1)}
    found |= {score: " (as if awarded)" for score in AWARDED if score not in found}
    turned = Score(old.away, old.home)
    found |= {turned: " (the sides swapped)"} if turned not in found else {}
    found.pop(plain, None)
    return found


def _missing(group: Group, rows: Rows) -> Iterator[Edit]:
    """Yield the match that two clubs lack, if each has one fewer than published."""
    played = NUMBERS.index("played")
    short = sorted(club for club, less in rows.wrong.items() if less[played] > 0)
    if len(short) != 2 or any(rows.wrong[club][played] != 1 for club in short):  # noqa: PLR2004 - a match has two
        return
    one, other = short
    for score, text in _lacking(one, other, rows):
        home, away = contributions(score, group.rules)
        yield Edit("missing", f"the page lacks {text}", {one: home, other: away})


def _lacking(one: Club, other: Club, rows: Rows) -> Iterator[tuple[Score, str]]:
    """Yield the results that the match may have had, as far as the row of one club prints it."""
    less = dict(zip(NUMBERS, rows.wrong[one], strict=True))
    scored, conceded, by = less["goals_for"], less["goals_against"], less["goal_difference"]
    has, first, second = rows.printed[one].keys(), rows.names[one], rows.names[other]
    if {"goals_for", "goals_against"} <= has:
        if min(scored, conceded) >= 0:
            text = f"{first} {scored}–{conceded} {second}, whoever was at home"
            yield Score(scored, conceded), text
        return
    for goals in [by] if "goal_difference" in has else (1, 0, -1):
        winner, loser = (first, second) if goals > 0 else (second, first)
        won = f"a match that {winner} won against {loser}"
        text = won if goals else f"a draw of {first} and {second}"
        yield Score(max(goals, 0), max(-goals, 0)), text


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
