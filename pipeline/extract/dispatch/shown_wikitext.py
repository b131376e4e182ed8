"""Templates that show wikitext of the page: `{{Desplegable|título=Grupo A|contenido=…}}`.

A wrapper that `ignored_templates` names shows its places 1, 2, …; any other call is looked into
if one of its values holds what stands on lines of its own: a table, a call that we read, matches.
"""

import re

from pipeline.extract.dispatch.context import ExtractionContext
from pipeline.extract.parsing import inline
from pipeline.extract.parsing import page as pages
from pipeline.extract.parsing.nodes import Parameter, Template
from pipeline.extract.parsing.template_call import squash
from pipeline.lineage import Span

# `|título=Grupo A|contenido=…`: stands above what the call shows
_TITLES = frozenset({"title", "título", "titulo", "header", "encabezado", "head", "cabecera"})
_CONTENTS = frozenset({"text", "texto", "content", "contenido", "body"})
# what stands in them is told elsewhere, or is no result: `|biggest home win=`, links of a navbox
_NEVER_LOOKED_INTO = re.compile(
    r"infobox|ficha|navbox|navegaci|navedesp|cite|cita|goalscorers|succession|sucesi"
)
_DIGIT = re.compile(r"\d")
# `{{Columnas|2|…}}`, `{{columns-list|30em|…}}`, `{{#invoke:transcludable section|main|…}}`
_OPTION = re.compile(r"\d*(?:em|px|%)?|main")


def shows_wikitext(context: ExtractionContext, template: Template, name: str) -> bool:
    """Whether the template, by its squashed name, shows blocks that are to be read."""
    if context.can_look_into(name):
        return True
    if context.is_too_deep or _NEVER_LOOKED_INTO.search(name):
        return False
    return any(_holds_blocks(context, template, value) for value in template.parameters)


def read_shown_wikitext(context: ExtractionContext, template: Template, name: str) -> None:
    """Read the values that the template shows, in page order; a title in front names them."""
    is_wrapper = context.can_look_into(name)
    outer_above = context.above
    for value in template.parameters:
        is_contents = value.name.isdigit() or value.name.lower() in _CONTENTS
        is_shown = is_wrapper and is_contents and not _OPTION.fullmatch(str(value).strip())
        is_title = value.name.lower() in _TITLES
        if is_shown or is_title or _holds_blocks(context, template, value):
            _read_value(context, template, value)
    # a round that stands inside ends with the template
    context.above = outer_above
    context.claim_context(Span(template.start, template.end), "section")


def _read_value(context: ExtractionContext, template: Template, value: Parameter) -> None:
    outer_page = context.page
    context.page, shown = pages.inside(outer_page, template, value.name)
    with context.one_level_deeper():
        context.read_region(context, shown.start, shown.end)
    context.page = outer_page


def _holds_blocks(context: ExtractionContext, template: Template, value: Parameter) -> bool:
    """Whether the value holds a table, a call that we read, or lines of which one is a match."""
    for node in value.nodes:
        if isinstance(node, Template) and context.can_read(squash(inline.name_of(node))):
            return True
    text = str(value)
    if "\n" not in text or not _DIGIT.search(text):
        return False
    if "{|" in text or "{{(!" in text:
        return True
    page, shown = pages.inside(context.page, template, value.name)
    read_match = context.handlers.match_line
    for line in page.lines(shown.start, shown.end):
        if read_match(page, Span(line.start, line.end), context.section, context.above):
            return True
    return False
