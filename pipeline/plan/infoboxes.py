"""The infoboxes of a page that are of a season; a season page has just one."""

from collections.abc import Iterable

from pipeline.facts import Fact, SeasonFact


def find_infoboxes(facts: Iterable[Fact]) -> list[SeasonFact]:
    """Return the infoboxes in page order."""
    return [fact for fact in facts if isinstance(fact, SeasonFact)]
