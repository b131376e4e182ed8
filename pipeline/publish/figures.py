"""The figures of the README, from a database of everything in raw/.

make ingest && python -m pipeline.publish.figures

It writes them into README.md between two marks; a test compares.
"""

import sys
from collections import Counter
from pathlib import Path

from sqlalchemy import Engine, text

from schema.database import engine as engine_for

BEGIN, END = "<!-- figures: python -m pipeline.publish.figures -->\n", "<!-- end of figures -->\n"
RATINGS = ("complete", "consistent", "partial", "contradictory", "champion only")
WORST_FIRST = ("unexplained", "ambiguous", "not-comparable", "explained")
_COUNTS = text(
    """
    SELECT (SELECT COUNT(*) FROM report_match) AS matches,
        (SELECT COUNT(*) FROM report_club) AS clubs,
        (SELECT COUNT(*) FROM report_gap) AS gaps,
        (SELECT MIN(season) FROM report_edition) AS first, COUNT(*) AS editions,
        (SELECT MAX(season) FROM report_edition) AS last,
        COUNT(champion) AS champions, COUNT(runner_up) AS runners_up, COUNT(format) AS formats
    FROM report_edition
    """
)
_RATINGS = text("SELECT rating, COUNT(*) FROM report_season GROUP BY rating")
_TABLES = text(
    """
    SELECT DISTINCT season, stage, COALESCE(grp, '') AS grp, EXISTS (
        SELECT 1 FROM report_standing AS derived WHERE derived.season = report_standing.season
            AND derived.stage = report_standing.stage AND derived.origin = 'derived'
    ) AS has_matches
    FROM report_standing WHERE origin = 'published'
    """
)
_VERDICTS = text(
    """
    SELECT DISTINCT season, stage, COALESCE(grp, '') AS grp, verdict
    FROM report_standing_difference
    """
)


def figures(engine: Engine) -> str:
    """Return the figures in a few sentences, as README.md has them."""
    with engine.connect() as connection:
        counts = connection.execute(_COUNTS).mappings().one()
        ratings = Counter(dict(connection.execute(_RATINGS).tuples().all()))
    rated = ", ".join(f"{ratings[word]} {word}" for word in RATINGS if ratings[word])
    tables = _tables(engine)
    said = ", ".join(f"{count} {words}" for words, count in tables.items() if count)
    return (
        f"Loaded: {ratings.total()} seasons ({rated}) with {counts['matches']} matches of "
        f"{counts['clubs']} clubs.\n"
        f"Published tables, compared cell by cell with the matches: {sum(tables.values())}"
        f"{f' ({said})' if said else ''}.\n"
        f"Editions from {counts['first']} to {counts['last']}: {counts['editions']}; a source is "
        f"cited for {counts['champions']} champions, {counts['runners_up']} runners-up and "
        f"{counts['formats']} formats.\n"
        f"What is known to be missing: {counts['gaps']} gaps (`copaperu gaps`).\n"
    )


def _tables(engine: Engine) -> dict[str, int]:
    """Count the published tables by the worst verdict on one of their cells.

    Without a verdict a table agrees, if its stage has matches.
    """
    with engine.connect() as connection:
        tables = {tuple(row[:3]): row[3] for row in connection.execute(_TABLES)}
        judged = [(tuple(row[:3]), row[3]) for row in connection.execute(_VERDICTS)]
    worst = {table: "agree" if known else "not-comparable" for table, known in tables.items()}
    for verdict in reversed(WORST_FIRST):
        worst |= {table: verdict for table, given in judged if given == verdict}
    counts = Counter(worst.values())
    words = {"agree": "agree", "explained": "differ for a reason that is found"}
    words |= {"not-comparable": "cannot be compared"}
    words |= {"ambiguous": "differ for one of several reasons", "unexplained": "differ unexplained"}
    return {words[verdict]: counts[verdict] for verdict in words}


def with_figures(readme: str, made: str) -> str:
    """Return the text with the figures between its marks."""
    before, _, rest = readme.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}{made}{END}{after}"


def main(url: str = "sqlite:///copa_peru.sqlite", file: str = "README.md") -> None:
    """Write the figures of a database into the README."""
    readme = Path(file)
    database = engine_for(url)
    made = with_figures(readme.read_text(encoding="utf-8"), figures(database))
    readme.write_text(made, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
