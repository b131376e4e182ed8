"""The columns of a table of matches beside teams, date and result: `Ciudad`, `Hora`, `Árbitro`."""

from pipeline.extract.tables.headered_table import HeaderedTable

# as `build_match_details` calls them -> headers, folded
DETAILS = {
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


def find_detail_columns(table: HeaderedTable) -> dict[str, int | None]:
    """Return the column of each detail, None for those that the table lacks."""
    return {detail: _find_column(table, names) for detail, names in DETAILS.items()}


def _find_column(table: HeaderedTable, names: frozenset[str]) -> int | None:
    """Return the first column whose header is one of the names, perhaps with a bracket behind."""
    for column, header in enumerate(table.folded_headers):
        # `Hora (UTC−5)`, `Asistencia (aprox.)`
        if header.partition("(")[0].strip() in names:
            return column
    return None
