"""The diagram of docs/architecture.md has the arrows that the code has, and no other."""

import re
from pathlib import Path

import grimp
import pytest

DOCUMENT = Path(__file__).parents[2] / "docs/architecture.md"
# Modules that pass values along; every stage may use them, so the diagram leaves them out.
SHARED = {"account", "errors", "facts", "findings", "lineage", "outcome"}


@pytest.fixture(scope="module")
def graph():
    return grimp.build_graph("flows", "pipeline", "schema")


def room(module):
    """Return the room of a module as the diagram names it: flows, schema, or a room of pipeline."""
    top, *below = module.split(".")
    return below[0] if top == "pipeline" and below else top


def test_the_arrows_of_the_diagram_are_the_imports(graph):
    text = DOCUMENT.read_text(encoding="utf-8")
    drawn = set()
    for room_above, rooms_below in re.findall(r"^    (\w+) --> ([\w &]+)$", text, re.MULTILINE):
        drawn |= {(room_above, below) for below in rooms_below.split(" & ")}
    imported = set()
    for importer in graph.modules:
        for target in graph.find_modules_directly_imported_by(importer):
            pair = room(importer), room(target)
            if pair[0] != pair[1] and not SHARED & set(pair):
                imported.add(pair)
    assert drawn == imported


def test_every_room_of_the_pipeline_is_described(graph):
    text = DOCUMENT.read_text(encoding="utf-8")
    rooms = {room(module) for module in graph.modules} - {"pipeline"}
    assert [name for name in sorted(rooms) if f"`{name}`" not in text] == []
