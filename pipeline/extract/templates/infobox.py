"""The infobox of a season, in its English and Spanish variants and in the plain rendering."""

from collections.abc import Mapping

from pipeline.extract.parsing.blocks import InfoboxBlock
from pipeline.extract.parsing.page import Page
from pipeline.extract.parsing.template_call import Call
from pipeline.facts import Fact, SeasonFact, Section
from pipeline.lineage import Span
from pipeline.values.season_labels import season_label

_COMPETITION = ("competition", "tourney_name", "title", "nombre", "título", "torneo")
_SEASON = ("season", "year", "temporada", "año")
_WINNERS = ("winners", "winner", "champions", "champion", "campeón", "primero")
_PREVIOUS = ("prevseason", "prev_season", "previous", "anterior")
_NEXT = ("nextseason", "next_season", "next", "siguiente")
_READ = {*_COMPETITION, *_SEASON, *_WINNERS, *_PREVIOUS, *_NEXT}


def season(call: Call, title: str) -> list[Fact]:
    """Return what the infobox template states."""
    stated = {name: text for name in call.parameters if (text := call.text(name))}
    return [_fact(stated, title, call.section, call.span)]


def plain_season(page: Page, block: InfoboxBlock, section: Section) -> list[Fact]:
    """Return what the plain rendering's infobox states; its keys are the template's parameters."""
    stated = {}
    for line in block.pairs:
        key, _, value = page.visible(line.start, line.end).lstrip("-*–• ").partition(":")
        if value.strip():
            stated[key.strip().lower()] = value.strip()
    return [_fact(stated, page.revision.title, section, Span(block.start, block.end))]


def _fact(stated: Mapping[str, str], title: str, section: Section, span: Span) -> SeasonFact:
    def first(names: tuple[str, ...]) -> str | None:
        return next((stated[name] for name in names if name in stated), None)

    competition = first(_COMPETITION)
    return SeasonFact(
        section=section,
        span=span,
        competition=competition,
        season=_label(first(_SEASON), competition, title),
        winners=first(_WINNERS),
        previous=first(_PREVIOUS),
        next=first(_NEXT),
        stated={name: text for name, text in stated.items() if name not in _READ},
    )


def _label(*texts: str | None) -> str | None:
    """Return the first text's label that names a year."""
    return next((label for text in texts if (label := season_label(text or ""))), None)
