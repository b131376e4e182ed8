"""The infobox of a season, in its English and Spanish variants and in the plain rendering."""

from collections.abc import Mapping

from pipeline.extract.parsing.blocks import InfoboxBlock
from pipeline.extract.parsing.page import Page
from pipeline.extract.parsing.template_call import Call
from pipeline.facts import Fact, SeasonFact, Section
from pipeline.lineage import Span
from pipeline.values.season_labels import season_label

# parameters of one meaning, English and Spanish; the first that is filled is taken
_COMPETITION = ("competition", "tourney_name", "title", "nombre", "título", "torneo")
_SEASON = ("season", "year", "temporada", "año")
_WINNERS = ("winners", "winner", "champions", "champion", "campeón", "primero")
_PREVIOUS = ("prevseason", "prev_season", "previous", "anterior")
_NEXT = ("nextseason", "next_season", "next", "siguiente")
_READ = {*_COMPETITION, *_SEASON, *_WINNERS, *_PREVIOUS, *_NEXT}
_MARKS_OF_A_LIST = "-*–• "


def read_season(call: Call, title: str) -> list[Fact]:
    """Return what the infobox template states."""
    stated = {}
    for name in call.parameters:
        text = call.text(name)
        if text is not None:
            stated[name] = text
    return [_build_season(stated, title, call.section, call.span)]


def read_plain_season(page: Page, block: InfoboxBlock, section: Section) -> list[Fact]:
    """Return what the plain rendering's infobox states; its keys are the template's parameters."""
    stated = {}
    for line in block.pairs:
        # `- Season: 1997`
        pair = page.visible(line.start, line.end).lstrip(_MARKS_OF_A_LIST)
        key, _, value = pair.partition(":")
        value = value.strip()
        if value:
            stated[key.strip().lower()] = value
    span = Span(block.start, block.end)
    return [_build_season(stated, page.revision.title, section, span)]


def _build_season(
    stated: Mapping[str, str], title: str, section: Section, span: Span
) -> SeasonFact:
    # an infobox without `|season=` may have `|title=1997 Copa Perú`; else the page's title says it
    competition = _first_stated(stated, _COMPETITION)
    season_text = _first_stated(stated, _SEASON)
    return SeasonFact(
        section=section,
        span=span,
        competition=competition,
        season=_find_season_label(season_text, competition, title),
        winners=_first_stated(stated, _WINNERS),
        previous=_first_stated(stated, _PREVIOUS),
        next=_first_stated(stated, _NEXT),
        stated={name: text for name, text in stated.items() if name not in _READ},
    )


def _first_stated(stated: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    return next(filter(None, map(stated.get, names)), None)


def _find_season_label(*texts: str | None) -> str | None:
    """Return the label in the first text that names a year: `1997` of `Copa Perú 1997`."""
    labels = [season_label(text or "") for text in texts]
    return next(filter(None, labels), None)
