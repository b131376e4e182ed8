"""Matches in a plain wikitable: `Local | Resultado | Visitante` and kin, in any order."""

import re
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from pipeline.domain.keys import fold
from pipeline.extract.builders.match_details import HEADERS_BY_DETAIL, build_match_details
from pipeline.extract.builders.match_fact import build_match_fact, read_score, with_shoot_out
from pipeline.extract.builders.tie_fact import is_result
from pipeline.extract.parsing.page import Page
from pipeline.extract.parsing.template_call import BLANK, Quote
from pipeline.extract.tables.headered_table import HeaderedTable, Record, read_group
from pipeline.extract.tables.labels import parse_leg
from pipeline.extract.text.match_cell import read_teams_of_cell
from pipeline.facts import Fact, MatchFact, Section
from pipeline.lineage import Span
from pipeline.values.dates import parse_date

_HOME = frozenset(
    "local,locales,equipo local,club local,home,home team,home side,team 1,equipo 1,equipo a,team a"
    ",club 1".split(",")
)
_AWAY = frozenset(
    "visitante,visitantes,visita,equipo visitante,club visitante,away,away team,away side,visitor"
    ",visitors,visiting team,team 2,equipo 2,equipo b,team b,club 2".split(",")
)
# heads both columns of `Equipo | Resultado | Equipo`
_EITHER_TEAM = frozenset({"equipo", "team", "club"})
_SCORE = frozenset(
    "resultado,resultados,result,result.,res,res.,score,marcador,final score".split(",")
)
# `Partido` heads the score on one page, `Ida` and `Vuelta` beside a column `Resultado` on another
_SCORE_OR_LEG = frozenset({"partido", "match", "encuentro"})
# the goals of each side in a column of their own: `Local | GL | GV | Visitante`
_GOALS = frozenset(
    "gl,gv,g.l.,g.v.,goles,goals,gol,g,goles local,goles visitante,goles visita,home goals"
    ",away goals".split(",")
)
# heads both teams in one cell: `Alfa vs Beta`, `Alfa 2-1 Beta`
_BOTH_TEAMS = frozenset({"partido", "partidos", "match", "encuentro", "game", "juego", "cruce"})
_DATE = frozenset({"dia", "date", "day", "fecha y hora", "dia y hora"})
# `Fecha` heads a column of dates on one page, of numbers of rounds on another
_DATE_OR_ROUND = frozenset({"fecha"})
_ROUND = frozenset(
    "jor,jor.,jornada,ronda,round,matchday,fase,instancia,stage,etapa,llave,leg".split(",")
)
_STADIUM = frozenset({"estadio", "stadium", "venue", "ground", "cancha", "escenario"})
_PENALTIES = frozenset({"penales", "penaltis", "pen", "pen.", "penalties"})
_NOTES = frozenset(
    "notes,note,notas,nota,observaciones,observacion,obs,obs.,remarks,comments,comentarios"
    ",incidencias".split(",")
)

_COUNTRY = re.compile(r"[A-Z]{3}")
# `3`, `Fecha 3`, `3.ª fecha`
_ROUND_NUMBER = re.compile(r"(?:fecha )?\d{1,2}\W{0,2}[ao]?\.?(?: fecha)?")


class TeamColumns(NamedTuple):
    """Where the two teams stand."""

    home: int
    away: int


def is_match_table(table: HeaderedTable) -> bool:
    """Whether the header has a home team, an away team and a score, or a column between them."""
    if find_score_column(table) is not None or _find_goal_columns(table) is not None:
        return True
    return _find_column_of_both_teams(table) is not None


def read_match(page: Page, table: HeaderedTable, record: Record, section: Section) -> list[Fact]:
    """Return the match of the row; none where a team is missing."""
    match = build_match(page, table, record, section)
    return [] if match is None else [match]


def build_match(
    page: Page, table: HeaderedTable, record: Record, section: Section
) -> MatchFact | None:
    """Return the match of the row, None where a team is missing."""
    score_column = find_score_column(table)
    teams = _find_team_columns(table)
    columns = {
        "home": teams.home if teams else None,
        "away": teams.away if teams else None,
        "score": score_column,
        "penalties": table.find_column(_PENALTIES),
        "day": table.find_column(_DATE),
        "fecha": table.find_column(_DATE_OR_ROUND),
        "stadium": table.find_column(_STADIUM),
        "round": table.find_column(_ROUND),
        "notes": table.find_column(_NOTES),
        "leg": _find_leg_column(table, score_column),
        **find_detail_columns(table),
    }
    quotes = record.quote_once(page, columns, fits={"score": is_result, "day": _is_date})
    home, away = quotes["home"], quotes["away"]
    score_quote = _read_goals_of_each(page, table, record) or quotes["score"]
    if teams is None:
        home, away, score_quote = _read_both_teams(page, table, record, score_quote)
    # one cell across both teams is a label such as `Descansa: Municipal`
    elif record.has_one_cell_across(*teams):
        return None
    if not home.text or not away.text:
        return None
    score = with_shoot_out(read_score(score_quote), quotes["penalties"].text)
    date, round_number = _split_date_and_round(day=quotes["day"], fecha=quotes["fecha"])
    # a date of the row is stronger than the date across the table above it
    if not date.text:
        date = replace(record.labels.date, notes=date.notes)
    leg, round_label = _split_leg_and_round(quotes["leg"].text, quotes["round"].text, record)
    return build_match_fact(
        section,
        Span(record.row.start, record.row.end),
        home,
        away,
        score,
        score_text=score_quote.text,
        score_notes=(*score_quote.notes, quotes["notes"].text),
        date=date,
        stadium=quotes["stadium"].text or None,
        details=build_match_details(
            date=date,
            remarks=(quotes["stadium"], quotes["notes"], score_quote),
            **{detail: quotes[detail] for detail in HEADERS_BY_DETAIL},
        ),
        leg=leg,
        round_label=round_label or round_number or record.labels.round,
        group=read_group(page, table, record),
    )


def _read_both_teams(
    page: Page, table: HeaderedTable, record: Record, score: Quote
) -> tuple[Quote, Quote, Quote]:
    """Return the teams of one cell, and the score of its own column or of that cell."""
    column = _find_column_of_both_teams(table)
    cell = record.cell(column)
    teams = None if cell is None else read_teams_of_cell(page, cell.start, cell.end)
    if teams is None:
        return BLANK, BLANK, score
    # `Partido | Resultado` has the score in its own column, `Fecha | Partido` beside the teams
    if table.find_column(_SCORE) is None:
        score = replace(record.quote(page, column), text=teams.score or "")
    return teams.home, teams.away, score


def _read_goals_of_each(page: Page, table: HeaderedTable, record: Record) -> Quote | None:
    """Return `2–1` of the cells `2` and `1`, None where the table has no such columns."""
    columns = _find_goal_columns(table)
    if columns is None:
        return None
    home, away = (record.quote(page, column) for column in columns)
    if not home.text and not away.text:
        return BLANK
    text = f"{home.text}–{away.text}"
    return Quote(text, None, text, (*home.notes, *away.notes))


def read_pair(page: Page, table: HeaderedTable, record: Record) -> frozenset[str] | None:
    """Return the names of the two teams, folded; None where one is missing."""
    teams = _find_team_columns(table)
    if teams is None:
        return None
    names = frozenset(fold(record.text(page, column)) for column in teams)
    return None if "" in names or len(names) < len(TeamColumns._fields) else names


def _split_leg_and_round(
    leg_text: str, round_text: str, record: Record
) -> tuple[int | None, str | None]:
    """Return the number of the leg and the round: `Ida` is no round of its own."""
    leg_in_round_column = parse_leg(round_text)
    if leg_in_round_column is not None:
        return leg_in_round_column, None
    return parse_leg(leg_text) or record.labels.leg, round_text or None


def _is_date(text: str) -> bool:
    return parse_date(text) is not None


def find_score_column(table: HeaderedTable) -> int | None:
    """Return the score's column: by its header, else the one between the two teams."""
    teams = _find_team_columns(table)
    if teams is None:
        has_both_teams = _find_column_of_both_teams(table) is not None
        return table.find_column(_SCORE) if has_both_teams else None
    if _find_goal_columns(table) is not None:
        return None
    for names in (_SCORE, _SCORE_OR_LEG):
        score_column = table.find_column(names)
        if score_column is not None:
            return score_column
    # `Local | | Visitante`: the score stands under no header, or under one that we do not know
    if teams.away == teams.home + 2:
        return teams.home + 1
    return None


def _find_goal_columns(table: HeaderedTable) -> tuple[int, int] | None:
    """Return the columns of the goals of home and away, None if the table has a score instead."""
    columns = [column for column, header in enumerate(table.folded_headers) if header in _GOALS]
    if len(columns) != len(TeamColumns._fields) or _find_team_columns(table) is None:
        return None
    # `Local | Resultado | Visitante | Goles | Goles`: the scorers of each side
    if table.find_column(_SCORE) is not None:
        return None
    return columns[0], columns[1]


@lru_cache(maxsize=8)
def _find_column_of_both_teams(table: HeaderedTable) -> int | None:
    """Return the column with both teams of each match, None if the table has none."""
    column = table.find_column(_BOTH_TEAMS)
    if column is None or _find_team_columns(table) is not None:
        return None
    for record in table.records:
        cell = record.cell(column)
        if cell is not None and read_teams_of_cell(table.page, cell.start, cell.end) is not None:
            return column
    return None


@lru_cache(maxsize=8)
def _find_team_columns(table: HeaderedTable) -> TeamColumns | None:
    home_column = _find_column_of_names(table, _HOME)
    away_column = _find_column_of_names(table, _AWAY)
    if home_column is not None and away_column is not None:
        return TeamColumns(home_column, away_column)
    # `Equipo | Resultado | Equipo`
    columns = [
        column for column, header in enumerate(table.folded_headers) if header in _EITHER_TEAM
    ]
    if len(columns) == len(TeamColumns._fields) and columns[1] == columns[0] + 2:
        return TeamColumns(*columns)
    return None


def _find_column_of_names(table: HeaderedTable, headers: frozenset[str]) -> int | None:
    """Return the column; of several under one header, the first that has more than flags."""
    column = table.find_column(headers)
    if column is None:
        return None
    # `!colspan=2|Local` above `|{{bandera|PER}}||Grau`
    header = table.folded_headers[column]
    columns_below = [column]
    while table.folded_headers[columns_below[-1] + 1 : columns_below[-1] + 2] == (header,):
        columns_below.append(columns_below[-1] + 1)
    if len(columns_below) == 1:
        return column
    for record in table.records:
        for column_below in columns_below:
            text = record.text(table.page, column_below)
            if text and not _COUNTRY.fullmatch(text):
                return column_below
    return column


def _find_leg_column(table: HeaderedTable, score_column: int | None) -> int | None:
    leg_column = table.find_column(_SCORE_OR_LEG)
    # `Partido` may head both teams
    if _find_team_columns(table) is None:
        return None
    return None if leg_column == score_column else leg_column


def _split_date_and_round(day: Quote, fecha: Quote) -> tuple[Quote, str | None]:
    """Return the date and the round: a column `Fecha` holds either of them."""
    # beside a column `Día`, or with a number such as `3.ª` in it, `Fecha` is the round
    if day.text or _ROUND_NUMBER.fullmatch(fold(fecha.text)):
        return day, fecha.text or None
    # `2 de mayo` under `Fecha`: the date
    return fecha, None


def find_detail_columns(table: HeaderedTable) -> dict[str, int | None]:
    """Return the column of each detail, None for those that the table lacks."""
    return {
        detail: _find_detail_column(table, names) for detail, names in HEADERS_BY_DETAIL.items()
    }


def _find_detail_column(table: HeaderedTable, names: frozenset[str]) -> int | None:
    """Return the first column whose header is one of the names, perhaps with a bracket behind."""
    for column, header in enumerate(table.folded_headers):
        # `Hora (UTC−5)`, `Asistencia (aprox.)`
        if header.partition("(")[0].strip() in names:
            return column
    return None
