"""Both teams in one cell of a table: `Alfa vs Beta`, or with the score, `Alfa 2-1 Beta`."""

from typing import NamedTuple

from pipeline.extract.parsing.page import Page
from pipeline.extract.parsing.template_call import Quote
from pipeline.extract.text.line_form import read_result, split_teams
from pipeline.extract.text.match_line import find_links
from pipeline.lineage import Span


class TeamsOfCell(NamedTuple):
    """The two teams, and the score where the cell has one, or `v`."""

    home: Quote
    away: Quote
    score: str | None


def read_teams_of_cell(page: Page, start: int, end: int) -> TeamsOfCell | None:
    """Return what the cell says; None if it is not two teams."""
    text = page.visible(start, end)
    result = read_result(text)
    if result is not None:
        return _with_links(page, Span(start, end), result[:3], result.score)
    teams = split_teams(text)
    if teams is None:
        return None
    return _with_links(page, Span(start, end), teams, None)


def _with_links(
    page: Page, span: Span, teams: tuple[str, str, str], score: str | None
) -> TeamsOfCell:
    home, away, separator = teams
    home_link, away_link = find_links(page, span, separator)
    return TeamsOfCell(Quote(home, home_link, ""), Quote(away, away_link, ""), score)
