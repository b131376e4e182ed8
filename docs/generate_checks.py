"""The checks and the referee, for people: docs/checks.md, from the list of checks."""

from inspect import getdoc

from pipeline.validate import CHECKS, Check

_HEAD = """\
# Checks

This page is made from the list of checks (`pipeline/validate/__init__.py`):
`python docs/generate.py checks`; a test holds it up to date.

A check is a claim about one season. What contradicts it is a finding: a code that never changes
its meaning, a severity, one sentence, and the words of the page. `error` is for what cannot be
true, and makes the program end with status 1; `warning` is for a person to look at; `info` is
worth knowing. `copaperu validate` shows the findings of all checks and counts them.

| code | severity | claim | how it is looked at |
| --- | --- | --- | --- |
"""

_REFEREE = """

## The referee

Every published table is kept as published, every group is ranked from its matches, and the two
are compared cell by cell. Neither side is ever overwritten by the other: either may be wrong. A
cell that agrees is no difference; every other one is a row of `report_standing_difference` with a
verdict:

| verdict | when |
| --- | --- |
| `explained` | the row or table contradicts itself, or one single change gives the published row |
| `ambiguous` | several single changes do; the explanation says how many and tells one |
| `not-comparable` | matches of the club are missing: "k of n matches are known" |
| `unexplained` | no single change does; the explanation says where to look |

First comes what needs no matches: a row's own sums, the sums of a full table. Then these single
changes, each tried alone: other points for a win; a play-off counted; one match that the page has
twice, or that the table leaves out; one score with another number, as if awarded 3–0, or with the
sides swapped; the table of an earlier round or day; one match missing from the page; one number of
one row. A change must give every row that it touches exactly; of two changes the one that explains
more rows is told, and of two that say the same the plainer. What a row says against itself explains
only what no such change does. A table of an earlier round beside a later one of the same group is
no difference at all.

A position is judged by the matches where all of them are known, else by the rows' own numbers,
under the rules of the group, with the matches among level clubs where the rules ask for them. If
it follows from the table's own numbers, what explains those explains it; a single place that
neither gives is a slip, and named. Clubs that no rule parts share their ranks; a published order
of such clubs agrees, and `rank-shared` says so. An order that no rule gives is `unexplained`. In a
table over rounds of a cup, where some have played much more than others, points give no order.

Rows that a table leaves out are no difference. Where a page's section has a table and another the
matches of the same clubs, they are one group.

## The rules

`pipeline/reference/rules.toml` says for seasons, stages and groups what a win is worth, what
parts level clubs, how ties are decided and how many go on, each with its source, or `assumed`
where nobody states it. `report_rule` shows what was applied. Ties up to 2012 were decided by
points over the legs, then by an extra match; later ones by the aggregate. Where the rules leave a
tie open, the club that the page marks, else the one that alone plays on, has gone
on: `decided_by` in `report_tie` says `stated` or `next-round` then.
"""


def make_checks_document() -> str:
    """Return the text of docs/checks.md."""
    rows = "".join(_describe_check(check) for check in CHECKS)
    return f"{_HEAD}{rows}{_REFEREE}"


def _describe_check(check: Check) -> str:
    """Return the check as a row of a Markdown table."""
    docstring = getdoc(check.claim) or ""
    first_paragraph = docstring.split("\n\n")[0].replace("\n", " ")
    return f"| `{check.code}` | {check.severity} | {check.sentence} | {first_paragraph} |\n"
