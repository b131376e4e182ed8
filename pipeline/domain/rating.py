"""How far a season can be trusted, in one of five words (docs/contract.md defines them)."""

from collections.abc import Collection, Iterable
from typing import Literal

from pipeline.domain.gap import Gap
from pipeline.domain.keys import slug
from pipeline.domain.season import Season
from pipeline.findings import Finding

Rating = Literal["complete", "consistent", "partial", "contradictory", "champion only"]

CONTRADICTIONS = frozenset(  # codes of findings; tables are judged by their verdicts
    """
    aggregate-differs bracket-differs champion-differs club-against-itself club-twice-a-day
    club-twice-in-round match-stated-differently tie-winner-differs
    """.split()
)


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
    if "unexplained" in verdicts or any(map(_contradicts, findings)):
        return "contradictory"
    if not gaps and not {"ambiguous", "not-comparable"} & set(verdicts):
        return "complete"
    return "consistent" if _is_decided(season, gaps) else "partial"


def _contradicts(finding: Finding) -> bool:
    return finding.severity == "error" or finding.code in CONTRADICTIONS


def _is_decided(season: Season, gaps: Collection[Gap]) -> bool:
    """Whether the champion is known and nothing is missing of the last stage that has results."""
    told = {match.stage for match in season.matches} | {row.stage for row in season.standings}
    last = [stage.name for stage in season.stages if stage.name in told][-1:]
    missing = {slug(gap.stage) for gap in gaps if gap.stage}
    known = season.champion is not None or season.champion_stated is not None
    return bool(last) and known and slug(last[0]) not in missing
