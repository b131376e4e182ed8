"""What is missing of a season, as far as the season itself shows it."""

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.domain.edition import Edition
from pipeline.domain.expected import expected_matches, has_result
from pipeline.domain.keys import slug
from pipeline.domain.season import Season

DERIVED = "derived"


@dataclass(frozen=True, slots=True)
class Gap:
    """Something of a season that no page tells.

    stage:  its name; None where the whole season is meant
    what:   what is missing, such as `matches of Group A`
    why:    what is known about it, one sentence
    source: who says so, or where it might be found; `derived` where it follows from the season
    """

    season: str
    stage: str | None
    what: str
    why: str
    source: str | None = DERIVED

    @property
    def subject(self) -> tuple[str, str]:
        """What gaps of one kind share: the stage, and the first word of what is missing."""
        return slug(self.stage or ""), slug(self.what).partition("-")[0]


def gaps(season: Season) -> tuple[Gap, ...]:
    """Return what the season lacks: results, tables, lists, a champion."""
    if not season.matches and not season.standings:
        nothing = "the page tells no match and no table"
        found = [Gap(season.label, None, "matches and tables", nothing)]
    else:
        found = [*_of_groups(season), *_of_ties(season), *_of_lists(season), *_of_regions(season)]
    return (*_of_the_whole(season), *found)


def without_page(edition: Edition) -> Gap:
    """Return the gap of an edition that no page tells."""
    cells = {
        "champion": edition.champion,
        "runner-up": edition.runner_up,
        "format": edition.format,
    }
    cited = ", ".join(name for name, cell in cells.items() if cell) or "nothing"
    why = f"no page tells this edition; cited in the list of editions: {cited}"
    return Gap(edition.season, None, "page", why)


def _of_the_whole(season: Season) -> Iterator[Gap]:
    if not season.entries:
        yield Gap(season.label, None, "team list", "the page lists no clubs")
    without_final = season.edition is not None and season.edition.final is False
    if not season.champion and not season.champion_stated and not without_final:
        why = "neither the infobox nor the matches name one"
        yield Gap(season.label, None, "champion", why)


def _of_groups(season: Season) -> Iterator[Gap]:
    for group in expected_matches(season):
        what = f"matches of {group.group}" if group.group else "matches"
        if group.expected is None:
            continue
        if group.found < group.expected:
            why = f"{group.found} of {group.expected} have a result on the page ({group.because})"
            yield Gap(season.label, group.stage, what, why)


def _of_ties(season: Season) -> Iterator[Gap]:
    """Yield the stages in which matches that count for no table have no result."""
    for stage in season.stages:
        matches = [m for m in season.matches if m.stage == stage.name and not m.counts]
        open_ones = [
            m for m in matches if not has_result(m) and m.status in {"unknown", "scheduled"}
        ]
        if open_ones:
            why = f"{len(open_ones)} of {len(matches)} matches of ties have no result on the page"
            yield Gap(season.label, stage.name, "results of ties", why)


def _of_lists(season: Season) -> Iterator[Gap]:
    """Yield the lists of which some clubs are in no match and no table."""
    seen = {club for match in season.matches for club in (match.home, match.away)}
    seen |= {standing.club for standing in season.standings}
    for stage in season.stages:
        listed = {entry.club for entry in season.entries if entry.stage == stage.name}
        if lost := len(listed - seen):
            why = f"{lost} of {len(listed)} listed clubs are in no match and no table of the page"
            yield Gap(season.label, stage.name, "way of listed clubs", why)


def _of_regions(season: Season) -> Iterator[Gap]:
    """Yield the stage of regions, if the page tells no match and no table of them."""
    told = {match.stage for match in season.matches} | {row.stage for row in season.standings}
    listed = {entry.stage for entry in season.entries}
    for stage in season.stages:
        if season.regions and stage.name not in told | listed:
            why = "the page names the regions, and no match and no table of them"
            yield Gap(season.label, stage.name, "matches and tables", why)
