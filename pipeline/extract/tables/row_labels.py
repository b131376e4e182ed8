"""Which labels stand above each row of a table: its caption, its titles, headings between rows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.domain.keys import fold
from pipeline.extract.parsing.grid import Cell, Row, Table
from pipeline.extract.parsing.page import Page
from pipeline.extract.parsing.template_call import BLANK, Quote
from pipeline.extract.tables.labels import Label, join_group, names_group, parse_label
from pipeline.extract.text.rest import is_rest

_RANK_OF_GROUP = 2  # of `Grupo A`; a region or a zone, which have finals of their own, is larger
# `Final` below `Grupo A` and `Grupo B` is of neither; `Fecha 2` below `Grupo B` is of it
_ABOVE_GROUPS = re.compile(
    r"final|cuartos|octavos|avos\b|puesto|third|play-?off|promocion|repechaje|desempate|definicion"
)
_MATCHDAY = re.compile(r"\b(?:fecha|jornada|matchday|match day|round \d|semana|week)\b")
# `Grupo A`, `Región IV`, `Fecha 3`
_NUMBERED = re.compile(r".*\b(?:[A-Z]|[IVX]+|\d{1,2})")


@dataclass(frozen=True, slots=True)
class LabelsAbove:
    """What the labels above a row say, and whether the row is a label itself.

    group_parts: pairs of rank and text, the larger first
    date:        its text is the day or days of the last label that has any
    """

    group_parts: tuple[tuple[int, str], ...] = ()
    round: str | None = None
    leg: int | None = None
    date: Quote = BLANK
    is_label: bool = False

    @property
    def group(self) -> str | None:
        """The group as one text: `Región I – Grupo B`."""
        return join_group(self.group_parts)


NO_LABELS = LabelsAbove()


def read_row_labels(page: Page, wikitable: Table, header_count: int) -> list[LabelsAbove]:
    """Return, for each row, what the labels above it and in it say.

    header_count: labels in the rows of the header are of the whole table, as the caption is
    """
    labels = _Labels()
    for caption in wikitable.captions:
        is_above = not wikitable.rows or caption.start < wikitable.rows[0].start
        if is_above:
            labels.add(_Stated(_quote_text(page, caption.start, caption.end), ends_round=False))
    labels_above: list[LabelsAbove] = []
    for number, row in enumerate(wikitable.rows):
        if number == header_count:
            labels.begin_rows()
        is_label = False
        for stated in _find_labels(page, row, wikitable.grid[number], number < header_count):
            labels.add(stated)
            is_label = is_label or not parse_label(stated.quote.text).is_blank
        labels_above.append(replace(labels.above, is_label=True) if is_label else labels.above)
    return labels_above


@dataclass(frozen=True, slots=True)
class _Stated:
    """A text that may be a label; one that runs across the table ends what stands above it."""

    quote: Quote
    ends_round: bool


class _Labels:
    """The labels down to the present row."""

    def __init__(self) -> None:
        self.above = LabelsAbove()
        self._of_table: LabelsAbove | None = None
        self._groups_hold_rounds: bool | None = None

    def begin_rows(self) -> None:
        """Keep what the caption and the titles above the header say: it is of every row."""
        self._of_table = self.above

    def add(self, stated: _Stated) -> None:
        """Take in one more label."""
        label = parse_label(stated.quote.text)
        if label.group:
            self._add_group(label)
        if label.round or label.leg:
            self._add_round(label)
        elif label.is_blank and not label.is_note and stated.ends_round:
            # `Tercer encuentro de campeones`: no round that we know, but not that above either
            self.above = replace(self.above, round=None, leg=None, date=BLANK)
            self._leave_groups()
        if label.date_text:
            self.above = replace(self.above, date=_quote_date(stated.quote, label.date_text))

    def _add_group(self, label: Label) -> None:
        first_rank = label.group[0][0]
        larger = tuple(part for part in self.above.group_parts if part[0] < first_rank)
        self.above = replace(self.above, group_parts=larger + label.group)
        if self._of_table is None:
            return
        # `Grupo A`, `Fecha 1`, `Fecha 2`, `Grupo B`: the group ends the round; it does not in
        # `Fecha 1`, `Grupo A`, `Grupo B`, `Fecha 2`
        if self._groups_hold_rounds is None:
            self._groups_hold_rounds = self.above.round == self._of_table.round
        if self._groups_hold_rounds:
            self.above = replace(self.above, round=self._of_table.round, leg=self._of_table.leg)

    def _add_round(self, label: Label) -> None:
        # `Vuelta` below `Semifinales`: the semifinals go on
        round_label = label.round or self.above.round
        self.above = replace(self.above, round=round_label, leg=label.leg, date=BLANK)
        if not label.round or label.group:
            return
        of_table = self._of_table or NO_LABELS
        # `Fecha 1`, `Zona A`, `Interzonal`, `Fecha 2`: the next round begins without a zone;
        # `Primera fase` in the title, `Zona A`, `Segunda fase`: so does the next phase
        is_beside_title = of_table.round is not None and not _MATCHDAY.search(fold(label.round))
        if self._groups_hold_rounds is False or is_beside_title:
            self.above = replace(self.above, group_parts=of_table.group_parts)
        elif _ABOVE_GROUPS.search(fold(label.round)):
            self._leave_groups()

    def _leave_groups(self) -> None:
        """Be in no group but that of the whole table, or a region."""
        of_table = self._of_table.group_parts if self._of_table else self.above.group_parts
        kept = [
            part for part in self.above.group_parts if part[0] < _RANK_OF_GROUP or part in of_table
        ]
        self.above = replace(self.above, group_parts=tuple(kept))


def _find_labels(
    page: Page, row: Row, cells: Sequence[Cell | None], is_header: bool
) -> Iterator[_Stated]:
    """Yield the texts in the row that may be labels."""
    # `|+4` is no cell to MediaWiki: a row may have none at all
    if not row.cells:
        return
    # `!colspan=3|Grupo A`; `|Grupo Malca` beside a department that goes on is a team
    cell = row.cells[0]
    # `|colspan=3|Descansa: Kappa` ends nothing
    if is_rest([page.visible(each.start, each.end) for each in row.cells]):
        return
    may_be_label = cell.header or set(cells) <= {None, cell}
    if len(row.cells) == 1 and may_be_label:
        runs_across = cell.header or covers_all_columns(cells)
        yield _Stated(quote_text_of(page, cell), runs_across and not is_header)
        return
    # `|Grupo A|| || ||`; `|Grupo Malca|| || ||` is a team without results
    first = quote_text_of(page, cell)
    if _NUMBERED.fullmatch(first.text) and not _has_text(page, row.cells[1:]):
        yield _Stated(first, ends_round=False)
    # `!Grupo A!!PJ!!Pts`
    elif row.is_header:
        for quote in (quote_text_of(page, cell) for cell in row.cells):
            if names_group(quote.text):
                yield _Stated(quote, ends_round=False)


def _has_text(page: Page, cells: Sequence[Cell]) -> bool:
    return any(page.visible(cell.start, cell.end) for cell in cells)


def covers_all_columns(cells: Sequence[Cell | None]) -> bool:
    """Whether one cell takes the whole width of a table with columns."""
    if len(cells) <= 1 or cells[0] is None:
        return False
    return all(cell is cells[0] for cell in cells)


def quote_text_of(page: Page, cell: Cell) -> Quote:
    """Return the cell's text as written and as seen."""
    return _quote_text(page, cell.start, cell.end)


def _quote_text(page: Page, start: int, end: int) -> Quote:
    return Quote(page.visible(start, end), None, page.text[start:end].strip())


def _quote_date(label: Quote, date_text: str) -> Quote:
    # `'''3 de mayo'''` alone is the date as printed; of `Fecha 1 - 3 de mayo` it is the end
    if label.text == date_text:
        return label
    return Quote(date_text, None, date_text)
