"""Where a match, a standing or an entry comes from: who says so, or what it follows from."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Engine

from pipeline.publish.club_list import read_readings
from pipeline.publish.view_rows import ViewRow, read_rows

# what a key can name, and how to find it
_FACT_BY_KIND = {
    "match": "SELECT * FROM report_match WHERE match_key = :key",
    "standing": "SELECT * FROM report_standing WHERE standing_key = :key",
    "entry": "SELECT * FROM report_entry WHERE entry_key = :key",
}
# The views have line and revision of a fact; its characters stand in the base tables alone.
_PLACE = """
    SELECT page.title AS page, page.site, page.licence, revision.revision_id, revision.sha256,
           fact.span_start, fact.span_end, fact.line
    FROM "{table}" AS fact
    JOIN construct ON construct.key = fact.construct_key AND construct.season = fact.season
    JOIN revision ON revision.key = construct.revision_key
    JOIN page ON page.key = revision.page_key
    WHERE fact.key = :key
"""
_RULE = """
    SELECT rule.win, rule.draw, rule.tiebreakers, rule.source
    FROM rule JOIN standing ON standing.rule_key = rule.key WHERE standing.key = :standing_key
"""
_MATCHES = """
    SELECT match_key, date, home_team, home_goals, away_goals, away_team, counts_for_standings
    FROM report_match
    WHERE season = :season AND stage = :stage AND COALESCE(grp, '') = COALESCE(:grp, '')
      AND (home_key = :team_key OR away_key = :team_key)
    ORDER BY COALESCE(date, ''), match_key
"""
_CORRECTIONS = """
    SELECT section, written, read_as, reason, source FROM report_correction
    WHERE season = :season AND page = :page ORDER BY section, written, read_as
"""
# Only a database that was filled before texts were stored lacks one.
_TEXT_IS_MISSING = (
    "  This database does not hold the text of the page yet; run `copaperu ingest` to store it,"
    " or name the folder of the page with --raw."
)


def explain_fact(engine: Engine, key: str) -> ViewRow | None:
    """Return what the fact says and where it comes from; None if no fact has the key.

    returns: `kind`, `fact` (its row in the report view), and either `source` (page, revision,
             permalink, span, line) with the page's `corrections` and why its `names` mean their
             clubs or, for a derived standing,
             `rule` and `matches`
    """
    for kind, query in _FACT_BY_KIND.items():
        facts = read_rows(engine, query, key=key)
        if not facts:
            continue
        [fact] = facts
        if fact.get("origin") == "derived":
            return {"kind": kind, "fact": fact, **_explain_derived(engine, fact)}
        return {"kind": kind, "fact": fact, **_explain_stated(engine, kind, fact, key)}
    return None


def _explain_derived(engine: Engine, fact: ViewRow) -> ViewRow:
    rules = read_rows(engine, _RULE, **fact)
    matches = read_rows(engine, _MATCHES, **fact)
    return {"rule": next(iter(rules), None), "matches": matches}


def _explain_stated(engine: Engine, kind: str, fact: ViewRow, key: str) -> ViewRow:
    [place] = read_rows(engine, _PLACE.format(table=kind), key=key)
    source = {**place, "permalink": _permalink(place)}
    return {
        "source": source,
        "corrections": read_rows(engine, _CORRECTIONS, **fact),
        "names": _explain_names(engine, fact),
    }


def _explain_names(engine: Engine, fact: ViewRow) -> list[str]:
    """Return why short names of the fact mean their clubs."""
    explanations: list[str] = []
    for column in ("home_key", "away_key", "team_key"):
        if column in fact:
            readings = read_readings(engine, fact[column], fact["season"])
            explanations += [reading["message"] for reading in readings]
    return explanations


def _permalink(place: Mapping[str, Any]) -> str | None:
    """Return the address of the revision; None for a page of our own, which no wiki numbers."""
    is_wiki = "." in place["site"]  # "es.wikipedia.org", not "own"
    if not is_wiki or place["revision_id"] is None:
        return None
    return f"https://{place['site']}/w/index.php?oldid={place['revision_id']}"


def underline(wikitext: str, start: int, end: int) -> str:
    """Return the lines that hold [start, end), the words in question underlined."""
    line_start = wikitext.rfind("\n", 0, start) + 1
    shown = []
    for line in wikitext[line_start:end].splitlines():
        first = max(start - line_start, 0)
        last = min(end - line_start, len(line))
        shown.append(f"    {line}")
        shown.append("    " + " " * first + "^" * (last - first))
        line_start += len(line) + 1
    return "\n".join(shown)


def format_json(explanation: ViewRow, wikitext: str | None) -> str:
    """Return the explanation for programs; `wikitext` of its source are the words of the fact.

    wikitext: of the page's revision; None where it is not at hand
    """
    if "source" not in explanation:
        return json.dumps(explanation, ensure_ascii=False, indent=1)
    source = explanation["source"]
    words = None
    if wikitext is not None:
        words = wikitext[source["span_start"] : source["span_end"]]
    with_words = {**explanation, "source": {**source, "wikitext": words}}
    return json.dumps(with_words, ensure_ascii=False, indent=1)


def format_text(key: str, explanation: ViewRow, wikitext: str | None) -> str:
    """Return the explanation for people.

    wikitext: of the page's revision; None where it is not at hand
    """
    values = []
    for name, value in explanation["fact"].items():
        if value is not None:
            values.append(f"{name} {value}")
    lines = [f"{key}: {explanation['kind']}", "  " + ", ".join(values)]
    if "source" in explanation:
        lines += _format_source(explanation["source"], explanation["corrections"], wikitext)
        lines += [f"  {message}" for message in explanation["names"]]
    else:
        lines += _format_derivation(explanation["rule"], explanation["matches"])
    return "\n".join(lines)


def _format_source(
    source: ViewRow, corrections: Sequence[ViewRow], wikitext: str | None
) -> list[str]:
    revision = source["revision_id"] or source["sha256"][:12]
    lines = [
        f"Stated by {source['page']}@{revision}, line {source['line']}",
        f"  {source['permalink'] or 'no permalink: no wiki numbers this page'}",
    ]
    if wikitext is None:
        return [*lines, _TEXT_IS_MISSING]
    start, end = source["span_start"], source["span_end"]
    lines.append(underline(wikitext, start, end))
    for correction in corrections:
        # of all corrections of the page, those whose text stands in the words of this fact
        written = correction["written"]
        if written and written in wikitext[start:end]:
            change = f"{written!r} is read as {correction['read_as']!r}"
            lines.append(f"  {change}: {correction['reason']} ({correction['source']})")
    return lines


def _format_derivation(rule: ViewRow | None, matches: Sequence[ViewRow]) -> list[str]:
    lines = []
    if rule:
        order = f"points, then {rule['tiebreakers']}" if rule["tiebreakers"] else "points"
        lines.append(f"Follows from {rule['win']} points for a win, {rule['draw']} for a draw,")
        lines.append(f"  ranked by {order}; the rule's source: {rule['source']}")
    lines.append("and from these matches:")
    lines += [_format_match(match) for match in matches]
    return lines


def _format_match(match: ViewRow) -> str:
    goals = [match["home_goals"], match["away_goals"]]
    score = "–".join("?" if number is None else str(number) for number in goals)
    teams = f"{match['home_team']} {score} {match['away_team']}"
    remark = "" if match["counts_for_standings"] else "  (not in the table)"
    return f"  {match['date'] or 'no date'}  {teams}{remark}  {match['match_key']}"
