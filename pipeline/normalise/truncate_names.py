"""Names too long to be any: a vandal's, or half a page. No index of a database holds them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from pipeline.domain.keys import shorten
from pipeline.facts import Fact
from pipeline.findings import Finding

LONGEST = 250  # characters
NAMES = ("home", "away", "team1", "team2", "team")


def shortened(
    facts: Iterable[Fact], page: str, season: str
) -> tuple[Sequence[Fact], Iterator[Finding]]:
    """Return the facts with every name of a team at a length that can be one, and what was not."""
    found = [(fact, _long_names(fact)) for fact in facts]
    return [replace(fact, **names) for fact, names in found], (
        Finding("name-too-long", "warning", f"a name is kept as {name!r}", page, fact.span, season)
        for fact, names in found
        for name in names.values()
    )


def _long_names(fact: Fact) -> dict[str, Any]:
    stated = {name: getattr(fact, name, None) or "" for name in NAMES}
    return {name: shorten(text) for name, text in stated.items() if len(text) > LONGEST}
