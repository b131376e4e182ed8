"""docs/checks.md says what the list of checks says."""

import runpy
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"


def test_the_page_of_the_checks_is_up_to_date():
    checks_page = runpy.run_path(str(DOCS / "generate_checks.py"))["checks_page"]
    text = (DOCS / "checks.md").read_text(encoding="utf-8")
    assert text == checks_page(), "run: python docs/generate_checks.py > docs/checks.md"
