"""What an unknown template is, and how it is reported.

On the page a template is unknown if nobody reads it (`Handlers`, by name, family or table) and no
rule ignores it by name (`ignored_templates`). Inside a value, such as a team's name, it is unknown
if nobody knows what the reader sees of it (`parsing.inline`); whoever quotes a value collects
those in `Call.strangers`.

Each is reported: an `UnrecognisedFact` of kind `template`, and a finding `unrecognised-construct`.
To make a template known, add a reader to the registry, or its name to `ignored_templates`.
"""

from collections.abc import Sequence

from pipeline.extract.dispatch import ignored_templates
from pipeline.extract.dispatch.context import ExtractionContext
from pipeline.extract.parsing import inline
from pipeline.extract.parsing.nodes import Template
from pipeline.lineage import Span


def is_unknown(context: ExtractionContext, name: str) -> bool:
    """Whether a template on the page, by its squashed name, is neither read nor ignored."""
    return not context.can_read(name) and ignored_templates.find_rule(name) is None


def report_on_page(context: ExtractionContext, span: Span, template: Template) -> None:
    """Report a template that is neither read nor ignored."""
    context.add_unrecognised(span, "template", inline.name_of(template))


def report_in_values(
    context: ExtractionContext, call_span: Span, unknown_templates: Sequence[Template]
) -> None:
    """Report the templates inside the values of a call whose text we do not know.

    The same wikitext in several values of the call is reported once.
    """
    text = context.page.text
    template_by_wikitext = {str(template): template for template in unknown_templates}
    search_from = call_span.start
    for wikitext, template in template_by_wikitext.items():
        start = text.find(wikitext, search_from, call_span.end)
        # the values are quoted in the order of the reader, which may not be that of the page
        if start < 0:
            start = text.index(wikitext, call_span.start, call_span.end)
        span = Span(start, start + len(wikitext))
        search_from = span.end
        name = f"{inline.name_of(template)}, inside a value"
        context.add_unrecognised(span, "template", name)
