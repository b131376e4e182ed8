"""Programs that load some seasons, to be killed or to run beside others of their kind.

Each is a process of its own, forked from one that has imported everything: it works at once.
"""

import multiprocessing

import large
import seasons
from data_files import REFERENCE

from pipeline.build import load_seasons
from pipeline.load import database, load
from pipeline.outcome import BuiltSeason, Outcome

MATCHES = 200  # a season
SECONDS_TO_BEGIN = 60
FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload(["pipeline.build", "pipeline.load", "alembic.command", "psycopg"])


def ingest(url, labels, ready=None):
    """Bring the schema to its head and load the seasons; say when it begins."""
    built = tuple(_built(label) for label in labels)
    if ready:
        ready.set()
    load_seasons(Outcome(built), url, REFERENCE)


def load_only(url, labels):
    """Do what an ingestion does until it has loaded so many seasons."""
    with database(url) as engine:
        for label in labels:
            load(_built(label), REFERENCE.departments.all, engine)


def started(url, labels):
    """Start a program that loads the seasons; return it when it begins to."""
    ready = FORKS.Event()
    program = FORKS.Process(target=ingest, args=(url, labels, ready))
    program.start()
    assert ready.wait(SECONDS_TO_BEGIN)
    return program


def ended(*programs):
    """Wait for the programs; return how each ended: 0 as meant, below 0 by a signal."""
    for program in programs:
        program.join()
    return [program.exitcode for program in programs]


def _built(label):
    page, season, account = large.large(label, MATCHES)
    return BuiltSeason(page, season, (seasons.FINDING,), tuple(account))
