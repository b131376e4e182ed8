"""Names too long to be any: a vandal's, or half a page. No index of a database holds them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from pipeline.domain.keys import shorten
from pipeline.facts import Fact
from pipeline.findings import Finding

LONGEST_NAME = 250  # characters
NAME_FIELDS = ("home", "away", "team1", "team2", "team")


def truncate_names(
    facts: Iterable[Fact], page_title: str, season: str
) -> tuple[Sequence[Fact], list[Finding]]:
    """Cut team names that are too long; return all facts, and a finding for each name cut."""
    truncated_facts: list[Fact] = []
    findings: list[Finding] = []
    for fact in facts:
        short_names = _shorten_long_names(fact)
        truncated_facts.append(replace(fact, **short_names))
        for name in short_names.values():
            message = f"a name is kept as {name!r}"
            findings.append(
                Finding("name-too-long", "warning", message, page_title, fact.span, season)
            )
    return truncated_facts, findings


def _shorten_long_names(fact: Fact) -> dict[str, Any]:
    """Return the fields of the fact whose names are too long, each with the short name."""
    short_names: dict[str, Any] = {}
    for field in NAME_FIELDS:
        name = getattr(fact, field, None) or ""
        if len(name) > LONGEST_NAME:
            short_names[field] = shorten(name)
    return short_names
