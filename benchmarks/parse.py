"""What reading a page costs, as a ratio to the bare parse of it in the same run.

    python benchmarks/parse.py [FILE ...]

Time: processor time of the whole of `extract` against `mwparserfromhell.parse`, alternating,
medians. Memory: the peak of each. Growth: time per KB at 1 MB against that at 10 KB, on a page
repeated. Without files it measures the pages of raw/.
"""

import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import mwparserfromhell

from pipeline import snapshot
from pipeline.extract import extract
from pipeline.lineage import Revision

ROUNDS = 7
SHORT = 20_000  # characters; shorter pages are measured more often


def main(paths: list[Path]) -> None:
    """Print the ratios, the worst last."""
    ratios = []
    for path in snapshot.pages(paths):
        revision = snapshot.read(path)
        seconds = _seconds(revision)
        memory = _peak(lambda r=revision: extract(r)) / _peak(lambda r=revision: _bare(r))
        ratios.append((seconds, memory, path.name))
    for seconds, memory, name in sorted(ratios):
        print(f"{name:45} time {seconds:.2f}  memory {memory:.2f}")
    print(f"worst: time {max(r[0] for r in ratios):.2f} memory {max(r[1] for r in ratios):.2f}")
    print(f"median: time {statistics.median(r[0] for r in ratios):.2f}")
    print(f"growth from 10 KB to 1 MB: {_growth(revision):.2f}")


def _bare(revision: Revision) -> object:
    return mwparserfromhell.parse(revision.text)


def _seconds(revision: Revision) -> float:
    """Return the median time of `extract` over that of the bare parse."""
    ours, bare = [], []
    rounds = ROUNDS if len(revision.text) > SHORT else ROUNDS * 5
    for _ in range(rounds):
        bare.append(_timed(lambda: _bare(revision)))
        ours.append(_timed(lambda: extract(revision)))
    return statistics.median(ours) / statistics.median(bare)


def _timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _peak(work: Callable[[], object]) -> int:
    tracemalloc.start()
    work()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


def _growth(revision: Revision) -> float:
    """Return the time per character of a page of 1 MB over that of one of 10 KB."""
    small, large = (
        replace(revision, text=(revision.text * (size // len(revision.text) + 1))[:size])
        for size in (10_000, 1_000_000)
    )
    short = statistics.median(_timed(lambda: extract(small)) for _ in range(ROUNDS))
    return _timed(lambda: extract(large)) / short / 100


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]] or [Path("raw")])
