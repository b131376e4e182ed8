"""Standings of the `Fb cl` family: a template a row, from a header to a footer or a lone `|}`.

What a place earns is said beside the rows: `{{Fb cl3 qr |rows=2 |promotion=y |competition=…}}`
stands after the first of two rows.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.extract.builders.standing_fact import (
    CountParameters,
    PointsFor,
    build_standing_fact,
    read_count,
    read_counts,
)
from pipeline.extract.parsing.template_call import Call
from pipeline.extract.templates.template_table import TemplateTable
from pipeline.facts import Fact, StandingFact
from pipeline.values.numbers import parse_count

_PARAMETERS = CountParameters("w", "d", "l", "gf", "ga")
_QUALIFICATIONS = (
    "champion",
    "promoted",
    "qualified",
    "advances",
    "playoffwinner",
    "tournamentqualified",
    "relegationqualified",
    "relegated",
    "eliminated",
    "disqualified",
)


_ROWS_THREE_POINTS = frozenset({"fbclteam", "fbcl2team"})
_ROWS_TWO_POINTS = frozenset({"fbclteam2pts", "fbcl2team2pts"})
_ROWS = _ROWS_THREE_POINTS | _ROWS_TWO_POINTS
_TEXTS = frozenset({"fbclqr", "fbcl2qr", "fbcl3qr"})
_HEADERS = frozenset({"fbclheader", "fbcl2header", "fbclheadernavbar", "fbcl2headernavbar"})
_FOOTERS = frozenset({"fbclfooter", "fbcl2footer"})
_MOST_ROWS_OF_TEXT = 100
# `|promotion=y|competition=Second Division`: what the template writes before the competition
_BEFORE_COMPETITION = {
    "promotion": "Promotion to",
    "qualification": "Qualification for",
    "relegation": "Relegation to",
}


def read_rows_with_texts(calls: Sequence[Call]) -> Iterator[tuple[Call, list[Fact]]]:
    """Yield the header, then each row beside which a text stands, with that as qualification."""
    yield calls[0], []
    row_calls = [call for call in calls if call.name in _ROWS]
    text_by_row = _place_texts(calls)
    for number, call in enumerate(row_calls):
        text = text_by_row.get(number)
        row = None if text is None else _read_standing(call)
        if row is not None:
            yield call, [replace(row, qualification=text)]


def _place_texts(calls: Sequence[Call]) -> dict[int, str]:
    """Return the text beside each row that has one, by the number of the row from 0."""
    text_by_row: dict[int, str] = {}
    rows_so_far = 0
    for call in calls:
        if call.name in _ROWS:
            rows_so_far += 1
        text = _read_text(call) if call.name in _TEXTS else None
        if text is None:
            continue
        # the text begins beside the row that it follows, or above the first
        first_row = max(rows_so_far - 1, 0)
        row_count = min(read_count(call, "rows", 1), _MOST_ROWS_OF_TEXT)
        rows_beside = range(first_row, first_row + row_count)
        text_by_row.update(dict.fromkeys(rows_beside, text))
    return text_by_row


def _read_text(call: Call) -> str | None:
    """Return what the reader sees beside the rows, such as `Promotion to Second Division`."""
    competition = [call.text("s"), call.text("competition", "c", "comp"), call.text("r")]
    words = list(filter(None, competition))
    for mark, before in _BEFORE_COMPETITION.items():
        if call.text(mark) and words:
            words = [before, *words]
    return " ".join(words) or None


def read_row(call: Call) -> list[Fact]:
    """Return the row; three points for a win, two by its name `2pts`; none without a team."""
    row = _read_standing(call)
    if row is None:
        return []
    return [row]


def _read_standing(call: Call) -> StandingFact | None:
    team = call.quote("t", "team", "name")
    if not team.text:
        return None
    # `|wpts=` blank or 0 leaves the template's own points for a win.
    default_win_points = 2 if call.name in _ROWS_TWO_POINTS else 3
    win_points = parse_count(call.text("wpts")) or default_win_points
    # `|bp=2` adds two points, `|dp=3` takes three off
    adjustment = read_count(call, "bp") - read_count(call, "dp")
    counts = read_counts(call, _PARAMETERS, default=0)
    return build_standing_fact(
        call,
        team,
        counts,
        points=counts.points(PointsFor(win=win_points)),
        position=parse_count(call.text("p")),
        adjustment=adjustment or None,
        qualification=_find_qualification(call),
    )


def _find_qualification(call: Call) -> str | None:
    """Return the first mark that is set: `|promoted=y` gives `promoted`."""
    return next(filter(call.text, _QUALIFICATIONS), None)


TABLE = TemplateTable("fb cl", _ROWS | _TEXTS, _HEADERS | _FOOTERS, read_rows_with_texts)
