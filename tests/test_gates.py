"""What holds for the whole project: import contracts, lint, types, the wheel."""

import subprocess
import sys
import zipfile
from pathlib import Path

import conftest
import pytest

ROOT = Path(__file__).parents[1]


def run(*command, cwd=ROOT):
    return subprocess.run(
        [str(part) for part in command], cwd=cwd, capture_output=True, text=True, check=False
    )


LINT_IMPORTS = """
import sys
from importlinter.cli import lint_imports
sys.exit(lint_imports(config_filename="pyproject.toml"))
"""


@pytest.mark.parametrize(
    "command",
    [
        ["-c", LINT_IMPORTS],
        ["-m", "ruff", "check", "."],
        ["-m", "ruff", "format", "--check", "."],
        ["-m", "mypy"],
    ],
    ids=["imports", "ruff", "format", "mypy"],
)
def test_a_gate_holds(command):
    done = run(sys.executable, *command)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_wheel_carries_everything_the_program_reads(tmp_path):
    done = run(
        sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path, ROOT
    )
    assert done.returncode == 0, done.stdout + done.stderr
    (wheel,) = tmp_path.glob("*.whl")
    packed = set(zipfile.ZipFile(wheel).namelist())
    needed = {
        path.relative_to(ROOT).as_posix()
        for package in ("pipeline", "schema", "flows")
        for path in (ROOT / package).rglob("*")
        if path.suffix in {".py", ".sql", ".csv", ".toml", ".mako"}
    }
    assert needed <= packed


def test_the_lock_file_names_versions_and_no_addresses():
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in lock
    assert all("==" in line for line in lock.splitlines())


def test_the_slow_files_that_the_fast_lane_leaves_out_exist():
    files = {path.name for path in (ROOT / "tests").rglob("test_*.py")}
    assert [name for name in sorted(conftest.SLOW) if name not in files] == []
