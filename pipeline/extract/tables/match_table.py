"""Matches in a plain wikitable: `Local | Resultado | Visitante` and kin, in any order."""

import re
from dataclasses import replace

from pipeline.domain.folding import fold
from pipeline.extract.builders.match_details import build_match_details
from pipeline.extract.builders.match_fact import build_match_fact, read_score, with_shoot_out
from pipeline.extract.builders.tie_fact import is_result
from pipeline.extract.parsing.page import Page
from pipeline.extract.parsing.template_call import Quote
from pipeline.extract.tables.headered_table import HeaderedTable, Record
from pipeline.facts import Fact, Section
from pipeline.lineage import Span
from pipeline.values.dates import parse_date

_HOME = frozenset(
    "local,locales,equipo local,home,home team,team 1,equipo 1,equipo a,team a".split(",")
)
_AWAY = frozenset(
    "visitante,visitantes,visita,equipo visitante,away,away team,visitor,visitors,visiting team,"
    "team 2,equipo 2,equipo b,team b".split(",")
)
_SCORE = frozenset(
    "resultado,resultados,result,result.,res,res.,score,marcador,partido,match,final score".split(
        ","
    )
)
_DATE = frozenset({"dia", "date", "day", "fecha y hora", "dia y hora"})
# `Fecha` heads a column of dates on one page, of numbers of rounds on another
_DATE_OR_ROUND = frozenset({"fecha"})
_ROUND = frozenset(
    "jor,jor.,jornada,ronda,round,matchday,fase,instancia,stage,etapa,llave,leg".split(",")
)
_STADIUM = frozenset({"estadio", "stadium", "venue", "ground", "cancha", "escenario"})
_DETAILS = {
    "location": frozenset(
        "location,city,town,place,ciudad,lugar,localidad,sede,distrito,provincia".split(",")
    ),
    "attendance": frozenset(
        "attendance,att,att.,crowd,spectators,asistencia,asist.,espectadores,publico".split(",")
    ),
    "referee": frozenset("referee,ref,ref.,arbitro,arbitros,juez,referi".split(",")),
    "time": frozenset(
        "time,kick-off,kickoff,kick off,local time,hora,hora local,horario".split(",")
    ),
    "neutral": frozenset(
        "neutral,neutral venue,neutral ground,cancha neutral,campo neutral,sede neutral".split(",")
    ),
}
_PENALTIES = frozenset({"penales", "penaltis", "pen", "pen.", "penalties"})

# `3`, `Fecha 3`, `3.ª fecha`
_ROUND_NUMBER = re.compile(r"(?:fecha )?\d{1,2}\W{0,2}[ao]?\.?(?: fecha)?")
# `Suspendido por lluvia. Se jugó el 29 de julio.`
_PLAYED_LATER = re.compile(
    r"se jug[oó] el (?:[^\W\d_]+ )?(\d{1,2}(?:\.?º|°)? de [^\W\d_]+(?: (?:de|del) \d{4})?)",
    re.IGNORECASE,
)


def is_match_table(table: HeaderedTable) -> bool:
    """Whether the header has a home team, an away team and a score, or a column between them."""
    return _find_score_column(table) is not None


def read_match(page: Page, table: HeaderedTable, record: Record, section: Section) -> list[Fact]:
    """Return the match of the row; none where a team is missing."""
    home_column = table.find_column(_HOME)
    away_column = table.find_column(_AWAY)
    columns = {
        "home": home_column,
        "away": away_column,
        "score": _find_score_column(table),
        "penalties": table.find_column(_PENALTIES),
        "day": table.find_column(_DATE),
        "fecha": table.find_column(_DATE_OR_ROUND),
        "stadium": table.find_column(_STADIUM),
        "round": table.find_column(_ROUND),
    }
    for detail, headers in _DETAILS.items():
        columns[detail] = _find_detail_column(table, headers)
    quotes = record.quote_once(page, columns, fits={"score": is_result, "day": _is_date})
    home = quotes["home"]
    away = quotes["away"]
    # one cell across both teams is a label such as `Descansa: Municipal`
    if record.has_one_cell_across(home_column, away_column) or not home.text or not away.text:
        return []
    score_quote = quotes["score"]
    score = with_shoot_out(read_score(score_quote), quotes["penalties"].text)
    date, round_number = _split_date_and_round(day=quotes["day"], fecha=quotes["fecha"])
    # a date of the row is stronger than the date across the table above it
    if not date.text:
        date = record.date_label
    return [
        build_match_fact(
            section,
            Span(record.row.start, record.row.end),
            home,
            away,
            score,
            score_text=score_quote.text,
            date=_replace_by_day_played(date),
            stadium=quotes["stadium"].text or None,
            details=build_match_details(
                date=date,
                remarks=(quotes["stadium"], score_quote),
                **{detail: quotes[detail] for detail in _DETAILS},
            ),
            round_label=quotes["round"].text or round_number or record.round_label,
        )
    ]


def _is_date(text: str) -> bool:
    return parse_date(text) is not None


def _find_detail_column(table: HeaderedTable, names: frozenset[str]) -> int | None:
    """Return the first column whose header is one of the names, perhaps with a bracket behind."""
    for column, header in enumerate(table.folded_headers):
        # `Hora (UTC−5)`, `Asistencia (aprox.)`
        if header.partition("(")[0].strip() in names:
            return column
    return None


def _find_score_column(table: HeaderedTable) -> int | None:
    """Return the score's column: by its header, else the one between the two teams."""
    home_column = table.find_column(_HOME)
    away_column = table.find_column(_AWAY)
    if home_column is None or away_column is None:
        return None
    score_column = table.find_column(_SCORE)
    if score_column is not None:
        return score_column
    # `Local | | Visitante`: the score stands under no header, or under one that we do not know
    if away_column == home_column + 2:
        return home_column + 1
    return None


def _split_date_and_round(day: Quote, fecha: Quote) -> tuple[Quote, str | None]:
    """Return the date and the round: a column `Fecha` holds either of them."""
    # beside a column `Día`, or with a number such as `3.ª` in it, `Fecha` is the round
    if day.text or _ROUND_NUMBER.fullmatch(fold(fecha.text)):
        return day, fecha.text or None
    # `2 de mayo` under `Fecha`: the date
    return fecha, None


def _replace_by_day_played(date: Quote) -> Quote:
    """Return the date with the day on which a note in its cell says that they did play."""
    note = _PLAYED_LATER.search(date.raw)
    if note is None or not parse_date(note[1]):
        return date
    return replace(date, text=note[1])
