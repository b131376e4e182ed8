"""Write the documents that follow from the code, so that they never say anything else.

    python docs/generate.py            # all of them
    python docs/generate.py schema     # one of them

To add a document, write a function that returns its text and name it in DOCUMENTS.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generate_checks import make_checks_document
from generate_markup import make_markup_document
from generate_schema import make_schema_document

DOCS = Path(__file__).parent


@dataclass(frozen=True)
class Document:
    """A generated file, and the function that returns its whole text."""

    path: Path
    make_text: Callable[[], str]


DOCUMENTS = {
    "checks": Document(DOCS / "checks.md", make_checks_document),
    "markup": Document(DOCS / "markup.md", make_markup_document),
    "schema": Document(DOCS / "schema.md", make_schema_document),
}


def main(names: list[str]) -> None:
    """Write the documents of these names; all without any."""
    unknown_names = sorted(set(names) - DOCUMENTS.keys())
    if unknown_names:
        sys.exit(f"no document {unknown_names[0]}: name any of {', '.join(DOCUMENTS)}")
    for name in names or DOCUMENTS:
        document = DOCUMENTS[name]
        document.path.write_text(document.make_text(), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
