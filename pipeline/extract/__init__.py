"""Revision -> facts as written, and a claim on every character: what we read, on one screen.

A construct that no handler here takes and no rule of `ignored_templates` or `ignored_tables` names
is `unrecognised`.
"""

import re

from pipeline.extract.dispatch.extraction import Extraction, quarantine_page
from pipeline.extract.dispatch.handlers import Handlers, TableReader, TemplateFamily
from pipeline.extract.dispatch.walker import read_page
from pipeline.extract.parsing import parse_budget
from pipeline.extract.tables import (
    cross_table,
    headerless_results,
    legs_in_rows,
    match_table,
    standings_table,
    team_list,
    tie_table,
)
from pipeline.extract.templates import (
    bracket,
    fb_cl,
    fb_r,
    football_box,
    infobox,
    match_grid,
    partido,
    sports_series,
    sports_table,
    tabla_de_posiciones,
    two_leg_result,
)
from pipeline.extract.text import line_date, match_line, prose, round_line
from pipeline.lineage import Revision

__all__ = ["HANDLERS", "Extraction", "Handlers", "extract"]

HANDLERS = Handlers(
    templates={
        "football box": football_box.read_match,
        "football box collapsible": football_box.read_match,
        "partido": partido.read_match,
        "partidos": partido.read_match,
        "partido de fútbol": partido.read_match,
        "sports table": sports_table.read_standings,
        "sports results": match_grid.read_results,
        "sports series": sports_series.read_ties,
        "TwoLegResult": two_leg_result.read_two_legs,
        "ThreeLegResult": two_leg_result.read_two_legs,
        "OneLegResult": two_leg_result.read_one_leg,
        "tabla de posiciones equipo": tabla_de_posiciones.read_row,
        "fb cl team": fb_cl.read_row,
        "fb cl2 team": fb_cl.read_row,
        "fb cl team 2pts": fb_cl.read_row,
        "fb cl2 team 2pts": fb_cl.read_row,
    },
    template_families={
        # `{{Round16}}`, `{{#invoke:RoundN}}`, `{{Round8-with third}}`
        "RoundN": TemplateFamily(
            re.compile(r"round(?:n|\d+)(?:-\w+)?"),
            bracket.read_by_place,
        ),
        # `{{8TeamBracket}}`, `{{4TeamBracket-2legs}}`, `{{3RoundBracket-Byes}}`
        "TeamBracket": TemplateFamily(
            re.compile(r"\d*(?:team|round)bracket(?:-[\w-]+)?"),
            bracket.read_by_name,
        ),
        # `{{Copa de 16 equipos}}`, `{{Cuadro de 4}}`, `{{Semifinales}}`
        "Copa de N equipos": TemplateFamily(
            re.compile(r"(?:copa|cuadro)de\d+(?:equipos|clubes)?(?:[-,\w]*)|semis|semifinales"),
            bracket.read_by_name,
        ),
    },
    template_tables={
        "fb cl header": fb_cl.TABLE,
        "fb cl2 header": fb_cl.TABLE,
        "fb cl header navbar": fb_cl.TABLE,
        "fb cl2 header navbar": fb_cl.TABLE,
        "fb r header": fb_r.TABLE,
        "fb r2 header": fb_r.TABLE,
        "tabla de posiciones inicio": tabla_de_posiciones.TABLE,
    },
    infoboxes={
        "infobox football league season": infobox.read_season,
        "infobox football tournament season": infobox.read_season,
        "infobox international football competition": infobox.read_season,
        "ficha de campeonato": infobox.read_season,
        "ficha de competición deportiva": infobox.read_season,
        "ficha de torneo": infobox.read_season,
    },
    plain_infobox=infobox.read_plain_season,
    tables={
        "team list": TableReader(team_list.is_team_list, team_list.read_entry),
        "standings": TableReader(standings_table.is_standings_table, standings_table.read_standing),
        "legs of ties": TableReader(legs_in_rows.is_table_of_legs, legs_in_rows.read_leg),
        "ties": TableReader(tie_table.is_tie_table, tie_table.read_tie),
        "matches": TableReader(match_table.is_match_table, match_table.read_match),
        "cross table": TableReader(
            cross_table.is_cross_table, cross_table.read_row, has_rows_without_fact=True
        ),
    },
    headerless_tables={
        "results without header": TableReader(
            headerless_results.is_headerless_results, headerless_results.read_match
        ),
    },
    date_line=line_date.read_date_line,
    round_line=round_line.read_round_line,
    match_line=match_line.read_match,
    sentences={
        "region": prose.read_region,
        "promoted to": prose.read_promotion,
        "departments": prose.read_department_count,
    },
)


def extract(revision: Revision, handlers: Handlers = HANDLERS) -> Extraction:
    """Return what the page says, in page order, and what became of each construct.

    A page that would take too long is not read: one quarantined piece and one finding.
    """
    refusal = parse_budget.find_refusal(revision.text)
    if refusal is not None:
        return quarantine_page(revision, refusal)
    return read_page(revision, handlers)
