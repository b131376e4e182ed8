"""What the list of editions says of a season, whether it has a page or not."""

from dataclasses import dataclass

from pipeline.domain.match import Club


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of the cup in the list; a cell that nobody is cited for is None.

    final:           whether the edition ended in a final match or group, by the format's source
    champion_clubs:  the clubs that the clubs data file means by the champion's name in that season
    champion_names:  the names that the data file has for them, as slugs
    runner_up_clubs: likewise, and runner_up_names
    champion_club:   who is meant; a provisional club where nothing settles it
    runner_up_club:  likewise
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
    champion_clubs: frozenset[Club] = frozenset()
    champion_names: frozenset[str] = frozenset()
    runner_up_clubs: frozenset[Club] = frozenset()
    runner_up_names: frozenset[str] = frozenset()
    champion_club: Club | None = None
    runner_up_club: Club | None = None
