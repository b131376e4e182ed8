"""Facts -> Season: what the page means, with every fact accounted for."""

from collections.abc import Sequence

from pipeline.domain.names import fold
from pipeline.facts import Fact, SeasonFact
from pipeline.normalise.clubs.name_resolutions import Naming, namings
from pipeline.normalise.corrections import Corrected, Rule, correct, corrections
from pipeline.normalise.gaps import all_gaps, known_gaps
from pipeline.normalise.season import Normalised, normalise
from pipeline.reference.departments import departments
from pipeline.reference.editions import editions
from pipeline.values.season_labels import season_label

__all__ = [
    "Corrected",
    "Naming",
    "Normalised",
    "Rule",
    "all_gaps",
    "correct",
    "corrections",
    "departments",
    "editions",
    "is_season_page",
    "known_gaps",
    "namings",
    "normalise",
]


def is_season_page(facts: Sequence[Fact]) -> bool:
    """Whether the page has one season fact, and it is of the Copa Perú, with a label."""
    seasons = [fact for fact in facts if isinstance(fact, SeasonFact)]
    return (
        len(seasons) == 1
        and "copa peru" in fold(seasons[0].competition or "")
        and season_label(seasons[0].season or "") is not None
    )
