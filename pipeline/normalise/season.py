"""A season put together from the facts of its page; `normalise` lists the steps in order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.domain.correction import Correction
from pipeline.domain.season import Season, Stage
from pipeline.facts import (
    EntryFact,
    Fact,
    MatchFact,
    RegionFact,
    SeasonFact,
    StandingFact,
    StatementFact,
    TieFact,
    facts_of_kind,
)
from pipeline.findings import Finding
from pipeline.lineage import Revision, Span
from pipeline.normalise.club_findings import describe_page_clubs
from pipeline.normalise.clubs.page_resolver import resolve_page
from pipeline.normalise.context import NormaliseContext
from pipeline.normalise.corrections import build_corrections, unused_corrections
from pipeline.normalise.participants import build_entries, build_region_members
from pipeline.normalise.results.brackets import build_brackets
from pipeline.normalise.results.champions import Results, club_named, find_champions
from pipeline.normalise.results.groups import build_groups
from pipeline.normalise.results.listed_champions import find_listed
from pipeline.normalise.results.matches import build_matches
from pipeline.normalise.results.published_tables import build_standings
from pipeline.normalise.results.round_groups import find_round_groups
from pipeline.normalise.results.ties import build_ties, decide_final_by_infobox, number_legs
from pipeline.normalise.stages import settle_sections
from pipeline.normalise.truncate_names import truncate_names
from pipeline.reference import CorrectionRule, Reference
from pipeline.values.season_labels import season_label


@dataclass(frozen=True, slots=True)
class Normalised:
    """A season, what could not be understood of it, and the facts that became no row.

    unloaded_facts: position of the fact on the page -> the reason
    """

    season: Season
    findings: tuple[Finding, ...]
    unloaded_facts: dict[int, str]


def normalise(
    revision: Revision,
    facts: Sequence[Fact],
    reference: Reference,
    correction_places: Sequence[tuple[CorrectionRule, Span | None]] = (),
) -> Normalised:
    """Return the season that the facts of its page mean.

    facts:             of a page for which `is_season_page` holds
    correction_places: the corrections of the page, each with its span if it applied
    raises:            ValueError if they have no season fact with a label
    """
    infobox, label = _find_season_fact(facts, revision.title)
    facts, context = _resolve_clubs(revision.title, label, facts, reference)

    # the order of these steps is that of their findings, and of the numbers in equal keys
    corrections = _build_corrections(context, correction_places)
    context.round_groups = find_round_groups(context, facts)
    entries = build_entries(context, facts)
    season_matches = build_matches(context, facts)
    standings = build_standings(context, facts)
    stages = _build_stages(context, facts)
    groups = build_groups(label, season_matches.rows, standings, reference.rules)
    stated_ties = build_ties(context, facts, season_matches, groups)
    regions = build_region_members(context, facts)
    brackets = build_brackets(context, facts)
    context.findings += describe_page_clubs(context, facts)
    ties = decide_final_by_infobox(stated_ties, club_named(context, infobox.winners))
    champions = find_champions(context, Results(stages, groups, ties, entries), infobox)
    listed = find_listed(context, champions, infobox)
    statements = _statements_by_kind(facts)

    season = Season(
        label=label,
        competition=infobox.competition or "",
        champion_stated=infobox.winners,
        champion=champions.champion,
        runner_up=champions.runner_up,
        promoted_to=_stated_value(statements, "promoted_to"),
        previous=infobox.previous,
        next=infobox.next,
        departments_stated=_stated_number(statements, "departments"),
        stages=stages,
        entries=entries,
        regions=regions,
        matches=number_legs(season_matches.rows, ties),
        standings=standings,
        groups=groups,
        ties=ties,
        span=infobox.span,
        statement_spans={kind: statement.span for kind, statement in statements.items()},
        edition=reference.editions.get(label),
        corrections=corrections,
        champion_named=champions.named_champion,
        champion_listed=listed.champion,
        runner_up_listed=listed.runner_up,
        stated=infobox.stated,
        brackets=brackets,
    )
    return Normalised(season, tuple(context.findings), context.unloaded_facts)


def _resolve_clubs(
    title: str, label: str, facts: Sequence[Fact], reference: Reference
) -> tuple[Sequence[Fact], NormaliseContext]:
    """Return the facts in their stages with names of usual length, and who is meant by each."""
    facts, findings = truncate_names(settle_sections(facts, title), title, label)
    clubs = resolve_page(label, facts, reference.clubs, reference.departments)
    return facts, NormaliseContext(title, label, clubs, reference, findings)


def _build_corrections(
    context: NormaliseContext, places: Sequence[tuple[CorrectionRule, Span | None]]
) -> tuple[Correction, ...]:
    """Return the corrections of the page, with a finding for each that did not apply."""
    corrections = build_corrections(places, context.season)
    path = context.reference.path_of("corrections.toml")
    context.findings += unused_corrections(corrections, path)
    return corrections


def _find_season_fact(facts: Iterable[Fact], page_title: str) -> tuple[SeasonFact, str]:
    """Return the infobox of the page and the label of the season that it states."""
    for fact in facts_of_kind(SeasonFact, facts)[:1]:
        label = season_label(fact.season or "")
        if label is not None:
            return fact, label
    message = f"{page_title} states no season: ask is_season_page before normalise"
    raise ValueError(message)


def _build_stages(context: NormaliseContext, facts: Iterable[Fact]) -> tuple[Stage, ...]:
    """Return the stages in page order: the outermost headings that have rows below them."""
    facts_with_rows = (EntryFact, RegionFact, MatchFact, TieFact, StandingFact)
    stage_names = [
        context.place(fact.section).stage for fact in facts if isinstance(fact, facts_with_rows)
    ]
    stages: list[Stage] = []
    for position, name in enumerate(dict.fromkeys(stage_names), 1):
        kind = context.reference.stage_kinds.kind_of(name, context.season)
        stages.append(Stage(context.make_key(name), name, position, kind))
    return tuple(stages)


def _statements_by_kind(facts: Iterable[Fact]) -> dict[str, StatementFact]:
    """Return what sentences of the lead say; of two sentences of one kind the last."""
    # "Play began in all 24 departments", "The champion was promoted to 1998 Torneo Descentralizado"
    return {fact.kind: fact for fact in facts_of_kind(StatementFact, facts)}


def _stated_value(statements: dict[str, StatementFact], kind: str) -> str | None:
    return statements[kind].value if kind in statements else None


def _stated_number(statements: dict[str, StatementFact], kind: str) -> int | None:
    value = _stated_value(statements, kind)
    return int(value) if value else None
