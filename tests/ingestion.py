"""A program that loads some seasons, to be killed or to run beside others of its kind.

    python tests/ingestion.py DATABASE_URL LABEL ...

It says `ready` on standard output before it begins.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]  # tests/pipeline must not hide the package

import large  # noqa: E402

from pipeline.load import database  # noqa: E402

MATCHES = 200  # a season


def main(url, labels):
    with database(url) as engine:
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        for label in labels:
            large.load_large(engine, label, MATCHES)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
