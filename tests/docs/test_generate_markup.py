"""docs/markup.md says what the registry says."""

import runpy
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"


def test_the_page_on_markup_is_up_to_date():
    generator = runpy.run_path(str(DOCS / "generate_markup.py"))
    document = (DOCS / "markup.md").read_text(encoding="utf-8")
    command = "python docs/generate_markup.py > docs/markup.md"
    assert document == generator["markup_page"](), command
