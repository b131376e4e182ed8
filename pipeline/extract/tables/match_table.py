"""Matches in a plain wikitable: `Local | Resultado | Visitante` and kin, in any order."""

import re
from dataclasses import replace

from pipeline.domain.folding import fold
from pipeline.extract.builders.match_fact import match_fact, read_score
from pipeline.extract.parsing.page import Page
from pipeline.extract.parsing.template_call import Quote
from pipeline.extract.tables.headered_table import Record, Sheet
from pipeline.facts import Fact, Section
from pipeline.lineage import Span
from pipeline.values.dates import parse_date
from pipeline.values.scores import parse_penalties

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
_DATE_OR_ROUND = frozenset({"fecha"})
_ROUND = frozenset(
    "jor,jor.,jornada,ronda,round,matchday,fase,instancia,stage,etapa,llave,leg".split(",")
)
_STADIUM = frozenset({"estadio", "stadium", "venue", "ground", "cancha", "escenario"})
_PENALTIES = frozenset({"penales", "penaltis", "pen", "pen.", "penalties"})

_NUMBER = re.compile(r"(?:fecha )?\d{1,2}\W{0,2}[ao]?\.?(?: fecha)?")
_PLAYED_LATER = re.compile(
    r"se jug[oó] el (?:[^\W\d_]+ )?(\d{1,2}(?:\.?º|°)? de [^\W\d_]+(?: (?:de|del) \d{4})?)",
    re.IGNORECASE,
)


def recognises(sheet: Sheet) -> bool:
    """Whether the header has a home team, an away team and a score, or a column between them."""
    return sheet.column(_HOME) is not None and _score_column(sheet) is not None


def match(page: Page, sheet: Sheet, record: Record, section: Section) -> list[Fact]:
    """Return the match of the row; none where a team is missing."""

    def quote(names: frozenset[str]) -> Quote:
        return record.quote(page, sheet.column(names))

    home, away = quote(_HOME), quote(_AWAY)
    score = record.quote(page, _score_column(sheet))
    label = record.same(sheet.column(_HOME), sheet.column(_AWAY))
    if label or not home.text or not away.text or repeats_header(page, sheet, record):
        return []
    date, number = _date_and_round(quote(_DATE), quote(_DATE_OR_ROUND))
    read = read_score(score)
    if shoot_out := parse_penalties(quote(_PENALTIES).text):
        read = replace(read, home_penalties=shoot_out[0], away_penalties=shoot_out[1])
    return [
        match_fact(
            section,
            Span(record.row.start, record.row.end),
            home,
            away,
            read,
            score_text=score.text,
            date=_played(date if date.text else record.date_label),
            stadium=quote(_STADIUM).text or None,
            round_label=quote(_ROUND).text or number or record.round_label,
        )
    ]


def repeats_header(page: Page, sheet: Sheet, record: Record) -> bool:
    """Whether the row only prints the header again, as bold data cells."""
    texts = [record.quote(page, column).text for column in range(len(sheet.headers))]
    return tuple(map(fold, texts)) == sheet.folded


def _score_column(sheet: Sheet) -> int | None:
    """Return the score's column: by its header, else the one between the two teams."""
    home, away = sheet.column(_HOME), sheet.column(_AWAY)
    if home is None or away is None:
        return None
    named = sheet.column(_SCORE)
    return named if named is not None else home + 1 if away == home + 2 else None


def _date_and_round(day: Quote, fecha: Quote) -> tuple[Quote, str | None]:
    """Part the two meanings of `Fecha`: a date, or the number of a round."""
    if day.text or _NUMBER.fullmatch(fold(fecha.text)):
        return day, fecha.text or None
    return fecha, None


def _played(date: Quote) -> Quote:
    """Return the date with the day on which a note in its cell says that they did play."""
    found = _PLAYED_LATER.search(date.raw)
    return replace(date, text=found[1]) if found and parse_date(found[1]) else date
