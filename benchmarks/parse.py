"""What reading a page costs, as a ratio to the bare parse of it in the same run.

    python benchmarks/parse.py [FILE ...]

Time: processor time against `mwparserfromhell.parse`, alternating, medians: of the tree alone, and
of all of `extract` with the closing of its account. Memory: the peak of each. Growth: time per KB
at 1 MB against that at 10 KB, on a page repeated. Where wikitextparser is installed, the time in
which it finds all templates and all tables stands beside ours. Without files it measures the pages
of raw/.
"""

import importlib
import importlib.util
import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import mwparserfromhell

from pipeline import snapshot
from pipeline.account import close
from pipeline.extract import extract
from pipeline.extract.parsing.tree import parse_wikitext
from pipeline.lineage import Revision

ROUNDS = 7
SHORT = 20_000  # characters; shorter pages are measured more often
LONG = 2_000  # characters; on shorter pages the fixed costs of a call are most of it

Work = Callable[[Revision], object]


def main(paths: list[Path]) -> None:
    """Print a line a page, slowest last, then the sums over all pages."""
    works: dict[str, Work] = {"bare": _parse_bare, "tree": _parse_tree, "extract": _extract}
    if importlib.util.find_spec("wikitextparser") is not None:
        works |= {"wtp templates": _find_templates, "wtp tables": _find_tables}
    revisions = [snapshot.read(path) for path in snapshot.pages(paths)]
    sums = dict.fromkeys(works, 0.0)
    lines = []
    for revision in revisions:
        seconds = _measure(works, revision)
        for name in works:
            sums[name] += seconds[name]
        memory = _peak(_extract, revision) / _peak(_parse_bare, revision)
        ratio = seconds["extract"] / seconds["bare"]
        lines.append((ratio, memory, len(revision.text), revision.title))
    for ratio, memory, _, title in sorted(lines):
        print(f"{title:45} time {ratio:.2f}  memory {memory:.2f}")
    for name, seconds_of_all in sums.items():
        print(f"{name}: {seconds_of_all / sums['bare']:.3f} of a bare parse, summed over pages")
    print(f"worst: time {max(line[0] for line in lines):.2f}", end=" ")
    print(f"memory {max(line[1] for line in lines):.2f}")
    worst_long = max((line[0] for line in lines if line[2] >= LONG), default=0.0)
    print(f"worst of {LONG} characters or more: time {worst_long:.2f}")
    print(f"median: time {statistics.median(line[0] for line in lines):.2f}")
    print(f"growth from 10 KB to 1 MB: {_growth(revisions[-1]):.2f}")


def _parse_bare(revision: Revision) -> object:
    return mwparserfromhell.parse(revision.text)


def _parse_tree(revision: Revision) -> object:
    return parse_wikitext(revision.text)


def _extract(revision: Revision) -> object:
    return close(revision.text, extract(revision).claims, {})


def _find_templates(revision: Revision) -> object:
    return importlib.import_module("wikitextparser").parse(revision.text).templates


def _find_tables(revision: Revision) -> object:
    tables = importlib.import_module("wikitextparser").parse(revision.text).tables
    return [table.data() for table in tables]


def _measure(works: dict[str, Work], revision: Revision) -> dict[str, float]:
    """Return the median time of each work, taken in turn."""
    seconds: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(ROUNDS if len(revision.text) > SHORT else ROUNDS * 5):
        for name, work in works.items():
            seconds[name].append(_time(work, revision))
    return {name: statistics.median(times) for name, times in seconds.items()}


def _time(work: Work, revision: Revision) -> float:
    start = time.process_time()
    work(revision)
    return time.process_time() - start


def _peak(work: Work, revision: Revision) -> int:
    tracemalloc.start()
    work(revision)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


def _growth(revision: Revision) -> float:
    """Return the time per character of a page of 1 MB over that of one of 10 KB."""
    small, large = (
        replace(revision, text=(revision.text * (size // len(revision.text) + 1))[:size])
        for size in (10_000, 1_000_000)
    )
    short = statistics.median(_time(_extract, small) for _ in range(ROUNDS * 5))
    return _time(_extract, large) / short / 100


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]] or [Path("raw")])
