"""Write the figures of README.md, from a database of everything in raw/.

    make ingest && python docs/update_figures.py [DATABASE_URL]

They stand between two marks of the README; a test compares. They tell what pages state today: a
season whose page is gone counts as an edition without a page.
"""

import sys
from collections import Counter
from pathlib import Path

from sqlalchemy import Engine, text

from schema.database import engine as engine_for

README = Path(__file__).parents[1] / "README.md"
BEGIN = "<!-- figures: python docs/update_figures.py -->\n"
END = "<!-- end of figures -->\n"
RATINGS = ("complete", "consistent", "partial", "contradictory", "champion only")
WORST_LAST = ("agree", "explained", "not-comparable", "ambiguous", "unexplained")
WORDS_BY_VERDICT = {
    "agree": "agree",
    "explained": "differ for a reason that is found",
    "not-comparable": "cannot be compared",
    "ambiguous": "differ for one of several reasons",
    "unexplained": "differ unexplained",
}
_COUNTS = text(
    """
    WITH gone AS (SELECT season FROM report_finding WHERE code = 'page-gone'),
    shown AS (
        SELECT season, champion, runner_up FROM report_season
        WHERE season NOT IN (SELECT season FROM gone)
    )
    SELECT (
            SELECT COUNT(*) FROM report_match WHERE season IN (SELECT season FROM shown)
        ) AS matches,
        (
            -- 2001 names its champion, Sport Bolito, in no list and no match
            SELECT COUNT(*) FROM report_club WHERE team_key IN (
                SELECT team_key FROM report_club_name WHERE season IN (SELECT season FROM shown)
            ) OR team IN (SELECT champion FROM shown) OR team IN (SELECT runner_up FROM shown)
        ) AS clubs,
        (
            -- an edition whose page is gone lacks its page
            SELECT COUNT(*) FROM report_gap WHERE season NOT IN (SELECT season FROM gone)
        ) + (SELECT COUNT(*) FROM gone) AS gaps,
        (SELECT MIN(season) FROM report_edition) AS first, COUNT(*) AS editions,
        (SELECT MAX(season) FROM report_edition) AS last,
        -- a page may name a champion for whom nobody is cited
        COUNT(champion_source) AS champions, COUNT(runner_up_source) AS runners_up,
        COUNT(format_source) AS formats
    FROM report_edition
    """
)
_RATINGS = text(
    """
    SELECT rating, COUNT(*) AS seasons FROM report_season
    WHERE season NOT IN (SELECT season FROM report_finding WHERE code = 'page-gone')
    GROUP BY rating
    """
)
_TABLES = text(
    """
    SELECT DISTINCT season, stage, COALESCE(grp, '') AS grp, EXISTS (
        SELECT 1 FROM report_standing AS derived WHERE derived.season = report_standing.season
            AND derived.stage = report_standing.stage AND derived.origin = 'derived'
    ) AS has_matches
    FROM report_standing WHERE origin = 'published'
        AND season NOT IN (SELECT season FROM report_finding WHERE code = 'page-gone')
    """
)
_VERDICTS = text(
    """
    SELECT DISTINCT season, stage, COALESCE(grp, '') AS grp, verdict
    FROM report_standing_difference
    WHERE season NOT IN (SELECT season FROM report_finding WHERE code = 'page-gone')
    """
)


def describe_figures(engine: Engine) -> str:
    """Return the figures in a few sentences, as README.md has them."""
    with engine.connect() as connection:
        counts = connection.execute(_COUNTS).mappings().one()
        season_count_by_rating = {row.rating: row.seasons for row in connection.execute(_RATINGS)}
    ratings = []
    for rating in RATINGS:
        if rating in season_count_by_rating:
            ratings.append(f"{season_count_by_rating[rating]} {rating}")
    table_count_by_words = _count_tables(engine)
    tables = [f"{count} {words}" for words, count in table_count_by_words.items() if count]
    in_brackets = f" ({', '.join(tables)})" if tables else ""
    return (
        f"Loaded: {sum(season_count_by_rating.values())} seasons ({', '.join(ratings)}) with "
        f"{counts['matches']} matches of {counts['clubs']} clubs.\n"
        "Published tables, compared cell by cell with the matches: "
        f"{sum(table_count_by_words.values())}{in_brackets}.\n"
        f"Editions from {counts['first']} to {counts['last']}: {counts['editions']}; a source is "
        f"cited for {counts['champions']} champions, {counts['runners_up']} runners-up and "
        f"{counts['formats']} formats.\n"
        f"What is known to be missing: {counts['gaps']} gaps (`copaperu gaps`).\n"
    )


def _count_tables(engine: Engine) -> dict[str, int]:
    """Count the published tables by the worst verdict on one of their cells, in words.

    Without a verdict a table agrees, if its stage has matches.
    """
    worst_by_table: dict[tuple[str, str, str], str] = {}
    with engine.connect() as connection:
        for season, stage, group, verdict in connection.execute(_VERDICTS):
            worst = worst_by_table.setdefault((season, stage, group), verdict)
            if WORST_LAST.index(verdict) > WORST_LAST.index(worst):
                worst_by_table[season, stage, group] = verdict
        for season, stage, group, has_matches in connection.execute(_TABLES):
            without_verdict = "agree" if has_matches else "not-comparable"
            worst_by_table.setdefault((season, stage, group), without_verdict)
    count_by_verdict = Counter(worst_by_table.values())
    return {words: count_by_verdict[verdict] for verdict, words in WORDS_BY_VERDICT.items()}


def insert_figures(readme: str, figures: str) -> str:
    """Return the text with the figures between its marks."""
    before, _, rest = readme.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}{figures}{END}{after}"


def main(url: str = "sqlite:///copa_peru.sqlite") -> None:
    """Write the figures of a database into the README."""
    database = engine_for(url)
    readme = README.read_text(encoding="utf-8")
    README.write_text(insert_figures(readme, describe_figures(database)), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
