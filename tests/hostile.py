"""Pages that would take for ever, by name; the tests and benchmarks/hostile.py read them."""

from pipeline.extract.parsing import parse_budget

REFUSED = {
    "templates that never close": "{{a|" * 2000,
    "boxes that never close": "{{football box|date=1|team1=[[A]]|score=1–0\n" * 2000,
    "links that never close": "[[a|" * 4000,
    "comments that never close": "<!-- a" * 4000,
    "templates and links": "{{a|[[b|" * 2000,
    "tables that never close": "{|\n| a\n" * 3000,
    "a line of 2 MB": "a" * 2_000_000,
    "a line of 2 MB full of links": "[[Team A]] 1–0 ''Team B''; " * 74_000,
    "bars that part nothing": "{{a" + "|" * 1_000_000 + "}}",
    "100,000 matches": "1 May 1990\n" + "A 1–0 B\n" * 100_000,
    "a long text in many tables": "{|\n|\n" * 18 + "abc def abc def\n" * 70_000 + "|}\n" * 18,
    "5 MB of lines": "a\n" * 2_500_000,
    "5 MB of templates": "{{a}}\n" * 830_000,
    "5 MB of parameters": "{{a" + "|x=1" * 1_250_000 + "}}",
    "5 MB that never closes": "{{a|\n" * 1_000_000,
}
UNITS = {
    "ties": "{{TwoLegResult|A||2–1|B||1–0|1–1}}\n",
    "small tables": "{|\n!Local!!Resultado!!Visitante\n|-\n|A||1-0||B\n|}\n",
    "tables in tables": "{|\n|\n" * 2 + "x\n" + "|}\n" * 2,
    "wide spans": "{|\n" + "|-\n| rowspan=100 colspan=100 | a\n" * 100 + "|}\n",
    "matches": "1 May 1990\n" + "A 1–0 B\n" * 20,
    "links": "[[A|B]] ",
    "brackets": "1 May 1999\nAlfa 1-0 (\n",
    "text in tables": "{|\n|\n" * 5 + "abc def\n" * 20 + "|}\n" * 5,
    "HTML": "{|\n<tr><td>a</td><td>b</td></tr>\n|}\n",
    "entities": "&nbsp;",
    "calls in calls": "{{nowrap|" * 25 + "x" + "}}" * 25 + "\n",
    "links in links": "[[a|" * 25 + "x" + "]]" * 25 + "\n",
    "templates that only hold others": "{{stack|\n" * 39 + "x" + "\n}}" * 39 + "\n",
}
READ = {  # frightening to look at, and within the budget
    "2,000 templates in templates": "{{a|" * 2000 + "x" + "}}" * 2000,
    "20,000 parameters": "{{a" + "|x=1" * 20_000 + "}}",
    "absurd spans": "{|\n" + "|-\n| rowspan=100000 colspan=100000 | a\n" * 200 + "|}",
    "many apostrophes": "''a'''b" * 4000,
    "only equals signs": "=" * 100_000,
    "a tag that never ends": "<" + "a" * 500_000,
    "a table that never closes": "{|\n" + "|-\n| a || b || [[c]] || {{d|e}}\n" * 1000,
    "a hundred tables that a template closes": "{|\n| a\n{{Tabla de posiciones fin}}\n" * 100,
    "a cell after the other": "{|\n|" + "||a" * 10_000 + "\n|}",
    "external links that never close": "[http://a " * 8000,
    "references that never close": "<ref>a" * 8000,
    "tables in tables": "{|\n|\n" * 500 + "x\n" + "|}\n" * 500,
    "90,000 parameters": "{{a" + "|x=1" * 90_000 + "}}",
    "bold that never closes": "<b>" * 4000,
    "tags that never end": "<a " * 4000,
    "lists in lists": "*" * 20_000 + "a",
    "spans over spans": "{|\n" + "|-\n| rowspan=200 colspan=200 | a\n" * 19_000 + "|}",
    "comments in comments": "<!-- <!-- a --> " * 900,
    "calls that name calls": "{{{{a}}|b}}\n" * 6_000,
    "names that are none": "{{a[b|c}}" * 15_000,
    "a heading of many parts": "== " + "a = " * 100_000,
    "a heading with calls in it": "== " + "{{a|\n}} = " * 15_000,
    "invisible text": "<includeonly>a" * 40_000,
    "bars by template": "{{!}}" * 15_000,
    "addresses": "http://a {{b}} " * 15_000,
}


def within_budget(unit: str) -> str:
    """Return as many of the unit as the budget lets through."""
    count = parse_budget.MAX_CHARACTERS // len(unit)
    while parse_budget.find_refusal(unit * count):
        count = count * 9 // 10
    return unit * count
