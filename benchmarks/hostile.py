"""Hostile pages: processor time to refuse or read each, and its ratio to one look at the text.

    python benchmarks/hostile.py

The limit is a translation of the text, character by character, in the same run.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]  # tests/pipeline must not hide the package

from hostile import READ, REFUSED, UNITS, within_budget

from pipeline.extract import extract
from pipeline.lineage import Revision

BAR = {"refused": 0.5, "read": 2.0}  # seconds


def main() -> int:
    """Print a line a page and the slowest of each kind; return how many are over their bar."""
    within = {name: within_budget(unit) for name, unit in UNITS.items()}
    over = 0
    for kind, pages in (("refused", REFUSED), ("read", READ | within)):
        measured = {name: _measured(text) for name, text in pages.items()}
        for name, (seconds, ratio) in measured.items():
            print(f"{kind:8} {seconds:6.2f} s {ratio:8.1f} times  {name} ({len(pages[name]):,})")
        slowest = max(seconds for seconds, _ in measured.values())
        print(f"{kind}: slowest {slowest:.2f} s, bar {BAR[kind]} s")
        over += sum(1 for seconds, _ in measured.values() if seconds > BAR[kind])
    return over


def _measured(text: str) -> tuple[float, float]:
    seconds = _timed(lambda: extract(Revision("Page", "", None, None, "", "", "", text)))
    return seconds, seconds / max(_timed(lambda: text.translate({0: " "})), 1e-6)


def _timed(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


if __name__ == "__main__":
    sys.exit(main() > 0)
