"""A season as rows: for each table its rows, all with the columns of schema.models."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict

from pipeline.domain.correction import Correction
from pipeline.domain.edition import Edition
from pipeline.domain.gap import Gap
from pipeline.domain.match import Club, key_of
from pipeline.domain.season import Department, Entry, Season
from pipeline.load import result_rows
from pipeline.load.page_lineage import DatabaseRow, PageLineage
from pipeline.load.result_rows import RowKeys, columns_of
from pipeline.outcome import BuiltSeason

RowsByTable = dict[str, list[DatabaseRow]]

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


def build_season_rows(page: BuiltSeason, departments: Sequence[Department]) -> RowsByTable:
    """Return the rows of the season by table name.

    departments: all of the country
    raises:      ValueError for a fact outside the account
    """
    season = page.season
    lineage = PageLineage(page.revision, season.label, page.account)
    stage_keys = {stage.name: stage.key for stage in season.stages}
    return {
        "page": [lineage.page_row()],
        "revision": [lineage.revision_row()],
        "construct": list(lineage.construct_rows()),
        "department": [asdict(department) for department in departments],
        "club": [_club_row(club) for club in _clubs_of(season)],
        "season": [_season_row(season, page.rating, lineage)],
        "club_name": list(_club_name_rows(season)),
        "stage": _stage_rows(season),
        "entry": [_entry_row(entry, season, stage_keys, lineage) for entry in season.entries],
        "region_member": list(_region_rows(season, lineage)),
        "match": list(result_rows.match_rows(season, stage_keys, lineage)),
        "goal": list(result_rows.goal_rows(season, lineage)),
        "tie_rule": result_rows.tie_rule_rows(season, stage_keys),
        "tie": list(result_rows.tie_rows(season, stage_keys, lineage)),
        "rule": result_rows.rule_rows(season, stage_keys),
        "standing": list(result_rows.standing_rows(season, stage_keys, lineage)),
        "difference": list(result_rows.difference_rows(season, stage_keys)),
        "finding": list(_finding_rows(page, lineage)),
        "correction": _correction_rows(season.corrections),
        "gap": build_gap_rows(page.gaps),
    }


def _stage_rows(season: Season) -> list[DatabaseRow]:
    rows: list[DatabaseRow] = []
    for stage in season.stages:
        rows.append(
            {
                "key": stage.key,
                "season": season.label,
                "name": stage.name,
                "position": stage.position,
                "stage_kind": stage.kind,
            }
        )
    return rows


def build_gap_rows(gaps: Iterable[Gap]) -> list[DatabaseRow]:
    """Return a row for each gap, of one season or of several."""
    keys = RowKeys()
    rows = []
    for gap in gaps:
        # "1967/regional-stage/matches-and-tables", or "1967/champion" for a whole season
        names = filter(None, [gap.stage, gap.what])
        rows.append({"key": keys.give(gap.season, *names), **asdict(gap)})
    return rows


def build_club_rows(
    editions: Iterable[Edition], loaded_seasons: Collection[str]
) -> list[DatabaseRow]:
    """Return a row for each champion and runner-up of an edition without a page."""
    clubs: dict[str, Club] = {}
    for edition in editions:
        if edition.season in loaded_seasons:
            continue
        for club in (edition.champion_club, edition.runner_up_club):
            if club is not None:
                clubs[club.key] = club
    return [_club_row(club) for club in clubs.values()]


def build_edition_rows(
    editions: Iterable[Edition], loaded_seasons: Collection[str]
) -> list[DatabaseRow]:
    """Return a row for each edition; one that is loaded has its clubs in the row of its season."""
    rows = []
    for edition in editions:
        row: DatabaseRow = columns_of(edition, EDITION_COLUMNS)
        row["final"] = None if edition.final is None else int(edition.final)
        is_loaded = edition.season in loaded_seasons
        row["champion_club"] = None if is_loaded else key_of(edition.champion_club)
        row["runner_up_club"] = None if is_loaded else key_of(edition.runner_up_club)
        rows.append(row)
    return rows


def _correction_rows(corrections: Iterable[Correction]) -> list[DatabaseRow]:
    rows = []
    for correction in corrections:
        # one that the page gives no reason for any more is a finding, and no row
        if correction.applied:
            rows.append(columns_of(correction, CORRECTION_COLUMNS))
    return rows


def _clubs_of(season: Season) -> Iterable[Club]:
    """Return every club the season speaks of, once."""
    clubs = [entry.club for entry in season.entries]
    for match in season.matches:
        clubs += [match.home, match.away]
    clubs += [standing.club for standing in season.standings]
    for tie in season.ties:
        clubs += [tie.team1, tie.team2]
    for group in season.groups:
        clubs += [row.club for row in group.table]
    champions = (season.champion, season.runner_up)
    listed = (season.champion_listed, season.runner_up_listed)
    clubs += filter(None, (*champions, *listed))
    return {club.key: club for club in clubs}.values()


def _club_row(club: Club) -> DatabaseRow:
    """Keep what holds in every season; what one page says of a club stays with its entry."""
    return asdict(club) if club.name else asdict(Club(club.key))


def _season_row(season: Season, rating: str | None, lineage: PageLineage) -> DatabaseRow:
    return {
        "label": season.label,
        "competition": season.competition,
        "champion_stated": season.champion_stated,
        "champion": key_of(season.champion or season.champion_listed),
        "runner_up": key_of(season.runner_up or season.runner_up_listed),
        "promoted_to": season.promoted_to,
        "previous": season.previous,
        "next": season.next,
        "departments_stated": season.departments_stated,
        "rating": rating,
        **lineage.fact_columns(season.span),
    }


def _club_name_rows(season: Season) -> Iterator[DatabaseRow]:
    """Yield each spelling of a club where it comes first: lists, then matches, then tables."""
    origins: dict[tuple[str, str], str] = {}
    for entry in season.entries:
        origins.setdefault((entry.club.key, entry.printed), "list")
    for match in season.matches:
        origins.setdefault((match.home.key, match.home_printed), "match")
    # All home names come before the away names; the order is part of the content.
    for match in season.matches:
        origins.setdefault((match.away.key, match.away_printed), "match")
    for standing in season.standings:
        origins.setdefault((standing.club.key, standing.printed), "table")
    for position, ((club_key, name), origin) in enumerate(origins.items(), start=1):
        yield {
            "key": f"{season.label}/{club_key}/{name}",
            "season": season.label,
            "club": club_key,
            "printed": name,
            "origin": origin,
            "position": position,
        }


def _entry_row(
    entry: Entry, season: Season, stage_keys: Mapping[str, str], lineage: PageLineage
) -> DatabaseRow:
    return {
        "key": entry.key,
        "season": season.label,
        "stage": stage_keys[entry.stage],
        "department": entry.department_code,
        "department_printed": entry.department_printed,
        "club": entry.club.key,
        "printed": entry.printed,
        "location": entry.location,
        **lineage.fact_columns(entry.span),
    }


def _region_rows(season: Season, lineage: PageLineage) -> Iterator[DatabaseRow]:
    keys = RowKeys()
    for member in season.regions:
        yield {
            "key": keys.give(season.label, member.region, member.department_printed),
            "season": season.label,
            "region": member.region,
            "department": member.department_code,
            "department_printed": member.department_printed,
            **lineage.fact_columns(member.span),
        }


def _finding_rows(page: BuiltSeason, lineage: PageLineage) -> Iterator[DatabaseRow]:
    label = page.season.label
    count_by_code: Counter[str] = Counter()
    for finding in page.findings:
        count_by_code[finding.code] += 1
        # A finding about another page of the season has no line on this one.
        is_of_page = finding.page == page.revision.title
        yield {
            "key": f"{label}/{finding.code}/{count_by_code[finding.code]}",
            "season": label,
            "code": finding.code,
            "severity": finding.severity,
            "message": finding.message,
            "revision_key": lineage.revision_key,
            **lineage.place_columns(finding.span if is_of_page else None),
        }
