"""The places of brackets: witnesses of ties that the page tells elsewhere."""

from collections.abc import Iterable

from pipeline.domain.match import Club
from pipeline.domain.season import Bracket
from pipeline.facts import BracketFact, Fact, facts_of_kind
from pipeline.normalise.clubs.mentions import Mention
from pipeline.normalise.context import NormaliseContext


def build_brackets(context: NormaliseContext, facts: Iterable[Fact]) -> tuple[Bracket, ...]:
    """Return the places of brackets whose two clubs are known; the others make no finding."""
    brackets: list[Bracket] = []
    for fact in facts_of_kind(BracketFact, facts):
        if not fact.team1 or not fact.team2:
            continue
        club1 = context.clubs.resolve(Mention(fact.team1, None, fact.section))
        club2 = context.clubs.resolve(Mention(fact.team2, None, fact.section))
        if isinstance(club1, Club) and isinstance(club2, Club) and club1 != club2:
            brackets.append(Bracket(fact.round, club1, club2, fact.scores, fact.span))
    return tuple(brackets)
