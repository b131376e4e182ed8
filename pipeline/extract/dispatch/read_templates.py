"""A template call on the page: to who reads it, or passed over by name, or reported."""

from mwparserfromhell.nodes import Template

from pipeline.account import Claim
from pipeline.extract.dispatch import ignored_templates
from pipeline.extract.dispatch.context import Reading
from pipeline.extract.dispatch.handlers import CallReader
from pipeline.extract.parsing import inline
from pipeline.extract.parsing import page as pages
from pipeline.extract.parsing.page import Atom, is_html_table
from pipeline.extract.parsing.template_call import call, squash
from pipeline.extract.templates.template_table import Run, calls_of
from pipeline.lineage import Span


def is_block(atom: Atom) -> bool:
    """Whether the atom stands for itself, and does not only dress a word."""
    template = isinstance(atom.node, Template) and not inline.is_known(atom.node)
    return template or is_html_table(atom.node)


def squashed(template: Template) -> str:
    """Return the template's name without what spellings differ in."""
    return squash(inline.name_of(template))


def call_at(reading: Reading, atom: Atom) -> None:
    """Read the call, unless it was read ahead as the cell of a table; claim it in any case."""
    template = atom.node
    if atom.start in reading.read_ahead:
        return
    if not isinstance(template, Template):
        span = Span(atom.start, atom.end)
        reading.state(span, "html", [], missed=("table", "a table in HTML"))
        return
    name = squashed(template)
    if found := reading.reader_of(name):
        _read_known(reading, atom, template, *found)
    elif name in reading.wrappers and not reading.too_deep:
        _read_wrapped(reading, atom, template, name)
    else:
        if name in reading.runs:
            _read_run(reading, atom, reading.runs[name])
        if atom.start not in reading.read_ahead:
            _pass_over(reading, atom, template, name)


def _read_known(
    reading: Reading, atom: Atom, template: Template, called: str, reader: CallReader
) -> None:
    """Read the call; templates in its values whose text we do not know are reported."""
    span = Span(atom.start, atom.end)
    made = call(atom, template, reading.section)
    facts = reader(made)
    _report_strangers(reading, span, made.strangers)
    reading.state(span, called, facts, missed=("template", called))


def _read_run(reading: Reading, header: Atom, run: Run) -> None:
    """Read a table that is a template a row or a cell, whole; what it took is read ahead."""
    reading.in_template_table = True
    for called, facts in run.read(calls_of(run, reading.page, header, reading.section)):
        if facts:
            reading.state(called.span, run.name, facts, missed=("template", run.name))
        else:
            reading.context(called.span, f"{run.name}: no fact")
        reading.read_ahead.add(called.span.start)


def _read_wrapped(reading: Reading, atom: Atom, template: Template, name: str) -> None:
    """Read the wikitext that the template shows."""
    around = reading.page
    reading.page, shown = pages.inside(around, atom, template, reading.wrappers[name])
    with reading.inside():
        reading.region(reading, shown.start, shown.end)
    reading.page = around
    reading.context(Span(atom.start, atom.end), "section")


def _pass_over(reading: Reading, atom: Atom, template: Template, name: str) -> None:
    """Pass over what the lists in `ignored` name; report any other."""
    span, written = Span(atom.start, atom.end), inline.name_of(template)
    if name in ignored_templates.OPENERS | ignored_templates.CLOSERS | ignored_templates.ROW_NOTES:
        reading.in_template_table = name not in ignored_templates.CLOSERS
        reading.context(span, f"template: {written}")
    elif name in ignored_templates.TEMPLATES:
        reading.ignore(span, f"template: {written}")
    elif ignored_templates.NAMES.match(name):
        reading.ignore(span, "template: navigation")
    elif name.startswith(ignored_templates.TRANSCLUDES):
        reading.claims.append(Claim(span, "quarantined", "transclusion not followed"))
    else:
        reading.state(span, name, [], missed=("template", written))


def _report_strangers(reading: Reading, span: Span, strangers: list[Template]) -> None:
    """Report the templates inside a value whose text we do not know, each once."""
    text, cursor = reading.page.text, span.start
    for written, stranger in {str(template): template for template in strangers}.items():
        at = text.find(written, cursor, span.end)
        at = at if at >= 0 else text.index(written, span.start, span.end)
        cursor = at + len(written)
        name = f"{inline.name_of(stranger)}, inside a value"
        reading.state(Span(at, cursor), "value", [], missed=("template", name))
