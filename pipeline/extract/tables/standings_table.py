"""Standings in a plain wikitable, English and Spanish, known by their header."""

from collections.abc import Sequence

from pipeline.extract.parsing.page import Page
from pipeline.extract.tables.cross_table import find_grid, read_matches
from pipeline.extract.tables.headered_table import HeaderedTable, Record, find_column, read_group
from pipeline.extract.tables.labels import names_group
from pipeline.facts import Fact, Section, StandingFact
from pipeline.lineage import Span
from pipeline.values.numbers import parse_count
from pipeline.values.scores import parse_penalties

_TEAM = frozenset(
    {"team", "teams", "club", "equipo", "equipos", "nation", "country", "side", "teamvte"}
)
_POSITION = frozenset({"pos", "position", "posicion", "#", "no", "n°", "rank", "r"})
# fields of the fact -> headers of their column, folded and without dots
_ENGLISH = {
    "played": frozenset({"pld", "p", "gp", "mp", "pl", "played", "matches"}),
    "won": frozenset({"w", "won", "wins"}),
    "drawn": frozenset({"d", "t", "drawn", "draws"}),
    "lost": frozenset({"l", "lost", "losses"}),
}
_SPANISH = {
    "played": frozenset({"pj", "j", "jj", "jugados"}),
    "won": frozenset({"pg", "g", "ganados"}),
    "drawn": frozenset({"pe", "e", "empatados"}),
    "lost": frozenset({"pp", "p", "perdidos"}),
}
# a header with one of these is Spanish: `PJ G E P`, where `P` is lost; in `P W D L` it is played
_ONLY_SPANISH = frozenset({"pj", "j", "jj", "pg", "pe", "pp", "e", "equipo", "gc", "ptos"})
_GOALS_AND_POINTS = {
    "goals_for": frozenset({"gf", "f", "for", "goals for"}),
    "goals_against": frozenset({"ga", "gc", "c", "a", "against", "goals against"}),
    "goal_difference": frozenset({"gd", "dg", "dif", "diff", "difference", "+/-", "±", "+/−"}),
    "points": frozenset({"pts", "pt", "ptos", "points", "puntos"}),
}
# goals for and against in one cell: `13:2`
_BOTH_GOALS = frozenset({"gf:ga", "gf–ga", "gf-ga", "goals", "goles", "gf/ga"})
_QUALIFICATION = frozenset({"qualification", "clasificacion", "qualification or relegation"})


def is_standings_table(table: HeaderedTable) -> bool:
    """Whether the header has a team, points or goals, and wins, draws and losses."""
    if table.find_column(_TEAM) is None:
        return False
    column_names = _find_count_columns(table).keys()
    # `Club | G | E | P`, or `Club | PJ | Pts`
    has_results = column_names >= {"won", "drawn", "lost"}
    has_points = column_names >= {"played", "points"}
    # `Grupo A | Pts`
    is_of_group = "points" in column_names and any(map(names_group, table.headers))
    return has_results or has_points or is_of_group


def read_standing(page: Page, table: HeaderedTable, record: Record, section: Section) -> list[Fact]:
    """Return the club's line; none where the row has no team."""
    team_column = table.find_column(_TEAM)
    if team_column is None:
        return []
    headers = _headers_without_dots(table)
    columns = {
        "position": _find_position_column(headers, team_column),
        "team": team_column,
        "both goals": find_column(headers, _BOTH_GOALS),
        "qualification": find_column(headers, _QUALIFICATION),
    }
    count_columns = _find_count_columns(table)
    fits = dict.fromkeys(["position", *count_columns], _is_count)
    quotes = record.quote_once(page, {**columns, **count_columns}, fits)
    team = quotes["team"]
    if not team.text:
        return []
    counts = {name: parse_count(quotes[name].text) for name in count_columns}
    # `13:2` has the form of a shoot-out
    both_goals = parse_penalties(quotes["both goals"].text)
    if both_goals is not None:
        counts["goals_for"], counts["goals_against"] = both_goals
    # the columns as printed: a table that contradicts itself is for `validate` to find
    facts: list[Fact] = [
        StandingFact(
            section=section,
            span=Span(record.row.start, record.row.end),
            position=_parse_position(quotes["position"].text),
            team=team.text,
            team_link=team.link,
            played=counts.get("played"),
            won=counts.get("won"),
            drawn=counts.get("drawn"),
            lost=counts.get("lost"),
            goals_for=counts.get("goals_for"),
            goals_against=counts.get("goals_against"),
            goal_difference=counts.get("goal_difference"),
            points=counts.get("points"),
            adjustment=None,
            qualification=quotes["qualification"].text or None,
            group=read_group(page, table, record),
        )
    ]
    return facts + _read_matches_beside(page, table, record, section)


def find_number_columns(table: HeaderedTable) -> dict[str, int | None]:
    """Return the columns that hold numbers, by the field of the fact; None of one that lacks."""
    columns: dict[str, int | None] = {**_find_count_columns(table)}
    columns["position"] = find_column(_headers_without_dots(table), _POSITION)
    return columns


def _read_matches_beside(
    page: Page, table: HeaderedTable, record: Record, section: Section
) -> list[Fact]:
    """Return the matches of a grid behind the counts: `… | Pts | | ALF | BET`."""
    team_column = table.find_column(_TEAM)
    last_count_column = max(_find_count_columns(table).values())
    if team_column is None:
        return []
    grid = find_grid(table, team_column, last_count_column + 1)
    return list(read_matches(page, grid, record, section))


def _is_count(text: str) -> bool:
    return _parse_position(text) is not None


def _parse_position(text: str) -> int | None:
    """Read a position; `=2` is shared with another club."""
    return parse_count(text.removeprefix("="))


def _find_position_column(headers: Sequence[str], team_column: int) -> int | None:
    """Return the column of the position; a blank header to the left of the team is one."""
    position_column = find_column(headers, _POSITION)
    # ` | Team | Pld | W | …` with the numbers 1, 2, 3 in the first column
    if position_column is None and team_column > 0 and not headers[0]:
        return 0
    return position_column


def _find_count_columns(table: HeaderedTable) -> dict[str, int]:
    """Return the column of each count; `P` is played beside `W`, lost beside `E`."""
    headers = _headers_without_dots(table)
    is_spanish = not _ONLY_SPANISH.isdisjoint(headers)
    results = _SPANISH if is_spanish else _ENGLISH
    columns = {}
    for name, names_of_column in {**results, **_GOALS_AND_POINTS}.items():
        column = find_column(headers, names_of_column)
        if column is not None:
            columns[name] = column
    return columns


def _headers_without_dots(table: HeaderedTable) -> list[str]:
    """Return the headers without the dots of abbreviations, `P.J.` as `pj`."""
    return [header.replace(".", "") for header in table.folded_headers]
