"""What of wikitext is read, as a page of documentation made from the registry.

python docs/generate_markup.py > docs/markup.md
"""  # noqa: INP001 - a script, no package

import inspect
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from textwrap import fill

from pipeline.extract import HANDLERS
from pipeline.extract.dispatch import ignored_templates
from pipeline.extract.parsing import inline
from pipeline.extract.parsing import parse_budget as budget
from pipeline.extract.tables import ignored_tables

_WIDTH = 118
DEEPEST = budget.MAX_DEPTH
_VERB = re.compile(r"^(?:Return|Yield|Whether) ")
_HEAD = """# Markup

This page is made from the registry (`pipeline/extract/__init__.py`) and the lists beside it:
`python docs/generate_markup.py > docs/markup.md`; a test holds it up to date. Template names
count in any case, with blanks or underscores, with or without `#invoke:`.

Every construct of a page is read, passed over by a rule with a name, kept apart, or reported as
`unrecognised`: nothing is dropped in silence.
"""
_APART = f"""## Kept apart

- Text of other pages (`{{{{:Page}}}}`, `#lst`): not followed, `quarantined`.
- A page of more than {budget.MAX_CHARACTERS:,} characters, of tables deeper than {DEEPEST},
  of so many openers that never close that reading it would take seconds, or one that by what it is
  made of would take over {budget.MAX_SECONDS} seconds and over {budget.MAX_RATE:.0f} millionths
  of a second a character (pages we know: 2 to 7): one `quarantined` piece, one finding
  `page-over-budget`.
- Tables and templates that only hold others are looked into five deep.
- A template of the lists above that never closes is read up to the next heading, box, table or
  paragraph, with a finding `unclosed-template`.
"""
_UNKNOWN = """## Not known

- The default of `pv`, the points for a win in `Tabla de posiciones equipo`: two are taken.
- A score in `resultado prórroga` of `Partido`: it marks extra time, the goals are of `resultado`.
- Whose goals a score in a note means, such as `awarded 3–0`: only the status is read.
- A cell of an `Fb r` table belongs to the column where it stands, whatever a comment says.
- Rounds of a bracket whose names the template makes itself are null.
"""


def markup_page() -> str:
    """Return the documentation as Markdown."""
    return "\n".join([_HEAD, *_read(), *_passed_over(), _APART, _UNKNOWN]).rstrip() + "\n"


def _read() -> Iterator[str]:
    yield "## Read\n\n| construct | what of it |\n| --- | --- |"
    yield from _rows("template", HANDLERS.templates.items())
    yield from _rows("templates", ((name, read) for name, (_, read) in HANDLERS.families.items()))
    runs = ((name, run.read) for name, run in HANDLERS.runs.items())
    yield from _rows("table of templates", runs)
    yield from _rows("infobox", HANDLERS.infoboxes.items())
    yield from _rows("table", ((name, read) for name, (read, _) in HANDLERS.tables.items()))
    yield from _rows("sentence", HANDLERS.sentences.items())
    for name in HANDLERS.wrappers:
        yield f"| template `{name}` | The wikitext that it shows. |"
    for read in (HANDLERS.plain_infobox, HANDLERS.date_line, HANDLERS.match_line):
        if read:
            yield f"| line | {_first(read)} |"


def _rows(kind: str, readers: Iterable[tuple[str, Callable[..., object]]]) -> Iterator[str]:
    for name, read in readers:
        yield f"| {kind} `{name}` | {_first(read)} |"


def _first(read: Callable[..., object]) -> str:
    """Return the first sentence of what the reader says of itself, without its verb."""
    sentence = (inspect.getdoc(read) or "").splitlines()[0]
    return _VERB.sub("", sentence).replace("|", "\\|")


def _passed_over() -> Iterator[str]:
    yield "\n## Passed over\n\nTables, known by their header or first cells:\n"
    yield _list([*ignored_tables.RULES, "line-up", "officials"])
    yield "\nTemplates that say nothing about who played whom (spelt without blanks):\n"
    yield _list(ignored_templates.TEMPLATES)
    yield "\nTemplates that open, close or annotate a table of templates:\n"
    yield _list(ignored_templates.OPENERS | ignored_templates.CLOSERS | ignored_templates.ROW_NOTES)
    yield "\nInside a value, of these nothing is text:\n"
    yield _list(inline.NOTHING)
    yield "\nand of these one parameter, a team or a date:\n"
    yield _list([*inline.SHOWN_PARAMETER, *inline.TEAMS, *inline.DATES])
    yield "\nProse, comments, categories, references and files are passed over as such.\n"


def _list(names: Iterable[str]) -> str:
    return fill(", ".join(f"`{name}`" for name in sorted(names)), _WIDTH, break_on_hyphens=False)


if __name__ == "__main__":
    sys.stdout.write(markup_page())
