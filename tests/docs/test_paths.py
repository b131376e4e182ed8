"""The files and folders that the written documents name exist."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCUMENTS = (
    "README.md",
    "CONTRIBUTING.md",
    "docs/add-a-season.md",
    "docs/architecture.md",
    "docs/contract.md",
)
# "see `pipeline/extract/templates/`", but not "raw/own/2026_Copa_Perú.txt": a page to come
NAMED_PATH = re.compile(r"(?<![\w/])(?:pipeline|schema|flows|tests|docs)/[\w/.-]*\w")


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_document_names_no_file_that_is_gone(document):
    text = (ROOT / document).read_text(encoding="utf-8")
    paths = sorted(set(NAMED_PATH.findall(text)))
    assert [path for path in paths if not (ROOT / path).exists()] == []
