"""What is missing of a season, as far as the season itself shows it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.domain.edition import Edition
from pipeline.domain.keys import slug
from pipeline.domain.match_coverage import has_result, match_coverage
from pipeline.domain.meetings import clubs_of_matches
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
        # "matches of Group A" and "matches" are of one kind
        first_word, _, _ = slug(self.what).partition("-")
        return slug(self.stage or ""), first_word


def gaps(season: Season) -> tuple[Gap, ...]:
    """Return what the season lacks: results, tables, lists, a champion."""
    if not season.matches and not season.standings:
        why = "the page tells no match and no table"
        nothing_told = Gap(
            season=season.label,
            stage=None,
            what="matches and tables",
            why=why,
        )
        return (*_gaps_of_whole_season(season), nothing_told)
    return (
        *_gaps_of_whole_season(season),
        *_gaps_of_groups(season),
        *_gaps_of_ties(season),
        *_gaps_of_team_lists(season),
        *_gaps_of_regions(season),
    )


def without_page(edition: Edition) -> Gap:
    """Return the gap of an edition that no page tells."""
    cells = {
        "champion": edition.champion,
        "runner-up": edition.runner_up,
        "format": edition.format,
    }
    filled_cells = [name for name, cell in cells.items() if cell]
    cited = ", ".join(filled_cells) or "nothing"
    why = f"no page tells this edition; cited in the list of editions: {cited}"
    return Gap(
        season=edition.season,
        stage=None,
        what="page",
        why=why,
    )


def _gaps_of_whole_season(season: Season) -> Iterator[Gap]:
    if not season.entries:
        yield Gap(
            season=season.label,
            stage=None,
            what="team list",
            why="the page lists no clubs",
        )
    # an edition that was broken off before its final has no champion
    without_final = season.edition is not None and season.edition.final is False
    if not season.champion and not season.champion_stated and not without_final:
        why = "neither the infobox nor the matches name one"
        yield Gap(
            season=season.label,
            stage=None,
            what="champion",
            why=why,
        )


def _gaps_of_groups(season: Season) -> Iterator[Gap]:
    for group in match_coverage(season):
        if group.expected is None or group.with_result >= group.expected:
            continue
        # such as "5 of 6 have a result on the page (4 clubs, each pair once)"
        what = f"matches of {group.group}" if group.group else "matches"
        count = f"{group.with_result} of {group.expected}"
        why = f"{count} have a result on the page ({group.reason})"
        yield Gap(
            season=season.label,
            stage=group.stage,
            what=what,
            why=why,
        )


def _gaps_of_ties(season: Season) -> Iterator[Gap]:
    """Yield the stages in which matches that count for no table have no result."""
    match_counts: Counter[str] = Counter()
    open_counts: Counter[str] = Counter()
    for match in season.matches:
        if not match.counts:
            match_counts[match.stage] += 1
            # a match that was abandoned or cancelled never had a result to tell
            is_open = not has_result(match) and match.status in {"unknown", "scheduled"}
            open_counts[match.stage] += is_open
    for stage in season.stages:
        open_count = open_counts[stage.name]
        if open_count:
            count = f"{open_count} of {match_counts[stage.name]}"
            why = f"{count} matches of ties have no result on the page"
            yield Gap(
                season=season.label,
                stage=stage.name,
                what="results of ties",
                why=why,
            )


def _gaps_of_team_lists(season: Season) -> Iterator[Gap]:
    """Yield the lists of which some clubs are in no match and no table."""
    # "4 of 25 listed clubs": the page does not tell how they went out
    clubs_told_of = clubs_of_matches(season.matches)
    clubs_told_of |= {standing.club for standing in season.standings}
    for stage in season.stages:
        listed_clubs = {entry.club for entry in season.entries if entry.stage == stage.name}
        lost_count = len(listed_clubs - clubs_told_of)
        if lost_count:
            lost = f"{lost_count} of {len(listed_clubs)} listed clubs"
            why = f"{lost} are in no match and no table of the page"
            yield Gap(
                season=season.label,
                stage=stage.name,
                what="way of listed clubs",
                why=why,
            )


def _gaps_of_regions(season: Season) -> Iterator[Gap]:
    """Yield the stages without a match, a table or a list, if the page names the regions."""
    if not season.regions:
        return
    stages_told_of = season.stages_with_results
    stages_told_of |= {entry.stage for entry in season.entries}
    for stage in season.stages:
        if stage.name not in stages_told_of:
            why = "the page names the regions, and no match and no table of them"
            yield Gap(
                season=season.label,
                stage=stage.name,
                what="matches and tables",
                why=why,
            )
