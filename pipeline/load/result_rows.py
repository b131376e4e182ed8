"""Matches, ties, tables and the rules behind them as rows."""

from collections.abc import Iterable, Iterator, Mapping

from pipeline.domain.keys import KeyRegistry, slug
from pipeline.domain.match import Match, Score, key_of
from pipeline.domain.season import Group, Season, Standing
from pipeline.domain.standings import StandingsRow
from pipeline.domain.tie import Tie
from pipeline.load.page_lineage import NOT_STATED, DatabaseRow, PageLineage

NUMBERS = ("played", "won", "drawn", "lost", "goals_for", "goals_against", "goal_difference")


class RowKeys:
    """Keys of the rows of one table, of which a second one gets -2."""

    def __init__(self) -> None:
        """Begin with no key given."""
        self._registry = KeyRegistry()

    def give(self, prefix: str, *names: str) -> str:
        """Return the prefix and the slugs of the names, unlike any key before."""
        # two derived tables of one club in one stage: "…/derived/cni" and "…/derived/cni-2"
        return self._registry.register("/".join((prefix, *map(slug, names))))


def columns_of(fact: object, names: Iterable[str]) -> DatabaseRow:
    """Return the columns that are called as in the fact and keep its values."""
    return {name: getattr(fact, name) for name in names}


def match_rows(
    season: Season, stage_keys: Mapping[str, str], lineage: PageLineage
) -> Iterator[DatabaseRow]:
    """Yield the matches of the season."""
    for match in season.matches:
        yield _match_row(match, season.label, stage_keys[match.stage], lineage)


def goal_rows(season: Season, lineage: PageLineage) -> Iterator[DatabaseRow]:
    """Yield the goals that the page lists, numbered within their match."""
    for match in season.matches:
        if not match.goals:
            continue
        # one statement lists all goals of a match, so they stand at one place
        place = lineage.fact_columns(match.goals[0].span)
        for number, goal in enumerate(match.goals, start=1):
            yield {
                "key": f"{match.key}/goal-{number}",
                "season": season.label,
                "match_key": match.key,
                "number": number,
                "side": goal.side,
                "player": goal.player,
                "player_link": goal.player_link,
                "minute": goal.minute,
                "stoppage": goal.stoppage,
                "kind": goal.kind,
                **place,
            }


def tie_rows(
    season: Season, stage_keys: Mapping[str, str], lineage: PageLineage
) -> Iterator[DatabaseRow]:
    """Yield the ties of the season, each with the rule by which it is decided."""
    rules = tie_rule_rows(season, stage_keys)
    rule_keys = {(rule["stage"], rule["grp"]): rule["key"] for rule in rules}
    for tie in season.ties:
        stage = stage_keys[tie.stage]
        row = _tie_row(tie, season.label, stage, lineage)
        yield row | {"rule_key": rule_keys[stage, tie.group]}


def tie_rule_rows(season: Season, stage_keys: Mapping[str, str]) -> list[DatabaseRow]:
    """Return how the ties of each stage and group are decided."""
    keys = RowKeys()
    rules_by_place = {(tie.stage, tie.group): tie.rules for tie in season.ties}
    rows: list[DatabaseRow] = []
    for (stage, group), rules in rules_by_place.items():
        row: DatabaseRow = {
            "key": keys.give(stage_keys[stage], *_key_parts(group, "tie-rule")),
            "season": season.label,
            "stage": stage_keys[stage],
            "grp": group,
            "deciders": ", ".join(rules.deciders),
            "source": rules.source,
        }
        rows.append(row)
    return rows


def rule_rows(season: Season, stage_keys: Mapping[str, str]) -> list[DatabaseRow]:
    """Return how each group is ranked, in the order of the groups."""
    keys = RowKeys()
    rows: list[DatabaseRow] = []
    for group in season.groups:
        stage = stage_keys[group.stage]
        row: DatabaseRow = {
            "key": keys.give(stage, *_key_parts(group.name, "rule")),
            "season": season.label,
            "stage": stage,
            "grp": group.name,
            "win": group.rules.win,
            "draw": group.rules.draw,
            "loss": group.rules.loss,
            "advance": group.rules.advance,
            "tiebreakers": ", ".join(group.rules.tiebreakers),
            "source": group.rules.source,
        }
        rows.append(row)
    return rows


def standing_rows(
    season: Season, stage_keys: Mapping[str, str], lineage: PageLineage
) -> Iterator[DatabaseRow]:
    """Yield the tables that the page prints, and those that follow from the matches."""
    for standing in season.standings:
        yield _published_row(standing, season.label, stage_keys[standing.stage], lineage)
    keys = RowKeys()
    for group, rule in zip(season.groups, rule_rows(season, stage_keys), strict=True):
        stage = stage_keys[group.stage]
        printed_names = _printed_names(group)
        for row in group.table:
            name = printed_names.get(row.club.key, row.club.key)
            key = keys.give(stage, *_key_parts(group.name, "derived"), name)
            yield {"key": key, **_derived_columns(row, rule), "rule_key": rule["key"]}


def difference_rows(season: Season, stage_keys: Mapping[str, str]) -> Iterator[DatabaseRow]:
    """Yield the cells of published tables that the matches do not give."""
    keys = RowKeys()
    for difference in season.differences:
        stage = stage_keys[difference.stage]
        # a key has hyphens: "goals-for", not "goals_for"
        measure = difference.measure.replace("_", "-")
        names = _key_parts(difference.group, difference.printed)
        yield {
            "key": keys.give(stage, *names, measure),
            "season": season.label,
            "stage": stage,
            "grp": difference.group,
            "club": difference.club.key,
            "measure": difference.measure,
            "published": difference.published,
            "derived": difference.derived,
            "verdict": difference.verdict,
            "explanation": difference.explanation,
        }


def _match_row(match: Match, season: str, stage: str, lineage: PageLineage) -> DatabaseRow:
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
        **_score_columns(match.score),
        "status": match.status,
        "winner": key_of(match.winner),
        "round_number": match.round_number,
        # a play-off for first place is not in the table, nor is an annulled match
        "counts_for_standings": int(match.counts and not match.is_void),
        "stadium": match.stadium,
        "location": match.location,
        "neutral": None if match.neutral is None else int(match.neutral),
        "attendance": match.attendance,
        "referee": match.referee,
        "kick_off": match.kick_off,
        "score_text": match.score_text,
        **lineage.fact_columns(match.span),
    }


def _score_columns(score: Score | None) -> DatabaseRow:
    if score is None:
        return {
            "home_goals": None,
            "away_goals": None,
            "extra_time": 0,
            "home_penalties": None,
            "away_penalties": None,
        }
    return {
        "home_goals": score.home,
        "away_goals": score.away,
        "extra_time": int(score.extra_time),
        "home_penalties": score.home_penalties,
        "away_penalties": score.away_penalties,
    }


def _tie_row(tie: Tie, season: str, stage: str, lineage: PageLineage) -> DatabaseRow:
    return {
        "key": tie.key,
        "season": season,
        "stage": stage,
        "grp": tie.group,
        "round": tie.round,
        "team1": tie.team1.key,
        "team2": tie.team2.key,
        "legs_known": tie.legs_known,
        "legs_expected": tie.legs_expected,
        "complete": int(tie.is_complete),
        "aggregate": tie.aggregate,
        "measure": tie.measure,
        "winner": key_of(tie.winner),
        "decided_by": tie.decided_by,
        **lineage.fact_columns(tie.span),
    }


def _published_row(
    standing: Standing, season: str, stage: str, lineage: PageLineage
) -> DatabaseRow:
    return {
        "key": standing.key,
        "season": season,
        "stage": stage,
        "grp": standing.group,
        "origin": "published",
        "position": standing.position,
        "club": standing.club.key,
        **columns_of(standing, NUMBERS),
        "points": standing.points,
        "adjustment": standing.adjustment,
        "qualification": standing.qualification,
        "rule_key": None,
        **lineage.fact_columns(standing.span),
    }


def _derived_columns(row: StandingsRow, rule: DatabaseRow) -> DatabaseRow:
    """Return the columns of a row of a derived table; no words of the page state it."""
    return {
        "season": rule["season"],
        "stage": rule["stage"],
        "grp": rule["grp"],
        "origin": "derived",
        "position": row.position,
        "club": row.club.key,
        **columns_of(row, NUMBERS),
        "points": row.points,
        # 0 points taken away is no adjustment
        "adjustment": row.adjustment or None,
        "qualification": None,
        **NOT_STATED,
    }


def _key_parts(group: str | None, last: str) -> tuple[str, ...]:
    """Return what follows the stage in a key: `grupo-a/rule`, or `rule` without a group."""
    return tuple(filter(None, (group, last)))


def _printed_names(group: Group) -> dict[str, str]:
    """Return how the group's first match with each club prints its name, by the club's key."""
    # A key must not change when a club is settled, so it has the name of the page.
    names: dict[str, str] = {}
    for match in (*group.matches, *group.play_offs):
        names.setdefault(match.home.key, match.home_printed)
        names.setdefault(match.away.key, match.away_printed)
    return names
