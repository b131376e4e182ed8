"""Facts -> Season: what the page means, with every fact accounted for."""

from collections.abc import Sequence

from pipeline.domain.keys import fold
from pipeline.facts import Fact, SeasonFact
from pipeline.normalise.clubs.name_resolutions import NameResolution, resolve_names
from pipeline.normalise.corrections import Corrected, correct
from pipeline.normalise.gaps import all_gaps
from pipeline.normalise.results.listed_champions import resolve_editions
from pipeline.normalise.season import Normalised, normalise
from pipeline.values.season_labels import season_label

__all__ = [
    "Corrected",
    "NameResolution",
    "Normalised",
    "all_gaps",
    "correct",
    "is_season_page",
    "normalise",
    "resolve_editions",
    "resolve_names",
]


def is_season_page(facts: Sequence[Fact]) -> bool:
    """Whether the page has one season fact, and it is of the Copa Perú, with a label."""
    season_facts = [fact for fact in facts if isinstance(fact, SeasonFact)]
    # a page about several cups has several infoboxes; none of them is the season's own
    if len(season_facts) != 1:
        return False
    infobox = season_facts[0]
    is_copa_peru = "copa peru" in fold(infobox.competition or "")
    return is_copa_peru and season_label(infobox.season or "") is not None
