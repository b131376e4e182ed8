"""A template call on the page: to who reads it, or passed over by name, or reported."""

from pipeline.extract.dispatch import ignored_templates, unknown_templates, unread_values
from pipeline.extract.dispatch.context import ExtractionContext
from pipeline.extract.dispatch.handlers import TemplateReader
from pipeline.extract.dispatch.shown_wikitext import read_shown_wikitext, shows_wikitext
from pipeline.extract.parsing import inline
from pipeline.extract.parsing.nodes import HtmlTable, Node, Template
from pipeline.extract.parsing.template_call import call, squash
from pipeline.extract.templates.template_table import TemplateTable, collect_calls
from pipeline.facts import UnrecognisedFact
from pipeline.lineage import Span


def is_block(atom: Node) -> bool:
    """Whether the atom stands for itself, and does not only dress a word as `{{nowrap|A}}` does."""
    if isinstance(atom, Template):
        return not inline.is_known(atom)
    return isinstance(atom, HtmlTable)


def squash_name(template: Template) -> str:
    """Return the template's name without what spellings differ in."""
    return squash(inline.name_of(template))


def read_block(context: ExtractionContext, atom: Node) -> None:
    """Read the template or HTML table, unless it was read ahead; claim it in any case."""
    # `{{Fb r}}` was read as a cell of the table that `{{Fb r header}}` begins
    if atom.start in context.starts_of_calls_read:
        return
    if not isinstance(atom, Template):
        context.add_unrecognised(Span(atom.start, atom.end), "table", "a table in HTML")
        return
    name = squash_name(atom)
    reader = context.find_reader(name)
    # `{{Football box|…}}`
    if reader is not None:
        registered_name, read = reader
        first = len(context.facts)
        _read_call(context, atom, registered_name, read)
        context.give_labels_above(first)
    # `{{Fb r header|…}}`
    elif name in context.template_tables:
        first = len(context.facts)
        _read_template_table(context, atom, context.template_tables[name])
        context.give_labels_above(first)
    # `{{stack|…}}`
    elif shows_wikitext(context, atom, name):
        read_shown_wikitext(context, atom, name)
    elif unknown_templates.is_unknown(context, name):
        unknown_templates.report_on_page(context, Span(atom.start, atom.end), atom)
    # `{{reflist}}`
    else:
        _pass_over(context, atom, name)


def _read_call(
    context: ExtractionContext,
    template: Template,
    registered_name: str,
    read: TemplateReader,
) -> None:
    """Read the call; a call that states no fact is unrecognised.

    A reader returns an unrecognised fact for a part that it cannot read beside what it reads.
    """
    span = Span(template.start, template.end)
    template_call = call(template, context.section)
    facts = read(template_call)
    unknown_templates.report_in_values(context, span, template_call.strangers)
    stated_facts = [fact for fact in facts if not isinstance(fact, UnrecognisedFact)]
    if not stated_facts:
        context.add_unrecognised(span, "template", registered_name)
        return
    context.add_facts(span, registered_name, stated_facts)
    unread_values.report_in_call(context, template_call)
    # `{{#invoke:Sports table|main|style=Volleyball|match_A_B=3–1|…}}`: the match, not the style
    for fact in facts:
        if isinstance(fact, UnrecognisedFact):
            context.add_unrecognised(fact.span, fact.kind, fact.name)


def _read_template_table(
    context: ExtractionContext, header: Template, table: TemplateTable
) -> None:
    """Read a table that is a template a row or a cell, whole; its calls count as read."""
    context.in_template_table = True
    calls = collect_calls(table, context.page, header, context.section)
    for template_call, facts in table.read(calls):
        if facts:
            context.add_facts(template_call.span, table.name, facts)
        else:
            context.claim_context(template_call.span, f"{table.name}: no fact")
        unknown_templates.report_in_values(context, template_call.span, template_call.strangers)
        unread_values.report_in_call(context, template_call)
        context.starts_of_calls_read.add(template_call.span.start)


def _pass_over(context: ExtractionContext, template: Template, name: str) -> None:
    """Claim a template that nobody reads, as its rule in `ignored_templates` says."""
    span = Span(template.start, template.end)
    reason = f"template: {inline.name_of(template)}"
    match ignored_templates.find_rule(name):
        case "part of a table":
            # between `{{Fb cl header}}` and `{{Fb cl footer}}` a line may be a row of its own
            context.in_template_table = name not in ignored_templates.TABLE_CLOSERS
            context.claim_context(span, reason)
        case "name":
            context.claim_ignored(span, reason)
        case "navigation":
            context.claim_ignored(span, "template: navigation")
