"""The champion of the infobox and the one that the matches give."""

from collections.abc import Iterator

from pipeline.domain.names import fold
from pipeline.domain.season import Season
from pipeline.findings import Finding


def champion_of_the_matches_is_the_stated_one(season: Season, page: str) -> Iterator[Finding]:
    """Compare the printed names of the table's first club with the infobox."""
    stated = season.champion_stated
    if stated is None or season.champion is None:
        return
    printed = {m.home_printed for m in season.matches if m.home == season.champion}
    printed |= {m.away_printed for m in season.matches if m.away == season.champion}
    names = {fold(name) for name in printed | {season.champion.name or ""}}
    if fold(stated.split(" (")[0]) not in names:
        message = f"the infobox names {stated}, the matches give {' or '.join(sorted(printed))}"
        yield Finding("champion-differs", "warning", message, page, season.span, season.label)
