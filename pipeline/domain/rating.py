"""How far a season can be trusted, in one of five words (docs/contract.md defines them)."""

from collections.abc import Collection, Iterable
from typing import Literal

from pipeline.domain.gap import Gap
from pipeline.domain.keys import slug
from pipeline.domain.season import Season
from pipeline.findings import Finding

Rating = Literal["complete", "consistent", "partial", "contradictory", "champion only"]

# Codes of findings that cannot be true together; tables are judged by their verdicts.
CONTRADICTIONS = frozenset(
    {
        "aggregate-differs",
        "bracket-differs",
        "champion-differs",
        "club-against-itself",
        "club-twice-a-day",
        "club-twice-in-round",
        "match-stated-differently",
        "tie-winner-differs",
    }
)
_UNDECIDED_VERDICTS = frozenset({"ambiguous", "not-comparable"})


def rating(
    season: Season,
    findings: Iterable[Finding],
    gaps: Collection[Gap],
    verdicts: Collection[str],
) -> Rating:
    """Return the first of the words that fits.

    findings: of the page and of the checks
    verdicts: of the published cells that the matches do not give
    """
    if not (season.matches or season.standings or season.entries):
        return "champion only"
    if "unexplained" in verdicts or any(map(_is_contradiction, findings)):
        return "contradictory"
    if not gaps and _UNDECIDED_VERDICTS.isdisjoint(verdicts):
        return "complete"
    if _is_decided(season, gaps):
        return "consistent"
    return "partial"


def _is_contradiction(finding: Finding) -> bool:
    return finding.severity == "error" or finding.code in CONTRADICTIONS


def _is_decided(season: Season, gaps: Collection[Gap]) -> bool:
    """Whether the champion is known and nothing is missing of the last stage that has results."""
    has_champion = season.champion is not None or season.champion_stated is not None
    stages_with_results = season.stages_with_results
    stages = [stage.name for stage in season.stages if stage.name in stages_with_results]
    if not has_champion or not stages:
        return False
    # gaps that people wrote down name a stage in their own spelling
    stages_with_gaps = {slug(gap.stage) for gap in gaps if gap.stage}
    return slug(stages[-1]) not in stages_with_gaps
