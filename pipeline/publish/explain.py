"""Where a match, a standing or an entry comes from: who says so, or what it follows from."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Engine, text

Explanation = dict[str, Any]

# what a key can name, and how to find it
_KINDS = {
    "match": "SELECT * FROM report_match WHERE match_key = :key",
    "standing": "SELECT * FROM report_standing WHERE standing_key = :key",
    "entry": "SELECT * FROM report_entry WHERE entry_key = :key",
}
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


def explain(engine: Engine, key: str) -> Explanation | None:
    """Return what the fact says and where it comes from; None if no fact has the key.

    returns: `kind`, `fact` (its row in the report view), and either `source` (page, revision,
             permalink, span, line) with the page's `corrections` or, for a derived standing,
             `rule` and `matches`
    """
    with engine.connect() as connection:
        for kind, query in _KINDS.items():
            found = connection.execute(text(query), {"key": key}).mappings().one_or_none()
            if found:
                return {
                    "kind": kind,
                    "fact": dict(found),
                    **_reason(connection, kind, dict(found), key),
                }
    return None


def _reason(connection: Connection, kind: str, fact: Mapping[str, Any], key: str) -> Explanation:
    if fact.get("origin") == "derived":
        rule = connection.execute(text(_RULE), dict(fact)).mappings().one_or_none()
        matches = connection.execute(text(_MATCHES), dict(fact)).mappings().all()
        return {"rule": rule and dict(rule), "matches": [dict(match) for match in matches]}
    query = text(_PLACE.format(table=kind))
    place = dict(connection.execute(query, {"key": key}).mappings().one())
    corrections = connection.execute(text(_CORRECTIONS), dict(fact)).mappings().all()
    return {
        "source": place | {"permalink": _permalink(place)},
        "corrections": [dict(correction) for correction in corrections],
    }


def _permalink(place: Mapping[str, Any]) -> str | None:
    if "." not in place["site"] or place["revision_id"] is None:
        return None
    return f"https://{place['site']}/w/index.php?oldid={place['revision_id']}"


def quoted(wikitext: str, start: int, end: int) -> str:
    """Return the lines that hold [start, end), the words in question underlined."""
    first = wikitext.rfind("\n", 0, start) + 1
    shown, cursor = [], first
    for line in wikitext[first:end].splitlines():
        begin, stop = max(start - cursor, 0), min(end - cursor, len(line))
        shown += [f"    {line}", "    " + " " * begin + "^" * (stop - begin)]
        cursor += len(line) + 1
    return "\n".join(shown)


def as_json(explanation: Explanation) -> str:
    """Return the explanation for programs."""
    return json.dumps(explanation, ensure_ascii=False, indent=1)


def as_text(key: str, explanation: Explanation, wikitext: str | None) -> str:
    """Return the explanation for people.

    wikitext: of the page's revision; None where it is not at hand
    """
    lines = [f"{key}: {explanation['kind']}", *_said(explanation["fact"])]
    if source := explanation.get("source"):
        revision = source["revision_id"] or source["sha256"][:12]
        lines.append(f"Stated by {source['page']}@{revision}, line {source['line']}")
        lines.append(f"  {source['permalink'] or 'no permalink: no wiki numbers this page'}")
        if wikitext is None:
            lines.append("  its text is not below the --raw folder")
        else:
            start, end = source["span_start"], source["span_end"]
            lines.append(quoted(wikitext, start, end))
            lines += _touching(explanation["corrections"], wikitext[start:end])
        return "\n".join(lines)
    rule = explanation["rule"]
    if rule:
        order = f"points, then {rule['tiebreakers']}" if rule["tiebreakers"] else "points"
        lines.append(f"Follows from {rule['win']} points for a win, {rule['draw']} for a draw,")
        lines.append(f"  ranked by {order}; the rule's source: {rule['source']}")
    lines.append("and from these matches:")
    lines += [_match(match) for match in explanation["matches"]]
    return "\n".join(lines)


def _said(fact: Mapping[str, Any]) -> list[str]:
    named = [f"{name} {value}" for name, value in fact.items() if value is not None]
    return ["  " + ", ".join(named)]


def _touching(corrections: Sequence[Mapping[str, Any]], words: str) -> list[str]:
    """Return a line for each correction of the page whose text stands in the words."""
    return [
        f"  {c['written']!r} is read as {c['read_as']!r}: {c['reason']} ({c['source']})"
        for c in corrections
        if c["written"] and c["written"] in words
    ]


def _match(match: Mapping[str, Any]) -> str:
    goals = [match["home_goals"], match["away_goals"]]
    score = "–".join("?" if number is None else str(number) for number in goals)
    aside = "" if match["counts_for_standings"] else "  (not in the table)"
    teams = f"{match['home_team']} {score} {match['away_team']}"
    return f"  {match['date'] or 'no date'}  {teams}{aside}  {match['match_key']}"
