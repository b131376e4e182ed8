"""Ties in a plain wikitable, English and Spanish: the header tells goals from points.

`Local - Ida` names who was at home in the first leg and may be either column; the legs are printed
from the first column's side all the same.
"""

import re
from functools import lru_cache

from pipeline.extract.builders import tie_fact
from pipeline.extract.parsing.page import Page
from pipeline.extract.parsing.template_call import Quote
from pipeline.extract.tables.headered_table import Record, Sheet
from pipeline.extract.tables.match_table import repeats_header
from pipeline.facts import Fact, Section
from pipeline.lineage import Span

_FIRST = frozenset(
    {"team 1", "equipo 1", "1st leg home team", "home team first leg", "local ida", "local"}
)
_SECOND = frozenset(
    {"team 2", "equipo 2", "2nd leg home team", "home team second leg", "local vuelta"}
    | {"visitante", "visita"}
)
_AGGREGATE = frozenset({"agg", "aggregate", "aggregate score", "agg score", "global"})
_POINTS = frozenset({"points", "puntos", "pts", "ptos"})
_PENALTIES = frozenset({"pen", "pens", "penalties", "penales", "penaltis"})
_LEGS = (
    frozenset({"1st leg", "first leg", "leg 1", "ida", "partido de ida"}),
    frozenset({"2nd leg", "second leg", "leg 2", "vuelta", "partido de vuelta"}),
    frozenset({"extra", "3rd leg", "third leg", "play off", "playoff", "desempate", "replay"})
    | {"extra match", "3rd match", "third match", "tiebreaker", "tie breaker"}
    | {"partido extra", "tercer partido", "3er partido"},
)
_KNOWN = _FIRST.union(_SECOND, _AGGREGATE, _POINTS, _PENALTIES, *_LEGS)
_MARKS = re.compile(r"[\W_]+")


def recognises(sheet: Sheet) -> bool:
    """Whether the header has two teams and an aggregate, points or a leg."""
    legs = any(_column(sheet, names) is not None for names in _LEGS)
    total = _column(sheet, _AGGREGATE | _POINTS) is not None
    return None not in (_column(sheet, _FIRST), _column(sheet, _SECOND)) and (legs or total)


def tie(page: Page, sheet: Sheet, record: Record, section: Section) -> list[Fact]:
    """Return the tie of the row and its matches.

    returns: nothing where a team is missing, or where a column that we do not know has a result
    """
    first, second = _column(sheet, _FIRST), _column(sheet, _SECOND)
    left, right = sorted(column for column in (first, second) if column is not None)
    if record.same(left, right) or repeats_header(page, sheet, record):
        return []
    if any(tie_fact.is_result(record.quote(page, at).text) for at in _strange(sheet)):
        return []
    points = _column(sheet, _POINTS)
    aggregate = _column(sheet, _AGGREGATE) if points is None else points
    printed = tie_fact.TieRow(
        team1=record.quote(page, left),
        team2=record.quote(page, right),
        aggregate=record.quote(page, aggregate),
        measure="goals" if points is None else "points",
        legs=_legs(page, sheet, record),
        penalties=record.quote(page, _column(sheet, _PENALTIES)),
        first_home=1 if left == first else 2,
        round_label=record.round_label,
    )
    return tie_fact.build_tie_facts(printed, section, Span(record.row.start, record.row.end))


def _legs(page: Page, sheet: Sheet, record: Record) -> tuple[Quote, ...]:
    legs = [record.quote(page, _column(sheet, names)) for names in _LEGS]
    while legs and not legs[-1].text:
        legs.pop()
    return tuple(legs)


def _strange(sheet: Sheet) -> list[int]:
    """Return the columns whose header is none that a table of ties has."""
    plain = [_plain(text) for text in sheet.folded]
    return [at for at, header in enumerate(plain) if header and header not in _KNOWN]


def _column(sheet: Sheet, names: frozenset[str]) -> int | None:
    return next((place for place, text in enumerate(sheet.folded) if _plain(text) in names), None)


@lru_cache(maxsize=500)
def _plain(header: str) -> str:
    return _MARKS.sub(" ", header).strip()
