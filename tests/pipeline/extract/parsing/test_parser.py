"""Our parse is the library's parse, sooner."""

from pathlib import Path

import mwparserfromhell
import pytest
from mwparserfromhell import utils

from pipeline.extract.parsing import parser

ROOT = Path(__file__).parents[4]
PAGES = [*sorted(ROOT.glob("tests/golden/*/page.*")), *sorted(ROOT.glob("raw/own/*.wikitext"))]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.parent.name)
def test_the_tree_is_the_library_s_own(path):
    text = path.read_bytes().decode()
    stock = mwparserfromhell.parse(text, skip_style_tags=True)
    assert parser.parse(text).get_tree() == stock.get_tree()


def test_the_library_is_as_it_was_afterwards():
    before = utils.parse_anything
    parser.parse("{{a|b}}")
    assert utils.parse_anything is before
    assert mwparserfromhell.nodes.template.parse_anything is before
