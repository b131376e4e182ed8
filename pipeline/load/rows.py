"""A season as rows: for each table its rows, all with the columns of schema.models."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict

from pipeline.account import Coverage
from pipeline.domain.match import Club, Match, Score
from pipeline.domain.names import slug
from pipeline.domain.season import Department, Entry, Group, RegionMember, Season
from pipeline.domain.tie import Tie
from pipeline.findings import Finding
from pipeline.lineage import Revision, Span

Value = str | int | None
Row = dict[str, Value]
Rows = dict[str, list[Row]]


def rows(
    revision: Revision,
    season: Season,
    coverage: Sequence[Coverage],
    findings: Sequence[Finding],
    departments: Sequence[Department],
) -> Rows:
    """Return the rows of the season by table name."""
    stages = {stage.name: stage.key for stage in season.stages}
    return {
        "page": [_page(revision)],
        "revision": [_revision(revision)],
        "department": [asdict(department) for department in departments],
        "club": [_club(club) for club in _clubs(season)],
        "season": [_season(season, revision)],
        "club_name": list(_club_names(season)),
        "stage": [asdict(stage) | {"season": season.label} for stage in season.stages],
        "entry": [_entry(entry, season, stages, revision) for entry in season.entries],
        "region_member": list(_regions(season, revision)),
        "match": [_match(match, season, stages, revision) for match in season.matches],
        "tie": [_tie(tie, season, stages, revision) for tie in season.ties],
        "standing": list(_standings(season, stages)),
        "finding": list(_findings(findings, season, revision)),
        "coverage": [_coverage(part, season, revision) for part in coverage],
    }


def _page_key(revision: Revision) -> str:
    return f"{revision.site or 'unlisted'}/{revision.title}"


def _revision_key(revision: Revision) -> str:
    return f"{_page_key(revision)}@{revision.revision_id or revision.sha256[:12]}"


def _page(revision: Revision) -> Row:
    return {
        "key": _page_key(revision),
        "title": revision.title,
        "site": revision.site,
        "licence": revision.licence,
    }


def _revision(revision: Revision) -> Row:
    return {
        "key": _revision_key(revision),
        "page_key": _page_key(revision),
        "revision_id": revision.revision_id,
        "timestamp": revision.timestamp,
        "sha256": revision.sha256,
        "characters": len(revision.text),
    }


def _stated(revision: Revision, span: Span | None) -> Row:
    """Return the columns that say where a row is stated."""
    return {
        "revision_key": _revision_key(revision),
        "span_start": span.start if span else None,
        "span_end": span.end if span else None,
        "line": revision.line(span.start) if span else None,
    }


def _clubs(season: Season) -> Iterable[Club]:
    """Return every club the season speaks of, once."""
    ends = (season.champion, season.runner_up)
    seen = [
        *(entry.club for entry in season.entries),
        *(club for match in season.matches for club in (match.home, match.away)),
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


def _season(season: Season, revision: Revision) -> Row:
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
        **_stated(revision, season.span),
    }


def _club_names(season: Season) -> Iterator[Row]:
    """Yield each spelling of a club where it comes first, lists before matches."""
    printed = [
        *((entry.club, entry.printed, "list") for entry in season.entries),
        *((match.home, match.home_printed, "match") for match in season.matches),
        *((match.away, match.away_printed, "match") for match in season.matches),
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


def _entry(entry: Entry, season: Season, stages: Mapping[str, str], revision: Revision) -> Row:
    return {
        "key": entry.key,
        "season": season.label,
        "stage": stages[entry.stage],
        "department": _code(entry.department),
        "department_printed": entry.department_printed,
        "club": entry.club.key,
        "printed": entry.printed,
        "location": entry.location,
        **_stated(revision, entry.span),
    }


def _regions(season: Season, revision: Revision) -> Iterator[Row]:
    numbered = _Numbered()
    for member in season.regions:
        yield {
            "key": numbered.key(season.label, member.region, member.department_printed),
            **_region(member),
            "season": season.label,
            **_stated(revision, member.span),
        }


def _region(member: RegionMember) -> Row:
    return {
        "region": member.region,
        "department": _code(member.department),
        "department_printed": member.department_printed,
    }


def _match(match: Match, season: Season, stages: Mapping[str, str], revision: Revision) -> Row:
    return {
        "key": match.key,
        "season": season.label,
        "stage": stages[match.stage],
        "grp": match.group,
        "round": match.round,
        "leg": match.leg,
        "date": match.date,
        "date_precision": match.precision,
        "date_text": match.date_text,
        "home_club": match.home.key,
        "away_club": match.away.key,
        "home_printed": match.home_printed,
        "away_printed": match.away_printed,
        **_score(match.score),
        "status": match.status,
        "counts_for_standings": int(match.counts),
        "stadium": match.stadium,
        "score_text": match.score_text,
        **_stated(revision, match.span),
    }


def _score(score: Score | None) -> Row:
    return {
        "home_goals": score.home if score else None,
        "away_goals": score.away if score else None,
        "extra_time": int(score.extra_time) if score else 0,
        "home_penalties": score.home_penalties if score else None,
        "away_penalties": score.away_penalties if score else None,
    }


def _tie(tie: Tie, season: Season, stages: Mapping[str, str], revision: Revision) -> Row:
    return {
        "key": tie.key,
        "season": season.label,
        "stage": stages[tie.stage],
        "grp": tie.group,
        "round": tie.round,
        "team1": tie.team1.key,
        "team2": tie.team2.key,
        "legs": tie.legs,
        "aggregate": tie.aggregate,
        "measure": tie.measure,
        "winner": _club_key(tie.winner),
        "decided_by": tie.decided_by,
        **_stated(revision, tie.span),
    }


def _standings(season: Season, stages: Mapping[str, str]) -> Iterator[Row]:
    """Yield the tables that follow from the matches; no line of a page states them."""
    numbered = _Numbered()
    for group in season.groups:
        stage, printed = stages[group.stage], _printed_names(group)
        where = (group.name, "derived") if group.name else ("derived",)
        for row in group.table:
            yield {
                **asdict(row),
                "key": numbered.key(stage, *where, printed.get(row.club, row.club.key)),
                "season": season.label,
                "stage": stage,
                "grp": group.name,
                "origin": "derived",
                "club": row.club.key,
                "goal_difference": row.goal_difference,
                **dict.fromkeys(("adjustment", "qualification")),
                **dict.fromkeys(("revision_key", "span_start", "span_end", "line")),
            }


def _printed_names(group: Group) -> dict[Club, str]:
    """Return how the group's first match with each club prints its name."""
    names: dict[Club, str] = {}
    for match in (*group.matches, *group.play_offs):
        names.setdefault(match.home, match.home_printed)
        names.setdefault(match.away, match.away_printed)
    return names


def _findings(findings: Sequence[Finding], season: Season, revision: Revision) -> Iterator[Row]:
    count: defaultdict[str, int] = defaultdict(int)
    for finding in findings:
        count[finding.code] += 1
        yield {
            "key": f"{season.label}/{finding.code}/{count[finding.code]}",
            "season": season.label,
            "code": finding.code,
            "severity": finding.severity,
            "message": finding.message,
            **_stated(revision, finding.span if finding.page == revision.title else None),
        }


def _coverage(part: Coverage, season: Season, revision: Revision) -> Row:
    return {
        **asdict(part),
        "key": f"{season.label}/{part.disposition}/{part.reason}",
        "season": season.label,
        "revision_key": _revision_key(revision),
    }


class _Numbered:
    """Keys of which a second one gets -2."""

    def __init__(self) -> None:
        self._seen: defaultdict[str, int] = defaultdict(int)

    def key(self, prefix: str, *names: str) -> str:
        """Return the prefix and the slugs of the names, unlike any key before."""
        key = "/".join((prefix, *map(slug, names)))
        self._seen[key] += 1
        return key if self._seen[key] == 1 else f"{key}-{self._seen[key]}"
