"""The rules of a season, from the data file: how groups are ranked and how ties are decided."""

import tomllib
from functools import cache
from typing import Any

from pipeline.domain.names import slug
from pipeline.domain.standings import Rules
from pipeline.domain.tie import TieRules
from pipeline.reference.data_file import packaged

Entry = dict[str, Any]
RuleFile = dict[str, list[Entry]]


def group_rules(season: str, stage: str, group: str | None, file: RuleFile | None = None) -> Rules:
    """Return how a group is ranked; raise ValueError if the file has no rule for the season.

    file: by default that of the program
    """
    entry = _entry("group", file or _file(), season, stage, group)
    return Rules(
        win=entry["win"],
        draw=entry["draw"],
        tiebreakers=tuple(entry["tiebreakers"]),
        source=entry["source"],
        loss=entry.get("loss", 0),
        advance=entry.get("advance"),
    )


def tie_rules(season: str, stage: str, group: str | None, file: RuleFile | None = None) -> TieRules:
    """Return how a tie is decided; raise ValueError if the file has no rule for the season.

    file: by default that of the program
    """
    entry = _entry("tie", file or _file(), season, stage, group)
    return TieRules(tuple(entry["deciders"]), entry["source"])


def _entry(kind: str, file: RuleFile, season: str, stage: str, group: str | None) -> Entry:
    for entry in file[kind]:
        if _holds(entry, int(season[:4]), stage, group or ""):
            return entry
    message = f"no [[{kind}]] for season {season}: add one to pipeline/reference/rules.toml"
    raise ValueError(message)


def _holds(entry: Entry, year: int, stage: str, group: str) -> bool:
    named = ((entry.get("stage", ""), stage), (entry.get("group", ""), group))
    return entry["from"] <= year <= entry["to"] and all(
        set(slug(words).split("-")) <= {"", *slug(heading).split("-")} for words, heading in named
    )


@cache
def _file() -> RuleFile:
    source = packaged("rules.toml").read_bytes().decode("utf-8")
    return tomllib.loads(source)
