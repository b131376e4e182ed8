"""Tables that are a template a row or a cell, from a header to a footer, read as one."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.extract.parsing.nodes import Heading, Template
from pipeline.extract.parsing.page import Page
from pipeline.extract.parsing.template_call import Call, call
from pipeline.facts import Fact, Section


@dataclass(frozen=True, slots=True)
class TemplateTable:
    """How such a table is read.

    name:  what its rows or cells are called in the account
    parts: squashed names of the calls that are its rows and cells
    ends:  squashed names of those that end it: footers, and the header of the next
    read:  yields the header and each call that it reads, with its facts; what it does not yield is
           left to others
    """

    name: str
    parts: frozenset[str]
    ends: frozenset[str]
    read: Callable[[Sequence[Call]], Iterator[tuple[Call, list[Fact]]]]


def collect_calls(
    table: TemplateTable, page: Page, header: Template, section: Section
) -> list[Call]:
    """Return the calls of the table: its header, its parts, and what ends it unless a heading."""
    calls: list[Call] = []
    for atom in page.atoms_in(header.start, len(page.text)):
        if isinstance(atom, Heading):
            break
        if not isinstance(atom, Template):
            continue
        template_call = call(atom, section)
        # The header may have the name of what ends the table: `{{Fb r header}}` ends the one above.
        is_header = not calls
        is_end = not is_header and template_call.name in table.ends
        if is_header or is_end or template_call.name in table.parts:
            calls.append(template_call)
        if is_end:
            break
    return calls
