"""The scores that a fact states, each as a pair of numbers in either order.

A page prints the second leg from its own home team's side and a cross table from the row's, so the
order says nothing to the witness. Names count for nothing: a club called `Alfa 2–1` is misread.
"""

from collections.abc import Iterable, Iterator

from pipeline.extract.witness.written_scores import find_scores
from pipeline.facts import (
    BracketFact,
    EntryFact,
    Fact,
    MatchFact,
    SeasonFact,
    StandingFact,
    StatementFact,
    TieFact,
)

Pair = tuple[int, int]  # the smaller number first


def make_pair(first: int, second: int) -> Pair:
    """Return the two numbers of a score, the smaller one first."""
    return (first, second) if first <= second else (second, first)


def find_stated_pairs(fact: Fact) -> set[Pair]:
    """Return the scores that the fact has, in numbers or in a text."""
    pairs = set(_pairs_of_numbers(fact))
    for text in _texts(fact):
        if text:
            pairs.update(make_pair(score.first, score.second) for score in find_scores(text))
    return pairs


def _pairs_of_numbers(fact: Fact) -> Iterator[Pair]:
    match fact:
        case MatchFact():
            yield from _pair_if_known(fact.home_goals, fact.away_goals)
            yield from _pair_if_known(fact.home_penalties, fact.away_penalties)
        case TieFact():
            yield from _pair_if_known(fact.penalties1, fact.penalties2)
        case StandingFact():
            yield from _pair_if_known(fact.goals_for, fact.goals_against)


def _pair_if_known(first: int | None, second: int | None) -> Iterator[Pair]:
    if first is not None and second is not None:
        yield make_pair(first, second)


def _texts(fact: Fact) -> Iterable[str | None]:
    texts: Iterable[str | None] = ()
    match fact:
        case MatchFact():
            texts = (fact.score_text,)
        case TieFact():
            texts = (fact.aggregate_text, *fact.legs)
        case BracketFact():
            texts = fact.scores
        case StandingFact():
            texts = (fact.qualification,)
        case EntryFact():
            texts = fact.columns.values()
        case SeasonFact():
            texts = fact.stated.values()
        case StatementFact():
            texts = (fact.text,)
    return texts
