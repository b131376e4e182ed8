"""How well real pages are read: matches against an independent list, tables against their twins.

    python benchmarks/corpus.py FOLDER

FOLDER has wiki/en/*.wiki and expected/world_cup_matches.csv, codes.csv. The project's tests do not
need it.
"""

import csv
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

from pipeline import snapshot
from pipeline.account import close
from pipeline.extract import Extraction, extract
from pipeline.facts import Fact, MatchFact, StandingFact, UnrecognisedFact
from pipeline.lineage import Revision, Span

# a country under the name that it had then, in the independent list under one name for all years
ONE_NAME = {"Kingdom of Yugoslavia": "Yugoslavia", "FR Yugoslavia": "Yugoslavia", "US": "USA"}

Result = tuple[str, str, str, int, int, bool, int | None, int | None]


def main(folder: Path) -> None:
    """Print the figures of every comparison."""
    pages = {path.stem: snapshot.read(path) for path in sorted(folder.glob("wiki/*/*.wiki"))}
    facts = {name: extract(revision) for name, revision in pages.items()}
    matches(folder, {name: made.facts for name, made in facts.items() if "World_Cup" in name})
    details({name: made.facts for name, made in facts.items()})
    twins({name: made.facts for name, made in facts.items() if name.startswith("fbcl")})
    account(pages, facts)


def matches(folder: Path, facts: dict[str, tuple[Fact, ...]]) -> None:
    """Compare the matches of the World Cup pages, repeats removed, with the expected ones."""
    codes = {row["code"]: row["name"] for row in _rows(folder / "expected/codes.csv")} | ONE_NAME
    read: set[Result] = set()
    boxes = 0
    for page in facts.values():
        for fact in page:
            if isinstance(fact, MatchFact):
                boxes += 1
                read.add(_result(fact, codes))
    expected = {_expected(row) for row in _rows(folder / "expected/world_cup_matches.csv")}
    turned = {_turned(result) for result in read - expected} & expected
    invented = read - expected - {_turned(result) for result in turned}
    print(f"matches: {boxes} boxes read, {len(read)} without repeats, {len(expected)} expected")
    print(f"  equal {len(read & expected)}, sides turned round {len(turned)}")
    print(f"  not expected {len(invented)}, not read {len(expected - read - turned)}")
    for result in sorted(invented, key=str):
        print("  not expected:", result)


def _result(fact: MatchFact, codes: dict[str, str]) -> Result:
    home, away = (codes.get(name or "", name or "") for name in (fact.home, fact.away))
    return (
        fact.date or "",
        home,
        away,
        -1 if fact.home_goals is None else fact.home_goals,
        -1 if fact.away_goals is None else fact.away_goals,
        fact.extra_time,
        fact.home_penalties,
        fact.away_penalties,
    )


def _expected(row: dict[str, str]) -> Result:
    shoot_out = [int(row[name]) if row[name] else None for name in ("pens_home", "pens_away")]
    return (
        row["date"],
        row["home"],
        row["away"],
        int(row["home_score"]),
        int(row["away_score"]),
        row["extra_time"] not in {"", "0", "False", "false"},
        shoot_out[0],
        shoot_out[1],
    )


def _turned(result: Result) -> Result:
    date, home, away, scored, conceded, extra, mine, theirs = result
    return date, away, home, conceded, scored, extra, theirs, mine


def details(facts: dict[str, tuple[Fact, ...]]) -> None:
    """Print how many matches say more than the result; list those whose goals are not the score."""
    matches_by_page = {
        name: [fact for fact in page if isinstance(fact, MatchFact)] for name, page in facts.items()
    }
    total = sum(map(len, matches_by_page.values()))
    for detail in ("location", "attendance", "referee", "kick_off", "neutral", "goals"):
        count = sum(
            getattr(match, detail) is not None
            for matches_of_page in matches_by_page.values()
            for match in matches_of_page
        )
        print(f"{detail}: {count} of {total} matches, {count / total:.0%}")
    listed = equal = 0
    for name, matches_of_page in matches_by_page.items():
        for match in matches_of_page:
            if match.goals is None:
                continue
            listed += 1
            if _listed_score(match) == (match.home_goals, match.away_goals):
                equal += 1
            else:
                sides = f"{match.home} {match.score_text} {match.away}"
                print(f"  {name}: {sides}, goals listed {_listed_score(match)}")
    print(f"goals give the score: {equal} of {listed} matches that list goals")


def _listed_score(match: MatchFact) -> tuple[int, int]:
    sides = Counter(goal.side for goal in match.goals or ())
    return sides["home"], sides["away"]


def twins(facts: dict[str, tuple[Fact, ...]]) -> None:
    """Compare each old table with the same table in the newer template."""
    for name in sorted(facts):
        newer = f"{name}.sportstable"
        if newer in facts:
            old_rows, new_rows = _table(facts[name]), _table(facts[newer])
            verdict = "equal" if old_rows == new_rows else "DIFFERENT"
            print(f"{name}: {len(old_rows)} rows, {verdict}")
            for old, new in zip(old_rows, new_rows, strict=False):
                if old != new:
                    print("   ", old, "\n   ", new)


def _table(facts: tuple[Fact, ...]) -> list[StandingFact]:
    rows = [fact for fact in facts if isinstance(fact, StandingFact)]
    return [replace(row, span=Span(0, 0), section=(), qualification=None) for row in rows]


def account(pages: dict[str, Revision], facts: dict[str, Extraction]) -> None:
    """Check that every account closes; list what is unrecognised, most frequent first."""
    unknown: Counter[tuple[str, str]] = Counter()
    examples: dict[tuple[str, str], str] = {}
    for name, revision in pages.items():
        made = facts[name]
        pieces = close(revision.text, made.claims, {})
        if "".join(revision.quote(piece.span) for piece in pieces) != revision.text:
            print(f"{name}: THE ACCOUNT DOES NOT CLOSE")
        for fact in made.facts:
            if isinstance(fact, UnrecognisedFact):
                unknown[fact.kind, fact.name] += 1
                where = f"{name}:{revision.line(fact.span.start)}: {fact.text[:60]!r}"
                examples.setdefault((fact.kind, fact.name), where)
    total = sum(unknown.values())
    print(f"unrecognised: {total} constructs of {len(unknown)} kinds on {len(pages)} pages")
    for (kind, name), count in unknown.most_common():
        print(f"  {count:4} {kind} {name}: {examples[kind, name]}")


def _rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
