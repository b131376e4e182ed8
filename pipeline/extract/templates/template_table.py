"""Tables that are a template a row or a cell, from a header to a footer, read as one."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from mwparserfromhell.nodes import Heading, Template

from pipeline.extract.parsing.page import Atom, Page
from pipeline.extract.parsing.template_call import Call, call
from pipeline.facts import Fact, Section


@dataclass(frozen=True, slots=True)
class Run:
    """How such a table is read.

    name:  what its rows or cells are called in the account
    parts: squashed names of the calls that are its rows and cells
    ends:  squashed names of those that end it: footers, and the header of the next
    read:  yields each call that it reads, with its facts; what it does not yield is left to others
    """

    name: str
    parts: frozenset[str]
    ends: frozenset[str]
    read: Callable[[Sequence[Call]], Iterator[tuple[Call, list[Fact]]]]


def calls_of(run: Run, page: Page, header: Atom, section: Section) -> list[Call]:
    """Return the calls of the table: its header, its parts, and what ends it unless a heading."""
    calls: list[Call] = []
    for atom in page.atoms_in(header.start, len(page.text)):
        if isinstance(atom.node, Heading):
            break
        if isinstance(atom.node, Template):
            made = call(atom, atom.node, section)
            ends = bool(calls) and made.name in run.ends
            if not calls or ends or made.name in run.parts:
                calls.append(made)
            if ends:
                break
    return calls
