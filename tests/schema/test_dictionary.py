"""The data dictionary says what the models say."""

from pathlib import Path

from schema.dictionary import dictionary

PAGE = Path(__file__).parents[2] / "docs/schema.md"


def test_the_dictionary_is_up_to_date():
    assert PAGE.read_text(encoding="utf-8") == dictionary()
