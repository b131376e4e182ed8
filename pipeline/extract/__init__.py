"""Revision -> facts as written, and a claim on every character: what we read, on one screen.

A construct that no handler here takes and no rule of `ignored` names is `unrecognised`.
"""

from pipeline.extract import (
    fb_cl,
    football_box,
    infobox,
    match_line,
    prose,
    sports_table,
    standings_table,
    team_list,
)
from pipeline.extract.reader import Extraction, Handlers, read
from pipeline.lineage import Revision

__all__ = ["HANDLERS", "Extraction", "Handlers", "extract"]

HANDLERS = Handlers(
    templates={
        "football box": football_box.match,
        "football box collapsible": football_box.match,
        "sports table": sports_table.standings,
        "fb cl team": fb_cl.row,
        "fb cl2 team": fb_cl.row,
        "fb cl team 2pts": fb_cl.row_two_points,
        "fb cl2 team 2pts": fb_cl.row_two_points,
    },
    infoboxes={
        "infobox football league season": infobox.season,
        "infobox football tournament season": infobox.season,
        "infobox international football competition": infobox.season,
    },
    plain_infobox=infobox.plain_season,
    tables={
        "team list": (team_list.recognises, team_list.entry),
        "standings": (standings_table.recognises, standings_table.standing),
    },
    date_line=match_line.date_line,
    match_line=match_line.match,
    sentences={
        "region": prose.region,
        "promoted to": prose.promoted_to,
        "departments": prose.departments,
    },
)


def extract(revision: Revision, handlers: Handlers = HANDLERS) -> Extraction:
    """Return what the page says, in page order, and what became of each construct."""
    return read(revision, handlers)
