"""What the whole build costs, in bare parses of the same pages, start-up apart.

    python benchmarks/build.py [PATH ...]

Build: `copaperu ingest` of the pages into a new database, in a process of its own. Start-up: the
same with one page that has nothing but an infobox. Bare parse: `mwparserfromhell.parse` of each
page. They alternate; figures are medians of processor time. It holds when
(build - start-up) / bare is at most 6. Without paths it measures raw/.
"""

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import mwparserfromhell

from pipeline import snapshot

ROUNDS = 7
LIMIT = 6
RAW = Path(__file__).parents[1] / "raw"
EMPTY = "Infobox\n- Competition: Copa Perú\n- Season: 1999\n"
PROGRAM = [sys.executable, "-m", "flows.cli", "ingest"]


def main(paths: list[Path]) -> None:
    """Print the three times and the ratio."""
    texts = [snapshot.read(path).text for path in snapshot.pages(paths)]
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder, "empty.txt")
        empty.write_text(EMPTY, encoding="utf-8")
        times = [(_build(paths), _build([empty]), _bare(texts)) for _ in range(ROUNDS)]
    build, start, bare = (statistics.median(column) for column in zip(*times, strict=True))
    characters = sum(map(len, texts))
    print(f"{len(texts)} pages, {characters} characters")
    print(f"build {build:.2f} s, start-up {start:.2f} s, bare parses {bare:.3f} s")
    print(f"(build - start-up) / bare  {(build - start) / bare:.2f}  (at most {LIMIT})")


def _build(paths: list[Path]) -> float:
    """Return the processor time of an ingestion into a new database, in seconds."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/bench.sqlite"
        command = [*PROGRAM, *map(str, paths), "--database-url", url]
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _bare(texts: list[str]) -> float:
    start = time.process_time()
    for text in texts:
        mwparserfromhell.parse(text)
    return time.process_time() - start


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]] or [RAW])
