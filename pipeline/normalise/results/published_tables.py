"""The tables that a page publishes, each row kept as published."""

from collections.abc import Iterable

from pipeline.domain.season import Standing
from pipeline.facts import Fact, StandingFact, facts_of_kind
from pipeline.normalise.clubs.mentions import Mention
from pipeline.normalise.context import NormaliseContext


def build_standings(context: NormaliseContext, facts: Iterable[Fact]) -> tuple[Standing, ...]:
    """Return the rows of all published tables, in page order."""
    standing_facts = facts_of_kind(StandingFact, facts)
    return tuple(_build_standing(context, fact) for fact in standing_facts)


def _build_standing(context: NormaliseContext, fact: StandingFact) -> Standing:
    mention = Mention(fact.team, fact.team_link, fact.section, in_table=True)
    club = context.resolve_club(mention, fact.span)
    table_place = context.place_of_clubs(context.place(fact.section), {club})
    return Standing(
        key=context.make_key(table_place.stage, table_place.group, "published", fact.team),
        stage=table_place.stage,
        group=table_place.group,
        position=fact.position,
        club=club,
        printed=fact.team,
        played=fact.played,
        won=fact.won,
        drawn=fact.drawn,
        lost=fact.lost,
        goals_for=fact.goals_for,
        goals_against=fact.goals_against,
        goal_difference=fact.goal_difference,
        points=fact.points,
        adjustment=fact.adjustment,
        qualification=fact.qualification,
        span=fact.span,
    )
