"""What of wikitext is read: docs/markup.md, from the registry of extract."""

import inspect
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from textwrap import fill

from pipeline import snapshot
from pipeline.account import close
from pipeline.extract import HANDLERS, extract
from pipeline.extract.dispatch import ignored_templates
from pipeline.extract.parsing import inline, parse_budget
from pipeline.extract.tables import ignored_tables
from pipeline.extract.text import result_prose
from pipeline.extract.witness import score_rules

_WIDTH = 118
_ROOT = Path(__file__).parents[1]
_MOST_CHARACTERS = f"{parse_budget.MAX_CHARACTERS:,}"
_MOST_UNCLOSED = f"{parse_budget.MAX_UNCLOSED:,}"
_MOST_MARKS = ", ".join(f"{most:,} {name}" for name, (_, most) in parse_budget.MAX_MARKS.items())
_VERB = re.compile(r"^(?:Return|Yield|Whether) ")
_HEAD = """# Markup

This page is made from the registry (`pipeline/extract/__init__.py`) and the lists beside it:
`python docs/generate.py markup`; a test holds it up to date. Template names
count in any case, with blanks or underscores, with or without `#invoke:`.

Every construct of a page is read, passed over by a rule with a name, kept apart, or reported as
`unrecognised`: nothing is dropped in silence.
"""
_APART = f"""## Kept apart

- Text of other pages (`{{{{:Page}}}}`, `#lst`): not followed, `quarantined`.
- A page of more than {_MOST_CHARACTERS} characters, one with more than {_MOST_UNCLOSED} templates,
  links, tables or comments that never close, or one with more than {_MOST_MARKS}:
  one `quarantined` piece, one finding `page-over-budget`.
- Comments, also one that never closes and hides the rest of the page, and what `<includeonly>`
  holds: no reader of the page sees it, `invisible`.
- Tables and templates that only hold others are looked into five deep.
- A template of the lists above that never closes is read up to the next heading, box, table or
  paragraph, with a finding `unclosed-template`.
"""
_UNKNOWN = """## Not known

- The default of `pv`, the points for a win in `Tabla de posiciones equipo`: the points stay open.
- What a win is worth in a sports table of style `WL` that does not say it: the points stay open.
- A score in `resultado prórroga` of `Partido`: it marks extra time, the goals are of `resultado`.
- Whose goals a score in a note means, such as `awarded 3–0`: only the status is read.
- A cell of an `Fb r` table belongs to the column where it stands, whatever a comment says.
- Rounds of a bracket whose names the template makes itself are null.
"""


def make_markup_document() -> str:
    """Return the documentation as Markdown."""
    parts = [_HEAD, *_describe_readers(), *_describe_ignored(), _APART, _UNKNOWN]
    return "\n".join(parts).rstrip() + "\n"


def _describe_readers() -> Iterator[str]:
    yield "## Read\n\n| construct | what of it |\n| --- | --- |"
    for name, read in HANDLERS.templates.items():
        yield _row(f"template `{name}`", read)
    for name, family in HANDLERS.template_families.items():
        yield _row(f"templates `{name}`", family.read)
    for name, template_table in HANDLERS.template_tables.items():
        yield _row(f"table of templates `{name}`", template_table.read)
    for name, read in HANDLERS.infoboxes.items():
        yield _row(f"infobox `{name}`", read)
    table_readers = {**HANDLERS.tables, **HANDLERS.headerless_tables}
    for name, table_reader in table_readers.items():
        yield _row(f"table `{name}`", table_reader.is_kind)
    for name, read_sentence in HANDLERS.sentences.items():
        yield _row(f"sentence `{name}`", read_sentence)
    for name in sorted(ignored_templates.WRAPPERS):
        yield f"| template `{name}` | The wikitext that it shows. |"
    line_readers = (
        HANDLERS.plain_infobox,
        HANDLERS.date_line,
        HANDLERS.round_line,
        HANDLERS.match_line,
    )
    for read_line in line_readers:
        if read_line is not None:
            yield _row("line", read_line)


def _row(construct: str, read: Callable[..., object]) -> str:
    """Return a row of the table: what the reader says of itself, without its verb."""
    docstring = inspect.getdoc(read) or ""
    first_line = docstring.splitlines()[0]
    description = _VERB.sub("", first_line).replace("|", "\\|")
    return f"| {construct} | {description} |"


def _describe_ignored() -> Iterator[str]:
    yield "\n## Passed over\n\nTables, known by their header or first cells:\n"
    yield _list([*ignored_tables.RULES, "line-up", "officials"])
    yield "\nSentences with a score that states no match of the page's own:\n"
    yield _list(result_prose.RULES)
    yield from _describe_score_rules()
    yield "\nTemplates that say nothing about who played whom (spelt without blanks):\n"
    yield _list(ignored_templates.NAMES | ignored_templates.SPANISH_NAMES)
    yield "\nTemplates that open, close or annotate a table of templates:\n"
    yield _list(ignored_templates.TABLE_PARTS)
    yield "\nInside a value, of these nothing is text:\n"
    yield _list(inline.NOTHING)
    yield "\nand of these one parameter, a team or a date:\n"
    yield _list([*inline.SHOWN_PARAMETER, *inline.TEAMS, *inline.DATES])
    yield "\nProse, comments, categories, references and files are passed over as such.\n"


def _describe_score_rules() -> Iterator[str]:
    """Yield the rules below which a score means nothing, and how often each holds one."""
    yield "\nEvery score that a reader sees is in a fact with its numbers, is `unrecognised`,"
    yield "or under one of these rules; counted are the pages in `raw/` and `tests/golden/`:\n"
    yield "| rule | what its scores are | scores |\n| --- | --- | --- |"
    score_count_by_rule = _count_scores_ruled_out()
    for rule, reason in score_rules.REASON_BY_RULE.items():
        yield f"| `{rule}` | {reason} | {score_count_by_rule[rule]} |"


def _count_scores_ruled_out() -> Counter[str]:
    counts: Counter[str] = Counter()
    golden_pages = sorted(_ROOT.glob("tests/golden/*/page.*"))
    for path in [*golden_pages, *snapshot.pages([_ROOT / "raw"])]:
        revision = snapshot.read(path)
        extraction = extract(revision)
        for piece in close(revision.text, extraction.claims, {}, extraction.scores):
            if piece.disposition == "ignored":
                counts[piece.reason] += piece.scores
    return counts


def _list(names: Iterable[str]) -> str:
    quoted_names = ", ".join(f"`{name}`" for name in sorted(names))
    return fill(quoted_names, _WIDTH, break_on_hyphens=False)
