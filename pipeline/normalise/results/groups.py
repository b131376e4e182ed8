"""Which matches, published tables and play-offs make up a group."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from pipeline.domain.grouping import only_one
from pipeline.domain.match import Club, Match
from pipeline.domain.meetings import (
    CLUBS_OF_A_TIE,
    are_group,
    clubs_of,
    clubs_of_matches,
    split_by_clubs,
)
from pipeline.domain.season import Group, Standing
from pipeline.domain.standings import Rules, standings
from pipeline.normalise.rounds import is_national_final, is_play_off
from pipeline.reference.rules import RuleBook


class GroupId(NamedTuple):
    """The headings that groups stand under; `name` is None directly below the stage."""

    stage: str
    name: str | None


MatchesByGroup = Mapping[GroupId, Sequence[Match]]
TablesByGroup = Mapping[GroupId, Sequence[Sequence[Standing]]]


@dataclass(frozen=True, slots=True)
class _GroupContents:
    """The tables and matches of one group of clubs under a heading."""

    tables: Sequence[Sequence[Standing]]
    matches: Sequence[Match]


def build_groups(
    season: str, matches: Sequence[Match], published: Iterable[Standing], rules: RuleBook
) -> tuple[Group, ...]:
    """Return the groups that have matches which count, or a published table, in page order.

    season:    its label, for the rules
    published: the rows of all published tables
    returns:   tables of different clubs under one heading are several groups of one name
    """
    counted_matches = _counted_matches(matches)
    play_offs = _play_offs(matches, counted_matches)
    tables = _join_separate_tables(_split_tables(published), counted_matches)
    groups: list[Group] = []
    for group_id in dict.fromkeys(chain(counted_matches, tables)):
        group_rules = rules.group_rules(season, group_id.stage, group_id.name)
        play_offs_of_id = play_offs.get(group_id, ())
        contents_of_id = _split_by_clubs(
            tables.get(group_id, ()), counted_matches.get(group_id, ())
        )
        groups += [
            _build_group(group_id, group_rules, contents, play_offs_of_id)
            for contents in contents_of_id
        ]
    return tuple(groups)


def _counted_matches(matches: Iterable[Match]) -> MatchesByGroup:
    """Return the matches that count for standings, by group, in page order."""
    counted_matches: defaultdict[GroupId, list[Match]] = defaultdict(list)
    for match in matches:
        if match.counts:
            counted_matches[GroupId(match.stage, match.group)].append(match)
    return counted_matches


def _clubs_by_group(counted_matches: MatchesByGroup) -> dict[GroupId, set[Club]]:
    clubs_by_group: defaultdict[GroupId, set[Club]] = defaultdict(set)
    for group_id, matches in counted_matches.items():
        clubs_by_group[group_id] = clubs_of_matches(matches)
    return clubs_by_group


def _play_offs(matches: Iterable[Match], counted_matches: MatchesByGroup) -> MatchesByGroup:
    """Return the matches that may settle a rank, by the group whose rank it is."""
    clubs_by_group = _clubs_by_group(counted_matches)
    play_offs: defaultdict[GroupId, list[Match]] = defaultdict(list)
    for match in matches:
        # a group of two level clubs may end with a "Final" between them
        may_settle_rank = is_play_off(match.round_name) or is_national_final(match.round_name)
        if may_settle_rank and not match.counts:
            play_offs[_group_of_play_off(match, clubs_by_group)].append(match)
        if match.counts and is_play_off(match.group):
            # "Desempate" of three clubs: a group that settles the ranks of the group before it
            for group_id in _groups_of_both_clubs(match, clubs_by_group)[-1:]:
                play_offs[group_id].append(match)
    return play_offs


def _groups_of_both_clubs(
    match: Match, clubs_by_group: Mapping[GroupId, set[Club]]
) -> list[GroupId]:
    """Return the other groups that both clubs are in."""
    own_group = GroupId(match.stage, match.group)
    groups_of_both_clubs: list[GroupId] = []
    for group_id, clubs in clubs_by_group.items():
        if group_id != own_group and match.clubs <= clubs:
            groups_of_both_clubs.append(group_id)
    return groups_of_both_clubs


def _group_of_play_off(match: Match, clubs_by_group: Mapping[GroupId, set[Club]]) -> GroupId:
    """Return the group whose rank the play-off settles."""
    own_group = GroupId(match.stage, match.group)
    if own_group in clubs_by_group:
        return own_group
    # "Title play-off" is a stage without matches that count; its two clubs are of "Final Stage"
    groups_of_both_clubs = _groups_of_both_clubs(match, clubs_by_group)
    if groups_of_both_clubs:
        return groups_of_both_clubs[-1]
    return own_group


def _split_tables(published: Iterable[Standing]) -> TablesByGroup:
    """Return the published tables, by group, in page order."""
    tables_by_group: defaultdict[GroupId, list[list[Standing]]] = defaultdict(list)
    for row in published:
        tables = tables_by_group[GroupId(row.stage, row.group)]
        if not tables or _begins_table(row, tables[-1]):
            tables.append([])
        tables[-1].append(row)
    return tables_by_group


def _begins_table(row: Standing, table: Sequence[Standing]) -> bool:
    """Whether the row is the first of another table than the rows before it."""
    # a table before and after a match: its clubs stand there a second time
    if any(row.club == earlier.club for earlier in table):
        return True
    first_position = table[0].position or 0
    last_position = table[-1].position
    if row.position != 1 or last_position is None:
        return False
    # positions 1, 2, 3, 4, 1: a second table; 4, 3, 2, 1: one that begins with the last
    return last_position > 1 and first_position <= last_position


def _join_separate_tables(tables: TablesByGroup, counted_matches: MatchesByGroup) -> TablesByGroup:
    """Return the tables, those of a heading without matches put to the matches of their clubs."""
    clubs_without_table = _clubs_by_group(counted_matches)
    for group_id in tables:
        clubs_without_table.pop(group_id, None)
    joined_tables: defaultdict[GroupId, list[Sequence[Standing]]] = defaultdict(list)
    for heading_id, tables_of_heading in tables.items():
        group_id = heading_id
        if heading_id not in counted_matches:
            group_id = _group_of_tables(tables_of_heading, clubs_without_table) or heading_id
        joined_tables[group_id] += tables_of_heading
    return joined_tables


def _group_of_tables(
    tables: Iterable[Sequence[Standing]], clubs_without_table: Mapping[GroupId, set[Club]]
) -> GroupId | None:
    """Return the one group without a table whose clubs all stand in the tables."""
    clubs_in_tables = {row.club for row in chain.from_iterable(tables)}
    # "== Standings ==" after "== Round 5 ==": the table is that of the rounds
    candidates: list[GroupId] = []
    for group_id, clubs in clubs_without_table.items():
        is_group = len(clubs) > CLUBS_OF_A_TIE
        if is_group and clubs <= clubs_in_tables:
            candidates.append(group_id)
    return only_one(candidates)


def _split_by_clubs(
    tables: Sequence[Sequence[Standing]], matches: Sequence[Match]
) -> list[_GroupContents]:
    """Return the tables and matches under one heading, apart for each group of clubs.

    returns: a match between clubs of two tables is of neither; such matches are a group at the end
    """
    rows = list(chain.from_iterable(tables))
    share_clubs = len({row.club for row in rows}) < len(rows)
    if not tables:
        return [_GroupContents([], part) for part in _split_matches(matches)]
    # one table, or tables of the same clubs after the first round and at the end
    if len(tables) <= 1 or share_clubs:
        return [_GroupContents(tables, matches)]
    groups: list[_GroupContents] = []
    remaining_matches = list(matches)
    for table in tables:
        clubs = {row.club for row in table}
        matches_of_clubs = [match for match in remaining_matches if match.clubs <= clubs]
        remaining_matches = [match for match in remaining_matches if not match.clubs <= clubs]
        groups.append(_GroupContents([table], matches_of_clubs))
    if remaining_matches:
        groups.append(_GroupContents([], remaining_matches))
    return groups


def _split_matches(matches: Sequence[Match]) -> list[Sequence[Match]]:
    """Return the matches under one heading, apart for clubs that all meet and meet no others."""
    parts = split_by_clubs(match.clubs for match in matches)
    # "Primera fase": three clubs that all meet, then three others; else rounds are missing
    if not all(are_group(pairs) for pairs in parts):
        return [matches]
    matches_of_parts: list[Sequence[Match]] = []
    for clubs in map(clubs_of, parts):
        matches_of_parts.append([match for match in matches if match.clubs <= clubs])
    return matches_of_parts


def _build_group(
    group_id: GroupId,
    rules: Rules,
    contents: _GroupContents,
    play_offs: Sequence[Match],
) -> Group:
    """Return the group with the table that its matches give."""
    adjustments: dict[Club, int] = {}
    for row in chain.from_iterable(contents.tables):
        # "three points deducted": the matches alone do not give them
        if row.adjustment:
            adjustments[row.club] = row.adjustment
    table = standings(contents.matches, rules, play_offs, adjustments)
    return Group(
        stage=group_id.stage,
        name=group_id.name,
        rules=rules,
        matches=tuple(contents.matches),
        play_offs=tuple(play_offs),
        table=tuple(table),
        published=tuple(tuple(rows) for rows in contents.tables),
    )
