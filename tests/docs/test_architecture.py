"""The diagram of docs/architecture.md has the imports of the code, without those that follow."""

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


def rooms_below(top_room, imports):
    """Return every room that the room imports, itself or by way of others."""
    below = set()
    for imported in imports[top_room]:
        below |= {imported} | rooms_below(imported, imports)
    return below


def test_the_arrows_of_the_diagram_are_the_imports_that_follow_from_no_others(graph):
    text = DOCUMENT.read_text(encoding="utf-8")
    drawn = set()
    for importer, targets in re.findall(r"^    (\w+) --> ([\w &]+)$", text, re.MULTILINE):
        drawn |= {(importer, target) for target in targets.split(" & ")}
    imports = {room(module): set() for module in graph.modules}
    for module in graph.modules:
        for target in graph.find_modules_directly_imported_by(module):
            if room(target) not in SHARED | {room(module)}:
                imports[room(module)].add(room(target))
    needed = set()
    for importer in imports.keys() - SHARED:
        indirect = set()
        for target in imports[importer]:
            indirect |= rooms_below(target, imports)
        needed |= {(importer, target) for target in imports[importer] - indirect}
    assert {"to draw": needed - drawn, "to delete": drawn - needed} == {
        "to draw": set(),
        "to delete": set(),
    }


def test_every_room_of_the_pipeline_is_described(graph):
    text = DOCUMENT.read_text(encoding="utf-8")
    rooms = {room(module) for module in graph.modules} - {"pipeline"}
    assert [name for name in sorted(rooms) if f"`{name}`" not in text] == []
