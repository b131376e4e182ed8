"""The rules of a season, from `rules.toml`: how groups are ranked and how ties are decided."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar, cast, get_args

from pipeline.domain.keys import slug
from pipeline.domain.standings import Rules, Tiebreaker
from pipeline.domain.tie import Decider, TieRules
from pipeline.errors import CopaPeruError
from pipeline.reference.data_file import Entry, read_entries

_SCOPE_KEYS = ("from", "to", "stage", "group", "source")
_GROUP_KEYS = (*_SCOPE_KEYS, "win", "draw", "loss", "tiebreakers", "advance", "awarded_goals")
_TIE_KEYS = (*_SCOPE_KEYS, "deciders")
_LEGS_KEYS = (*_SCOPE_KEYS, "round", "legs")
_LATEST_YEAR = 9999
_MOST_LEGS = 2

R = TypeVar("R", Rules, TieRules)


class NoRuleError(CopaPeruError):
    """A season for which the file of rules has no entry of the kind."""

    def __init__(self, file: str, kind: str, season: str) -> None:
        super().__init__(f"{file}: no [[{kind}]] for season {season}: add one")


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a rule holds: from one year to another, in stages and groups whose names have words.

    stage, group: all these words must stand in the heading, in any order; empty for any
    """

    first_year: int
    last_year: int
    stage: str
    group: str

    def holds(self, season: str, stage: str, group: str | None) -> bool:
        """Whether the rule is for this group of this season."""
        year = int(season[:4])
        if not self.first_year <= year <= self.last_year:
            return False
        return _has_words(stage, self.stage) and _has_words(group or "", self.group)


@dataclass(frozen=True, slots=True)
class LegsRule:
    """How many legs the ties of a round have, where a page does not show it.

    round: words that stand in the heading of the round; empty for any
    """

    scope: Scope
    round: str
    legs: int


def _has_words(heading: str, words: str) -> bool:
    # the stage "final" of a rule holds in "Final Stage" and in "Etapa Nacional – Final"
    wanted = set(slug(words).split("-")) - {""}
    return wanted <= set(slug(heading).split("-"))


@dataclass(frozen=True, slots=True)
class RuleBook:
    """All rules, in the order of the file: the first that holds counts."""

    file: str
    groups: tuple[tuple[Scope, Rules], ...]
    ties: tuple[tuple[Scope, TieRules], ...]
    legs: tuple["LegsRule", ...] = ()

    def group_rules(self, season: str, stage: str, group: str | None) -> Rules:
        """Return how a group is ranked; raise NoRuleError if no rule is for the season."""
        return self._first_that_holds("group", self.groups, season, stage, group)

    def tie_rules(self, season: str, stage: str, group: str | None) -> TieRules:
        """Return how a tie is decided; raise NoRuleError if no rule is for the season."""
        return self._first_that_holds("tie", self.ties, season, stage, group)

    def legs_of_round(self, season: str, stage: str, group: str | None, name: str) -> int | None:
        """Return how many legs the ties of a round have, None where no entry says it."""
        for rule in self.legs:
            if rule.scope.holds(season, stage, group) and _has_words(name, rule.round):
                return rule.legs
        return None

    def _first_that_holds(
        self,
        kind: str,
        rules_by_scope: Iterable[tuple[Scope, R]],
        season: str,
        stage: str,
        group: str | None,
    ) -> R:
        # `from = 2016, stage = "final"` stands before the rule of 2016 for every stage.
        for scope, rules in rules_by_scope:
            if scope.holds(season, stage, group):
                return rules
        raise NoRuleError(self.file, kind, season)


def read_rules(path: Path) -> RuleBook:
    """Read a file of rules.

    raises: DataFileError for an entry that lacks a value, has one of the wrong type, a tiebreaker
            or decider that does not exist, or ends before it begins
    """
    entries = read_entries(path, ("group", "tie", "legs"))
    groups = tuple((_read_scope(entry), _read_group(entry)) for entry in _of_kind(entries, "group"))
    ties = tuple((_read_scope(entry), _read_tie(entry)) for entry in _of_kind(entries, "tie"))
    legs = tuple(_read_legs(entry) for entry in _of_kind(entries, "legs"))
    return RuleBook(str(path), groups, ties, legs)


def _of_kind(entries: Iterable[Entry], kind: str) -> list[Entry]:
    return [entry for entry in entries if entry.kind == kind]


def _read_scope(entry: Entry) -> Scope:
    allowed = {"group": _GROUP_KEYS, "tie": _TIE_KEYS, "legs": _LEGS_KEYS}[entry.kind]
    entry.require_keys(("from", "to", "source"), allowed)
    first_year, last_year = entry.number("from"), entry.number("to")
    # `from = 2012, to = 2005` would hold in no season
    if not first_year <= last_year <= _LATEST_YEAR:
        entry.reject(
            "to", f"{first_year} to {last_year} is not a period: write years, the earlier first"
        )
    stage = entry.text("stage") if "stage" in entry.values else ""
    group = entry.text("group") if "group" in entry.values else ""
    return Scope(first_year, last_year, stage, group)


def _read_group(entry: Entry) -> Rules:
    entry.require_keys(("win", "draw", "tiebreakers"), _GROUP_KEYS)
    tiebreakers = entry.texts("tiebreakers", get_args(Tiebreaker))
    return Rules(
        win=entry.number("win"),
        draw=entry.number("draw"),
        tiebreakers=cast("tuple[Tiebreaker, ...]", tiebreakers),
        source=entry.text("source"),
        # Most rules give no point for a defeat and do not say how many go on.
        loss=entry.number("loss") if "loss" in entry.values else 0,
        advance=entry.number("advance") if "advance" in entry.values else None,
        awarded_goals=entry.number("awarded_goals") if "awarded_goals" in entry.values else 0,
    )


def _read_tie(entry: Entry) -> TieRules:
    entry.require_keys(("deciders",), _TIE_KEYS)
    deciders = entry.texts("deciders", get_args(Decider))
    return TieRules(cast("tuple[Decider, ...]", deciders), entry.text("source"))


def _read_legs(entry: Entry) -> LegsRule:
    entry.require_keys(("legs",), _LEGS_KEYS)
    if not 1 <= entry.number("legs") <= _MOST_LEGS:
        entry.reject("legs", "a tie has one leg or two")
    name = entry.text("round") if "round" in entry.values else ""
    return LegsRule(_read_scope(entry), name, entry.number("legs"))
