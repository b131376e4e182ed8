"""The groups of a season, each with its matches, its published tables and the derived one."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from pipeline.domain.match import Club, Match
from pipeline.domain.season import Group, Standing, Table
from pipeline.domain.standings import Rules, standings
from pipeline.normalise.stages import is_national_final, is_play_off
from pipeline.reference.rules import RuleBook

Where = tuple[str, str | None]
FEW = 2  # clubs of a tie; a group has more


def groups(
    label: str, matches: Sequence[Match], published: Sequence[Standing], rules: RuleBook
) -> list[Group]:
    """Return the groups that have matches which count, or a published table, in page order.

    Tables of different clubs in one place are several groups of one name.
    """
    counting = defaultdict(list)
    for match in matches:
        if match.counts:
            counting[match.stage, match.group].append(match)
    play_offs = _play_offs(matches, counting)
    printed = _beside_matches(_tables(published), counting)
    places = {**dict.fromkeys((m.stage, m.group) for m in matches if m.counts), **printed}
    return [
        _group(rules.group_rules(label, *where), where, tables, inside, play_offs.get(where, []))
        for where in places
        for tables, inside in _apart(printed.get(where, []), counting[where])
    ]


def _play_offs(
    matches: Sequence[Match], counting: Mapping[Where, Sequence[Match]]
) -> dict[Where, list[Match]]:
    """Return the matches that may settle a rank of each place's group.

    They are the play-offs of the place, and a play-off or final elsewhere between two of its clubs.
    """
    clubs = {
        where: {club for match in inside for club in match.clubs}
        for where, inside in counting.items()
    }
    found: defaultdict[Where, list[Match]] = defaultdict(list)
    for match in matches:
        name = match.round or match.stage
        if match.counts or not (is_play_off(name) or is_national_final(name)):
            continue
        here = match.stage, match.group
        homes = [where for where, playing in clubs.items() if match.clubs <= playing]
        found[here if here in clubs else homes[-1] if homes else here].append(match)
    return found


def _tables(published: Sequence[Standing]) -> dict[Where, list[Table]]:
    """Return the tables of each place: a new one begins at a first position or a second naming."""
    found: defaultdict[Where, list[list[Standing]]] = defaultdict(list)
    for row in published:
        tables = found[row.stage, row.group]
        if not tables or _begins(row, tables[-1]):
            tables.append([])
        tables[-1].append(row)
    return {where: [tuple(table) for table in tables] for where, tables in found.items()}


def _beside_matches(
    tables: dict[Where, list[Table]], matches: Mapping[Where, Sequence[Match]]
) -> dict[Where, list[Table]]:
    """Move tables without matches to the one place without tables whose clubs are all theirs.

    So the sections `Standings` and `Matches` of one group come together.
    """
    moved: defaultdict[Where, list[Table]] = defaultdict(list)
    alone = {
        where: {club for match in matches[where] for club in match.clubs}
        for where in matches
        if matches[where] and where not in tables
    }
    for where, inside in tables.items():
        clubs = {row.club for table in inside for row in table}
        homes = [home for home, playing in alone.items() if len(playing) > FEW and playing <= clubs]
        apart = where not in matches and len(homes) == 1
        moved[homes[0] if apart else where] += inside
    return dict(moved)


def _begins(row: Standing, table: Sequence[Standing]) -> bool:
    first, last = table[0].position, table[-1].position
    restarts = row.position == 1 and last is not None and last > 1 and (first or 0) <= last
    return restarts or any(row.club == other.club for other in table)


def _apart(
    tables: Sequence[Table], matches: Sequence[Match]
) -> Iterator[tuple[tuple[Table, ...], list[Match]]]:
    """Yield the tables and matches of each group of a place."""
    clubs = [frozenset(row.club for row in table) for table in tables]
    everybody = [club for some in clubs for club in some]
    if len(tables) < 2 or len(set(everybody)) < len(everybody):  # noqa: PLR2004 - two to be apart
        yield tuple(tables), list(matches)
        return
    for table, own in zip(tables, clubs, strict=True):
        yield (table,), [match for match in matches if match.clubs <= own]
    if rest := [match for match in matches if not any(match.clubs <= own for own in clubs)]:
        yield (), rest


def _group(
    rules: Rules,
    where: Where,
    tables: tuple[Table, ...],
    matches: Sequence[Match],
    play_offs: Sequence[Match],
) -> Group:
    adjusted: dict[Club, int] = {
        row.club: row.adjustment for table in tables for row in table if row.adjustment
    }
    return Group(
        *where,
        rules,
        tuple(matches),
        tuple(play_offs),
        tuple(standings(matches, rules, play_offs, adjusted)),
        tables,
    )
