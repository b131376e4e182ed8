"""A club, a score, a goal, a match."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.lineage import Span

PROVISIONAL = "provisional"  # begins the key of a club that is known by its printed name only


@dataclass(frozen=True, slots=True, order=True)
class Club:
    """A club, identified by its key.

    key:        readable and stable, such as `juan-aurich` or `sport-sausa-pasco`
    name:       how people call it; None where only pages name it
    department: code of its department, None where nothing states it
    town:       None where nothing states it
    """

    key: str
    name: str | None = None
    department: str | None = None
    town: str | None = None

    @property
    def is_provisional(self) -> bool:
        """Whether the club stands in for one that nothing settles, in its season only."""
        return self.key.startswith(f"{PROVISIONAL}-")


def key_of(club: Club | None) -> str | None:
    """Return the key of a club, None without one."""
    return club.key if club else None


@dataclass(frozen=True, slots=True)
class Score:
    """Goals after extra time; penalties of a shoot-out are no goals.

    source: Laws of the Game, Law 10.3
    """

    home: int
    away: int
    extra_time: bool = False
    home_penalties: int | None = None
    away_penalties: int | None = None

    @property
    def goals(self) -> tuple[int, int]:
        """Goals of home and away, without the penalties of a shoot-out."""
        return self.home, self.away

    @property
    def penalties(self) -> tuple[int, int]:
        """Penalties of home and away in the shoot-out, none without one."""
        return self.home_penalties or 0, self.away_penalties or 0


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal that the page lists; its player is a name, and never a club.

    side:     `home` or `away`, for which it counts, that of an own goal too
    minute:   None where the page does not say it, as is the player
    stoppage: 2 of `45+2`
    kind:     goal, penalty, own-goal
    span:     of the match that lists it
    """

    side: str
    player: str | None
    player_link: str | None
    minute: int | None
    stoppage: int | None
    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class Match:
    """One match of a season, its clubs and its date resolved.

    key:        season/stage[/group][/round]/home-away, slugs of headings and printed names
    date:       `1997-11-30`, `1997-11`, `1997` or None, as exact as `precision` says
    status:     played, scheduled, awarded, walkover, abandoned, cancelled, annulled, unknown
    awarded_to: `home`, `away` or `nobody`, where the page says so without goals
    round_number: of a day of a league, 5 of `Fecha 5`; None for other rounds
    counts:     whether the result enters the standings of its group
    score_text: as printed, such as `–`; None where nothing is
    kick_off:   the time of day as printed
    neutral:    whether it was on neutral ground; None where nothing says it
    goals:      those that the page lists, home before away; empty where it lists none
    """

    key: str
    stage: str
    group: str | None
    round: str | None
    leg: int | None
    date: str | None
    precision: str
    date_text: str | None
    home: Club
    away: Club
    home_printed: str
    away_printed: str
    score: Score | None
    status: str
    counts: bool
    stadium: str | None
    span: Span
    score_text: str | None = None
    location: str | None = None
    attendance: int | None = None
    referee: str | None = None
    kick_off: str | None = None
    neutral: bool | None = None
    goals: tuple[Goal, ...] = ()
    awarded_to: str | None = None
    round_number: int | None = None

    @property
    def is_void(self) -> bool:
        """Whether the match is as good as never played."""
        return self.status in {"annulled", "cancelled"}

    @property
    def round_name(self) -> str:
        """The round, or the stage where that is the round."""
        return self.round or self.stage

    @property
    def result(self) -> Score | None:
        """The score if it stands: that of an annulled or cancelled match does not."""
        if self.is_void:
            return None
        return self.score

    @property
    def winner(self) -> Club | None:
        """Who won, by decision, goals or shoot-out; None for a draw or where nobody says it."""
        # "PG - PP": given to the club at home, without a score
        if self.awarded_to is not None and not self.is_void:
            return {"home": self.home, "away": self.away}.get(self.awarded_to)
        if self.result is None:
            return None
        # "1–1 (4–2 p)" is won by the home club: penalties count after level goals
        home_goals, away_goals = self.result.goals
        home_penalties, away_penalties = self.result.penalties
        home, away = (home_goals, home_penalties), (away_goals, away_penalties)
        if home > away:
            return self.home
        return self.away if home < away else None

    @property
    def has_ended(self) -> bool:
        """Whether it is known how the match ended, by a score or by who was given it."""
        return self.result is not None or self.winner is not None

    @property
    def clubs(self) -> frozenset[Club]:
        """Both clubs, whoever is at home."""
        return frozenset((self.home, self.away))


def results_of(matches: Iterable[Match]) -> Iterator[tuple[Match, Score]]:
    """Yield the matches that have a result, each with its score."""
    for match in matches:
        if match.result is not None:
            yield match, match.result
