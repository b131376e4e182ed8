"""docs/checks.md says what the list of checks says."""

from pathlib import Path

from pipeline.validate.document import document

DOCUMENT = Path(__file__).parents[3] / "docs/checks.md"


def test_the_page_of_the_checks_is_up_to_date():
    made_again = "python -m pipeline.validate.document > docs/checks.md"
    assert DOCUMENT.read_text(encoding="utf-8") == document(), made_again
