"""Matches, ties, tables and the rules behind them as rows."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from pipeline.domain.keys import slug
from pipeline.domain.match import Match, Score
from pipeline.domain.season import Group, Season, Standing
from pipeline.domain.standings import Row as TableRow
from pipeline.domain.tie import Tie
from pipeline.load.statements import Row, Statements

NUMBERS = ("played", "won", "drawn", "lost", "goals_for", "goals_against", "goal_difference")
UNSTATED: Row = dict.fromkeys(("construct_key", "span_start", "span_end", "line"))


class Numbered:
    """Keys of which a second one gets -2."""

    def __init__(self) -> None:
        """Begin with no key seen."""
        self._seen: defaultdict[str, int] = defaultdict(int)

    def key(self, prefix: str, *names: str) -> str:
        """Return the prefix and the slugs of the names, unlike any key before."""
        key = "/".join((prefix, *map(slug, names)))
        self._seen[key] += 1
        return key if self._seen[key] == 1 else f"{key}-{self._seen[key]}"


def matches(season: Season, stages: Mapping[str, str], page: Statements) -> Iterator[Row]:
    """Yield the matches of the season."""
    for match in season.matches:
        yield _match(match, season.label, stages[match.stage], page)


def ties(season: Season, stages: Mapping[str, str], page: Statements) -> Iterator[Row]:
    """Yield the ties of the season."""
    keys = {(row["stage"], row["grp"]): row["key"] for row in tie_rules(season, stages)}
    for tie in season.ties:
        stage = stages[tie.stage]
        yield _tie(tie, season.label, stage, page) | {"rule_key": keys[stage, tie.group]}


def tie_rules(season: Season, stages: Mapping[str, str]) -> list[Row]:
    """Return how the ties of each stage and group are decided."""
    numbered = Numbered()
    asked = {(tie.stage, tie.group): tie.rules for tie in season.ties}
    return [
        {
            "key": numbered.key(stages[stage], *filter(None, (group, "tie-rule"))),
            "season": season.label,
            "stage": stages[stage],
            "grp": group,
            "deciders": ", ".join(rules.deciders),
            "source": rules.source,
        }
        for (stage, group), rules in asked.items()
    ]


def rules(season: Season, stages: Mapping[str, str]) -> list[Row]:
    """Return how each group is ranked, in the order of the groups."""
    numbered = Numbered()
    return [
        {
            "key": numbered.key(stages[group.stage], *_within(group, "rule")),
            "season": season.label,
            "stage": stages[group.stage],
            "grp": group.name,
            "win": group.rules.win,
            "draw": group.rules.draw,
            "loss": group.rules.loss,
            "advance": group.rules.advance,
            "tiebreakers": ", ".join(group.rules.tiebreakers),
            "source": group.rules.source,
        }
        for group in season.groups
    ]


def standings(season: Season, stages: Mapping[str, str], page: Statements) -> Iterator[Row]:
    """Yield the tables that the page prints, and those that follow from the matches."""
    for standing in season.standings:
        yield _published(standing, season.label, stages[standing.stage], page)
    numbered = Numbered()
    for group, rule in zip(season.groups, rules(season, stages), strict=True):
        stage, printed = stages[group.stage], _printed_names(group)
        for row in group.table:
            name = printed.get(row.club.key, row.club.key)
            key = numbered.key(stage, *_within(group, "derived"), name)
            yield {"key": key, **_derived(row, rule), "rule_key": rule["key"]}


def differences(season: Season, stages: Mapping[str, str]) -> Iterator[Row]:
    """Yield the cells of published tables that the matches do not give."""
    numbered = Numbered()
    for one in season.differences:
        where = filter(None, (one.group, one.printed, one.measure.replace("_", "-")))
        yield {
            "key": numbered.key(stages[one.stage], *where),
            "season": season.label,
            "stage": stages[one.stage],
            "grp": one.group,
            "club": one.club.key,
            "measure": one.measure,
            "published": one.published,
            "derived": one.derived,
            "verdict": one.verdict,
            "explanation": one.explanation,
        }


def _match(match: Match, season: str, stage: str, page: Statements) -> Row:
    return {
        "key": match.key,
        "season": season,
        "stage": stage,
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
        "counts_for_standings": int(match.counts and not match.is_void),
        "stadium": match.stadium,
        "score_text": match.score_text,
        **page.stated(match.span),
    }


def _score(score: Score | None) -> Row:
    return {
        "home_goals": score.home if score else None,
        "away_goals": score.away if score else None,
        "extra_time": int(score.extra_time) if score else 0,
        "home_penalties": score.home_penalties if score else None,
        "away_penalties": score.away_penalties if score else None,
    }


def _tie(tie: Tie, season: str, stage: str, page: Statements) -> Row:
    return {
        "key": tie.key,
        "season": season,
        "stage": stage,
        "grp": tie.group,
        "round": tie.round,
        "team1": tie.team1.key,
        "team2": tie.team2.key,
        "legs": tie.legs,
        "aggregate": tie.aggregate,
        "measure": tie.measure,
        "winner": tie.winner.key if tie.winner else None,
        "decided_by": tie.decided_by,
        **page.stated(tie.span),
    }


def _published(standing: Standing, season: str, stage: str, page: Statements) -> Row:
    return {
        "key": standing.key,
        "season": season,
        "stage": stage,
        "grp": standing.group,
        "origin": "published",
        "position": standing.position,
        "club": standing.club.key,
        **{name: getattr(standing, name) for name in NUMBERS},
        "points": standing.points,
        "adjustment": standing.adjustment,
        "qualification": standing.qualification,
        "rule_key": None,
        **page.stated(standing.span),
    }


def _derived(row: TableRow, rule: Row) -> Row:
    return {
        **{name: rule[name] for name in ("season", "stage", "grp")},
        "origin": "derived",
        "position": row.position,
        "club": row.club.key,
        **{name: getattr(row, name) for name in NUMBERS},
        "points": row.points,
        "adjustment": row.adjustment or None,
        "qualification": None,
        **UNSTATED,
    }


def _within(group: Group, last: str) -> tuple[str, ...]:
    return (group.name, last) if group.name else (last,)


def _printed_names(group: Group) -> dict[str, str]:
    """Return how the group's first match with each club prints its name, by the club's key."""
    names: dict[str, str] = {}
    for match in (*group.matches, *group.play_offs):
        names.setdefault(match.home.key, match.home_printed)
        names.setdefault(match.away.key, match.away_printed)
    return names
