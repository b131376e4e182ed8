"""docs/markup.md says what the registry says."""

from pathlib import Path

from pipeline.extract import markup

DOCUMENT = Path(__file__).parents[3] / "docs/markup.md"


def test_the_page_on_markup_is_up_to_date():
    made_again = "python -m pipeline.extract.markup > docs/markup.md"
    assert DOCUMENT.read_text(encoding="utf-8") == markup.page(), made_again
