"""Every benchmark finds what it imports, in an environment that has only the package."""

import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARKS = sorted((Path(__file__).parents[1] / "benchmarks").glob("*.py"))


@pytest.mark.parametrize("script", BENCHMARKS, ids=lambda script: script.stem)
def test_a_benchmark_starts(script, tmp_path):
    imported = f"import runpy; runpy.run_path({str(script)!r})"
    command = [sys.executable, "-c", imported]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
