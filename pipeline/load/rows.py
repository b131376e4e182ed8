"""A season as rows: for each table its rows, all with the columns of schema.models."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict

from pipeline.account import Piece
from pipeline.domain.correction import Correction
from pipeline.domain.edition import Edition
from pipeline.domain.gap import Gap
from pipeline.domain.match import Club
from pipeline.domain.season import Department, Entry, Season
from pipeline.findings import Finding
from pipeline.lineage import Revision
from pipeline.load import results
from pipeline.load.results import Numbered
from pipeline.load.statements import Row, Statements

Rows = dict[str, list[Row]]

CORRECTION_COLUMNS = (
    "key",
    "season",
    "page",
    "section",
    "written",
    "read_as",
    "reason",
    "source",
)

EDITION_COLUMNS = (
    "season",
    "champion",
    "champion_source",
    "runner_up",
    "runner_up_source",
    "format",
    "format_source",
    "note",
)


def rows(  # noqa: PLR0913, PLR0917 - all that a page came to
    revision: Revision,
    season: Season,
    account: Sequence[Piece],
    findings: Sequence[Finding],
    departments: Sequence[Department],
    gaps: Sequence[Gap] = (),
    rating: str | None = None,
) -> Rows:
    """Return the rows of the season by table name.

    raises: ValueError for a fact outside the account
    """
    page = Statements(revision, season.label, account)
    stages = {stage.name: stage.key for stage in season.stages}
    return {
        "page": [page.page()],
        "revision": [page.revision()],
        "construct": list(page.constructs()),
        "department": [asdict(department) for department in departments],
        "club": [_club(club) for club in _clubs(season)],
        "season": [_season(season, rating, page)],
        "club_name": list(_club_names(season)),
        "stage": [asdict(stage) | {"season": season.label} for stage in season.stages],
        "entry": [_entry(entry, season, stages, page) for entry in season.entries],
        "region_member": list(_regions(season, page)),
        "match": list(results.matches(season, stages, page)),
        "tie_rule": results.tie_rules(season, stages),
        "tie": list(results.ties(season, stages, page)),
        "rule": results.rules(season, stages),
        "standing": list(results.standings(season, stages, page)),
        "difference": list(results.differences(season, stages)),
        "finding": list(_findings(findings, season, revision, page)),
        "correction": [_correction(one) for one in season.corrections if one.applied],
        "gap": gap_rows(gaps),
    }


def gap_rows(gaps: Iterable[Gap]) -> list[Row]:
    """Return a row for each gap, of one season or of several."""
    numbered = Numbered()
    return [
        {"key": numbered.key(gap.season, *filter(None, (gap.stage, gap.what))), **asdict(gap)}
        for gap in gaps
    ]


def edition_rows(editions: Iterable[Edition]) -> list[Row]:
    """Return a row for each edition."""
    return [
        {name: getattr(one, name) for name in EDITION_COLUMNS}
        | {"final": None if one.final is None else int(one.final)}
        for one in editions
    ]


def _correction(correction: Correction) -> Row:
    row = asdict(correction)
    return {name: row[name] for name in CORRECTION_COLUMNS}


def _clubs(season: Season) -> Iterable[Club]:
    """Return every club the season speaks of, once."""
    ends = (season.champion, season.runner_up)
    seen = [
        *(entry.club for entry in season.entries),
        *(club for match in season.matches for club in (match.home, match.away)),
        *(standing.club for standing in season.standings),
        *(club for tie in season.ties for club in (tie.team1, tie.team2)),
        *(row.club for group in season.groups for row in group.table),
        *(club for club in ends if club),
    ]
    return {club.key: club for club in seen}.values()


def _club(club: Club) -> Row:
    """Keep what holds in every season; what one page says of a club stays with its entry."""
    return asdict(club) if club.name else asdict(Club(club.key))


def _club_key(club: Club | None) -> str | None:
    return club.key if club else None


def _code(department: Department | None) -> str | None:
    return department.code if department else None


def _season(season: Season, rating: str | None, page: Statements) -> Row:
    return {
        "label": season.label,
        "competition": season.competition,
        "champion_stated": season.champion_stated,
        "champion": _club_key(season.champion),
        "runner_up": _club_key(season.runner_up),
        "promoted_to": season.promoted_to,
        "previous": season.previous,
        "next": season.next,
        "departments_stated": season.departments_stated,
        "rating": rating,
        **page.stated(season.span),
    }


def _club_names(season: Season) -> Iterator[Row]:
    """Yield each spelling of a club where it comes first: lists, then matches, then tables."""
    printed = [
        *((entry.club, entry.printed, "list") for entry in season.entries),
        *((match.home, match.home_printed, "match") for match in season.matches),
        *((match.away, match.away_printed, "match") for match in season.matches),
        *((standing.club, standing.printed, "table") for standing in season.standings),
    ]
    first: dict[tuple[str, str], str] = {}
    for club, name, origin in printed:
        first.setdefault((club.key, name), origin)
    for position, ((club_key, name), origin) in enumerate(first.items(), start=1):
        yield {
            "key": f"{season.label}/{club_key}/{name}",
            "season": season.label,
            "club": club_key,
            "printed": name,
            "origin": origin,
            "position": position,
        }


def _entry(entry: Entry, season: Season, stages: Mapping[str, str], page: Statements) -> Row:
    return {
        "key": entry.key,
        "season": season.label,
        "stage": stages[entry.stage],
        "department": _code(entry.department),
        "department_printed": entry.department_printed,
        "club": entry.club.key,
        "printed": entry.printed,
        "location": entry.location,
        **page.stated(entry.span),
    }


def _regions(season: Season, page: Statements) -> Iterator[Row]:
    numbered = Numbered()
    for member in season.regions:
        yield {
            "key": numbered.key(season.label, member.region, member.department_printed),
            "season": season.label,
            "region": member.region,
            "department": _code(member.department),
            "department_printed": member.department_printed,
            **page.stated(member.span),
        }


def _findings(
    findings: Sequence[Finding], season: Season, revision: Revision, page: Statements
) -> Iterator[Row]:
    count: defaultdict[str, int] = defaultdict(int)
    for finding in findings:
        count[finding.code] += 1
        yield {
            "key": f"{season.label}/{finding.code}/{count[finding.code]}",
            "season": season.label,
            "code": finding.code,
            "severity": finding.severity,
            "message": finding.message,
            "revision_key": page.revision_key,
            **page.place(finding.span if finding.page == revision.title else None),
        }
