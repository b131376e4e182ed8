"""Mutilated pages, as many as asked for: none may raise, take two seconds or lose a character.

    python benchmarks/fuzz.py [PAGES [FIRST]]

Page n is the same in every run; one that fails is written to fuzz-n.wikitext.
"""

import random
import sys
import time
import traceback
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]  # tests/pipeline must not hide the package

from mutilated import mutilated

from pipeline.account import close
from pipeline.extract import extract
from pipeline.lineage import Revision

SLOWEST = 2.0  # seconds


def main(count: int, first: int) -> int:
    """Read the pages; print the slowest and the failures; return how many failed."""
    failed, slowest = 0, (0.0, 0)
    for number in range(first, first + count):
        text = mutilated(random.Random(number))  # noqa: S311 - repeatable pages
        started = time.perf_counter()
        fault = _fault(text)
        seconds = time.perf_counter() - started
        slowest = max(slowest, (seconds, number))
        if fault or seconds > SLOWEST:
            failed += 1
            Path(f"fuzz-{number}.wikitext").write_text(text, encoding="utf-8", newline="")
            print(f"page {number}: {seconds:.2f} s {fault}")
    print(f"{count} pages, {failed} failed, slowest {slowest[0]:.2f} s (page {slowest[1]})")
    return failed


def _fault(text: str) -> str:
    """Return what went wrong, "" if nothing did."""
    revision = Revision("Page", "", None, None, "", "", "", text)
    try:
        made = extract(revision)
        pieces = close(text, made.claims, {})
    except Exception:  # noqa: BLE001 - whatever it is, it is what we look for
        return traceback.format_exc(limit=-3)
    closed = "".join(revision.quote(piece.span) for piece in pieces) == text
    return "" if closed else "the account does not close"


if __name__ == "__main__":
    arguments = [int(text) for text in sys.argv[1:]]
    sys.exit(main(*arguments, *[1000, 0][len(arguments) :]) > 0)
