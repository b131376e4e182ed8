"""What a registry says: who reads which construct."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.extract.parsing.blocks import InfoboxBlock
from pipeline.extract.parsing.page import Page
from pipeline.extract.parsing.template_call import Call
from pipeline.extract.tables.headered_table import HeaderedTable, Record
from pipeline.extract.templates.template_table import TemplateTable
from pipeline.extract.text.line_date import DateLine
from pipeline.extract.text.line_label import Above
from pipeline.extract.text.prose import SentenceReader
from pipeline.extract.text.round_line import RoundLine
from pipeline.facts import Fact, MatchFact, Section
from pipeline.lineage import Span

TemplateReader = Callable[[Call], list[Fact]]
InfoboxReader = Callable[..., list[Fact]]  # (call, title=): the title of the page names the season
PlainInfoboxReader = Callable[[Page, InfoboxBlock, Section], list[Fact]]
DateLineReader = Callable[[Page, int, int], DateLine | None]
RoundLineReader = Callable[[Page, int, int], RoundLine | None]
MatchLineReader = Callable[[Page, Span, Section, Above], list[MatchFact]]


class TemplateFamily(NamedTuple):
    """Templates known by the form of their squashed name, such as `round8` and `round16`."""

    name_form: re.Pattern[str]
    read: TemplateReader


class TableReader(NamedTuple):
    """Who knows a table, mostly by its header, and who then reads each row."""

    is_kind: Callable[[HeaderedTable], bool]
    read_row: Callable[[Page, HeaderedTable, Record, Section], list[Fact]]
    has_rows_without_fact: bool = False  # in a grid of results the last row may hold none


@dataclass(frozen=True, slots=True)
class Handlers:
    """Who reads what; each reader returns the facts, none if the construct states none.

    templates:         by name, in any spelling
    template_families: by what the account calls them
    template_tables:   by the name of the header
    infoboxes:         by name, in any spelling
    tables:            by what the account calls their rows; the first that knows a header reads
    headerless_tables: the same for tables whose columns have no names
    sentences:         by what the account calls them; the first that reads a sentence takes it
    """

    templates: Mapping[str, TemplateReader]
    template_families: Mapping[str, TemplateFamily]
    template_tables: Mapping[str, TemplateTable]
    infoboxes: Mapping[str, InfoboxReader]
    plain_infobox: PlainInfoboxReader
    tables: Mapping[str, TableReader]
    headerless_tables: Mapping[str, TableReader]
    date_line: DateLineReader
    round_line: RoundLineReader
    match_line: MatchLineReader
    sentences: Mapping[str, SentenceReader]
