"""A tie between two clubs, and who won it."""

from dataclasses import dataclass

from pipeline.domain.match import Club, Match
from pipeline.domain.standings import winner_of
from pipeline.lineage import Span


@dataclass(frozen=True, slots=True)
class Tie:
    """Two clubs over one match or more.

    aggregate:  goals of team 1 and team 2 together, such as `1–0`; None without a score
    measure:    what decides, "goals" or "points"
    winner:     None where the matches leave it open
    decided_by: "goals", "penalties"; None without a winner
    """

    key: str
    stage: str
    group: str | None
    round: str | None
    team1: Club
    team2: Club
    legs: int
    aggregate: str | None
    measure: str
    winner: Club | None
    decided_by: str | None
    span: Span


def one_match_tie(match: Match) -> Tie:
    """Return the tie that one match decides: more goals, else the shoot-out."""
    winner, score = winner_of(match), match.score
    level = score is not None and score.home == score.away
    return Tie(
        key=match.key,
        stage=match.stage,
        group=match.group,
        round=match.round,
        team1=match.home,
        team2=match.away,
        legs=1,
        aggregate=f"{score.home}–{score.away}" if score else None,
        measure="goals",
        winner=winner,
        decided_by=("penalties" if level else "goals") if winner else None,
        span=match.span,
    )
