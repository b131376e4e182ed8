"""The rules of a season, from the data file."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from pipeline.domain.standings import Rules


def rules(season: str) -> Rules:
    """Return how the season's groups are ranked; raise ValueError if the file has no rule."""
    year = int(season[:4])
    for rule in _rules():
        if rule["from"] <= year <= rule["to"]:
            return Rules(rule["win"], rule["draw"], tuple(rule["tiebreakers"]), rule["source"])
    message = f"no rule for season {season}: add one to pipeline/normalise/rules.toml"
    raise ValueError(message)


@cache
def _rules() -> list[dict[str, Any]]:
    source = files("pipeline.normalise").joinpath("rules.toml")
    return list(tomllib.loads(source.read_text(encoding="utf-8"))["rule"])
