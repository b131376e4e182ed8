"""What the list of editions says of a season, whether it has a page or not."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of the cup in the list; a cell that nobody is cited for is None.

    final:          whether the edition ended in a final match or group, by the format's source
    champion_keys:  the clubs that the clubs data file means by the champion's name in that season
    runner_up_keys: likewise
    """

    season: str
    champion: str | None
    champion_source: str | None
    runner_up: str | None
    runner_up_source: str | None
    format: str | None
    format_source: str | None
    final: bool | None
    note: str | None
    champion_keys: frozenset[str] = frozenset()
    runner_up_keys: frozenset[str] = frozenset()
