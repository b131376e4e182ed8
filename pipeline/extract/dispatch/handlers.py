"""What a registry says: who reads which construct."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pipeline.extract.parsing.blocks import InfoboxBlock
from pipeline.extract.parsing.page import Page
from pipeline.extract.parsing.template_call import Call
from pipeline.extract.tables.headered_table import Record, Sheet
from pipeline.extract.templates.template_table import Run
from pipeline.extract.text.match_line import DateLine
from pipeline.extract.text.prose import SentenceReader
from pipeline.facts import Fact, Section
from pipeline.lineage import Span

CallReader = Callable[[Call], list[Fact]]
RowReader = Callable[[Page, Sheet, Record, Section], list[Fact]]


@dataclass(frozen=True, slots=True)
class Handlers:
    """Who reads what; each value returns the facts, none if the construct states none.

    families: templates by the form of their squashed name
    runs:     headers of tables that are a template a row or a cell
    wrappers: templates that show wikitext, with the parameter that holds it
    tables:   who knows a table by its header, and who then reads each row
    """

    templates: Mapping[str, CallReader]
    families: Mapping[str, tuple[re.Pattern[str], CallReader]]
    runs: Mapping[str, Run]
    wrappers: Mapping[str, str]
    infoboxes: Mapping[str, Callable[..., list[Fact]]]  # (call, title=)
    plain_infobox: Callable[[Page, InfoboxBlock, Section], list[Fact]] | None
    tables: Mapping[str, tuple[Callable[[Sheet], bool], RowReader]]
    date_line: Callable[[Page, int, int], DateLine | None] | None
    match_line: Callable[[Page, Span, Section, DateLine], list[Fact]] | None
    sentences: Mapping[str, SentenceReader]
