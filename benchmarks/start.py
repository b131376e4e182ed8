"""What an ingestion costs before it works, as a ratio to the imports it cannot do without.

    python benchmarks/start.py [PAGE]

Ingests a page into a database that has it already, against the bare imports of SQLAlchemy,
mwparserfromhell and Alembic, each in a process of its own, alternating, medians.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 7
PAGE = Path(__file__).parents[1] / "raw/own/1997_Copa_Perú.wikitext"
IMPORTS = [sys.executable, "-c", "import sqlalchemy, mwparserfromhell, alembic"]


def main(page: Path) -> None:
    """Print the ratio."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/bench.sqlite"
        ingest = [sys.executable, "-m", "flows.cli", "ingest", str(page), "--database-url", url]
        _seconds(ingest)
        pairs = [(_seconds(ingest), _seconds(IMPORTS)) for _ in range(ROUNDS)]
    ours, bare = (statistics.median(times) for times in zip(*pairs, strict=True))
    print(f"ingest {ours:.2f} s, imports {bare:.2f} s: {ours / bare:.2f} times")


def _seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else PAGE)
